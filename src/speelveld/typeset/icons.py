"""Icons of the Lucide set as lines in any named colour; they are read from the package, never from the network."""

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from speelveld.geometry import Rect
from speelveld.markup import Node
from speelveld.typeset.box import Box, Layout, Solid, builder
from speelveld.typeset.frame import Group, Item, Shape
from speelveld.typeset.shapes import figure_tag
from speelveld.typeset.svgpath import Command, circle, moved, parse_path, rounded

# Every Lucide icon is drawn on a square of 24 with lines of 2.
GRID, LINE = 24.0, 2.0


@cache
def _archive() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@cache
def icon_paths(name: str) -> tuple[tuple[Command, ...], ...]:
    """Return the lines of the icon `name` on its square of 24.

    Raises:
        LookupError: there is no such icon, or it is drawn with something else than lines.
    """
    try:
        data = _archive().read(f"{name}.svg")
    except KeyError:
        names = [info.filename.removesuffix(".svg") for info in _archive().infolist()]
        near = get_close_matches(name, names, n=1)
        hint = f"; bedoelt u {near[0]!r}?" if near else ""
        raise LookupError(f"icoon {name!r} bestaat niet{hint}") from None
    found = []
    for element in ElementTree.fromstring(data).iter():
        kind = element.tag.rsplit("}", 1)[-1]
        number = {key: float(value) for key, value in element.attrib.items() if key in _NUMBERS}
        match kind:
            case "svg" | "title":
                continue
            case "path":
                found.append(tuple(parse_path(element.attrib["d"])))
            case "circle":
                found.append(circle(number["cx"], number["cy"], number["r"], number["r"]))
            case "ellipse":
                found.append(circle(number["cx"], number["cy"], number["rx"], number["ry"]))
            case "rect":
                found.append(rounded(number.get("x", 0.0), number.get("y", 0.0), number["width"], number["height"], number.get("rx", 0.0)))
            case "line":
                found.append((("m", number["x1"], number["y1"]), ("l", number["x2"], number["y2"])))
            case "polyline" | "polygon":
                values = [float(part) for part in element.attrib["points"].replace(",", " ").split()]
                corners = list(zip(values[::2], values[1::2], strict=True))
                end: tuple[Command, ...] = (("h",),) if kind == "polygon" else ()
                found.append((("m", *corners[0]), *(("l", *corner) for corner in corners[1:]), *end))
            case _:
                raise LookupError(f"icoon {name!r} is met <{kind}> getekend, en dat kan hier niet")
    return tuple(found)


_NUMBERS = frozenset({"cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "x1", "y1", "x2", "y2"})


class IconBox(Solid):
    """An icon in a square."""

    def __init__(self, size: float, height: float, shapes: list[Shape], node: Node, layout: Layout) -> None:
        self.width, self.height, self._shapes, self._size = size, height, shapes, size
        self._tag = figure_tag(layout, node)

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the lines of the icon, in the middle of the height it was given."""
        top = y + (self.height - self._size) / 2
        items: list[Item] = [Shape(moved(shape.commands, x, top), None, shape.stroke, shape.line, (), True) for shape in self._shapes]
        if self._tag is not None:
            self._tag.box = Rect(x, top, self._size, self._size)
        out.append(Group(self._tag, items))


@builder("icon")
def build_icon(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the icon `name` as large as fits, at most as wide as `w` says."""
    size = min(width, layout.length(node, "w", width), height if height is not None else width)
    try:
        paths = icon_paths(node.attributes.get("name", ""))
    except LookupError as error:
        layout.wrong(node, str(error))
        paths = ()
    color = layout.color(node, "color") or layout.theme.color("inkt")
    scale = size / GRID
    line = layout.length(node, "line", LINE * scale)
    shapes = [Shape(moved(path, 0.0, 0.0, scale), None, color, line) for path in paths]
    return IconBox(size, height if height is not None else size, shapes, node, layout)
