"""Rows of modules drawn one behind the other, with what is in front of them and the sky above.

The front row has all its colours. What is farther away has less, and stands on land of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from speelveld.beeld.brush import Spot
from speelveld.beeld.dice import Dice
from speelveld.beeld.landscapes import Landscape
from speelveld.beeld.modules import BACK, BODY, FRONT, KERB, LAYERS, MODULES, TONES, Form
from speelveld.beeld.rows import ALL_KINDS, Placed, row_of
from speelveld.beeld.sky import draw_clouds

# In a picture of more rows: how high the ground in front of the first is.
BEFORE = 2.4
# How far what stands there is from its foot.
_FOOT = 0.6
_SKY = -9 * LAYERS
_WALLS = ("wall1", "white", "wall2", "wall3")
# Before another row these stand out.
_NEAR = ("wall1", "white", "wall3")
_FAR = {
    **dict.fromkeys(TONES, "far wall"),
    **dict.fromkeys(("white", "trim", "accent"), "far trim"),
    **dict.fromkeys(("roof", "leaf", "water"), "far roof"),
    "glass": "glass",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a picture: how high it stands, and how high its modules may be, in units."""

    base: float
    ceiling: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A landscape in a box, with its bottom left at `spot`; `width` and `height` are in units."""

    spot: Spot
    landscape: Landscape
    seed: str
    width: float
    height: float

    def draw(self, rows: Sequence[Row]) -> None:
        """Draw the rows, the front one first, and what goes with them."""
        alone = len(rows) == 1
        tops: list[tuple[float, float, float]] = []
        for number, row in enumerate(rows):
            kinds = ALL_KINDS
            if not alone:
                kinds = ALL_KINDS - ({"prop", "low", "water"} if number else {"landmark", "water"})
            dice = Dice(self.seed, number)
            placed = row_of(self.landscape, dice, self.width, row.ceiling, kinds, tall=number > 0)
            if number:
                self._far(placed, row, dice, number)
            else:
                self._front(placed, row, dice, _WALLS if alone else _NEAR)
            tops += [(each.x, each.x + each.width, row.base + each.height) for each in placed]
        if not alone:
            self._before()
        sky = replace(self.spot, layer=_SKY)
        draw_clouds(sky, Dice(self.seed, "lucht"), self.width, self.height, tops)

    def _front(self, row: Iterable[Placed], at: Row, dice: Dice, walls: Sequence[str]) -> None:
        """Draw the front row, on pavement where no water is; in the country it needs none before another row."""
        paved = at.base == KERB or self.landscape.wet
        before, dry = "", 0.0
        for each in row:
            tones = tones_of(dice, before, walls)
            before = tones["wall"]
            self._module(each, at, dice, replace(self.spot, tones=tones))
            if each.module.kind == "water":
                self._kerb(at, dry, each.x if paved else dry)
                dry = each.x + each.width
        self._kerb(at, dry, self.width if paved else dry)

    def _kerb(self, at: Row, start: float, end: float) -> None:
        # Two modules in the water, side by side, leave nothing to pave but what is lost in rounding.
        if end > start + 0.01:
            self.spot.rect(start, at.base - KERB, end - start, KERB, "kerb", BODY)

    def _far(self, row: Iterable[Placed], at: Row, dice: Dice, number: int) -> None:
        layer = -number * LAYERS
        replace(self.spot, layer=layer).rect(0, 0, self.width, at.base, "land", BACK - 0.5)
        before = ""
        for each in row:
            tones = tones_of(dice, before)
            before = tones["wall"]
            far = _FAR | {tone: _FAR.get(name, name) for tone, name in tones.items()}
            self._module(each, at, dice, replace(self.spot, tones=far, layer=layer))

    def _module(self, placed: Placed, at: Row, dice: Dice, spot: Spot) -> None:
        here = replace(
            spot,
            x=placed.x * spot.unit,
            base=spot.base - at.base * spot.unit,
            mirror=placed.width if dice.chance(0.5) else None,
        )
        placed.module.draw(here, Form(placed.width, placed.height, dice))

    def _before(self) -> None:
        """Draw the ground or the water in front of the first row, and what stands or lies there."""
        front = replace(self.spot, layer=FRONT)
        if self.landscape.wet:
            front.rect(0, 0, self.width, BEFORE - KERB, "water", BACK)
        else:
            self.spot.rect(0, 0, self.width, BEFORE, "land", BACK - 0.5)
        dice = Dice(self.seed, "voor")
        part = self.width / len(self.landscape.before)
        for number, name in enumerate(self.landscape.before):
            found = MODULES[name]
            width, height = found.width.at(dice.number()), found.height.at(0.3 * dice.number())
            x = number * part + dice.between(0.05, 0.95) * (part - width)
            spot = replace(
                self.spot,
                x=x * self.spot.unit,
                base=self.spot.base - _FOOT * self.spot.unit,
                tones=tones_of(dice, "", _NEAR) | {"leaf": "leaf"},
                layer=FRONT + LAYERS,
            )
            found.draw(spot, Form(width, height, dice))


def tones_of(dice: Dice, before: str, walls: Sequence[str] = _WALLS) -> dict[str, str]:
    """Return the tones of one module, whose walls are not those of the one `before` it."""
    wall = dice.pick([tone for tone in walls if tone != before])
    trim = "wall2" if wall == "white" else "white"
    return {"wall": wall, "trim": trim, "leaf": "accent" if dice.chance(0.28) else "leaf"}
