"""A laid-out part of a page: it knows its size, paints itself at a place, and may be cut in two over pages."""

from collections.abc import Callable
from typing import Protocol

from speelveld.errors import Source
from speelveld.markup import Node
from speelveld.typeset.faults import SLACK, TooLong
from speelveld.typeset.frame import Item
from speelveld.typeset.layout import Layout


class Box(Protocol):
    """What every builder returns."""

    width: float
    height: float

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the items of the box, with its top left at (`x`, `y`), to `out`."""

    def split(self, room: float) -> "tuple[Box, Box] | None":
        """Return the part that fits in `room` points of height and the rest; None: it cannot be cut there."""


class Solid:
    """The base of boxes that cannot be cut in two."""

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return None: this box stays whole."""
        del room
        return None


class Kept(Solid):
    """A box that may not be cut in two, because its element says `keep`."""

    def __init__(self, box: Box) -> None:
        self.width, self.height, self._box = box.width, box.height, box

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the items of the box."""
        self._box.paint(x, y, out)


Builder = Callable[[Layout, Node, float, float | None], Box]
BUILDERS: dict[str, Builder] = {}


def builder(*names: str) -> Callable[[Builder], Builder]:
    """Register the function that builds the elements `names`.

    It takes the room there is: a width and, if that is given, a height; the box it returns may be higher than that.
    """

    def register(function: Builder) -> Builder:
        for name in names:
            BUILDERS[name] = function
        return function

    return register


def build(layout: Layout, node: Node, width: float, height: float | None = None) -> Box:
    """Return the box of `node` in `width` points; with `height` it has that height, otherwise what it takes."""
    box = BUILDERS[node.name](layout, node, width, height)
    if height is not None:
        hold(layout, node, width, height, box, height)
    if "keep" in node.attributes and layout.flag(node, "keep"):
        return Kept(box)
    return box


def hold(layout: Layout, node: Node, width: float, height: float | None, box: Box, room: float) -> None:
    """Note a misfit if `box`, built from `node`, is higher than `room`; it then gets that height."""
    if box.height <= room + SLACK:
        return

    def measure(other: Node) -> float:
        return BUILDERS[other.name](layout.probe(), other, width, height).height - room

    layout.misfits.append(TooLong(layout.card, node, box.height - room, measure))
    box.height = max(0.0, room)


def place(name: str, attributes: dict[str, str] | None = None) -> Node:
    """Return an element made by the program itself, for boxes a layout does not spell out."""
    return Node(name, dict(attributes or {}), Source("speelveld"))
