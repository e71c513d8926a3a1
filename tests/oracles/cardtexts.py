"""What stands on a card, line by line, and how large its letters come out of the printer; nothing of ours.

A line is letters of one size that stand beside each other. Its x-height is measured on the letters themselves, so that
fonts can be compared that look larger or smaller at the same size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tests.oracles.boxes import Box
from tests.oracles.sheet_words import Letter, letters

_POINTS = 72 / 25.4
# Letters with a flat top and foot at the x-height: round ones reach over it.
_FLAT = frozenset("vwxz")
# Wider than any space between two words of a text, in parts of its size.
_APART = 1.2
# In millimetres: nearer than this two baselines are one.
_LEVEL = 0.02


@dataclass(frozen=True)
class Line:
    """A line of text: the box around its letters and its baseline in millimetres, size and x-height in points."""

    text: str
    size: float
    x_height: float | None
    box: Box
    baseline: float


def lines(pdf: bytes, number: int) -> list[Line]:
    """Return the lines on page `number`, from 0, in the order they were drawn."""
    return [_line(found) for found in _grouped(pdf, number)]


def _grouped(pdf: bytes, number: int) -> Iterator[list[Letter]]:
    found: list[Letter] = []
    for letter in letters(pdf, number):
        if found and not _beside(found[-1], letter):
            yield found
            found = []
        if found or letter.text.strip():
            found.append(letter)
    if found:
        yield found


def _beside(one: Letter, other: Letter) -> bool:
    if not other.text.strip():
        return True
    near = other.box.left - one.box.right < _APART * other.size / _POINTS
    level = abs(one.baseline - other.baseline) < _LEVEL
    return one.size == other.size and level and near and other.box.right > one.box.left


def _line(found: list[Letter]) -> Line:
    inked = [letter for letter in found if letter.text.strip()]
    flat = [letter.box.height * _POINTS for letter in inked if letter.text in _FLAT]
    box = Box(
        min(letter.box.left for letter in inked),
        min(letter.box.top for letter in inked),
        max(letter.box.right for letter in inked),
        max(letter.box.bottom for letter in inked),
    )
    text = "".join(letter.text for letter in found).strip()
    return Line(text, inked[0].size, median(flat) if flat else None, box, inked[0].baseline)
