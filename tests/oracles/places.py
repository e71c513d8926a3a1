"""Where rectangles stand on a page, read from its vectors by another reader; imports nothing of ours.

Places are millimetres from the top left of the page. A rectangle is a closed path of four level and upright sides,
whose corners may be round; how thick its line is does not count.
"""

from collections.abc import Callable, Iterator, Sequence
from ctypes import byref, c_float, c_int
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

import pypdfium2
from pypdfium2 import raw

from tests.oracles.boxes import Box

MM = 72 / 25.4
_SAME = 0.02
_DEEPEST = 8


@dataclass(frozen=True)
class _Matrix:
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, after: "_Matrix") -> "_Matrix":
        (a, b), (c, d), (e, f) = (
            (after.a * x + after.c * y, after.b * x + after.d * y)
            for x, y in ((self.a, self.b), (self.c, self.d), (self.e, self.f))
        )
        return _Matrix(a, b, c, d, e + after.e, f + after.f)


_Sides: TypeAlias = tuple[float, float, float, float]
_Read: TypeAlias = Callable[[object, _Matrix], _Sides | None]


def rectangles(pdf: bytes, number: int = 0) -> list[Box]:
    """Return every rectangle that is drawn on a page, in drawing order."""
    return _drawn(pdf, number, _rectangle)


@dataclass(frozen=True)
class Drawn:
    """A 'line' of one stroke, a 'rectangle' or a 'round', and whether it hides what it lies over."""

    kind: str
    box: Box
    filled: bool


def in_order(pdf: bytes, number: int = 0) -> list[Drawn]:
    """Return the level and upright lines, the rectangles and the circles of a page as they are drawn, first to last."""
    found: list[tuple[str, bool]] = []

    def read(path: object, matrix: _Matrix) -> _Sides | None:
        for kind, one in (("line", _line), ("rectangle", _rectangle), ("round", _round)):
            if sides := one(path, matrix):
                mode, stroke = c_int(), c_int()
                raw.FPDFPath_GetDrawMode(path, byref(mode), byref(stroke))
                found.append((kind, mode.value != raw.FPDF_FILLMODE_NONE))
                return sides
        return None

    return [Drawn(kind, box, filled) for box, (kind, filled) in zip(_drawn(pdf, number, read), found, strict=True)]


def rounds(pdf: bytes, number: int = 0) -> list[Box]:
    """Return the box around every circle that is drawn on a page."""
    return [box for box in _drawn(pdf, number, _round) if abs(box.width - box.height) < _SAME]


def _drawn(pdf: bytes, number: int, read: _Read) -> list[Box]:
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        page = document[number]
        height = page.get_height() / MM
        count = raw.FPDFPage_CountObjects(page)
        objects = [raw.FPDFPage_GetObject(page, at) for at in range(count)]
        return [
            Box(left, height - top, right, height - bottom)
            for left, bottom, right, top in _found(objects, _Matrix(1, 0, 0, 1, 0, 0), 0, read)
        ]


def places(pdf: bytes, card: tuple[float, float], number: int = 0) -> list[Box]:
    """Return the rectangles meant for a card of this size: about as large, and in no other such rectangle."""
    short, long = sorted(card)
    about = [
        box
        for box in rectangles(pdf, number)
        if abs(min(box.width, box.height) - short) <= 8 and abs(max(box.width, box.height) - long) <= 8
    ]
    found: list[Box] = []
    for box in sorted(about, key=lambda one: -one.width * one.height):
        if not any(other.inset(-_SAME).holds(box) for other in found):
            found.append(box)
    return found


def _found(objects: Sequence[object], matrix: _Matrix, depth: int, read: _Read) -> Iterator[_Sides]:
    for item in objects:
        kind = raw.FPDFPageObj_GetType(item)
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(item, byref(own))
        inner = _Matrix(own.a, own.b, own.c, own.d, own.e, own.f).then(matrix)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = raw.FPDFFormObj_CountObjects(item)
            yield from _found([raw.FPDFFormObj_GetObject(item, at) for at in range(count)], inner, depth + 1, read)
        elif kind == raw.FPDF_PAGEOBJ_PATH and (box := read(item, inner)):
            yield box


def _line(path: object, matrix: _Matrix) -> _Sides | None:
    """Return left, bottom, right and top of a level or upright line, in millimetres; None: it is another shape."""
    if raw.FPDFPath_CountSegments(path) != 2:
        return None
    ends: list[tuple[float, float]] = []
    for at in range(2):
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path, at), byref(x), byref(y))
        across, up = matrix.at(x.value, y.value)
        ends.append((across / MM, up / MM))
    (x1, y1), (x2, y2) = ends
    if min(abs(x1 - x2), abs(y1 - y2)) > _SAME:
        return None
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _round(path: object, matrix: _Matrix) -> _Sides | None:
    """Return left, bottom, right and top, in millimetres, of what is drawn with curves alone."""
    points: list[tuple[float, float]] = []
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind != (raw.FPDF_SEGMENT_BEZIERTO if at else raw.FPDF_SEGMENT_MOVETO):
            return None
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        across, up = matrix.at(x.value, y.value)
        points.append((across / MM, up / MM))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys)) if len(points) > 1 else None


def _rectangle(path: object, matrix: _Matrix) -> _Sides | None:
    """Return left, bottom, right and top of a rectangle in millimetres; None: it is another shape."""
    points: list[tuple[float, float]] = []
    level = upright = 0
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        here = tuple(side / MM for side in matrix.at(x.value, y.value))
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            across, down = (abs(one - two) for one, two in zip(here, points[-1], strict=True))
            if min(across, down) > _SAME:
                return None
            level, upright = level + (across > down), upright + (down > across)
        points.append((here[0], here[1]))
    # A side that closes the path is not always written.
    if level + upright < 3 or not (level and upright) or level + upright > 5:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
