"""A small shape repeated over a box, such as that of a kind of card on its backs."""

from speelveld.beeld import SHAPES, draw_pattern
from speelveld.colors import mixed
from speelveld.geometry import NO_PATH, Path, Size
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.drawn import named_color
from speelveld.typeset.frame import Shape
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import HAIRLINE, ShapeBox
from speelveld.units import mm
from speelveld.written.hints import PLAIN, suggest

_PITCH = mm(8)
# Closer than this, shapes are no pattern any more but a tint.
_CLOSEST = mm(2)
# A sheet of A0 holds fifteen thousand at the usual distance.
_MOST = 20_000
# So much of its colour a pattern has on its ground.
_TINT = 0.15


@builder("pattern")
def build_pattern(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return as many of the shape as fit whole."""
    size = Size(width, layout.size(node, "h", width) if height is None else height)
    return ShapeBox(size.width, size.height, _painted(layout, node, _path(layout, node, size)))


def _path(layout: Layout, node: Node, size: Size) -> Path:
    pitch = layout.size(node, "size", _PITCH)
    name = node.attributes.get("shape", "")
    if name not in SHAPES:
        layout.wrong(node, f"vorm {name!r} bestaat niet", suggest(name, list(SHAPES), PLAIN))
    elif pitch < _CLOSEST:
        layout.wrong(node, "kenmerk 'size': in een patroon staan de vormen ten minste 2 mm uit elkaar")
    elif size.width * size.height > _MOST * pitch**2:
        layout.wrong(node, f"een patroon heeft hoogstens {_MOST} vormen", "zet ze verder uit elkaar met 'size'")
    else:
        return draw_pattern(name, pitch, size)
    return NO_PATH


def _painted(layout: Layout, node: Node, path: Path) -> Shape:
    """Return the pattern in a tint of its colour, if it says on which ground; and as thin lines where ink is saved."""
    if layout.theme.sparing:
        return Shape(path, None, layout.theme.color("lijn"), HAIRLINE)
    color = named_color(layout, node, "fill", "lijn")
    return Shape(
        path, mixed(color, named_color(layout, node, "ground", "wit"), _TINT) if "ground" in node.attributes else color
    )
