"""A table and a kind of team → what becomes of many games."""

from collections.abc import Callable, Mapping

import numpy as np

from speelveld.proefspeel.arrays import Marks
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.deal import deal
from speelveld.proefspeel.game import play
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.minutes import minutes
from speelveld.proefspeel.samen import Samen
from speelveld.proefspeel.simple_teams import Regels, Willekeurig
from speelveld.proefspeel.table import NOBODY, Table
from speelveld.proefspeel.tally import Uitslag, tally
from speelveld.proefspeel.team import Drawn, Team

# So many games fit in the fast memory of a processor; more at once is not faster, and fewer is slower.
_BATCH = 2500
_DEALS, _CHOICES, _MINUTES = range(3)


class Always(Samen):
    """Samen that gives one answer at every kans and uitdaging."""

    def __init__(self, chance: Chance, *, answer: bool) -> None:
        """Answer with the mogelijkheid, or with the rule."""
        super().__init__(chance)
        self._answer = answer

    def mogelijkheid(self, games: Games, drawn: Drawn) -> Marks:
        """Return the one answer."""
        del games
        return np.full(len(drawn.rows), self._answer)


class Doubting(Samen):
    """Samen at a table where now and then nobody can say how a person would do it (rule 23)."""

    def __init__(self, chance: Chance, *, refused: float) -> None:
        """Refuse this share of the ways that ask for a role."""
        super().__init__(chance)
        self._refused = refused

    def mogelijkheid(self, games: Games, drawn: Drawn) -> Marks:
        """Return what samen wants, where the table lets it."""
        asks = games.table.als_regie[drawn.events] == NOBODY
        refused = asks & (self._chance.uniform(len(drawn.rows)) < self._refused)
        found: Marks = super().mogelijkheid(games, drawn) & ~refused
        return found


TEAMS: Mapping[str, Callable[[Chance], Team]] = {"willekeurig": Willekeurig, "regels": Regels, "samen": Samen}


def play_team(table: Table, make: Callable[[Chance], Team], potjes: int, zaad: int) -> Uitslag:
    """Return what a kind of team makes of `potjes` games; with one `zaad` every kind gets the same cards."""
    batches: list[Games] = []
    times = []
    for number, start in enumerate(range(0, potjes, _BATCH)):
        count = min(_BATCH, potjes - start)
        cards = deal(table, Chance(zaad, number, _DEALS), count)
        games = play(table, cards, make(Chance(zaad, number, _CHOICES)))
        batches.append(games)
        times.append(minutes(games, Chance(zaad, number, _MINUTES)))
    return tally(table, batches, times)
