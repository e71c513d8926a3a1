"""Strips of waste paper shared out among ruler and texts; knows neither cards nor tiles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from speelveld.geometry import Rect
from speelveld.sheet.plan import RULER_BOX, Edge, Label, LabelKind, Ruler, Turn
from speelveld.units import mm

STRIP = mm(4)
"""How deep a strip is at least: from ascender to descender a line of 9 pt Source Sans Pro takes 3.99 mm."""
LABEL_LENGTH = mm(60)
"""The shortest place for a text: about 45 characters of 9 pt Source Sans Pro."""

_APART = mm(4)
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Strip:
    """A free box along one edge of the paper."""

    edge: Edge
    box: Rect

    @property
    def vertical(self) -> bool:
        """Whether it runs from top to bottom."""
        return self.edge in ("left", "right")

    @property
    def length(self) -> float:
        """How much fits in it one after another, in points."""
        return self.box.height if self.vertical else self.box.width

    def part(self, start: float, length: float) -> Rect:
        """Return the piece of `length` points that begins `start` points from the left, or from the top."""
        if self.vertical:
            return Rect(self.box.x, self.box.y + start, self.box.width, length)
        return Rect(self.box.x + start, self.box.y, length, self.box.height)


@dataclass(frozen=True, slots=True)
class Want:
    """Something that asks for `length` points on the first of `edges` with room; a text takes what is left as well."""

    kind: LabelKind | Literal["ruler", "map"]
    edges: tuple[Edge, ...]
    length: float = LABEL_LENGTH

    @property
    def stretches(self) -> bool:
        """Whether it can use more than it asks for."""
        return self.kind not in ("ruler", "map")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What found a place in the margins."""

    ruler: Ruler | None = None
    map: Rect | None = None
    labels: tuple[Label, ...] = ()

    def holds(self, wants: Sequence[Want]) -> bool:
        """Tell whether all of `wants` found a place."""
        return len(self.labels) + (self.ruler is not None) + (self.map is not None) == len(wants)


def ruler_want(edges: tuple[Edge, ...]) -> Want:
    """Return the wish for a ruler along the first of `edges` with room."""
    return Want("ruler", edges, RULER_BOX)


def between(start: float, end: float, lines: Iterable[float], air: float) -> Iterator[tuple[float, float]]:
    """Yield start and end of each stretch from `start` to `end` that keeps `air` points from every one of `lines`."""
    for line in sorted(lines):
        if start < line - air:
            yield start, min(line - air, end)
        start = max(start, line + air)
    if start < end:
        yield start, end


def furnish(strips: Sequence[Strip], wants: Sequence[Want]) -> Furniture:
    """Return the places of `wants` in `strips`, each in the first strip of its favourite edge that has room left.

    What does not fit anywhere is left out.
    """
    shares: list[list[Want]] = [[] for _ in strips]
    for want in wants:
        order = sorted(range(len(strips)), key=lambda index: want.edges.index(strips[index].edge))
        fitting = (i for i in order if _asked([*shares[i], want]) <= strips[i].length + _SLACK)
        if (chosen := next(fitting, None)) is not None:
            shares[chosen].append(want)
    ruler, map_box, labels = None, None, []
    for strip, share in zip(strips, shares, strict=True):
        for want, box in _laid_out(strip, share):
            match want.kind:
                case "ruler":
                    ruler = Ruler(box)
                case "map":
                    map_box = box
                case kind:
                    turn: Turn = 270 if strip.vertical else 0
                    labels.append(Label(kind, box, turn))
    return Furniture(ruler, map_box, tuple(labels))


def _asked(wants: Sequence[Want]) -> float:
    return sum(want.length for want in wants) + _APART * (len(wants) - 1)


def _laid_out(strip: Strip, wants: Sequence[Want]) -> Iterator[tuple[Want, Rect]]:
    stretching = sum(want.stretches for want in wants)
    extra = (strip.length - _asked(wants)) / stretching if stretching else 0.0
    start = 0.0
    for want in wants:
        length = want.length + (extra if want.stretches else 0.0)
        yield want, strip.part(start, length)
        start += length + _APART
