"""Lists, boxes to tick and lines to write on."""

from speelveld.geometry import Rect
from speelveld.markup import Node, Piece
from speelveld.typeset.box import Box, Layout, build, builder, place
from speelveld.typeset.containers import Container, Placed
from speelveld.typeset.frame import Group, Item, Shape, Tag
from speelveld.typeset.shapes import HAIRLINE, ShapeBox
from speelveld.typeset.svgpath import rounded
from speelveld.typeset.text import make_text, natural_width, text_tag
from speelveld.units import mm

BULLET = "\N{BULLET}"
# Room to write by hand: 8 mm between lines.
WRITING_GAP = mm(8)


@builder("ul", "ol")
def build_list(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return a list: for each item its mark and its body."""
    del height
    gap = layout.length(node, "gap", mm(1))
    style = layout.style(node, "alinea")
    first = int(layout.number(node, "start", 1))
    marks = []
    for index, item in enumerate(node.children):
        mark = item.attributes.get("marker") or (BULLET if node.name == "ul" else f"{first + index}.")
        marks.append(Node("text", {"style": style.name, "role": "Lbl"}, item.source, pieces=[Piece(mark)]))
    indent = max((natural_width(layout, mark) for mark in marks), default=0.0) + mm(1.6)
    placed, y = [], 0.0
    for index, item in enumerate(node.children):
        label = make_text(layout, marks[index], indent, None, style.name, Tag("Lbl"))
        body = cell(layout, item, width - indent, style.name)
        row = Container(width, max(label.height, body.height), [Placed(label, 0.0, 0.0), Placed(body, indent, 0.0)], tag=Tag("LI"))
        row.children[1].box = Container(body.width, body.height, [Placed(body, 0.0, 0.0)], tag=Tag("LBody"), vertical=True)
        y += gap if index else 0.0
        placed.append(Placed(row, 0.0, y))
        y += row.height
    return Container(width, y, placed, tag=Tag("L"), vertical=True)


def cell(layout: Layout, node: Node, width: float, style: str, height: float | None = None) -> Box:
    """Return the content of a list item or table cell: its text in `style`, or its boxes as a stack."""
    if node.children:
        stack = Node("stack", {"gap": "1.5mm"}, node.source, node.children)
        return build(layout, stack, width, height)
    own = Node("text", {**{k: v for k, v in node.attributes.items() if k in ("style", "align", "valign", "color")}}, node.source, pieces=node.pieces)
    return make_text(layout, own, width, height, style, None)


class Tick(ShapeBox):
    """An empty square to tick."""


@builder("checkbox")
def build_checkbox(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return a square to tick with its text beside it."""
    del height
    size = layout.length(node, "size", mm(4))
    ink = layout.theme.color("inkt")
    text = make_text(layout, node, width - size - mm(2), None, "alinea", text_tag(layout, node))
    top = max(0.0, (text.leading - size) / 2) if node.pieces else 0.0
    square = ShapeBox(size, size, Shape(rounded(0.0, 0.0, size, size, 0.0), None, ink, HAIRLINE * 1.6))
    return Container(width, max(size + top, text.height), [Placed(square, 0.0, top), Placed(text, size + mm(2), 0.0)])


@builder("writing-lines")
def build_writing_lines(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return level lines to write on; without `count` as many as fit in the height."""
    gap = layout.length(node, "gap", WRITING_GAP)
    tall = height if height is not None else None
    count = int(layout.number(node, "count", max(1.0, (tall or gap) // gap)))
    stroke = layout.color(node, "stroke") or layout.theme.color("lijn")
    return _WritingLines(width, tall if tall is not None else gap * count, gap, count, Shape((), None, stroke, HAIRLINE))


class _WritingLines:
    def __init__(self, width: float, height: float, gap: float, count: int, look: Shape) -> None:
        self.width, self.height, self._gap, self._count, self._look = width, height, gap, count, look

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        items: list[Item] = []
        for index in range(1, self._count + 1):
            level = y + index * self._gap
            items.append(Shape((("m", x, level), ("l", x + self.width, level)), None, self._look.stroke, self._look.line))
        out.append(Group(None, items))

    def split(self, room: float) -> tuple[Box, Box] | None:
        fits = int(room // self._gap)
        if fits < 1 or fits >= self._count:
            return None
        left = self._count - fits
        return (
            _WritingLines(self.width, fits * self._gap, self._gap, fits, self._look),
            _WritingLines(self.width, left * self._gap, self._gap, left, self._look),
        )


def spread(box: Rect) -> Node:
    """Return an element that takes the whole of `box`: for parts the program places itself."""
    return place("group", {"w": f"{box.width}pt", "h": f"{box.height}pt"})
