"""Where the lines of the calibration sheet lie, front and back: the vernier of a calliper, taken apart; draws nothing.

On the front a line stands every 12 mm for each millimetre that a back may be off, on the back every 11 mm. So the
lines at `n` millimetres meet if the back is off by exactly `n`, and there alone a line runs on from front to back.
Whole and half millimetres have a scale each: that leaves 12 mm between the lines of a scale, and the lines of the back,
which may go 5 mm either way, never meet those of another number.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from speelveld.geometry import Rect, Size
from speelveld.sheet.duplex import Duplex, behind
from speelveld.sheet.plan import Placement, Turn
from speelveld.units import mm, spoken

REACH = 5
"""How many millimetres off can be read, either way."""
_FRONT, _BACK = 12, 11
_THICK = mm(0.35)
_NUMBER = Size(mm(11), mm(5))
_GAP = mm(1)
# Of the lines on the front, of those on the back, and of what they share where nothing is off: with the back 5 mm
# nearer they just reach the numbers, with the back 5 mm farther the two still touch.
_LONG, _LONG_BEHIND, _SHARED = mm(10), mm(12), mm(5)

DEPTH = _GAP + _LONG - _SHARED + _LONG_BEHIND + mm(REACH)
"""How far one scale reaches from its numbers, wherever the back lies."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A number, and the line on the front and the one on the back, seen through the front, that meet at it."""

    number: str
    place: Rect
    front: Rect
    back: Rect


def level(middle: float, top: float) -> tuple[Pair, ...]:
    """Return the two scales for x, numbers above lines that stand side by side about `middle`: right is plus."""
    found: list[Pair] = []
    for start, values in ((top, _whole()), (top + _NUMBER.height + DEPTH, _halves())):
        first = start + _NUMBER.height + _GAP
        second = first + _LONG - _SHARED
        for value in values:
            front, back = middle + mm(_FRONT * value), middle + mm(_BACK * value)
            found.append(
                Pair(
                    spoken(value),
                    Rect(front - _NUMBER.width / 2, start, _NUMBER.width, _NUMBER.height),
                    Rect(front - _THICK / 2, first, _THICK, _LONG),
                    Rect(back - _THICK / 2, second, _THICK, _LONG_BEHIND),
                )
            )
    return tuple(found)


def upright(left: float, middle: float) -> tuple[Pair, ...]:
    """Return the two scales for y, numbers left of lines that lie below each other about `middle`: up is plus."""
    found: list[Pair] = []
    for start, values in ((left, _whole()), (left + _NUMBER.width + DEPTH, _halves())):
        first = start + _NUMBER.width + _GAP
        second = first + _LONG - _SHARED
        for value in values:
            front, back = middle - mm(_FRONT * value), middle - mm(_BACK * value)
            found.append(
                Pair(
                    spoken(value),
                    Rect(start, front - _NUMBER.height / 2, _NUMBER.width, _NUMBER.height),
                    Rect(first, front - _THICK / 2, _LONG, _THICK),
                    Rect(second, back - _THICK / 2, _LONG_BEHIND, _THICK),
                )
            )
    return tuple(found)


def seen_from_behind(box: Rect, paper: Size, duplex: Duplex) -> tuple[Rect, Turn]:
    """Return where on the back page lies what is seen at `box` through the front, and how it is turned there."""
    found = behind(Placement(0, box), 0, paper, duplex)
    return found.box, found.turn


def _whole() -> Iterator[float]:
    yield from range(-REACH, REACH + 1)


def _halves() -> Iterator[float]:
    yield from (whole + 0.5 for whole in range(-REACH, REACH))
