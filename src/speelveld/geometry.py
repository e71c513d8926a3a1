"""Boxes on paper: in points, from the top left, y downwards; nothing here knows PDF."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height."""

    width: float
    height: float

    def turned(self) -> "Size":
        """Return the size of the same thing turned a quarter."""
        return Size(self.height, self.width)


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

    def overlaps(self, other: "Rect", slack: float = 1e-6) -> bool:
        """Tell whether the two boxes share more than a border of `slack` points."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )
