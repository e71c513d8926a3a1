"""Open aanpakken in the order in which a team likes them → routes that it can pay (rules 9–11)."""

from dataclasses import dataclass

import numpy as np

from speelveld.proefspeel.arrays import Floats, Ints, Marks
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.table import NOBODY
from speelveld.proefspeel.team import best_places


@dataclass(frozen=True, slots=True)
class Means:
    """What may be spent on a route in each of the games `rows`, and how many aanpakken it may have."""

    rows: Ints
    geld: Ints
    tijd: Ints
    most: Ints


def first_means(games: Games) -> Means:
    """Return what there is for the first route (rule 9)."""
    return Means(np.arange(games.count), games.geld, games.tijd, np.full(games.count, games.table.rules.aanpakken))


def later_means(games: Games, rows: Ints, geld: Ints, tijd: Ints) -> Means:
    """Return what there is for a new route: in total not more aanpakken are played than at first (rule 11)."""
    return Means(rows, geld, tijd, games.table.rules.aanpakken - games.gespeeld[rows])


@dataclass(frozen=True, slots=True)
class Candidates:
    """Routes to choose from: which open aanpakken each of them has, game × route × place."""

    laid: Marks

    def total(self, *values: Ints) -> tuple[Ints, ...]:
        """Return for each route the sum of each of `values` (game × place) over what it lays."""
        # Whole numbers this small are exact as floats, whatever way a machine adds them.
        sums = self.laid.astype(np.float64) @ np.stack(values, axis=2).astype(np.float64)
        return tuple(sums[..., number].astype(np.int64) for number in range(len(values)))

    def choose(self, best: Ints) -> Marks:
        """Return of each game what the route `best` has."""
        found: Marks = self.laid[np.arange(len(best)), best]
        return found


def lay(games: Games, means: Means, liking: Floats, reserve: Ints | int = 0) -> Candidates:
    """Return routes filled with what is liked most (`liking`: game × route × place), as long as it can be paid.

    `reserve` is the tijd that is kept back.
    """
    table, rows = games.table, means.rows
    cards = games.aanpakken[rows]
    count, routes, places = liking.shape
    geld, tijd, free = table.geld[cards].ravel(), table.tijd[cards].ravel(), ~games.weg[rows].ravel()
    order = np.argsort(-liking, axis=2, kind="stable").transpose(2, 0, 1)
    first_place = np.arange(count)[:, None] * places
    left_geld = np.broadcast_to(means.geld[:, None], (count, routes)).copy()
    left_tijd = np.broadcast_to(means.tijd[:, None] - reserve, (count, routes)).copy()
    left_most = np.broadcast_to(means.most[:, None], (count, routes)).copy()
    laid = np.zeros(count * routes * places, np.bool_)
    first_mark = np.arange(count * routes).reshape(count, routes) * places
    for place in order:
        at = first_place + place
        cost_geld, cost_tijd = geld[at], tijd[at]
        fits = free[at] & (cost_geld <= left_geld) & (cost_tijd <= left_tijd) & (left_most > 0)
        left_geld -= cost_geld * fits
        left_tijd -= cost_tijd * fits
        left_most -= fits
        laid[first_mark + place] = fits
    return Candidates(laid.reshape(count, routes, places))


def as_route(laid: Marks, first: Floats, length: int) -> Ints:
    """Return one route of each game as places, those with the highest `first` (game × place) in front."""
    return best_places(first, laid, length)


def any_route(games: Games, means: Means, chance: Chance) -> Ints:
    """Return open aanpakken in any order, as long as they can be paid."""
    liking = chance.uniform(len(means.rows), 1, games.aanpakken.shape[1])
    return as_route(lay(games, means, liking).laid[:, 0], liking[:, 0], games.table.rules.aanpakken)


def waiting(games: Games, rows: Ints, values: Ints) -> Ints:
    """Return the sum of `values` (game × place) over the aanpakken that wait in the games `rows`."""
    places = games.route[rows]
    found: Ints = np.where(places == NOBODY, 0, values[np.arange(len(rows))[:, None], places]).sum(axis=1)
    return found
