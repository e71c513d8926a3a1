"""Sheets of cards, fiches and tent cards, measured on the page: cuts, rulers, and backs behind their fronts."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.measured.kits import KINDS, PRINTER_IS_OFF, MakeKit
from tests.oracles.boxes import Box
from tests.oracles.ruler import PER_MM, Document, Marks, Sheet, marks_and_rulers, middle

pytestmark = pytest.mark.slow

EXACT = 0.1
PAPERS = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
# How large the cards of a sheet are and how many lie across and down it, as the handleiding says.
A4 = {(95.0, 134.0): (2, 2), (95.0, 67.0): (2, 4), (190.0, 134.0): (1, 2), (38.0, 33.5): (5, 8), (38.0, 134.0): (5, 2)}
A3 = {(134.0, 95.0): (2, 4), (67.0, 95.0): (4, 4)}
CARDS = ("--alleen", ",".join(KINDS))
A3_SHORT = ("--duplex", "korte-zijde", "--papier", "a3")


def cuts(paper: float, card: float, count: int) -> list[float]:
    """Return where so many cards are cut that lie against each other in the middle of a paper."""
    return [(paper - count * card) / 2 + card * number for number in range(count + 1)]


def best(marks: Marks, paper: str) -> float:
    """Return how far the marks are off the cuts of the kind of cards they fit best, in the middle of the paper."""
    wide, high = PAPERS[paper]
    found = [
        marks.off(cuts(wide, card[0], across), cuts(high, card[1], down))
        for card, (across, down) in (A4 if paper == "a4" else A3).items()
        if (len(marks.above), len(marks.before)) == (across + 1, down + 1) == (len(marks.below), len(marks.after))
    ]
    return min(found, default=99.0)


def faults(marks: Marks, rulers: Sequence[float], paper: str) -> list[str]:
    """Return what is wrong with the marks and the ruler of a front."""
    found = []
    if (off := best(marks, paper)) > EXACT:
        found.append(f"marks {off:.2f} mm off")
    # A cut that is a little off must leave no mark on a card.
    elif not marks.between.holds(marks.block.inset(-1.9)):
        found.append("a mark near the cards")
    if marks.thickest > 0.25:
        found.append(f"a mark of {marks.thickest:.2f} mm")
    if len(rulers) != 1 or abs(rulers[0] - 100) > EXACT:
        found.append(f"rulers {list(rulers)}")
    return found


@pytest.mark.parametrize(
    ("casus", "options", "job", "paper", "step", "least"),
    [
        ("zutphen-dementie", (), "kaarten", "a4", 2, 20),
        ("eenzaamheid", (), "kaarten", "a4", 2, 20),
        ("zutphen-dementie", (), "fiches", "a4", 1, 12),
        ("eenzaamheid", (), "fiches", "a4", 1, 12),
        ("zutphen-dementie", (*A3_SHORT, *CARDS), "kaarten", "a3", 2, 10),
        ("eenzaamheid", (*A3_SHORT, *CARDS), "kaarten", "a3", 2, 10),
        ("zutphen-dementie", ("--duplex", "geen", *CARDS), "kaarten-voorkant", "a4", 1, 20),
    ],
)
def test_every_sheet_is_cut_where_its_cards_end(
    kit: MakeKit, casus: str, options: tuple[str, ...], job: str, paper: str, step: int, least: int
) -> None:
    pdf = kit(casus, *options)[job]
    found = {n: faults(*marks_and_rulers(pdf, n), paper) for n in range(0, Document(pdf).count, step)}
    assert len(found) >= least
    assert {number: wrong for number, wrong in found.items() if wrong} == {}


PLAIN = pytest.mark.parametrize(
    ("card", "options"),
    [
        ((95, 134), ("--duplex", "lange-zijde")),
        ((95, 134), ("--duplex", "korte-zijde")),
        ((71.3, 52.7), ("--duplex", "lange-zijde")),
        ((71.3, 52.7), ("--duplex", "korte-zijde", "--papier", "a3")),
        ((67, 95), ("--duplex", "lange-zijde", "--printer", "balie")),
        ((67, 95), ("--duplex", "korte-zijde", "--printer", "balie", "--papier", "a3")),
    ],
    ids=lambda value: "x".join(map(str, value)) if isinstance(value[0], int | float) else "-".join(value[1::2]),
)
MakePlain = Callable[[float, float], Path]


def plain_sheets(
    kit: MakeKit, plain_cards: MakePlain, card: tuple[float, float], options: tuple[str, ...]
) -> tuple[Sheet, Sheet]:
    """Return the front of the first sheet of plain cards, and its back as the printer prints it, seen through it."""
    document = Document(kit(plain_cards(*card), "--alleen", "proefkaarten", *options)["kaarten"])
    back = document.sheet(1)
    long_edge = "lange-zijde" in options
    if "--printer" in options:
        right, down = PRINTER_IS_OFF
        # The printer turns the paper the same way; over the short edge it turns the picture of the back.
        back = back.moved(right, down) if long_edge else back.moved(-right, -down)
    return document.sheet(0), back.turned_over(long_edge=long_edge)


def grounds(sheet: Sheet, marks: Marks) -> tuple[list[float], list[float]]:
    """Return where the grounds of plain cards begin and end, on two lines over the sheet that meet no figure."""
    block, (wide, high) = marks.block, (marks.cells[0].width, marks.cells[0].height)
    row = Box(block.left - 1.5, block.top + 0.85 * high, block.right + 1.5, block.top + 0.93 * high)
    column = Box(block.left + 0.85 * wide, block.top - 1.5, block.left + 0.93 * wide, block.bottom + 1.5)
    return sheet.edges(row, across=True), sheet.edges(column, across=False)


def rhombs(sheet: Sheet, cells: Iterable[Box]) -> list[tuple[float, float]]:
    """Return the middle of the white figure on each card."""
    found = []
    for cell in cells:
        piece = sheet.piece(cell.inset(2)).point(lambda grey: 0 if grey > 250 else 255)
        x, y = middle(piece)
        found.append((cell.left + 2 + x, cell.top + 2 + y))
    return found


def apart(front: Sheet, back: Sheet) -> float:
    """Return how far the figure on the back that lies furthest off is from that in front."""
    pairs = zip(rhombs(front, front.marks.cells), rhombs(back, front.marks.cells), strict=True)
    return max(abs(one - two) for ahead, behind in pairs for one, two in zip(ahead, behind, strict=True))


def white_lines(places: list[float]) -> list[float]:
    """Return the cuts between grounds that end 1 mm before each: the outer ones by that, the inner ones by two."""
    inner = [(one + two) / 2 for one, two in zip(places[1:-1:2], places[2:-1:2], strict=True)]
    return [places[0] - 1, *inner, places[-1] + 1]


@PLAIN
def test_marks_stand_where_the_ground_of_a_card_ends_on_both_sides(
    kit: MakeKit, plain_cards: MakePlain, card: tuple[float, float], options: tuple[str, ...]
) -> None:
    front, back = plain_sheets(kit, plain_cards, card, options)
    assert front.marks.off(*grounds(front, front.marks)) <= EXACT
    assert front.marks.off(*map(white_lines, grounds(back, front.marks))) <= EXACT
    assert {tuple(sorted((round(cell.width, 1), round(cell.height, 1)))) for cell in front.marks.cells} == {
        tuple(sorted(map(float, card)))
    }


@PLAIN
def test_a_back_lies_behind_its_front_when_the_sheet_is_turned_over(
    kit: MakeKit, plain_cards: MakePlain, card: tuple[float, float], options: tuple[str, ...]
) -> None:
    front, back = plain_sheets(kit, plain_cards, card, options)
    assert len(front.marks.cells) >= 4
    assert apart(front, back) <= EXACT
    assert apart(front, back.moved(0.2, 0)) > EXACT
    assert apart(front, back.moved(0, -0.2)) > EXACT


@pytest.mark.parametrize("edge", ["lange-zijde", "korte-zijde"])
def test_the_ground_of_a_bundled_back_lies_in_the_middle_of_its_card(kit: MakeKit, edge: str) -> None:
    document = Document(kit("zutphen-dementie", "--alleen", "rolkaarten", "--duplex", edge)["kaarten"])
    found: list[tuple[float, float]] = []
    for number in range(0, document.count, 2):
        front, back = document.sheet(number), document.sheet(number + 1).turned_over(long_edge=edge == "lange-zijde")
        found += backs(back, front.marks)
    assert len(found) > 20
    assert max(abs(right) for right, _ in found) <= EXACT
    assert max(abs(down) for _, down in found) <= EXACT
    assert max(abs(right) for right, _ in backs(back.moved(0.3, 0), front.marks)) > EXACT


def test_a_sheet_to_fold_brings_each_back_behind_its_front(kit: MakeKit, plain_cards: MakePlain) -> None:
    sheet = Document(kit(plain_cards(67, 95), "--alleen", "proefkaarten", "--duplex", "geen")["kaarten"]).sheet(0)
    marks = sheet.marks
    fold = [dash.middle[0] for dash in sheet.dashes if dash.height > dash.width]
    assert len(fold) > 4
    assert max(abs(place - 105) for place in fold) <= EXACT
    assert max(abs(place - paper) for place, paper in zip(marks.block.middle, (105, 148.5), strict=True)) <= EXACT
    halves = [Box(marks.block.left, cell.top, 105, cell.bottom) for cell in marks.cells]
    folded = sheet.turned_over(long_edge=True)
    pairs = list(zip(rhombs(sheet, halves), rhombs(folded, halves), strict=True))
    assert len(pairs) >= 2
    assert max(abs(one - two) for ahead, behind in pairs for one, two in zip(ahead, behind, strict=True)) <= EXACT
    moved = rhombs(folded.moved(0.2, 0), halves)
    assert max(abs(one[0] - two[0]) for one, two in zip(rhombs(sheet, halves), moved, strict=True)) > EXACT


def backs(back: Sheet, marks: Marks) -> list[tuple[float, float]]:
    """Return how far the coloured ground of each back lies right of the middle of its card, and below it."""
    found = []
    for cell in marks.cells:
        # The marks of the sheet stand outside its cards, and the words in its margin.
        inner = cell.inset(1)
        box = back.piece(inner).point(lambda grey: 255 if grey < 200 else 0).getbbox()
        if box:
            right = inner.left + (box[0] + box[2]) / 2 / PER_MM - cell.middle[0]
            down = inner.top + (box[1] + box[3]) / 2 / PER_MM - cell.middle[1]
            found.append((right, down))
    return found


def drawn(pdf: bytes, matrix: str, page: int = 0) -> bytes:
    """Return the PDF with all that is on one page put elsewhere."""
    with pikepdf.open(BytesIO(pdf)) as document:
        document.pages[page].contents_add(f"q {matrix} cm".encode(), prepend=True)
        document.pages[page].contents_add(b"Q")
        out = BytesIO()
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("matrix", "wrong"),
    [
        ("1 0 0 1 0 0", ""),
        ("1 0 0 1 0.6 0", "marks 0.2"),  # 0.21 mm to the right
        ("1 0 0 1 0 -0.6", "marks 0.2"),
        ("0.998 0 0 0.998 0 0", "rulers [99."),
        ("1 0 0 1 300 0", "marks 99"),
    ],
)
def test_the_measurements_of_a_sheet_can_fail(kit: MakeKit, matrix: str, wrong: str) -> None:
    pdf = drawn(kit("zutphen-dementie")["kaarten"], matrix)
    found = "; ".join(faults(*marks_and_rulers(pdf, 0), "a4"))
    assert wrong in found if wrong else found == ""


def looked_at(image: Image.Image) -> list[str]:
    sheet = Sheet(image)
    return faults(sheet.marks, sheet.rulers, "a4")


def test_a_mark_that_runs_into_a_card_or_is_thick_is_seen(kit: MakeKit) -> None:
    sheet = Document(kit("zutphen-dementie")["kaarten"]).sheet(0)
    image = sheet.image.copy()
    x = round(105 * PER_MM)
    image.paste(0, (x - 2, round(10 * PER_MM), x + 2, round(14 * PER_MM)))
    assert "a mark near the cards" in looked_at(image)
    image = sheet.image.copy()
    for top in (8.5, 284.5):
        image.paste(0, (x - 3, round(top * PER_MM), x + 3, round((top + 4) * PER_MM)))
    assert any("a mark of 0.2" in wrong for wrong in looked_at(image))
