"""Stack, row, grid and group: where children go in the room there is."""

from speelveld.geometry import Rect
from speelveld.markup import Node
from speelveld.typeset.box import Box, Layout, Solid, build, builder
from speelveld.typeset.containers import Container, Placed, container_tag, panel_of
from speelveld.typeset.frame import Item, Tag
from speelveld.typeset.text import natural_width

ABSOLUTE = frozenset({"circle", "line", "polygon"})
_TEXTS = frozenset({"text", "p", "h1", "h2", "h3"})


class Gap(Solid):
    """White space."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Paint nothing."""


@builder("space", "spacer")
def build_space(layout: Layout, node: Node, width: float, height: float | None) -> Gap:
    """Return white space of the height `h` (and in a row the width `w`)."""
    return Gap(layout.length(node, "w", width), height if height is not None else layout.length(node, "h"))


@builder("stack")
def build_stack(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return the children under each other; `spacer` and `grow` share what room is left."""
    padding, gap = layout.edges(node, "padding"), layout.length(node, "gap")
    inner = width - padding.left - padding.right
    boxes = [_child(layout, child, inner) for child in node.children]
    gaps = _gaps(layout, node.children, gap)
    taken = sum(box.height for box in boxes) + sum(gaps) + padding.top + padding.bottom
    offset = 0.0
    if height is not None:
        room = height - taken
        growing = [index for index, child in enumerate(node.children) if child.name == "spacer" or "grow" in child.attributes]
        if room < -0.05:
            layout.too_long(node, -room, **_rate(layout, node))
        elif growing:
            shares = [max(0.0, layout.number(node.children[index], "grow", 1.0)) for index in growing]
            for index, share in zip(growing, shares, strict=True):
                extra = room * share / (sum(shares) or 1.0)
                child = node.children[index]
                boxes[index] = Gap(0.0, extra) if child.name == "spacer" else build(layout, child, boxes[index].width, boxes[index].height + extra)
        else:
            offset = {"top": 0.0, "middle": room / 2, "bottom": room}[layout.choice(node, "valign", ("top", "middle", "bottom"))]
    placed, y = [], padding.top + offset
    for index, box in enumerate(boxes):
        y += gaps[index]
        x = padding.left + layout.length(node.children[index], "x")
        placed.append(Placed(box, x, y))
        y += box.height
    return Container(
        width,
        height if height is not None else taken,
        placed,
        panel_of(layout, node),
        _tag(layout, node, width, height if height is not None else taken),
        padding,
        vertical=True,
        keep=node.attributes.get("keep") in ("ja", "yes"),
        artifact=node.attributes.get("role") == "Artifact",
    )


def _gaps(layout: Layout, children: list[Node], gap: float) -> list[float]:
    """Return the white above each child: the stack's gap, or a larger one that either neighbour asks for."""
    found, after = [], 0.0
    for index, child in enumerate(children):
        before = layout.length(child, "space-before")
        found.append(max(gap, before, after) if index else before)
        after = layout.length(child, "space-after")
    return found


def _child(layout: Layout, child: Node, inner: float) -> Box:
    tall = layout.length(child, "h") if "h" in child.attributes else None
    width = min(layout.length(child, "w", inner), inner) if "w" in child.attributes else inner - layout.length(child, "x")
    return build(layout, child, width, tall)


def _rate(layout: Layout, node: Node) -> dict[str, float]:
    style = layout.style(_longest(node) or node, "tekst")
    leading = style.size(layout.step) * style.leading
    # On average a character of the standard face is 0.48 em wide; used only to say about how many are too many.
    width = layout.length(node, "w", 200.0)
    return {"leading": leading, "per_line": width / (0.48 * style.size(layout.step))}


def _longest(node: Node) -> Node | None:
    best = node if node.pieces else None
    for child in node.children:
        found = _longest(child)
        if found and (best is None or sum(len(piece.text) for piece in found.pieces) > sum(len(piece.text) for piece in best.pieces)):
            best = found
    return best


def _tag(layout: Layout, node: Node, width: float, height: float) -> Tag | None:
    tag = container_tag(layout, node)
    if tag is not None and tag.role == "Figure":
        tag.box = Rect(0.0, 0.0, width, height)
    return tag


@builder("row")
def build_row(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return the children beside each other: fixed widths first, texts as wide as they are, the rest shared by `grow`."""
    padding, gap = layout.edges(node, "padding"), layout.length(node, "gap")
    inner = width - padding.left - padding.right - gap * max(0, len(node.children) - 1)
    widths = _row_widths(layout, node, inner)
    return _side_by_side(layout, node, node.children, widths, gap, width, height)


def _row_widths(layout: Layout, node: Node, inner: float) -> list[float]:
    widths: list[float] = []
    shares: list[float] = []
    for child in node.children:
        grow = layout.number(child, "grow", 1.0) if "grow" in child.attributes else 0.0
        if "w" in child.attributes:
            widths.append(layout.length(child, "w"))
        elif grow or child.name == "spacer":
            grow = grow or 1.0
            widths.append(0.0)
        elif child.name in _TEXTS:
            widths.append(natural_width(layout, child))
        else:
            grow = 1.0
            widths.append(0.0)
        shares.append(0.0 if "w" in child.attributes else grow)
    left, total = inner - sum(widths), sum(shares)
    if left < -0.05:
        texts = [index for index, child in enumerate(node.children) if child.name in _TEXTS and "w" not in child.attributes]
        wide = sum(widths[index] for index in texts)
        if not texts or wide + left <= 0:
            layout.wrong(node, f"de rij is {-left / 72 * 25.4:.1f} mm te breed")
        else:
            for index in texts:
                widths[index] *= (wide + left) / wide
    if total:
        widths = [wide + max(0.0, left) * share / total for wide, share in zip(widths, shares, strict=True)]
    return widths


def _side_by_side(
    layout: Layout, node: Node, children: list[Node], widths: list[float], gap: float, width: float, height: float | None
) -> Container:
    padding = layout.edges(node, "padding")
    given = None if height is None else height - padding.top - padding.bottom
    boxes = []
    for child, wide in zip(children, widths, strict=True):
        tall = layout.length(child, "h") if "h" in child.attributes else None
        boxes.append(build(layout, child, wide, tall))
    tallest = max((box.height for box in boxes), default=0.0)
    if given is not None:
        if tallest > given + 0.05:
            layout.too_long(node, tallest - given, **_rate(layout, node))
        tallest = given
    place = layout.choice(node, "valign", ("top", "middle", "bottom"))
    placed, x = [], padding.left
    for child, box, wide in zip(children, boxes, widths, strict=True):
        if box.height < tallest - 0.01 and "h" not in child.attributes and (_stretches(child) or child.name == "stack" and _has_spacer(child)):
            box = build(layout, child, wide, tallest)  # noqa: PLW2901
        rest = tallest - box.height
        placed.append(Placed(box, x, padding.top + {"top": 0.0, "middle": rest / 2, "bottom": rest}[place]))
        x += wide + gap
    taken = tallest + padding.top + padding.bottom
    tag = _tag(layout, node, width, taken)
    return Container(width, taken, placed, panel_of(layout, node), tag, padding, artifact=node.attributes.get("role") == "Artifact")


def _stretches(child: Node) -> bool:
    return child.name in ("stack", "row", "group", "grid") and ("fill" in child.attributes or "stroke" in child.attributes)


def _has_spacer(child: Node) -> bool:
    return any(inner.name == "spacer" or "grow" in inner.attributes for inner in child.children)


@builder("grid")
def build_grid(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return the children in columns ('1fr 2fr 20mm'), filled row by row; the rows share a height that is given."""
    padding, gap = layout.edges(node, "padding"), layout.length(node, "gap")
    row_gap = layout.length(node, "row-gap", gap)
    inner = width - padding.left - padding.right
    widths = column_widths(layout, node, inner, gap)
    rows = [node.children[start : start + len(widths)] for start in range(0, len(node.children), len(widths))]
    bare = Node("row", {}, node.source)
    share = None
    if height is not None and rows:
        share = (height - padding.top - padding.bottom - row_gap * (len(rows) - 1)) / len(rows)
    placed, y = [], padding.top
    for row in rows:
        box = _side_by_side(layout, bare, row, widths[: len(row)], gap, inner, share)
        placed.append(Placed(box, padding.left, y))
        y += box.height + row_gap
    taken = (y - row_gap if rows else y) + padding.bottom
    return Container(width, height if height is not None else taken, placed, panel_of(layout, node), _tag(layout, node, width, taken), padding, vertical=True)


def column_widths(layout: Layout, node: Node, inner: float, gap: float) -> list[float]:
    """Return the widths that `columns` asks for: lengths, and shares ('1fr') of what they leave."""
    parts = node.attributes.get("columns", "1fr").split()
    fixed: list[float] = []
    shares: list[float] = []
    for part in parts:
        if part.endswith("fr"):
            fixed.append(0.0)
            shares.append(layout.number(Node("grid", {"columns": part[:-2] or "1"}, node.source), "columns", 1.0))
        else:
            fixed.append(layout.length(Node("grid", {"columns": part}, node.source), "columns"))
            shares.append(0.0)
    left = inner - sum(fixed) - gap * (len(parts) - 1)
    if left < -0.05:
        layout.wrong(node, f"de kolommen zijn samen {-left / 72 * 25.4:.1f} mm te breed")
    total = sum(shares) or 1.0
    return [wide + max(0.0, left) * share / total for wide, share in zip(fixed, shares, strict=True)]


@builder("group")
def build_group(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return the children at their own x and y."""
    tall = height if height is not None else layout.length(node, "h")
    padding = layout.edges(node, "padding")
    placed = place_children(layout, node, Rect(padding.left, padding.top, width - padding.left - padding.right, tall - padding.top - padding.bottom))
    return Container(
        width,
        tall,
        placed,
        panel_of(layout, node),
        _tag(layout, node, width, tall),
        padding,
        turn=layout.number(node, "turn", 0.0),
        artifact=node.attributes.get("role") == "Artifact",
    )


def place_children(layout: Layout, node: Node, area: Rect) -> list[Placed]:
    """Return the children of `node` at the places they name, in the room that leaves them."""
    placed = []
    for child in node.children:
        if child.name in ABSOLUTE:
            placed.append(Placed(build(layout, child, area.width), area.x, area.y))
            continue
        x, y = layout.length(child, "x"), layout.length(child, "y")
        wide = layout.length(child, "w", area.width - x)
        tall = layout.length(child, "h") if "h" in child.attributes else None
        box = build(layout, child, wide, tall)
        if tall is None and y + box.height > area.height + 0.05 and child.name != "path":
            layout.too_long(child, y + box.height - area.height, **_rate(layout, child))
        placed.append(Placed(box, area.x + x, area.y + y))
    return placed
