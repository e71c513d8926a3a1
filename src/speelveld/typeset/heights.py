"""Boxes of one name that are all as high as the highest of them: their heights, and which text to blame for these."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from speelveld.markup import Node, Origin
from speelveld.typeset.faults import SLACK, SMALLEST, Fault, Misfit, TooLong, in_mm, of_layout, of_text
from speelveld.typeset.shorten import emptied, length, origins

_EVEN = "vakken die op elke kaart even hoog zijn, zijn samen"


@dataclass(frozen=True, slots=True)
class Zone:
    """A box of such a name: on which card, and what height it takes by itself; `measure` gives that for a copy."""

    card: str
    node: Node
    height: float
    measure: Callable[[Node], float]


@dataclass(slots=True)
class Heights:
    """The boxes that were built, by name; `given` are the heights that they have got at least."""

    given: Mapping[str, float] = field(default_factory=dict)
    zones: dict[str, dict[Node, Zone]] = field(default_factory=dict)

    def of(self, name: str, zone: Zone) -> float:
        """Return the height for `zone`, and remember the one it takes by itself."""
        self.zones.setdefault(name, {})[zone.node] = zone
        return max(zone.height, self.given.get(name, 0.0))

    def rise(self, given: Mapping[str, float]) -> None:
        """Give each box of a name from now on at least the height in `given`, and forget the boxes so far."""
        self.given, self.zones = given, {}

    @contextmanager
    def apart(self) -> Iterator[dict[str, float]]:
        """Give the heights of the highest boxes, by name, among those that are built within; filled when they are."""
        before, self.zones = self.zones, {}
        highest: dict[str, float] = {}
        try:
            yield highest
        finally:
            highest.update(self.highest())
            for name, zones in self.zones.items():
                before.setdefault(name, {}).update(zones)
            self.zones = before

    def rising(self) -> Zone | None:
        """Return the highest of boxes that have not all got its height; None: all boxes have that of their highest."""
        for name, zones in self.zones.items():
            zone = max(zones.values(), key=lambda zone: zone.height)
            if zone.height > self.given.get(name, 0.0) + SLACK:
                return zone
        return None

    def highest(self) -> dict[str, float]:
        """Return the height of the highest box of each name."""
        return {name: max(zone.height for zone in zones.values()) for name, zones in self.zones.items()}


def to_blame(heights: Heights, misfit: TooLong, kit_files: frozenset[str]) -> Sequence[Misfit]:
    """Return the boxes that make the card of `misfit` too high, though each card would fit by itself.

    These are the boxes of one name that have to lose the excess: of the name with the fewest such boxes that can.
    Where no name is enough by itself, the highest box of each name.
    """
    there = {
        name: list(zones.values())
        for name, zones in heights.zones.items()
        if any(zone.card == misfit.card for zone in zones.values())
    }
    enough: list[list[TooLong]] = []
    for zones in there.values():
        room = max(zone.height for zone in zones) - misfit.excess
        high = [_over(zone, room) for zone in zones if zone.height > room + SLACK]
        if all(_can_lose(found, kit_files) for found in high):
            enough.append(high)
    if enough:
        return min(enough, key=len)
    return [_Together(max(zones, key=lambda zone: zone.height), misfit.excess) for zones in there.values()]


def _over(zone: Zone, room: float) -> TooLong:
    return TooLong(zone.card, zone.node, zone.height - room, lambda node: zone.measure(node) - room)


def _can_lose(found: TooLong, kit_files: frozenset[str]) -> bool:
    return bool(_written(origins(found.node), kit_files)) and found.measure(emptied(found.node)) <= SLACK


def _written(found: Iterable[Origin], kit_files: frozenset[str]) -> list[Origin]:
    return [origin for origin in found if origin.source.name not in kit_files]


@dataclass(frozen=True, slots=True)
class _Together:
    """The highest box of a name, on a card where the highest ones of all names take `excess` points too many."""

    zone: Zone
    excess: float

    def fault(self, kit_files: frozenset[str]) -> Fault:
        """Return the fault of its longest text, the author's if there is one."""
        node, amount = self.zone.node, in_mm(self.excess)
        found = origins(node)
        found = _written(found, kit_files) or found
        if not found:
            message = f"{_EVEN} {amount} te hoog"
            return of_layout(self.zone.card, node, message, "geef de inhoud in de layout meer plaats")
        longest = max(found, key=lambda origin: length(node, origin))
        hint = "maak deze tekst korter, of de langste van een ander vak"
        return of_text(self.zone.card, longest, f"{_EVEN} {amount} te hoog, {SMALLEST}", hint, kit_files)
