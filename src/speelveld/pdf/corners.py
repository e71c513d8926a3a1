"""Boxes as PDF has them: by two corners that lie across, on a page whose y runs upwards."""

from speelveld.geometry import Rect


def upwards(box: Rect, height: float) -> Rect:
    """Return a box, measured from the top of a page of `height` points, as it lies from the bottom of that page."""
    return Rect(box.x, height - box.bottom, box.width, box.height)


def sides(box: Rect) -> tuple[float, ...]:
    """Return the first corner and the one across, as PDF writes a rectangle (ISO 32000-1, 7.9.5)."""
    return box.x, box.y, box.right, box.bottom


def quad(box: Rect) -> tuple[float, ...]:
    """Return the corners of a box that lies `upwards`, in the order that programs expect: upper two, lower two."""
    return box.x, box.bottom, box.right, box.bottom, box.x, box.y, box.right, box.y
