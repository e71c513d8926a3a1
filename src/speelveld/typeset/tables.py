"""Tables: columns with fixed or shared widths, a head that comes back on every page, rules between the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from speelveld.geometry import NO_PATH, Edges, Path, Point
from speelveld.markup import Node
from speelveld.typeset.box import Box, builder
from speelveld.typeset.containers import Container, Panel, Placed, untag
from speelveld.typeset.faults import SLACK
from speelveld.typeset.frame import ARTIFACT, Group, Item, Shape, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.lists import cell
from speelveld.typeset.rows import column_widths
from speelveld.typeset.shapes import HAIRLINE
from speelveld.units import mm

PADDING = Edges(mm(1.2), mm(1.6), mm(1.2), mm(1.6))
_SCOPES = {"col": "Column", "row": "Row"}


@dataclass(frozen=True, slots=True)
class _Tags:
    """The tags of a table: the same ones on every page it is cut over."""

    table: Tag
    head: Tag
    body: Tag


class Table:
    """Rows at their heights; cut only between rows, the head rows repeated as decoration."""

    def __init__(
        self,
        head: Sequence[Container],
        rows: Sequence[Container],
        rule: Shape | None,
        tags: _Tags,
        *,
        again: bool = False,
    ) -> None:
        self._head, self._rows, self._rule, self._tags, self._again = head, rows, rule, tags, again
        self.width = max((row.width for row in (*head, *rows)), default=0.0)
        self.height = sum(row.height for row in (*head, *rows))

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the rows with the rules under them."""
        table = Group(self._tags.table)
        if self._head:
            head = Group(ARTIFACT if self._again else self._tags.head)
            y = self._paint_rows(self._head, x, y, head.items)
            if self._again:
                untag(head.items)
            table.items.append(head)
        body = Group(self._tags.body)
        self._paint_rows(self._rows, x, y, body.items)
        table.items.append(body)
        out.append(table)

    def _paint_rows(self, rows: Sequence[Container], x: float, y: float, out: list[Item]) -> float:
        for row in rows:
            row.paint(x, y, out)
            y += row.height
            if self._rule is not None:
                level = Path.line(Point(x, y), Point(x + self.width, y))
                out.append(Group(None, [replace(self._rule, path=level)]))
        return y

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the rows that fit and the rest, both under the head."""
        used, fits = sum(row.height for row in self._head), 0
        for row in self._rows:
            used += row.height
            if used > room + SLACK:
                break
            fits += 1
        if not 0 < fits < len(self._rows):
            return None
        first = Table(self._head, self._rows[:fits], self._rule, self._tags, again=self._again)
        return first, Table(self._head, self._rows[fits:], self._rule, self._tags, again=True)


@builder("table")
def build_table(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the table; every row has as many cells as there are columns, spans counted."""
    del height
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
    return Table(head, rows, rule, tags)


def _row(layout: Layout, table: Node, row: Node, widths: Sequence[float], *, is_head: bool) -> Container:
    padding = layout.edges(table, "padding", PADDING)
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
        inner = [Placed(box, padding.left, top)]
        placed.append(Placed(Container(wide, tall, inner, _ground(layout, child), tag), left, 0.0))
    ground = _ground(layout, row)
    if ground is None and is_head and (fill := layout.color(table, "head-fill")) is not None:
        ground = Panel(Shape(NO_PATH, fill))
    return Container(sum(widths), tall, placed, ground, Tag("TR"))


def _cell_tag(layout: Layout, node: Node, span: int, *, is_head: bool) -> Tag:
    if node.name == "td":
        return Tag("TD", span=span)
    scope = layout.choice(node, "scope", ("col", "row") if is_head else ("row", "col"))
    return Tag("TH", scope=_SCOPES[scope], span=span)


def _ground(layout: Layout, node: Node) -> Panel | None:
    fill = layout.color(node, "fill")
    return None if fill is None else Panel(Shape(NO_PATH, fill))
