"""A street that fills its box, and one building as large as fits."""

from collections.abc import Mapping

from speelveld.beeld import LANDSCHAPPEN, MODULES, Piece, draw_building, draw_street
from speelveld.colors import Color, contrast
from speelveld.geometry import Size
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.drawn import DrawnBox, canvas, named_color, painted, role_color
from speelveld.typeset.frame import Shape
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import figure_tag
from speelveld.written.hints import PLAIN, suggest

# A ground on which white stands out this much is dark: walls are light on it, and windows show it.
_DARK = 2.2
# The walls, what is white, roofs and windows, on a dark ground (whose windows show it) and on a light one.
_ON_DARK = {"walls": "muur-1 muur-2 muur-3", "white": "wit", "roof": "dak"}
_ON_LIGHT = {"walls": "muur-1 muur-2 muur-3", "white": "wit", "roof": "huis-lijn", "window": "huis-lijn"}
_WALLS = 3


def _palette(layout: Layout, node: Node) -> Mapping[str, Color]:
    ground = named_color(layout, node, "ground", "wit")
    dark = contrast(ground, layout.theme.color("wit")) >= _DARK
    usual = _ON_DARK | {"window": node.attributes.get("ground", "wit")} if dark else _ON_LIGHT
    names = node.attributes.get("walls", usual["walls"]).split()
    if len(names) != _WALLS:
        layout.wrong(node, "'walls' zijn drie kleuren, zoals 'muur-1 muur-2 muur-3'")
        names = usual["walls"].split()
    palette = {f"wall{number}": role_color(layout, node, name) for number, name in enumerate(names, 1)}
    for tone, key in (("white", "white"), ("roof", "roof"), ("glass", "window")):
        palette[tone] = named_color(layout, node, key, usual[key])
    palette["accent"] = named_color(layout, node, "accent", "accent")
    return palette


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
    pieces = draw_street(landscape, seed, on.size, on.thin) if min(on.size.width, on.size.height) > 0 else ()
    return _drawn(layout, node, size, on.edge, painted(layout, pieces, _palette(layout, node)))


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
        pieces = draw_building(name, node.attributes.get("seed", ""), on.size, on.thin)
    return _drawn(layout, node, size, on.edge, painted(layout, pieces, _palette(layout, node)))


# The first is the standard.
_LANDSCAPES = ("stad", *(name for name in LANDSCHAPPEN if name != "stad"))


def _drawn(layout: Layout, node: Node, size: Size, edge: float, shapes: tuple[Shape, ...]) -> DrawnBox:
    return DrawnBox(size.width, size.height, shapes, figure_tag(layout, node), edge)
