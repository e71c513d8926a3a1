"""Elliptical arcs as SVG writes them → Bézier curves (SVG 2, appendix B.2)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from speelveld.geometry import Point

Curve = tuple[Point, Point, Point]
"""Two handles, and the end."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A stretch of an ellipse: its radii, how it is turned, and which of the four stretches between two points."""

    rx: float
    ry: float
    turn: float
    """In degrees, clockwise."""
    large: bool
    sweep: bool

    def curves(self, start: Point, end: Point) -> Iterator[Curve]:
        """Yield the arc from `start` to another point as curves of at most a quarter turn."""
        (x0, y0), (x, y) = start, end
        rx, ry, turned = self.rx, self.ry, math.radians(self.turn)
        cos, sin = math.cos(turned), math.sin(turned)
        half_x, half_y = (x0 - x) / 2, (y0 - y) / 2
        px, py = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
        grow = (px / rx) ** 2 + (py / ry) ** 2
        if grow > 1:
            rx, ry = rx * math.sqrt(grow), ry * math.sqrt(grow)
        under = (rx * py) ** 2 + (ry * px) ** 2
        factor = math.sqrt(max(0.0, ((rx * ry) ** 2 - under) / under)) if under else 0.0
        if self.large == self.sweep:
            factor = -factor
        cpx, cpy = factor * rx * py / ry, -factor * ry * px / rx
        cx, cy = cos * cpx - sin * cpy + (x0 + x) / 2, sin * cpx + cos * cpy + (y0 + y) / 2
        first = math.atan2((py - cpy) / ry, (px - cpx) / rx)
        delta = self._delta(math.atan2((-py - cpy) / ry, (-px - cpx) / rx) - first)
        count = max(1, math.ceil(abs(delta) / (math.pi / 2) - 1e-9))
        step = delta / count
        reach = 4 / 3 * math.tan(step / 4)
        for index in range(count):
            handles = _on_circle(first + index * step, first + (index + 1) * step, reach)
            one, other, to = (
                Point(cx + cos * rx * ux - sin * ry * uy, cy + sin * rx * ux + cos * ry * uy) for ux, uy in handles
            )
            yield one, other, to

    def _delta(self, angle: float) -> float:
        if self.sweep and angle < 0:
            return angle + 2 * math.pi
        if not self.sweep and angle > 0:
            return angle - 2 * math.pi
        return angle


def _on_circle(a: float, b: float, reach: float) -> Curve:
    """Return the curve from angle `a` to `b` on the circle of radius 1, with handles of length `reach`."""
    return (
        Point(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
        Point(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
        Point(math.cos(b), math.sin(b)),
    )
