"""Where a frame goes on its page."""

from speelveld.colors import Color
from speelveld.geometry import Rect, Size
from speelveld.pdf.operators import Matrix
from speelveld.typeset import Shape


def placing(size: Size, at: Rect, turn: int) -> Matrix:
    """Return where a frame of `size` goes so that it fills `at`, turned clockwise."""
    scale = at.width / (size.width if turn % 180 == 0 else size.height)
    match turn % 360:
        case 0:
            return Matrix(scale, 0.0, 0.0, scale, at.x, at.y)
        case 90:
            return Matrix(0.0, scale, -scale, 0.0, at.right, at.y)
        case 180:
            return Matrix(-scale, 0.0, 0.0, -scale, at.right, at.bottom)
        case 270:
            return Matrix(0.0, -scale, scale, 0.0, at.x, at.bottom)
    raise AssertionError(f"a frame is turned in quarters, not by {turn} degrees")


def ground(size: Size, fill: Color) -> Shape:
    """Return the shape that fills a frame of `size`."""
    width, height = size.width, size.height
    return Shape((("m", 0.0, 0.0), ("l", width, 0.0), ("l", width, height), ("l", 0.0, height), ("h",)), fill)
