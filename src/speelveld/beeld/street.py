"""A seed text and a landscape → a street that fills a box; a name → one building as large as fits a box.

A low box holds one row on its ground line. In a high one there is ground or water in front of that row, another row
behind it, and sky.
"""

from functools import lru_cache

from speelveld.beeld.brush import Brush, Lines, Piece, Spot
from speelveld.beeld.dice import Dice
from speelveld.beeld.landscapes import LANDSCAPES
from speelveld.beeld.modules import KERB, MODULES, Form
from speelveld.beeld.picture import BEFORE, Picture, Row, tones_of
from speelveld.geometry import Size

# Units: how high the highest module is.
_HIGHEST = 16.0
# A street this wide for its height, or wider, is one row.
_ONE_ROW = 2.8
# How wide a higher picture is; a narrow one shows fewer houses.
_WIDE, _UPRIGHT = 38.0, 27.0
# In such a picture: how high the houses of all rows but the last are, and how far one row stands above another.
_LOW, _BEHIND = 10.0, 5.6
# What is higher than this has three rows.
_TWO_ROWS = 34.0


@lru_cache(maxsize=64)
def draw_street(landscape: str, seed: str, size: Size, lines: Lines | None = None) -> tuple[Piece, ...]:
    """Return the pieces of the street of `seed`, in points from the top left of a box of `size`.

    With `lines` it is drawn in these.
    """
    if size.width >= _ONE_ROW * size.height:
        unit = size.height / (_HIGHEST + KERB)
        rows = [Row(KERB, _HIGHEST)]
    else:
        unit = size.width / (_WIDE if size.width > size.height else _UPRIGHT)
        rows = _rows(size.height / unit)
    brush = Brush(lines)
    spot = Spot(brush, 0.0, size.height, unit, {})
    Picture(spot, LANDSCAPES[landscape], seed, size.width / unit, size.height / unit).draw(rows)
    return brush.pieces


def _rows(height: float) -> list[Row]:
    """Return the rows of a picture that is so many units high, the front one first."""
    count = 3 if height > _TWO_ROWS else 2
    *bases, last = (BEFORE + number * _BEHIND for number in range(count))
    return [*(Row(base, _LOW) for base in bases), Row(last, min(_HIGHEST, height - last))]


@lru_cache(maxsize=256)
def draw_building(name: str, seed: str, size: Size, lines: Lines | None = None) -> tuple[Piece, ...]:
    """Return the pieces of one module, as large as fits a box of `size`, in the middle of its foot.

    Raises:
        KeyError: there is no module with that name.
    """
    found = MODULES[name]
    dice = Dice(seed, name)
    low, high = found.height.least + found.sunk, found.height.most + found.sunk
    unit = min(size.width / found.width.at(0.5), size.height / ((low + high) / 2))
    # A box of other proportions than the usual ones gets the widest or the highest there is.
    width = min(max(size.width / unit, found.width.least), found.width.most)
    height = min(max(size.height / unit, low), high)
    unit = min(size.width / width, size.height / height)
    brush = Brush(lines)
    base = size.height - found.sunk * unit
    spot = Spot(brush, (size.width - width * unit) / 2, base, unit, tones_of(dice, ""))
    found.draw(spot, Form(width, height - found.sunk, dice))
    return brush.pieces
