"""A row of modules of exactly one width: which ones, in which order, how wide and how high each is.

High and low take turns, landmarks stand apart, and what stands out stands there once. Nothing is drawn here.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from speelveld.beeld.dice import Dice
from speelveld.beeld.landscapes import Landscape
from speelveld.beeld.modules import MODULES, Kind, Module, Range

ALL_KINDS: frozenset[Kind] = frozenset({"house", "landmark", "low", "green", "prop", "water"})

# One landmark for so many units of width, and none in a row narrower than the second.
_PER_LANDMARK, _NARROW = 34.0, 15.0
# Other orders are tried until one has exactly the right width, within what its modules may have.
_TRIES = 30


@dataclass(frozen=True, slots=True)
class Placed:
    """A module at its place in a row, in units."""

    module: Module
    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Stand:
    module: Module | None
    width: Range
    height: float = 0.0


def row_of(
    landscape: Landscape,
    dice: Dice,
    width: float,
    ceiling: float,
    kinds: Collection[Kind] = ALL_KINDS,
    *,
    tall: bool = False,
) -> list[Placed]:
    """Return modules of these kinds, none higher than `ceiling`, side by side over the whole of `width`.

    With `tall` its landmarks are the highest there are.
    """
    usable = {
        MODULES[name]: share
        for name, share in landscape.modules.items()
        if MODULES[name].kind in kinds and MODULES[name].height.least <= ceiling
    }
    closest: Sequence[_Stand] = ()
    for _ in range(_TRIES):
        stands = _chosen(usable, landscape.gap, dice, width, ceiling, tall)
        least, most = _reach(stands)
        if least <= width <= most:
            return list(_spread(stands, width))
        if least <= width and (not closest or most > _reach(closest)[1]):
            closest = stands
    return list(_spread(closest, width)) if closest else []


def _reach(stands: Sequence[_Stand]) -> tuple[float, float]:
    return sum(stand.width.least for stand in stands), sum(stand.width.most for stand in stands)


def _spread(stands: Sequence[_Stand], width: float) -> Iterator[Placed]:
    """Yield the modules, each as much wider as there is room; with more room than that, white between them."""
    least, most = _reach(stands)
    share = min(1.0, (width - least) / (most - least)) if most > least else 0.0
    over = max(0.0, width - most) / max(1, len(stands) - 1)
    x = over / 2 if len(stands) == 1 else 0.0
    for stand in stands:
        wide = stand.width.at(share)
        if stand.module is not None:
            yield Placed(stand.module, x, wide, stand.height)
        x += wide + over


def _chosen(
    usable: dict[Module, float], gap: float, dice: Dice, width: float, ceiling: float, tall: bool
) -> list[_Stand]:
    landmarks = [each for each in usable if each.kind == "landmark"]
    wanted = _landmarks(landmarks, dice, width, tall)
    stands: list[_Stand] = []
    before: list[Module] = []
    x, share = 0.0, dice.number()
    while True:
        if wanted and (x >= wanted[0][0]):
            found = wanted.pop(0)[1]
        else:
            others = [each for each in usable if each.kind != "landmark" and _may_follow(each, before)]
            if not others:
                others = [each for each in usable if each.kind != "landmark"] or list(usable)
            if not others:
                return []
            found = _weighted(dice, others, [usable[each] for each in others])
        if x + found.width.at(0.5) > width + 2.0:
            break
        share = dice.between(0.55, 1.0) if share < 0.5 else dice.between(0.0, 0.45)
        high = 1.0 - 0.35 * dice.number() if found.kind == "landmark" else share
        wet = bool(before) and before[-1].kind == "water" and found.kind == "water"
        if stands:
            stands.append(_Stand(None, Range(0.0, 0.4) if wet else _gap(gap, found, before[-1])))
            x += stands[-1].width.at(0.5)
        stands.append(_Stand(found, found.width, min(ceiling, found.height.at(high))))
        x += found.width.at(0.5)
        before.append(found)
    return stands


def _gap(gap: float, one: Module, other: Module) -> Range:
    """Return the white between two modules: more where one of them is no building."""
    loose = {"green", "prop", "water"} & {one.kind, other.kind}
    return Range(max(gap, 0.3) * 0.7, max(gap, 0.3) * 2.0) if loose else Range(gap * 0.7, gap * 1.6)


def _landmarks(landmarks: Sequence[Module], dice: Dice, width: float, tall: bool) -> list[tuple[float, Module]]:
    """Return landmarks with where they begin at the earliest."""
    if not landmarks or width < _NARROW:
        return []
    count = min(len(landmarks), max(1, round(width / _PER_LANDMARK)))
    order = dice.shuffled(landmarks)
    if tall:
        order.sort(key=lambda each: -each.height.most)
    part = width / count
    return [(number * part + dice.between(0.12, 0.6) * part, order[number % len(order)]) for number in range(count)]


def _may_follow(found: Module, before: Sequence[Module]) -> bool:
    """Tell whether `found` may stand here: not twice within three, not one prop or tree after another."""
    if found in before[-3:]:
        return False
    last = before[-1].kind if before else None
    if found.kind in ("prop", "green") and last in ("prop",):
        return False
    if found.kind == "green" and last == "green":
        return len(before) < 2 or before[-2].kind != "green"
    if found.kind == "water":
        return all(each.kind != "water" for each in before[-7:-1]) and before.count(found) < 2
    return not (found.kind == "low" and last == "low")


def _weighted(dice: Dice, among: Sequence[Module], weights: Sequence[float]) -> Module:
    left = dice.number() * sum(weights)
    for found, weight in zip(among, weights, strict=True):
        left -= weight
        if left < 0:
            return found
    return among[-1]
