"""A casus that leaves out so many cards that a game runs out of them is warned about it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.deck import choose_cards, shortages
from speelveld.options import Options

ROOT = Path(__file__).resolve().parents[2]


def with_only(folder: Path, kind: str, count: int) -> list[str]:
    """Return what is said of shortages to a casus that leaves all but `count` cards of a kind out."""
    base = load(ROOT / "decks" / "nieuw", "nieuw")
    names = ", ".join(str(card.id) for card in getattr(base.deck, kind)[count:])
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text(f"{text}\nweglaten: [{names}]\n", encoding="utf-8")
    loaded = load(folder, "school")
    cards = choose_cards(loaded.casus, loaded.deck)
    assert len(cards.of(kind)) == count
    return [problem.message for problem in shortages(cards, loaded.rules, loaded.casus)]


# What one table of two hours lays open or may draw: twelve roles, ten aanpakken, three of each on the pad.
@pytest.mark.parametrize(("kind", "needed"), [("rollen", 12), ("aanpakken", 10), ("kansen", 3), ("uitdagingen", 3)])
def test_exactly_enough_is_enough_and_one_fewer_is_not(tmp_path: Path, kind: str, needed: int) -> None:
    assert with_only(tmp_path, kind, needed) == []
    message = f"van '{kind}' zijn er {needed - 1}; één spel vraagt er {needed}"
    assert with_only(tmp_path, kind, needed - 1) == [message]


@pytest.mark.parametrize("kind", ["rollen", "aanpakken", "kansen", "uitdagingen"])
def test_a_kind_that_is_left_out_altogether_is_warned_about(tmp_path: Path, kind: str) -> None:
    base = load(ROOT / "decks" / "nieuw", "nieuw")
    names = ", ".join(str(card.id) for card in getattr(base.deck, kind))
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (tmp_path / "casus.yaml").write_text(f"{text}\nweglaten: [{names}]\n", encoding="utf-8")
    options = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=("opgavekaarten",))
    built = build(load(tmp_path, "school"), options, lambda _: None)
    assert sum(f"van '{kind}' zijn er 0" in str(warning) for warning in built.warnings) == 1


def test_the_standard_deck_has_enough_of_every_kind() -> None:
    options = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=("opgavekaarten",))
    assert build(load(ROOT / "decks" / "nieuw", "nieuw"), options, lambda _: None).warnings == ()
