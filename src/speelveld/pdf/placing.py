"""Where a frame goes on its page."""

from speelveld.colors import Color
from speelveld.geometry import Matrix, Path, Rect, Size
from speelveld.typeset import Shape


def placing(size: Size, at: Rect, turn: int) -> Matrix:
    """Return where a frame of `size` goes so that it fills `at`, turned clockwise."""
    scale = at.width / (size.width if turn % 180 == 0 else size.height)
    return Matrix.into(at, turn, scale)


def ground(size: Size, fill: Color) -> Shape:
    """Return the shape that fills a frame of `size`."""
    return Shape(Path.outline(size.box), fill)
