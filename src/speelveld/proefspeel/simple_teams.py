"""Two kinds of teams: one that does anything it may, and one that goes by the rules as fast as it can."""

import numpy as np

from speelveld.proefspeel.arrays import Floats, Ints, Marks
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.routes import Means, any_route, as_route, first_means, later_means, lay, waiting
from speelveld.proefspeel.table import NOBODY
from speelveld.proefspeel.team import Drawn, best_places

# How often a team that does anything lays its route anew when it may.
_WHIM = 0.1


class Willekeurig:
    """Any legal choice, each as likely as the other: what the game gives to who does not think."""

    def __init__(self, chance: Chance) -> None:
        """Choose by `chance`."""
        self._chance = chance

    def dreamteam(self, games: Games) -> Ints:
        """Return any of the open roles."""
        return best_places(self._chance.uniform(*games.rollen.shape), games.rollen, games.table.rules.dreamteam)

    def route(self, games: Games) -> Ints:
        """Return open aanpakken in any order, as long as they can be paid."""
        return any_route(games, first_means(games), self._chance)

    def herleg(self, games: Games, rows: Ints, geld: Ints, tijd: Ints) -> tuple[Marks, Ints]:
        """Return now and then another route."""
        routes = any_route(games, later_means(games, rows, geld, tijd), self._chance)
        return (self._chance.uniform(len(rows)) < _WHIM) & (routes[:, 0] != NOBODY), routes

    def mogelijkheid(self, games: Games, drawn: Drawn) -> Marks:
        """Return heads or tails."""
        del games
        found: Marks = self._chance.uniform(len(drawn.rows)) < 0.5
        return found

    def helper(self, games: Games, drawn: Drawn) -> Ints:
        """Return any role that may help."""
        del games
        return best_places(self._chance.uniform(*drawn.helpers.shape), drawn.helpers, 1)[:, 0]


class Regels:
    """The fastest route and never a mogelijkheid: covers the groups, and keeps nothing back."""

    def __init__(self, chance: Chance) -> None:
        """Choose by `chance` where it does not care."""
        self._chance = chance

    def dreamteam(self, games: Games) -> Ints:
        """Return a role of every group that lies open, and then any."""
        return cover(games, self._chance.uniform(*games.rollen.shape), kracht=0.0)

    def route(self, games: Games) -> Ints:
        """Return what goes furthest for its tijd and geld."""
        return self._fastest(games, first_means(games))[0]

    def herleg(self, games: Games, rows: Ints, geld: Ints, tijd: Ints) -> tuple[Marks, Ints]:
        """Return another route where the pawn will not arrive with this one, and will come further with that."""
        routes, reach = self._fastest(games, later_means(games, rows, geld, tijd))
        now = waiting(games, rows, games.stappen[rows])
        return (games.pion[rows] + now < games.table.rules.pad) & (reach > now), routes

    def mogelijkheid(self, games: Games, drawn: Drawn) -> Marks:
        """Return no."""
        del games
        return np.zeros(len(drawn.rows), np.bool_)

    def helper(self, games: Games, drawn: Drawn) -> Ints:
        """Never asked, for a role is turned only for a mogelijkheid."""
        del games, drawn
        raise AssertionError("the rule turns no role")

    def _fastest(self, games: Games, means: Means) -> tuple[Ints, Ints]:
        cards = games.aanpakken[means.rows]
        # Tijd is what runs out first; people judge a fiche at about a third of a quarter.
        cost = games.table.tijd[cards] + games.table.geld[cards] / 3 + 0.5
        rate = games.stappen[means.rows] / cost + 0.25 * self._chance.noise(*cards.shape)
        found = lay(games, means, rate[:, None])
        (reach,) = found.total(games.stappen[means.rows])
        return as_route(found.laid[:, 0], rate, games.table.rules.aanpakken), reach[:, 0]


def cover(games: Games, taste: Floats, kracht: float, *, hart: bool = True) -> Ints:
    """Return a dreamteam that covers the groups first, and then has enough people of a group of the `hart`.

    `kracht` is what a new kracht is worth beside `taste`; a team without eyes for the `hart` looks at the groups alone.
    """
    table, rules = games.table, games.table.rules
    free, team = games.rollen.copy(), []
    many: Ints = np.zeros((games.count, len(rules.groepen)), np.int64)
    powers = np.zeros((games.count, len(rules.krachten)), np.bool_)
    rows = np.arange(games.count)
    # One for each group of the heart; none for a team without eyes for it.
    core: Ints = games.hart.astype(np.int64) * hart
    for _ in range(rules.dreamteam):
        met: Ints = (core * (many >= rules.hart_mensen)).max(axis=1)
        short: Ints = core * (1 - met)[:, None]
        value = taste + 10.0 * (many < 1)[:, table.groep] + kracht * ~powers[:, table.kracht]
        value = value + 5.0 * short[:, table.groep]
        chosen = best_places(value, free, 1)[:, 0]
        there = chosen != NOBODY
        free[rows[there], chosen[there]] = False
        many[rows[there], table.groep[chosen[there]]] += 1
        powers[rows[there], table.kracht[chosen[there]]] = True
        team.append(chosen)
    return np.stack(team, axis=1)
