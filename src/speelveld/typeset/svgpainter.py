"""A path of an SVG, with what it is painted with → the items that show it."""

from dataclasses import dataclass, replace

from speelveld.colors import Color
from speelveld.geometry import Matrix, Path
from speelveld.typeset.frame import Group, Item, Shade, Shape
from speelveld.typeset.gradient import Gradient
from speelveld.typeset.svgpaint import Line, Paint

# A stroke under a matrix that stretches less than this unevenly is drawn evenly.
_EVEN = 1e-4
_WHITE = Color("logo", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0), chosen=False)


@dataclass(frozen=True, slots=True)
class Painter:
    """A path, where it goes, and the line along it."""

    path: Path
    matrix: Matrix
    line: Line
    even_odd: bool
    plain: bool
    """Whether it has no corners sharp enough for a limit to matter."""

    def items(self, fill: Paint | None, stroke: Paint | None, *, stroke_first: bool) -> list[Item]:
        """Return what is seen of it; as one item where it can be."""
        solid = [paint for paint in (fill, stroke) if paint and paint.opacity == 1]
        both = [paint.what for paint in solid if isinstance(paint.what, Color)]
        if len(both) == 2 and not stroke_first and self._is_even:
            return [self._stroked(self.path.through(self.matrix), self.matrix.scale, both[0], both[1])]
        parts = ([self._filled(fill)] if fill else []), ([self._lined(stroke)] if stroke else [])
        return [*parts[1], *parts[0]] if stroke_first else [*parts[0], *parts[1]]

    @property
    def _is_even(self) -> bool:
        """Whether the matrix keeps a line equally wide in every direction."""
        m = self.matrix
        across, down = m.a * m.a + m.b * m.b, m.c * m.c + m.d * m.d
        most = max(across, down)
        return abs(across - down) <= _EVEN * most and abs(m.a * m.c + m.b * m.d) <= _EVEN * most

    def _filled(self, paint: Paint) -> Item:
        shape = Shape(self.path.through(self.matrix), _ink(paint), None, 0.0, even_odd=self.even_odd)
        return _covering(_shaded(shape, paint, self.matrix), paint.opacity)

    def _lined(self, paint: Paint) -> Item:
        if self._is_even:
            shape = self._stroked(self.path.through(self.matrix), self.matrix.scale, None, _ink(paint))
            return _covering(_shaded(shape, paint, self.matrix), paint.opacity)
        # What stretches the line is left to the matrix; what makes it larger is not, for its numbers are rounded.
        scale = self.matrix.scale
        shape = self._stroked(self.path.moved(0.0, 0.0, scale), scale, None, _ink(paint))
        stretched = Matrix.scaling(1 / scale, 1 / scale).before(self.matrix)
        inner = _shaded(shape, paint, Matrix.scaling(scale, scale))
        return Group(None, (inner,), stretched, opacity=paint.opacity)

    def _stroked(self, path: Path, scale: float, fill: Color | None, stroke: Color) -> Shape:
        ends = replace(self.line.ends, offset=self.line.ends.offset * scale)
        usual = not ends.cap and not ends.join and not ends.offset and self.plain and ends.miter > 1.5
        dash = tuple(length * scale for length in self.line.dash)
        width = self.line.width * scale
        return Shape(path, fill, stroke, width, dash, even_odd=self.even_odd, ends=None if usual else ends)


def _ink(paint: Paint) -> Color:
    return paint.what if isinstance(paint.what, Color) else _WHITE


def _shaded(shape: Shape, paint: Paint, matrix: Matrix) -> Item:
    return Shade(shape, paint.what.through(matrix)) if isinstance(paint.what, Gradient) else shape


def _covering(item: Item, opacity: float) -> Item:
    return item if opacity == 1 else Group(None, (item,), opacity=opacity)
