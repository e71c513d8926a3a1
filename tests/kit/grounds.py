"""What each text of a frame lies on: the last filled shape drawn before it that holds its middle, or white paper."""

from collections.abc import Iterator
from dataclasses import astuple

from speelveld.colors import Color
from speelveld.geometry import Matrix
from speelveld.typeset.frame import Frame, Group, Item, Shape, TextRun

PAPER = Color("papier", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))
Box = tuple[float, float, float, float]
SAME = Matrix(1, 0, 0, 1, 0, 0)


def on_grounds(frame: Frame) -> Iterator[tuple[TextRun, Color]]:
    """Yield every text that is not blank, with the colour under its middle."""
    drawn: list[tuple[Box, Color]] = []
    for item, matrix in _flat(frame.items, SAME):
        if isinstance(item, Shape) and item.fill is not None:
            drawn.append((_box(item, matrix), item.fill))
        elif isinstance(item, TextRun) and item.text.strip():
            x, y = _at(matrix, item.x + item.width / 2, item.baseline - item.size * 0.25)
            yield item, next((fill for box, fill in reversed(drawn) if _holds(box, x, y)), frame.fill or PAPER)


def _flat(items: tuple[Item, ...], matrix: Matrix) -> Iterator[tuple[Item, Matrix]]:
    for item in items:
        if isinstance(item, Group):
            yield from _flat(item.items, _joined(matrix, item.matrix) if item.matrix else matrix)
        else:
            yield item, matrix


def _joined(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, e, f = astuple(outer)
    g, h, i, j, k, m = astuple(inner)
    return Matrix(a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = astuple(matrix)
    return a * x + c * y + e, b * x + d * y + f


def _box(shape: Shape, matrix: Matrix) -> Box:
    points = [_at(matrix, *points[-1]) for _, points in shape.path if points]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _holds(box: Box, x: float, y: float) -> bool:
    left, top, right, bottom = box
    return left <= x <= right and top <= y <= bottom
