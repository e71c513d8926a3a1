"""Icons of the Lucide set as lines in any named colour; they are read from the package, never from the network."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from speelveld.geometry import NO_PATH, Path, Point, Rect, ellipse, rounded
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.frame import Group, Item, Shape, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import figure_tag
from speelveld.typeset.svgpath import parse_path
from speelveld.written.hints import meant

# Every Lucide icon is drawn on a square of 24 with lines of 2.
GRID, LINE = 24.0, 2.0


@cache
def _archive() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@cache
def icon_paths(name: str) -> tuple[Path, ...]:
    """Return the lines of the icon `name` on its square of 24.

    Raises:
        LookupError: there is no such icon, or it is drawn with something else than lines.
    """
    try:
        data = _archive().read(f"{name}.svg")
    except KeyError:
        names = [info.filename.removesuffix(".svg") for info in _archive().infolist()]
        hint = meant(name, names)
        raise LookupError(f"icoon {name!r} bestaat niet{f'; {hint}' if hint else ''}") from None
    return tuple(path for element in ElementTree.fromstring(data).iter() if (path := _path(name, element)))


def _path(name: str, element: ElementTree.Element) -> Path:
    """Return an element of a drawing as a path; one that draws nothing gives an empty path."""
    number = {key: float(value) for key, value in element.attrib.items() if key in _NUMBERS}
    kind = element.tag.rsplit("}", 1)[-1]
    match kind:
        case "svg" | "title":
            return NO_PATH
        case "path":
            return parse_path(element.attrib["d"])
        case "circle":
            return ellipse(Point(number["cx"], number["cy"]), number["r"], number["r"])
        case "ellipse":
            return ellipse(Point(number["cx"], number["cy"]), number["rx"], number["ry"])
        case "rect":
            x, y, radius = (number.get(key, 0.0) for key in ("x", "y", "rx"))
            return rounded(Rect(x, y, number["width"], number["height"]), radius)
        case "line":
            return Path.line(Point(number["x1"], number["y1"]), Point(number["x2"], number["y2"]))
        case "polyline" | "polygon":
            values = [float(part) for part in element.attrib["points"].replace(",", " ").split()]
            corners = map(Point, values[::2], values[1::2])
            return Path.closed(corners) if kind == "polygon" else Path.open(corners)
        case _:
            raise LookupError(f"icoon {name!r} is met <{kind}> getekend, en dat kan hier niet")


_NUMBERS = frozenset({"cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "x1", "y1", "x2", "y2"})


@dataclass(frozen=True, slots=True)
class IconBox(Box):
    """An icon as wide as its box, in the middle of the height it has."""

    shapes: tuple[Shape, ...]
    tag: Tag | None

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the lines of the icon."""
        top = y + (self.height - self.width) / 2
        moved = tuple(replace(shape, path=shape.path.moved(x, top)) for shape in self.shapes)
        out.append(Group(self.tag, moved))


@builder("icon")
def build_icon(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the icon `name` as large as fits, at most as wide as `w` says."""
    size = min(width, layout.size(node, "w", width), width if height is None else height)
    try:
        paths = icon_paths(node.attributes.get("name", ""))
    except LookupError as error:
        layout.wrong(node, str(error.args[0]))
        paths = ()
    color = layout.color(node, "color") or layout.theme.color("inkt")
    scale = size / GRID
    line = layout.size(node, "line", LINE * scale)
    shapes = tuple(Shape(path.moved(0.0, 0.0, scale), None, color, line, round_ends=True) for path in paths)
    return IconBox(size, size if height is None else height, shapes, figure_tag(layout, node))
