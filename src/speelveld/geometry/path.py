"""Paths: lines and curves to fill or to stroke."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from speelveld.geometry.boxes import Rect
from speelveld.geometry.matrix import Matrix
from speelveld.geometry.point import Point

TAKES: Mapping[str, int] = {"m": 1, "l": 1, "c": 3, "h": 0}
"""How many points each step takes."""


@dataclass(frozen=True, slots=True)
class Path:
    """Steps, each of which takes the next of `points`.

    'm' moves to a point, 'l' draws a line to one, 'c' a Bézier curve with two handles to the third, and 'h' closes what
    was begun by the last 'm'.
    """

    steps: str = ""
    points: tuple[Point, ...] = ()

    @classmethod
    def line(cls, start: Point, end: Point) -> "Path":
        """Return a straight line."""
        return cls("ml", (start, end))

    @classmethod
    def closed(cls, corners: Iterable[Point]) -> "Path":
        """Return straight lines from corner to corner, and back to the first."""
        points = tuple(corners)
        return cls(_joined(points) + "h" if points else "", points)

    @classmethod
    def open(cls, corners: Iterable[Point]) -> "Path":
        """Return straight lines from corner to corner."""
        points = tuple(corners)
        return cls(_joined(points), points)

    @classmethod
    def outline(cls, box: Rect) -> "Path":
        """Return the sides of `box`."""
        x, y, right, bottom = box.x, box.y, box.right, box.bottom
        return cls("mlllh", (Point(x, y), Point(right, y), Point(right, bottom), Point(x, bottom)))

    def __bool__(self) -> bool:
        return bool(self.steps)

    def __iter__(self) -> Iterator[tuple[str, tuple[Point, ...]]]:
        """Yield each step with its own points."""
        at, points = 0, self.points
        for step in self.steps:
            end = at + TAKES[step]
            yield step, points[at:end]
            at = end

    @property
    def bounds(self) -> Rect:
        """The box around all points of a path that has any, the handles of curves among them."""
        xs, ys = [point.x for point in self.points], [point.y for point in self.points]
        return Rect.spanning(min(xs), min(ys), max(xs), max(ys))

    @property
    def is_box(self) -> bool:
        """Whether it is the outline of an upright box."""
        corners = set(self.points)
        straight = "c" not in self.steps and len(corners) == 4
        return straight and len({x for x, _ in corners}) == len({y for _, y in corners}) == 2

    def through(self, matrix: Matrix) -> "Path":
        """Return the path where `matrix` puts it."""
        return Path(self.steps, tuple(map(matrix.at, self.points)))

    def moved(self, dx: float, dy: float, scale: float = 1.0) -> "Path":
        """Return the path scaled about the origin, then shifted."""
        return _moved(self, dx, dy, scale)


NO_PATH = Path()
"""A path without steps, of which nothing shows."""


class Pen:
    """Draws a path step by step."""

    def __init__(self) -> None:
        self._steps: list[str] = []
        self._points: list[Point] = []

    @property
    def path(self) -> Path:
        """What was drawn so far."""
        return Path("".join(self._steps), tuple(self._points))

    def move(self, to: Point) -> None:
        """Begin at a point."""
        self._step("m", to)

    def line(self, to: Point) -> None:
        """Draw a straight line to a point."""
        self._step("l", to)

    def curve(self, first: Point, second: Point, to: Point) -> None:
        """Draw a Bézier curve to a point, by its two handles."""
        self._step("c", first, second, to)

    def close(self) -> None:
        """Draw a line back to where the pen began."""
        self._step("h")

    def _step(self, step: str, *points: Point) -> None:
        self._steps.append(step)
        self._points += points


def _joined(points: tuple[Point, ...]) -> str:
    return "m" + "l" * (len(points) - 1) if points else ""


# Cards of one kind draw the same shapes at the same places: these are worked out once, and shared by all frames.
@lru_cache(maxsize=4096)
def _moved(path: Path, dx: float, dy: float, scale: float) -> Path:
    return Path(path.steps, tuple([Point(x * scale + dx, y * scale + dy) for x, y in path.points]))
