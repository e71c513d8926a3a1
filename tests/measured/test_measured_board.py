"""The board is a street on one grid: fields of one size, one in every bend, and the question larger than all else."""

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from tests.makers.kits import CASUSSEN, ROOT, make_kit
from tests.oracles.boxes import Box
from tests.oracles.places import rectangles
from tests.oracles.sheet_words import letters

pytestmark = pytest.mark.slow

# Fields of the path with Resultaat, in an evening of 120 minutes, and how wide the foot of a pawn is.
FIELDS, PAWN = 24, 30
# Half as large again as the next largest text, and to be read from the far side of the table.
LARGER, READABLE = 1.5, {"a0": 72, "a1": 52, "a2": 36}
ROUNDED = 0.05


@cache
def board(casus: str, size: str) -> bytes:
    made = make_kit(ROOT / "decks" / casus, board=size, only=("speelbord",))
    (whole,) = (one.pdf for one in made if "heel" in one.name)
    return whole


def fields(pdf: bytes) -> list[Box]:
    """Return the squares of which there are as many as the path has fields."""
    squares = [box for box in rectangles(pdf) if abs(box.width - box.height) < ROUNDED and box.width >= PAWN - 3]
    sizes = Counter(round(box.width, 1) for box in squares)
    (size,) = (size for size, count in sizes.items() if count == FIELDS)
    return [box for box in squares if round(box.width, 1) == size]


def rows(found: list[Box]) -> list[list[float]]:
    """Return the middles of the fields in each row, from top to bottom, each from left to right."""
    by_height: dict[int, list[float]] = {}
    for box in found:
        across, down = box.middle
        by_height.setdefault(round(down), []).append(across)
    return [sorted(middles) for _, middles in sorted(by_height.items())]


@pytest.mark.parametrize("size", ["a0", "a1", "a2"])
def test_fields_lie_on_one_grid_with_one_in_every_bend(size: str) -> None:
    right, first, left, second = rows(fields(board("zutphen-dementie", size)))
    assert len(right) == len(left) == 1
    assert right[0] > first[-1]
    assert left[0] < first[0]
    steps = {round(after - before, 1) for before, after in pairwise(first)}
    assert len(steps) == 1
    *on_grid, _ = second
    assert all(min(abs(x - column) for column in first) < ROUNDED for x in on_grid)


@pytest.mark.parametrize("size", ["a0", "a1", "a2"])
def test_a_pawn_stands_on_a_field_and_touches_no_other(size: str) -> None:
    found = fields(board("zutphen-dementie", size))
    assert min(box.width for box in found) >= PAWN
    assert not [(one, other) for at, one in enumerate(found) for other in found[:at] if one.meets(other)]


@pytest.mark.parametrize("size", ["a0", "a1", "a2"])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_question_is_larger_than_all_else_by_half(casus: str, size: str) -> None:
    sizes = sorted({round(letter.size, 1) for letter in letters(board(casus, size), 0)}, reverse=True)
    assert sizes[0] >= READABLE[size]
    assert sizes[0] >= LARGER * sizes[1]
