"""What many buildings have: windows in rows, doors, chimneys, dormers and roofs."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BACK, BODY, FINE, ON, ROOF

STOREY = 2.5
"""From floor to floor."""
DOOR, DOOR_HIGH = 1.0, 1.9
WINDOW, WINDOW_HIGH = 0.8, 1.25
SILL = 0.75
"""How far a window stands above its floor."""


def columns(width: float, pitch: float = 1.55, edge: float = 0.5) -> int:
    """Return how many windows stand beside one another in a wall."""
    return max(1, int((width - 2 * edge + pitch - WINDOW) / pitch + 1e-6))


def places(left: float, right: float, count: int, wide: float) -> list[float]:
    """Return the left sides of `count` things of one width, spread evenly from `left` to `right`."""
    gap = (right - left - count * wide) / (count + 1)
    return [left + gap + number * (wide + gap) for number in range(count)]


def windows(
    spot: Spot,
    xs: list[float],
    floors: list[float],
    *,
    wide: float = WINDOW,
    high: float = WINDOW_HIGH,
    tone: str = "glass",
    round_top: bool = False,
    layer: float = ON,
) -> None:
    """Draw a window at every one of `xs` on every one of `floors`, by its bottom left."""
    for y in floors:
        for x in xs:
            if round_top:
                spot.arch(x, y, wide, high, tone, layer)
            else:
                spot.rect(x, y, wide, high, tone, layer)


def door(spot: Spot, x: float, tone: str = "glass", *, wide: float = DOOR, high: float = DOOR_HIGH) -> None:
    """Draw a door by its left side."""
    spot.rect(x, 0.0, wide, high, tone, ON)


def chimney(spot: Spot, x: float, y: float, high: float, tone: str = "roof", wide: float = 0.7) -> None:
    """Draw a chimney behind a roof, from `y` up."""
    spot.rect(x, y, wide, high, tone, BACK)


def hip(spot: Spot, x: float, y: float, width: float, high: float, inset: float, tone: str = "roof") -> None:
    """Draw a roof seen from the side, narrower at its ridge by `inset` at each end."""
    spot.polygon(((x, y), (x + width, y), (x + width - inset, y + high), (x + inset, y + high)), tone, ROOF)


def gable(spot: Spot, x: float, y: float, width: float, high: float, tone: str = "roof", layer: float = ROOF) -> None:
    """Draw a triangle on a wall."""
    spot.polygon(((x, y), (x + width, y), (x + width / 2, y + high)), tone, layer)


def dormer(spot: Spot, x: float, y: float, wide: float = 1.5, high: float = 1.25, tone: str = "white") -> None:
    """Draw a dormer with its window on a roof."""
    spot.rect(x, y, wide, high, tone, ON)
    spot.rect(x + 0.3, y + 0.3, wide - 0.6, high - 0.6, "glass", FINE)


def wall(spot: Spot, width: float, high: float, tone: str = "wall", x: float = 0.0) -> None:
    """Draw a wall that stands on the ground."""
    spot.rect(x, 0.0, width, high, tone, BODY)
