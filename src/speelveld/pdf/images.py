"""Picture files → image XObjects in sRGB: upright, with their transparency, unchanged where a PDF can hold them."""

import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Object, Pdf

if TYPE_CHECKING:
    from PIL.Image import Image

_SPACES = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB}
# EXIF: how the camera was held; 1 is upright.
_ORIENTATION = 0x0112


def add_image(pdf: Pdf, file: Path) -> Object:
    """Return `file` as an image XObject of `pdf`."""
    from PIL import Image, ImageOps  # only a kit with a picture waits for these

    with Image.open(file) as opened:
        if _fits_as_it_is(opened):
            return _xobject(pdf, opened.mode, opened.size, file.read_bytes(), Name.DCTDecode)
        image = in_srgb(ImageOps.exif_transpose(opened))
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    plain = image.convert("L" if image.mode in ("L", "LA") else "RGB")
    made = _xobject(pdf, plain.mode, plain.size, zlib.compress(plain.tobytes()), Name.FlateDecode)
    if alpha is not None and alpha.getextrema() != (255, 255):
        made[Name.SMask] = _xobject(pdf, "L", alpha.size, zlib.compress(alpha.tobytes()), Name.FlateDecode)
    return made


def _fits_as_it_is(image: "Image") -> bool:
    """Tell whether a reader of PDF shows the file as it is meant: a JPEG in grey or RGB that needs no turning."""
    return (
        image.format == "JPEG"
        and image.mode in _SPACES
        and image.getexif().get(_ORIENTATION, 1) == 1
        and not image.info.get("icc_profile")
    )


def in_srgb(image: "Image") -> "Image":
    """Return the picture in grey or sRGB, with or without alpha, by its own profile if it has one."""
    from PIL import Image, ImageCms

    if image.mode.startswith("I;16") or image.mode == "I":
        # Sixteen bits of grey: Pillow would cut off what is above eight.
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif "transparency" in image.info:
        image = image.convert("RGBA")
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        alpha = image.getchannel("A") if image.mode == "RGBA" else None
        colors = image.convert("RGB") if alpha else image
        try:
            done = ImageCms.profileToProfile(
                colors, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):  # a broken profile, or one of another kind: show its numbers as they are
            done = None
        if isinstance(done, Image.Image):
            if alpha:
                done.putalpha(alpha)
            return done
    return image if image.mode in ("L", "LA", "RGB", "RGBA") else image.convert("RGB")


def _xobject(pdf: Pdf, mode: str, size: tuple[int, int], data: bytes, coding: Name) -> Object:
    stream = pdf.make_stream(data)
    stream.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=_SPACES[mode],
        BitsPerComponent=8,
        Filter=coding,
    )
    return stream
