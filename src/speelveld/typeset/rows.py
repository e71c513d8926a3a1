"""Row and grid: boxes beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import build, builder
from speelveld.typeset.containers import Container, Placed, container_tag, panel_of
from speelveld.typeset.faults import SLACK, Misplaced, in_mm
from speelveld.typeset.layout import Layout
from speelveld.typeset.text import TEXTS, natural_width

_PANELS = frozenset({"stack", "row", "group", "grid"})


@builder("row")
def build_row(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return the children beside each other: of a given width, as wide as their text, or sharing the rest."""
    padding, gap = layout.edges(node, "padding"), layout.size(node, "gap")
    inner = width - padding.left - padding.right
    widths = _row_widths(layout, node, inner - gap * max(0, len(node.children) - 1))
    tall = None if height is None else height - padding.top - padding.bottom
    placed, taken = _beside(layout, node, _cells(layout, node, inner, widths), gap, tall)
    return Container(
        width,
        taken + padding.top + padding.bottom,
        tuple(child.moved(padding.left, padding.top) for child in placed),
        panel_of(layout, node),
        container_tag(layout, node),
        padding,
    )


def _row_widths(layout: Layout, node: Node, inner: float) -> list[float]:
    widths: list[float] = []
    shares: list[float] = []
    texts: list[int] = []
    for index, child in enumerate(node.children):
        wide = share = 0.0
        if "w" in child.attributes:
            wide = layout.size(child, "w")
        elif "grow" in child.attributes or child.name == "spacer":
            share = layout.number(child, "grow", 1.0)
        elif child.name in TEXTS:
            wide = natural_width(layout, child)
            texts.append(index)
        else:
            share = 1.0
        widths.append(wide)
        shares.append(share)
    left, total = inner - sum(widths), sum(shares)
    if left < -SLACK:
        room = left + sum(widths[index] for index in texts)
        if room <= 0:
            layout.misfits.append(Misplaced(layout.card, node, f"de rij is {in_mm(-left)} te breed"))
        else:
            widest = _fair([widths[index] for index in texts], room)
            for index in texts:
                widths[index] = min(widths[index], widest)
    elif total:
        widths = [wide + left * share / total for wide, share in zip(widths, shares, strict=True)]
    return widths


def _fair(widths: Sequence[float], room: float) -> float:
    """Return the width that the widest have to make do with, so that all together fit in `room`."""
    ordered = sorted(widths)
    for index, width in enumerate(ordered):
        share = room / (len(ordered) - index)
        if width > share:
            return share
        room -= width
    return ordered[-1]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A child with its box at its own height, and the width of its column."""

    node: Node
    box: Box
    width: float


def _beside(
    layout: Layout, node: Node, cells: Sequence[_Cell], gap: float, height: float | None
) -> tuple[list[Placed], float]:
    """Return the children at their places, and the height of the tallest (or `height`, if that is more)."""
    tallest = max((cell.box.height for cell in cells), default=0.0)
    if height is not None:
        tallest = max(tallest, height)
    share = layout.valign(node)
    placed, x = [], 0.0
    for cell in cells:
        box = cell.box
        if box.height < tallest and "h" not in cell.node.attributes and _stretches(cell.node):
            box = build(layout, cell.node, cell.width, tallest)
        placed.append(Placed(box, x, share * (tallest - box.height)))
        x += cell.width + gap
    return placed, tallest


def _cells(layout: Layout, node: Node, width: float, widths: Sequence[float]) -> list[_Cell]:
    """Return the children of `node` in columns of `widths`, in turn."""
    columns = [wide for _, wide in zip(node.children, cycle(widths), strict=False)]
    turn = iter(columns)

    def make(child: Node) -> Box:
        tall = layout.size(child, "h") if "h" in child.attributes else None
        return build(layout, child, next(turn), tall)

    boxes = layout.natural(node, width, make)
    return [_Cell(child, box, wide) for child, box, wide in zip(node.children, boxes, columns, strict=True)]


def _stretches(child: Node) -> bool:
    """Tell whether a child takes the height of its row: one with a ground, and a stack that can share the room."""
    if child.name not in _PANELS:
        return False
    grows = child.name == "stack" and any(
        inner.name == "spacer" or "grow" in inner.attributes for inner in child.children
    )
    return grows or "fill" in child.attributes or "stroke" in child.attributes


@builder("grid")
def build_grid(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return the children in columns ('1fr 2fr 20mm'), filled row by row; the rows share a height that is given."""
    padding, gap = layout.edges(node, "padding"), layout.size(node, "gap")
    between = layout.size(node, "row-gap", gap)
    inner = width - padding.left - padding.right
    widths = column_widths(layout, node, inner, gap)
    cells = _cells(layout, node, inner, widths)
    rows = [cells[start : start + len(widths)] for start in range(0, len(cells), len(widths))]
    share = None
    if height is not None and rows:
        share = (height - padding.top - padding.bottom - between * (len(rows) - 1)) / len(rows)
    placed, y = [], padding.top
    for row in rows:
        beside, tall = _beside(layout, node, row, gap, share)
        placed.append(Placed(Container(inner, tall, tuple(beside)), padding.left, y))
        y += tall + between
    taken = (y - between if rows else y) + padding.bottom
    tag = container_tag(layout, node)
    return Container(
        width,
        max(taken, height or 0.0),
        tuple(placed),
        panel_of(layout, node),
        tag,
        padding,
        vertical=tag is None or tag.role != "Figure",
    )


def column_widths(layout: Layout, node: Node, inner: float, gap: float) -> list[float]:
    """Return the widths that `columns` asks for: lengths, and shares ('1fr') of what they leave."""
    fixed: list[float] = []
    shares: list[float] = []
    for part in node.attributes.get("columns", "1fr").split():
        column = Node(node.name, {"columns": part.removesuffix("fr") or "1"}, node.source)
        shared = part.endswith("fr")
        fixed.append(0.0 if shared else layout.size(column, "columns"))
        shares.append(layout.number(column, "columns", 1.0) if shared else 0.0)
    left = inner - sum(fixed) - gap * (len(fixed) - 1)
    if left < -SLACK:
        layout.misfits.append(Misplaced(layout.card, node, f"de kolommen zijn samen {in_mm(-left)} te breed"))
    total = sum(shares) or 1.0
    return [wide + max(0.0, left) * share / total for wide, share in zip(fixed, shares, strict=True)]
