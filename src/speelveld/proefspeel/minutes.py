"""What happened in games → how many minutes the phases route and onderweg took, by the minutes in `spel.yaml`."""

import numpy as np

from speelveld.proefspeel.arrays import Floats, Ints
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.games import Games


def minutes(games: Games, chance: Chance) -> Floats:
    """Return the minutes of each game, with the spread of people who talk."""
    route, onderweg = by_phase(games, chance)
    return route + onderweg


def by_phase(games: Games, chance: Chance) -> tuple[Floats, Floats]:
    """Return the minutes of each game in the phase route and in the phase onderweg."""
    talk = games.table.rules.praattijd
    once = np.ones(games.count, np.int64)
    route = _talked(
        games,
        chance,
        (once, talk.uitleg),
        (once * games.aanpakken.shape[1], talk.lezen),
        (games.gelegd, talk.leggen),
        (once, talk.nakijken),
    )
    onderweg = _talked(
        games,
        chance,
        (games.gespeeld + games.weggelegd, talk.aanpak),
        (games.kansen + games.uitdagingen, talk.gebeurtenis),
        (games.thematafels, talk.thematafel),
        (games.herlegd, talk.herleggen),
    )
    # A brisk table is brisk in both.
    table = chance.spread(talk.per_tafel, games.count)
    return route * table, onderweg * table


def quickly(games: Games, route: Floats, onderweg: Floats) -> Floats:
    """Return the minutes of both phases if the table plays on without talk once the time is nearly up (rule 27).

    The cards and the choices stay the same, so how a game ends does not change.
    """
    rules = games.table.rules
    turn = np.maximum(rules.speeltijd - rules.vlug, route)
    done = games.gespeeld + games.weggelegd + games.kansen + games.uitdagingen
    late = np.maximum(route + onderweg - turn, 0)
    left = np.divide(late, onderweg, out=np.zeros(games.count), where=onderweg > 0)
    found: Floats = np.minimum(route + onderweg, turn) + left * done * rules.vlug_keer
    return found


def _talked(games: Games, chance: Chance, *parts: tuple[Ints, float]) -> Floats:
    """Return the minutes of what happened so many times and took so many minutes each."""
    total: Floats = np.zeros(games.count)
    for number, each in parts:
        # The relative spread of a sum of equal parts shrinks with the root of their number.
        deviation = games.table.rules.praattijd.per_keer / np.sqrt(np.maximum(number, 1))
        total = total + number * each * chance.spread(deviation, games.count)
    return total
