"""A person with a ruler at a printed sheet: where its cut marks, ruler, grounds and figures are; nothing of ours.

Pages are looked at in greys at 600 dots per inch. Places are millimetres from the top left of the paper; a middle is
weighed by darkness, and so is known to a fraction of a dot.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from itertools import pairwise
from math import ceil

import pypdfium2
from PIL import Image, ImageChops, ImageOps

from tests.oracles.boxes import Box
from tests.oracles.inkspots import connected, dark_runs, steps, weighed

DPI = 600
PER_MM = DPI / 25.4
# A cut mark: black, as thin as a hair, and too short to be a line of the art.
_BLACK, _THINNEST, _THICKEST, _SHORTEST, _LONGEST = 60, 0.12, 0.3, 1.9, 6.2
_DASH = 0.9
# Ink is looked for on a page an eighth as large; lines further apart than two of its dots are two lines.
_COARSE = 8
_BAND = 0.15
# A hair smaller: pdfium rounds up, and a back that is a dot larger lies a dot off.
_SCALE = DPI / 72 * (1 - 1e-6)


@dataclass(frozen=True)
class Marks:
    """Where the cut marks at each side of a sheet are along that side, and the white block between them."""

    above: tuple[float, ...]
    below: tuple[float, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    between: Box
    thickest: float

    @property
    def xs(self) -> tuple[float, ...]:
        return tuple((one + two) / 2 for one, two in zip(self.above, self.below, strict=True))

    @property
    def ys(self) -> tuple[float, ...]:
        return tuple((one + two) / 2 for one, two in zip(self.before, self.after, strict=True))

    @property
    def block(self) -> Box:
        """The box around all that is cut out."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def cells(self) -> list[Box]:
        """What the cuts make of the sheet, row by row."""
        return [Box(x1, y1, x2, y2) for y1, y2 in pairwise(self.ys) for x1, x2 in pairwise(self.xs)]

    def off(self, xs: Iterable[float], ys: Iterable[float]) -> float:
        """Return how far the mark that lies furthest off is from where `xs` and `ys` are cut."""
        sides = ((self.above, xs), (self.below, xs), (self.before, ys), (self.after, ys))
        wanted = [(side, list(places)) for side, places in sides]
        return max(abs(mark - place) for side, places in wanted for mark, place in zip(side, places, strict=True))


