"""A kit that saves ink: no filled shapes, dark text on white, and as legible as the other."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

from speelveld.build.pipeline import build, load
from speelveld.colors import contrast
from speelveld.errors import KitError
from speelveld.geometry import Point
from speelveld.markup.huisstijl import huisstijl_colors
from speelveld.markup.theme import load_theme
from speelveld.options import Options
from speelveld.typeset.frame import Group, Shape
from tests.makers.kits import DATE, ROOT, Made, make_kit

pytestmark = pytest.mark.slow

CASUS = ROOT / "decks" / "zutphen-dementie"
STYLE = ROOT / "layouts" / "stijl.yaml"
# A bar of at most 2 mm keeps its colour, and so does the map of tiles in a margin, with cells of 3.2 mm.
NARROW = 3.5 / 25.4 * 72


@pytest.mark.parametrize("huis", ["#1f3a4d", "#ffcc00", "#ffffff", "#000000"])
def test_every_text_can_be_read_on_everything_that_is_filled(huis: str) -> None:
    theme = load_theme(STYLE)
    theme = theme.with_colors(huisstijl_colors(theme, huis)).sparing_ink()
    for name in theme.colors:
        for ground in theme.colors:
            assert contrast(theme.text(name), theme.fill(ground)) >= 4.5, (name, ground)


def test_without_the_option_colours_are_what_they_were() -> None:
    theme = load_theme(STYLE)
    for name, color in theme.colors.items():
        assert theme.fill(name) == theme.text(name) == theme.stroke(name) == color
        assert theme.outline(name) is None


def test_every_colour_of_the_theme_that_fills_shapes_leaves_an_outline() -> None:
    theme = load_theme(STYLE).sparing_ink()
    without = [name for name in theme.colors if theme.outline(name) is None]
    # The ground of the board is no shape that tells something.
    assert without == ["grond", "licht"]


def test_a_style_without_the_block_says_so(tmp_path: Path) -> None:
    lines = STYLE.read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index("inktarm:\n")
    end = next(number for number in range(start, len(lines)) if not lines[number].strip())
    (tmp_path / "stijl.yaml").write_text("".join(lines[:start] + lines[end:]), encoding="utf-8")
    options = Options(DATE, low_ink=True, first_layouts=(tmp_path,), only=("opgavekaarten",))
    with pytest.raises(KitError, match="geen blok 'inktarm'"):
        build(load(CASUS, "zutphen"), options, lambda _: None)


def shapes(items: object) -> Iterator[Shape]:
    for item in items:  # type: ignore[attr-defined]
        if isinstance(item, Shape):
            yield item
        elif isinstance(item, Group):
            yield from shapes(item.items)


def narrow(shape: Shape) -> bool:
    """Tell whether every part of a shape is as narrow as a line."""
    points = iter(shape.path.points)
    parts: list[list[Point]] = []
    for step in shape.path.steps:
        if step == "m":
            parts.append([])
        parts[-1].extend(next(points) for _ in range({"m": 1, "l": 1, "c": 3, "h": 0}[step]))
    return all(min(max(axis) - min(axis) for axis in zip(*part, strict=True)) <= NARROW for part in parts)


def test_no_wide_shape_is_filled_with_ink() -> None:
    built = build(load(CASUS, "zutphen"), Options(DATE, low_ink=True), lambda _: None)
    seen = 0
    for print_ in built.prints:
        for page in print_.pages:
            for laid in page.laid:
                for shape in shapes(laid.frame.items):
                    if shape.fill is not None and not narrow(shape):
                        seen += 1
                        assert min(shape.fill.rgb) > 0.9, (print_.naam, laid.frame.title, shape)
    assert seen > 500


@pytest.fixture(scope="module")
def board() -> list[Shape]:
    options = Options(DATE, low_ink=True, only=("speelbord",))
    built = build(load(CASUS, "zutphen"), options, lambda _: None)
    (laid,) = built.prints[-1].pages[0].laid
    return [
        shape
        for shape in shapes(laid.frame.items)
        if shape.stroke is not None and shape.line < 6 and 20 < shape.path.bounds.width < 200
    ]


def test_white_that_keeps_a_field_of_the_board_clear_gets_no_edge_of_its_own(board: list[Shape]) -> None:
    boxes = [shape.path.bounds for shape in board]
    assert len(boxes) > 40
    double = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if all(
            abs(first - second) < 8
            for first, second in zip(
                (one.x, one.y, one.right, one.bottom), (other.x, other.y, other.right, other.bottom), strict=True
            )
        )
    ]
    assert double == []


def test_where_one_begins_on_a_scale_has_a_heavy_frame(board: list[Shape]) -> None:
    """Without its fill it would be a field like the others."""
    heavy = Counter(shape.stroke.name for shape in board if shape.stroke and round(shape.line / 72 * 25.4, 2) == 1.5)
    assert heavy == {"tijd": 1, "steun": 1, "regie": 1}


@pytest.fixture(scope="module")
def cards() -> list[list[Shape]]:
    only = ("kanskaarten", "uitdagingkaarten", "aanpakkaarten", "opgavekaarten", "rolkaarten")
    built = build(load(CASUS, "zutphen"), Options(DATE, low_ink=True, only=only), lambda _: None)
    return [
        [shape for shape in shapes(laid.frame.items) if shape.stroke is not None]
        for print_ in built.prints
        for page in print_.pages
        for laid in page.laid
    ]


def test_a_panel_of_a_card_has_one_frame_in_one_colour(cards: list[list[Shape]]) -> None:
    seen = 0
    for card in cards:
        wide = [shape for shape in card if shape.path.bounds.width > 40 and shape.path.bounds.height > 12]
        for one, other in combinations(wide, 2):
            first, second = one.path.bounds, other.path.bounds
            if abs(first.x - second.x) < 1 and abs(first.right - second.right) < 1 and abs(first.y - second.y) < 1:
                seen += 1
                assert one.stroke == other.stroke
                assert one.line == pytest.approx(other.line)
    assert seen > 80


def test_the_sign_of_each_kind_of_card_is_dark(cards: list[list[Shape]], board: list[Shape]) -> None:
    signs = [
        shape for card in cards for shape in card if 17 < shape.path.bounds.width < 27 and len(shape.path.steps) < 9
    ]
    signs += [shape for shape in board if shape.path.steps == "m" + "l" * 5 + "h"]
    assert len(signs) > 80
    white = load_theme(STYLE).color("wit")
    # WCAG 2.1, success criterion 1.4.11, asks 3 : 1 of what is not text.
    pale = [shape for shape in signs if shape.stroke is not None and contrast(shape.stroke, white) < 3]
    assert pale == []


def ink(kit: list[Made], word: str) -> float:
    """Return how many square points of a print job are black, grey counted by its darkness."""
    total = 0.0
    (pdf,) = [made.pdf for made in kit if word in made.name]
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        for number in range(len(document)):
            histogram = document[number].render(scale=0.5).to_pil().convert("L").histogram()
            total += sum((255 - level) * count for level, count in enumerate(histogram)) / 255
    return total


def test_it_takes_less_ink() -> None:
    only = ("speelbord", "aanpakkaarten", "rolkaarten")
    normal, sparing = (make_kit(CASUS, low_ink=low, board="a2", only=only) for low in (False, True))
    assert ink(sparing, "bord-heel") <= 0.35 * ink(normal, "bord-heel")
    # What is left on cards is text.
    assert ink(sparing, "kaarten") <= 0.67 * ink(normal, "kaarten")
