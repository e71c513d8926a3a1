"""A street that fills its box, and one building as large as fits."""

from speelveld.beeld import LANDSCHAPPEN, MODULES, Piece, draw_building, draw_street
from speelveld.geometry import Size
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.drawn import DrawnBox, canvas, painted
from speelveld.typeset.frame import Shape
from speelveld.typeset.layout import Layout
from speelveld.typeset.palette import street_palette
from speelveld.typeset.shapes import figure_tag
from speelveld.written.hints import PLAIN, suggest


def _size(layout: Layout, node: Node, width: float, height: float | None) -> Size:
    wide = min(width, layout.size(node, "w", width))
    return Size(wide, layout.size(node, "h", wide) if height is None else height)


@builder("street")
def build_street(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the street of the seed text, from side to side of the box."""
    size = _size(layout, node, width, height)
    landscape = layout.choice(node, "landscape", _LANDSCAPES)
    seed = node.attributes.get("seed", "")
    on = canvas(layout, size)
    pieces: tuple[Piece, ...] = ()
    if on.size.width > _WIDEST * on.size.height:
        layout.wrong(node, f"een straat is hoogstens {_WIDEST} keer zo breed als hoog")
    elif on.size.width > 0:
        pieces = draw_street(landscape, seed, on.size, on.lines)
    return _drawn(layout, node, size, on.edge, painted(layout, pieces, street_palette(layout, node)))


@builder("building")
def build_building(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the building `name`, as large as fits, on the foot of its box."""
    size = _size(layout, node, width, height)
    name = node.attributes.get("name", "")
    on = canvas(layout, size)
    pieces: tuple[Piece, ...] = ()
    if name not in MODULES:
        layout.wrong(node, f"gebouw {name!r} bestaat niet", suggest(name, sorted(MODULES), PLAIN))
    elif min(on.size.width, on.size.height) > 0:
        pieces = draw_building(name, node.attributes.get("seed", ""), on.size, on.lines)
    return _drawn(layout, node, size, on.edge, painted(layout, pieces, street_palette(layout, node)))


# In a longer street the houses would be specks, and there would be hundreds.
_WIDEST = 60
# The first is the standard.
_LANDSCAPES = ("stad", *(name for name in LANDSCHAPPEN if name != "stad"))


def _drawn(layout: Layout, node: Node, size: Size, edge: float, shapes: tuple[Shape, ...]) -> DrawnBox:
    return DrawnBox(size.width, size.height, shapes, figure_tag(layout, node), edge)
