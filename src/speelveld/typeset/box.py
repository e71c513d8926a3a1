"""A laid-out part of a page: it knows its size, paints itself at a place, and may be cut in two over pages."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from speelveld.typeset.frame import Item


@dataclass(frozen=True, slots=True)
class Box(ABC):
    """What every builder returns; one that does not say how it is cut stays whole."""

    width: float
    height: float

    @abstractmethod
    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the items of the box, with its top left at (`x`, `y`), to `out`."""

    def split(self, room: float) -> "tuple[Box, Box] | None":
        """Return the part that fits in `room` points of height and the rest; None: it cannot be cut there."""
        del room
        return None


@dataclass(frozen=True, slots=True)
class Kept(Box):
    """A box that may not be cut in two, because its element says `keep`."""

    box: Box

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the items of the box."""
        self.box.paint(x, y, out)
