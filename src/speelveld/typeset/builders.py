"""Elements → boxes: which function builds which element, and what happens when one comes out too high."""

from collections.abc import Callable
from dataclasses import replace

from speelveld.markup import Node
from speelveld.typeset.box import Box, Kept
from speelveld.typeset.faults import SLACK, TooLong
from speelveld.typeset.heights import Zone
from speelveld.typeset.layout import Layout

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
    """Return the box of `node` in `width` points; with `height` it has that height, otherwise what it takes.

    One that says `same-height` takes as much as the highest of its name.
    """
    layout = layout.part(node)
    box = BUILDERS[node.name](layout, node, width, height)
    if height is not None:
        box = held(layout, node, width, height, box, height)
    if "same-height" in node.attributes:
        box = _as_high_as_others(layout, node, width, height, box)
    if "keep" in node.attributes and layout.flag(node, "keep"):
        return Kept(box.width, box.height, box)
    return box


def _as_high_as_others(layout: Layout, node: Node, width: float, height: float | None, box: Box) -> Box:
    """Return `box` as high as others of its name; one that was given a height has that already."""
    name = layout.name(node, "same-height")
    if name is None:
        return box
    if "h" in node.attributes:
        layout.wrong(node, "'h' en 'same-height' gaan niet samen", "laat een van de twee weg")
    if height is not None:
        return box

    def measure(other: Node) -> float:
        return BUILDERS[other.name](layout.probe(), other, width, None).height

    shared = layout.heights.of(name, Zone(layout.card, node, box.height, measure))
    return BUILDERS[node.name](layout, node, width, shared) if shared > box.height else box


def held(layout: Layout, node: Node, width: float, height: float | None, box: Box, room: float) -> Box:
    """Return `box`, built from `node`; one that is higher than `room` is a misfit, and gets that height."""
    if box.height <= room + SLACK:
        return box
    layout = layout.part(node)

    def measure(other: Node) -> float:
        return BUILDERS[other.name](layout.probe(), other, width, height).height - room

    layout.misfits.append(TooLong(layout.card, node, box.height - room, measure))
    return replace(box, height=max(0.0, room))
