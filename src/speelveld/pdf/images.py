"""Picture files → image XObjects in sRGB: upright, with their transparency, unchanged where a PDF can hold them."""

from io import BytesIO
from typing import TYPE_CHECKING

from speelveld.files import ReadFile
from speelveld.pdf.draft import Draft
from speelveld.pdf.raw import reference
from speelveld.pixels import opened, orientation, read_picture

if TYPE_CHECKING:
    from PIL.Image import Image

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


def add_image(draft: Draft, file: ReadFile) -> int:
    """Return the number of `file` as an image XObject of `draft`."""
    found = opened(file.data)
    if _fits_as_it_is(found):
        return draft.add_stream({**_xobject(found.mode, found.size), "Filter": "/DCTDecode"}, file.data, coded=True)
    image = in_srgb(read_picture(file.data))
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    plain = image.convert("L" if image.mode in ("L", "LA") else "RGB")
    facts = _xobject(plain.mode, plain.size)
    if alpha is not None and alpha.getextrema() != (255, 255):
        facts["SMask"] = reference(draft.add_stream(_xobject("L", alpha.size), alpha.tobytes()))
    return draft.add_stream(facts, plain.tobytes())


def _fits_as_it_is(image: "Image") -> bool:
    """Tell whether a reader of PDF shows the file as it is meant: a JPEG in grey or RGB that needs no turning."""
    return (
        image.format == "JPEG"
        and image.mode in _SPACES
        and orientation(image) == 1
        and not image.info.get("icc_profile")
    )


def in_srgb(image: "Image") -> "Image":
    """Return the picture in grey or sRGB, with or without alpha, by its own profile if it has one."""
    from PIL import Image, ImageCms

    if image.mode.startswith("I;16") or image.mode == "I":
        # Sixteen bits of grey: Pillow would cut off what is above eight.
        image = image.point(lambda value: value / 256).convert("L")
    if "transparency" in image.info:
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


def _xobject(mode: str, size: tuple[int, int]) -> dict[str, object]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": _SPACES[mode],
        "BitsPerComponent": 8,
    }
