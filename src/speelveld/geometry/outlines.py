"""The outlines of round boxes and ellipses, in Bézier curves."""

from functools import lru_cache

from speelveld.geometry.boxes import Rect
from speelveld.geometry.path import Path
from speelveld.geometry.point import Point

# A quarter circle as one Bézier curve: 4/3 · tan(π/8).
KAPPA = 0.5522847498

# Cards of one kind draw the same shapes at the same places: these are worked out once, and shared by all frames.
_shared = lru_cache(maxsize=4096)


@_shared
def rounded(box: Rect, radius: float) -> Path:
    """Return the sides of `box` with round corners; a radius that is too large becomes half its shorter side."""
    if radius <= 0:
        return Path.outline(box)
    radius = min(radius, box.width / 2, box.height / 2)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    k = radius * (1 - KAPPA)
    points = (
        Point(x + radius, y),
        Point(right - radius, y),
        *(Point(right - k, y), Point(right, y + k), Point(right, y + radius)),
        Point(right, bottom - radius),
        *(Point(right, bottom - k), Point(right - k, bottom), Point(right - radius, bottom)),
        Point(x + radius, bottom),
        *(Point(x + k, bottom), Point(x, bottom - k), Point(x, bottom - radius)),
        Point(x, y + radius),
        *(Point(x, y + k), Point(x + k, y), Point(x + radius, y)),
    )
    return Path("mlclclclch", points)


@_shared
def ellipse(middle: Point, rx: float, ry: float) -> Path:
    """Return the ellipse round `middle` with these radii."""
    x, y = middle
    kx, ky = rx * KAPPA, ry * KAPPA
    points = (
        Point(x + rx, y),
        *(Point(x + rx, y + ky), Point(x + kx, y + ry), Point(x, y + ry)),
        *(Point(x - kx, y + ry), Point(x - rx, y + ky), Point(x - rx, y)),
        *(Point(x - rx, y - ky), Point(x - kx, y - ry), Point(x, y - ry)),
        *(Point(x + kx, y - ry), Point(x + rx, y - ky), Point(x + rx, y)),
    )
    return Path("mcccch", points)
