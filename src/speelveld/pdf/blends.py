"""Gradients, and what shines through → operators, and the objects that these name (ISO 32000-1, 8.7 and 11)."""

import re
from dataclasses import dataclass, replace
from typing import TypeAlias

from speelveld.colors import Color
from speelveld.geometry import Rect
from speelveld.geometry.reach import line_bounds
from speelveld.pdf.operators import Ink, Space, clip, number, path, rectangle, transform
from speelveld.pdf.raw import dictionary
from speelveld.pdf.shadings import shading
from speelveld.typeset import Ends, Gradient, Outline, Shade, Shape

_USED = re.compile(r"/(\w+) (?:Do|gs|sh)\b")
_WHITE = Color("wit", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))


@dataclass(frozen=True, slots=True)
class Shading:
    """A gradient as an object of a file, written already."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Layer:
    """What is drawn apart, and then laid on the page as a whole."""

    name: str
    box: Rect
    operators: str
    ink: Ink


@dataclass(frozen=True, slots=True)
class Veil:
    """A graphics state in which things cover what lies under them by `opacity`, or as much as `layer` is light."""

    name: str
    opacity: float = 1.0
    layer: str | None = None


Piece: TypeAlias = Shading | Layer | Veil


class Blends:
    """What one file needs for gradients and for what is not opaque; each piece uses only those before it."""

    def __init__(self, space: Space) -> None:
        self._space: Space = space
        self._made: dict[object, str] = {}
        self.pieces: list[Piece] = []

    @property
    def is_clear(self) -> bool:
        """Whether something shines through something."""
        return any(not isinstance(piece, Shading) for piece in self.pieces)

    def shade(self, shade: Shade) -> str:
        """Return the operators that draw a gradient where its outline is filled, or has its line."""
        return self._shade(shade, self._space)

    def veil(self, opacity: float) -> str:
        """Return the operator for all that covers by `opacity`."""
        key = ("veil", number(opacity, 4))
        if key not in self._made:
            self._made[key] = self._add(Veil(f"Gs{len(self.pieces)}", opacity))
        return f"/{self._made[key]} gs"

    def layer(self, operators: str, box: Rect) -> str:
        """Return the operator that lays on the page, as a whole, what `operators` draw within `box`."""
        return f"/{self._layer(operators, box, self._space)} Do"

    def _shade(self, shade: Shade, ink: Ink) -> str:
        outline, gradient = shade.outline, shade.gradient
        whole = outline.stroke is not None or ink == "grey"
        found = ["q", f"{rectangle(_around(outline))} W n" if whole else clip(Outline(outline.path, outline.even_odd))]
        if ink != "grey" and not gradient.opaque:
            found.append(self._masked(self._shade(shade, "grey"), outline))
        elif outline.stroke is not None:
            # A line is no path to cut off at: it is seen where it would be white.
            found.append(self._masked(path(replace(outline, stroke=_WHITE), "grey"), outline))
        found.append(f"{transform(gradient.matrix)} /{self._shading(gradient, ink)} sh Q")
        return " ".join(found)

    def _masked(self, operators: str, outline: Shape) -> str:
        layer = self._layer(operators, _around(outline), "grey")
        key = ("mask", layer)
        if key not in self._made:
            self._made[key] = self._add(Veil(f"Gs{len(self.pieces)}", layer=layer))
        return f"/{self._made[key]} gs"

    def _layer(self, operators: str, box: Rect, ink: Ink) -> str:
        key = ("layer", operators, box, ink)
        if key not in self._made:
            self._made[key] = self._add(Layer(f"Gr{len(self.pieces)}", box, operators, ink))
        return self._made[key]

    def _shading(self, gradient: Gradient, ink: Ink) -> str:
        text = shading(gradient, ink)
        if text not in self._made:
            self._made[text] = self._add(Shading(f"Sh{len(self.pieces)}", text))
        return self._made[text]

    def _add(self, piece: Piece) -> str:
        self.pieces.append(piece)
        return piece.name


def veiled(veil: Veil, layer: str) -> str:
    """Return the dictionary of a veil that says nothing of what lies around it; `layer` stands for its layer."""
    if veil.layer:
        return dictionary({"Type": "/ExtGState", "SMask": dictionary({"S": "/Luminosity", "G": layer})})
    return dictionary({"Type": "/ExtGState", "CA": number(veil.opacity, 4), "ca": number(veil.opacity, 4)})


def used(operators: str) -> list[str]:
    """Return the names of the pieces that `operators` need, each once."""
    return list(dict.fromkeys(_USED.findall(operators)))


def _around(outline: Shape) -> Rect:
    if outline.stroke is None:
        return outline.path.bounds
    ends = outline.ends or Ends()
    return line_bounds(outline.path, outline.line, miter=1.0 if ends.join else ends.miter)
