"""Letters that lie on a line or on the side of a box, read from the page by another reader; nothing of ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pypdfium2

from tests.oracles.boxes import Box
from tests.oracles.places import in_order
from tests.oracles.sheet_words import letters

# What is smaller is a picture of another page; in points.
READ = 6.0
# A box narrower or lower than this is a line itself, or a dot; in millimetres.
_BOX = 2.0
# How far ink has to lie on both sides of a line to be seen on it.
_OVER = 0.15
# A link is underlined so close below its letters.
_UNDER = 1.6


@dataclass(frozen=True)
class Touch:
    """A stretch of a text, on page `page` from 0, that a line or a side runs through; all in millimetres."""

    page: int
    text: str
    letter: Box
    side: Box


@lru_cache(maxsize=4)
def touching(pdf: bytes) -> list[Touch]:
    """Return every text that crosses a line or the side of a rectangle, once for each side."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        pages = len(document)
    return [touch for page in range(pages) for touch in _on(pdf, page)]


def _on(pdf: bytes, page: int) -> Iterator[Touch]:
    drawn = in_order(pdf, page)
    sides: list[tuple[Box, int, bool]] = []
    for at, one in enumerate(drawn):
        if one.kind == "rectangle" and min(one.box.width, one.box.height) >= _BOX:
            sides += ((side, at, False) for side in _sides(one.box))
        elif one.kind != "round":
            sides.append((one.box, at, one.kind == "line"))
    said = [letter for letter in letters(pdf, page) if letter.size >= READ]
    told: set[tuple[Box, float]] = set()
    for at, letter in enumerate(said):
        if letter.text in " _.…·":
            continue
        for side, after, line in sides:
            if not _crosses(letter.box, side) or (side, letter.baseline) in told:
                continue
            underline = line and side.width > side.height and 0 < side.top - letter.baseline < _UNDER
            if underline or any(one.filled and one.box.inset(-_OVER).holds(letter.box) for one in drawn[after + 1 :]):
                continue
            told.add((side, letter.baseline))
            yield Touch(page, "".join(one.text for one in said[max(0, at - 12) : at + 12]), letter.box, side)


def _sides(box: Box) -> list[Box]:
    return [
        Box(box.left, box.top, box.right, box.top),
        Box(box.left, box.bottom, box.right, box.bottom),
        Box(box.left, box.top, box.left, box.bottom),
        Box(box.right, box.top, box.right, box.bottom),
    ]


def _crosses(letter: Box, side: Box) -> bool:
    """Tell whether a level or upright side, as a flat box, runs through the ink of a letter and out of it."""
    if side.width >= side.height:
        inside = letter.top + _OVER < side.top and side.bottom < letter.bottom - _OVER
        return inside and side.left < letter.right - _OVER and letter.left + _OVER < side.right
    inside = letter.left + _OVER < side.left and side.right < letter.right - _OVER
    return inside and side.top < letter.bottom - _OVER and letter.top + _OVER < side.bottom


def crowded(pdf: bytes, least: float) -> list[tuple[int, Box, Box]]:
    """Return the page, line and box wherever a long level line lies less than `least` mm above or below a box's side.

    A line on the side itself is part of it; one shorter than 20 mm is none to write on, and one wider than the box is
    no neighbour.
    """
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        pages = len(document)
    found = []
    for page in range(pages):
        drawn = in_order(pdf, page)
        boxes = [one.box for one in drawn if one.kind == "rectangle" and one.box.width > 20 and one.box.height > 10]
        for line in (one.box for one in drawn if one.kind == "line" and one.box.width > 20 and not one.box.height):
            found += [
                (page, line, box)
                for box in boxes
                if box.left <= line.left and line.right <= box.right
                if any(0.1 < abs(line.top - side) < least for side in (box.top, box.bottom))
            ]
    return found
