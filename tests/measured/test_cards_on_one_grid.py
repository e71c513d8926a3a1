"""Cards that lie beside each other: the same field at the same height on all, and no letters too small for a table.

All of it is read off the PDF for the web, a page for a card: of every casus, with the blank cards.
"""

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

import pypdfium2
import pytest

from tests.kit.widefont import usual, write_wide
from tests.makers.once import once
from tests.measured.kits import KINDS, ROOT
from tests.oracles.cardtexts import Line, lines

pytestmark = pytest.mark.slow

CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
# What tells a front of a kind, and the words by which its fields are known; each stands once on every card.
FRONTS: Mapping[str, tuple[str, Sequence[str]]] = {
    "opgave": ("Straks merkt u", ["Voor wie", "Het schuurt", "Straks merkt u", "Het hart:", "1 stap meer met:"]),
    "rol": ("U brengt in", ["U wilt", "U brengt in", "Niet alleen", "kracht"]),
    "kans": ("Kans", ["Volgens de regels", "mag altijd", "Vanuit mogelijkheden", "Kan alleen met"]),
    "uitdaging": ("Uitdaging", ["Volgens de regels", "mag altijd", "Vanuit mogelijkheden", "Kan alleen met"]),
    "aanpak": ("kost", ["Vraagt", "kost", "brengt", "geld", "tijd", "steun", "regie", "stappen"]),
}
NAMES = ("geld", "tijd", "steun", "regie", "stappen")
FEWEST = {"opgave": 4, "rol": 24, "kans": 16, "uitdaging": 16, "aanpak": 24}
# Twelve points, and how high the small letters of the usual font are at that size.
FLOOR, X_HEIGHT = 12, 5.83
SOURCE = re.compile(r"Gemaakt naar:|Bron:")
SAME = 0.005

Cards = Mapping[str, Sequence[Sequence[Line]]]
Kit = Callable[..., bytes]


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    """Return the cards of a casus for the web, as one PDF."""

    def made(casus: Path, *options: str) -> bytes:
        return once(lambda: make(casus, *options), "cards for the web", str(casus), options)

    def make(casus: Path, *options: str) -> bytes:
        folder = tmp_path_factory.mktemp("web")
        chosen = ("--profiel", "web", "--alleen", ",".join(KINDS), "--stil", "--zonder-voorbeelden", *options)
        command = [sys.executable, "-m", "speelveld", "maak", str(casus), "--uit", str(folder / "kit")]
        subprocess.run([*command, "--datum", "2026-12-03", *chosen], check=True)
        (pdf,) = folder.glob("kit/web/*.pdf")
        return pdf.read_bytes()

    return made


def cards(pdf: bytes) -> Cards:
    """Return the lines of every front, by kind."""
    found = defaultdict(list)
    for page in pages(pdf):
        heads = {line.text for line in page}
        for kind, (telling, _) in FRONTS.items():
            # A back bears the name of its kind as well, and not the rest.
            if any(text.startswith(telling) for text in heads) and len(page) > 6:
                found[kind].append(page)
                break
    return found


def pages(pdf: bytes) -> Iterator[list[Line]]:
    """Yield the lines of every card."""
    with pypdfium2.PdfDocument(pdf) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
    for number, (wide, _) in enumerate(sizes):
        # The list of cards in front is a paper.
        if wide < 300:
            yield lines(pdf, number)


def places(page: Sequence[Line], field: str) -> list[float]:
    # A word in small letters may begin a line of any text, and stands alone where it names a number.
    begins = not field[0].islower()
    found = (line for line in page if line.text == field or (begins and line.text.startswith(f"{field} ")))
    return [line.baseline for line in found]


def spread(found: Cards, kind: str, field: str) -> float:
    """Return how far the field stands higher on one card of a kind than on another, in millimetres."""
    every = [place for page in found[kind] for place in places(page, field)]
    assert len(every) >= FEWEST[kind]
    return max(every) - min(every)


@pytest.mark.parametrize("casus", CASUSSEN)
def test_each_field_stands_at_one_height_on_all_cards_of_its_kind(web: Kit, casus: str) -> None:
    found = cards(web(ROOT / "decks" / casus))
    assert {kind: len(found[kind]) >= fewest for kind, fewest in FEWEST.items()} == dict.fromkeys(FEWEST, True)
    wrong = {
        f"{kind}, {field}": round(wide, 2)
        for kind, (_, fields) in FRONTS.items()
        for field in fields
        if (wide := spread(found, kind, field)) > SAME
    }
    assert wrong == {}


def small(every: Sequence[Sequence[Line]]) -> list[str]:
    """Return the lines with letters that are too small, except those of a source."""
    heights = [line.x_height / line.size for page in every for line in page if line.x_height]
    # How high small letters are for their size: not every line has one to measure.
    ratio = median(heights)
    found = []
    for page in every:
        source = False
        for line in page:
            # A source may take more lines, all as small as its first.
            source = bool(SOURCE.match(line.text)) or (source and line.size < FLOOR)
            if not source and line.size < FLOOR and line.size * ratio < X_HEIGHT - 0.02:
                found.append(f"{line.size} {line.text}")
    return found


@pytest.mark.parametrize("casus", CASUSSEN)
def test_nothing_on_a_card_is_smaller_than_twelve_points_except_its_source(web: Kit, casus: str) -> None:
    every = list(pages(web(ROOT / "decks" / casus)))
    assert len(every) > 100
    assert small(every) == []
    # Sources are smaller, and would be told: the comparison can fail.
    assert len(small([[line for line in page if not SOURCE.match(line.text)] for page in every])) > 20


