"""Icons of the Lucide set as lines in any named colour; they are read from the package, never from the network."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from xml.etree import ElementTree

from speelveld.beeld import icon_names, icon_svg
from speelveld.geometry import NO_PATH, Path, Point, Rect, ellipse, rounded
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.frame import Group, Item, Shape, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import figure_tag
from speelveld.typeset.svgpath import parse_path
from speelveld.units import mm
from speelveld.written.hints import meant

# Every Lucide icon is drawn on a square of 24 with lines of 2.
GRID = 24.0
# One weight for small signs and one for large ones, so that all signs on a sheet are of one hand. Both are lines that
# Lucide itself draws, at 4.2 and at 8.4 mm; the border lies half-way, and what is larger does not grow fatter.
FINE, BOLD = mm(0.35), mm(0.7)
LARGE = mm(6)


@cache
def icon_paths(name: str) -> tuple[Path, ...]:
    """Return the lines of the icon `name` on its square of 24.

    Raises:
        LookupError: there is no such icon, or it is drawn with something else than lines.
    """
    try:
        data = icon_svg(name)
    except KeyError:
        hint = meant(name, icon_names())
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


def line_of(size: float) -> float:
    """Return how thick the lines of an icon of `size` points are, unless its layout says otherwise."""
    return FINE if size < LARGE else BOLD


def icon_shapes(name: str, size: float) -> Sequence[tuple[Path, float]]:
    """Return the lines of the icon `name` in a square of `size` points, each with how thick it is.

    Raises:
        LookupError: as `icon_paths`.
    """
    return [(path.moved(0.0, 0.0, size / GRID), line_of(size)) for path in icon_paths(name)]


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
    line = layout.size(node, "line", line_of(size))
    shapes = tuple(Shape(path.moved(0.0, 0.0, scale), None, color, line, round_ends=True) for path in paths)
    return IconBox(size, size if height is None else height, shapes, figure_tag(layout, node))
