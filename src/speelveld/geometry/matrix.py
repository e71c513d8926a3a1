"""Matrices: what moves, scales and turns a drawing."""

import math
from dataclasses import dataclass

from speelveld.geometry.boxes import Rect, Size
from speelveld.geometry.point import Point

# The sine of an angle that is none: turns in quarters are not quite round numbers.
_STRAIGHT = 1e-6


@dataclass(frozen=True, slots=True)
class Matrix:
    """Where a drawing goes: (x, y) becomes (a·x + c·y + e, b·x + d·y + f)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @classmethod
    def moving(cls, dx: float, dy: float) -> "Matrix":
        """Return the matrix that shifts by (`dx`, `dy`)."""
        return cls(1.0, 0.0, 0.0, 1.0, dx, dy)

    @classmethod
    def scaling(cls, across: float, down: float) -> "Matrix":
        """Return the matrix that scales about the origin."""
        return cls(across, 0.0, 0.0, down, 0.0, 0.0)

    @classmethod
    def turning(cls, degrees: float, about: Point) -> "Matrix":
        """Return the matrix that turns clockwise by `degrees` about a point."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        x, y = about
        return cls(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)

    @classmethod
    def into(cls, box: Rect, turn: int, scale: float = 1.0) -> "Matrix":
        """Return where a drawing at the origin goes that fills `box` once it is scaled, and turned in quarters."""
        match turn % 360:
            case 0:
                return cls(scale, 0.0, 0.0, scale, box.x, box.y)
            case 90:
                return cls(0.0, scale, -scale, 0.0, box.right, box.y)
            case 180:
                return cls(-scale, 0.0, 0.0, -scale, box.right, box.bottom)
            case 270:
                return cls(0.0, -scale, scale, 0.0, box.x, box.bottom)
        raise AssertionError(f"a drawing is turned in quarters, not by {turn} degrees")

    @classmethod
    def filling(cls, at: Rect, size: Size, turn: int) -> "Matrix":
        """Return the matrix that draws what is of `size` so that it fills `at`, turned clockwise by `turn` degrees."""
        return cls.into(at, turn, at.width / (size.width if turn % 180 == 0 else size.height))

    def before(self, other: "Matrix") -> "Matrix":
        """Return the matrix that does this one first and then `other`."""
        return Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )

    def at(self, point: Point) -> Point:
        """Return where `point` goes."""
        x, y = point
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def around(self, box: Rect) -> Rect:
        """Return the upright box around where `box` goes."""
        left, right, top, bottom = box.x, box.right, box.y, box.bottom
        across = self.a * left, self.a * right
        along = self.c * top, self.c * bottom
        down = self.b * left, self.b * right
        up = self.d * top, self.d * bottom
        return Rect.spanning(
            min(across) + min(along) + self.e,
            min(down) + min(up) + self.f,
            max(across) + max(along) + self.e,
            max(down) + max(up) + self.f,
        )

    @property
    def inverse(self) -> "Matrix":
        """The matrix that undoes this one, which does not flatten a drawing to a line."""
        a, b, c, d, e, f = self.a, self.b, self.c, self.d, self.e, self.f
        area = a * d - b * c
        return Matrix(d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)

    @property
    def scale(self) -> float:
        """How much longer lengths become; where that differs by direction, the square of it is what areas grow by."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def straight(self) -> bool:
        """Whether it turns by quarters at most, so that the box around boxes goes where they go."""
        level = abs(self.b) < _STRAIGHT and abs(self.c) < _STRAIGHT
        return level or (abs(self.a) < _STRAIGHT and abs(self.d) < _STRAIGHT)


HERE = Matrix(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""What leaves all where it is."""
