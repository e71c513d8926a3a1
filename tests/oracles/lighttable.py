"""A printer that prints backs beside their fronts, and a person who holds its sheets to the light; nothing of ours.

Everything is in pixels of a tenth of a millimetre, so that a tenth is the least this can see.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pypdfium2
from PIL import Image, ImageOps

from tests.oracles.boxes import Box
from tests.oracles.inkspots import colored, darker, weighed

PER_MM = 10
_DPI = 25.4 * PER_MM
_INK = 128
_NUMBER = re.compile(r"0|[+−]\d(?:,5)?")


@dataclass(frozen=True)
class Printer:
    """Prints lengths `scale` times as long about the middle, and backs `right` and `down` mm off on their own page.

    It turns the paper over its long or its short edge.
    """

    over_long_edge: bool = True
    right: float = 0.0
    down: float = 0.0
    scale: tuple[float, float] = (1.0, 1.0)

    def front(self, pdf: bytes, number: int = 0) -> Image.Image:
        """Return a front as it comes out."""
        return self._printed(page(pdf, number), 0.0, 0.0)

    def behind(self, pdf: bytes, number: int = 1) -> Image.Image:
        """Return a back as it comes out, in greys, seen through the front."""
        back = self._printed(page(pdf, number).convert("L"), self.right, self.down)
        return ImageOps.mirror(back) if self.over_long_edge else ImageOps.flip(back)

    def _printed(self, image: Image.Image, right: float, down: float) -> Image.Image:
        if (right, down, self.scale) == (0.0, 0.0, (1.0, 1.0)):
            return image
        (wide, tall), (across, up) = image.size, self.scale
        # From where on the page each point of the paper comes.
        from_x = wide / 2 - (wide / 2 + right * PER_MM) / across
        from_y = tall / 2 - (tall / 2 + down * PER_MM) / up
        matrix = (1 / across, 0.0, from_x, 0.0, 1 / up, from_y)
        return image.transform(image.size, Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR, fillcolor="white")


@lru_cache(maxsize=16)
def page(pdf: bytes, number: int) -> Image.Image:
    """Return a page in colour."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        # A hair smaller: pdfium rounds up, and a back that is a pixel larger lies a pixel off.
        return document[number].render(scale=_DPI / 72 * (1 - 1e-6), rev_byteorder=True).to_pil().convert("RGB")


def cut(image: Image.Image, box: Box) -> Image.Image:
    """Return a piece of a sheet."""
    return image.crop(tuple(round(side * PER_MM) for side in (box.left, box.top, box.right, box.bottom)))


def ink(image: Image.Image, color: str | None = None) -> Box | None:
    """Return the box around all ink, or around that of about `color`."""
    dots = darker(image, _INK) if color is None else colored(image, color, 7)
    return None if dots is None else Box(*(side / PER_MM for side in dots))


def centre(image: Image.Image) -> tuple[float, float]:
    """Return the middle of all ink, far more exactly than to the pixel, in millimetres."""
    x, y = weighed(image.convert("L"))
    return x / PER_MM, y / PER_MM


def words(pdf: bytes, number: int = 0) -> Iterator[tuple[str, Box]]:
    """Yield every word on a page with the box around its letters."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        found = document[number]
        tall = found.get_height()
        text = found.get_textpage()
        word, sides = "", []
        for index in range(text.count_chars()):
            letter = text.get_text_range(index, 1)
            if letter.strip():
                word += letter
                sides.append(text.get_charbox(index))
            if word and (not letter.strip() or index == text.count_chars() - 1):
                lefts, bottoms, rights, tops = zip(*sides, strict=True)
                mm = 25.4 / 72
                yield word, Box(min(lefts) * mm, (tall - max(tops)) * mm, max(rights) * mm, (tall - min(bottoms)) * mm)
                word, sides = "", []


def read(pdf: bytes, printer: Printer) -> tuple[str, str]:
    """Return the numbers for x and y where the line of the front runs on in that of the back."""
    front, behind = printer.front(pdf).convert("L"), printer.behind(pdf)
    numbers = [(word, box) for word, box in words(pdf) if _NUMBER.fullmatch(word)]
    level = _best(_lined_up(numbers, across=True), front, behind)
    turned = [(word, box.turned) for word, box in _lined_up(numbers, across=False)]
    swap = Image.Transpose.TRANSPOSE
    return level, _best(turned, front.transpose(swap), behind.transpose(swap))


def _lined_up(numbers: list[tuple[str, Box]], *, across: bool) -> list[tuple[str, Box]]:
    """Return the numbers that stand in a row of at least ten, or in a column that ends at the same place."""
    groups: dict[int, list[tuple[str, Box]]] = defaultdict(list)
    for word, box in numbers:
        groups[round((box.bottom if across else box.right) / 2)].append((word, box))
    found = [number for group in groups.values() if len(group) >= 10 for number in group]
    assert len(found) == 21, "two scales, of whole and of half millimetres"
    return found


def _best(numbers: list[tuple[str, Box]], front: Image.Image, behind: Image.Image) -> str:
    """Return the number under which the two lines are nearest to each other; lines run downwards here."""
    nearest: dict[str, float] = {}
    for number, box in numbers:
        middle = (box.left + box.right) / 2
        line = ink(cut(front, Box(middle - 1.5, box.bottom + 0.3, middle + 1.5, box.bottom + 6)))
        assert line is not None
        x = middle - 1.5 + (line.left + line.right) / 2
        top = box.bottom + 0.3 + line.top
        # There the line of the back runs, wherever between 5 mm too high and 5 mm too low the back lies.
        piece = cut(behind, Box(x - 6, top + 10.3, x + 6, top + 11.7))
        inked = [column for column in range(piece.width) if piece.getpixel((column, piece.height // 2)) < _INK]
        lines = [column / PER_MM - 6 for column in inked]
        if lines:
            nearest[number] = min(abs(_centre(lines, start)) for start in lines)
    return min(nearest, key=lambda number: nearest[number])


def _centre(lines: list[float], start: float) -> float:
    near = [column for column in lines if abs(column - start) < 0.6]
    return sum(near) / len(near) + 0.5 / PER_MM
