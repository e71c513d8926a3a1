"""How far paths really reach: the tight box around them, and around a line along them."""

import math
from collections.abc import Iterable, Iterator

from speelveld.geometry.boxes import Edges, Rect
from speelveld.geometry.path import Path
from speelveld.geometry.point import Point


def tight_bounds(paths: Iterable[Path]) -> Rect | None:
    """Return the smallest upright box around `paths`, handles of curves not counted; None if they have no points."""
    xs: list[float] = []
    ys: list[float] = []
    for path in paths:
        here = start = Point(0.0, 0.0)
        for step, points in path:
            if step == "h":
                here = start
                continue
            if step == "c":
                xs += _extremes(here.x, points[0].x, points[1].x, points[2].x)
                ys += _extremes(here.y, points[0].y, points[1].y, points[2].y)
            here = points[-1]
            xs.append(here.x)
            ys.append(here.y)
            if step == "m":
                start = here
    return Rect.spanning(min(xs), min(ys), max(xs), max(ys)) if xs else None


def is_flat(path: Path) -> bool:
    """Tell whether all points of a path lie on one line, so that it has no area."""
    start = path.points[0]
    far = max(path.points, key=lambda point: math.hypot(point.x - start.x, point.y - start.y))
    along, down = far.x - start.x, far.y - start.y
    slack = 1e-9 * (along * along + down * down)
    return all(abs(along * (point.y - start.y) - down * (point.x - start.x)) <= slack for point in path.points)


def line_bounds(path: Path, line: float, *, miter: float = 1.0) -> Rect:
    """Return a box around a line of this width along `path`; a sharp corner may reach `miter` times as far."""
    # A square end reaches as far as the diagonal of half its width.
    return path.bounds.inset(Edges.all(-line / 2 * max(miter, math.sqrt(2))))


def _extremes(a: float, b: float, c: float, d: float) -> Iterator[float]:
    """Yield where a curve by these four turns back, in one direction."""
    if min(a, d) <= min(b, c) and max(b, c) <= max(a, d):
        return
    # The derivative is a quadratic: p·t² + q·t + r.
    p, q, r = 3 * (d - a) + 9 * (b - c), 6 * (a - 2 * b + c), 3 * (b - a)
    for t in _roots(p, q, r):
        if 0 < t < 1:
            u = 1 - t
            yield u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d


def _roots(p: float, q: float, r: float) -> tuple[float, ...]:
    if abs(p) < 1e-12 * max(abs(q), abs(r), 1e-12):
        return (-r / q,) if q else ()
    inside = q * q - 4 * p * r
    if inside < 0:
        return ()
    root = math.sqrt(inside)
    return (-q + root) / (2 * p), (-q - root) / (2 * p)