class Sheet:
    """One side of a sheet."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self.width, self.height = image.width / PER_MM, image.height / PER_MM

    def turned_over(self, *, long_edge: bool) -> "Sheet":
        """Return the sheet as it is seen through its front, once it was turned over an edge."""
        sideways = long_edge == (self.height > self.width)
        return Sheet(ImageOps.mirror(self.image) if sideways else ImageOps.flip(self.image))

    def moved(self, right: float, down: float) -> "Sheet":
        """Return the sheet as a printer prints it that is so far off."""
        return Sheet(ImageChops.offset(self.image, round(right * PER_MM), round(down * PER_MM)))

    def piece(self, box: Box) -> Image.Image:
        sides = (box.left, box.top, box.right, box.bottom)
        return self.image.crop(tuple(round(side * PER_MM) for side in sides))

    @cached_property
    def spots(self) -> list[Box]:
        """Boxes around all ink that hangs together, to some tenths of a millimetre."""
        return [Box(*(side * _COARSE / PER_MM for side in box)) for box in connected(self.image.reduce(_COARSE))]

    def _lines(self, shortest: float, longest: float) -> Iterator[Box]:
        slack = 2 * _COARSE / PER_MM
        for spot in self.spots:
            short, long = sorted((spot.width, spot.height))
            if short <= _THICKEST + slack and shortest <= long <= longest + slack:
                line = self._black(spot)
                if line is not None:
                    thick, length = sorted((line.width, line.height))
                    if _THINNEST <= thick <= _THICKEST and shortest <= length <= longest:
                        yield line

    def _black(self, spot: Box) -> Box | None:
        """Return the box around the black in a spot, with its middle across weighed by darkness."""
        around = spot.inset(-2 / PER_MM)
        left, top = round(around.left * PER_MM), round(around.top * PER_MM)
        piece = self.image.crop((left, top, round(around.right * PER_MM), round(around.bottom * PER_MM)))
        found = piece.point(lambda grey: 255 if grey < _BLACK else 0).getbbox()
        if found is None:
            return None
        x, y = middle(piece)
        wide, high = (found[2] - found[0]) / PER_MM, (found[3] - found[1]) / PER_MM
        x, y = left / PER_MM + x, top / PER_MM + y
        return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    @cached_property
    def marks(self) -> Marks:
        """The cut marks: the short lines that lie outermost on the sheet."""
        lines = list(self._lines(_SHORTEST, _LONGEST))
        upright = [line for line in lines if line.height > line.width]
        level = [line for line in lines if line.height < line.width]
        above = _outermost(upright, lambda line: line.top)
        below = _outermost(upright, lambda line: -line.bottom)
        before = _outermost(level, lambda line: line.left)
        after = _outermost(level, lambda line: -line.right)
        between = Box(
            max((line.right for line in before), default=0.0),
            max((line.bottom for line in above), default=0.0),
            min((line.left for line in after), default=self.width),
            min((line.top for line in below), default=self.height),
        )
        thickest = max((min(line.width, line.height) for line in [*above, *below, *before, *after]), default=0.0)
        xs, ys = (lambda line: line.middle[0]), (lambda line: line.middle[1])
        return Marks(
            tuple(sorted(map(xs, above))),
            tuple(sorted(map(xs, below))),
            tuple(sorted(map(ys, before))),
            tuple(sorted(map(ys, after))),
            between,
            thickest,
        )

    @cached_property
    def dashes(self) -> list[Box]:
        """The short pieces of dashed lines."""
        return list(self._lines(0.3, _DASH))

    @property
    def rulers(self) -> list[float]:
        """How long each ruler is, from its first tick to its last."""
        return [
            length
            for spot in self.spots
            if 90 <= max(spot.width, spot.height) <= 110 and 1.5 <= min(spot.width, spot.height) <= 5
            if (length := self._ticks(spot)) is not None
        ]

    def _ticks(self, spot: Box) -> float | None:
        piece = self.piece(spot.inset(-0.3))
        if spot.height > spot.width:
            piece = piece.transpose(Image.Transpose.TRANSPOSE)
        for row in range(0, piece.height, 4):
            line = piece.crop((0, row, piece.width, row + 1))
            found = dark_runs(line, _BLACK)
            if len(found) == 11:  # a tick for every centimetre
                first, last = found[0], found[-1]
                return (sum(last) - sum(first)) / 2 / PER_MM
        return None

    def edges(self, box: Box, *, across: bool) -> list[float]:
        """Return where one ground changes into another within `box`, on the way right (`across`) or down."""
        piece = self.piece(box)
        size = (piece.width, 1) if across else (1, piece.height)
        profile = piece.resize(size, Image.Resampling.BOX).tobytes()
        start = round((box.left if across else box.top) * PER_MM)
        return [(start + place) / PER_MM for place in steps(profile)]


def middle(piece: Image.Image) -> tuple[float, float]:
    """Return the middle of the ink in a piece, in millimetres from its top left."""
    x, y = weighed(piece)
    return x / PER_MM, y / PER_MM


def _outermost(lines: list[Box], far: Callable[[Box], float]) -> list[Box]:
    edge = min(map(far, lines), default=0.0)
    return [line for line in lines if far(line) - edge < _BAND]


class Document:
    """A PDF whose pages are looked at one by one."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
            self.count = len(document)

    def sheet(self, number: int) -> Sheet:
        """Return page `number`, from 0."""
        with pypdfium2.PdfDocument(BytesIO(self.pdf)) as document:
            return Sheet(document[number].render(scale=_SCALE, grayscale=True).to_pil().copy())

    def piece(self, number: int, box: Box) -> Image.Image:
        """Return a part of a page that is too large to look at as a whole."""
        with pypdfium2.PdfDocument(BytesIO(self.pdf)) as document:
            page = document[number]
            left, top, right, bottom = (round(side * PER_MM) for side in (box.left, box.top, box.right, box.bottom))
            wide, high = ceil(page.get_width() * _SCALE), ceil(page.get_height() * _SCALE)
            # Half a dot less: these are rounded up.
            crop = tuple((side - 0.5) / _SCALE for side in (left, high - bottom, wide - right, top))
            return page.render(scale=_SCALE, grayscale=True, crop=crop).to_pil().copy()


@cache
def marks_and_rulers(pdf: bytes, number: int) -> tuple[Marks, tuple[float, ...]]:
    """Return the cut marks on a page and how long its rulers are; looked at once."""
    sheet = Document(pdf).sheet(number)
    return sheet.marks, tuple(sheet.rulers)
