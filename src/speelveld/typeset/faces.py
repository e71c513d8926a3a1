"""Cards, boards and other faces of a fixed size, and documents: one filled layout → its frames."""

import math

from speelveld.geometry import Edges, Size
from speelveld.markup import Node
from speelveld.paper import BLEED, SAFE, UNPRINTABLE
from speelveld.typeset.containers import Container
from speelveld.typeset.faults import SLACK, Misplaced, in_mm
from speelveld.typeset.frame import Frame, Item
from speelveld.typeset.groups import place_children
from speelveld.typeset.layout import Layout
from speelveld.typeset.pages import typeset_document
from speelveld.typeset.places import check_places
from speelveld.typeset.roles import check_roles
from speelveld.units import mm

# How far a picture may reach over the edge of a card: as a ground it may run on into the bleed.
_GROUND = BLEED + mm(1)
_REACH = {"portrait": SLACK, "icon": SLACK, "thumbnail": SLACK, "image": _GROUND, "street": _GROUND}


def typeset_one(layout: Layout, root: Node) -> list[Frame]:
    """Return the frames of one filled layout: one for a card, its pages for a document."""
    before = len(layout.all_misfits)
    check_roles(layout, root)
    if root.name == "document":
        frames = typeset_document(layout, root)
        safe = Edges.all(UNPRINTABLE)
    else:
        safe = layout.edges(root, "safe", Edges.all(SAFE))
        frames = [_card(layout, root, safe)]
    # What does not fit stands in the way of other texts as well, and one mistake is named once.
    if len(layout.all_misfits) == before:
        for frame in frames:
            check_places(layout, root, frame, safe, typeset_one)
    return frames


def measure_one(layout: Layout, root: Node) -> None:
    """Build the boxes of one filled layout and no more: to learn how high they are, and whether they fit."""
    if root.name == "document":
        typeset_document(layout, root)
    else:
        _box(layout, root, layout.edges(root, "safe", Edges.all(SAFE)))


def _box(layout: Layout, root: Node, safe: Edges) -> Container:
    size = Size(layout.size(root, "w"), layout.size(root, "h"))
    placed = place_children(layout, root, size.width, size.height - safe.bottom)
    for child, at in zip(root.children, placed, strict=True):
        beyond = max(-at.x, -at.y, at.x + at.box.width - size.width, at.y + at.box.height - size.height)
        # Beside a card on its sheet lies the next one.
        if beyond > _REACH.get(child.name, math.inf):
            layout.misfits.append(Misplaced(layout.card, child, f"steekt {in_mm(beyond)} buiten de kaart"))
    return Container(size.width, size.height, tuple(placed))


def _card(layout: Layout, root: Node, safe: Edges) -> Frame:
    box = _box(layout, root, safe)
    size = Size(box.width, box.height)
    items: list[Item] = []
    box.paint(0.0, 0.0, items)
    art = size.box.inset(layout.edges(root, "art")) if "art" in root.attributes else None
    lang = root.attributes.get("lang", "nl-NL")
    return Frame(size, tuple(items), root.attributes["title"], lang, layout.color(root, "fill"), art)
