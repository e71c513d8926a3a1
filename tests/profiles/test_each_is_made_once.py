"""What a build makes it makes once, and only for what was asked: counted at the functions that do the work."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from speelveld.build import setting, writing
from speelveld.build.pipeline import Built, build, load
from speelveld.options import Options
from speelveld.profiles import named, office
from tests.makers.kits import ROOT

pytestmark = pytest.mark.slow

CASUS = ROOT / "decks" / "zutphen-dementie"
# A file for the web says of which casus it is.
WEB = "leven-met-dementie-in-zutphen"
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)
LATE = ("begin-hier", "materiaallijst", "printwijzer", "voor-wie-twijfelt")
CARDS = ("opgavekaarten", "rolkaarten", "kanskaarten", "uitdagingkaarten", "aanpakkaarten", "hulpkaarten")
TO_SHOP = (*CARDS, "tentkaarten", "spelwijzer", "dreamteamblad", "routeblad", "speelbord")
Counts = Counter[tuple[str, str]]
MakePages = Callable[..., Any]


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Return how often each onderdeel was set ('gewoon' or 'pers'), and its pages made for an office printer."""
    seen: Counts = Counter()
    set_onderdeel = setting.set_onderdeel

    def counted(studio: Any, faces: Any) -> Any:
        face = faces.papier or faces.kaarten[0].front
        seen["pers" if face.data["drukpers"] else "gewoon", faces.onderdeel.naam] += 1
        return set_onderdeel(studio, faces)

    def counting(make: MakePages) -> MakePages:
        def made(onderdeel: Any, *rest: Any, **named: Any) -> Any:
            seen["bladen", onderdeel.naam] += 1
            return make(onderdeel, *rest, **named)

        return made

    monkeypatch.setattr(setting, "set_onderdeel", counted)
    for name in ("card_pages", "folded_pages", "paper_pages", "tile_pages"):
        monkeypatch.setattr(office, name, counting(getattr(office, name)))
    return seen


def made(*profiles: str, only: Sequence[str] = ()) -> Built:
    options = Options(OPTIONS.date, previews=False, only=tuple(only))
    return build(load(CASUS, CASUS.name), options, lambda _: None, named(*profiles))


def of(counts: Counts, what: str) -> dict[str, int]:
    return {naam: times for (kind, naam), times in counts.items() if kind == what}


def test_a_kit_for_all_sets_each_onderdeel_once_and_once_more_for_the_press(counts: Counts) -> None:
    made("kantoor", "web", "drukker")
    usual, press, pages = of(counts, "gewoon"), of(counts, "pers"), of(counts, "bladen")
    assert {naam for naam, times in usual.items() if times != 1} == set(LATE)
    assert {usual[naam] for naam in LATE} == {2}, "once to count their own sheets, and once with that count"
    assert {*TO_SHOP, "verloopblad", "gebiedenblad", "vergelijkblad"} >= set(press) >= set(TO_SHOP)
    assert set(press.values()) == {1}
    # The board is in two print jobs: in tiles, and on one sheet.
    assert {naam: times for naam, times in pages.items() if times != 1} == dict.fromkeys((*LATE, "speelbord"), 2)
    assert set(pages) == set(usual)


@pytest.mark.parametrize("profiles", [("kantoor",), ("web",), ("web", "kantoor")])
def test_papers_that_count_sheets_count_those_of_the_office_whatever_is_asked(
    counts: Counts, profiles: tuple[str, ...]
) -> None:
    made(*profiles, only=("printwijzer", "opgavekaarten"))
    assert of(counts, "gewoon") == {"opgavekaarten": 1, "printwijzer": 2}
    assert of(counts, "bladen") == {"opgavekaarten": 1, "printwijzer": 2}


def test_for_a_website_no_sheets_of_an_office_are_made_that_nothing_counts(counts: Counts) -> None:
    built = made("web", only=("opgavekaarten", "casusblad"))
    assert of(counts, "gewoon") == {"opgavekaarten": 1, "casusblad": 1}
    assert of(counts, "bladen") == {"casusblad": 1}, "a hand-out is the same in print"
    assert [print_.bestand for print_ in built.prints] == [f"{WEB}-opgavekaarten.pdf", f"{WEB}-casusblad.pdf"]


def test_for_a_print_shop_nothing_is_set_for_the_office(counts: Counts) -> None:
    made("drukker")
    assert set(of(counts, "pers").values()) == {1}
    assert (of(counts, "gewoon"), of(counts, "bladen")) == ({}, {})


def test_handouts_of_two_profiles_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    print_pdf = writing.print_pdf

    def counted(built: Built, print_: Any, options: Options) -> bytes:
        drawn.append(f"{print_.profile}/{print_.bestand}")
        return print_pdf(built, print_, options)

    monkeypatch.setattr(writing, "print_pdf", counted)
    built = made("web", "kantoor", only=("casusblad", "uitleg", "opgavekaarten"))
    writing.write(built, tmp_path / "kit", OPTIONS, lambda _: None)
    web = f"web/{WEB}"
    assert drawn == [f"{web}-opgavekaarten.pdf", f"{web}-papieren.pdf", "kantoor/1-kaarten-a4.pdf"]
    office_one, web_one = (tmp_path / "kit" / name for name in ("kantoor/2-papieren-a4.pdf", f"{web}-papieren.pdf"))
    assert office_one.read_bytes() == web_one.read_bytes()
