"""How far a drawing reaches: the box around items, for who asks where a figure is."""

from collections.abc import Iterable, Iterator, Sequence

from speelveld.geometry import Rect
from speelveld.pdf.operators import Matrix
from speelveld.typeset import Group, Item, Picture, Shape, TextRun

# From the baseline to the top of the tallest letter and to the bottom of the lowest, in em, rounded up.
_ASCENT, _DESCENT = 0.8, 0.25


def extent(items: Iterable[Item], matrix: Matrix) -> Rect | None:
    """Return the box around where `matrix` puts `items`; None if nothing is drawn."""
    boxes = list(_boxes(items))
    if not boxes:
        return None
    if matrix.upright:
        return matrix.around(_together(boxes))
    return _together([matrix.around(box) for box in boxes])


def _together(boxes: Sequence[Rect]) -> Rect:
    if len(boxes) == 1:
        return boxes[0]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _boxes(items: Iterable[Item]) -> Iterator[Rect]:
    for item in items:
        match item:
            case TextRun():
                above = _ASCENT * item.size
                yield Rect(item.x, item.baseline - above, item.width, above + _DESCENT * item.size)
            case Picture():
                yield item.box
            case Shape() if item.commands and (item.fill or item.stroke):
                yield _around(item)
            case Group():
                own = Matrix(*item.matrix) if item.matrix else None
                yield from (own.around(box) if own else box for box in _boxes(item.items))


def _around(shape: Shape) -> Rect:
    numbers = [part for command in shape.commands for part in command if not isinstance(part, str)]
    xs, ys = numbers[::2], numbers[1::2]
    half = shape.line / 2 if shape.stroke else 0.0
    return Rect(min(xs) - half, min(ys) - half, max(xs) - min(xs) + 2 * half, max(ys) - min(ys) + 2 * half)
