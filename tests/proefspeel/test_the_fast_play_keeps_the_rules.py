"""Every game of the fast play is a game by rules 1 to 30, as a slow and plain reference plays them."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from speelveld.proefspeel import events
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.deal import deal
from speelveld.proefspeel.game import play
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.many import Always
from speelveld.proefspeel.samen import Samen
from speelveld.proefspeel.simple_teams import Regels, Willekeurig
from speelveld.proefspeel.table import Table
from tests.proefspeel.replay import Notary, differences, play_again
from tests.proefspeel.worlds import standard, strange

GAMES = 60


class Restless(Willekeurig):
    """Lays its route anew whenever it may, and always says yes."""

    def herleg(self, games: Games, rows: Any, geld: Any, tijd: Any) -> Any:
        _, routes = super().herleg(games, rows, geld, tijd)
        return routes[:, 0] >= 0, routes

    def mogelijkheid(self, games: Games, drawn: Any) -> Any:
        return np.ones(len(drawn.rows), np.bool_)


TEAMS = {
    "willekeurig": Willekeurig,
    "rusteloos": Restless,
    "regels": Regels,
    "samen": Samen,
    "altijd": lambda chance: Always(chance, answer=True),
}


def wrong(table: Table, team: Any, seed: int, count: int = GAMES) -> list[str]:
    cards = deal(table, Chance(seed, 0), count)
    notary = Notary(team(Chance(seed, 1)), count)
    games = play(table, cards, notary)
    found = []
    for row in range(count):
        again = play_again(table, cards, games, notary, row)
        found += [f"game {row}: {difference}" for difference in differences(games, row, again)]
    return found


@pytest.mark.parametrize("name", TEAMS)
@pytest.mark.parametrize("duur", [120, 90])
def test_the_standard_deck_is_played_by_the_rules(name: str, duur: int) -> None:
    assert wrong(standard(duur), TEAMS[name], seed=11, count=400) == []


@pytest.mark.parametrize("name", TEAMS)
@examples(max_examples=60)
@given(seed=st.integers(0, 10**6))
def test_any_deck_is_played_by_the_rules(name: str, seed: int) -> None:
    assert wrong(strange(seed), TEAMS[name], seed) == []


def test_the_games_tried_hold_every_question_the_table_will_ask() -> None:
    seen = dict.fromkeys(("lost", "put away", "relaid twice", "two cards", "tijd 0 and won", "surplus", "no card"), 0)
    for seed in range(60):
        table = strange(seed)
        cards = deal(table, Chance(seed, 0), GAMES)
        games = play(table, cards, Restless(Chance(seed, 1)))
        seen["lost"] += int(games.verloren.sum())
        seen["put away"] += int(games.weggelegd.sum())
        seen["relaid twice"] += int((games.herlegd > 1).sum())
        seen["two cards"] += int((games.kansen + games.uitdagingen > games.gespeeld).sum())
        seen["tijd 0 and won"] += int((games.gehaald & (games.tijd == 0)).sum())
        seen["surplus"] += int((games.gehaald & (games.over > 0)).sum())
        seen["no card"] += len(table.kansen) < table.rules.aantal("kans")
    assert {name: count for name, count in seen.items() if count < 10} == {}


def test_a_broken_rule_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    real = events._apply

    def generous(games: Games, rows: Any, effects: Any) -> None:
        real(games, rows, effects)
        games.geld[rows[:1]] += 1

    monkeypatch.setattr(events, "_apply", generous)
    with pytest.raises(AssertionError):
        assert wrong(standard(), Samen, seed=11) == []


def test_the_reference_refuses_what_the_rules_forbid() -> None:
    table = standard()
    cards = deal(table, Chance(5, 0), 1)
    notary = Notary(Samen(Chance(5, 1)), 1)
    games = play(table, cards, notary)
    notary.routes[0] = list(range(7))
    with pytest.raises(AssertionError, match="no route"):
        play_again(table, cards, games, notary, 0)
