"""One number in one file: the card, the hand-out and the simulation all follow it."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld import resources
from speelveld.build.pipeline import build, load
from speelveld.deck import choose_cards
from speelveld.options import Options
from speelveld.proefspeel.many import TEAMS, play_team
from speelveld.proefspeel.playing import table_of
from speelveld.proefspeel.tally import Uitslag

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the decks, which the program takes for its own."""
    folder = tmp_path / "decks"
    shutil.copytree(ROOT / "decks", folder)
    real = resources.bundled
    monkeypatch.setattr(resources, "bundled", lambda name: folder if name == "decks" else real(name))
    return folder


def words(decks: Path, name: str) -> str:
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=(name,))
    built = build(load(decks / "nieuw", "casus.yaml"), options, lambda _: None)
    frames = [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]
    return " ".join(run.text.strip() for frame in frames for run in frame.texts())


def play(decks: Path, team: str = "samen") -> Uitslag:
    loaded = load(decks / "nieuw", "casus.yaml")
    cards = choose_cards(loaded.casus, loaded.deck)
    return play_team(table_of(loaded.casus, cards, loaded.rules), TEAMS[team], 2000, 5)


def change(path: Path, old: str, new: str, after: str = "") -> None:
    text = path.read_text(encoding="utf-8")
    start = text.index(after)
    at = text.index(old, start)
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")


def test_the_geld_of_the_rules(decks: Path) -> None:
    assert "19 geldfiches" in words(decks, "spelregels")
    before = play(decks)
    change(decks / "basis" / "spel.yaml", "start: {geld: 19", "start: {geld: 10")
    after = play(decks)
    assert "10 geldfiches" in words(decks, "spelregels")
    assert "19 geldfiches" not in words(decks, "spelregels")
    assert after.gehaald < before.gehaald - 0.1


def test_the_length_of_the_path(decks: Path) -> None:
    before = play(decks)
    change(decks / "basis" / "spel.yaml", "pad: 24", "pad: 27")
    after = play(decks)
    assert "27" in words(decks, "speelbord")
    assert after.gehaald < before.gehaald - 0.15


def test_where_the_events_lie(decks: Path) -> None:
    change(decks / "basis" / "spel.yaml", "kans: [3, 10, 17]", "kans: [3]")
    after = play(decks)
    assert sum(use.deel for use in after.kansen) <= 1.001
    assert "3" in words(decks, "speelbord")


def test_the_groups_that_are_counted(decks: Path) -> None:
    before = play(decks, "willekeurig").sporen["steun"].p50
    change(decks / "basis" / "spel.yaml", "groep_ontbreekt_steun: 1", "groep_ontbreekt_steun: 3")
    assert play(decks, "willekeurig").sporen["steun"].p50 < before


def test_what_it_takes_to_be_carried(decks: Path) -> None:
    before = play(decks).gedragen
    change(decks / "basis" / "spel.yaml", "gedragen: {steun: 5, regie: 4}", "gedragen: {steun: 7, regie: 5}")
    after = play(decks).gedragen
    assert after < before - 0.1
    assert "regie op 5" in words(decks, "spelregels") or "5 regie" in words(decks, "spelregels")


def test_the_minutes(decks: Path) -> None:
    before = play(decks)
    drawn = sum(use.deel for use in (*before.kansen, *before.uitdagingen))
    assert 4 < drawn < 6
    change(decks / "basis" / "spel.yaml", "gebeurtenis: 2.2", "gebeurtenis: 4.2")
    assert play(decks).minuten.p50 == pytest.approx(before.minuten.p50 + 2 * drawn, abs=1)


def test_the_stappen_on_a_card(decks: Path) -> None:
    def used() -> float:
        return next(use.deel for use in play(decks).aanpakken if use.id == "afsprakenbrief")

    before, card = used(), words(decks, "aanpakkaarten")
    change(decks / "basis" / "aanpakken.yaml", "stappen: 3", "stappen: 6", after="id: afsprakenbrief")
    assert used() > before + 0.15
    assert words(decks, "aanpakkaarten") != card
    assert "Afsprakenbrief 1 1 6 " in words(decks, "kaartenoverzicht")


def test_the_effect_of_a_way_out(decks: Path) -> None:
    def taken() -> float:
        return next(use.gekozen or 0 for use in play(decks).uitdagingen if use.id == "vergunning")

    before, card = taken(), words(decks, "uitdagingkaarten")
    change(decks / "basis" / "uitdagingen.yaml", "tijd: -1", "steun: 1", after="id: vergunning")
    assert taken() < before - 0.3
    assert words(decks, "uitdagingkaarten") != card
