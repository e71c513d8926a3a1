"""Pictures from the casus folder."""

import pathlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from speelveld.geometry import Rect
from speelveld.markup import Node
from speelveld.typeset.box import Box, Solid, builder
from speelveld.typeset.frame import Group, Item, Picture, Shape, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.stacks import Gap
from speelveld.typeset.svg import read_svg


@dataclass(slots=True)
class PictureBox(Solid):
    """A picture in the part `inner` of its box."""

    width: float
    height: float
    path: pathlib.Path
    inner: Rect
    tag: Tag | None

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the picture; an SVG as the shapes it is made of, so that it stays sharp."""
        box = self.inner.moved(x, y)
        items: list[Item] = (
            [Picture(self.path, box)] if self.path.suffix.lower() != ".svg" else list(_drawn(self.path, box))
        )
        out.append(Group(self.tag, items))


def _drawn(path: pathlib.Path, box: Rect) -> Iterator[Shape]:
    drawing = read_svg(path)
    scale = box.width / drawing.width
    for shape in drawing.shapes:
        yield replace(shape, path=shape.path.moved(box.x, box.y, scale), line=shape.line * scale)


@builder("image")
def build_image(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the picture `src`, as large as fits without changing its proportions."""
    wide = layout.size(node, "w", width)
    tall = layout.size(node, "h") if height is None else height
    try:
        path, pixels_wide, pixels_high = layout.assets.image(node.attributes.get("src", ""))
    except LookupError as error:
        layout.wrong(node, str(error.args[0]))
        return Gap(wide, tall)
    scale = wide / pixels_wide
    if tall:
        scale = min(scale, tall / pixels_high)
    shown_wide, shown_high = pixels_wide * scale, pixels_high * scale
    tall = tall or shown_high
    left = (wide - shown_wide) * layout.align(node)
    top = (tall - shown_high) * layout.valign(node)
    role = layout.choice(node, "role", ("Figure", "Artifact"))
    tag = Tag(role, node.attributes.get("alt"), node.attributes.get("lang")) if role == "Figure" else None
    return PictureBox(wide, tall, path, Rect(left, top, shown_wide, shown_high), tag)
