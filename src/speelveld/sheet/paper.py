"""Sizes of paper, and how much of it a printer can reach; knows no printer by name."""

from collections.abc import Mapping

from speelveld.geometry import Edges, Rect, Size
from speelveld.units import mm, to_mm

UNPRINTABLE = mm(5)
"""The white edge in points: most office printers reach to 4.2 mm (1/6 inch); the rest is for paper fed askew."""

# ISO 216, which rounds every halving down to a whole millimetre.
PAPERS: Mapping[str, Size] = {
    "a4": Size(mm(210), mm(297)),
    "a3": Size(mm(297), mm(420)),
    "a2": Size(mm(420), mm(594)),
    "a1": Size(mm(594), mm(841)),
    "a0": Size(mm(841), mm(1189)),
}


def portrait(paper: Size) -> Size:
    """Return `paper` with its long side upright."""
    return paper if paper.width <= paper.height else paper.turned()


def printable(paper: Size, margin: float = UNPRINTABLE) -> Rect:
    """Return the part of `paper` that lies at least `margin` points from every edge."""
    return Rect(0, 0, paper.width, paper.height).inset(Edges.all(margin))


def in_mm(size: Size) -> str:
    """Return `size` as an author writes it: '142,5 x 201 mm'."""
    return f"{round(to_mm(size.width), 2):g} x {round(to_mm(size.height), 2):g} mm".replace(".", ",")
