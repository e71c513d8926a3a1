"""Cards, boards and other faces of a fixed size, and documents: one filled layout → its frames."""

from speelveld.geometry import Edges, Size
from speelveld.markup import Node
from speelveld.paper import SAFE, UNPRINTABLE
from speelveld.typeset.containers import Container
from speelveld.typeset.frame import Frame, Item
from speelveld.typeset.groups import place_children
from speelveld.typeset.layout import Layout
from speelveld.typeset.pages import typeset_document
from speelveld.typeset.places import check_places


def typeset_one(layout: Layout, root: Node) -> list[Frame]:
    """Return the frames of one filled layout: one for a card, its pages for a document."""
    before = len(layout.all_misfits)
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
    return Container(
        size.width, size.height, tuple(place_children(layout, root, size.width, size.height - safe.bottom))
    )


def _card(layout: Layout, root: Node, safe: Edges) -> Frame:
    box = _box(layout, root, safe)
    size = Size(box.width, box.height)
    items: list[Item] = []
    box.paint(0.0, 0.0, items)
    art = size.box.inset(layout.edges(root, "art")) if "art" in root.attributes else None
    lang = root.attributes.get("lang", "nl-NL")
    return Frame(size, tuple(items), root.attributes["title"], lang, layout.color(root, "fill"), art)
