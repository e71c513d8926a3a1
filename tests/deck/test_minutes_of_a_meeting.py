"""The minutes of a meeting: what is left for play, and when it ends with many tables."""

from pathlib import Path

import pytest

from speelveld.deck.rules import load_rules

RULES = Path(__file__).resolve().parents[2] / "decks" / "basis" / "spel.yaml"


@pytest.mark.parametrize(("duur", "play"), [(120, 45), (90, 35)])
def test_reading_before_people_are_chosen_counts_as_play(duur: int, play: int) -> None:
    assert load_rules(RULES, duur, {}).speeltijd == play


@pytest.mark.parametrize("duur", [120, 90])
@pytest.mark.parametrize("tables", [1, 2, 4])
def test_up_to_four_tables_end_on_time(duur: int, tables: int) -> None:
    rules = load_rules(RULES, duur, {})
    assert rules.for_tables(tables) == rules


# Half a minute for each table, of which 120 minutes have two of their own and 90 none.
@pytest.mark.parametrize(
    ("duur", "tables", "later"), [(120, 5, 1), (120, 6, 1), (120, 7, 2), (120, 12, 4), (90, 5, 3), (90, 12, 6)]
)
def test_more_tables_end_later_by_what_it_takes_to_hear_them(duur: int, tables: int, later: int) -> None:
    before = load_rules(RULES, duur, {})
    rules = before.for_tables(tables)
    assert (rules.later, rules.duur) == (later, duur + later)
    assert rules.fasen[-1].minuten == before.fasen[-1].minuten + later
    assert rules.fasen[-1].eind == rules.duur
    assert rules.fasen[:-1] == before.fasen[:-1]
    assert rules.vergelijken * 2 >= tables
    assert rules.speeltijd == before.speeltijd
