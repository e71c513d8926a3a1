"""Words on cards, fiches, tent cards and tiles keep clear of every cut, and no letter is smaller than it may be."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from io import BytesIO

import pikepdf
import pytest

from tests.measured.kits import KINDS, MakeKit
from tests.oracles.boxes import Box
from tests.oracles.ruler import Document, marks_and_rulers
from tests.oracles.sheet_words import Letter, Word, letters, words

pytestmark = pytest.mark.slow

SAFE = 3.0
SMALLEST, BODY = 9.0, 12.0
# What may be smaller than 12 pt on a card: where a figure comes from, the names of numbers, the title of the casus on
# a back, and how to fold a pawn.
LABELS = frozenset(["groep", "kracht", "kost", "geld", "tijd", "brengt", "stappen", "steun", "regie", "rol"])
TITLES = {"zutphen-dementie": "Leven met dementie in Zutphen", "eenzaamheid": "Eenzaam in een volle straat"}
# Pages with a picture of the table or of a turn: what is on cards and sheets in it is there to be recognised.
PICTURED = ("Zo ligt de tafel", "Een beurt, in zes tekeningen")
IN_A_PICTURE = 7
SMALL_TEXTS = ("Bron: ", "Gemaakt naar: ", "Bodem. ")
Tool = Callable[[str], str]


def trespassing(found: Iterable[Word], cells: list[Box]) -> list[str]:
    """Return the words that are neither well inside a cell nor outside them all."""
    safe = [cell.inset(SAFE) for cell in cells]
    return [
        word.text
        for word in found
        if not any(cell.holds(word.box) for cell in safe) and any(cell.meets(word.box) for cell in cells)
    ]


def turned(found: list[Word], width: float) -> list[Word]:
    """Return the words of a back as they lie behind its front, over the long edge of upright paper."""
    return [
        Word(word.text, Box(width - word.box.right, word.box.top, width - word.box.left, word.box.bottom))
        for word in found
    ]


def cells_of(pdf: bytes, step: int) -> list[list[Box]]:
    return [marks_and_rulers(pdf, number)[0].cells for number in range(0, Document(pdf).count, step)]


CASUSSEN = pytest.mark.parametrize("casus", ["zutphen-dementie", "eenzaamheid"])
JOBS = pytest.mark.parametrize(("job", "two_sided", "least"), [("kaarten", True, 3000), ("fiches", False, 300)])


@CASUSSEN
@JOBS
def test_every_word_is_inside_the_safe_area_of_its_card(
    kit: MakeKit, tool: Tool, casus: str, job: str, two_sided: bool, least: int
) -> None:
    pdf = kit(casus)[job]
    pages, step = words(tool("pdftotext"), pdf), 2 if two_sided else 1
    wrong: dict[int, list[str]] = {}
    on_cards = 0
    for sheet, cells in enumerate(cells_of(pdf, step)):
        front = pages[sheet * step]
        on_cards += sum(any(cell.holds(word.box) for cell in cells) for word in front)
        wrong[sheet] = trespassing(front, cells)
        if two_sided:
            wrong[sheet] += trespassing(turned(pages[sheet * step + 1], 210), cells)
    assert {sheet: found for sheet, found in wrong.items() if found} == {}
    assert on_cards > least


def small(found: Iterable[Letter], cells: list[Box], allowed: frozenset[str]) -> list[str]:
    """Return what on each card is in letters of less than 12 pt, beside sources and labels."""
    texts: dict[tuple[int, float], str] = defaultdict(str)
    for letter in found:
        if letter.size < BODY:
            for number, cell in enumerate(cells):
                if cell.holds(letter.box):
                    texts[number, letter.size] += letter.text
    return [
        f"{size} pt: {text}"
        for (_, size), text in texts.items()
        if not any(start in text for start in SMALL_TEXTS) and not allowed.issuperset(text.split())
    ]


@CASUSSEN
@JOBS
def test_what_is_read_on_a_card_is_at_least_twelve_points(
    kit: MakeKit, casus: str, job: str, two_sided: bool, least: int
) -> None:
    pdf = kit(casus)[job]
    allowed = LABELS | frozenset(TITLES[casus].split())
    wrong, read = [], 0
    for sheet, cells in enumerate(cells_of(pdf, 2 if two_sided else 1)):
        for number in (2 * sheet, 2 * sheet + 1) if two_sided else (sheet,):
            found = list(letters(pdf, number))
            read += len(found)
            wrong += small(found, cells, allowed)
    assert wrong == []
    assert read > 5 * least


@CASUSSEN
def test_no_letter_in_a_kit_is_smaller_than_nine_points(kit: MakeKit, casus: str) -> None:
    smallest = {}
    for job, pdf in kit(casus).items():
        for number in range(Document(pdf).count):
            found = list(letters(pdf, number))
            text = "".join(letter.text for letter in found).replace(" ", "")
            if any(title.replace(" ", "") in text for title in PICTURED):
                found = [letter for letter in found if letter.size > IN_A_PICTURE]
            if found:
                smallest[job, number] = min(letter.size for letter in found)
    assert len(smallest) > 100
    assert {page: size for page, size in smallest.items() if size < SMALLEST - 0.005} == {}
    # Nobody measures against a bound that is never met.
    assert min(smallest.values()) == SMALLEST


def changed(pdf: bytes, matrix: str) -> bytes:
    """Return the PDF with all that is on its first page put elsewhere, or at another size."""
    with pikepdf.open(BytesIO(pdf)) as document:
        document.pages[0].contents_add(f"q {matrix} cm".encode(), prepend=True)
        document.pages[0].contents_add(b"Q")
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def test_a_word_near_a_cut_is_seen(kit: MakeKit, tool: Tool) -> None:
    pdf = kit("zutphen-dementie")["kaarten"]
    cells = cells_of(pdf, 2)[0]
    # The texts of an opgavekaart begin 7 mm inside the cut.
    for millimetres, seen in ((-3.9, False), (-4.3, True)):
        moved = changed(pdf, f"1 0 0 1 {millimetres * 72 / 25.4} 0")
        assert bool(trespassing(words(tool("pdftotext"), moved)[0], cells)) is seen


def test_letters_that_are_drawn_smaller_are_seen(kit: MakeKit) -> None:
    pdf = changed(kit("zutphen-dementie")["kaarten"], "0.9 0 0 1 0 0")
    found = list(letters(pdf, 0))
    assert min(letter.size for letter in found) == pytest.approx(8.1, abs=0.01)
    assert small(found, [Box(0, 0, 210, 297)], LABELS) != []


def test_words_keep_clear_of_cuts_on_large_sheets_that_turn_over_the_short_edge(kit: MakeKit, tool: Tool) -> None:
    options = ("--duplex", "korte-zijde", "--papier", "a3", "--alleen", ",".join(KINDS))
    pdf = kit("zutphen-dementie", *options)["kaarten"]
    pages, found = words(tool("pdftotext"), pdf), []
    for sheet, cells in enumerate(cells_of(pdf, 2)):
        behind = [Box(cell.left, 420 - cell.bottom, cell.right, 420 - cell.top) for cell in cells]
        found.append(trespassing(pages[2 * sheet], cells) + trespassing(pages[2 * sheet + 1], behind))
    assert len(found) >= 10
    assert [page for page in found if page] == []


def test_words_keep_clear_of_cuts_and_of_the_fold_on_sheets_to_fold(kit: MakeKit, tool: Tool) -> None:
    pdf = kit("zutphen-dementie", "--duplex", "geen", "--alleen", ",".join(KINDS))["kaarten"]
    pages, found = words(tool("pdftotext"), pdf), []
    for page, cells in zip(pages, cells_of(pdf, 1), strict=True):
        # The fold runs over the middle of the paper and has no marks to cut along.
        halves = [
            half
            for cell in cells
            for half in (
                Box(cell.left, cell.top, min(cell.right, 105), cell.bottom),
                Box(max(cell.left, 105), cell.top, cell.right, cell.bottom),
            )
            if half.width > 0
        ]
        found.append(trespassing(page, halves))
    assert len(found) >= 30
    assert [page for page in found if page] == []
