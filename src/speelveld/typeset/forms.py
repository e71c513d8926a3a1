"""Boxes to tick and lines to write on."""

from dataclasses import dataclass

from speelveld.geometry import NO_PATH, Path, Point, Size, rounded
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.containers import Container, Placed
from speelveld.typeset.frame import Group, Item, Shape
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import HAIRLINE, ShapeBox
from speelveld.typeset.text import make_text, text_tag
from speelveld.units import mm

TICK, AFTER_TICK, TICK_LINE = mm(4), mm(2), mm(0.4)
# Room to write by hand between two lines.
WRITING_GAP = mm(8)


@builder("checkbox")
def build_checkbox(layout: Layout, node: Node, width: float, height: float | None) -> Container:
    """Return a square to tick with its text beside it."""
    size = layout.size(node, "size", TICK)
    indent = size + AFTER_TICK
    text = make_text(layout, node, width - indent, None, "alinea", text_tag(layout, node))
    top = max(0.0, (text.leading - size) / 2)
    ink = layout.theme.color("inkt")
    square = ShapeBox(size, size, Shape(rounded(Size(size, size).box, 0.0), None, ink, TICK_LINE))
    taken = max(size + top, text.height, height or 0.0)
    return Container(width, taken, (Placed(square, 0.0, top), Placed(text, indent, 0.0)))


@dataclass(frozen=True, slots=True)
class WritingLines(Box):
    """Level lines at equal distances; cut between two of them."""

    gap: float
    count: int
    look: Shape

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the lines as decoration."""
        levels = (y + number * self.gap for number in range(1, self.count + 1))
        look = self.look
        out.append(
            Group(
                None,
                tuple(
                    Shape(Path.line(Point(x, at), Point(x + self.width, at)), None, look.stroke, look.line)
                    for at in levels
                ),
            )
        )

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit and the rest."""
        fits = int(room // self.gap)
        if not 0 < fits < self.count:
            return None
        head, tail = (
            WritingLines(self.width, count * self.gap, self.gap, count, self.look)
            for count in (fits, self.count - fits)
        )
        return head, tail


@builder("writing-lines")
def build_writing_lines(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return lines to write on; without `count` as many as fit in the height."""
    gap = layout.size(node, "gap", WRITING_GAP)
    if gap <= 0:
        layout.wrong(node, "kenmerk 'gap': tussen twee schrijflijnen is ruimte nodig")
        gap = WRITING_GAP
    fits = max(1, int((height or gap) // gap))
    count = layout.count(node, "count", fits)
    stroke = layout.color(node, "stroke") or layout.theme.color("lijn")
    return WritingLines(width, max(gap * count, height or 0.0), gap, count, Shape(NO_PATH, None, stroke, HAIRLINE))
