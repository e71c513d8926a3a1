"""Where a length of art is cut into pieces so that the knife meets the least; knows no paper but how much it holds."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil, inf

from speelveld.geometry import Rect
from speelveld.units import mm

STEP = mm(0.25)
"""How finely places for a seam are tried: as well as one cuts by hand."""
NEAR = mm(1)
"""A seam keeps so far from what it need not cut, where it can: a knife slips."""
_SLIGHT = 5
"""What weighs less is nothing to keep clear of."""
_SAME, _TOUCH = 1e-7, 0.01
_TRIES = 100
# A cost is one number, so that costs add up: first what is cut, then how close by, then how far from even.
_CUT, _CLOSE = 1 << 40, 1 << 20


@dataclass(frozen=True, slots=True)
class Whole:
    """A box in the art, in points, that had better stay whole; what weighs more goes before what weighs less."""

    box: Rect
    weight: int


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where along one side of the art something lies, and what it weighs."""

    start: float
    end: float
    weight: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """How a length is divided: in how many pieces, each printing at most `reach` points, neighbours `overlap` twice.

    A seam lies `trim` points inside the print of the piece behind it.
    """

    length: float
    count: int
    reach: float
    overlap: float
    trim: float

    @property
    def share(self) -> float:
        """How much each piece prints where all print equally much."""
        return (self.length + (self.count - 1) * self.overlap) / self.count

    @property
    def even(self) -> tuple[float, ...]:
        """The seams between pieces that print equally much."""
        step = (self.length - self.overlap) / self.count
        return tuple(number * step + self.trim for number in range(1, self.count))

    def printed(self, seams: Sequence[float]) -> list[tuple[float, float]]:
        """Return from where to where each piece prints."""
        starts = [0.0, *(seam - self.trim for seam in seams)]
        ends = [*(seam - self.trim + self.overlap for seam in seams), self.length]
        return list(zip(starts, ends, strict=True))


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where to cut, in points from the start, and what that costs: `cut` is the weight of all that is cut through."""

    seams: tuple[float, ...]
    cost: int = 0

    @property
    def cut(self) -> int:
        """What all that is cut weighs together."""
        return self.cost // _CUT


class Knife:
    """Knows what lies along one side of the art, and what a cut at any place meets."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = list(spans)
        starting, ending = sorted((s.start, s.weight) for s in found), sorted((s.end, s.weight) for s in found)
        self._starts, self._ends = [place for place, _ in starting], [place for place, _ in ending]
        self._started = [0, *accumulate(weight for _, weight in starting)]
        self._ended = [0, *accumulate(weight for _, weight in ending)]
        sides = {side for s in found if s.weight >= _SLIGHT for side in (s.start, s.end)}
        self._sides = [-inf, *sorted(sides), inf]
        self._costs: dict[float, int] = {}

    def cost(self, place: float) -> int:
        """Return what a cut at this place costs, apart from how even it is."""
        known = self._costs.get(place)
        if known is None:
            known = self._costs[place] = self._cost(place)
        return known

    def _cost(self, place: float) -> int:
        begun = self._started[bisect_left(self._starts, place - _TOUCH)]
        cut = begun - self._ended[bisect_right(self._ends, place + _TOUCH)]
        at = bisect_left(self._sides, place)
        room = min(self._sides[at] - place, place - self._sides[at - 1])
        close = ceil((NEAR - room) / STEP - _TOUCH) if room < NEAR else 0
        return cut * _CUT + close * _CLOSE

    def best(self, pieces: Pieces) -> Cuts | None:
        """Return the cheapest seams, of equally cheap ones those nearest to the even division; None: there are none."""
        if pieces.count == 1:
            return Cuts(()) if pieces.length <= pieces.reach + _SAME else None
        stretch = pieces.reach - pieces.overlap
        # No piece is left of less than half its share: it would be a snipper.
        least = (pieces.length - pieces.overlap) / pieces.count / 2
        before: list[tuple[float, int, tuple[float, ...]]] = [(pieces.trim, 0, ())]
        for number, even in enumerate(pieces.even, 1):
            lowest = pieces.length - pieces.reach + pieces.trim - (pieces.count - 1 - number) * stretch
            places = self._places(even, lowest, number * stretch + pieces.trim)
            before = list(self._joined(before, places, even, least, stretch))
        end = pieces.length - pieces.overlap + pieces.trim
        ends = [one for one in before if end - one[0] >= least - _SAME]
        if not ends:
            return None
        _, cost, seams = min(ends, key=lambda one: one[1])
        return Cuts(seams, cost)

    def _places(self, even: float, lowest: float, highest: float) -> list[float]:
        """Return the places to try for one seam: steps from the even one, and the middles of all that is narrow."""
        if lowest > highest + _SAME:
            return []
        step = max(STEP, (highest - lowest) / _TRIES)
        down, up = int(max(0.0, even - lowest) / step), int(max(0.0, highest - even) / step)
        steps = {even + number * step for number in range(-down, up + 1)} | {lowest, highest}
        sides = self._sides[bisect_left(self._sides, lowest) : bisect_right(self._sides, highest)]
        narrow = {(one + other) / 2 for one, other in pairwise(sides) if other - one < 2 * NEAR}
        return sorted(steps | narrow)

    def _joined(
        self,
        before: Sequence[tuple[float, int, tuple[float, ...]]],
        places: Sequence[float],
        even: float,
        least: float,
        stretch: float,
    ) -> Iterable[tuple[float, int, tuple[float, ...]]]:
        """Yield each place that a seam before it allows, with the cheapest of those; both are in order."""
        window: deque[tuple[float, int, tuple[float, ...]]] = deque()
        index = 0
        for place in places:
            while index < len(before) and before[index][0] <= place - least + _SAME:
                while window and window[-1][1] >= before[index][1]:
                    window.pop()
                window.append(before[index])
                index += 1
            while window and window[0][0] < place - stretch - _SAME:
                window.popleft()
            if window:
                _, cost, seams = window[0]
                away = round(abs(place - even) / STEP)
                yield place, cost + self.cost(place) + away, (*seams, place)
