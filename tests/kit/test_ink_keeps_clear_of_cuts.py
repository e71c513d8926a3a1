"""No ink within 3 mm of a cut or 5 mm of the paper's edge, on any sheet of cards: measured in pixels."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.options import Options

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
DPI = 144
MM = DPI / 25.4
# Where cuts run on A4, in mm: four cards of 95 × 134 or eight of 67 × 95, turned, in the middle of the paper.
ACROSS = (10.0, 105.0, 200.0)
GROOT, KLEIN = (14.5, 148.5, 282.5), (14.5, 81.5, 148.5, 215.5, 282.5)
CLEAR, EDGE = 2.9, 4.9


def pages(*names: str) -> Iterator[Image.Image]:
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=names)
    built = build(load(ROOT / "decks" / "zutphen-dementie", "casus.yaml"), options, lambda _: None)
    with pypdfium2.PdfDocument(print_pdf(built, built.prints[0], options)) as document:
        for page in document:
            yield page.render(scale=DPI / 72).to_pil().convert("L")


def inked(page: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    box = (round(left * MM) + 1, round(top * MM) + 1, round(right * MM) - 1, round(bottom * MM) - 1)
    darkest, _ = page.crop(box).getextrema()
    assert isinstance(darkest, int)
    return darkest < 200


def trespasses(page: Image.Image, down: tuple[float, ...]) -> list[str]:
    found = []
    for x in ACROSS:
        if inked(page, max(x - CLEAR, ACROSS[0]), down[0] + 0.5, min(x + CLEAR, ACROSS[-1]), down[-1] - 0.5):
            found.append(f"x {x}")
    for y in down:
        if inked(page, ACROSS[0] + 0.5, max(y - CLEAR, down[0]), ACROSS[-1] - 0.5, min(y + CLEAR, down[-1])):
            found.append(f"y {y}")
    for side, box in {
        "left": (0, 0, EDGE, 297),
        "right": (210 - EDGE, 0, 210, 297),
        "top": (0, 0, 210, EDGE),
        "bottom": (0, 297 - EDGE, 210, 297),
    }.items():
        if inked(page, *box):
            found.append(side)
    return found


@pytest.mark.parametrize(
    ("names", "down", "count"),
    [
        (("opgavekaarten", "rolkaarten", "kanskaarten", "uitdagingkaarten"), GROOT, 36),
        (("aanpakkaarten",), KLEIN, 8),
    ],
)
def test_cards_keep_their_ink_to_themselves(names: tuple[str, ...], down: tuple[float, ...], count: int) -> None:
    found = {number: wrong for number, page in enumerate(pages(*names), 1) if (wrong := trespasses(page, down))}
    assert found == {}
    assert sum(1 for _ in pages(*names)) == count


def test_the_measurement_sees_ink_on_a_cut() -> None:
    page = Image.new("L", (round(210 * MM), round(297 * MM)), 255)
    assert trespasses(page, GROOT) == []
    page.paste(0, (round(107 * MM), round(60 * MM), round(108 * MM), round(61 * MM)))
    assert trespasses(page, GROOT) == ["x 105.0"]
