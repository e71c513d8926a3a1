"""The shapes of a frame at their places, and the points on a path."""

from collections.abc import Iterable, Iterator

from speelveld.geometry import HERE, Matrix, Path, Rect
from speelveld.typeset import Frame, Group, Item, Shape


def shapes(frame: Frame) -> list[Shape]:
    """Return every shape of a frame, its path where it is on the frame."""
    return list(_shapes(frame.items, HERE))


def _shapes(items: Iterable[Item], matrix: Matrix) -> Iterator[Shape]:
    for item in items:
        if isinstance(item, Group):
            yield from _shapes(item.items, item.matrix.before(matrix) if item.matrix else matrix)
        elif isinstance(item, Shape):
            yield Shape(item.path.through(matrix), item.fill, item.stroke, item.line)


def points(path: Path) -> Iterator[tuple[float, float]]:
    """Yield points on the path itself: handles of curves lie beside it."""
    here = (0.0, 0.0)
    for step, given in path:
        if step == "c":
            for number in range(1, 17):
                t = number / 16
                parts = zip((here, *given), (1, 3, 3, 1), range(4), strict=True)
                weighed = [(point, count * t**at * (1 - t) ** (3 - at)) for point, count, at in parts]
                yield sum(p[0] * w for p, w in weighed), sum(p[1] * w for p, w in weighed)
        elif given:
            yield given[-1]
        here = given[-1] if given else here


def bounds(paths: Iterable[Path]) -> Rect:
    """Return the box around all that is drawn of some paths, without the thickness of lines."""
    xs, ys = zip(*(point for path in paths for point in points(path)), strict=True)
    return Rect.spanning(min(xs), min(ys), max(xs), max(ys))
