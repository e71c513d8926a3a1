"""A kans or an uitdaging, settled in many games at once (rules 19–27)."""

import numpy as np

from speelveld.proefspeel.arrays import Ints, Marks
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.table import NOBODY, Effects
from speelveld.proefspeel.team import Drawn, Team


def settle(games: Games, rows: Ints, events: Ints, team: Team) -> None:
    """Let the team choose a way out of `events`, one in each of the games `rows`, and apply it."""
    table = games.table
    drawn = _seen(games, rows, events)
    chosen = team.mogelijkheid(games, drawn) & drawn.open
    turned = chosen & (table.als_regie[events] == NOBODY)
    if turned.any():
        asked = Drawn(rows[turned], events[turned], drawn.open[turned], drawn.helpers[turned])
        place = team.helper(games, asked)
        games.rechtop[asked.rows, place] = False
        games.geholpen += np.bincount(games.dreamteam[asked.rows, place], minlength=len(table.rollen))
    for count, where in ((games.getrokken, slice(None)), (games.open, drawn.open), (games.gekozen, chosen)):
        count += np.bincount(events[where], minlength=len(count))
    _apply(games, rows, _of(table.regels, table.mogelijkheid, events, chosen))


def _seen(games: Games, rows: Ints, events: Ints) -> Drawn:
    """Return the cards with what is open of them (rules 21–23)."""
    table = games.table
    roles = games.dreamteam[rows]
    helpers = table.helpt[events[:, None], roles] & games.rechtop[rows]
    asked = table.als_regie[events]
    met = np.where(asked == NOBODY, helpers.any(axis=1), games.regie[rows] >= asked)
    payable = games.geld[rows] + table.mogelijkheid.geld[events] >= 0
    return Drawn(rows, events, met & payable, helpers)


def _of(regels: Effects, mogelijkheid: Effects, events: Ints, chosen: Marks) -> Effects:
    names = ("geld", "tijd", "steun", "regie", "stappen")
    ways = ((getattr(mogelijkheid, name)[events], getattr(regels, name)[events]) for name in names)
    return Effects(*(np.where(chosen, one, other) for one, other in ways))


def _apply(games: Games, rows: Ints, effects: Effects) -> None:
    """Apply effects in their order, until tijd has to be paid that is not there (rules 20, 24–27)."""
    rules = games.table.rules
    geld = games.geld[rows] + effects.geld
    games.geld[rows] = np.maximum(geld, 0)
    tijd = games.tijd[rows] - np.maximum(-geld, 0) * rules.fiche_tekort_tijd
    lost = tijd < 0
    tijd += effects.tijd
    lost |= tijd < 0
    games.tijd[rows] = np.where(lost, 0, tijd)
    games.verloren[rows[lost]] = True
    games.over[rows[lost]] = 0
    kept = rows[~lost]
    games.change_tracks(kept, effects.steun[~lost], effects.regie[~lost])
    games.pion[kept] = np.minimum(games.pion[kept] + effects.stappen[~lost], rules.pad)
