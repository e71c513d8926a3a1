"""Rectangles, circles, lines, polygons and paths: decoration, unless they say what they are."""

from dataclasses import dataclass, replace

from speelveld.geometry import NO_PATH, Path, Point, Size, ellipse, rounded
from speelveld.markup import Node
from speelveld.paper import FORMATS, in_mm, place_for
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.frame import Group, Item, Shape, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.layout import length as parse
from speelveld.typeset.svgpath import parse_path
from speelveld.units import mm

HAIRLINE = mm(0.25)
# A bar too narrow for text is a line: to empty it would save no ink worth telling.
NARROW = mm(2)


@dataclass(frozen=True, slots=True)
class ShapeBox(Box):
    """A path whose coordinates start at the top left of the box."""

    shape: Shape
    tag: Tag | None = None

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the path at its place."""
        placed = replace(self.shape, path=self.shape.path.moved(x, y)) if x or y else self.shape
        out.append(placed if self.tag is None else Group(self.tag, (placed,)))


def paint_of(layout: Layout, node: Node, path: Path, *, narrow: bool = False) -> Shape:
    """Return `path` with the fill, stroke, line and dash of `node`; one that is `narrow` always keeps its fill."""
    fill, stroke = layout.color(node, "fill"), layout.color(node, "stroke")
    line = layout.size(node, "line", HAIRLINE) if stroke else 0.0
    # A theme that saves ink leaves a shape empty and draws a line where its edge was, if it has an edge: white that
    # keeps a shape clear of its ground, with stroke="geen", has none.
    if fill and narrow:
        fill = layout.theme.color(node.attributes["fill"])
    elif fill and "stroke" not in node.attributes and (outline := layout.theme.outline(node.attributes["fill"])):
        stroke, line = outline.color, outline.line
    return Shape(path, fill, stroke, line, _dash(layout, node))


def _dash(layout: Layout, node: Node) -> tuple[float, ...]:
    if "dash" not in node.attributes:
        return ()
    edges = layout.edges(node, "dash")
    if edges.top + edges.right <= 0:
        layout.wrong(node, "'dash' zijn de maten van een streepje en het wit erna, zoals '2mm 1mm'")
    return edges.top, edges.right


def figure_tag(layout: Layout, node: Node) -> Tag | None:
    """Return a Figure with its alternative text, or None for decoration."""
    alt, role = node.attributes.get("alt"), node.attributes.get("role")
    if role not in (None, "Figure", "Artifact"):
        layout.wrong(node, f"rol {role!r} kan niet bij een tekening; kies uit: Figure, Artifact")
    if role == "Figure" and not alt:
        layout.wrong(node, "een tekening met rol 'Figure' heeft een 'alt' nodig", "zeg in één zin wat er te zien is")
    return Tag("Figure", alt=alt, lang=node.attributes.get("lang")) if alt and role != "Artifact" else None


@builder("rect")
def build_rect(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a rectangle as wide as there is room."""
    tall = layout.size(node, "h") if height is None else height
    path = rounded(Size(width, tall).box, layout.size(node, "radius"))
    shape = paint_of(layout, node, path, narrow=min(width, tall) <= NARROW)
    if "place" in node.attributes:
        shape = replace(shape, place=_place(layout, node, Size(width, tall)))
    return ShapeBox(width, tall, shape, figure_tag(layout, node))


def _place(layout: Layout, node: Node, size: Size) -> str:
    """Return the format of the cards that lie on a rectangle of `size`; one that is too small for them is a fault."""
    name = layout.choice(node, "place", tuple(FORMATS))
    least = place_for(FORMATS[name])
    if not size.holds(least):
        message = f"een plek voor een kaart {name!r} is ten minste {in_mm(least)}, en deze is {in_mm(size)}"
        layout.wrong(node, message, f"neem de maten uit plekmaat.{name}")
    return name


@builder("circle")
def build_circle(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a circle round (cx, cy)."""
    del width, height
    radius = layout.size(node, "r")
    x, y = layout.length(node, "cx"), layout.length(node, "cy")
    shape = paint_of(layout, node, ellipse(Point(x, y), radius, radius))
    return ShapeBox(x + radius, y + radius, shape, figure_tag(layout, node))


@builder("line")
def build_line(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a line from (x1, y1) to (x2, y2)."""
    del width, height
    x1, y1, x2, y2 = (layout.length(node, key) for key in ("x1", "y1", "x2", "y2"))
    shape = paint_of(layout, node, Path.line(Point(x1, y1), Point(x2, y2)))
    return ShapeBox(max(x1, x2), max(y1, y2), shape, figure_tag(layout, node))


@builder("rule")
def build_rule(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a level line as wide as there is room."""
    thick = layout.size(node, "line", HAIRLINE)
    shape = paint_of(layout, node, Path.line(Point(0.0, thick / 2), Point(width, thick / 2)))
    return ShapeBox(width, max(thick, height or 0.0), shape)


@builder("polygon")
def build_polygon(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a closed shape through `points`: lengths, two for each corner."""
    del height
    try:
        numbers = [parse(part) for part in node.attributes.get("points", "").replace(",", " ").split()]
    except ValueError as error:
        layout.wrong(node, f"kenmerk 'points': {error}")
        numbers = [0.0] * 6
    if len(numbers) < 6 or len(numbers) % 2:
        message = "'points' zijn ten minste drie punten, elk met een x en een y, zoals '0mm 0mm 5mm 0mm 5mm 5mm'"
        layout.wrong(node, message)
        numbers = [0.0] * 6
    path = Path.closed(map(Point, numbers[::2], numbers[1::2]))
    return ShapeBox(width, max(numbers[1::2]), paint_of(layout, node, path), figure_tag(layout, node))


@builder("path")
def build_path(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return an SVG path, in mm, or with a `viewbox` ('0 0 24 24') scaled to the box."""
    try:
        path = parse_path(node.attributes.get("d", ""))
    except ValueError as error:
        layout.wrong(node, str(error))
        path = NO_PATH
    tall = layout.size(node, "h") if height is None else height
    if "viewbox" in node.attributes:
        path = _scaled(layout, node, path, Size(width, tall or width))
    else:
        path = path.moved(0.0, 0.0, mm(1))
    return ShapeBox(width, tall, paint_of(layout, node, path), figure_tag(layout, node))


def _scaled(layout: Layout, node: Node, path: Path, room: Size) -> Path:
    try:
        left, top, wide, high = (float(part) for part in node.attributes["viewbox"].split())
    except ValueError:
        left = top = wide = high = 0.0
    if not (0 < wide < 1e6 and 0 < high < 1e6 and abs(left) < 1e6 and abs(top) < 1e6):
        layout.wrong(node, "'viewbox' zijn vier getallen: links, boven, breedte, hoogte, zoals '0 0 24 24'")
        return NO_PATH
    scale = min(room.width / wide, room.height / high)
    return path.moved(-left * scale, -top * scale, scale)
