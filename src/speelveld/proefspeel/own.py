"""Which own card of a casus breaks the balance, and to which side; always found by playing without each of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from speelveld.proefspeel.bands import GEDRAGEN, GEHAALD
from speelveld.proefspeel.many import TEAMS, play_team
from speelveld.proefspeel.table import Table

_GAMES = 2000
# What these two make of it shows a card that is too dear or too kind; who does anything gets there hardly ever.
_KINDS = ("regels", "samen")
# With so many games chance alone makes two points.
_CHANCE = 0.03

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EigenKaart:
    """A card that the casus brings itself, and the table as it is without that card."""

    soort: str
    """'aanpak', 'kans' or 'uitdaging'."""
    id: str
    naam: str
    zonder: Callable[[], Table]


@dataclass(frozen=True, slots=True)
class Verstoring:
    """The own card without which most of what is wrong is right, and the measure that this changes most."""

    soort: str
    id: str
    naam: str
    team: str
    """The kind of team: 'regels' or 'samen'."""
    wat: str
    """'gehaald' or 'gedragen'."""
    met: float
    zonder: float

    @property
    def te_gul(self) -> bool:
        """Whether the card makes it too easy; otherwise it makes it too hard."""
        return self.met > self.zonder


def find_card(table: Table, eigen: Sequence[EigenKaart], zaad: int) -> Verstoring | None:
    """Return the own card that takes most of what is wrong with it when it is left out; None if none takes half."""
    if not eigen:
        return None
    now = dict(_shares(table, zaad))
    wrong = sum(_off(key, share) for key, share in now.items())
    best: tuple[float, Verstoring] | None = None
    for kaart in eigen:
        without = dict(_shares(kaart.zonder(), zaad))
        left = sum(_off(key, share) for key, share in without.items())
        if left > wrong / 2 or wrong - left < _CHANCE or (best and left >= best[0]):
            continue
        team, wat = max(now, key=lambda key: _off(key, now[key]) - _off(key, without[key]))
        best = (left, Verstoring(kaart.soort, kaart.id, kaart.naam, team, wat, now[team, wat], without[team, wat]))
    return best[1] if best else None


def _shares(table: Table, zaad: int) -> Iterator[tuple[_Key, float]]:
    for team in _KINDS:
        uitslag = play_team(table, TEAMS[team], _GAMES, zaad)
        yield (team, "gehaald"), uitslag.gehaald
        yield (team, "gedragen"), uitslag.gedragen


def _off(key: _Key, share: float) -> float:
    team, wat = key
    return (GEHAALD if wat == "gehaald" else GEDRAGEN)[team].ernaast(share)
