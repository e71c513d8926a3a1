"""What a kind of team is asked during a game; it sees the board and the open cards, as players do."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from speelveld.proefspeel.arrays import Floats, Ints, Marks
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.table import NOBODY


@dataclass(frozen=True, slots=True)
class Drawn:
    """Events drawn in the games `rows`, and what the players see of each."""

    rows: Ints
    events: Ints
    open: Marks
    """Whether the mogelijkheid is open."""
    helpers: Marks
    """Which places of the dreamteam may be turned for it."""


class Team(Protocol):
    """Choices, asked for many games at once: each answer has one row for each game asked about."""

    def dreamteam(self, games: Games) -> Ints:
        """Return the roles to choose, game × place; `NOBODY` where too few lie open."""

    def route(self, games: Games) -> Ints:
        """Return the route to lay in every game: places in order, `NOBODY` behind the last."""

    def herleg(self, games: Games, rows: Ints, geld: Ints, tijd: Ints) -> tuple[Marks, Ints]:
        """Return in which of `rows` to lay a new route, and those routes; `geld` and `tijd` are left for them."""

    def mogelijkheid(self, games: Games, drawn: Drawn) -> Marks:
        """Return where to take the mogelijkheid; where it is not open, the answer does not count."""

    def helper(self, games: Games, drawn: Drawn) -> Ints:
        """Return which place of the dreamteam is turned, among those that may."""


def best_places(values: Floats, allowed: Marks, count: int) -> Ints:
    """Return for each row the `count` allowed places with the highest value; `NOBODY` where there are fewer."""
    ranked = np.where(allowed, values, -np.inf)
    order = np.argsort(-ranked, axis=1, kind="stable")[:, :count]
    found = np.where(np.take_along_axis(allowed, order, axis=1), order, NOBODY)
    missing = count - found.shape[1]
    return np.pad(found, ((0, 0), (0, missing)), constant_values=NOBODY) if missing > 0 else found
