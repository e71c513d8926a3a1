"""What stands in the margins of pages: header, footer and edge, drawn as decoration at their places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from speelveld.geometry import Rect, Size
from speelveld.markup import PAGE_COUNT, PAGE_NUMBER, Node
from speelveld.paper import UNPRINTABLE
from speelveld.typeset.again import built_again
from speelveld.typeset.containers import Container
from speelveld.typeset.faults import SLACK, Misplaced, in_mm
from speelveld.typeset.frame import ARTIFACT, Item
from speelveld.typeset.groups import place_children
from speelveld.typeset.layout import Layout
from speelveld.units import mm

FURNITURE = frozenset({"header", "footer", "edge"})
# Header and footer stand this far from the paper's edge; an office printer leaves 5 mm white.
_AWAY = mm(8)
_FIRST, _NEXT, _LAST, _MORE = "first", "next", "last", "more"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as its furniture sees it: its number in the paper, and in what it belongs to (both from 1).

    It is `last` when what it belongs to, the paper or a section, does not go on behind it.
    """

    size: Size
    body: Rect
    number: int
    count: int
    within: int
    last: bool

    @property
    def right_hand(self) -> bool:
        """Whether it lies on the right in a paper that is printed on both sides: the first page does."""
        return self.number % 2 == 1


def furnished(layout: Layout, parent: Node, leaf: Leaf) -> list[Item]:
    """Return the furniture of `parent`, a document or a section, on one of its pages.

    It is decoration: a screen reader reads the page, not its furniture.
    """
    items: list[Item] = []
    for part in parent.children:
        if part.name in FURNITURE and _stands_on(layout, part, leaf):
            items += built_again(layout, part, leaf, partial(_painted, layout, part, leaf))
    return items


def _stands_on(layout: Layout, part: Node, leaf: Leaf) -> bool:
    match layout.choice(part, "on", ("every", _FIRST, _NEXT, _LAST, _MORE)):
        case "first":
            return leaf.within == 1
        case "next":
            return leaf.within > 1
        case "last":
            return leaf.last
        case "more":
            return not leaf.last
    return True


def _painted(layout: Layout, part: Node, leaf: Leaf) -> Sequence[Item]:
    part = _numbered(part, leaf)
    items: list[Item] = []
    box, beyond = _edge(layout, part, leaf) if part.name == "edge" else _strip(layout, part, leaf)
    if beyond > SLACK:
        layout.misfits.append(
            Misplaced(layout.card, part, f"staat {in_mm(beyond)} over de tekst van de bladzijde heen")
        )
    placed = tuple(place_children(layout, part, box.width, box.height))
    Container(box.width, box.height, placed, tag=ARTIFACT).paint(box.x, box.y, items)
    return tuple(items)


def _strip(layout: Layout, part: Node, leaf: Leaf) -> tuple[Rect, float]:
    """Return the place of a header or footer, as wide as the text, and how far it stands over that text."""
    tall, body = layout.size(part, "h"), leaf.body
    above = part.name == "header"
    top = layout.size(part, "y", _AWAY if above else leaf.size.height - _AWAY - tall)
    beyond = top + tall - body.y if above else body.bottom - top
    return Rect(body.x, top, body.width, tall), beyond


def _edge(layout: Layout, part: Node, leaf: Leaf) -> tuple[Rect, float]:
    """Return the place of what stands along a side of the paper, and how far it stands over the text."""
    wide, body = layout.size(part, "w"), leaf.body
    side = layout.choice(part, "side", ("outer", "inner", "left", "right"))
    on_right = side == "right" if side in ("left", "right") else leaf.right_hand == (side == "outer")
    left = leaf.size.width - UNPRINTABLE - wide if on_right else UNPRINTABLE
    beyond = body.right - left if on_right else left + wide - body.x
    return Rect(left, _AWAY, wide, max(0.0, leaf.size.height - 2 * _AWAY)), beyond


def _numbered(node: Node, leaf: Leaf) -> Node:
    """Return `node` with the numbers of its page filled in."""
    pieces = [
        replace(piece, text=piece.text.replace(PAGE_NUMBER, str(leaf.number)).replace(PAGE_COUNT, str(leaf.count)))
        for piece in node.pieces
    ]
    return Node(node.name, node.attributes, node.source, list(_all_numbered(node.children, leaf)), pieces)


def _all_numbered(nodes: Iterable[Node], leaf: Leaf) -> Iterable[Node]:
    return (_numbered(node, leaf) for node in nodes)
