"""What a street is built of: every module by its name, with the room it takes and the function that draws it.

Lengths are in units: a door is one unit wide. A module keeps within its width and height.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from speelveld.beeld.brush import Spot
from speelveld.beeld.dice import Dice

# Lower layers are painted first. What stands in one layer does not overlap.
BACK, BODY, ROOF, ON, FINE, FINEST, FRONT, FRONT_ON = range(8)
LAYERS = 8

Kind = Literal["house", "landmark", "low", "green", "prop", "water"]
"""How a street uses it: most are houses, a landmark stands out, low ones and green give air, props stand between."""

TONES = (
    *("wall1", "wall2", "wall3", "white", "accent", "roof", "glass"),
    *("leaf", "trunk", "post", "kerb", "land", "water", "cloud"),
    *("far wall", "far trim", "far roof"),
)
"""The roles of the colours: walls, white, what stands out, roofs and windows; green, posts, pavement, water and clouds.

A drawing also says 'wall' and 'trim'. These are one of the walls or white, and another one that goes with it.
"""

KERB = 0.5
"""How thick the strip of ground is on which all stands; what lies in the water reaches down into it."""


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most of a length."""

    least: float
    most: float

    def at(self, share: float) -> float:
        """Return the length at `share` of the way."""
        return self.least + (self.most - self.least) * share


@dataclass(frozen=True, slots=True)
class Form:
    """How large one of a kind is, and what else differs among its kind."""

    width: float
    height: float
    dice: Dice


Draw = Callable[[Spot, Form], None]


@dataclass(frozen=True, slots=True)
class Module:
    """One kind of building, tree or thing in the street."""

    name: str
    kind: Kind
    width: Range
    height: Range
    draw: Draw

    @property
    def sunk(self) -> float:
        """How far it reaches below the ground line."""
        return KERB if self.kind == "water" else 0.0


_MODULES: dict[str, Module] = {}
MODULES: Mapping[str, Module] = _MODULES
"""Every module by its name; filled by the modules of drawings that `beeld` imports."""


def module(name: str, kind: Kind, width: tuple[float, float], height: tuple[float, float]) -> Callable[[Draw], Draw]:
    """Register the function that draws the module `name`, from least to most wide and high."""

    def register(draw: Draw) -> Draw:
        _MODULES[name] = Module(name, kind, Range(*width), Range(*height), draw)
        return draw

    return register
