"""Tables: columns with fixed or shared widths, a head that comes back on every page, rules between the rows."""

from speelveld.markup import Node
from speelveld.typeset.box import Box, Layout, builder
from speelveld.typeset.containers import Container, Panel, Placed
from speelveld.typeset.frame import Group, Item, Shape, Tag
from speelveld.typeset.lists import cell
from speelveld.typeset.shapes import HAIRLINE
from speelveld.typeset.stacks import column_widths
from speelveld.units import mm


class _Table:
    """Rows at their heights; cut only between rows, the head rows repeated as decoration."""

    def __init__(self, width: float, head: list[Container], rows: list[Container], rule: Shape | None, tag: Tag, again: bool = False) -> None:
        self.width, self._head, self._rows, self._rule, self._tag, self._again = width, head, rows, rule, tag, again
        self.height = sum(row.height for row in head) + sum(row.height for row in rows)

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        group = Group(self._tag)
        y = self._paint_part(self._head, x, y, group, "THead")
        self._paint_part(self._rows, x, y, group, "TBody")
        out.append(group)

    def _paint_part(self, rows: list[Container], x: float, y: float, group: Group, role: str) -> float:
        if not rows:
            return y
        decoration = role == "THead" and self._again
        part = Group(None if decoration else Tag(role))
        for row in rows:
            row.artifact, row.tag = decoration, None if decoration else Tag("TR")
            row.paint(x, y, part.items)
            y += row.height
            if self._rule is not None:
                part.items.append(Group(None, [Shape((("m", x, y), ("l", x + self.width, y)), None, self._rule.stroke, self._rule.line)]))
        group.items.append(part)
        return y

    def split(self, room: float) -> tuple[Box, Box] | None:
        used, fits = sum(row.height for row in self._head), 0
        for row in self._rows:
            if used + row.height > room + 0.01:
                break
            used += row.height
            fits += 1
        if not 0 < fits < len(self._rows):
            return None
        head = _Table(self.width, self._head, self._rows[:fits], self._rule, self._tag, self._again)
        return head, _Table(self.width, self._head, self._rows[fits:], self._rule, self._tag, again=True)


@builder("table")
def build_table(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the table; every row has as many cells as there are columns, spans counted."""
    del height
    widths = column_widths(layout, node, width, 0.0)
    rule_color = layout.theme.color("lijn")
    rules = layout.choice(node, "rules", ("rows", "none"))
    head: list[Container] = []
    rows: list[Container] = []
    for row in node.children:
        is_head = row.attributes.get("head") in ("ja", "yes")
        box = _row(layout, node, row, widths, width, is_head)
        (head if is_head else rows).append(box)
    if not rows:
        layout.wrong(node, "een tabel heeft ten minste één <tr> nodig die geen kop is")
    rule = Shape((), None, rule_color, HAIRLINE) if rules == "rows" else None
    return _Table(width, head, rows, rule, Tag("Table", alt=node.attributes.get("alt")))


def _row(layout: Layout, table: Node, row: Node, widths: list[float], width: float, is_head: bool) -> Container:
    padding = layout.edges(table, "padding")
    if "padding" not in table.attributes:
        padding = type(padding)(mm(1.2), mm(1.6), mm(1.2), mm(1.6))
    style = "tabelkop" if is_head else table.attributes.get("style", "tabel")
    cells: list[tuple[Node, Box, float, float]] = []
    column, x = 0, 0.0
    for child in row.children:
        span = max(1, int(layout.number(child, "span", 1)))
        wide = sum(widths[column : column + span])
        own = "tabelkop" if child.name == "th" and not is_head else style
        cells.append((child, cell(layout, child, wide - padding.left - padding.right, own), x, wide))
        column, x = column + span, x + wide
    if column != len(widths):
        layout.wrong(row, f"deze rij heeft {column} cellen en de tabel {len(widths)} kolommen", "vul aan met <td/>, of gebruik span")
    tall = max((box.height for _, box, _, _ in cells), default=0.0) + padding.top + padding.bottom
    tall = max(tall, layout.length(row, "h"))
    placed = []
    for child, box, left, wide in cells:
        rest = tall - padding.top - padding.bottom - box.height
        y = padding.top + {"top": 0.0, "middle": rest / 2, "bottom": rest}[layout.choice(child, "valign", ("top", "middle", "bottom"))]
        head = child.name == "th"
        scope = child.attributes.get("scope") or ("Column" if is_head else "Row")
        tag = Tag("TH" if head else "TD", scope=scope if head else None, span=max(1, int(layout.number(child, "span", 1))))
        panel = Panel(Shape((), layout.color(child, "fill")), 0.0) if "fill" in child.attributes else None
        placed.append(Placed(Container(wide, tall, [Placed(box, padding.left, y)], panel, tag), left, 0.0))
    fill = layout.color(row, "fill") or (layout.color(table, "head-fill") if is_head else None)
    return Container(width, tall, placed, Panel(Shape((), fill), 0.0) if fill else None, Tag("TR"), keep=True)
