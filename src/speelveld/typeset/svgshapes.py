"""The basic shapes of SVG → paths (SVG 2, chapter 10); one without a size draws nothing."""

from collections.abc import Callable

from speelveld.geometry import NO_PATH, Matrix, Path, Point, Rect, ellipse, rounded
from speelveld.svgxml import Element, SvgError
from speelveld.typeset.svglength import NUMBER, Ruler, checked
from speelveld.typeset.svgpath import parse_path
from speelveld.typeset.svgstyle import Look


def path_of(element: Element, look: Look, ruler: Ruler) -> Path:
    """Return the path of a shape in its own coordinates."""
    return SHAPES[element.name](element, look, ruler)


def _path(element: Element, look: Look, _: Ruler) -> Path:
    if "d" in look and look["d"] != "none":
        raise SvgError("de SVG zet een vorm in de stijl ('d'), en dat kan hier niet")
    text = element.attributes.get("d", "").strip()
    return NO_PATH if "d" in look or text == "none" else parse_path(text)


def _rect(_: Element, look: Look, ruler: Ruler) -> Path:
    x, y = ruler.across(look.get("x", "0")), ruler.down(look.get("y", "0"))
    width, height = _size(look, "width", ruler.across), _size(look, "height", ruler.down)
    if width <= 0 or height <= 0:
        return NO_PATH
    rx, ry = _radii(look, ruler)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return rounded(Rect(x, y, width, height), 0.0)
    if rx == ry:
        return rounded(Rect(x, y, width, height), rx)
    down = ry / rx
    return rounded(Rect(0.0, 0.0, width, height / down), rx).through(Matrix(1.0, 0.0, 0.0, down, x, y))


def _radii(look: Look, ruler: Ruler) -> tuple[float, float]:
    """Return the two radii of a corner; one that is not given is as the other."""
    across, down = look.get("rx", "auto"), look.get("ry", "auto")
    rx = None if across == "auto" else ruler.across(across)
    ry = None if down == "auto" else ruler.down(down)
    # A negative radius is no radius.
    rx, ry = (None if radius is not None and radius < 0 else radius for radius in (rx, ry))
    return (rx if rx is not None else ry or 0.0), (ry if ry is not None else rx or 0.0)


def _circle(_: Element, look: Look, ruler: Ruler) -> Path:
    radius = ruler.along(look.get("r", "0"))
    return _round(look, ruler, radius, radius)


def _ellipse(_: Element, look: Look, ruler: Ruler) -> Path:
    return _round(look, ruler, *_radii(look, ruler))


def _round(look: Look, ruler: Ruler, rx: float, ry: float) -> Path:
    if rx <= 0 or ry <= 0:
        return NO_PATH
    return ellipse(Point(ruler.across(look.get("cx", "0")), ruler.down(look.get("cy", "0"))), rx, ry)


def _line(element: Element, _: Look, ruler: Ruler) -> Path:
    get = element.attributes.get
    start = Point(ruler.across(get("x1") or "0"), ruler.down(get("y1") or "0"))
    return Path.line(start, Point(ruler.across(get("x2") or "0"), ruler.down(get("y2") or "0")))


def _corners(element: Element, _: Look, __: Ruler) -> Path:
    values = [checked(float(number)) for number in NUMBER.findall(element.attributes.get("points", ""))]
    corners = list(map(Point, values[::2], values[1::2]))
    return Path.closed(corners) if element.name == "polygon" else Path.open(corners)


def _size(look: Look, name: str, length: Callable[[str], float]) -> float:
    text = look.get(name, "auto")
    return 0.0 if text == "auto" else length(text)


SHAPES: dict[str, Callable[[Element, Look, Ruler], Path]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _corners,
    "polygon": _corners,
}
