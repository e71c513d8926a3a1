"""Picture files → image XObjects in the inks of a press, lossless: a lossy one could hold more ink than was allowed."""

import math
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Object, Pdf

from speelveld.colors import Color
from speelveld.colors.inks import Inks
from speelveld.files import ReadFile
from speelveld.pdf.images import in_srgb

if TYPE_CHECKING:
    from PIL.Image import Image


# Twice what can be seen in print; a photo of a camera on a card has ten times that, and makes a file no one can send.
MOST_DPI = 600


def add_press_image(pdf: Pdf, file: ReadFile, inks: Inks, ground: Color | None, width: float) -> Object:
    """Return `file` as an image XObject of `pdf`, to be drawn `width` points wide at most.

    What is transparent in it shows `ground`, if there is one.
    """
    from PIL import Image, ImageOps

    with Image.open(BytesIO(file.data)) as opened:
        image = in_srgb(ImageOps.exif_transpose(opened))
    most = math.ceil(width / 72 * MOST_DPI)
    if image.width > most:
        image = image.resize((most, max(1, round(image.height * most / image.width))), Image.Resampling.LANCZOS)
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    if alpha is not None and alpha.getextrema() == (255, 255):
        alpha = None
    pressed = inks.picture(image.convert("L" if image.mode in ("L", "LA") else "RGB"))
    if alpha is not None and ground is not None:
        under = tuple(int(255 * part) for part in ground.cmyk)
        pressed, alpha = Image.composite(pressed, Image.new("CMYK", pressed.size, under), alpha), None
    made = _xobject(pdf, pressed, Name.DeviceCMYK)
    if alpha is not None:
        made[Name.SMask] = _xobject(pdf, alpha, Name.DeviceGray)
    return made


def _xobject(pdf: Pdf, image: "Image", space: Name) -> Object:
    stream = pdf.make_stream(zlib.compress(image.tobytes()))
    stream.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=space,
        BitsPerComponent=8,
        Filter=Name.FlateDecode,
    )
    return stream
