"""Picture files → image XObjects in the inks of a press, lossless: a lossy one could hold more ink than was allowed."""

import math
import zlib
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Object, Pdf

from speelveld.colors import Color
from speelveld.colors.inks import Inks
from speelveld.files import ReadFile
from speelveld.pixels import in_srgb, read_picture, strips

if TYPE_CHECKING:
    from PIL.Image import Image


# Twice what can be seen in print; a photo of a camera on a card has ten times that, and makes a file no one can send.
MOST_DPI = 600


def add_press_image(pdf: Pdf, file: ReadFile, inks: Inks, ground: Color | None, width: float) -> Object:
    """Return `file` as an image XObject of `pdf`, to be drawn `width` points wide at most.

    What is transparent in it shows `ground`, if there is one.
    """
    from PIL import Image

    image = in_srgb(read_picture(file.data))
    most = math.ceil(width / 72 * MOST_DPI)
    if image.width > most:
        image = image.resize((most, max(1, round(image.height * most / image.width))), Image.Resampling.LANCZOS)
    clear = "A" in image.getbands() and image.getchannel("A").getextrema() != (255, 255)
    alpha = image.getchannel("A") if clear else None
    pressed = Image.new("CMYK", image.size)
    # Reckoning with inks takes ten times the room of a picture.
    for top, strip in strips(image):
        made_of = inks.picture(strip.convert("L" if strip.mode in ("L", "LA") else "RGB"))
        if clear and ground is not None:
            under = tuple(int(255 * part) for part in ground.cmyk)
            made_of = Image.composite(made_of, Image.new("CMYK", made_of.size, under), strip.getchannel("A"))
        pressed.paste(made_of, (0, top))
    if ground is not None:
        alpha = None
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
