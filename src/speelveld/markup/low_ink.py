"""The `inktarm` block of `stijl.yaml`: what a kit looks like that saves ink; draws nothing itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from speelveld.colors import Color, contrast

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

    def completed_by(self, usual: "LowInk", names: Iterable[str], colors: Mapping[str, Color]) -> "LowInk":
        """Return this with what `usual` says of the colours `names`, in the `colors` of the theme this belongs to."""
        names = set(names)
        fills = {name: colors[color.name] for name, color in usual.fills.items() if name in names}
        outlines = {
            name: Outline(colors[edge.color.name], edge.line) for name, edge in usual.outlines.items() if name in names
        }
        lines = {name: colors[color.name] for name, color in usual.lines.items() if name in names}
        return LowInk(
            self.ground, self.ink, fills | {**self.fills}, outlines | {**self.outlines}, lines | {**self.lines}
        )

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
