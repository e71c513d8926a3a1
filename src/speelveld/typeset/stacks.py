"""Stack: boxes under each other; what room is left goes to spacers and to children that grow."""

from dataclasses import dataclass

from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import build, builder
from speelveld.typeset.containers import (
    Container,
    Placed,
    container_tag,
    is_tied,
    panel_of,
)
from speelveld.typeset.faults import SLACK, Misplaced, in_mm
from speelveld.typeset.frame import Item
from speelveld.typeset.layout import Layout


@dataclass(frozen=True, slots=True)
class Gap(Box):
    """White space."""

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Paint nothing."""


@builder("space", "spacer")
def build_space(layout: Layout, node: Node, width: float, height: float | None) -> Gap:
    """Return white space of the height `h` (and in a row the width `w`)."""
    return Gap(layout.size(node, "w", width), layout.size(node, "h") if height is None else height)


@builder("stack")
def build_stack(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return the children under each other."""
    padding = layout.edges(node, "padding")
    inner = width - padding.left - padding.right
    boxes = layout.natural(node, inner, lambda child: _child(layout, node, child, inner))
    gaps = _gaps(layout, node)
    taken = sum(box.height for box in boxes) + sum(gaps) + padding.top + padding.bottom
    y = padding.top
    if height is not None and height > taken:
        room = height - taken
        if any(_grows(child) for child in node.children):
            boxes = _grown(layout, node, boxes, room)
        else:
            y += room * layout.valign(node)
        taken = height
    placed = []
    for child, box, gap in zip(node.children, boxes, gaps, strict=True):
        y += gap
        x = padding.left + (layout.length(child, "x") if "x" in child.attributes else 0.0)
        placed.append(Placed(box, x, y, is_tied(layout, child)))
        y += box.height
    tag = container_tag(layout, node)
    return Container(
        width,
        taken,
        tuple(placed),
        panel_of(layout, node),
        tag,
        padding,
        vertical=tag is None or tag.role != "Figure",
    )


def _child(layout: Layout, node: Node, child: Node, inner: float) -> Box:
    tall = layout.size(child, "h") if "h" in child.attributes else None
    left = layout.length(child, "x") if "x" in child.attributes else 0.0
    width = layout.size(child, "w", inner) if "w" in child.attributes else inner - left
    if left + width > inner + SLACK:
        message = f"steekt {in_mm(left + width - inner)} buiten <{node.name}>"
        layout.misfits.append(Misplaced(layout.card, child, message))
    return build(layout, child, width, tall)


def _gaps(layout: Layout, node: Node) -> list[float]:
    """Return the white above each child: the stack's gap, or a larger one that either neighbour asks for."""
    gap = layout.size(node, "gap")
    found = [gap] * len(node.children)
    found[:1] = [0.0] * len(found[:1])
    for index, child in enumerate(node.children):
        if "space-before" in child.attributes:
            found[index] = max(found[index], layout.size(child, "space-before"))
        if "space-after" in child.attributes and index + 1 < len(found):
            found[index + 1] = max(found[index + 1], layout.size(child, "space-after"))
    return found


def _grows(child: Node) -> bool:
    return child.name == "spacer" or "grow" in child.attributes


def _grown(layout: Layout, node: Node, boxes: list[Box], room: float) -> list[Box]:
    """Return the boxes with `room` points of height shared among those that grow."""
    shares = [layout.number(child, "grow", 1.0) if _grows(child) else 0.0 for child in node.children]
    total = sum(shares) or 1.0
    return [
        build(layout, child, box.width, box.height + room * share / total) if share else box
        for child, box, share in zip(node.children, boxes, shares, strict=True)
    ]
