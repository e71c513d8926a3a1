"""What may lie in the white around a block of cards: cut marks, ruler and texts, and whether there is room for them."""

from collections.abc import Iterator

from speelveld.geometry import Rect
from speelveld.paper import UNPRINTABLE
from speelveld.sheet.grid import Grid
from speelveld.sheet.plan import Mark
from speelveld.sheet.strips import STRIP, Strip, Want, between, ruler_want
from speelveld.units import mm

MARK_GAP = mm(2)
"""From the block to a mark, so that a cut that is a little off leaves no ink on a card."""
_SHORTEST, _LONGEST = mm(2), mm(6)
_AIR = mm(0.5)
_SLACK = 1e-6

LEAST_MARGIN = MARK_GAP + _SHORTEST + UNPRINTABLE
"""The narrowest margin, 9 mm: room for the shortest mark."""
STRIP_MARGIN = LEAST_MARGIN + _AIR + STRIP
"""The narrowest margin, 13.5 mm, that holds a strip of text outside the marks."""

# Texts are easiest to read level; what tells about cutting lies together, and so does what tells about the sheet.
WANTS = (
    ruler_want(("bottom", "top", "left", "right")),
    Want("how", ("bottom", "top", "left", "right")),
    Want("title", ("top", "bottom", "left", "right")),
    Want("turn", ("top", "bottom", "left", "right")),
)


def cut_marks(grid: Grid) -> Iterator[Mark]:
    """Yield a mark at both ends of every cut line, also of cells that stay empty.

    Every sheet of a pile then has the same marks, and the pile can be cut as one.
    """
    block = grid.block
    reach = _mark_length(grid.margins.top) + MARK_GAP
    for x in grid.cuts_x:
        yield Mark(x, block.y - MARK_GAP, x, block.y - reach)
        yield Mark(x, block.bottom + MARK_GAP, x, block.bottom + reach)
    reach = _mark_length(grid.margins.left) + MARK_GAP
    for y in grid.cuts_y:
        yield Mark(block.x - MARK_GAP, y, block.x - reach, y)
        yield Mark(block.right + MARK_GAP, y, block.right + reach, y)


def strips(grid: Grid) -> Iterator[Strip]:
    """Yield the free strips along the edges of the printable area.

    A wide margin has one outside the marks, a narrower one has them between the marks, the narrowest none.
    """
    paper = grid.paper
    for start, end in _stretches(grid.margins.top, grid.cuts_x, UNPRINTABLE, paper.width - UNPRINTABLE):
        yield Strip("top", Rect(start, UNPRINTABLE, end - start, STRIP))
        yield Strip("bottom", Rect(start, paper.height - UNPRINTABLE - STRIP, end - start, STRIP))
    # The corners belong to the strips above and below.
    corner = UNPRINTABLE + STRIP + _AIR
    for start, end in _stretches(grid.margins.left, grid.cuts_y, corner, paper.height - corner):
        yield Strip("left", Rect(UNPRINTABLE, start, STRIP, end - start))
        yield Strip("right", Rect(paper.width - UNPRINTABLE - STRIP, start, STRIP, end - start))


def _mark_length(margin: float) -> float:
    strip = _AIR + STRIP if _has_strip(margin) else 0.0
    return min(_LONGEST, margin - MARK_GAP - UNPRINTABLE - strip)


def _has_strip(margin: float) -> bool:
    return margin >= STRIP_MARGIN - _SLACK


def _stretches(margin: float, cuts: tuple[float, ...], start: float, end: float) -> Iterator[tuple[float, float]]:
    if _has_strip(margin):
        yield start, end
    elif margin >= MARK_GAP + STRIP + UNPRINTABLE - _SLACK:
        yield from between(cuts[0], cuts[-1], cuts, _AIR)
