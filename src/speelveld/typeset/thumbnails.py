"""Another onderdeel of the kit, drawn small: one of its cards, or a page of it, as it was set."""

from dataclasses import dataclass, replace

from speelveld.geometry import NO_PATH, Rect
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.containers import Panel, panel_of
from speelveld.typeset.frame import Frame, Group, Inset, Item, Shape
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import figure_tag
from speelveld.typeset.stacks import Gap

SIDES = ("front", "back", "blank")


@dataclass(frozen=True, slots=True)
class ThumbnailBox(Box):
    """A frame in the part `inner` of its box, on a ground, in a group that says what it shows."""

    frame: Frame
    inner: Rect
    panel: Panel
    group: Group

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the frame; its texts are part of the picture."""
        box = self.inner.moved(x, y)
        items: list[Item] = []
        self.panel.paint(box.x, box.y, box.width, box.height, items)
        # A line along the edge is drawn over the frame, not half behind it.
        lines: list[Item] = [replace(item, fill=None) for item in items if isinstance(item, Shape) and item.stroke]
        grounds: list[Item] = [replace(item, stroke=None) for item in items if isinstance(item, Shape) and item.fill]
        out.append(replace(self.group, items=(*grounds, Inset(self.frame, box), *lines)))


@builder("thumbnail")
def build_thumbnail(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the card or page `number` of the onderdeel `of`, as large as fits without changing its proportions."""
    wide = layout.size(node, "w", width)
    tall = layout.size(node, "h") if height is None else height
    number, side = layout.count(node, "number", 1), layout.choice(node, "side", SIDES)
    try:
        frame = layout.assets.face(node.attributes.get("of", ""), number, side)
    except LookupError as error:
        layout.wrong(node, *error.args)
        return Gap(wide, tall)
    scale = wide / frame.size.width
    if tall:
        scale = min(scale, tall / frame.size.height)
    shown_wide, shown_high = frame.size.width * scale, frame.size.height * scale
    tall = tall or shown_high
    left, top = (wide - shown_wide) * layout.align(node), (tall - shown_high) * layout.valign(node)
    inner = Rect(left, top, shown_wide, shown_high)
    panel = panel_of(layout, node) or Panel(Shape(NO_PATH))
    return ThumbnailBox(wide, tall, frame, inner, panel, Group(figure_tag(layout, node)))
