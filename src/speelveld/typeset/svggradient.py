"""A `<linearGradient>` or `<radialGradient>` → a gradient where a shape shows it (SVG 2, chapter 14)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from speelveld.colors import Color
from speelveld.geometry import Matrix, Point, Rect, Size
from speelveld.svgxml import Element, SvgError
from speelveld.typeset.gradient import Circle, Gradient, Stop
from speelveld.typeset.svgcolor import color_of
from speelveld.typeset.svglength import Ruler, share
from speelveld.typeset.svgstyle import Look, Styles
from speelveld.typeset.svgtransform import transform_of

KINDS = frozenset({"linearGradient", "radialGradient"})
_UNIT = Size(1.0, 1.0)
_LONGEST_CHAIN = 20
# A gradient that repeats is written out as often as it is seen.
# So much of its own length a gradient is made longer where its first or last colour does not last: programs that draw
# PDF look at some 256 places of it.
_EDGE = 0.02
_MOST_TIMES, _MOST_STOPS = 100, 2000


@dataclass(frozen=True, slots=True)
class Seen:
    """The shape that shows a gradient: the box around it, which per cents may be of, and how far it is painted."""

    box: Rect
    painted: Rect
    ruler: Ruler


def gradient_of(
    element: Element, ids: Mapping[str, Element], styles: Styles, seen: Seen
) -> Gradient | tuple[Color, float] | None:
    """Return the gradient in the coordinates of the shape; one colour with its opacity, or nothing, if that is all."""
    chain = list(_chain(element, ids))
    facts: dict[str, str] = {}
    for one in reversed(chain):
        facts.update(one.attributes)
    stops = next((found for one in chain if (found := _stops(one, styles))), [])
    if not stops:
        return None
    if len(stops) == 1:
        return stops[-1].color, stops[-1].opacity
    in_box = facts.get("gradientUnits", "objectBoundingBox") != "userSpaceOnUse"
    if in_box and (seen.box.width <= 0 or seen.box.height <= 0):
        return None
    ruler = Ruler(_UNIT) if in_box else seen.ruler
    place = _line(facts, ruler) if element.name == "linearGradient" else _circle(facts, ruler)
    if place is None:
        return stops[-1].color, stops[-1].opacity
    made = replace(place, stops=tuple(stops)).through(transform_of(facts.get("gradientTransform", ""), ruler))
    if in_box:
        box = seen.box
        made = made.through(Matrix(box.width, 0.0, 0.0, box.height, box.x, box.y))
    matrix = made.matrix
    if not abs(matrix.a * matrix.d - matrix.b * matrix.c) > 1e-18:
        return None
    return _spread(made, facts.get("spreadMethod", "pad"), seen.painted)


def _chain(element: Element, ids: Mapping[str, Element]) -> Iterator[Element]:
    """Yield a gradient, the one it refers to, and so on."""
    known: list[Element] = []
    found: Element | None = element
    while found is not None and found not in known and len(known) < _LONGEST_CHAIN:
        yield found
        known.append(found)
        link = found.attributes.get("href", "").strip()
        found = ids.get(link[1:]) if link.startswith("#") else None
        if found is not None and found.name not in KINDS:
            found = None


def _stops(element: Element, styles: Styles) -> list[Stop]:
    found: list[Stop] = []
    around = _look_of(element, styles)
    last = 0.0
    for child in element.children:
        if child.name != "stop":
            continue
        look = styles.look(child, around)
        text = look.get("stop-color", "black")
        color = color_of(look.get("color", "black") if text.lower() == "currentcolor" else text)
        clear = color is None
        if color is None:
            color = color_of("black")
        assert color is not None
        opacity = 0.0 if clear else color[1] * share(look.get("stop-opacity", "1"))
        # Each is at or after the one before it.
        last = max(last, share(child.attributes.get("offset") or "0"))
        found.append(Stop(last, color[0], opacity))
    return found


def _look_of(element: Element, styles: Styles) -> Look:
    chain: list[Element] = []
    one: Element | None = element
    while one is not None:
        chain.append(one)
        one = one.parent
    look: Look = {}
    for one in reversed(chain):
        look = styles.look(one, look)
    return look


def _line(facts: Mapping[str, str], ruler: Ruler) -> Gradient | None:
    x1, y1 = ruler.across(facts.get("x1") or "0%"), ruler.down(facts.get("y1") or "0%")
    x2, y2 = ruler.across(facts.get("x2") or "100%"), ruler.down(facts.get("y2") or "0%")
    wide, high = x2 - x1, y2 - y1
    if not wide and not high:
        return None
    # On a line of one unit: what turns and stretches it is the matrix.
    matrix = Matrix(wide, high, -high, wide, x1, y1)
    return Gradient((), Circle(Point(0.0, 0.0)), Circle(Point(1.0, 0.0)), radial=False, matrix=matrix)


def _circle(facts: Mapping[str, str], ruler: Ruler) -> Gradient | None:
    cx, cy = ruler.across(facts.get("cx") or "50%"), ruler.down(facts.get("cy") or "50%")
    radius = ruler.along(facts.get("r") or "50%")
    if radius <= 0:
        return None
    fx = ruler.across(facts["fx"]) if facts.get("fx") else cx
    fy = ruler.down(facts["fy"]) if facts.get("fy") else cy
    start = Circle(Point((fx - cx) / radius, (fy - cy) / radius), ruler.along(facts.get("fr") or "0") / radius)
    reach = math.hypot(*start.middle)
    if start.radius >= 1:
        raise SvgError("de SVG gebruikt een kleurverloop met een te grote binnenste cirkel, en dat kan hier niet")
    if reach + start.radius > 0.999:
        # The focus is kept inside the circle (SVG 1.1, 13.2.3); on its edge there would be a cone.
        if reach > 1.001 and start.radius:
            raise SvgError("de SVG gebruikt een kleurverloop met een brandpunt buiten de cirkel, en dat kan hier niet")
        keep = (0.999 - start.radius) / reach
        start = replace(start, middle=Point(start.middle.x * keep, start.middle.y * keep))
    end = Circle(Point(0.0, 0.0), 1.0)
    return Gradient((), start, end, radial=True, matrix=Matrix(radius, 0.0, 0.0, radius, cx, cy))


def _spread(gradient: Gradient, how: str, painted: Rect) -> Gradient:
    """Return a gradient that repeats written out over all that is painted."""
    if how not in ("reflect", "repeat"):
        return _with_edges(gradient)
    box = gradient.matrix.inverse.around(painted)
    if gradient.radial:
        first, last = 0, _rounds(gradient, box)
    else:
        first, last = math.floor(box.x), math.ceil(box.right)
    if last - first > _MOST_TIMES or (last - first) * len(gradient.stops) > _MOST_STOPS:
        raise SvgError("de SVG herhaalt een kleurverloop te vaak")
    span = max(1, last - first)
    stops = tuple(
        replace(stop, at=(turn - first + stop.at) / span)
        for turn in range(first, first + span)
        for stop in _turned(gradient.stops, back=how == "reflect" and turn % 2 == 1)
    )
    start, end = gradient.start, gradient.end
    return replace(gradient, stops=stops, start=_between(start, end, first), end=_between(start, end, first + span))


def _with_edges(gradient: Gradient) -> Gradient:
    """Return a gradient in which what lies before and after it has the colour of its very first and very last stop.

    Of more stops at its start only the last counts within it, and only the first before it; so at its end.
    """
    stops = gradient.stops
    # Within the first circle of a radial one there is nothing.
    before = _EDGE if stops[1].at == 0 and not gradient.radial else 0.0
    after = _EDGE if stops[-2].at == 1 else 0.0
    if not before and not after:
        return gradient
    whole = 1 + before + after
    moved = [replace(stop, at=(stop.at + before) / whole) for stop in stops]
    start, end = gradient.start, gradient.end
    return replace(
        gradient, stops=tuple(moved), start=_between(start, end, -before), end=_between(start, end, 1 + after)
    )


def _turned(stops: Sequence[Stop], *, back: bool) -> list[Stop]:
    # Before its first stop a gradient has that colour, and so at the start of each turn.
    whole = [replace(stops[0], at=0.0), *stops, replace(stops[-1], at=1.0)]
    return [replace(stop, at=1 - stop.at) for stop in reversed(whole)] if back else whole


def _rounds(gradient: Gradient, box: Rect) -> int:
    """Return how often the circles go on until one holds all of `box`."""
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    for count in range(1, _MOST_TIMES + 2):
        circle = _between(gradient.start, gradient.end, count)
        if all(math.hypot(x - circle.middle.x, y - circle.middle.y) <= circle.radius for x, y in corners):
            return count
    return _MOST_TIMES + 1


def _between(start: Circle, end: Circle, at: float) -> Circle:
    middle = Point(
        start.middle.x + at * (end.middle.x - start.middle.x), start.middle.y + at * (end.middle.y - start.middle.y)
    )
    return Circle(middle, start.radius + at * (end.radius - start.radius))
