"""The third kind of team: sensible and human. It compares a dozen routes, has favourites, and weighs each card."""

import numpy as np

from speelveld.proefspeel.arrays import Floats, Ints, Marks
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.routes import Candidates, Means, any_route, as_route, first_means, later_means, lay, waiting
from speelveld.proefspeel.simple_teams import cover
from speelveld.proefspeel.table import NOBODY, Effects
from speelveld.proefspeel.team import Drawn, best_places

# How this team thinks, for every casus alike; docs/keuzes.md says how these numbers were found.
_ROUTES = 14
_MOST_RESERVE = 2
# How much people differ: in favourites among the aanpakken, in doubt about each, in haste about a whole route, and in
# mood at a kans or an uitdaging.
_FAVOURITE, _DOUBT, _HASTE, _MOOD = 0.4, 1.0, 0.8, 0.7
# A space with a card on it brings about this many stappen, people hope.
_HOPE = 0.4
# A new route must look so much better before people take the old one back: where it is free, and where it costs tijd.
_TROUBLE_FREE, _TROUBLE_PAID = 1.75, 2.75
# How people weigh a route: what it lacks of stappen, of steun and regie, and of steun to stay out of danger.
_FAR, _CARRIED, _WEAK = 1.2, 0.9, 0.6
# Turning a role is a pity: it could have helped later.
_TURNING = 0.2


class Samen:
    """Covers the groups with different krachten, keeps some tijd, and asks what is short: stappen, steun or regie."""

    def __init__(
        self, chance: Chance, without: int = NOBODY, *, opgave: bool = True, persons: bool = True, route: bool = True
    ) -> None:
        """Choose by `chance`; `without` is a group that nobody of this team comes from.

        Less of a team, to see what each choice is worth: one that does not look at its `opgave`, one that takes any
        `persons` as long as the groups are there, and one that lays any `route` it can pay.
        """
        self._chance = chance
        self._without = without
        self._opgave, self._persons, self._routes = opgave, persons, route
        self._favour: Floats = np.zeros((0, 0))

    def dreamteam(self, games: Games) -> Ints:
        """Return a role of every group with as many krachten as can be."""
        if self._without != NOBODY:
            games.rollen = games.rollen & (games.table.groep != self._without)
        taste = 1.5 * self._chance.uniform(*games.rollen.shape)
        looks = self._opgave and self._persons
        return cover(games, taste, kracht=2.0 if self._persons else 0.0, hart=looks)

    def route(self, games: Games) -> Ints:
        """Return the best of a dozen routes, as this table sees it."""
        self._favour = _FAVOURITE * self._chance.noise(*games.aanpakken.shape)
        if not self._routes:
            return any_route(games, first_means(games), self._chance)
        return self._best(games, first_means(games))[0]

    def herleg(self, games: Games, rows: Ints, geld: Ints, tijd: Ints) -> tuple[Marks, Ints]:
        """Return another route where the pawn looks like not arriving, or where it costs nothing, if it is better."""
        short = _short_of_stappen(games, rows, self._stappen(games)) > 0
        free = games.vrij[rows]
        wanted = np.zeros(len(rows), np.bool_)
        routes = np.full((len(rows), games.table.rules.aanpakken), NOBODY)
        asked = np.flatnonzero(short | free)
        if asked.size:
            means = later_means(games, rows[asked], geld[asked], tijd[asked])
            routes[asked], value = self._best(games, means)
            now = self._worth_waiting(games, rows[asked])
            wanted[asked] = (value > now + np.where(free[asked], _TROUBLE_FREE, _TROUBLE_PAID)) & (
                routes[asked, 0] != NOBODY
            )
        return wanted, routes

    def mogelijkheid(self, games: Games, drawn: Drawn) -> Marks:
        """Return where it is worth more than the rule, at this moment and in this mood."""
        table, needs = games.table, _needs(games, drawn.rows, self._stappen(games))
        gain = _worth(needs, table.mogelijkheid, drawn.events) - _worth(needs, table.regels, drawn.events)
        turning = np.where(table.als_regie[drawn.events] == NOBODY, _TURNING, 0.0)
        found: Marks = gain - turning + _MOOD * self._chance.noise(len(drawn.rows)) > 0
        return found

    def helper(self, games: Games, drawn: Drawn) -> Ints:
        """Return one of the roles that may help."""
        del games
        return best_places(self._chance.uniform(*drawn.helpers.shape), drawn.helpers, 1)[:, 0]

    def _best(self, games: Games, means: Means) -> tuple[Ints, Floats]:
        rows, table, stappen = means.rows, games.table, self._stappen(games)[means.rows]
        cards = games.aanpakken[rows]
        shape = (len(rows), _ROUTES, cards.shape[1])
        cost = table.tijd[cards] + table.geld[cards] / 3 + 0.5
        value = (stappen + 1.2 * (table.steun[cards] + table.regie[cards])) / cost + self._favour[rows]
        reserve = (self._chance.uniform(len(rows), _ROUTES) * (_MOST_RESERVE + 1)).astype(np.int64)
        found = lay(games, means, value[:, None] + _DOUBT * self._chance.noise(*shape), reserve)
        score = self._score(games, means, found) + _HASTE * self._chance.noise(*shape[:2])
        best = score.argmax(axis=1)
        # First what makes people willing, then what goes far.
        weak = games.steun[rows] <= table.rules.weinig_steun + 2
        first = table.steun[cards] * np.where(weak, 2.0, 1.0)[:, None] + table.regie[cards] - 0.2 * stappen
        first = first + 0.5 * self._chance.noise(*cards.shape)
        routes = as_route(found.choose(best), first, table.rules.aanpakken)
        return routes, score[np.arange(len(rows)), best]

    def _score(self, games: Games, means: Means, found: Candidates) -> Floats:
        rows, table = means.rows, games.table
        cards = games.aanpakken[rows]
        stappen, steun, regie, geld, tijd = found.total(
            self._stappen(games)[rows], table.steun[cards], table.regie[cards], table.geld[cards], table.tijd[cards]
        )
        return _judge(
            games, rows[:, None], stappen, steun, regie, means.geld[:, None] - geld, means.tijd[:, None] - tijd
        )

    def _worth_waiting(self, games: Games, rows: Ints) -> Floats:
        table, cards = games.table, games.aanpakken[rows]
        return _judge(
            games,
            rows,
            waiting(games, rows, self._stappen(games)[rows]),
            waiting(games, rows, table.steun[cards]),
            waiting(games, rows, table.regie[cards]),
            games.geld[rows] - waiting(games, rows, table.geld[cards]),
            games.tijd[rows] - waiting(games, rows, table.tijd[cards]),
        )

    def _stappen(self, games: Games) -> Ints:
        """Return the stappen of each open aanpak, as this team sees them."""
        return games.stappen if self._opgave else games.kaal