def test_in_a_font_of_the_gemeente_small_letters_are_as_high_as_in_the_usual_one_at_twelve_points(
    web: Kit, tmp_path: Path
) -> None:
    folder = tmp_path / "casus"
    shutil.copytree(ROOT / "decks" / "zutphen-dementie", folder)
    for face in ("gewoon", "vet"):
        write_wide(usual(face), folder / f"{face}.ttf", 1.1, 1.05)
    with (folder / "casus.yaml").open("a", encoding="utf-8") as casus:
        casus.write("\nhuisstijl:\n  lettertype: {gewoon: gewoon.ttf, vet: vet.ttf}\n")
    every = list(pages(web(folder)))
    assert min(line.size for page in every for line in page if not SOURCE.match(line.text)) < FLOOR
    assert small(every) == []
    found = cards(web(folder))
    assert max(spread(found, kind, field) for kind, (_, fields) in FRONTS.items() for field in fields) <= SAME


LONG = """
woorden:
  rol: {woord: personage, lidwoord: het, meervoud: personages}
  opgave: {woord: gespreksvraag, lidwoord: de, meervoud: gespreksvragen}
"""


def first_name(page: Sequence[Line]) -> float:
    """Return the height of the first line of the largest letters of a card: those of its title."""
    largest = max(line.size for line in page)
    return min(line.baseline for line in page if line.size == largest)


@pytest.mark.parametrize(("larger", "wider"), [(1, 1), (1.125, 1.09)])
def test_names_of_roles_stand_on_one_line_and_a_blank_card_has_one_in_its_head(
    web: Kit, tmp_path: Path, larger: float, wider: float
) -> None:
    folder = tmp_path / "casus"
    shutil.copytree(ROOT / "decks" / "zutphen-dementie", folder)
    for face in ("gewoon", "vet"):
        write_wide(usual(face), folder / f"{face}.ttf", larger, wider)
    with (folder / "casus.yaml").open("a", encoding="utf-8") as casus:
        casus.write("\nhuisstijl:\n  lettertype: {gewoon: gewoon.ttf, vet: vet.ttf}\n" + LONG)
    found = cards(web(folder))
    names = [first_name(page) for page in found["rol"] if not any(line.text == "Wie" for line in page)]
    assert len(names) >= 24
    assert max(names) - min(names) <= SAME
    heads = [line.text for page in found["opgave"] for line in page if line.text.startswith("Uw gesprek")]
    assert set(heads) == {"Uw gespreksvraag, in 20 woorden"}
    # Two groups stand beside each other, or each in a whole line of its own.
    assert not [line.text for page in found["opgave"] for line in page if line.text.endswith("beroeps-")]


# The two doors of a kans or uitdaging, what lies behind them, and the sources below, as far from the edge on each card.
@pytest.mark.parametrize("kind", ["kans", "uitdaging"])
def test_the_effects_of_both_doors_stand_at_fixed_places(web: Kit, kind: str) -> None:
    found = cards(web(ROOT / "decks" / "zutphen-dementie"))[kind]
    filled = [page for page in found if any("Gemaakt naar" in line.text for line in page)]
    effects = [line for page in filled for line in page if re.fullmatch(r"[+−]\d", line.text)]
    assert len(filled) >= 12
    assert len(effects) > 30
    heights = {round(line.baseline, 2) for line in effects}
    assert len(heights) == 2
    words = [line for page in filled for line in page if round(line.baseline, 2) in heights and line.text in NAMES]
    assert len(words) == len(effects)
    # Each begins at one of three places in its row; letters begin a little right of theirs.
    assert {round((line.box.left - 13.6) / 26.5) for line in words} == {0, 1, 2}
    assert max(abs((line.box.left - 13.9 + 13.25) % 26.5 - 13.25) for line in words) < 0.5


THREE = """
aanpakken:
  - titel: Samen de straat af
    tekst: We gaan langs elke deur.
    geld: 2
    tijd: 1
    stappen: 3
    steun: 1
    regie: 0
    vraagt: [beroepskrachten, vrijwilligers, gemeente]
"""


def test_every_group_that_an_aanpak_asks_has_a_line_of_its_own(web: Kit, tmp_path: Path) -> None:
    folder = tmp_path / "casus"
    folder.mkdir()
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text(text + THREE, encoding="utf-8")
    found = cards(web(folder))["aanpak"]
    (page,) = (page for page in found if any("Samen de straat" in line.text for line in page))
    said = [line.text for line in page]
    assert [text for text in said if text in ("beroepskrachten", "vrijwilligers", "gemeente")] == [
        "beroepskrachten",
        "vrijwilligers",
        "gemeente",
    ]


def test_in_a_wide_font_the_name_of_a_group_is_whole_on_an_aanpak(web: Kit, tmp_path: Path) -> None:
    folder = tmp_path / "casus"
    folder.mkdir()
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    more = THREE + "\nhuisstijl:\n  lettertype: {gewoon: gewoon.ttf, vet: vet.ttf}\n"
    (folder / "casus.yaml").write_text(text + more, encoding="utf-8")
    for face in ("gewoon", "vet"):
        write_wide(usual(face), folder / f"{face}.ttf", 1.125, 1.09)
    found = cards(web(folder))["aanpak"]
    said = [line.text for page in found for line in page]
    assert said.count("beroepskrachten") > 5
    assert not [text for text in said if text.startswith("beroeps-")]
