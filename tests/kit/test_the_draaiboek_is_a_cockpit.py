"""Whoever leads sees on every page of the draaiboek which phase it is, when that is done, and what comes next."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.deck import choose_cards
from speelveld.deck.rules import Fase
from speelveld.geometry import Matrix
from speelveld.options import Options
from speelveld.sheet.duplex import Duplex
from speelveld.typeset import Frame, Group, Inset, Item, Shape, TextRun
from speelveld.units import mm
from tests.makers.kits import CASUSSEN, DATE, ROOT

pytestmark = pytest.mark.slow

OPTIONS = Options(DATE, previews=False)
TABLES = pytest.mark.parametrize("tables", [1, 4, 6])
CASUS = pytest.mark.parametrize("casus", CASUSSEN)
# What the text of a page may fill, and the least it does: beyond that are lines to write on.
TOP, BOTTOM, LEAST = mm(20), mm(262), 0.5


def papers(folder: Path, *names: str, **changes: object) -> list[Frame]:
    options = replace(OPTIONS, only=names, **changes)  # type: ignore[arg-type]
    built = build(load(folder, "casus.yaml"), options, lambda _: None)
    return [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]


@cache
def draaiboek(casus: str, tables: int) -> list[Frame]:
    return papers(ROOT / "decks" / casus, "draaiboek", tables=tables)


def fases(casus: str) -> dict[str, Fase]:
    """Return the phases of a casus by the name they have on paper."""
    rules = load(ROOT / "decks" / casus, casus).rules
    numbered = [fase for fase in rules.fasen if fase.id not in ("welkom", "pauze")]
    return {
        f"Fase {numbered.index(fase) + 1}: {fase.naam}" if fase in numbered else fase.naam: fase for fase in rules.fasen
    }


def said(frame: Frame) -> str:
    return " ".join(" ".join(run.text for run in frame.texts()).split())


def named(frame: Frame) -> str:
    """Return what the band at the top of a page calls it, without 'vervolg'."""
    runs = [run for run in frame.texts() if run.size >= 16 and run.face == "vet" and run.baseline < mm(45)]
    return re.sub(r", vervolg$", "", runs[0].text.strip()) if runs else ""


@TABLES
@CASUS
def test_every_page_says_which_phase_it_is(casus: str, tables: int) -> None:
    found = [named(frame) for frame in draaiboek(casus, tables)]
    assert [name for name, _ in groupby(found)] == ["Draaiboek", "Vooraf", *fases(casus), "Na afloop"]


@TABLES
@CASUS
def test_a_phase_is_one_page_or_two(casus: str, tables: int) -> None:
    found = [named(frame) for frame in draaiboek(casus, tables)]
    assert all(found.count(name) <= 2 for name in fases(casus))


@CASUS
def test_a_phase_says_in_large_letters_when_it_is_done(casus: str) -> None:
    for frame in draaiboek(casus, 4):
        fase = fases(casus).get(named(frame))
        if fase is None:
            continue
        done = f"{fase.eind // 60}:{fase.eind % 60:02}"
        if "vervolg" in said(frame):
            assert f"klaar na {done}" in said(frame)
        else:
            assert done in [run.text.strip() for run in frame.texts() if run.size == 40]


def test_with_a_time_to_begin_the_clock_is_that_of_the_wall(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    path.write_text(path.read_text("utf-8").replace("  duur: 120", '  duur: 120\n  tijd: "19:30"'), "utf-8")
    large = [run.text.strip() for frame in papers(new_casus, "draaiboek") for run in frame.texts() if run.size == 40]
    assert large == ["19:37", "19:46", "20:05", "20:10", "20:24", "20:40", "21:10", "21:30"]


@CASUS
def test_what_comes_next_stands_at_the_foot(casus: str) -> None:
    order = list(fases(casus))
    following = {**dict(pairwise(order)), order[-1]: "Na afloop"}
    frames = list(draaiboek(casus, 4))
    goes_on = 0
    for frame, after in zip(frames, [*frames[1:], None], strict=True):
        if name := following.get(named(frame)):
            low = " ".join(run.text for run in frame.texts() if mm(264) < run.baseline < mm(276))
            if after is not None and named(after) == named(frame):
                goes_on += 1
                assert low.startswith(f"Straks: verder met {named(frame)}.")
                assert "op de volgende bladzijde" in low
                continue
            assert low.startswith(f"Straks: {name}")
            assert "klaar: " in low or "Neem mee: " in low
    assert goes_on > 0


# ── Tabs ──


def flat(items: Iterable[Item], matrix: Matrix | None = None) -> Iterator[Shape | TextRun]:
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        elif isinstance(item, Shape | TextRun):
            yield item


def tabs(frame: Frame) -> list[tuple[float, float, bool]]:
    """Return left, top and whether it is filled of each tab: what is 9 mm wide in the margin."""
    found = []
    for item in flat(frame.items):
        if isinstance(item, Shape) and abs(item.path.bounds.width - mm(9)) < 0.1 and item.path.bounds.height > mm(9):
            box = item.path.bounds
            found.append((box.x, box.y, item.fill is not None))
    return found


@TABLES
def test_the_tab_of_the_phase_is_filled_at_the_outer_edge(tables: int) -> None:
    names = ["Vooraf", *fases("zutphen-dementie"), "Na afloop"]
    for number, frame in enumerate(draaiboek("zutphen-dementie", tables)):
        found = tabs(frame)
        assert len(found) == len(names)
        outer = mm(210 - 5 - 9) if number % 2 == 0 else mm(5)
        assert all(left == pytest.approx(outer) for left, _, _ in found)
        assert [top for _, top, _ in found] == sorted(top for _, top, _ in found)
        (filled,) = (place for place, (_, _, full) in enumerate(found) if full)
        assert names[filled] in (named(frame), "Vooraf")


def test_on_one_side_of_the_paper_all_tabs_lie_on_the_right() -> None:
    frames = papers(ROOT / "decks" / "nieuw", "draaiboek", duplex=Duplex.GEEN)
    assert {round(left) for frame in frames for left, _, _ in tabs(frame)} == {round(mm(196))}


def test_without_fills_the_tab_of_the_phase_is_still_another() -> None:
    frames = papers(ROOT / "decks" / "nieuw", "draaiboek", low_ink=True)
    for frame in frames:
        lines = [
            round(item.line, 2)
            for item in flat(frame.items)
            if isinstance(item, Shape) and abs(item.path.bounds.width - mm(9)) < 0.1 and item.path.bounds.height > mm(9)
        ]
        assert sorted(lines)[-1] > sorted(lines)[-2]


# ── Paper ──

NOTES = ("Schrijf op wat u hoort", "Wat doet u de volgende")


def lowest(items: Iterable[Item]) -> float:
    """Return how far down what is said and shown reaches that is no furniture, without lines to write on."""
    deep = 0.0
    for item in items:
        if isinstance(item, Group) and (item.tag is None or item.tag.role != "Artifact"):
            deep = max(deep, lowest(item.items))
        elif isinstance(item, Inset):
            deep = max(deep, item.box.bottom)
        elif isinstance(item, TextRun) and not item.text.startswith(NOTES):
            deep = max(deep, item.baseline)
    return deep


@TABLES
@CASUS
def test_no_page_is_half_empty(casus: str, tables: int) -> None:
    """What is said and shown fills half a page at least; what is left, is filled with lines for notes."""
    frames = draaiboek(casus, tables)
    assert len(frames) % 2 == 0  # no white back
    for frame in frames:
        filled = (lowest(frame.items) - TOP) / (BOTTOM - TOP)
        assert (named(frame), filled) > (named(frame), LEAST)


def test_what_is_said_aloud_can_be_read_at_arms_length() -> None:
    frames = draaiboek("zutphen-dementie", 4)
    aloud = [run for frame in frames if named(frame) in ASKED for run in frame.texts() if run.text.startswith("“")]
    assert len(aloud) > 20
    assert {run.size for run in aloud} == {15}


def test_every_step_has_its_clock_in_the_margin() -> None:
    frames = draaiboek("zutphen-dementie", 4)
    clocks = [run for frame in frames for run in frame.texts() if run.size == 20 and re.fullmatch(r"\d:\d\d", run.text)]
    assert len(clocks) > 30
    assert len({round(run.x) for run in clocks}) == 1
    # A step is not cut: below its clock stands at least what is said or done.
    for frame in frames:
        low = [run.baseline for run in frame.texts() if run.size == 20 and re.fullmatch(r"\d:\d\d", run.text)]
        assert all(lowest(frame.items) > clock + 10 for clock in low)


# ── Questions where they are asked ──

ASKED = {
    "Fase 1: Luisteren": ["Wat hoort u in dit verhaal dat u nog niet wist?"],
    "Fase 2: Opgave": ["Wie heeft hier gelijk, en wanneer?", "Van wie is deze opgave?"],
    "Fase 3: Dreamteam": ["Wie heeft hier iets te verliezen?", "Wat kan deze persoon niet alleen?"],
    "Fase 4: Route": ["Wie uit uw dreamteam gaat dit doen?", "Wat doet u als deze stap mislukt?"],
    "Fase 5: Onderweg": ["Waarom is die regel er, en wie heeft daar wat aan?", "Wie vraagt u om hulp"],
    "Fase 6: Terugkijken": ["2. Waar klopt dit spel niet?"],
}


def test_the_questions_of_a_phase_stand_on_its_pages() -> None:
    text: dict[str, str] = {}
    for frame in draaiboek("zutphen-dementie", 4):
        text[named(frame)] = text.get(named(frame), "") + " " + said(frame)
    for phase, questions in ASKED.items():
        for question in questions:
            assert [name for name in text if question in text[name]] == [phase]


def test_a_paper_with_all_questions_can_still_be_had(new_casus: Path) -> None:
    part = "{naam: vragen, titel: Vragen per fase, opdracht: spelleider, layout: vragen.xml.j2, per: spelleider}"
    (new_casus / "kit.yaml").write_text(f"breidt_uit: standaard\nonderdelen:\n  - {part}\n", encoding="utf-8")
    found = " ".join(map(said, papers(new_casus, "vragen")))
    assert all(question.removeprefix("2. ") in found for asked in ASKED.values() for question in asked)


def test_the_pause_shows_the_sheets_and_cards_of_this_kit() -> None:
    (page,) = (frame for frame in draaiboek("zutphen-dementie", 4) if named(frame) == "Pauze")
    shown = [inset.frame.title for inset in insets(page.items)]
    assert {"Dreamteamblad", "Routeblad"} <= set(shown)
    loaded = load(ROOT / "decks" / "zutphen-dementie", "zutphen-dementie")
    cards = choose_cards(loaded.casus, loaded.deck)
    names = {str(card.naam) for card in cards.rollen} | {str(card.titel) for card in cards.aanpakken}
    assert len(set(shown) & names) == 12


def insets(items: Iterable[Item]) -> Iterator[Inset]:
    for item in items:
        if isinstance(item, Group):
            yield from insets(item.items)
        elif isinstance(item, Inset):
            yield item


# ── In the hand ──


@CASUS
def test_the_whole_meeting_is_one_sheet_with_a_turn_on_its_back(casus: str) -> None:
    options = replace(OPTIONS, only=("spiekkaart", "beurtblad", "draaiboek"))
    (print_,) = build(load(ROOT / "decks" / casus, casus), options, lambda _: None).prints
    pages = [page for part in print_.parts if part.naam != "inhoud" for page in part.pages]
    titles = [page.laid[0].frame.title if page.laid else "" for page in pages]
    assert titles[:3] == ["De bijeenkomst in één blik", "Een beurt", "Draaiboek"]
    assert {part.naam: part.sheets for part in print_.parts}["beurtblad"] == 0
    times = [run.text.strip() for run in pages[0].laid[0].frame.texts() if run.size >= 26 and ":" in run.text]
    assert times == [f"{f.start // 60}:{f.start % 60:02}" for f in fases(casus).values()] + ["2:00"]


def test_a_phase_that_only_its_rules_know_has_a_page_of_its_own(new_casus: Path) -> None:
    deck = new_casus / "deck"
    deck.mkdir()
    rules = (ROOT / "decks" / "basis" / "spel.yaml").read_text(encoding="utf-8")
    rules = rules.replace("minuten: {welkom: 7,", "minuten: {kennismaken: 3, welkom: 4,")
    rules = rules.replace(
        "  welkom: {naam: Welkom", '  kennismaken: {naam: Kennismaken, vraag: "Wie zit hier?"}\n  welkom: {naam: Welkom'
    )
    (deck / "spel.yaml").write_text(rules, encoding="utf-8")
    frames = papers(new_casus, "draaiboek")
    (page,) = (frame for frame in frames if "Kennismaken" in named(frame))
    assert "Wie zit hier?" in said(page)
    assert "0:03" in said(page)


def test_the_name_of_a_phase_is_never_broken(tmp_path: Path) -> None:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    word = "\nwoorden:\n  dreamteam: {woord: samenwerkingsverband, lidwoord: het, meervoud: samenwerkingsverbanden}\n"
    (tmp_path / "casus.yaml").write_text(text + word, encoding="utf-8")
    large = [run.text.strip() for frame in papers(tmp_path, "draaiboek") for run in frame.texts() if run.size >= 18]
    assert "Samenwerkingsverband" in large
    assert not [text for text in large if text.endswith("\u00ad")]
