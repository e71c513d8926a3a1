"""The `inktarm` block of `stijl.yaml`: what a kit looks like that saves ink; draws nothing itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from speelveld.colors import Color, contrast
from speelveld.units import parse_length

# WCAG 2.1, success criterion 1.4.3.
LEGIBLE = 4.5


@dataclass(frozen=True, slots=True)
class Outline:
    """The line that tells where a filled shape was, and how thick it is in points."""

    color: Color
    line: float


@dataclass(frozen=True, slots=True)
class LowInk:
    """What each colour becomes where it fills a shape or draws a line, and the outline of what is no longer filled."""

    ground: Color
    ink: Color
    fills: Mapping[str, Color] = field(default_factory=dict)
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    lines: Mapping[str, Color] = field(default_factory=dict)

    def fill(self, color: Color) -> Color:
        """Return what fills a shape in place of `color`: the ground, unless the theme says otherwise."""
        return self.fills.get(color.name, self.ground)

    def stroke(self, color: Color) -> Color:
        """Return what draws a line in place of `color`."""
        return self.lines.get(color.name, color)

    def text(self, color: Color) -> Color:
        """Return `color` where it can be read on what fills shapes now, and otherwise ink: white text becomes black."""
        grounds = {self.ground, *self.fills.values()}
        return color if all(contrast(color, ground) >= LEGIBLE for ground in grounds) else self.ink


def read_low_ink(data: Mapping[str, Any], colors: Mapping[str, Color]) -> LowInk:
    """Return the `inktarm` block of a theme with `colors`.

    Raises:
        KeyError: a colour does not exist.
        ValueError: a length is wrong.
    """
    fills: dict[str, Color] = {}
    outlines: dict[str, Outline] = {}
    for group in data.get("vlakken", ()):
        for name in group["kleuren"]:
            fills[colors[name].name] = colors[group["vlak"]]
            if "rand" in group:
                outlines[name] = Outline(colors[group["rand"]], parse_length(group["dikte"]))
    lines = {colors[old].name: colors[new] for old, new in data.get("lijnen", {}).items()}
    return LowInk(colors[data.get("grond", "wit")], colors[data.get("inkt", "inkt")], fills, outlines, lines)
