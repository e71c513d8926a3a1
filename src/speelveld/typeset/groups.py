"""Group: boxes at the places they name, as on a card."""

import math

from speelveld.markup import Node
from speelveld.typeset.builders import build, builder, held
from speelveld.typeset.containers import Container, Placed, container_tag, panel_of
from speelveld.typeset.faults import SLACK, Misplaced, in_mm
from speelveld.typeset.layout import Layout
from speelveld.typeset.text import TextBox

# Drawn at coordinates of their own, and free to leave their group.
DRAWN = frozenset({"circle", "line", "polygon"})
_FREE = DRAWN | {"path", "rect", "rule", "space"}
_WHOLE_TURN = 360.0


@builder("group")
def build_group(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return the children at their own x and y; without a height the group reaches to its lowest child."""
    tall = layout.size(node, "h") if height is None and "h" in node.attributes else height
    padding = layout.edges(node, "padding")
    inner = width - padding.left - padding.right
    room = None if tall is None else tall - padding.top - padding.bottom
    placed = place_children(layout, node, inner, room)
    lowest = max((child.bottom for child in placed), default=0.0)
    return Container(
        width,
        lowest + padding.top + padding.bottom if tall is None else tall,
        tuple(child.moved(padding.left, padding.top) for child in placed),
        panel_of(layout, node),
        container_tag(layout, node),
        padding,
        turn=layout.number(node, "turn", 0.0, least=-_WHOLE_TURN, most=_WHOLE_TURN),
    )


def place_children(layout: Layout, node: Node, width: float, height: float | None) -> list[Placed]:
    """Return the children of `node` at the places they name; those that name no height may not reach below `height`.

    A rectangle that names no height is a ground for the others: it reaches as low as they do, or to `height`.
    """
    placed: list[Placed] = []
    grounds: list[tuple[int, Node, float, float, float]] = []
    grounded = node.name == "group" and panel_of(layout, node) is not None
    for child in node.children:
        if child.name in DRAWN:
            placed.append(Placed(build(layout, child, width), 0.0, 0.0))
            continue
        x, y = layout.length(child, "x"), layout.length(child, "y")
        wide = layout.size(child, "w") if "w" in child.attributes else width - x
        tall = layout.size(child, "h") if "h" in child.attributes else None
        if child.name == "rect" and tall is None:
            grounds.append((len(placed), child, x, y, wide))
            continue
        box = build(layout, child, wide, tall)
        if child.name not in _FREE and tall is None and height is not None:
            box = held(layout, child, wide, None, box, height - y)
        if grounded and isinstance(box, TextBox) and (ink := box.ink) is not None:
            beyond = max(-x - ink.x, -y - ink.y, x + ink.right - width, y + ink.bottom - (height or math.inf))
            if beyond > SLACK:
                message = f"de tekst steekt {in_mm(beyond)} uit het vlak van <{node.name}>"
                layout.misfits.append(Misplaced(layout.card, child, message))
        placed.append(Placed(box, x, y))
    bottom = height if height is not None else max((child.bottom for child in placed), default=0.0)
    for shift, (index, child, x, y, wide) in enumerate(grounds):
        placed.insert(index + shift, Placed(build(layout, child, wide, max(0.0, bottom - y)), x, y))
    return placed
