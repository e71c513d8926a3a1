"""The papers, sheets and cards that players hold: short enough, true to the rules, and honest about what is made up."""

import re
import shutil
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.options import Options
from speelveld.typeset.frame import Frame
from tests.kit.widefont import usual, write_wide

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)
MADE_UP = "Wat mensen op de kaarten zeggen en meemaken, is bedacht."
MOST_PAGES = 4


def frames(folder: Path, *names: str) -> list[Frame]:
    built = build(load(folder, "casus.yaml"), replace(OPTIONS, only=names), lambda _: None)
    return [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]


def words(*found: Frame) -> str:
    return " ".join(" ".join(run.text for frame in found for run in frame.texts()).replace("\u00ad ", "").split())


def at_length(folder: Path, casus: str, minutes: int) -> Path:
    path = folder / casus
    shutil.copytree(ROOT / "decks" / casus, path)
    text = (path / "casus.yaml").read_text(encoding="utf-8")
    changed = re.sub(r"duur: (?:120|90)", f"duur: {minutes}", text)
    if "duur:" not in changed:
        changed += f"\nbijeenkomst: {{duur: {minutes}}}\n"
    (path / "casus.yaml").write_text(changed, encoding="utf-8")
    assert load(path, casus).rules.duur == minutes
    return path


# ── The rules of the game ──


