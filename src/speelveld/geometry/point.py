"""Points; a tuple with names, for a kit holds a hundred thousand of them."""

from typing import NamedTuple


class Point(NamedTuple):
    """A place."""

    x: float
    y: float
