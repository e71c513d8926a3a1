"""One small shape, repeated over a box, as a single path."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import floor

from speelveld.geometry import Path, Point, Rect, Size, ellipse, rounded


def _polygon(*corners: tuple[float, float]) -> Callable[[float], Path]:
    return lambda size: Path.closed(Point(x * size, y * size) for x, y in corners)


SHAPES: Mapping[str, Callable[[float], Path]] = {
    "circle": lambda size: ellipse(Point(size / 2, size / 2), size / 2, size / 2),
    "square": lambda size: rounded(Rect(0.0, 0.0, size, size), size * 0.22),
    "arrow": _polygon((0, 0), (0.64, 0), (1, 0.5), (0.64, 1), (0, 1)),
    "diamond": _polygon((0.5, -0.06), (1.06, 0.5), (0.5, 1.06), (-0.06, 0.5)),
    "hexagon": _polygon((0.5, 0), (0.97, 0.25), (0.97, 0.75), (0.5, 1), (0.03, 0.75), (0.03, 0.25)),
}
"""The shapes of the kinds of cards, by their name, in a square of one size."""

# How large a shape is for the distance to the next one.
_SHARE = 0.5


@lru_cache(maxsize=64)
def draw_pattern(shape: str, pitch: float, size: Size) -> Path:
    """Return the shape again and again, `pitch` points apart, every other row shifted by half; none is cut off.

    Raises:
        KeyError: there is no shape with that name.
    """
    one = SHAPES[shape](pitch * _SHARE)
    box = one.bounds
    across = max(1, floor((size.width - box.width) / pitch) + 1)
    down = max(1, floor((size.height - box.height) / pitch) + 1)
    left = (size.width - (across - 1) * pitch - box.width) / 2 - box.x
    top = (size.height - (down - 1) * pitch - box.height) / 2 - box.y
    steps, points = [], list[Point]()
    for row in range(down):
        shifted = row % 2
        for column in range(across - shifted):
            dx, dy = left + (column + shifted / 2) * pitch, top + row * pitch
            steps.append(one.steps)
            points += [Point(round(x + dx, 2), round(y + dy, 2)) for x, y in one.points]
    return Path("".join(steps), tuple(points))
