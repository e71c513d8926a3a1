"""QR codes as one path of squares."""

from collections.abc import Sequence

from speelveld.geometry import Path, Pen, Point
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.frame import Shape
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import ShapeBox, figure_tag
from speelveld.units import mm

# ISO/IEC 18004: four modules of white round the code.
QUIET = 4
# A telephone reads smaller modules badly, above all from an office printer.
SMALLEST_MODULE = mm(0.35)


@builder("qr")
def build_qr(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return a QR code with its quiet zone."""
    import segno

    size = min(width, layout.size(node, "w", width), width if height is None else height)
    try:
        matrix = segno.make_qr(node.attributes.get("data", ""), error="m").matrix
    except ValueError as error:
        layout.wrong(node, f"deze tekst past niet in een QR-code: {error}")
        matrix = ()
    module = size / (len(matrix) + 2 * QUIET)
    if module < SMALLEST_MODULE:
        layout.wrong(node, "de QR-code wordt te fijn om te lezen", "maak hem groter, of neem een korter adres")
    path = _dark(matrix, module)
    color = layout.color(node, "color") or layout.theme.color("inkt")
    return ShapeBox(size, size, Shape(path, color), figure_tag(layout, node))


def _dark(matrix: Sequence[Sequence[int]], module: float) -> Path:
    """Return a rectangle for each run of dark modules in a line."""
    pen = Pen()
    for row, line in enumerate(matrix):
        start: int | None = None
        y = (QUIET + row) * module
        for column, dark in enumerate([*line, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                x, right = (QUIET + start) * module, (QUIET + column) * module
                pen.move(Point(x, y))
                pen.line(Point(right, y))
                pen.line(Point(right, y + module))
                pen.line(Point(x, y + module))
                pen.close()
                start = None
    return pen.path