@pytest.mark.parametrize("minutes", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_rules_of_the_game_are_thirty_on_four_pages(casus: str, minutes: int, tmp_path: Path) -> None:
    pages = frames(at_length(tmp_path, casus, minutes), "spelregels")
    assert len(pages) <= MOST_PAGES
    numbers = [run.text.strip() for page in pages for run in page.texts() if run.face == "vet" and run.size == RULE]
    assert [number for number in numbers if number.isdigit()] == [str(number) for number in range(1, 31)]


WORDS = """
woorden:
  dreamteam: {woord: samenwerkingsverband, lidwoord: het, meervoud: samenwerkingsverbanden}
  steun: {woord: draagvlak, lidwoord: het}
  thematafel: {woord: gesprekstafel, lidwoord: de, meervoud: gesprekstafels}
  uitdaging: {woord: tegenvaller, lidwoord: de, meervoud: tegenvallers}
  spelleider: {woord: gespreksbegeleider, lidwoord: de, meervoud: gespreksbegeleiders}
"""


# What is copied or printed as one sheet, with its title and its pages.
SHEETS = {
    "uitleg": ("Wat is opgavegericht werken?", 1),
    "spiekkaart": ("De bijeenkomst in één blik", 1),
    "beurtblad": ("Een beurt", 1),
    "uitnodiging": ("Uitnodiging", 1),
    "antwoordbrief": ("Antwoordbrief", 1),
    "kaartenoverzicht": ("Alle kaarten op één blad", 2),
    "voor-wie-twijfelt": ("Voor wie twijfelt", 1),
    "zes-weken-later": ("Zes weken later", 2),
}
SHEETS_BY_TITLE = dict(SHEETS.values())


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("more", ["", WORDS])
@pytest.mark.parametrize("casus", ["nieuw", "zutphen-dementie"])
def test_with_long_words_and_wide_letters_papers_have_as_many_pages_as_ever(
    casus: str, more: str, wide: bool, tmp_path: Path
) -> None:
    path = at_length(tmp_path, casus, 120)
    if wide:
        for face in ("gewoon", "vet"):
            write_wide(usual(face), path / f"{face}.ttf", 1.125, 1.09)
        more += "\nhuisstijl:\n  lettertype: {gewoon: gewoon.ttf, vet: vet.ttf}\n"
    with (path / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(more)
    pages = Counter(frame.title for frame in frames(path, *SHEETS))
    expected = dict(SHEETS_BY_TITLE)
    if wide and "woorden:" in more:
        # Its letters are the smallest there are.
        expected["Alle kaarten op één blad"] = 3
    assert {title: pages[title] for title in expected} == expected
    rules = frames(path, "spelregels")
    assert len(rules) <= MOST_PAGES
    labels = [run.text.strip() for run in rules[0].texts() if run.face == "vet"]
    assert {"Stappen", "Draagvlak" if "steun:" in more else "Steun"} <= set(labels)


RULE = 12
"""The size of the rules in points, and of their numbers; the answers at the end are smaller."""


def test_the_cards_of_the_casus_are_named_by_their_number(tmp_path: Path) -> None:
    long = words(*frames(at_length(tmp_path / "long", "zutphen-dementie", 120), "spelregels"))
    short = words(*frames(at_length(tmp_path / "short", "zutphen-dementie", 90), "spelregels"))
    assert "Haal de lege kaarten eruit, en ook K11 en U7 van deze casus." in long
    assert "Leg K11 bij de bovenste kaart van de stapel. Schud die twee en leg ze weer bovenop." in long
    assert "Leg K11 bovenop de stapel. Doe hetzelfde met U7." in short
    assert "Leg A21 en A24 open, en vul met geschudde kaarten aan tot" in long


def test_a_casus_without_cards_of_its_own_is_told_of_none(new_casus: Path) -> None:
    said = words(*frames(new_casus, "spelregels"))
    assert "van deze casus" not in said
    assert "Schud de 24 aanpakkaarten en leg er 10 open." in said


# ── The casusblad ──


def test_geld_and_tijd_of_the_casusblad_are_those_of_the_rules(tmp_path: Path) -> None:
    said = {
        minutes: words(*frames(at_length(tmp_path / str(minutes), "veilige-schoolomgeving", minutes), "casusblad"))
        for minutes in (120, 90)
    }
    follows = "Een hele straat opnieuw leggen kan daar niet van."
    assert f"U begint met 19 geldfiches van € 5.000. Dat is samen € 95.000. {follows}" in said[120]
    assert f"U begint met 18 geldfiches van € 5.000. Dat is samen € 90.000. {follows}" in said[90]
    assert "U begint met 8 kwartalen, dus twee jaar." in said[120]
    assert "U begint met 6 kwartalen, dus anderhalf jaar." in said[90]


@pytest.mark.parametrize(
    ("spel", "said"),
    [
        ('{fiche: "een dag werk", geld: 9, tijd: 7}', "U begint met 9 geldfiches van een dag werk. Het geld"),
        ("{geld: 9, tijd: 7}", "U begint met 9 geldfiches. Het geld"),
        ("{geld: 9, tijd: 7}", "U begint met 7 kwartalen van drie maanden. Wie"),
    ],
)
def test_a_fiche_that_is_no_amount_is_not_added_up(spel: str, said: str, new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    text = re.sub(r"^spel:\n(?:(?: |#).*\n)*", f"spel: {spel}\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    assert said in words(*frames(new_casus, "casusblad"))


# ── What is made up, and what is not ──


@pytest.mark.parametrize("paper", ["casusblad", "spelregels"])
def test_a_reader_is_told_what_is_made_up(paper: str, new_casus: Path) -> None:
    assert MADE_UP in words(*frames(new_casus, paper))


@pytest.mark.parametrize("kind", ["rolkaarten", "aanpakkaarten", "kanskaarten", "uitdagingkaarten"])
def test_a_card_is_made_after_a_practice_and_quotes_no_source(kind: str) -> None:
    said = words(*frames(ROOT / "decks" / "zutphen-dementie", kind))
    assert said.count("Gemaakt naar: ") >= 16
    assert "Bron:" not in said


def test_a_figure_has_a_source(new_casus: Path) -> None:
    cards = frames(ROOT / "decks" / "zutphen-dementie", "opgavekaarten")
    backs = [words(frame) for frame in cards if "twee vragen" in frame.title]
    assert sum("Bron: Vektis, Factsheet dementie, 2020" in back for back in backs) == 3
    assert "Bron: RTL Nieuws, in PZC" in words(*frames(new_casus, "casusblad"))


def test_what_a_kracht_asks_for_is_somebody(new_casus: Path) -> None:
    said = words(*frames(new_casus, "kanskaarten", "uitdagingkaarten"))
    assert "Kan alleen met iemand met geld" in said
    assert "Kan alleen met regie 3 of meer" in said
    assert "kracht geld" not in said
    assert "“iemand met geld”? Dat is een rol met die kracht." in words(*frames(new_casus, "spelregels"))


# ── The sheets ──


@pytest.mark.parametrize(
    ("casus", "sheet"), [("zutphen-dementie", "verloopblad"), ("amsterdam-subsidies", "gebiedenblad")]
)
def test_the_sheet_and_the_rules_say_how_it_finds_the_opgave(casus: str, sheet: str) -> None:
    folder = ROOT / "decks" / casus
    assert "één stemfiche waar het voor uw rol het meest schuurt" in words(*frames(folder, sheet))
    assert f"Leg het {sheet} neer" in words(*frames(folder, "spelregels"))


def test_the_rules_name_no_sheet_that_is_not_there(new_casus: Path) -> None:
    said = words(*frames(new_casus, "spelregels"))
    assert "verloopblad" not in said
    assert "gebiedenblad" not in said


@pytest.mark.parametrize("board", ["a1", "a2"])
def test_the_routeblad_has_a_place_for_the_steps_of_each_aanpak(board: str, new_casus: Path) -> None:
    loaded = load(new_casus, "casus.yaml")
    built = build(loaded, replace(OPTIONS, only=("routeblad",), board=board, paper="a3"), lambda _: None)
    ((page,),) = [print_.pages for print_ in built.prints]
    runs = [run.text.strip() for laid in page.laid for run in laid.frame.texts()]
    # Once below each aanpak, and as the head of a column: of the route, and of the new route.
    assert runs.count("stappen") == loaded.rules.aanpakken + 2
    assert runs.count("geld") == loaded.rules.aanpakken + 2


def test_the_dreamteamblad_says_what_it_costs_before_anybody_is_chosen(new_casus: Path) -> None:
    said = words(*frames(new_casus, "dreamteamblad"))
    assert said.index("Elke groep die ontbreekt, kost 1 steun.") < said.index("Kies samen zes")
    assert said.index("het hart: twee groepen") < said.index("Kies samen zes")


# ── What leaves the room ──


def test_names_stay_off_the_page_that_goes_to_who_decides(new_casus: Path) -> None:
    first, second = frames(new_casus, "resultaatblad")
    assert "gaat naar wie beslist, en naar alle deelnemers. Schrijf er geen namen op." in words(first)
    assert "Wie zegt dat dit de opgave is?" in words(first)
    assert "Wat vragen wij aan wie beslist?" in words(first)
    assert "Wie doet wat" not in words(first)
    assert "blijft bij de deelnemers, en gaat niet naar wie beslist" in words(second)
    assert "Wie bewaart dit?" in words(second)


def test_what_shows_what_is_to_come_is_for_the_spelleider(new_casus: Path) -> None:
    built = build(load(new_casus, "casus.yaml"), replace(OPTIONS, only=("kaartenoverzicht",)), lambda _: None)
    assert [(print_.naam, part.per) for print_ in built.prints for part in print_.parts] == [
        ("spelleider", "spelleider")
    ]
