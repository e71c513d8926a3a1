"""A logo in SVG → shapes: the part of SVG that drawing programs write for a logo; the rest is refused by name."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from speelveld.colors import Color, parse_hex, simple_cmyk
from speelveld.geometry import HERE, Matrix, Path, Point, Rect, ellipse, rounded
from speelveld.typeset.frame import Shape
from speelveld.typeset.svgpath import parse_path

_SILENT = frozenset({"title", "desc", "metadata", "defs", "style", "namedview"})
_LOOK = ("fill", "stroke", "stroke-width", "fill-rule", "opacity", "fill-opacity", "stroke-opacity", "display", "color")
_REFUSED = ("clip-path", "mask", "filter")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_CALL = re.compile(r"(\w+)\s*\(([^)]*)\)")
_RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
_NAMED = {
    "black": "#000000",
    "white": "#ffffff",
    "red": "#ff0000",
    "green": "#008000",
    "blue": "#0000ff",
    "yellow": "#ffff00",
    "orange": "#ffa500",
    "gray": "#808080",
    "grey": "#808080",
    "silver": "#c0c0c0",
    "navy": "#000080",
    "teal": "#008080",
    "maroon": "#800000",
    "purple": "#800080",
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the units of the SVG, from its top left."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@lru_cache(maxsize=64)
def read_svg(data: bytes) -> Drawing:
    """Return the drawing in the bytes of a file.

    Raises:
        ValueError: it holds something that is not drawn here, such as text, pictures, gradients or masks.
    """
    root = ElementTree.fromstring(data)
    view = [float(number) for number in _NUMBER.findall(root.get("viewBox", ""))]
    if len(view) != 4:
        view = [0.0, 0.0, _number(root.get("width"), 0.0), _number(root.get("height"), 0.0)]
    left, top, width, height = view
    if width <= 0 or height <= 0:
        raise ValueError("de SVG zegt niet hoe groot hij is")
    reader = _Reader(_classes(root))
    shapes = tuple(reader.shapes(root, {"fill": "black"}, Matrix.moving(-left, -top)))
    return Drawing(width, height, shapes)


class _Reader:
    def __init__(self, classes: Mapping[str, Mapping[str, str]]) -> None:
        self._classes = classes

    def shapes(self, element: ElementTree.Element, look: Mapping[str, str], matrix: Matrix) -> Iterator[Shape]:
        kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "title"
        if kind in _SILENT:
            return
        look = {**look, **self._own(element)}
        if look.get("display") == "none":
            return
        for key in _REFUSED:
            if look.get(key, "none") != "none":
                raise ValueError(f"de SVG gebruikt {key}, en dat kan hier niet")
        matrix = _transform(element.get("transform", "")).before(matrix)
        if kind in ("svg", "g", "a"):
            # Opacity and display work on the group as a whole; the rest is handed down.
            for child in element:
                yield from self.shapes(child, look, matrix)
            return
        draw = _SHAPES.get(kind)
        if draw is None:
            raise ValueError(f"de SVG gebruikt <{kind}>, en dat kan hier niet")
        path = draw(element).through(matrix)
        fill, stroke = _paint(look.get("fill", "black"), look), _paint(look.get("stroke", "none"), look)
        if any(_number(look.get(key), 1.0) < 1 for key in ("opacity", "fill-opacity", "stroke-opacity")):
            raise ValueError("de SVG is hier en daar doorzichtig, en dat kan hier niet")
        if fill is not None or stroke is not None:
            line = _number(look.get("stroke-width"), 1.0) * matrix.scale
            yield Shape(path, fill, stroke, line if stroke else 0.0, even_odd=look.get("fill-rule") == "evenodd")

    def _own(self, element: ElementTree.Element) -> dict[str, str]:
        found = {key: element.attrib[key] for key in (*_LOOK, *_REFUSED) if key in element.attrib}
        for name in element.get("class", "").split():
            found.update(self._classes.get(name, {}))
        found.update(_declarations(element.get("style", "")))
        return found


def _classes(root: ElementTree.Element) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == "style":
            for selectors, body in _RULE.findall(element.text or ""):
                for selector in selectors.split(","):
                    if selector.strip().startswith("."):
                        found.setdefault(selector.strip()[1:], {}).update(_declarations(body))
    return found


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {key.strip(): value.strip() for key, _, value in pairs if key.strip() in (*_LOOK, *_REFUSED)}


def _paint(text: str, look: Mapping[str, str]) -> Color | None:
    text = text.strip().lower()
    if text in ("none", "transparent"):
        return None
    if text == "currentcolor":
        text = look.get("color", "black").lower()
    text = _NAMED.get(text, text)
    if match := re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", text):
        text = "#" + "".join(part * 2 for part in match.groups())
    if match := re.fullmatch(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)", text):
        text = "#" + "".join(f"{min(255, int(part)):02x}" for part in match.groups())
    try:
        rgb = parse_hex(text)
    except ValueError:
        raise ValueError(f"de SVG gebruikt de kleur {text!r}, en die kan hier niet") from None
    return Color(f"logo {text}", rgb, simple_cmyk(rgb), chosen=False)


def _number(text: str | None, standard: float) -> float:
    match = _NUMBER.match((text or "").strip())
    if match is None:
        return standard
    return float(match[0]) / (100 if text and text.strip().endswith("%") else 1)


def _get(element: ElementTree.Element, *names: str) -> list[float]:
    return [_number(element.get(name), 0.0) for name in names]


def _rect(element: ElementTree.Element) -> Path:
    x, y, width, height = _get(element, "x", "y", "width", "height")
    return rounded(Rect(x, y, width, height), _number(element.get("rx") or element.get("ry"), 0.0))


def _round(element: ElementTree.Element) -> Path:
    cx, cy, radius, rx, ry = _get(element, "cx", "cy", "r", "rx", "ry")
    return ellipse(Point(cx, cy), radius or rx, radius or ry)


def _line(element: ElementTree.Element) -> Path:
    x1, y1, x2, y2 = _get(element, "x1", "y1", "x2", "y2")
    return Path.line(Point(x1, y1), Point(x2, y2))


def _corners(element: ElementTree.Element) -> Path:
    numbers = [float(number) for number in _NUMBER.findall(element.get("points", ""))]
    corners = map(Point, numbers[::2], numbers[1::2])
    return Path.closed(corners) if element.tag.endswith("polygon") else Path.open(corners)


_SHAPES: dict[str, Callable[[ElementTree.Element], Path]] = {
    "path": lambda element: parse_path(element.get("d", "")),
    "rect": _rect,
    "circle": _round,
    "ellipse": _round,
    "line": _line,
    "polyline": _corners,
    "polygon": _corners,
}


def _transform(text: str) -> Matrix:
    """Return what a `transform` does (SVG 2, 8.5); the calls work from right to left."""
    matrix = HERE
    for name, inside in reversed(_CALL.findall(text)):
        numbers = [float(number) for number in _NUMBER.findall(inside)]
        matrix = matrix.before(_call(name, numbers))
    return matrix


def _call(name: str, n: list[float]) -> Matrix:
    match name, len(n):
        case "matrix", 6:
            return Matrix(n[0], n[1], n[2], n[3], n[4], n[5])
        case "translate", 1 | 2:
            return Matrix.moving(n[0], n[1] if len(n) > 1 else 0.0)
        case "scale", 1 | 2:
            return Matrix.scaling(n[0], n[-1])
        case "rotate", 1 | 3:
            return Matrix.turning(n[0], Point(n[1], n[2]) if len(n) == 3 else Point(0.0, 0.0))
        case "skewX", 1:
            return Matrix(1.0, 0.0, math.tan(math.radians(n[0])), 1.0, 0.0, 0.0)
        case "skewY", 1:
            return Matrix(1.0, math.tan(math.radians(n[0])), 0.0, 1.0, 0.0, 0.0)
        case _:
            raise ValueError(f"de SVG gebruikt de bewerking {name!r}, en die kan hier niet")
