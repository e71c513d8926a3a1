"""Rectangles, circles, lines, polygons and paths: decoration, unless they say what they are."""

from dataclasses import dataclass

from speelveld.geometry import Rect
from speelveld.markup import Node
from speelveld.typeset.box import Layout, Solid, builder
from speelveld.typeset.frame import Group, Item, Shape, Tag
from speelveld.typeset.svgpath import Command, circle, moved, parse_path, rounded
from speelveld.units import mm

HAIRLINE = mm(0.25)


@dataclass(slots=True)
class ShapeBox(Solid):
    """A path whose coordinates start at the top left of the box."""

    width: float
    height: float
    shape: Shape
    tag: Tag | None = None

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the path at its place."""
        shape = self.shape
        commands = moved(shape.commands, x, y) if x or y else shape.commands
        placed = Shape(commands, shape.fill, shape.stroke, shape.line, shape.dash, shape.round_ends)
        if self.tag is None:
            out.append(placed)
        else:
            tag = Tag(self.tag.role, self.tag.alt, self.tag.lang, box=Rect(x, y, self.width, self.height))
            out.append(Group(tag, [placed]))


def paint_of(layout: Layout, node: Node, commands: tuple[Command, ...]) -> Shape:
    """Return `commands` with the fill, stroke, line and dash of `node`."""
    stroke = layout.color(node, "stroke")
    dash = node.attributes.get("dash")
    lengths: tuple[float, ...] = ()
    if dash:
        edges = layout.edges(node, "dash")
        lengths = (edges.top, edges.right)
    return Shape(commands, layout.color(node, "fill"), stroke, layout.length(node, "line", HAIRLINE) if stroke else 0.0, lengths)


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
    tall = height if height is not None else layout.length(node, "h")
    commands = rounded(0.0, 0.0, width, tall, layout.length(node, "radius"))
    return ShapeBox(width, tall, paint_of(layout, node, commands), figure_tag(layout, node))


@builder("circle")
def build_circle(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a circle round (cx, cy)."""
    del width, height
    radius = layout.length(node, "r")
    commands = circle(layout.length(node, "cx"), layout.length(node, "cy"), radius, radius)
    return ShapeBox(2 * radius, 2 * radius, paint_of(layout, node, commands), figure_tag(layout, node))


@builder("line")
def build_line(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a line from (x1, y1) to (x2, y2)."""
    del width, height
    x1, y1, x2, y2 = (layout.length(node, key) for key in ("x1", "y1", "x2", "y2"))
    return ShapeBox(abs(x2 - x1), abs(y2 - y1), paint_of(layout, node, (("m", x1, y1), ("l", x2, y2))), figure_tag(layout, node))


@builder("rule")
def build_rule(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a level line as wide as there is room."""
    thick = layout.length(node, "line", HAIRLINE)
    shape = paint_of(layout, node, (("m", 0.0, thick / 2), ("l", width, thick / 2)))
    return ShapeBox(width, max(thick, height or 0.0), shape)


@builder("polygon")
def build_polygon(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return a closed shape through `points`: lengths, two for each corner."""
    del height
    numbers: list[float] = []
    for part in node.attributes.get("points", "").replace(",", " ").split():
        numbers.append(layout.length(Node("polygon", {"points": part}, node.source), "points"))
    if len(numbers) < 6 or len(numbers) % 2:
        layout.wrong(node, "'points' heeft ten minste drie punten nodig, elk met een x en een y, zoals '0mm 0mm 5mm 0mm 5mm 5mm'")
        numbers = [0.0] * 6
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    commands: tuple[Command, ...] = (("m", *corners[0]), *(("l", *corner) for corner in corners[1:]), ("h",))
    return ShapeBox(width, max(y for _, y in corners), paint_of(layout, node, commands), figure_tag(layout, node))


@builder("path")
def build_path(layout: Layout, node: Node, width: float, height: float | None) -> ShapeBox:
    """Return an SVG path, in mm, or with a `viewbox` ('0 0 24 24') scaled to the box."""
    try:
        commands = tuple(parse_path(node.attributes.get("d", "")))
    except ValueError as error:
        layout.wrong(node, str(error))
        commands = ()
    view = node.attributes.get("viewbox")
    tall = height if height is not None else layout.length(node, "h")
    if view:
        try:
            left, top, wide, high = (float(part) for part in view.split())
            scale = min(width / wide, (tall or width) / high)
        except (ValueError, ZeroDivisionError):
            layout.wrong(node, "'viewbox' zijn vier getallen: links, boven, breedte, hoogte, zoals '0 0 24 24'")
            left = top = 0.0
            scale = 1.0
        commands = moved(commands, -left * scale, -top * scale, scale)
    else:
        commands = moved(commands, 0.0, 0.0, mm(1))
    return ShapeBox(width, tall, paint_of(layout, node, commands), figure_tag(layout, node))