def _judge(games: Games, rows: Ints, stappen: Ints, steun: Ints, regie: Ints, geld: Ints, tijd: Ints) -> Floats:
    """Return how good it would be to have a route that brings this, and leaves this geld and tijd."""
    rules = games.table.rules
    ahead = _events_ahead(games, rows)
    to_go = rules.pad - games.pion[rows] - _HOPE * ahead
    short = np.maximum(to_go - stappen, 0)
    steun_short = np.maximum(rules.gedragen_steun - games.steun[rows] - steun, 0)
    weak = np.maximum(rules.weinig_steun + 2 - games.steun[rows] - steun, 0)
    regie_short = np.maximum(rules.gedragen_regie - games.regie[rows] - regie - 0.1 * ahead, 0)
    found: Floats = (
        -_FAR * short
        - _CARRIED * (steun_short + regie_short)
        - _WEAK * weak
        + 0.4 * np.minimum(np.maximum(tijd, 0), 2)
        + 0.1 * np.clip(geld, -4, 3)
        - 2.0 * np.maximum(-tijd, 0)
    )
    return found


def _events_ahead(games: Games, rows: Ints) -> Ints:
    marked = np.isin(games.table.soort, (1, 2))
    beyond: Ints = marked.sum() - np.cumsum(marked)
    found: Ints = beyond[games.pion[rows]]
    return found


def _short_of_stappen(games: Games, rows: Ints, stappen: Ints) -> Floats:
    coming = games.over[rows] + waiting(games, rows, stappen[rows])
    found: Floats = games.table.rules.pad - games.pion[rows] - coming - _HOPE * _events_ahead(games, rows)
    return found


def _needs(games: Games, rows: Ints, stappen: Ints) -> dict[str, Floats]:
    """Return what one more of each is worth now, in the games `rows`."""
    table, rules, cards = games.table, games.table.rules, games.aanpakken[rows]
    short = _short_of_stappen(games, rows, stappen)
    steun = games.steun[rows] + waiting(games, rows, table.steun[cards])
    regie = games.regie[rows] + waiting(games, rows, table.regie[cards])
    geld = games.geld[rows] - waiting(games, rows, table.geld[cards])
    tijd = games.tijd[rows] - waiting(games, rows, table.tijd[cards])
    # Everyone sees how near the mark of little steun is, where every aanpak begins to cost more tijd.
    danger = games.steun[rows] <= rules.weinig_steun + 1
    return {
        "stappen": _graded(short <= 0, short <= -2, (1.3, 0.8, 0.4)),
        "steun": _graded(steun >= rules.gedragen_steun, steun >= rules.gedragen_steun + 2, (1.15, 0.65, 0.3))
        + 0.6 * danger,
        "regie": _graded(regie >= rules.gedragen_regie, regie >= rules.gedragen_regie + 1, (1.4, 0.85, 0.3)),
        "geld": _graded(geld >= 1, geld >= 3, (0.9, 0.5, 0.2)),
        "tijd": _graded(tijd >= 1, tijd >= 1, (2.2, 1.2, 1.2)),
    }


def _graded(enough: Marks, plenty: Marks, worth: tuple[float, float, float]) -> Floats:
    """Return what one more is worth: the first where there is not enough, the second where there is, then the third."""
    return np.where(plenty, worth[2], np.where(enough, worth[1], worth[0]))


def _worth(needs: dict[str, Floats], effects: Effects, events: Ints) -> Floats:
    total: Floats = np.zeros(len(events))
    for name, need in needs.items():
        total = total + need * getattr(effects, name)[events]
    return total
