"""Cards for a printer that is off: what it prints wrong was put wrong the other way, so that both sides coincide."""

import json
from collections.abc import Callable
from dataclasses import astuple
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from speelveld.build.pipeline import Built, build, load
from speelveld.build.writing import print_pdf, write
from speelveld.errors import UsageError
from speelveld.options import Options
from speelveld.sheet.correction import Correction
from speelveld.sheet.duplex import Duplex
from speelveld.units import mm
from tests.kalibratie.measuring_sheets import DATE, MakeSheet
from tests.oracles.boxes import Box
from tests.oracles.lighttable import Printer, centre, cut, ink, page, read

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
# A rhomb that does not lie in the middle, at the same place on both sides; in front in a colour of its own. Its sides
# slant, for an upright one is drawn to the pixel.
FRONT = """
<card w="95mm" h="134mm" title="Proef">
  <polygon points="10mm 30mm 35mm 9mm 60mm 30mm 35mm 51mm" fill="{{ kaart.kleur }}"/>
</card>
"""
BACK = """
<card w="95mm" h="134mm" title="Achterkant">
  <polygon points="35mm 30mm 60mm 9mm 85mm 30mm 60mm 51mm" fill="inkt"/>
</card>
"""
COLORS = {"opgave": "#0a5696", "rol": "#062a24", "aanpak": "#50360a", "uitdaging": "#b74b2a"}
CARDS = """
kaartsoorten:
  - naam: proefkaarten
    layout: voor.xml.j2
    keerzijde: achter.xml.j2
    formaat: 95 mm x 134 mm
    kaarten:
""" + "".join(f"      - {{titel: Kaart {name}, kleur: {name}}}\n" for name in COLORS)

EDGES = pytest.mark.parametrize("over_long_edge", [True, False], ids=["long edge", "short edge"])
MakeCards = Callable[..., bytes]


