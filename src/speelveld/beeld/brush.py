"""Flat shapes gathered by layer and tone: few paths for many shapes, in the order in which they are painted.

A brush knows no colours: a tone is a role, such as the roof, and who draws the pieces says which colour that has.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from speelveld.geometry import Path, Point
from speelveld.geometry.outlines import KAPPA

# The tones of a drawing that is all lines: what a line goes round, what is a line alone, and what only hides.
OUTLINED, LINE, COVER = "outlined", "line", "cover"

# A hundredth of a point is a third of a hundredth of a millimetre.
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Shapes of one tone that lie beside one another."""

    tone: str
    path: Path


@dataclass(frozen=True, slots=True)
class Lines:
    """How a drawing in lines is made: how thick they are, and what is so thin that it becomes one line, in points."""

    thick: float
    thin: float


class Brush:
    """Gathers shapes in points from the top left, y downwards."""

    def __init__(self, lines: Lines | None = None) -> None:
        """Begin with nothing; with `lines` these are drawn in place of tones."""
        self.lines = lines
        self._gathered: dict[tuple[float, str], tuple[list[str], list[Point]]] = {}

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What was drawn: lower layers first."""
        return tuple(
            Piece(tone, Path("".join(steps), tuple(points)))
            for (_, tone), (steps, points) in sorted(self._gathered.items(), key=lambda item: item[0])
        )

    def add(self, layer: float, tone: str, steps: str, points: Iterable[tuple[float, float]], thick: float) -> None:
        """Add a path; `thick` is how far its sides are apart where it is narrowest."""
        if self.lines is not None and tone != COVER:
            tone = LINE if thick < self.lines.thin else OUTLINED
        gathered = self._gathered.setdefault((layer, tone), ([], []))
        gathered[0].append(steps)
        gathered[1].extend(Point(round(x, _DIGITS), round(y, _DIGITS)) for x, y in points)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is drawn: in units of its own from its bottom left, y upwards."""

    brush: Brush
    x: float
    base: float
    unit: float
    """How many points a unit is."""
    tones: Mapping[str, str]
    """What the tones of the drawing are called on the brush; one that is not among them keeps its name."""
    layer: float = 0.0
    mirror: float | None = None
    """The width over which left and right are swapped."""

    @property
    def in_lines(self) -> bool:
        """Whether the drawing is all lines: then leave out what would be two lines close together."""
        return self.brush.lines is not None

    def rect(self, x: float, y: float, width: float, height: float, tone: str, layer: float) -> None:
        """Draw a rectangle by its bottom left."""
        right, top, middle, level = x + width, y + height, x + width / 2, y + height / 2
        if self.is_thin(min(width, height)):
            ends = ((middle, y), (middle, top)) if width < height else ((x, level), (right, level))
            self._add(layer, tone, "ml", ends, 0.0)
        else:
            self._add(layer, tone, "mlllh", ((x, y), (right, y), (right, top), (x, top)), min(width, height))

    def polygon(self, corners: Iterable[tuple[float, float]], tone: str, layer: float, thick: float = 1.0) -> None:
        """Draw straight lines from corner to corner, and back to the first."""
        points = tuple(corners)
        self._add(layer, tone, "m" + "l" * (len(points) - 1) + "h", points, thick)

    def taper(self, x: float, low: tuple[float, float], high: tuple[float, float], tone: str, layer: float) -> None:
        """Draw what is as wide as `low` says at a height, and `high` at another, on both sides of `x`: (y, width)."""
        (bottom, wide), (top, narrow) = low, high
        corners = ((x - wide / 2, bottom), (x + wide / 2, bottom), (x + narrow / 2, top), (x - narrow / 2, top))
        self._add(layer, tone, "mlllh", corners, min(max(wide, narrow), top - bottom))

    def curve(
        self, steps: str, points: Iterable[tuple[float, float]], tone: str, layer: float, thick: float = 1.0
    ) -> None:
        """Draw a path by its steps, as a `Path` has them."""
        self._add(layer, tone, steps, tuple(points), thick)

    def ellipse(self, x: float, y: float, rx: float, ry: float, tone: str, layer: float) -> None:
        """Draw an ellipse round (`x`, `y`)."""
        self._add(layer, tone, "mcccch", tuple(_ellipse(x, y, rx, ry)), 2 * min(rx, ry))

    def circle(self, x: float, y: float, radius: float, tone: str, layer: float) -> None:
        """Draw a circle round (`x`, `y`)."""
        self.ellipse(x, y, radius, radius, tone, layer)

    def arch(self, x: float, y: float, width: float, height: float, tone: str, layer: float) -> None:
        """Draw a rectangle with a round top, by its bottom left."""
        rise = min(width / 2, height)
        foot, top, right, middle = y + height - rise, y + height, x + width, x + width / 2
        k, across = rise * KAPPA, width / 2 * KAPPA
        points = (
            (x, y),
            (right, y),
            (right, foot),
            *((right, foot + k), (middle + across, top), (middle, top)),
            *((middle - across, top), (x, foot + k), (x, foot)),
        )
        self._add(layer, tone, "mllcch", points, min(width, height))

    def bar(self, start: tuple[float, float], end: tuple[float, float], thick: float, tone: str, layer: float) -> None:
        """Draw a straight bar from point to point."""
        if self.is_thin(thick):
            self._add(layer, tone, "ml", (start, end), 0.0)
            return
        (x1, y1), (x2, y2) = start, end
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
        dx, dy = (y2 - y1) / length * thick / 2, (x1 - x2) / length * thick / 2
        corners = ((x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy))
        self._add(layer, tone, "mlllh", corners, thick)

    def ring(self, middle: tuple[float, float], radii: tuple[float, float], tone: str, layer: float) -> None:
        """Draw a ring round `middle`, between its outer and its inner radius."""
        (x, y), (outer, inner) = middle, radii
        if self.is_thin(outer - inner):
            between = (outer + inner) / 2
            self._add(layer, tone, "mcccch", tuple(_ellipse(x, y, between, between)), 0.0)
        else:
            # The other way round, so that what is inside it stays open.
            points = (*_ellipse(x, y, outer, outer), *_ellipse(x, y, inner, -inner))
            self._add(layer, tone, "mcccchmcccch", points, outer - inner)

    def is_thin(self, thick: float) -> bool:
        """Tell whether what is so thick is drawn as one line, along its middle."""
        lines = self.brush.lines
        return lines is not None and thick * self.unit < lines.thin

    def _add(self, layer: float, tone: str, steps: str, points: tuple[tuple[float, float], ...], thick: float) -> None:
        unit, base = self.unit, self.base
        if self.mirror is None:
            left = self.x
            placed = [(left + x * unit, base - y * unit) for x, y in points]
        else:
            right = self.x + self.mirror * unit
            placed = [(right - x * unit, base - y * unit) for x, y in points]
        self.brush.add(self.layer + layer, self.tones.get(tone, tone), steps, placed, thick * unit)


def _ellipse(x: float, y: float, rx: float, ry: float) -> Iterator[tuple[float, float]]:
    kx, ky = rx * KAPPA, ry * KAPPA
    yield from ((x + rx, y), (x + rx, y + ky), (x + kx, y + ry), (x, y + ry))
    yield from ((x - kx, y + ry), (x - rx, y + ky), (x - rx, y))
    yield from ((x - rx, y - ky), (x - kx, y - ry), (x, y - ry))
    yield from ((x + kx, y - ry), (x + rx, y - ky), (x + rx, y))
