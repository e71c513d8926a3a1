"""Boxes that hold boxes: what they paint behind them, their tag, and how a stack is cut over two pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from speelveld.geometry import NO_PATH, Edges, Matrix, Point, Rect, rounded
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.faults import SLACK
from speelveld.typeset.frame import ARTIFACT, Group, Item, Shape, Tag
from speelveld.typeset.layout import NO_EDGES, Layout
from speelveld.typeset.roles import role_tag
from speelveld.typeset.shapes import paint_of
from speelveld.typeset.text import HEADINGS

ROLES = frozenset(
    {"Sect", "Div", "Figure", "BlockQuote", "Note", "Aside", "Art", "Artifact"}
    | {"L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"}
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A box at a place in its container; a `tied` one does not stay behind at the foot of a page."""

    box: Box
    x: float
    y: float
    tied: bool = False

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.box.height

    def moved(self, dx: float, dy: float) -> "Placed":
        """Return the box at another place."""
        return Placed(self.box, self.x + dx, self.y + dy, self.tied)


@dataclass(frozen=True, slots=True)
class Panel:
    """What lies behind a container's content."""

    look: Shape
    radius: float = 0.0

    def paint(self, x: float, y: float, width: float, height: float, out: list[Item]) -> None:
        """Add the ground as decoration."""
        out.append(replace(self.look, path=rounded(Rect(x, y, width, height), self.radius)))


@dataclass(frozen=True, slots=True)
class Container(Box):
    """Boxes at places; `vertical` ones may be cut between (or within) their children."""

    children: tuple[Placed, ...]
    panel: Panel | None = None
    tag: Tag | None = None
    padding: Edges = field(default=NO_EDGES)
    vertical: bool = False
    turn: float = 0.0

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the ground, then the children in order."""
        if self.turn:
            turned: list[Item] = []
            self._paint_upright(x, y, turned)
            middle = Point(x + self.width / 2, y + self.height / 2)
            out.append(Group(None, tuple(turned), Matrix.turning(self.turn, middle)))
        else:
            self._paint_upright(x, y, out)

    def _paint_upright(self, x: float, y: float, out: list[Item]) -> None:
        if self.panel is not None:
            self.panel.paint(x, y, self.width, self.height, out)
        items: list[Item] = out if self.tag is None else []
        for child in self.children:
            child.box.paint(x + child.x, y + child.y, items)
        if self.tag is not None:
            out.append(Group(self.tag, untagged(items) if self.tag == ARTIFACT else tuple(items)))

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return what fits in `room` and the rest."""
        if not self.vertical or self.turn:
            return None
        limit = room - self.padding.bottom
        cut = next((index for index, child in enumerate(self.children) if child.bottom > limit + SLACK), None)
        if cut is None:
            return None
        crossing = self.children[cut]
        parts = crossing.box.split(limit - crossing.y)
        if parts is None:
            while cut and self.children[cut - 1].tied:
                cut -= 1
            return self._parts(self.children[:cut], self.children[cut:]) if cut else None
        first = Placed(parts[0], crossing.x, crossing.y)
        second = Placed(parts[1], crossing.x, crossing.y + parts[0].height)
        # What follows moves up by the part that stays behind, and down by what the cut adds: the head of a table.
        grown = parts[0].height + parts[1].height - crossing.box.height
        after = [child.moved(0.0, grown) for child in self.children[cut + 1 :]]
        return self._parts((*self.children[:cut], first), (second, *after))

    def _parts(self, before: tuple[Placed, ...], after: tuple[Placed, ...]) -> tuple["Container", "Container"]:
        up = after[0].y - self.padding.top
        moved = tuple(child.moved(0.0, -up) for child in after)
        head, tail = (
            replace(self, children=children, height=max(child.bottom for child in children) + self.padding.bottom)
            for children in (before, moved)
        )
        return head, tail


def untagged(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return `items`, which are part of one decoration, without their tags."""
    return tuple(
        replace(item, tag=None, items=untagged(item.items)) if isinstance(item, Group) else item for item in items
    )


def is_tied(layout: Layout, node: Node) -> bool:
    """Tell whether `node` stays with what follows: a heading always does, and so does a stack that ends in one."""
    if node.name == "stack" and node.children and is_tied(layout, node.children[-1]):
        return True
    return node.name in HEADINGS or ("keep-with-next" in node.attributes and layout.flag(node, "keep-with-next"))


def panel_of(layout: Layout, node: Node) -> Panel | None:
    """Return what `node` paints behind its content, if anything."""
    if "fill" not in node.attributes and "stroke" not in node.attributes:
        return None
    look = paint_of(layout, node, NO_PATH)
    return Panel(look, layout.size(node, "radius")) if look.fill or look.stroke else None


def container_tag(layout: Layout, node: Node) -> Tag | None:
    """Return the tag of a container that has a role."""
    role = node.attributes.get("role")
    alt = node.attributes.get("alt")
    if role is None:
        return Tag("Figure", alt=alt) if alt else None
    if role not in ROLES:
        choices = ", ".join(sorted(ROLES))
        layout.wrong(node, f"rol {role!r} bestaat niet voor <{node.name}>; kies uit: {choices}")
    if role == "Figure" and not alt:
        layout.wrong(node, "een figuur heeft een 'alt' nodig", "zeg in één zin wat er te zien is")
    return role_tag(layout, node, role)