@pytest.fixture(scope="session")
def casus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proef")
    start = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text(start + CARDS, encoding="utf-8")
    (folder / "voor.xml.j2").write_text(FRONT, encoding="utf-8")
    (folder / "achter.xml.j2").write_text(BACK, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def cards(casus: Path) -> MakeCards:
    """Return the PDF of the cards for an edge, a paper, and a printer."""

    @lru_cache
    def made(*, over_long_edge: bool = True, paper: str = "a4", printer: Correction | None = None) -> bytes:
        duplex = Duplex.LANGE_ZIJDE if over_long_edge else Duplex.KORTE_ZIJDE
        built, options = kit(casus, "proefkaarten", duplex=duplex, paper=paper, printer=printer)
        (only,) = built.prints
        return print_pdf(built, only, options)

    return made


def kit(casus: Path, *only: str, **options: object) -> tuple[Built, Options]:
    chosen = Options(DATE, only=only, previews=False, **options)  # type: ignore[arg-type]
    return build(load(casus, "casus.yaml"), chosen, lambda _: None), chosen


def apart(pdf: bytes, machine: Printer) -> float:
    """Return how many mm the backs on the first sheet lie off their fronts, by the rhombs on the cards."""
    front, behind = machine.front(pdf), machine.behind(pdf)
    off = []
    for color in COLORS.values():
        block = ink(front, color)
        assert block is not None
        # That far the backs may lie off; there is no other ink so near.
        around = Box(block.left - 7, block.top - 7, block.right + 7, block.bottom + 7)
        pairs = zip(centre(cut(front, around)), centre(cut(behind, around)), strict=True)
        off += [abs(before - after) for before, after in pairs]
    return max(off)


def typed(x: str, y: str, scale_x: float = 1.0, scale_y: float = 1.0) -> Correction:
    """Return what a user types who reads `x` and `y`."""
    across, up = (float(number.replace("−", "-").replace(",", ".")) for number in (x, y))
    return Correction("balie", mm(across), mm(up), scale_x, scale_y)


@EDGES
@pytest.mark.parametrize(("right", "down"), [(1.5, -0.5), (-3.0, 2.5), (-1.1, -0.9), (4.6, 4.4)])
def test_front_and_back_coincide_once_what_the_sheet_says_is_typed_in(
    cards: MakeCards, sheet: MakeSheet, right: float, down: float, over_long_edge: bool
) -> None:
    machine = Printer(over_long_edge, right, down)
    assert apart(cards(over_long_edge=over_long_edge), machine) == pytest.approx(max(abs(right), abs(down)), abs=0.05)
    printer = typed(*read(sheet(over_long_edge=over_long_edge), machine))
    assert apart(cards(over_long_edge=over_long_edge, printer=printer), machine) <= 0.25


@EDGES
def test_a_sign_that_is_wrong_makes_it_twice_as_bad(cards: MakeCards, sheet: MakeSheet, over_long_edge: bool) -> None:
    machine = Printer(over_long_edge, right=2.5, down=0.0)
    right = typed(*read(sheet(over_long_edge=over_long_edge), machine))
    wrong = Correction("balie", -right.x, right.y)
    assert apart(cards(over_long_edge=over_long_edge, printer=right), machine) <= 0.05
    assert apart(cards(over_long_edge=over_long_edge, printer=wrong), machine) == pytest.approx(5, abs=0.05)


@EDGES
def test_it_holds_on_a3_too_where_cards_lie_on_their_side(
    cards: MakeCards, sheet: MakeSheet, over_long_edge: bool
) -> None:
    machine = Printer(over_long_edge, right=-2.0, down=3.5)
    assert apart(cards(over_long_edge=over_long_edge, paper="a3"), machine) > 3
    printer = typed(*read(sheet(over_long_edge=over_long_edge, paper="a3"), machine))
    assert apart(cards(over_long_edge=over_long_edge, paper="a3", printer=printer), machine) <= 0.05


def test_what_is_read_over_one_edge_holds_over_the_other(cards: MakeCards, sheet: MakeSheet) -> None:
    printer = typed(*read(sheet(over_long_edge=True), Printer(True, right=2.0, down=-1.5)))
    # The same printer: for the other edge it turns the picture of the back, and the paper goes as before.
    assert apart(cards(over_long_edge=False, printer=printer), Printer(False, right=-2.0, down=1.5)) <= 0.05


@pytest.mark.parametrize(
    ("over_long_edge", "paper", "scale"),
    [(True, "a4", (0.985, 0.985)), (False, "a4", (0.99, 1.01)), (True, "a3", (0.99, 1.01))],
)
def test_a_printer_that_shrinks_or_stretches_prints_at_full_size_again(
    cards: MakeCards, over_long_edge: bool, paper: str, scale: tuple[float, float]
) -> None:
    machine = Printer(over_long_edge, right=1.0, down=-2.0, scale=scale)
    seen = ("−1", "+2") if over_long_edge else ("+1", "−2")
    plain = cards(over_long_edge=over_long_edge, paper=paper)
    corrected = cards(over_long_edge=over_long_edge, paper=paper, printer=typed(*seen, *scale))
    assert apart(corrected, machine) <= 0.05
    # On paper everything stands where the plain page has it.
    assert off(page(plain, 0), machine.front(corrected)) <= 0.15
    assert off(page(plain, 0), machine.front(plain)) > 0.8


def off(one: Image.Image, other: Image.Image) -> float:
    """Return how far the sides of the first card's rhomb are apart at most on two sheets."""
    first, second = (ink(image, COLORS["opgave"]) for image in (one, other))
    assert first is not None
    assert second is not None
    return max(abs(before - after) for before, after in zip(astuple(first), astuple(second), strict=True))


def test_a_page_that_lies_on_its_side_is_scaled_as_it_goes_through_the_printer(casus: Path) -> None:
    # Across the paper lengths come out too short, and up a tile, which lies on its side, is across the paper.
    built, options = kit(casus, "speelbord", printer=Correction("balie", scale_x=0.98))
    tiles = print_pdf(built, built.prints[0], options)
    plain, usual = kit(casus, "speelbord")
    wanted = page(print_pdf(plain, plain.prints[0], usual), 4)
    assert wanted.width > wanted.height
    found = Printer(scale=(1.0, 0.98)).front(tiles, 4)
    difference = ImageChops.difference(wanted.convert("L"), found.convert("L"))
    # An edge may fall a tenth of a millimetre off; anything that is not an edge must be the same.
    assert ImageStat.Stat(difference).mean[0] < 1.5
    wrong = ImageChops.difference(wanted.convert("L"), Printer(scale=(0.98, 1.0)).front(tiles, 4).convert("L"))
    assert ImageStat.Stat(wrong).mean[0] > 4


def test_scale_is_corrected_on_every_page_but_the_one_for_a_plotter(casus: Path) -> None:
    names = ("speelbord", "casusblad", "geldfiches", "dreamteamblad", "opgavekaarten")
    plain, _ = kit(casus, *names)
    scaled, _ = kit(casus, *names, printer=Correction("balie", scale_x=0.99, scale_y=0.99))
    assert [print_.bestand for print_ in scaled.prints] == [print_.bestand for print_ in plain.prints]
    for before, after in zip(plain.prints, scaled.prints, strict=True):
        same = [one.laid == two.laid for one, two in zip(before.pages, after.pages, strict=True)]
        assert same
        assert all(same) if before.naam == "bord-heel" else not any(same)
        assert after.printer == ("" if before.naam == "bord-heel" else "balie")


def test_fronts_and_papers_stay_where_they_are(casus: Path) -> None:
    names = ("casusblad", "geldfiches", "draaiboek", "opgavekaarten")
    plain, _ = kit(casus, *names)
    moved, _ = kit(casus, *names, printer=Correction("balie", mm(2), mm(-1)))
    for before, after in zip(plain.prints, moved.prints, strict=True):
        changed = [
            number for number, (one, two) in enumerate(zip(before.pages, after.pages, strict=True)) if one != two
        ]
        backs = range(1, len(before.pages), 2) if before.naam == "kaarten" else range(0)
        assert changed == list(backs)


@EDGES
def test_cards_stay_where_a_printer_can_print(cards: MakeCards, over_long_edge: bool) -> None:
    moved = cards(over_long_edge=over_long_edge, printer=Correction("balie", mm(8), mm(-10)))
    whole, back = ink(page(cards(over_long_edge=over_long_edge), 1), "#16191d"), page(moved, 1)
    found = ink(back, "#16191d")
    assert whole is not None
    assert found is not None
    # Cut off by the edge of the paper it would be smaller.
    assert found.right - found.left == pytest.approx(whole.right - whole.left, abs=0.15)
    assert found.bottom - found.top == pytest.approx(whole.bottom - whole.top, abs=0.15)


@EDGES
def test_a_correction_that_pushes_cards_off_the_paper_is_refused(casus: Path, over_long_edge: bool) -> None:
    duplex = Duplex.LANGE_ZIJDE if over_long_edge else Duplex.KORTE_ZIJDE
    for x in (8.5, -8.5):
        with pytest.raises(UsageError, match="Proefkaarten: op printer 'balie' liggen achterkanten zo ver weg"):
            kit(casus, "proefkaarten", duplex=duplex, printer=Correction("balie", mm(x), 0.0))
    kit(casus, "proefkaarten", duplex=Duplex.GEEN, printer=Correction("balie", mm(8.5), 0.0))


def test_a_printer_without_faults_changes_nothing_but_the_title(casus: Path) -> None:
    plain, _ = kit(casus, "proefkaarten")
    same, options = kit(casus, "proefkaarten", printer=Correction("balie"))
    assert [one.pages for one in same.prints] == [one.pages for one in plain.prints]
    with pikepdf.open(BytesIO(print_pdf(same, same.prints[0], options))) as pdf:
        assert "voor printer balie" in str(pdf.docinfo.Title)


def test_the_manifest_names_the_printer_and_its_correction(casus: Path, tmp_path: Path) -> None:
    built, options = kit(casus, "proefkaarten", printer=Correction("balie", mm(1.5), mm(-0.5), 0.995))
    write(built, tmp_path / "kit", options, lambda _: None)
    manifest = json.loads((tmp_path / "kit" / "kantoor" / "kit.json").read_text(encoding="utf-8"))
    assert manifest["printer"] == {"naam": "balie", "x": 1.5, "y": -0.5, "schaal-x": 99.5, "schaal-y": 100.0}
    built, options = kit(casus, "proefkaarten")
    write(built, tmp_path / "andere", options, lambda _: None)
    assert "printer" not in json.loads((tmp_path / "andere" / "kantoor" / "kit.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("scale", "warned"), [(0.98, False), (0.979, True), (1.02, False), (1.03, True)])
def test_a_scale_that_is_far_off_is_corrected_with_a_warning(casus: Path, scale: float, warned: bool) -> None:
    built, _ = kit(casus, "proefkaarten", printer=Correction("balie", scale_y=scale))
    assert any("verandert de maat meer dan 2 %" in warning.message for warning in built.warnings) is warned
