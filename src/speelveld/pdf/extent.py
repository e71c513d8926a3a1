"""How far a drawing reaches: the box around items, for who asks where a figure is."""

from collections.abc import Iterable, Iterator

from speelveld.geometry import Edges, Matrix, Rect
from speelveld.typeset import Group, Inset, Item, Picture, Shade, Shape, TextRun

# How far a text is taken to reach, in em: what a reader is told of a figure is a round box that holds its letters.
_ASCENT, _DESCENT = 0.8, 0.25


def extent(items: Iterable[Item], matrix: Matrix) -> Rect | None:
    """Return the box around where `matrix` puts `items`; None if nothing is drawn."""
    boxes = list(_boxes(items))
    if not boxes:
        return None
    if matrix.straight:
        return matrix.around(Rect.around(boxes))
    return Rect.around(matrix.around(box) for box in boxes)


def _boxes(items: Iterable[Item]) -> Iterator[Rect]:
    for item in items:
        match item:
            case TextRun():
                above = _ASCENT * item.size
                yield Rect(item.x, item.baseline - above, item.width, above + _DESCENT * item.size)
            case Picture() | Inset():
                yield item.box
            case Shape() if item.path and (item.fill or item.stroke):
                yield _around(item)
            case Shade():
                yield _around(item.outline)
            case Group():
                yield from _of_group(item)


def _of_group(group: Group) -> Iterator[Rect]:
    """Yield the boxes of a group where its matrix puts them, each no larger than what the group is cut off at."""
    for found in _boxes(group.items):
        box = found
        for outline in group.clip:
            box = box.shared(outline.path.bounds) if outline.path else box.shared(Rect(box.x, box.y, 0.0, 0.0))
        yield group.matrix.around(box) if group.matrix else box


def _around(shape: Shape) -> Rect:
    half = shape.line / 2 if shape.stroke else 0.0
    if shape.ends and not shape.ends.join:
        # A sharp corner reaches farther than half a line.
        half *= shape.ends.miter
    return shape.path.bounds.inset(Edges.all(-half))
