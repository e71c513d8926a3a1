"""A logo alone on a page, as the program draws it."""

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
from PIL import Image

from speelveld.files import ReadFile
from speelveld.geometry import Rect, Size
from speelveld.pdf import Facts, Surface, make_pdf
from speelveld.resources import fonts
from speelveld.typeset import Frame, Item
from speelveld.typeset.pictures import PictureBox
from speelveld.typeset.svg import read_svg

DATE = datetime(2026, 12, 3, tzinfo=UTC)


def logo_frame(svg: bytes, width: float) -> Frame:
    """Return a frame that the logo fills, so many points wide; ValueError says why it is not drawn."""
    drawing = read_svg(svg)
    size = Size(width, width * drawing.height / drawing.width)
    items: list[Item] = []
    PictureBox(size.width, size.height, ReadFile(Path("logo.svg"), svg), size.box, None).paint(0.0, 0.0, items)
    return Frame(size, tuple(items), "Logo")


def logo_pdf(svg: bytes, width: float) -> bytes:
    """Return a PDF with a page of the size of the logo."""
    frame = logo_frame(svg, width)
    size = frame.size

    def draw(surface: Surface) -> None:
        surface.start_part("Logo", name="logo")
        surface.start_page(size)
        surface.draw(frame, Rect(0.0, 0.0, size.width, size.height))
        surface.end_page()

    facts = Facts(title="Logo", author="", subject="", creator="", lang="nl-NL", tagged=False)
    return make_pdf(draw, first=size, fonts=fonts(), facts=facts, date=DATE)


def logo_picture(svg: bytes, width: float, times: float) -> Image.Image:
    """Return how that page looks on white, with `times` pixels to the point."""
    with pypdfium2.PdfDocument(logo_pdf(svg, width)) as document:
        return document[0].render(scale=times).to_pil().convert("RGB")
