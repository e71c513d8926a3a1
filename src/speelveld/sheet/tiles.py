"""A piece of art that is larger than the paper, cut up over the fewest pages that can be glued together again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil, inf

from speelveld.geometry import Edges, Rect, Size
from speelveld.paper import UNPRINTABLE, in_mm, portrait, printable
from speelveld.sheet.seams import Cuts, Knife, Pieces, Span, Whole
from speelveld.sheet.tile_margins import MARK_ROOM, STRIP_ROOM, furnished
from speelveld.sheet.tile_plan import Sides, Tile, TilePlan
from speelveld.units import mm, spoken, to_mm

TRIM = mm(2)
"""How far inside its print a tile is cut, so that a cut that is a little off shows art and no white."""
LEAST_TRIM, LEAST_GLUE = mm(1), mm(5)
"""How little may be cut off, and how narrow a glue strip may become, where that keeps something whole."""
WORTH = 40
"""What that must save: as much as a field weighs."""
_MOST = 26  # columns have letters for names
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class _Lap:
    """How much neighbours print both, and how far inside that the upper one is cut."""

    overlap: float
    trim: float


@dataclass(frozen=True, slots=True)
class _Division:
    """Numbers of columns and rows on pages that lie one way."""

    page: Size
    columns: int
    rows: int

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class _Axis:
    """How one side of the art is divided, where its seams run, and where its pieces begin on their pages."""

    pieces: Pieces
    cuts: Cuts
    places: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """A division with its seams."""

    page: Size
    across: _Axis
    down: _Axis

    @property
    def cut(self) -> int:
        """What all that is cut weighs."""
        return self.across.cuts.cut + self.down.cuts.cut

    @property
    def cost(self) -> tuple[int, float, int]:
        """What is cut, how long the joins are, and how uneven it is."""
        across, down = self.across.pieces, self.down.pieces
        joins = (across.count - 1) * down.length + (down.count - 1) * across.length
        return self.cut, joins, self.across.cuts.cost + self.down.cuts.cost


def tile(art: Size, paper: Size, overlap: float, margin: float = UNPRINTABLE, wholes: Sequence[Whole] = ()) -> TilePlan:
    """Return the plan of `art` on the fewest pages of `paper`, upright or on its side.

    Seams run where they cut the least of `wholes`, as far as that costs no page; else tiles print equally much. The
    white around the finished board is even, and every tile has room for its marks. Neighbours print the same overlap:
    `overlap`, or less where that keeps something whole. The cut runs `TRIM` inside it.

    Raises:
        ValueError: the art has no size, the overlap is negative, or pages this small cannot hold the art.
    """
    if min(art.width, art.height) <= 0:
        raise ValueError(f"een beeld van {in_mm(art)} bestaat niet; breedte en hoogte zijn meer dan 0 mm")
    if overlap < 0:
        raise ValueError("de overlap van twee delen is 0 mm of meer")
    upright = portrait(paper)
    divisions = [
        _Division(page, columns, rows)
        for page in (upright, upright.turned())
        for columns, rows in _divisions(art, printable(page, margin), overlap)
    ]
    fewest = sorted(divisions, key=lambda division: (division.pages, _even(art, division, overlap).cost))
    for division in fewest:
        if (even := furnished(_plan(art, _even(art, division, overlap)), margin)) is not None:
            same = [other for other in divisions if other.pages == division.pages]
            return _least_cut(art, same, overlap, margin, wholes) or even
    raise ValueError(
        f"een beeld van {in_mm(art)} is niet te verdelen over vellen van {in_mm(upright)} "
        f"met {spoken(to_mm(overlap), signed=False)} mm overlap; kies groter papier of minder overlap"
    )


def _divisions(art: Size, area: Rect, overlap: float) -> Iterator[tuple[int, int]]:
    """Yield numbers of columns and rows: the fewest that leave no white beside the art, enough for marks, or for text.

    Between these, more pages add nothing: what fits beside the art depends on no other width.
    """
    rooms = (0.0, MARK_ROOM, STRIP_ROOM)
    columns = {_fewest(art.width, area.width - 2 * room, overlap) for room in rooms}
    rows = {_fewest(art.height, area.height - 2 * room, overlap) for room in rooms}
    yield from ((x, y) for x, y in product(columns, rows) if 0 < x <= _MOST and 0 < y <= _MOST)


def _fewest(length: float, room: float, overlap: float) -> int:
    """Return how many pieces of at most `room` cover `length`; 0 if none do."""
    if length <= room + 1e-6:
        return 1
    return ceil((length - overlap) / (room - overlap) - 1e-9) if room > overlap else 0


def _even(art: Size, division: _Division, overlap: float) -> _Choice:
    """Return tiles that print equally much, each in the middle of its page."""
    page = division.page
    across, down = (
        Pieces(length, count, length, overlap, _lap(overlap).trim)
        for length, count in ((art.width, division.columns), (art.height, division.rows))
    )
    xs, ys = (
        _Axis(pieces, Cuts(pieces.even), ((room - pieces.share) / 2,) * pieces.count)
        for pieces, room in ((across, page.width), (down, page.height))
    )
    return _Choice(page, xs, ys)


def _least_cut(
    art: Size, divisions: Sequence[_Division], overlap: float, margin: float, wholes: Sequence[Whole]
) -> TilePlan | None:
    """Return the plan of one of `divisions` that cuts least of `wholes`; None: nothing is there, or nothing fits."""
    if not wholes:
        return None
    across = Knife(Span(whole.box.x, whole.box.right, whole.weight) for whole in wholes)
    down = Knife(Span(whole.box.y, whole.box.bottom, whole.weight) for whole in wholes)
    found: tuple[int, TilePlan] | None = None
    for lap in _laps(overlap):
        if found is not None and found[0] < WORTH:
            break
        choices = [choice for division in divisions for choice in _choices(art, division, lap, margin, across, down)]
        for choice in sorted(choices, key=lambda choice: choice.cost):
            if found is not None and choice.cut > found[0] - WORTH:
                break
            if (plan := furnished(_plan(art, choice), margin)) is not None:
                found = choice.cut, plan
                break
    return found[1] if found else None


def _laps(overlap: float) -> Iterator[_Lap]:
    """Yield ways to lay tiles on each other, from the easiest to glue to what leaves seams the most room."""
    usual = _lap(overlap)
    yield usual
    for trim in (TRIM, LEAST_TRIM):
        if trim + LEAST_GLUE < overlap:
            yield _Lap(trim + LEAST_GLUE, trim)


def _lap(overlap: float) -> _Lap:
    return _Lap(overlap, min(TRIM, overlap / 2))


def _choices(art: Size, division: _Division, lap: _Lap, margin: float, across: Knife, down: Knife) -> Iterator[_Choice]:
    """Yield the best seams for each room that marks and texts may ask beside the tiles."""
    area = printable(division.page, margin)
    xs = Pieces(art.width, division.columns, area.width, lap.overlap, lap.trim)
    ys = Pieces(art.height, division.rows, area.height, lap.overlap, lap.trim)
    for one, other in product(
        _axes(across, xs, margin, marked=division.rows > 1), list(_axes(down, ys, margin, marked=division.columns > 1))
    ):
        yield _Choice(division.page, one, other)


def _axes(knife: Knife, pieces: Pieces, margin: float, *, marked: bool) -> Iterator[_Axis]:
    """Yield the best seams with room beside the pieces for marks, for a text at one end as well, and at both."""
    room, area = MARK_ROOM if marked else 0.0, pieces.reach
    widest = inf
    for white in (2 * room, room + STRIP_ROOM, 2 * STRIP_ROOM):
        within = replace(pieces, reach=area - white)
        # What fits within less is the best there as well.
        if widest > within.reach and (cuts := knife.best(within)) is not None:
            sizes = [end - start for start, end in within.printed(cuts.seams)]
            widest = max(sizes)
            befores = _whites([area - size for size in sizes], room)
            yield _Axis(within, cuts, tuple(margin + before for before in befores))


def _whites(extras: Sequence[float], least: float) -> Iterator[float]:
    """Yield the white before each piece, of `extras` before and after it together; at least `least` is on either side.

    The first has as much before it as the last behind it. Where the white is too narrow for a text at both ends, it is
    put at one: where it is cut away or covered.
    """
    last = len(extras) - 1
    for number, extra in enumerate(extras):
        most = min(extras[0], extras[-1]) if number in (0, last) else extra
        white = most / 2
        if last and white < STRIP_ROOM and most >= least + STRIP_ROOM - _SLACK:
            white = least
        yield extra - white if number == last and last else white


def _plan(art: Size, choice: _Choice) -> TilePlan:
    across, down = choice.across, choice.down
    overlap, trim = across.pieces.overlap, across.pieces.trim
    columns, rows = across.pieces.count, down.pieces.count
    xs, ys = across.pieces.printed(across.cuts.seams), down.pieces.printed(down.cuts.seams)
    tiles = []
    for row, column in product(range(rows), range(columns)):
        cut = Sides(top=row > 0, right=False, bottom=False, left=column > 0)
        glue = Sides(top=False, right=column < columns - 1, bottom=row < rows - 1, left=False)
        out_of_sight = Edges(
            top=trim * cut.top,
            right=(overlap - trim) * glue.right,
            bottom=(overlap - trim) * glue.bottom,
            left=trim * cut.left,
        )
        (left, right), (top, bottom) = xs[column], ys[row]
        source = Rect(left, top, right - left, bottom - top)
        place = Rect(across.places[column], down.places[row], source.width, source.height)
        tiles.append(Tile(column, row, source, place, place.inset(out_of_sight), cut, glue))
    return TilePlan(art, choice.page, columns, rows, overlap, tuple(tiles))
