"""Pictures from the casus folder, and QR codes drawn as shapes."""

from dataclasses import dataclass
from pathlib import Path

from speelveld.geometry import Rect
from speelveld.markup import Node
from speelveld.typeset.box import Box, Layout, Solid, builder
from speelveld.typeset.frame import Group, Item, Picture, Shape, Tag
from speelveld.typeset.shapes import ShapeBox, figure_tag
from speelveld.typeset.svgpath import Command

# ISO/IEC 18004: four modules of white round the code.
QUIET = 4


@dataclass(slots=True)
class PictureBox(Solid):
    """A picture, as large as fits without changing its proportions."""

    width: float
    height: float
    path: Path
    inner: Rect
    tag: Tag

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the picture."""
        box = self.inner.moved(x, y)
        out.append(Group(Tag(self.tag.role, self.tag.alt, self.tag.lang, box=box), [Picture(self.path, box)]))


@builder("image")
def build_image(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the picture `src`, which has an `alt` that tells what it shows."""
    wide = layout.length(node, "w", width)
    tall = height if height is not None else layout.length(node, "h", 0.0)
    try:
        path, pixels_wide, pixels_high = layout.assets.image(node.attributes.get("src", ""))
    except LookupError as error:
        layout.wrong(node, str(error))
        return ShapeBox(wide, tall, Shape(()))
    if not node.attributes.get("alt", "").strip():
        layout.wrong(node, "een afbeelding heeft een 'alt' nodig", "zeg in één zin wat er te zien is")
    scale = wide / pixels_wide
    if tall:
        scale = min(scale, tall / pixels_high)
    shown_wide, shown_high = pixels_wide * scale, pixels_high * scale
    tall = tall or shown_high
    left = {"left": 0.0, "center": (wide - shown_wide) / 2, "right": wide - shown_wide}[layout.choice(node, "align", ("left", "center", "right"))]
    top = {"top": 0.0, "middle": (tall - shown_high) / 2, "bottom": tall - shown_high}[layout.choice(node, "valign", ("top", "middle", "bottom"))]
    return PictureBox(wide, tall, path, Rect(left, top, shown_wide, shown_high), Tag("Figure", alt=node.attributes.get("alt")))


@builder("qr")
def build_qr(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return a QR code with its quiet zone, as one path of squares."""
    import segno  # noqa: PLC0415

    size = min(width, layout.length(node, "w", width), height if height is not None else width)
    try:
        matrix = segno.make_qr(node.attributes.get("data", ""), error="m").matrix
    except ValueError as error:
        layout.wrong(node, f"deze tekst past niet in een QR-code: {error}")
        matrix = ()
    module = size / (len(matrix) + 2 * QUIET)
    commands: list[Command] = []
    for row, line in enumerate(matrix):
        start = None
        for column, dark in enumerate([*line, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                x, y = (QUIET + start) * module, (QUIET + row) * module
                wide = (column - start) * module
                commands += [("m", x, y), ("l", x + wide, y), ("l", x + wide, y + module), ("l", x, y + module), ("h",)]
                start = None
    color = layout.color(node, "color") or layout.theme.color("inkt")
    return ShapeBox(size, size, Shape(tuple(commands), color), figure_tag(layout, node))
