"""A frame → what on it should not be cut where a seam can run elsewhere: its words, fields, signs and drawings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from speelveld.geometry import Edges, Matrix, Path, Point, Rect
from speelveld.sheet.seams import Whole
from speelveld.typeset import Frame, Group, Inset, Item, Metrics, Picture, Shade, Shape, TextRun, ink_of
from speelveld.units import mm

# Of every kind as many as a designer would give for one of the kind before it.
WORD, FIELD, SIGN, LINE, PART = 100, 40, 15, 8, 1
"""What it costs to cut a word, a field or a picture, a sign, a line between two words, and a part of a drawing."""
GROUND = mm(150)
"""What is longer is a ground: the largest card has a place of 136 mm."""
_FIELD = mm(12)
_BAND = mm(5)
"""A line as wide is a road, and what is as narrow and open is a rule."""
_DOT, _RULE = mm(1), mm(2)
_SAME = 0.01


@dataclass(slots=True)
class _Found:
    metrics: Metrics
    words: list[Whole] = field(default_factory=list)
    boxes: list[Rect] = field(default_factory=list)
    parts: list[Whole] = field(default_factory=list)


def wholes(frame: Frame, art: Rect, metrics: Metrics) -> list[Whole]:
    """Return what is drawn on `frame` and should stay whole, in points from the top left of `art`.

    A large ground may be cut, and what is drawn in one go over a long stretch, such as a street, is of many parts. What
    lies within a field or a sign is cut only with it, and does not count again.
    """
    found = _Found(metrics)
    _look(frame.items, Matrix.moving(-art.x, -art.y), found)
    return [*found.words, *_fields(found), *found.parts]


def _look(items: Iterable[Item], matrix: Matrix, found: _Found) -> None:
    for item in items:
        match item:
            case Group():
                _look(item.items, item.matrix.before(matrix) if item.matrix else matrix, found)
            case TextRun():
                found.words += _words(item, matrix, found.metrics)
            case Shape() if item.path:
                _shape(item, matrix, found)
            case Shade() if item.outline.path:
                _shape(item.outline, matrix, found)
            case Picture() | Inset():
                found.boxes.append(matrix.around(item.box))


def _words(run: TextRun, matrix: Matrix, metrics: Metrics) -> Iterator[Whole]:
    """Yield each word of a run, and the line that they make together."""
    line, x = ink_of(run, metrics), run.x
    space = metrics.measure(" ", run.face).width * run.size
    for word in run.text.split(" "):
        wide = metrics.measure(word, run.face).width * run.size if word else 0.0
        if word:
            yield Whole(matrix.around(Rect(x, line.y, wide, line.height)), WORD)
        x += wide + space
    if " " in run.text.strip():
        yield Whole(matrix.around(line), LINE)


def _shape(shape: Shape, matrix: Matrix, found: _Found) -> None:
    line = shape.line / 2 if shape.stroke else 0.0
    if shape.fill is None and shape.line > _BAND:
        return
    pieces = list(_pieces(shape.path))
    boxes = [matrix.around(piece.inset(Edges.all(-line))) for piece in pieces]
    whole = Rect.around(boxes)
    if max(whole.width, whole.height) <= GROUND:
        found.boxes.append(whole)
    elif len(boxes) > 1:
        found.parts += [Whole(box, PART) for box in boxes if max(box.width, box.height) <= GROUND]


def _pieces(path: Path) -> Iterator[Rect]:
    """Yield the box around each line or outline that a path is made of."""
    if path.steps.count("m") == 1:
        yield path.bounds
        return
    points: list[Point] = []
    for step, own in path:
        if step == "m" and points:
            yield _around(points)
            points = []
        points += own
    yield _around(points)


def _around(points: list[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect.spanning(min(xs), min(ys), max(xs), max(ys))


def _fields(found: _Found) -> Iterator[Whole]:
    """Yield the shapes and pictures that lie in no other."""
    outer: list[tuple[float, float, float, float]] = []
    for box in sorted(found.boxes, key=lambda box: -box.width * box.height):
        small, large = sorted((box.width, box.height))
        x, y, right, bottom = box.x + _SAME, box.y + _SAME, box.right - _SAME, box.bottom - _SAME
        within = any(one[0] <= x and one[1] <= y and right <= one[2] and bottom <= one[3] for one in outer)
        if large >= _DOT and (small >= _RULE or large <= _FIELD) and not within:
            outer.append((box.x, box.y, box.right, box.bottom))
            yield Whole(box, FIELD if small >= _FIELD else SIGN)
