"""Boxes by their top left corner and their size, and lengths along their sides."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height."""

    width: float
    height: float

    @property
    def box(self) -> "Rect":
        """The box of this size with its top left at the origin."""
        return Rect(0.0, 0.0, self.width, self.height)

    def turned(self) -> "Size":
        """Return the size of the same thing turned a quarter."""
        return Size(self.height, self.width)

    def holds(self, other: "Size", slack: float = 1e-3) -> bool:
        """Tell whether something of size `other` lies in it, as it is or turned a quarter, to within `slack` points."""
        short, long = sorted((self.width, self.height))
        least, most = sorted((other.width, other.height))
        return least <= short + slack and most <= long + slack


@dataclass(frozen=True, slots=True)
class Edges:
    """A length for each side of a box, clockwise from the top."""

    top: float
    right: float
    bottom: float
    left: float

    @classmethod
    def all(cls, length: float) -> "Edges":
        """Return the same length on every side."""
        return cls(length, length, length, length)


@dataclass(frozen=True, slots=True)
class Rect:
    """A box by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def spanning(cls, left: float, top: float, right: float, bottom: float) -> "Rect":
        """Return the box between these sides."""
        return cls(left, top, right - left, bottom - top)

    @classmethod
    def around(cls, boxes: Iterable["Rect"]) -> "Rect":
        """Return the smallest box that holds all of `boxes`, of which there is at least one."""
        found = tuple(boxes)
        if len(found) == 1:
            return found[0]
        return cls.spanning(
            min(box.x for box in found),
            min(box.y for box in found),
            max(box.right for box in found),
            max(box.bottom for box in found),
        )

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    def inset(self, edges: Edges) -> "Rect":
        """Return the box made smaller by `edges` (larger where an edge is negative)."""
        return Rect(
            self.x + edges.left,
            self.y + edges.top,
            self.width - edges.left - edges.right,
            self.height - edges.top - edges.bottom,
        )

    def moved(self, dx: float, dy: float) -> "Rect":
        """Return the box shifted by (`dx`, `dy`)."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def contains(self, other: "Rect", slack: float = 1e-6) -> bool:
        """Tell whether `other` lies inside, to within `slack` points."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def shared(self, other: "Rect") -> "Rect":
        """Return the part that lies in both boxes; one without a size if they lie apart."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        return Rect.spanning(
            left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom))
        )

    def lacks(self, other: "Rect") -> float:
        """Return how far `other` reaches out of it where it does so most; below zero: how far it stays inside."""
        return max(self.x - other.x, self.y - other.y, other.right - self.right, other.bottom - self.bottom)

    def overlaps(self, other: "Rect", slack: float = 1e-6) -> bool:
        """Tell whether the two boxes share more than a border of `slack` points."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )
