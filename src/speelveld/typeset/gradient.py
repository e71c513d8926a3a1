"""Colours that flow into each other: along a line, or from one circle to another."""

from dataclasses import dataclass, replace

from speelveld.colors import Color
from speelveld.geometry import HERE, Matrix, Point


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour at a place from 0, where a gradient starts, to 1, where it ends."""

    at: float
    color: Color
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle by its middle and radius."""

    middle: Point
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Gradient:
    """Stops, in order, between two places: circles where it is `radial`, and otherwise the middles of these.

    Before the first place it has the first colour, and after the last the last; `matrix` brings it where it is seen.
    """

    stops: tuple[Stop, ...]
    start: Circle
    end: Circle
    radial: bool
    matrix: Matrix = HERE

    @property
    def opaque(self) -> bool:
        """Whether nothing shines through it."""
        return all(stop.opacity >= 1 for stop in self.stops)

    def through(self, matrix: Matrix) -> "Gradient":
        """Return it where `matrix` puts it."""
        return replace(self, matrix=self.matrix.before(matrix))
