"""What many buildings have: windows in rows, doors, chimneys, dormers, roofs; and the water before a quay."""

from collections.abc import Iterable

from speelveld.beeld.brush import COVER, Spot
from speelveld.beeld.dice import Dice
from speelveld.beeld.modules import BACK, BODY, FINE, FRONT, FRONT_ON, KERB, ON, ROOF

STOREY = 2.5
"""From floor to floor."""
DOOR, DOOR_HIGH = 1.0, 1.9
WINDOW, WINDOW_HIGH = 0.8, 1.25
SILL = 0.75
"""How far a window stands above its floor."""
# So many windows are lit.
_LIT = 0.08
# How far the handle of a quarter circle lies from its end, for a radius of 1.
ROUND = 0.5523


def columns(width: float, pitch: float = 1.55, edge: float = 0.5) -> int:
    """Return how many windows stand beside one another in a wall."""
    return max(1, int((width - 2 * edge + pitch - WINDOW) / pitch + 1e-6))


def places(left: float, right: float, count: int, wide: float) -> list[float]:
    """Return the left sides of `count` things of one width, spread evenly from `left` to `right`."""
    gap = (right - left - count * wide) / (count + 1)
    return [left + gap + number * (wide + gap) for number in range(count)]


def floors(low: float, high: float, step: float = STOREY) -> list[float]:
    """Return how high the windows stand on every floor from `low` that ends below `high`."""
    found = []
    while low + WINDOW_HIGH + 0.35 <= high:
        found.append(low)
        low += step
    return found


def windows(
    spot: Spot,
    xs: Iterable[float],
    ys: Iterable[float],
    *,
    wide: float = WINDOW,
    high: float = WINDOW_HIGH,
    tone: str = "glass",
    arched: bool = False,
    layer: float = ON,
    lit: Dice | None = None,
) -> None:
    """Draw a window at every one of `xs` and `ys`, by its bottom left; with dice here and there one is `lit`."""
    draw = spot.arch if arched else spot.rect
    for y in ys:
        for x in xs:
            draw(x, y, wide, high, "accent" if lit is not None and lit.chance(_LIT) else tone, layer)


def door(spot: Spot, x: float, tone: str = "glass", *, wide: float = DOOR, high: float = DOOR_HIGH) -> None:
    """Draw a door by its left side."""
    spot.rect(x, 0.0, wide, high, tone, ON)


def chimney(spot: Spot, x: float, y: float, high: float, tone: str = "trim", wide: float = 0.7) -> None:
    """Draw a chimney behind a roof, from `y` up."""
    spot.rect(x, y, wide, high, tone, BACK)


def hip(spot: Spot, x: float, y: float, width: float, high: float, inset: float, tone: str = "roof") -> None:
    """Draw a roof seen from the side, narrower at its ridge by `inset` at each end."""
    spot.polygon(((x, y), (x + width, y), (x + width - inset, y + high), (x + inset, y + high)), tone, ROOF)


def gable(spot: Spot, x: float, y: float, width: float, high: float, tone: str = "roof", layer: float = ROOF) -> None:
    """Draw a triangle on a wall."""
    spot.polygon(((x, y), (x + width, y), (x + width / 2, y + high)), tone, layer, min(width, high) / 2)


def dormer(spot: Spot, x: float, y: float, wide: float = 1.5, high: float = 1.25, tone: str = "white") -> None:
    """Draw a dormer with its window on a roof."""
    spot.rect(x, y, wide, high, tone, ON)
    if not spot.in_lines:
        spot.rect(x + 0.3, y + 0.3, wide - 0.6, high - 0.6, "glass", FINE)


def wall(spot: Spot, width: float, high: float, tone: str = "wall", x: float = 0.0) -> None:
    """Draw a wall that stands on the ground."""
    spot.rect(x, 0.0, width, high, tone, BODY)


def house(spot: Spot, left: float, right: float, eaves: float, top: float, tone: str, layer: float = BODY) -> None:
    """Draw a wall that ends in a point."""
    spot.polygon(((left, 0), (right, 0), (right, eaves), ((left + right) / 2, top), (left, eaves)), tone, layer)


def clock(spot: Spot, x: float, y: float, radius: float, layer: float = ON) -> None:
    """Draw a clock at five to three."""
    spot.circle(x, y, radius, "accent", layer)
    spot.bar((x, y), (x, y + radius * 0.7), radius * 0.2, "glass", layer + 0.5)
    spot.bar((x, y), (x + radius * 0.55, y), radius * 0.2, "glass", layer + 0.6)


def flag(spot: Spot, x: float, y: float, high: float) -> None:
    """Draw a flag on its pole, flying to the right."""
    spot.rect(x - 0.1, y, 0.2, high, "post", BACK)
    spot.polygon(
        ((x + 0.1, y + high), (x + 1.7, y + high - 0.1), (x + 1.7, y + high - 1.1), (x + 0.1, y + high - 1.0)),
        "accent",
        ROOF,
    )


def water(spot: Spot, width: float) -> None:
    """Draw the water in which something lies, with waves, in front of it."""
    count = max(2, round(width / 1.7))
    each, top, deep = width / count, 0.5, 0.22
    points: list[tuple[float, float]] = [(width, -KERB), (width, top)]
    for number in range(count):
        x = width - number * each
        points += [(x - each * 0.3, top - deep), (x - each * 0.7, top - deep), (x - each, top)]
    points.append((0, -KERB))
    steps = "ml" + "c" * count + "lh"
    if spot.in_lines:
        # It hides what is under it; of the water itself one sees the waves.
        spot.curve(steps, points, COVER, FRONT)
        spot.curve("m" + "c" * count, points[1:-1], "water", FRONT_ON, 0.0)
    else:
        spot.curve(steps, points, "water", FRONT)
