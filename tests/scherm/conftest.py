"""Frames as a browser draws them and as the PDF draws them, as pictures of the same size."""

import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image

from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.pdf import Facts, Surface, make_pdf
from speelveld.scherm import Letters, drawn_frame
from speelveld.typeset import Frame
from tests.makers.drawing import DATE
from tests.oracles import chromium, pixels

_FACTS = Facts(title="Proef", lang="nl-NL", author="x", subject="x", creator="x", tagged=False)
_POINT = chromium.CSS_DPI / 72

Both = Callable[..., tuple[Image.Image, Image.Image]]


@pytest.fixture(scope="session")
def browser(tool: Callable[[str], str]) -> Iterator[chromium.Browser]:
    """Return a browser for this run."""
    with chromium.browser(tool("chromium")) as opened:
        yield opened


@pytest.fixture
def both(browser: chromium.Browser, tmp_path: Path) -> Both:
    """Return a frame as the browser draws its SVG, and as pdfium draws its PDF."""

    def drawn(
        frame: Frame, fonts: Mapping[str, ReadFile], dpi: float = 288, svg: str | None = None
    ) -> tuple[Image.Image, Image.Image]:
        # Whole pixels: pdfium stretches a page that has others.
        wide, high = (math.ceil(side * _POINT - 1e-6) for side in (frame.size.width, frame.size.height))
        letters = Letters(fonts)
        show(browser, tmp_path, letters, svg or drawn_frame(frame, letters), (wide, high), dpi)

        def draw(surface: Surface) -> None:
            surface.start_part("Deel")
            surface.start_page(Size(wide / _POINT, high / _POINT))
            surface.draw(frame, frame.size.box)
            surface.end_page()

        pdf = make_pdf(draw, first=Size(10, 10), fonts=fonts, facts=_FACTS, date=DATE)
        return browser.picture(0, 0, wide, high), pixels.page(pdf, dpi=dpi)

    return drawn


def show(
    browser: chromium.Browser, folder: Path, letters: Letters, svg: str, size: tuple[int, int], dpi: float = 96
) -> None:
    """Show a drawing on a page by itself, its fonts beside it."""
    for name, data in letters.files.items():
        (folder / f"{name}.ttf").write_bytes(data)
    style = f"body{{margin:0}}svg{{display:block}}{letters.stylesheet(lambda name: f'{name}.ttf')}"
    page = folder / "bladzijde.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{svg}", encoding="utf-8")
    browser.show(page, *size, dpi)
