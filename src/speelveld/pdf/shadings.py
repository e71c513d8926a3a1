"""Gradients as PDF writes them (ISO 32000-1, 8.7.4.5): a place, and a function from 0 to 1 that gives colours."""

from collections.abc import Iterator
from itertools import pairwise

from speelveld.pdf.operators import Ink, number
from speelveld.pdf.raw import array, dictionary
from speelveld.typeset import Gradient, Stop

SPACES: dict[Ink, str] = {"rgb": "/DeviceRGB", "cmyk": "/DeviceCMYK", "grey": "/DeviceGray"}
_AXIAL, _RADIAL = 2, 3
# Two stops nearer than this are one edge.
_NEAR = 1e-6


def shading(gradient: Gradient, ink: Ink) -> str:
    """Return the dictionary of a gradient; in grey it tells how opaque it is."""
    start, end = gradient.start, gradient.end
    radii = ([start.radius], [end.radius]) if gradient.radial else ([], [])
    places = [*start.middle, *radii[0], *end.middle, *radii[1]]
    return dictionary(
        {
            "ShadingType": _RADIAL if gradient.radial else _AXIAL,
            "ColorSpace": SPACES[ink],
            "Coords": array(number(place, 6) for place in places),
            "Function": _function(gradient, ink),
            "Extend": "[true true]",
        }
    )


def _function(gradient: Gradient, ink: Ink) -> str:
    spans = list(_spans(gradient))
    parts = [_between(one, other, ink) for one, other in spans]
    if len(parts) == 1:
        return parts[0]
    bounds = array(number(other.at, 6) for _, other in spans[:-1])
    encode = array("0 1" for _ in spans)
    return dictionary(
        {"FunctionType": 3, "Domain": "[0 1]", "Functions": array(parts), "Bounds": bounds, "Encode": encode}
    )


def _spans(gradient: Gradient) -> Iterator[tuple[Stop, Stop]]:
    """Yield each stretch of the line from 0 to 1, by the stops at its ends."""
    first, last = gradient.stops[0], gradient.stops[-1]
    stops = [Stop(0.0, first.color, first.opacity), *gradient.stops, Stop(1.0, last.color, last.opacity)]
    yield from ((one, other) for one, other in pairwise(stops) if other.at - one.at > _NEAR)


def _between(one: Stop, other: Stop, ink: Ink) -> str:
    return dictionary({"FunctionType": 2, "Domain": "[0 1]", "C0": _color(one, ink), "C1": _color(other, ink), "N": 1})


def _color(stop: Stop, ink: Ink) -> str:
    if ink == "grey":
        return array([number(stop.opacity, 4)])
    return array(number(part, 4) for part in (stop.color.rgb if ink == "rgb" else stop.color.cmyk))
