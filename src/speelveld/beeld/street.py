"""A seed text and a landscape → a street that fills a box; a name → one building as large as fits a box.

A low box holds one row on its ground line. In a high one there is ground or water in front of that row, another row
behind it, and sky.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from speelveld.beeld.brush import Brush, Lines, Piece, Spot
from speelveld.beeld.dice import Dice
from speelveld.beeld.landscapes import LANDSCAPES, Landscape
from speelveld.beeld.modules import BACK, BODY, FRONT, KERB, LAYERS, MODULES, TONES, Form
from speelveld.beeld.rows import ALL_KINDS, Placed, row_of
from speelveld.beeld.sky import draw_clouds
from speelveld.geometry import Size

# Units: how high the highest module is.
_HIGHEST = 16.0
# A street this wide for its height, or wider, is one row.
_ONE_ROW = 2.8
# How wide a higher picture is; a narrow one shows fewer houses.
_WIDE, _UPRIGHT = 38.0, 27.0
# In a higher picture: the ground in front, how high the houses of all rows but the last are, and how far one row stands
# above another.
_BEFORE, _LOW, _BEHIND = 2.4, 10.0, 5.6
_THREE_ROWS = 34.0
_WALLS = ("wall1", "white", "wall2", "wall3")
# Before another row these stand out.
_NEAR = ("wall1", "white", "wall3")
# What is farther away has less colour.
_FAR = {
    **dict.fromkeys(TONES, "far wall"),
    **dict.fromkeys(("white", "trim", "accent"), "far trim"),
    **dict.fromkeys(("roof", "leaf", "water"), "far roof"),
    "glass": "glass",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a picture: how high it stands, and how high its modules may be."""

    base: float
    ceiling: float


@lru_cache(maxsize=64)
def draw_street(landscape: str, seed: str, size: Size, lines: Lines | None = None) -> tuple[Piece, ...]:
    """Return the pieces of the street of `seed`, in points from the top left of a box of `size`.

    With `lines` it is drawn in these.
    """
    brush = Brush(lines)
    if size.width >= _ONE_ROW * size.height:
        unit = size.height / (_HIGHEST + KERB)
        rows = [_Row(KERB, _HIGHEST)]
    else:
        unit = size.width / (_WIDE if size.width > size.height else _UPRIGHT)
        rows = _planes(size.height / unit)
    picture = _Picture(
        Spot(brush, 0.0, size.height, unit, {}), LANDSCAPES[landscape], seed, size.width / unit, size.height / unit
    )
    picture.draw(rows)
    return brush.pieces


def _planes(height: float) -> list[_Row]:
    """Return the rows of a picture that is so many units high, the front one first."""
    count = 3 if height > _THREE_ROWS else 2
    bases = [_BEFORE + number * _BEHIND for number in range(count)]
    last = bases[-1]
    return [*(_Row(base, _LOW) for base in bases[:-1]), _Row(last, max(5.0, min(_HIGHEST, height - last)))]


@dataclass(frozen=True, slots=True)
class _Picture:
    spot: Spot
    landscape: Landscape
    seed: str
    width: float
    height: float

    def draw(self, rows: Sequence[_Row]) -> None:
        """Draw the rows, what is in front of them, and the sky."""
        tops: list[tuple[float, float, float]] = []
        for number, row in enumerate(rows):
            kinds = ALL_KINDS
            if len(rows) > 1:
                kinds = ALL_KINDS - ({"prop", "low", "water"} if number else {"landmark", "water"})
            dice = Dice(self.seed, number)
            placed = row_of(self.landscape, dice, self.width, row.ceiling, kinds, tall=number > 0)
            self._row(placed, row, dice, number)
            tops += [(each.x, each.x + each.width, row.base + each.height) for each in placed]
        if len(rows) > 1:
            self._before()
        draw_clouds(replace(self.spot, layer=-9 * LAYERS), Dice(self.seed, "lucht"), self.width, self.height, tops)

    def _row(self, row: Iterable[Placed], at: _Row, dice: Dice, number: int) -> None:
        layer = -number * LAYERS
        ground = replace(self.spot, layer=layer)
        base = self.spot.base - at.base * self.spot.unit
        if number:
            ground.rect(0, 0, self.width, at.base, "land", BACK - 0.5)
        dry, before = 0.0, ""
        flat = at.base == KERB
        for each in row:
            tones = _tones(dice, before, _WALLS if flat else _NEAR)
            before = tones["wall"]
            if number:
                tones = _FAR | {tone: _FAR.get(name, name) for tone, name in tones.items()}
            spot = replace(
                self.spot,
                x=each.x * self.spot.unit,
                base=base,
                tones=tones,
                layer=layer,
                mirror=each.width if dice.chance(0.5) else None,
            )
            each.module.draw(spot, Form(each.width, each.height, dice))
            if each.module.kind == "water":
                self._kerb(at, dry, each.x, number)
                dry = each.x + each.width
        self._kerb(at, dry, self.width, number)

    def _kerb(self, at: _Row, start: float, end: float, number: int) -> None:
        """Draw the strip on which the front row stands, from `start` to `end`; on land it needs none."""
        if end > start + 0.01 and not number and (at.base == KERB or self.landscape.wet):
            self.spot.rect(start, at.base - KERB, end - start, KERB, "kerb", BODY)

    def _before(self) -> None:
        """Draw what is in front of the front row."""
        ground = replace(self.spot, layer=FRONT)
        if self.landscape.wet:
            ground.rect(0, 0, self.width, _BEFORE - KERB, "water", BACK)
        else:
            self.spot.rect(0, 0, self.width, _BEFORE, "land", BACK - 0.5)
        dice = Dice(self.seed, "voor")
        names = self.landscape.before
        part = self.width / len(names)
        for number, name in enumerate(names):
            found = MODULES[name]
            wide, high = found.width.at(dice.number()), found.height.at(0.3 * dice.number())
            x = number * part + dice.between(0.05, 0.95) * (part - wide)
            spot = replace(
                ground,
                x=x * self.spot.unit,
                base=self.spot.base - 0.6 * self.spot.unit,
                tones=_tones(dice, "", _NEAR) | {"leaf": "leaf"},
                layer=FRONT + LAYERS,
            )
            found.draw(spot, Form(wide, high, dice))


def _tones(dice: Dice, before: str, walls: Sequence[str] = _WALLS) -> dict[str, str]:
    """Return the tones of one module, whose walls differ from those of the one before it."""
    wall = dice.pick([tone for tone in walls if tone != before])
    trim = "wall2" if wall == "white" else "white"
    leaf = "accent" if dice.chance(0.28) else "leaf"
    return {"wall": wall, "trim": trim, "leaf": leaf}


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
    spot = Spot(brush, (size.width - width * unit) / 2, base, unit, _tones(dice, ""))
    found.draw(spot, Form(width, height - found.sunk, dice))
    return brush.pieces
