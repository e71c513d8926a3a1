"""Picture files → bytes that a browser shows as the PDF does: upright and in sRGB, unchanged where that is so."""

from base64 import b64encode
from io import BytesIO

from speelveld.files import ReadFile
from speelveld.pixels import holds_as_it_is, in_srgb, opened, read_picture

_QUICK = 1


def for_a_browser(file: ReadFile) -> tuple[bytes, str]:
    """Return a picture and its kind ('image/png' or 'image/jpeg')."""
    if holds_as_it_is(opened(file.data)):
        return file.data, "image/jpeg"
    buffer = BytesIO()
    image = in_srgb(read_picture(file.data))
    # What else the file said of itself would be taken for something to do.
    image.info = {}
    image.save(buffer, "PNG", compress_level=_QUICK)
    return buffer.getvalue(), "image/png"


def as_data(file: ReadFile) -> str:
    """Return a picture as an address that holds all of it."""
    data, kind = for_a_browser(file)
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
