"""Pictures from the casus folder."""

from dataclasses import dataclass

from speelveld.files import ReadFile
from speelveld.geometry import Rect
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.frame import Group, Item, Picture, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.moving import moved_item
from speelveld.typeset.stacks import Gap
from speelveld.typeset.svg import read_svg


@dataclass(frozen=True, slots=True)
class PictureBox(Box):
    """A picture in the part `inner` of its box."""

    file: ReadFile
    inner: Rect
    tag: Tag | None

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the picture; an SVG as the shapes it is made of, so that it stays sharp."""
        box = self.inner.moved(x, y)
        items = _drawn(self.file.data, box) if self.file.suffix == ".svg" else (Picture(self.file, box),)
        out.append(Group(self.tag, items))


def _drawn(svg: bytes, box: Rect) -> tuple[Item, ...]:
    drawing = read_svg(svg)
    scale = box.width / drawing.width
    return tuple(moved_item(item, box.x, box.y, scale) for item in drawing.items)


@builder("image")
def build_image(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the picture `src`, as large as fits without changing its proportions."""
    wide = layout.size(node, "w", width)
    tall = layout.size(node, "h") if height is None else height
    try:
        file, pixels = layout.assets.image(node.attributes.get("src", ""))
    except LookupError as error:
        layout.wrong(node, str(error.args[0]))
        return Gap(wide, tall)
    scale = wide / pixels.width
    if tall:
        scale = min(scale, tall / pixels.height)
    shown_wide, shown_high = pixels.width * scale, pixels.height * scale
    tall = tall or shown_high
    left = (wide - shown_wide) * layout.align(node)
    top = (tall - shown_high) * layout.valign(node)
    role = layout.choice(node, "role", ("Figure", "Artifact"))
    tag = Tag(role, node.attributes.get("alt"), node.attributes.get("lang")) if role == "Figure" else None
    return PictureBox(wide, tall, file, Rect(left, top, shown_wide, shown_high), tag)
