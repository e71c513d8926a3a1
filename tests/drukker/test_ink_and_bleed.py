"""Ink and bleed, measured on the dots of a press: by another renderer, with overprint, from the finished bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.makers.kits import Made, Maker
from tests.makers.once import once
from tests.oracles.inkmeter import MM, most_ink, separations

pytestmark = pytest.mark.slow

MOST = 300
DPI = 60
Tool = Callable[[str], str]
Dot = tuple[int, int, int, int]
PAPER: Dot = (0, 0, 0, 0)

# The colours of grounds and bands, in percent, as the theme of the layouts has them.
BANDS = {
    "opgavekaarten": (91, 68, 0, 11),
    "rolkaarten": (90, 0, 54, 95),
    "kanskaarten": (2, 27, 92, 10),
    "uitdagingkaarten": (0, 77, 89, 32),
    "aanpakkaarten": (0, 41, 100, 88),
}
# A back is of the colour of its kind, or of its group; that of an opgave has a band above a light ground.
GROUNDS = {
    "opgavekaarten": {(13, 4, 0, 0), (91, 68, 0, 11)},
    "rolkaarten": {
        (90, 0, 54, 95),
        (83, 0, 68, 48),
        (13, 50, 89, 40),
        (0, 97, 100, 71),
        (100, 97, 0, 55),
        (73, 0, 31, 69),
    },
    "kanskaarten": {(2, 27, 92, 10)},
    "uitdagingkaarten": {(0, 77, 89, 32)},
    "aanpakkaarten": {(0, 41, 100, 88)},
}


def pages(gs: str, made: Made, folder: Path, dpi: int = DPI) -> Iterator[Image.Image]:
    pdf = folder / made.file
    pdf.write_bytes(made.pdf)
    return separations(gs, pdf, dpi)


def named(files: list[Made], name: str) -> Made:
    return next(file for file in files if f"-{name}-" in file.name)


@dataclass(frozen=True)
class Measured:
    """One page: the most ink of any dot, and the dots of the bleed that do not continue what is at the cut."""

    file: str
    number: int
    ink: float
    breaks: int
    colours: int
    """How many there are in the bleed left and right."""
    breaks_above: int
    """The breaks in the upper 43 percent: on a back that is above the street."""

    @property
    def has_street(self) -> bool:
        """Whether it is a back on which the street of the casus stands: every second page, of all but the opgaven."""
        return self.number % 2 == 0 and any(f"-{kind}-" in self.file for kind in BANDS if kind != "opgavekaarten")


@pytest.fixture(scope="module", params=["zutphen-dementie", "amsterdam-subsidies"])
def measured(
    request: pytest.FixtureRequest, files: Maker, tool: Tool, tmp_path_factory: pytest.TempPathFactory
) -> list[Measured]:
    gs, folder = tool("gs"), tmp_path_factory.mktemp("dots")

    def measure() -> list[Measured]:
        return [
            Measured(
                made.name,
                number,
                most_ink(page),
                sum(out != at for out, at in ring(page, "trbl")),
                len({out for out, _ in ring(page, "lr")}),
                sum(out != at for out, at in ring(page.crop((0, 0, page.width, page.height * 43 // 100)), "tlr")),
            )
            for made in files(request.param)
            for number, page in enumerate(pages(gs, made, folder), 1)
        ]

    return once(measure, "ink of every page", request.param)


def test_no_dot_gets_more_than_300_percent(measured: list[Measured]) -> None:
    assert [page for page in measured if page.ink > MOST] == []
    assert max(page.ink for page in measured) > 150, "something was measured"


def test_what_stands_on_the_cut_runs_on_through_the_bleed_on_every_page(measured: list[Measured]) -> None:
    # Where a band or a ground ends on the cut, one dot may be of either.
    assert [page for page in measured if page.breaks > 4 and not page.has_street] == []
    assert len(measured) > 150


def test_the_street_on_a_back_runs_into_the_bleed(measured: list[Measured]) -> None:
    backs = [page for page in measured if page.has_street]
    assert len(backs) > 60
    # Walls, windows and pavement; a ground alone is one colour.
    assert [page for page in backs if page.colours < 3] == []
    assert [page for page in backs if page.breaks_above > 4] == []


@pytest.mark.parametrize("shop", ["x4", "x1a"])
def test_a_dark_photo_and_a_dark_colour_stay_under_300_percent(
    shop: str, vol_inkt: Path, files: Maker, tool: Tool, tmp_path: Path
) -> None:
    wanted = ("fotokaarten", "bewuste-kaarten", "speelbord")
    made = files(vol_inkt, shop)
    most = {name: max(map(most_ink, pages(tool("gs"), named(made, name), tmp_path, 100))) for name in wanted}
    assert all(290 < ink <= MOST for ink in most.values()), most


def test_the_measure_sees_too_much_ink(files: Maker, tool: Tool, tmp_path: Path) -> None:
    card = named(files("zutphen-dementie"), "opgavekaarten")
    with pikepdf.open(BytesIO(card.pdf)) as pdf:
        # A vector of 301 %, and black text over a ground of 202 %: one in itself, the other only by its overprint.
        pdf.pages[0].contents_add(b"q 1 1 0.01 1 k 60 60 20 20 re f Q")
        pdf.pages[1].contents_add(b"q 1 1 0.02 0 k 60 60 40 40 re f /Over gs 0 0 0 1 k 70 70 9 9 re f Q")
        out = BytesIO()
        pdf.save(out)
    found = list(map(most_ink, pages(tool("gs"), replace(card, pdf=out.getvalue()), tmp_path)))
    assert found[0] > MOST
    assert found[1] > MOST
    assert all(ink <= MOST for ink in found[2:])


def test_black_text_lies_over_its_ground_and_white_text_does_not(files: Maker, tool: Tool, tmp_path: Path) -> None:
    front, back, *_ = pages(tool("gs"), named(files("zutphen-dementie"), "opgavekaarten"), tmp_path, 150)
    under = dots(Image.merge("RGB", back.split()[:3]).crop(inside(back)), back.split()[3].crop(inside(back)))
    black = [color for color, key in under if key == 255]
    assert len(black) > 1000
    assert min(cyan for cyan, _, _ in black) > 0, "cyan of the ground stands under all black text"
    band = front.crop((20, 20, front.width - 20, 60))
    assert PAPER in {tuple(dot) for _, dot in band.getcolors(maxcolors=100_000) or ()}, "white letters leave paper"


def inside(image: Image.Image) -> tuple[int, int, int, int]:
    edge = round(10 * MM * 150 / 72)
    return edge, edge, image.width - edge, round(image.height * 0.6)


def dots(colors: Image.Image, black: Image.Image) -> list[tuple[tuple[int, int, int], int]]:
    return list(zip(triples(colors.tobytes()), black.tobytes(), strict=True))


def triples(data: bytes) -> list[tuple[int, int, int]]:
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))


def ring(image: Image.Image, sides: str, dpi: int = DPI) -> list[tuple[Dot, Dot]]:
    """Return dots in the bleed with the dot at the cut that they continue, along `sides` (t, r, b, l)."""
    out, at = round(0.6 * MM * dpi / 72), round(3.4 * MM * dpi / 72)
    wide, high = image.width, image.height
    found: list[tuple[Dot, Dot]] = []
    for side in sides:
        # Corners belong to both sides; what stands within 8 mm of one is left to the other.
        along = range(round(8 * MM * dpi / 72), (wide if side in "tb" else high) - round(8 * MM * dpi / 72))
        for step in along:
            match side:
                case "t":
                    pair = ((step, out), (step, at))
                case "b":
                    pair = ((step, high - 1 - out), (step, high - 1 - at))
                case "l":
                    pair = ((out, step), (at, step))
                case _:
                    pair = ((wide - 1 - out, step), (wide - 1 - at, step))
            found.append((image.getpixel(pair[0]), image.getpixel(pair[1])))  # type: ignore[arg-type]
    return found


def in_percent(dot: Dot) -> tuple[int, ...]:
    return tuple(round(part / 2.55) for part in dot)


@pytest.mark.parametrize("kind", sorted(BANDS))
def test_the_band_of_every_card_runs_through_the_bleed(kind: str, files: Maker, tool: Tool, tmp_path: Path) -> None:
    sides = list(pages(tool("gs"), named(files("zutphen-dementie"), kind), tmp_path))
    assert len(sides) >= 20
    seen: set[tuple[int, ...]] = set()
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        bleeding = ring(front, "t")
        # The head of a role is of the colour of its group.
        bands = GROUNDS[kind] if kind == "rolkaarten" else {BANDS[kind]}
        assert len({in_percent(out) for out, _ in bleeding}) == 1
        assert {in_percent(out) for out, _ in bleeding} <= bands
        assert all(out == at for out, at in bleeding)
        # Left and right the street crosses the cut.
        around = ring(back, "trbl" if kind == "opgavekaarten" else "tb")
        assert len({in_percent(out) for out, _ in around}) == (2 if kind == "opgavekaarten" else 1)
        seen |= {in_percent(out) for out, _ in around}
        assert all(out == at for out, at in around)
    assert seen == GROUNDS[kind]


def test_the_board_bleeds_above_and_ends_in_white_below(files: Maker, tool: Tool, tmp_path: Path) -> None:
    (board,) = pages(tool("gs"), named(files("zutphen-dementie"), "speelbord"), tmp_path)
    assert {in_percent(out) for out, _ in ring(board, "t")} == {(73, 35, 0, 80)}
    assert {in_percent(out) for out, _ in ring(board, "b")} == {PAPER}


def test_a_layout_that_knows_nothing_of_bleed_gets_it(vol_inkt: Path, files: Maker, tool: Tool, tmp_path: Path) -> None:
    front, back, *_ = pages(tool("gs"), named(files(vol_inkt), "fotokaarten"), tmp_path)
    for page in (front, back):
        changes = [pair for pair in ring(page, "trbl") if pair[0] != pair[1]]
        assert len(changes) <= 4, changes[:5]
    assert PAPER not in {out for out, _ in ring(front, "trbl")}
    assert PAPER not in {out for out, _ in ring(back, "t")}, "a rectangle that is turned runs on too"


def test_the_measure_sees_art_that_stops_at_the_cut(files: Maker, tool: Tool, tmp_path: Path) -> None:
    card = named(files("zutphen-dementie"), "kanskaarten")
    with pikepdf.open(BytesIO(card.pdf)) as pdf:
        left, bottom, right, top = (float(side) for side in pdf.pages[0].mediabox)
        band = 3 * MM
        pdf.pages[0].contents_add(f"q 0 0 0 0 k {left} {top - band} {right - left} {band} re f Q".encode())
        out = BytesIO()
        pdf.save(out)
    front = next(pages(tool("gs"), replace(card, pdf=out.getvalue()), tmp_path))
    assert all(over == PAPER != at for over, at in ring(front, "t"))
    del bottom
