"""Clouds over a street, where there is sky enough."""

from collections.abc import Sequence

from speelveld.beeld.brush import Spot
from speelveld.beeld.dice import Dice
from speelveld.beeld.modules import BACK

# One cloud at most for so many units of width.
_PER_CLOUD = 20.0
_TRIES = 8
# White between a cloud and what is under, above and beside it.
_FREE = 1.2


def draw_clouds(
    spot: Spot, dice: Dice, width: float, height: float, tops: Sequence[tuple[float, float, float]]
) -> None:
    """Draw clouds above `tops` (from, to, how high), in a sky of `width` and `height` units."""
    taken = list(tops)
    for _ in range(max(1, round(width / _PER_CLOUD))):
        for _ in range(_TRIES):
            wide = dice.between(4.0, 6.5)
            high = wide * 0.36
            x = dice.between(0.5, max(0.5, width - wide - 0.5))
            under = max(
                (top for left, right, top in taken if left < x + wide + _FREE and right > x - _FREE), default=0.0
            )
            room = height - high - 0.3 - under - _FREE
            if room > 0:
                y = under + _FREE + room * dice.between(0.5, 1.0)
                _cloud(spot, x, y, wide, high)
                taken.append((x - 2, x + wide + 2, height))
                break


def _cloud(spot: Spot, x: float, y: float, wide: float, high: float) -> None:
    points = (
        (x + wide * 0.14, y),
        (x + wide * 0.86, y),
        *((x + wide * 1.05, y), (x + wide * 1.05, y + high * 0.55), (x + wide * 0.83, y + high * 0.55)),
        *((x + wide * 0.8, y + high * 1.08), (x + wide * 0.48, y + high * 1.22), (x + wide * 0.4, y + high * 0.72)),
        *((x + wide * 0.34, y + high * 0.92), (x + wide * 0.16, y + high * 0.85), (x + wide * 0.17, y + high * 0.5)),
        *((x - wide * 0.05, y + high * 0.5), (x - wide * 0.05, y), (x + wide * 0.14, y)),
    )
    spot.curve("mlcccch", points, "cloud", BACK)
