"""Tables: columns with fixed or shared widths, a head that comes back on every page, rules between the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from speelveld.geometry import NO_PATH, Edges, Path, Point
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.containers import Container, Panel, Placed, untagged
from speelveld.typeset.faults import SLACK
from speelveld.typeset.frame import ARTIFACT, Group, Item, Shape, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.lists import cell
from speelveld.typeset.roles import SCOPES
from speelveld.typeset.rows import column_widths
from speelveld.typeset.shapes import HAIRLINE
from speelveld.units import mm

PADDING = Edges(mm(1.2), mm(1.6), mm(1.2), mm(1.6))


@dataclass(frozen=True, slots=True)
class _Tags:
    """The tags of a table: the same ones on every page it is cut over."""

    table: Tag
    head: Tag
    body: Tag


@dataclass(frozen=True, slots=True)
class Table(Box):
    """Rows at their heights; cut only between rows, the head rows repeated as decoration."""

    head: tuple[Container, ...]
    rows: tuple[Container, ...]
    rule: Shape | None
    tags: _Tags
    again: bool = False
    """It goes on from the page before it."""

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the rows with the rules under them."""
        parts: list[Item] = []
        if self.head:
            items, y = self._painted(self.head, x, y)
            parts.append(Group(ARTIFACT, untagged(items)) if self.again else Group(self.tags.head, items))
        items, _ = self._painted(self.rows, x, y)
        out.append(Group(self.tags.table, (*parts, Group(self.tags.body, items))))

    def _painted(self, rows: Sequence[Container], x: float, y: float) -> tuple[tuple[Item, ...], float]:
        """Return the items of `rows`, with the rules under them, and the y below the last."""
        items: list[Item] = []
        for row in rows:
            row.paint(x, y, items)
            y += row.height
            if self.rule is not None:
                level = Path.line(Point(x, y), Point(x + self.width, y))
                items.append(Group(None, (replace(self.rule, path=level),)))
        return tuple(items), y

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the rows that fit and the rest, both under the head."""
        used, fits = sum(row.height for row in self.head), 0
        for row in self.rows:
            used += row.height
            if used > room + SLACK:
                break
            fits += 1
        if not 0 < fits < len(self.rows):
            return None
        return self._part(self.rows[:fits], again=self.again), self._part(self.rows[fits:], again=True)

    def _part(self, rows: tuple[Container, ...], *, again: bool) -> "Table":
        height = sum(row.height for row in (*self.head, *rows))
        return replace(self, rows=rows, height=height, again=again)


@builder("table")
def build_table(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the table; every row has as many cells as there are columns, spans counted."""
    del height
    layout = layout.in_table()
    widths = column_widths(layout, node, width, 0.0)
    head: list[Container] = []
    rows: list[Container] = []
    for row in node.children:
        is_head = layout.flag(row, "head")
        if is_head and rows:
            layout.wrong(row, "een koprij staat boven de andere rijen")
        (head if is_head else rows).append(_row(layout, node, row, widths, is_head=is_head))
    if not rows:
        layout.wrong(node, "een tabel heeft ten minste één <tr> nodig die geen kop is")
    rule = None
    if layout.choice(node, "rules", ("rows", "none")) == "rows":
        rule = Shape(NO_PATH, None, layout.theme.color("lijn"), HAIRLINE)
    tags = _Tags(Tag("Table", alt=node.attributes.get("alt")), Tag("THead"), Tag("TBody"))
    every = (*head, *rows)
    wide = max((row.width for row in every), default=0.0)
    return Table(wide, sum(row.height for row in every), tuple(head), tuple(rows), rule, tags)


def _row(layout: Layout, table: Node, row: Node, widths: Sequence[float], *, is_head: bool) -> Container:
    padding = layout.edges(table, "padding", PADDING)
    padding = replace(padding, top=padding.top * layout.white, bottom=padding.bottom * layout.white)
    spans = [layout.count(child, "span", 1) for child in row.children]
    if sum(spans) != len(widths):
        message = f"deze rij heeft {sum(spans)} cellen en de tabel {len(widths)} kolommen"
        layout.wrong(row, message, "vul aan met <td/>, of gebruik span")
    style = "tabelkop" if is_head else table.attributes.get("style", "tabel")
    column, x = 0, 0.0
    cells: list[tuple[Node, Box, float, float]] = []
    for child, span in zip(row.children, spans, strict=True):
        wide = sum(widths[column : column + span])
        own = "tabelkop" if child.name == "th" else style
        cells.append((child, cell(layout, child, max(0.0, wide - padding.left - padding.right), own), x, wide))
        column, x = column + span, x + wide
    tall = max((box.height for _, box, _, _ in cells), default=0.0) + padding.top + padding.bottom
    tall = max(tall, layout.size(row, "h"))
    placed = []
    for (child, box, left, wide), span in zip(cells, spans, strict=True):
        share = layout.valign(child)
        top = padding.top + share * (tall - padding.top - padding.bottom - box.height)
        tag = _cell_tag(layout, child, span, is_head=is_head)
        inner = (Placed(box, padding.left, top),)
        placed.append(Placed(Container(wide, tall, inner, _ground(layout, child), tag), left, 0.0))
    ground = _ground(layout, row)
    if ground is None and is_head and (fill := layout.color(table, "head-fill")) is not None:
        ground = Panel(Shape(NO_PATH, fill))
    return Container(sum(widths), tall, tuple(placed), ground, Tag("TR"))


def _cell_tag(layout: Layout, node: Node, span: int, *, is_head: bool) -> Tag:
    if node.name == "td":
        return Tag("TD", span=span)
    scope = layout.choice(node, "scope", ("col", "row") if is_head else ("row", "col"))
    return Tag("TH", scope=SCOPES[scope], span=span)


def _ground(layout: Layout, node: Node) -> Panel | None:
    fill = layout.color(node, "fill")
    return None if fill is None else Panel(Shape(NO_PATH, fill))
