"""All that is drawn on a frame, each thing with what puts it in its place."""

from collections.abc import Iterator

from speelveld.geometry import HERE, Matrix
from speelveld.typeset import Group, Shape, TextRun


def flat(items: object, matrix: Matrix = HERE) -> Iterator[tuple[Shape | TextRun, Matrix]]:
    for item in items:  # type: ignore[attr-defined]
        if isinstance(item, Shape | TextRun):
            yield item, matrix
        elif isinstance(item, Group):
            yield from flat(item.items, item.matrix.before(matrix) if item.matrix else matrix)
