"""Shapes and gradients → elements of SVG."""

from speelveld.scherm.written import color, number, steps, transform
from speelveld.typeset import Ends, Gradient, Shape

_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")
# The limit that PDF has for a sharp corner where nothing is said (ISO 32000-1, 8.4.1); that of SVG is lower.
_USUAL, _ROUND = Ends(0, 0, 10.0), Ends(1, 1, 10.0)


def drawn_shape(shape: Shape, fill: str | None = None, stroke: str | None = None) -> str:
    """Return a shape; `fill` and `stroke` are a paint in place of its own colours. Nothing where nothing shows."""
    fill = fill or (color(shape.fill) if shape.fill else None)
    stroke = stroke or (color(shape.stroke) if shape.stroke else None)
    if not shape.path or (fill is None and stroke is None):
        return ""
    said = [f'<path d="{steps(shape.path)}" fill="{fill or "none"}"']
    if fill and shape.even_odd:
        said.append(' fill-rule="evenodd"')
    if stroke:
        said.append(f' stroke="{stroke}"{_line(shape)}')
    return "".join([*said, "/>"])


def _line(shape: Shape) -> str:
    ends = shape.ends or (_ROUND if shape.round_ends else _USUAL)
    said = f' stroke-width="{number(shape.line)}"'
    if ends.cap:
        said += f' stroke-linecap="{_CAPS[ends.cap]}"'
    said += f' stroke-linejoin="{_JOINS[ends.join]}"' if ends.join else f' stroke-miterlimit="{number(ends.miter)}"'
    if shape.dash:
        said += f' stroke-dasharray="{" ".join(map(number, shape.dash))}"'
        if ends.offset:
            said += f' stroke-dashoffset="{number(ends.offset)}"'
    return said


def drawn_gradient(gradient: Gradient, name: str) -> str:
    """Return a gradient as a paint server, in the coordinates of what it paints."""
    start, end = gradient.start, gradient.end
    if gradient.radial:
        kind = "radialGradient"
        places = {
            "fx": start.middle.x,
            "fy": start.middle.y,
            "fr": start.radius,
            "cx": end.middle.x,
            "cy": end.middle.y,
            "r": end.radius,
        }
    else:
        kind = "linearGradient"
        places = {"x1": start.middle.x, "y1": start.middle.y, "x2": end.middle.x, "y2": end.middle.y}
    where = " ".join(f'{key}="{number(value, 6)}"' for key, value in places.items())
    stops = "".join(
        f'<stop offset="{number(stop.at, 6)}" stop-color="{color(stop.color)}"'
        + (f' stop-opacity="{number(stop.opacity, 4)}"' if stop.opacity < 1 else "")
        + "/>"
        for stop in gradient.stops
    )
    placed = f'gradientUnits="userSpaceOnUse" gradientTransform="{transform(gradient.matrix)}"'
    return f'<{kind} id="{name}" {placed} {where}>{stops}</{kind}>'
