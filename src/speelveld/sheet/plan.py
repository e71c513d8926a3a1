"""The words a plan is written in: what lies where on a sheet, in points; how it looks is decided elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from speelveld.geometry import Rect, Size
from speelveld.units import mm

Turn: TypeAlias = Literal[0, 90, 180, 270]
"""Degrees clockwise, as seen by who looks at that side of the paper."""

LabelKind: TypeAlias = Literal["title", "how", "turn", "number", "fold"]
"""What a text tells: what this sheet is, what to do, how to turn it over, which tile it is, where to fold it."""

Edge: TypeAlias = Literal["top", "right", "bottom", "left"]

RULER_LENGTH = mm(100)
_TICK_STEP = mm(10)
_TICK, _LONG_TICK = mm(1.5), mm(3)
# More than half the width of any line we draw, so that the ruler's ink stays inside its box.
_INSET = mm(0.25)
RULER_BOX = RULER_LENGTH + 2 * _INSET


@dataclass(frozen=True, slots=True)
class Mark:
    """A straight line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Placement:
    """A face on a sheet: `box` is where it lies once it is turned by `turn`."""

    face: int
    box: Rect
    turn: Turn = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A place for a text, which reads upwards when `turn` is 270."""

    kind: LabelKind
    box: Rect
    turn: Turn = 0


@dataclass(frozen=True, slots=True)
class Ruler:
    """A place for a ruler of exactly `RULER_LENGTH`; `box`, `RULER_BOX` long, holds its ink as well."""

    box: Rect

    @property
    def vertical(self) -> bool:
        """Whether it runs from top to bottom."""
        return self.box.height > self.box.width

    def lines(self) -> Iterator[Mark]:
        """Yield the ruler's line and a tick every 10 mm, longer at 0, 50 and 100 mm.

        The line lies along the top or the left of the box; the ticks reach 3.25 mm into it.
        """
        x, y = self.box.x + _INSET, self.box.y + _INSET
        yield self._line(x, y, RULER_LENGTH, along=True)
        for index in range(11):
            step = index * _TICK_STEP
            start_x, start_y = (x, y + step) if self.vertical else (x + step, y)
            yield self._line(start_x, start_y, _TICK if index % 5 else _LONG_TICK, along=False)

    def _line(self, x: float, y: float, length: float, *, along: bool) -> Mark:
        if along is self.vertical:
            return Mark(x, y, x, y + length)
        return Mark(x, y, x + length, y)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet."""

    placements: tuple[Placement, ...] = ()
    marks: tuple[Mark, ...] = ()
    ruler: Ruler | None = None
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One piece of paper; without a `back` it is printed on one side."""

    paper: Size
    front: Side
    back: Side | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many pieces of paper, and how many printed pages."""

    sheets: int
    pages: int

    def __add__(self, other: "Count") -> "Count":
        return Count(self.sheets + other.sheets, self.pages + other.pages)


def count(sheets: Sequence[Sheet]) -> Count:
    """Return how much paper and how many pages `sheets` take; an empty back is a page too."""
    return Count(len(sheets), sum(1 if sheet.back is None else 2 for sheet in sheets))
