"""A piece of art that is larger than the paper, cut up over the fewest pages that can be glued together again."""

from collections.abc import Iterator
from itertools import product
from math import ceil

from speelveld.geometry import Edges, Rect, Size
from speelveld.paper import UNPRINTABLE, in_mm, portrait, printable
from speelveld.sheet.tile_margins import MARK_ROOM, STRIP_ROOM, furnished
from speelveld.sheet.tile_plan import Sides, Tile, TilePlan
from speelveld.units import mm, spoken, to_mm

TRIM = mm(2)
"""How far inside its print a tile is cut, so that a cut that is a little off shows art and no white."""
_MOST = 26  # columns have letters for names


def tile(art: Size, paper: Size, overlap: float, margin: float = UNPRINTABLE) -> TilePlan:
    """Return the plan of `art` on the fewest pages of `paper`, upright or on its side.

    All tiles print equally much and lie in the middle of their page, so that the white around the finished board is
    even and every tile has room for its marks. Neighbours print the same `overlap`; the cut runs `TRIM` inside it.

    Raises:
        ValueError: the art has no size, the overlap is negative, or pages this small cannot hold the art.
    """
    if min(art.width, art.height) <= 0:
        raise ValueError(f"een beeld van {in_mm(art)} bestaat niet; breedte en hoogte zijn meer dan 0 mm")
    if overlap < 0:
        raise ValueError("de overlap van twee delen is 0 mm of meer")
    upright = portrait(paper)
    bare = [
        _plan(art, page, columns, rows, overlap)
        for page in (upright, upright.turned())
        for columns, rows in _divisions(art, printable(page, margin), overlap)
    ]
    for plan in sorted(bare, key=_cost):
        if (complete := furnished(plan, margin)) is not None:
            return complete
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


def _cost(plan: TilePlan) -> tuple[int, float]:
    joins = (plan.columns - 1) * plan.art.height + (plan.rows - 1) * plan.art.width
    return plan.columns * plan.rows, joins


def _plan(art: Size, page: Size, columns: int, rows: int, overlap: float) -> TilePlan:
    width = (art.width + (columns - 1) * overlap) / columns
    height = (art.height + (rows - 1) * overlap) / rows
    place = Rect((page.width - width) / 2, (page.height - height) / 2, width, height)
    trim = min(TRIM, overlap / 2)
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
        source = Rect(column * (width - overlap), row * (height - overlap), width, height)
        tiles.append(Tile(column, row, source, place, place.inset(out_of_sight), cut, glue))
    return TilePlan(art, page, columns, rows, overlap, tuple(tiles))
