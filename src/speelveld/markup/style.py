"""A text style and the theme: the colours and styles that a layout names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from speelveld.colors import Color
from speelveld.markup.low_ink import LowInk, Outline
from speelveld.written.hints import PLAIN, suggest

FACES = ("gewoon", "halfvet", "vet", "cursief", "vet_cursief")
HYPHENS = ("gewoon", "nood", "heel")
LAST_WORDS = ("mag_alleen", "niet_alleen")

# Nothing on paper is smaller than this in points, the source line of a card included.
SMALLEST = 9.0
# Lines never come closer than this part of their size by themselves.
_CLOSEST = 1.12
# By how many steps a font that looks larger is brought down to how large the usual one looks.
_EXTRA_STEPS = 3


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: its face, its sizes from the wanted to the smallest, its leading as a factor of those."""

    name: str
    face: str
    sizes: tuple[float, ...]
    leading: float
    color: str
    hyphens: str
    balance: bool
    before: float
    after: float
    alone: bool = True
    """Its last line may hold one word where another line could spare one."""
    hanging: bool = False
    """A quotation mark that it begins with stands left of it."""

    def size(self, step: int) -> float:
        """Return the size in points at `step` (0: the wanted one; past the end: the smallest)."""
        return self.sizes[min(step, len(self.sizes) - 1)]

    def closer(self, less: float) -> "Style":
        """Return the style with its lines `less` of their size closer, if they are far enough apart for that."""
        return replace(self, leading=max(min(self.leading, _CLOSEST), self.leading - less))

    def stretched(self, steps: int, ratio: float) -> "Style":
        """Return the style with `steps` sizes as they are, and after these its smallest one down to `ratio` of it."""
        least = self.sizes[-1]
        extra = (1 - (1 - ratio) * number / _EXTRA_STEPS for number in range(1, _EXTRA_STEPS + 1))
        same = (self.size(step) for step in range(steps))
        return replace(self, sizes=(*same, *(min(least, max(SMALLEST, least * part)) for part in extra)))


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours and styles that layouts may name."""

    colors: Mapping[str, Color]
    styles: Mapping[str, Style]
    low_ink: LowInk | None = None
    """How the colours change to save ink; what a theme file says about it is used only `sparing_ink`."""
    sparing: bool = False

    def color(self, name: str) -> Color:
        """Return the colour `name`; LookupError says which names there are."""
        return self.colors[name] if name in self.colors else _refuse(self.colors, name, "kleur")

    def style(self, name: str) -> Style:
        """Return the style `name`; LookupError says which names there are."""
        return self.styles[name] if name in self.styles else _refuse(self.styles, name, "stijl")

    def with_colors(self, colors: Mapping[str, Color]) -> "Theme":
        """Return the theme with some of its colours replaced."""
        return replace(self, colors={**self.colors, **colors})

    def completed_by(self, usual: "Theme") -> "Theme":
        """Return the theme with the colours and styles of `usual` that it has none of, and what these become in it."""
        names = [name for name in usual.colors if name not in self.colors]
        colors = {**{name: usual.colors[name] for name in names}, **self.colors}
        low_ink = self.low_ink
        if low_ink is not None and usual.low_ink is not None:
            low_ink = low_ink.completed_by(usual.low_ink, names, colors)
        return replace(self, colors=colors, styles={**usual.styles, **self.styles}, low_ink=low_ink)

    def for_font(self, ratio: float) -> "Theme":
        """Return the theme for a font whose x-height is the usual one divided by `ratio`.

        Small letters of such a font look as large at `ratio` times the size; sizes go down to that, but only where
        texts do not fit otherwise.
        """
        steps = max(len(style.sizes) for style in self.styles.values())
        return replace(self, styles={name: style.stretched(steps, ratio) for name, style in self.styles.items()})

    def at_least(self, size: float) -> "Theme":
        """Return the theme without letters smaller than `size` points."""
        return replace(
            self,
            styles={
                name: replace(style, sizes=tuple(max(size, own) for own in style.sizes))
                for name, style in self.styles.items()
            },
        )

    def sparing_ink(self) -> "Theme":
        """Return the theme that draws outlines in place of filled shapes, with dark text in them.

        Raises:
            ValueError: the theme does not say how.
        """
        if self.low_ink is None:
            raise ValueError("stijl.yaml heeft geen blok 'inktarm'; neem dat over uit de stijl.yaml van het programma")
        return replace(self, sparing=True)

    def fill(self, name: str) -> Color:
        """Return what fills a shape that asks for `name`; LookupError as for `color`."""
        color = self.color(name)
        return self.low_ink.fill(color) if self.sparing and self.low_ink else color

    def stroke(self, name: str) -> Color:
        """Return what draws a line that asks for `name`; LookupError as for `color`."""
        color = self.color(name)
        return self.low_ink.stroke(color) if self.sparing and self.low_ink else color

    def text(self, name: str) -> Color:
        """Return the colour of a text or an icon that asks for `name`; LookupError as for `color`."""
        color = self.color(name)
        return self.low_ink.text(color) if self.sparing and self.low_ink else color

    def outline(self, name: str) -> Outline | None:
        """Return the line round a shape without a line of its own that asks to be filled with `name`."""
        return self.low_ink.outlines.get(name) if self.sparing and self.low_ink else None


_T = TypeVar("_T")


def _refuse(names: Mapping[str, _T], name: str, what: str) -> _T:
    raise LookupError(f"{what} {name!r} bestaat niet; {suggest(name, names, PLAIN)}")
