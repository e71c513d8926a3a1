"""A small shape repeated over a box, such as that of a kind of card on its backs."""

from speelveld.beeld import SHAPES, draw_pattern
from speelveld.geometry import NO_PATH, Size
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import ShapeBox, paint_of
from speelveld.units import mm
from speelveld.written.hints import PLAIN, suggest

_PITCH = mm(8)
# Closer than this, shapes are no pattern any more but a tint, and many thousands of them.
_CLOSEST = mm(2)


@builder("pattern")
def build_pattern(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return as many of the shape as fit whole."""
    tall = layout.size(node, "h", width) if height is None else height
    pitch = layout.size(node, "size", _PITCH)
    if pitch < _CLOSEST:
        layout.wrong(node, "kenmerk 'size': in een patroon staan de vormen ten minste 2 mm uit elkaar")
        pitch = _PITCH
    name = node.attributes.get("shape", "")
    path = NO_PATH
    if name in SHAPES:
        path = draw_pattern(name, pitch, Size(width, tall))
    else:
        layout.wrong(node, f"vorm {name!r} bestaat niet", suggest(name, list(SHAPES), PLAIN))
    return ShapeBox(width, tall, paint_of(layout, node, path))
