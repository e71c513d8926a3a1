"""Lists: for each item its mark and its body; cut between items but the first or last two, and within long ones."""

from dataclasses import dataclass

from speelveld.markup import Node, Piece
from speelveld.typeset.box import Box
from speelveld.typeset.builders import build, builder
from speelveld.typeset.containers import Container, Placed
from speelveld.typeset.frame import Group, Item, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.text import TextBox, make_text, natural_width
from speelveld.units import mm

BULLET = "\N{BULLET}"
GAP = mm(1)
# White between the mark and its text, and between the parts of an item.
AFTER_MARK = mm(1.6)
BETWEEN_PARTS = "1.5mm"


@dataclass(frozen=True, slots=True)
class ListItem(Box):
    """A mark beside a body; cut in two, the mark stays with the first part."""

    mark: TextBox | None
    body: Box
    indent: float
    tag: Tag
    body_tag: Tag

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the mark and the body."""
        items: list[Item] = []
        body: list[Item] = []
        if self.mark is not None:
            self.mark.paint(x, y, items)
        self.body.paint(x + self.indent, y, body)
        out.append(Group(self.tag, (*items, Group(self.body_tag, tuple(body)))))

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the mark with the part of the body that fits, and the rest of the body."""
        parts = self.body.split(room)
        if parts is None:
            return None
        head, tail = (
            ListItem(self.width, part.height, mark, part, self.indent, self.tag, self.body_tag)
            for part, mark in zip(parts, (self.mark, None), strict=True)
        )
        return head, tail


@builder("ul", "ol")
def build_list(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return a list."""
    del height
    gap = layout.size(node, "gap", GAP)
    style = layout.style(node, "alinea").name
    marks = _marks(layout, node, style)
    indent = max((natural_width(layout, mark) for mark in marks), default=0.0) + AFTER_MARK
    placed: list[Placed] = []
    y = 0.0
    for item, mark in zip(node.children, marks, strict=True):
        label = make_text(layout, mark, indent, None, style, Tag("Lbl"))
        body = cell(layout, item, width - indent, style)
        tall = max(label.height, body.height)
        y += gap if placed else 0.0
        # One item alone at the foot of a page, or at the head of the next, is lost.
        tied = len(placed) in (0, len(marks) - 2)
        placed.append(Placed(ListItem(width, tall, label, body, indent, Tag("LI"), Tag("LBody")), 0.0, y, tied))
        y += tall
    return Container(width, y, tuple(placed), tag=Tag("L"), vertical=True)


def _marks(layout: Layout, node: Node, style: str) -> list[Node]:
    first = layout.count(node, "start", 1, least=0) if node.name == "ol" else 1
    marks = []
    for number, item in enumerate(node.children, first):
        mark = item.attributes.get("marker") or (BULLET if node.name == "ul" else f"{number}.")
        marks.append(Node("li", {"style": style}, item.source, pieces=[Piece(mark)]))
    return marks


def cell(layout: Layout, node: Node, width: float, style: str) -> Box:
    """Return the content of a list item or table cell: its text in `style`, or its boxes as a stack."""
    if node.children:
        stack = Node("stack", {"gap": BETWEEN_PARTS}, node.source, node.children)
        return build(layout, stack, width)
    return make_text(layout, node, width, None, style, None)
