"""Which one number of a casus to turn, and how far, so that it comes within the main bands; always found by playing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from speelveld.proefspeel.bands import Oordeel, main_verdicts
from speelveld.proefspeel.many import TEAMS, play_team
from speelveld.proefspeel.table import Table
from speelveld.proefspeel.tally import Uitslag

# Not tijd: one kwartaal more or less makes a game of another kind. How far to look, and the ends that a casus may have.
REACH = {"geld": (16, 1, 60), "pad": (28, 12, 40)}
# Every number as near as this, and every other one beyond.
_NEAR = 6
_COARSE, _FINE, _FINALISTS = 750, 5000, 3


@dataclass(frozen=True, slots=True)
class Knop:
    """One number turned: what samen made of it before and after, and whether all main bands are met then.

    What `team` makes of `maat` ('gehaald' or 'gedragen') is what it mends most: `was` and `wordt`.
    """

    naam: str
    nu: int
    beter: int
    gehaald_nu: float
    gehaald_beter: float
    gedragen_beter: float
    binnen: bool
    team: str
    maat: str
    was: float
    wordt: float


def find_knob(make: Callable[[Mapping[str, int]], Table], teams: dict[str, Uitslag], zaad: int) -> Knop | None:
    """Return the smallest turn of geld or pad that helps most; None if neither helps much.

    `make` gives the table with other numbers, `teams` is what was measured as it is.
    """
    now = _off(teams)
    start = make({}).rules
    tried = []
    for name, (reach, least, most) in REACH.items():
        value = getattr(start, name)
        for other in range(max(least, value - reach), min(most, value + reach) + 1):
            turn = abs(other - value)
            if 0 < turn <= _NEAR or (turn > _NEAR and turn % 2 == 0):
                off = _off(_play(make({name: other}), _COARSE, zaad))
                tried.append((round(off, 2), turn, name, other))
    best: tuple[float, int, Knop] | None = None
    for _, turn, name, other in sorted(tried)[:_FINALISTS]:
        played = _play(make({name: other}), _FINE, zaad)
        off, samen = _off(played), played["samen"]
        knop = Knop(
            name,
            getattr(start, name),
            other,
            teams["samen"].gehaald,
            samen.gehaald,
            samen.gedragen,
            off == 0,
            *_mended(teams, played),
        )
        if best is None or (round(off, 3), turn) < best[:2]:
            best = (round(off, 3), turn, knop)
    # A number that takes away less than half of what is wrong is no advice.
    return best[2] if best and best[0] <= now / 2 else None


def _play(table: Table, potjes: int, zaad: int) -> dict[str, Uitslag]:
    return {key: play_team(table, team, potjes, zaad) for key, team in TEAMS.items()}


def _mended(now: dict[str, Uitslag], after: dict[str, Uitslag]) -> tuple[str, str, float, float]:
    """Return the measure that comes nearest to its band: of which team, which one, and what it was and becomes."""

    def gain(pair: tuple[Oordeel, Oordeel]) -> float:
        was, is_ = pair
        return was.band.ernaast(was.waarde) - is_.band.ernaast(is_.waarde)

    was, becomes = max(zip(main_verdicts(now), main_verdicts(after), strict=True), key=gain)
    maat, _, team = was.naam.partition("-")
    return team, maat, was.waarde, becomes.waarde


def _off(teams: dict[str, Uitslag]) -> float:
    """Return how far the six main measures lie outside their bands together, in parts of 1."""
    return sum(verdict.band.ernaast(verdict.waarde) for verdict in main_verdicts(teams))
