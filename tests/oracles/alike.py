"""How far two pictures of the same thing differ, where one pixel more or less does not count."""

import numpy as np
import numpy.typing as npt
from PIL import Image

QUARTER = 64

Dots = npt.NDArray[np.uint8]


def share_beyond(one: Image.Image, other: Image.Image, slack: int = QUARTER) -> float:
    """Return the share of pixels that lie more than `slack` beyond all nine around them in the other picture.

    Both ways: the worse of the two counts.
    """
    assert one.size == other.size
    return max(float((beyond(*pair) > slack).mean()) for pair in ((one, other), (other, one)))


def beyond(one: Image.Image, other: Image.Image) -> Dots:
    """Return by how much each pixel of `one` lies beyond the nine around it in `other`, in its worst colour."""
    dots, around = np.asarray(one), np.asarray(other)
    lightest, darkest = _of_nine(around, np.maximum), _of_nine(around, np.minimum)
    over = np.maximum(dots, lightest) - lightest
    under = darkest - np.minimum(dots, darkest)
    found: Dots = np.maximum(over, under).max(axis=2)
    return found


def _of_nine(dots: Dots, most: np.ufunc) -> Dots:
    """Return the most of each pixel and the eight around it; beyond the edge lies nothing."""
    found: Dots = dots.copy()
    most(found[1:], dots[:-1], out=found[1:])
    most(found[:-1], dots[1:], out=found[:-1])
    rows = found.copy()
    most(found[:, 1:], rows[:, :-1], out=found[:, 1:])
    most(found[:, :-1], rows[:, 1:], out=found[:, :-1])
    return found
