"""A box on a sheet, in millimetres from the top left of the paper."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Box:
    """A box on a sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def turned(self) -> "Box":
        """The box with x and y changed."""
        return Box(self.top, self.left, self.bottom, self.right)

    def inset(self, by: float) -> "Box":
        return Box(self.left + by, self.top + by, self.right - by, self.bottom - by)

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def near(self, other: "Box", slack: float = 1.5 * 25.4 / 300) -> bool:
        """Tell whether every side lies within `slack` of that of `other`; a dot and a half of 300 in an inch."""
        return all(abs(one - two) <= slack for one, two in zip(astuple(self), astuple(other), strict=True))
