"""Which own cards of a casus break the balance, and to which side; always found by playing without them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
_Shares = Mapping[_Key, float]


@dataclass(frozen=True, slots=True)
class EigenKaart:
    """A card that the casus brings itself."""

    soort: str
    """'aanpak', 'kans' or 'uitdaging'."""
    id: str
    naam: str


@dataclass(frozen=True, slots=True)
class Eigen:
    """The cards of the casus itself, and the table as it is without some; None if nobody could play that."""

    kaarten: Sequence[EigenKaart]
    zonder: Callable[[Collection[EigenKaart]], Table | None]


@dataclass(frozen=True, slots=True)
class Verstoring:
    """The own cards without which most of what is wrong is right, and the measure that this changes most."""

    kaarten: tuple[EigenKaart, ...]
    te_gul: tuple[bool, ...]
    """Of each whether it makes it too easy; otherwise it makes it too hard."""
    team: str
    """The kind of team: 'regels' or 'samen'."""
    wat: str
    """'gehaald' or 'gedragen'."""
    met: float
    zonder: float


def find_cards(table: Table, eigen: Eigen, zaad: int) -> Verstoring | None:
    """Return the own card that takes most of what is wrong with it, or if none takes half, the fewest that do together.

    None if all of them together do not take half either.
    """
    now = _shares(table, zaad)
    wrong = _off(now)
    played: dict[frozenset[EigenKaart], _Shares] = {}

    def without(cards: Collection[EigenKaart]) -> _Shares | None:
        key = frozenset(cards)
        if key not in played:
            fewer = eigen.zonder(key)
            if fewer is None:
                return None
            played[key] = _shares(fewer, zaad)
        return played[key]

    def left(cards: Collection[EigenKaart]) -> float:
        shares = without(cards)
        return wrong if shares is None else _off(shares)

    alone = {card: left([card]) for card in eigen.kaarten}
    found = sorted(eigen.kaarten, key=lambda card: alone[card])[:1]
    if not _takes_half(wrong, left(found) if found else wrong):
        found = _fewest(eigen.kaarten, alone, left, wrong)
    changed = without(found)
    if changed is None or not _takes_half(wrong, left(found)):
        return None
    key = max(now, key=lambda key: _beside(key, now[key]) - _beside(key, changed[key]))
    sides = [without([card]) for card in found]
    generous = tuple((side or changed)[key] <= now[key] for side in sides)
    return Verstoring(tuple(found), generous, *key, now[key], changed[key])


def _takes_half(wrong: float, left: float) -> bool:
    return left <= wrong / 2 and wrong - left >= _CHANCE


def _fewest(
    cards: Sequence[EigenKaart],
    alone: Mapping[EigenKaart, float],
    left: Callable[[Collection[EigenKaart]], float],
    wrong: float,
) -> list[EigenKaart]:
    """Return the cards that together take what all take, or three quarters: what does least goes back first."""
    found = list(cards)
    goal = max(left(found) + _CHANCE, wrong / 4)
    order = sorted(cards, key=lambda card: abs(wrong - alone[card]))
    before = None
    while before != found:  # what was needed beside another card may not be without it
        before = found
        for card in order:
            others = [other for other in found if other != card]
            if card in found and others and left(others) <= goal:
                found = others
    return found


def _shares(table: Table, zaad: int) -> _Shares:
    return dict(_played(table, zaad))


def _played(table: Table, zaad: int) -> Iterator[tuple[_Key, float]]:
    for team in _KINDS:
        uitslag = play_team(table, TEAMS[team], _GAMES, zaad)
        yield (team, "gehaald"), uitslag.gehaald
        yield (team, "gedragen"), uitslag.gedragen


def _off(shares: _Shares) -> float:
    return sum(_beside(key, share) for key, share in shares.items())


def _beside(key: _Key, share: float) -> float:
    team, wat = key
    return (GEHAALD if wat == "gehaald" else GEDRAGEN)[team].ernaast(share)
