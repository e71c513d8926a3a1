"""Cards for a printer without duplex: a front and its back on either side of a fold line; nothing is drawn here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from speelveld.geometry import Rect, Size
from speelveld.paper import SAFE, UNPRINTABLE, in_mm, portrait
from speelveld.sheet.duplex import Duplex, behind
from speelveld.sheet.grid import Grid, grids
from speelveld.sheet.imposition import SMALLEST, Card
from speelveld.sheet.margins import LEAST_MARGIN, STRIP_MARGIN, WANTS, cut_marks, strips
from speelveld.sheet.plan import Label, Mark, Placement, Sheet, Side, Turn
from speelveld.sheet.strips import Furniture, Strip, furnish
from speelveld.units import mm

WORD_LENGTH = mm(14)
"""Room for the word 'vouwen' at the end of the fold line."""
_FAR_END = mm(1)
_AIR = mm(0.5)
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class FoldSheet:
    """A sheet to print on one side, and the dashes along which it is folded backwards before it is glued and cut."""

    sheet: Sheet
    folds: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Folding:
    """What every fold sheet for cards of one size has in common: two rows of cells with the fold between them."""

    grid: Grid
    upright: bool
    furniture: Furniture
    words: tuple[Label, ...]

    @property
    def pairs(self) -> int:
        """How many cards it holds, each with its back."""
        return self.grid.places // 2

    def front(self, index: int) -> Rect:
        """Return the cell of front `index`: left of an upright fold line, or above a level one."""
        return self.grid.box(2 * index if self.upright else index)


def folding(card: Size, paper: Size) -> Folding:
    """Return the fold sheet of `paper` that holds the most cards, in a row along a fold line in the middle.

    Raises:
        ValueError: not one card fits with its back, or the card is too small to cut.
    """
    if min(card.width, card.height) < SMALLEST:
        raise ValueError(f"een kaart van {in_mm(card)} is te klein om te snijden; kies elke zijde minstens 10 mm")
    # Portrait, as all sheets: then every job goes into the tray the same way.
    sheet = portrait(paper)
    for grid in grids(card, sheet, LEAST_MARGIN):
        # Two by two folds either way; over an upright line is like turning a page.
        for upright in (True, False):
            if (grid.columns if upright else grid.rows) != 2:
                continue
            found = tuple(strips(grid))
            words = tuple(_words(found, sheet, upright))
            furniture = furnish(tuple(_beside(words, found, upright)), WANTS)
            if words and furniture.holds(WANTS):
                return Folding(grid, upright, furniture, words)
    largest = Size(sheet.width - 2 * STRIP_MARGIN, sheet.height / 2 - STRIP_MARGIN)
    raise ValueError(
        f"een kaart van {in_mm(card)} past niet met zijn achterkant ernaast op papier van {in_mm(sheet)}; een kaart "
        f"van {in_mm(largest)} past wel. Neem groter papier of print dubbelzijdig"
    )


def fold_sheets(card: Size, cards: Sequence[Card], paper: Size, fill: Sequence[Card] = ()) -> list[FoldSheet]:
    """Return the sheets that hold every one of `cards` once, in order, with its back across the fold line.

    Places left over on the last sheet take the cards of `fill` in turn. A card without a back stays white there.

    Raises:
        ValueError: see `folding`.
    """
    common = folding(card, paper)
    laid = [*cards, *islice(cycle(fill), -len(cards) % common.pairs)]
    starts = range(0, len(laid), common.pairs)
    return [_sheet(common, laid[start : start + common.pairs]) for start in starts]


def _sheet(common: Folding, cards: Sequence[Card]) -> FoldSheet:
    grid = common.grid
    # Folded in the middle, the paper lies behind itself just as its other side does in a printer: over an upright line
    # as if turned over the long edge, over a level one as if over the short edge.
    duplex = Duplex.LANGE_ZIJDE if common.upright else Duplex.KORTE_ZIJDE
    placements: list[Placement] = []
    for index, card in enumerate(cards):
        front = Placement(card.front, common.front(index), grid.turn)
        placements.append(front)
        if card.back is not None:
            placements.append(behind(front, card.back, grid.paper, duplex))
    fold = _fold(grid.paper, upright=common.upright)
    marks = tuple(mark for mark in cut_marks(grid) if not _lies_on(mark, fold, upright=common.upright))
    labels = (*common.furniture.labels, *common.words)
    side = Side(tuple(placements), marks, common.furniture.ruler, labels)
    return FoldSheet(Sheet(grid.paper, side), tuple(_dashes(common, fold)))


def _fold(paper: Size, *, upright: bool) -> float:
    return (paper.width if upright else paper.height) / 2


def _lies_on(mark: Mark, fold: float, *, upright: bool) -> bool:
    start, end = (mark.x1, mark.x2) if upright else (mark.y1, mark.y2)
    return abs(start - fold) < _SAME and abs(end - fold) < _SAME


def _dashes(common: Folding, fold: float) -> Iterator[Mark]:
    """Yield the fold line in pieces: past the block to the printable edge, and along each card clear of the cuts."""
    grid = common.grid
    cuts = grid.cuts_y if common.upright else grid.cuts_x
    end = (grid.paper.height if common.upright else grid.paper.width) - UNPRINTABLE
    starts = [UNPRINTABLE, *(cut + SAFE for cut in cuts)]
    ends = [*(cut - SAFE for cut in cuts), end]
    for number, (start, stop) in enumerate(zip(starts, ends, strict=True)):
        # At the far end ruler and texts may lie across the line: there it ends where the shortest cut mark does.
        last = min(stop, start + _FAR_END) if number == len(cuts) else stop
        if start < last:
            yield Mark(fold, start, fold, last) if common.upright else Mark(start, fold, last, fold)


def _words(found: Sequence[Strip], paper: Size, upright: bool) -> Iterator[Label]:
    """Yield the place for a word beside the fold line, in the strip above the block (or left of it)."""
    start = _fold(paper, upright=upright) + 2 * _AIR
    for strip in found:
        box = strip.box
        if strip.edge != ("top" if upright else "left"):
            continue
        low, high = (box.x, box.right) if upright else (box.y, box.bottom)
        if low <= start and start + WORD_LENGTH <= high:
            place = (
                Rect(start, box.y, WORD_LENGTH, box.height) if upright else Rect(box.x, start, box.width, WORD_LENGTH)
            )
            turn: Turn = 0 if upright else 270
            yield Label("fold", place, turn)


def _beside(words: Sequence[Label], found: Sequence[Strip], upright: bool) -> Iterator[Strip]:
    """Yield the strips without the fold line and the word beside it."""
    for strip in found:
        word = next((label.box for label in words if strip.box.contains(label.box)), None)
        if word is None:
            yield strip
        elif upright:
            first = word.x - 3 * _AIR - strip.box.x
            yield Strip(strip.edge, strip.part(0.0, first))
            after = word.right + _AIR - strip.box.x
            yield Strip(strip.edge, strip.part(after, strip.box.width - after))
        else:
            first = word.y - 3 * _AIR - strip.box.y
            yield Strip(strip.edge, strip.part(0.0, first))
            after = word.bottom + _AIR - strip.box.y
            yield Strip(strip.edge, strip.part(after, strip.box.height - after))
