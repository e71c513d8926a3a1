"""A kit without a casus: whoever brings one on the day finds a place for it, on every paper and for every profile."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from speelveld import resources
from speelveld.build.pipeline import Built, build, load
from speelveld.errors import Source
from speelveld.options import Options
from speelveld.pages import Print
from speelveld.profiles import PROFILES, named
from speelveld.sheet.duplex import Duplex
from speelveld.taal import lint
from speelveld.typeset.frame import Frame
from speelveld.written.tekst import Tekst
from tests.kit.test_papers_are_plain import KNOWN, NO_SENTENCES, paragraphs
from tests.kit.test_papers_carry_a_newcomer import GAPS

pytestmark = pytest.mark.slow

OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)
# What stands in for a casus is not to be read as if it were one.
STAND_INS = re.compile(
    r"uw gemeente|Gemeente [Uu]w|samen dat …[?]|\b0 opgave|None|Onze opgave:|[“(] ?[”)]|"
    # Words that something of a casus should follow, and what only its author does or has.
    r"[Bb]eloofd is(?: dit)?[:.]|is ons beloofd\.|In deze casus|Dit gebeurt er met wat u schreef|casus schrijven|"
    r"naast uw casus|verhaal van het casusblad"
)


@cache
def kit(*profiles: str, duur: int | None = None, **changed: object) -> Built:
    path = resources.blank_casus()
    return build(load(path, path.name, duur=duur), replace(OPTIONS, **changed), lambda _: None, named(*profiles))


def frames(made: Built) -> Iterator[Frame]:
    for print_ in made.prints:
        for page in print_.pages:
            yield from (laid.frame for laid in page.laid)


def words(*found: Frame) -> str:
    return " ".join(" ".join(run.text for frame in found for run in frame.texts()).split())


def of(made: Built, naam: str) -> tuple[Print, list[Frame]]:
    print_ = next(each for each in made.prints if naam in [part.naam for part in each.parts])
    part = next(part for part in print_.parts if part.naam == naam)
    return print_, [laid.frame for page in part.pages for laid in page.laid]


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_makes_it_without_a_warning(profile: str) -> None:
    made = kit(profile)
    assert made.prints
    assert made.warnings == ()


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(("tables", "duur"), [(1, 120), (3, 120), (1, 90)])
def test_nothing_in_it_reads_as_a_casus_that_is_not_there(profile: str, tables: int, duur: int) -> None:
    for frame in frames(kit(profile, duur=duur, tables=tables, board="a0" if tables > 1 else "a1")):
        assert frame.title.strip()
        said = words(frame)
        assert (frame.title, STAND_INS.findall(said)) == (frame.title, [])


@pytest.mark.parametrize("duur", [120, 90])
def test_its_papers_have_no_gaps_and_plain_sentences(duur: int) -> None:
    made = kit("kantoor", duur=duur)
    papers = [
        frame for print_ in made.prints if print_.naam in ("papieren", "spelleider") for frame in frames_of(print_)
    ]
    for frame in papers:
        if frame.title == "Klokblad":
            continue  # it shows a line to copy into a file
        assert (frame.title, GAPS.findall(words(frame))) == (frame.title, [])
    read = {text: frame.title for frame in papers for text in paragraphs(frame)}
    texts = [
        Tekst(text, Source(title), title)
        for text, title in read.items()
        if not text.startswith(NO_SENTENCES) and "licentie CC BY" not in text and title not in GUIDES
    ]
    assert len(texts) > 300
    assert [f"{each.tekst.field}: {each.melding}: {each.tekst[:80]}" for each in lint(texts, KNOWN).bevindingen] == []


GUIDES = ("Alle kaarten op één blad", "Print- en snijwijzer", "Voor wie twijfelt", "Telblad")
"""Lists and sheets of numbers, of which other tests read the sentences."""


def frames_of(print_: Print) -> list[Frame]:
    return [laid.frame for page in print_.pages for laid in page.laid]


def test_the_casusblad_is_one_page_to_fill_in_within_ten_minutes() -> None:
    _, pages = of(kit("kantoor"), "casusblad")
    (page,) = pages
    said = words(page)
    for asked in (
        "De mens om wie het gaat",
        "De vraag",
        "Drie cijfers",
        "Bron",
        "Wat vastligt",
        "Wie beslist",
        "Eén geldfiche is",
    ):
        assert asked in said
    assert sum(int(minutes) for minutes in re.findall(r"(\d) minu(?:ut|ten)", said)) == 10


@pytest.mark.parametrize("board", ["a0", "a1", "a2"])
def test_the_board_has_a_place_for_the_question(board: str) -> None:
    _, (page, *_) = of(kit("web", board=board, only=("speelbord",)), "speelbord")
    assert "Onze vraag: hoe zorgen we samen dat …" in words(page)


@pytest.mark.parametrize("duplex", list(Duplex))
def test_eight_blank_opgavekaarten_have_a_place_for_the_heart(duplex: Duplex) -> None:
    _, cards = of(kit("kantoor", duplex=duplex, only=("opgavekaarten",)), "opgavekaarten")
    blanks = [frame for frame in cards if frame.title == "Lege opgavekaart"]
    assert len(blanks) >= 8
    assert "Het hart: kruis twee groepen aan." in words(blanks[0])
    assert "1 stap meer met" in words(blanks[0])


def test_its_box_holds_them() -> None:
    _, boxes = of(kit("kantoor", only=("doosjes", "opgavekaarten")), "doosjes")
    assert any("Opgavekaarten" in words(box) for box in boxes)


def test_the_rules_say_how_an_opgave_is_written() -> None:
    _, pages = of(kit("kantoor"), "spelregels")
    assert len(pages) <= 4
    said = words(*pages)
    assert "Schrijf de opgaven, met twee mensen aan één lege opgavekaart." in said
    assert "Schreef u de opgave zelf? Kies dan nu één aanpak die erbij past" in said
    assert "Op het casusblad staat wat één fiche waard is." in said


def test_the_draaiboek_leaves_ten_minutes_for_the_casusblad_before_it_begins() -> None:
    _, pages = of(kit("kantoor"), "draaiboek")
    said = words(*pages)
    assert said.index("Tien minuten vooraf") < said.index("Lees de openingstekst voor")
    assert "Schrijf de opgaven" in said


def test_an_evening_of_90_minutes_is_one_of_90_minutes() -> None:
    made = kit("kantoor", duur=90)
    assert (made.rules.duur, made.rules.tijd) == (90, 6)
    assert "Zij duurt 90 minuten." in words(*of(made, "draaiboek")[1])
    assert "Het duurt 90 minuten" in words(*of(made, "uitnodiging")[1])
    (blad,) = of(made, "casusblad")[1]
    assert "18 geldfiches en 6 kwartalen" in words(blad)


def test_it_gets_the_colour_and_the_logo_of_a_casus(new_casus: Path) -> None:
    Image.new("RGB", (360, 90), "white").save(new_casus / "logo.png")
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write('huisstijl: {kleur: "#8a1538", logo: logo.png, logo_tekst: Logo van Ons Huis}\n')
    path = resources.blank_casus()
    loaded = load(path, path.name, huisstijl=(new_casus, "mijn"))
    assert (loaded.casus.huisstijl.kleur, str(loaded.casus.titel)) == ("#8a1538", "Uw eigen casus")
    plain, own = (
        next(frames(build(each, replace(OPTIONS, only=("casusblad",)), lambda _: None, named("kantoor"))))
        for each in (load(path, path.name), loaded)
    )
    assert ("logo" in repr(own).lower(), "logo" in repr(plain).lower()) == (True, False)
    assert repr(plain) != repr(own)


def test_papers_agree_on_who_comes_early_and_what_to_bring() -> None:
    made = kit("kantoor")
    blad, draaiboek, uitnodiging = (words(*of(made, name)[1]) for name in ("casusblad", "draaiboek", "uitnodiging"))
    assert "Brengt u een vraag mee? Kom dan tien minuten eerder, en neem drie cijfers mee" in uitnodiging
    assert "Brengt u geen vraag mee? Dan hoeft u niets voor te bereiden." in uitnodiging
    # Only who brings one is asked to come early, so the sheet does not ask for the others.
    assert "de casus meebrengt, en tien minuten eerder komt" in draaiboek
    for said in (blad, draaiboek):
        assert "Wie er al is, vraagt door." in said
        assert not re.search(r"\banderen\b[^.]*vragen door|met de anderen aan tafel het casusblad", said)


def test_who_doubts_reads_no_hours_for_writing_a_casus() -> None:
    def hours(made: Built) -> float:
        said = words(*of(made, "voor-wie-twijfelt")[1])
        found = re.search(r"(?:tellen,? (?:en )?antwoorden)\. ([\d,]+)", said)
        assert found
        return float(found[1].replace(",", "."))

    path = resources.new_casus()
    written = build(load(path, path.name), OPTIONS, lambda _: None, named("kantoor"))
    assert hours(written) - hours(kit("kantoor")) == 1


def test_minutes_can_be_given_back_without_a_casus_of_ones_own() -> None:
    said = words(*of(kit("kantoor"), "klokblad")[1])
    assert "Hoe dat gaat, staat in de handleiding van het programma, bij “Uw eigen minuten”" in said
    handbook = (Path(__file__).parents[2] / "docs" / "handleiding.md").read_text(encoding="utf-8")
    assert "--deck minuten" in handbook.partition("**Uw eigen minuten.**")[2].partition("**Wat het niet zegt.**")[0]


def test_the_practice_game_needs_no_opgave() -> None:
    _, pages = of(kit("kantoor"), "oefenpotje")
    said = words(*pages)
    assert "Aanpak 3:" in said
    assert "Opgave" not in said
