"""A seed text and a landscape → a street that fills a box; a name → one building as large as fits a box.

Modules stand side by side on one ground line, each within its own proportions; what width is left goes to all of them.
A box that is high for its width shows a second street behind the first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from speelveld.beeld.brush import Brush, Piece, Spot
from speelveld.beeld.dice import Dice
from speelveld.beeld.landscapes import LANDSCAPES, Landscape
from speelveld.beeld.modules import BODY, LAYERS, MODULES, Form, Module, Range
from speelveld.geometry import Size

TONES = ("wall1", "wall2", "wall3", "white", "accent", "roof", "glass")
"""The roles of the colours of a street: three walls, white, one that stands out, roofs and trees, windows."""

# Units: what the highest module needs, and the strip of ground under it.
_HIGHEST, _GROUND = 16.0, 0.5
# A street this wide for its height, or wider, is one row.
_ONE_ROW = 2.8
# How wide a street is at least, where the box is higher than a row.
_WIDE = 44.0
# How far one row of houses stands above the one before it.
_BEHIND = 6.0
_TRIES = 24
_WALLS = ("wall1", "white", "wall2", "wall3")


@dataclass(frozen=True, slots=True)
class _Stand:
    """A module in a row, or white (None): what width it may have, and how high it is."""

    module: Module | None
    width: Range
    height: float = 0.0


@lru_cache(maxsize=64)
def draw_street(landscape: str, seed: str, size: Size, thin: float | None = None) -> tuple[Piece, ...]:
    """Return the pieces of the street of `seed`, in points from the top left of a box of `size`.

    With `thin` it is drawn in lines, of which shapes narrower than that are the narrowest.
    """
    brush = Brush(thin=thin)
    rows = _rows(size)
    unit, base = rows.unit, size.height - _GROUND * rows.unit
    repertoire = LANDSCAPES[landscape]
    for number in reversed(range(rows.count)):
        dice = Dice(seed, landscape, number)
        spot = Spot(brush, 0.0, base - number * _BEHIND * unit, unit, {}, layer=-number * LAYERS)
        _row(spot, repertoire, dice, size.width / unit, behind=number > 0)
    brush_ground(brush, size, unit)
    return brush.pieces


def brush_ground(brush: Brush, size: Size, unit: float) -> None:
    """Draw the strip on which the front row stands."""
    spot = Spot(brush, 0.0, size.height, unit, {})
    spot.rect(0, 0, size.width / unit, _GROUND, "white", BODY)


@dataclass(frozen=True, slots=True)
class _Rows:
    count: int
    unit: float


def _rows(size: Size) -> _Rows:
    row = _HIGHEST + _GROUND
    if size.width >= _ONE_ROW * size.height:
        return _Rows(1, size.height / row)
    unit = min(size.width / _WIDE, size.height / row)
    return _Rows(1 + max(0, int((size.height / unit - row) / _BEHIND)), unit)


def _row(spot: Spot, landscape: Landscape, dice: Dice, width: float, *, behind: bool) -> None:
    x = 0.0
    before = ""
    for stand, wide in _fitted(landscape, dice, width):
        if stand.module is not None:
            tones = _tones(dice, before)
            before = tones["wall"]
            if behind:
                tones = dict.fromkeys((*tones, *TONES), "roof") | {"glass": "glass"}
            placed = replace(spot, x=x * spot.unit, tones=tones, mirror=wide if dice.chance(0.5) else None)
            stand.module.draw(placed, Form(wide, stand.height, dice))
        x += wide


def _tones(dice: Dice, before: str) -> Mapping[str, str]:
    wall = dice.pick([tone for tone in _WALLS if tone != before])
    trim = "wall2" if wall == "white" else "white"
    leaf = "accent" if dice.chance(0.3) else "roof"
    return {"wall": wall, "trim": trim, "leaf": leaf, "trunk": "roof" if leaf == "accent" else "white", "post": "white"}


def _fitted(landscape: Landscape, dice: Dice, width: float) -> Iterator[tuple[_Stand, float]]:
    """Yield what stands in a row with its width; together these are `width`."""
    best: Sequence[_Stand] = ()
    for _ in range(_TRIES):
        stands = _chosen(landscape, dice, width)
        least, most = (sum(getattr(stand.width, end) for stand in stands) for end in ("least", "most"))
        if least <= width <= most:
            share = (width - least) / (most - least) if most > least else 0.0
            yield from ((stand, stand.width.at(share)) for stand in stands)
            return
        best = stands
    least = sum(stand.width.least for stand in best)
    if least > width:
        return
    yield from ((stand, stand.width.least) for stand in best)


def _chosen(landscape: Landscape, dice: Dice, width: float) -> list[_Stand]:
    stands: list[_Stand] = []
    gap = Range(landscape.gap * 0.6, landscape.gap * 1.6)
    filled, last, share = 0.0, ["", ""], 0.5
    once: set[str] = set()
    while True:
        open_ = [
            MODULES[name]
            for name in landscape.modules
            if name not in last and name not in once and (MODULES[name].kind != "landmark" or filled > 4)
        ]
        weights = [landscape.modules[each.name] for each in open_]
        found = _weighted(dice, open_, weights)
        middle = found.width.at(0.5)
        if filled + middle > width + 1.5:
            break
        share = dice.between(0.5, 1.0) if share < 0.5 else dice.between(0.0, 0.5)
        stands.append(_Stand(found, found.width, found.height.at(share)))
        stands.append(_Stand(None, gap))
        filled += middle + gap.at(0.5)
        last = [last[1], found.name]
        if found.kind in ("landmark", "water"):
            once.add(found.name)
    return stands[:-1]


def _weighted(dice: Dice, among: Sequence[Module], weights: Sequence[float]) -> Module:
    left = dice.number() * sum(weights)
    for found, weight in zip(among, weights, strict=True):
        left -= weight
        if left < 0:
            return found
    return among[-1]


@lru_cache(maxsize=256)
def draw_building(name: str, seed: str, size: Size, thin: float | None = None) -> tuple[Piece, ...]:
    """Return the pieces of one module, as large as fits a box of `size`, in the middle of its foot.

    Raises:
        KeyError: there is no module with that name.
    """
    found = MODULES[name]
    dice = Dice(seed, name)
    width, height = found.width.at(0.5), found.height.at(0.5)
    unit = min(size.width / width, size.height / height)
    # A box of other proportions than the usual ones gets the widest or the highest there is.
    width = min(max(size.width / unit, found.width.least), found.width.most)
    height = min(max(size.height / unit, found.height.least), found.height.most)
    unit = min(size.width / width, size.height / height)
    brush = Brush(thin=thin)
    left = (size.width - width * unit) / 2
    found.draw(Spot(brush, left, size.height, unit, _tones(dice, "")), Form(width, height, dice))
    return brush.pieces
