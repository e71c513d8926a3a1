"""Boxes that hold boxes: what they paint behind them, their tag, and how a stack is cut over two pages."""

import math
from dataclasses import dataclass, field

from speelveld.geometry import Edges
from speelveld.markup import Node
from speelveld.typeset.box import NO_EDGES, Box, Layout
from speelveld.typeset.frame import Group, Item, Shape, Tag
from speelveld.typeset.shapes import paint_of
from speelveld.typeset.svgpath import rounded

CONTAINER_ROLES = frozenset({"Sect", "Div", "Figure", "BlockQuote", "Note", "Aside", "Art", "Artifact"})


@dataclass(slots=True)
class Placed:
    """A box at a place in its container."""

    box: Box
    x: float
    y: float


@dataclass(slots=True)
class Panel:
    """What lies behind a container's content."""

    shape: Shape
    radius: float

    def paint(self, x: float, y: float, width: float, height: float, out: list[Item]) -> None:
        """Add the ground as decoration."""
        shape = self.shape
        if shape.fill or shape.stroke:
            out.append(Shape(rounded(x, y, width, height, self.radius), shape.fill, shape.stroke, shape.line, shape.dash))


@dataclass(slots=True)
class Container:
    """Boxes at places; `vertical` ones may be cut between (or within) their children."""

    width: float
    height: float
    children: list[Placed]
    panel: Panel | None = None
    tag: Tag | None = None
    padding: Edges = field(default=NO_EDGES)
    vertical: bool = False
    keep: bool = False
    turn: float = 0.0
    artifact: bool = False

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the ground, then the children in order."""
        target = out
        if self.turn:
            group = Group(None, matrix=_turned(self.turn, x + self.width / 2, y + self.height / 2))
            out.append(group)
            target = group.items
        if self.panel is not None:
            self.panel.paint(x, y, self.width, self.height, target)
        items: list[Item] = []
        for child in self.children:
            child.box.paint(x + child.x, y + child.y, items)
        if self.artifact:
            _untag(items)
        if self.tag is not None:
            target.append(Group(self.tag, items))
        else:
            target.extend(items)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return what fits in `room` and the rest."""
        if not self.vertical or self.keep or self.turn:
            return None
        limit = room - self.padding.bottom
        cut = next((index for index, child in enumerate(self.children) if child.y + child.box.height > limit + 0.01), None)
        if cut is None:
            return None
        crossing = self.children[cut]
        parts = crossing.box.split(limit - crossing.y)
        if parts is None and cut == 0:
            return None
        before = self.children[:cut] + ([Placed(parts[0], crossing.x, crossing.y)] if parts else [])
        after = ([Placed(parts[1], crossing.x, 0.0)] if parts else [crossing]) + self.children[cut + 1 :]
        start = crossing.y + (parts[0].height if parts else 0.0)
        moved = []
        for index, child in enumerate(after):
            y = self.padding.top if index == 0 else child.y - start + self.padding.top
            if index and parts:
                y = child.y - (crossing.y + crossing.box.height) + parts[1].height + self.padding.top
            moved.append(Placed(child.box, child.x, y))
        head_end = max(child.y + child.box.height for child in before)
        tail_end = max(child.y + child.box.height for child in moved)
        head = Container(self.width, head_end + self.padding.bottom, before, self.panel, self.tag, self.padding, vertical=True)
        tail = Container(self.width, tail_end + self.padding.bottom, moved, self.panel, self.tag, self.padding, vertical=True)
        return head, tail


def panel_of(layout: Layout, node: Node) -> Panel | None:
    """Return what `node` paints behind its content, if anything."""
    if "fill" not in node.attributes and "stroke" not in node.attributes:
        return None
    return Panel(paint_of(layout, node, ()), layout.length(node, "radius"))


def container_tag(layout: Layout, node: Node) -> Tag | None:
    """Return the tag of a container that has a role."""
    role = node.attributes.get("role")
    alt = node.attributes.get("alt")
    if role is None:
        return Tag("Figure", alt=alt) if alt else None
    if role not in CONTAINER_ROLES:
        layout.wrong(node, f"rol {role!r} bestaat niet voor <{node.name}>; kies uit: {', '.join(sorted(CONTAINER_ROLES))}")
    if role == "Figure" and not alt:
        layout.wrong(node, "een figuur heeft een 'alt' nodig", "zeg in één zin wat er te zien is")
    return None if role == "Artifact" else Tag(role, alt=alt, lang=node.attributes.get("lang"))


def _untag(items: list[Item]) -> None:
    for item in items:
        if isinstance(item, Group):
            item.tag = None
            _untag(item.items)


def _turned(degrees: float, x: float, y: float) -> tuple[float, float, float, float, float, float]:
    """Return the matrix that turns clockwise by `degrees` about (`x`, `y`); y runs downwards."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y
