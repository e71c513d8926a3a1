"""The calibration sheet and the proof sheet, printed by a printer that is off and read by eye."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from speelveld.sheet.correction import Correction
from speelveld.units import mm
from tests.kalibratie.measuring_sheets import DATE, MakeSheet
from tests.oracles.boxes import Box
from tests.oracles.lighttable import Printer, cut, ink, read, words

pytestmark = pytest.mark.slow

# How far off on the back page itself, to the right and down; both signs, and both ends of the scale.
FAULTS = [(0.0, 0.0), (1.5, -0.5), (-3.0, 2.5), (5.0, -5.0), (-5.0, 5.0), (1.1, -0.9), (0.5, 4.5)]
EDGES = pytest.mark.parametrize("over_long_edge", [True, False], ids=["long edge", "short edge"])


def value(number: str) -> float:
    """Return what a number on the sheet is worth."""
    return float(number.replace("−", "-").replace(",", "."))


@EDGES
@pytest.mark.parametrize(("right", "down"), FAULTS)
def test_the_sheet_says_how_far_the_back_lies_to_the_right_and_how_much_higher(
    sheet: MakeSheet, right: float, down: float, over_long_edge: bool
) -> None:
    x, y = read(sheet(over_long_edge=over_long_edge), Printer(over_long_edge, right, down))
    # Turned over its long edge the page behind has left and right changed; over its short edge, up and down.
    seen_right, seen_up = (-right, -down) if over_long_edge else (right, down)
    assert abs(value(x) - seen_right) <= 0.25
    assert abs(value(y) - seen_up) <= 0.25


def test_the_sheet_reads_the_same_on_larger_paper(sheet: MakeSheet) -> None:
    assert read(sheet(paper="a3"), Printer(right=2.5, down=-1.0)) == ("−2,5", "+1")


def test_both_edges_of_one_printer_read_the_same(sheet: MakeSheet) -> None:
    # A printer turns the picture of a back over for the other edge; the paper goes through it as before.
    long = read(sheet(over_long_edge=True), Printer(True, right=2.0, down=-1.5))
    short = read(sheet(over_long_edge=False), Printer(False, right=-2.0, down=1.5))
    assert long == short == ("−2", "+1,5")


@EDGES
def test_a_black_arrow_stands_in_the_open_one_only_over_the_right_edge(sheet: MakeSheet, over_long_edge: bool) -> None:
    pdf = sheet(over_long_edge=over_long_edge)
    (word,) = [box for text, box in words(pdf) if text == "boven"]
    inside = Box(word.right + 5, word.top - 8, word.right + 25, word.bottom + 10)
    right = ink(cut(Printer(over_long_edge).behind(pdf), inside))
    wrong = ink(cut(Printer(not over_long_edge).behind(pdf), inside))
    assert right is not None
    assert (round(right.right - right.left), round(right.bottom - right.top)) == (5, 10)
    # The head is wider than the shaft, so it points up.
    arrow = cut(cut(Printer(over_long_edge).behind(pdf), inside), right)
    head, foot = ink(arrow.crop((0, 0, arrow.width, 40))), ink(arrow.crop((0, 60, arrow.width, arrow.height)))
    assert head is not None
    assert foot is not None
    assert head.right - head.left > 2 * (foot.right - foot.left)
    assert wrong is None


def test_the_rulers_show_what_becomes_of_100_mm(sheet: MakeSheet) -> None:
    pdf = sheet()
    places = {text: box for text, box in words(pdf) if text in ("liggend", "staand")}
    for printer, level, tall in [(Printer(), 100, 100), (Printer(scale=(0.99, 1.015)), 99, 101.5)]:
        front = printer.front(pdf)
        # Their names stand at their ends, the last of these words on the sheet.
        right, below = places["liggend"], places["staand"]
        lying = ink(cut(front, Box(5, right.top - 2, right.left - 1, right.bottom + 4)))
        standing = ink(cut(front, Box(195.5, below.top - 107, 203, below.top - 0.5)))
        assert lying is not None
        assert standing is not None
        assert lying.right - lying.left == pytest.approx(level + 0.3, abs=0.2)
        assert standing.bottom - standing.top == pytest.approx(tall + 0.3, abs=0.2)


@EDGES
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_the_proof_sheet_shows_whether_the_correction_is_right(
    sheet: MakeSheet, over_long_edge: bool, paper: str
) -> None:
    printer = Printer(over_long_edge, right=2.0, down=-3.5)
    x, y = read(sheet(over_long_edge=over_long_edge, paper=paper), printer)
    right = Correction("balie", mm(value(x)), mm(value(y)))
    wrong = Correction("balie", -mm(value(x)), mm(value(y)))
    assert between_the_lines(sheet(over_long_edge=over_long_edge, paper=paper, correction=right), printer)
    assert not between_the_lines(sheet(over_long_edge=over_long_edge, paper=paper, correction=wrong), printer)
    assert not between_the_lines(sheet(over_long_edge=over_long_edge, paper=paper), printer)


def between_the_lines(pdf: bytes, printer: Printer) -> bool:
    """Tell whether all lines of the back, on the proof sheet, lie on the pale band of the front."""
    front, behind = printer.front(pdf, 2).convert("L"), printer.behind(pdf, 3)
    # The words in the margin lie outside; every card of the sheet lies within.
    sheet = (140, 140, front.width - 140, front.height - 140)
    band = front.crop(sheet).point(lambda grey: 255 if 128 < grey < 250 else 0)
    line = behind.crop(sheet).point(lambda grey: 255 if grey < 128 else 0)
    inked = sum(line.histogram()[128:])
    assert inked > 1000
    band.putalpha(line)
    return sum(band.getchannel("L").histogram(mask=line)[128:]) == inked


def test_the_first_sheet_is_never_corrected(sheet: MakeSheet) -> None:
    printer = Printer(right=2.0, down=-3.5)
    corrected = sheet(correction=Correction("balie", mm(2), mm(2), 0.99, 1.0))
    assert read(corrected, printer) == read(sheet(), printer)


@EDGES
def test_a_printer_is_asked_for_full_size_and_the_right_edge(sheet: MakeSheet, over_long_edge: bool) -> None:
    from io import BytesIO

    with pikepdf.open(BytesIO(sheet(over_long_edge=over_long_edge))) as pdf:
        assert len(pdf.pages) == 4
        wishes = pdf.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None"
        assert wishes.Duplex == ("/DuplexFlipLongEdge" if over_long_edge else "/DuplexFlipShortEdge")


def test_the_longest_name_of_a_printer_fits_on_the_proof_sheet(sheet: MakeSheet) -> None:
    name = "Multifunctional van de tweede verdieping"
    assert len(name) == 40
    correction = Correction(name, mm(-9.75), mm(-9.75), 0.955, 0.955)
    pdf = sheet(over_long_edge=False, correction=correction)
    said = " ".join(text.replace("\u2011", "-") for text, _ in words(pdf, 2))
    assert f"van printer {name}: x −9,75, y −9,75." in said
    assert f"--printer {name} --duplex korte-zijde" in said


def test_the_sheet_names_the_commands_to_type(sheet: MakeSheet) -> None:
    said = " ".join(text.replace("\u2011", "-") for text, _ in words(sheet(over_long_edge=False, paper="a3")))
    assert "speelveld kalibreer --printer balie --x … --y …" in said
    assert "speelveld kalibreer --printer balie --papier a3 --duplex korte-zijde" in said
    assert "Maak het vel dan opnieuw met --duplex lange-zijde" in said


def test_the_picture_in_the_handleiding_shows_the_sheet_and_is_small() -> None:
    file = Path(__file__).resolve().parents[2] / "docs" / "plaatjes" / "kalibratie.png"
    assert "(plaatjes/kalibratie.png)" in (file.parents[1] / "handleiding.md").read_text(encoding="utf-8")
    assert file.stat().st_size < 200_000
    with Image.open(file) as picture:
        assert picture.width > 1000


def test_the_same_sheet_has_the_same_bytes(sheet: MakeSheet) -> None:
    from speelveld.kalibratie.sheet import calibration_pdf
    from speelveld.sheet.duplex import Duplex

    assert calibration_pdf("a4", Duplex.LANGE_ZIJDE, None, DATE) == sheet()
