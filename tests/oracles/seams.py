"""Where a board in tiles is glued, and what its seams run through: read from the two PDFs; nothing of ours.

Places are millimetres from the top left of the whole board.
"""

from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_float
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from pypdfium2 import raw

from tests.oracles.boxes import Box
from tests.oracles.places import MM, rectangles, rounds
from tests.oracles.sheet_words import letters

# A cut mark: a line of 0.2 mm, 2 to 3 mm long and in one go; what is dashed is a guide.
_LINE, _SHORTEST, _LONGEST = (0.15, 0.25), 1.9, 3.1
# A field is no larger than the place of the largest card, and no smaller than a thumb; a stroke lies on its edge.
_LEAST, _MOST = 12.0, 150.0
_INSIDE = 0.1
_SAME, _APART = 0.01, 100.0


@dataclass(frozen=True)
class Seams:
    """Where the seams run down, at these xs, and across, at these ys."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def cut(self, boxes: Iterable[Box]) -> list[Box]:
        """Return the boxes that a seam runs through."""
        return [
            box
            for box in boxes
            if any(box.left + _INSIDE < x < box.right - _INSIDE for x in self.xs)
            or any(box.top + _INSIDE < y < box.bottom - _INSIDE for y in self.ys)
        ]


def seams(tiles: bytes) -> Seams:
    """Return where the tiles are cut, in the board that each of them shows a part of."""
    xs: set[float] = set()
    ys: set[float] = set()
    with pypdfium2.PdfDocument(BytesIO(tiles)) as document:
        for page in document:
            objects = [raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page))]
            # The board lies below its marks; what is moved is where it begins.
            board = next(item for item in objects if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM)
            at = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(board, byref(at))
            lines = list(_lines(objects))
            xs |= {
                round((x - at.e) / MM, 2) for x in _pairs([(x1, y1) for x1, y1, x2, _ in lines if abs(x1 - x2) < _SAME])
            }
            ys |= {
                round((at.f - y) / MM, 2) for y in _pairs([(y1, x1) for x1, y1, _, y2 in lines if abs(y1 - y2) < _SAME])
            }
    return Seams(tuple(sorted(xs)), tuple(sorted(ys)))


def words(board: bytes) -> list[Box]:
    """Return the box around the ink of every word."""
    found: list[Box] = []
    word: list[Box] = []
    baseline = 0.0
    for letter in letters(board, 0):
        if word and (letter.text == " " or letter.baseline != baseline):
            found.append(_around(word))
            word = []
        if letter.text != " ":
            word.append(letter.box)
            baseline = letter.baseline
    return [*found, _around(word)] if word else found


def fields(board: bytes) -> list[Box]:
    """Return the spaces, places, cells and stations: rectangles and circles that lie in no other."""
    drawn = [
        box
        for box in (*rectangles(board), *rounds(board))
        if min(box.width, box.height) >= _LEAST and max(box.width, box.height) <= _MOST
    ]
    found: list[Box] = []
    for box in sorted(drawn, key=lambda one: -one.width * one.height):
        if not any(other.inset(-_INSIDE).holds(box) for other in found):
            found.append(box)
    return found


def _pairs(lines: Sequence[tuple[float, float]]) -> Iterator[float]:
    """Yield where two lines lie in each other's way on either side of a sheet: ticks of a ruler do not."""
    for place, along in lines:
        if any(abs(place - other) < _SAME and abs(along - far) > _APART * MM for other, far in lines):
            yield place


def _lines(objects: Sequence[object]) -> Iterator[tuple[float, float, float, float]]:
    """Yield lines as thin and as long as cut marks, in points from the lower left of the page."""
    for item in objects:
        wide, own = c_float(), raw.FS_MATRIX()
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH or raw.FPDFPath_CountSegments(item) != 2:
            continue
        raw.FPDFPageObj_GetStrokeWidth(item, byref(wide))
        if not _LINE[0] < wide.value / MM < _LINE[1] or raw.FPDFPageObj_GetDashCount(item) > 0:
            continue
        raw.FPDFPageObj_GetMatrix(item, byref(own))
        ends: list[float] = []
        for at in range(2):
            x, y = c_float(), c_float()
            raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(item, at), byref(x), byref(y))
            ends += [own.a * x.value + own.c * y.value + own.e, own.b * x.value + own.d * y.value + own.f]
        x1, y1, x2, y2 = ends
        if _SHORTEST <= (abs(x2 - x1) + abs(y2 - y1)) / MM <= _LONGEST:
            yield x1, y1, x2, y2


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
