"""Where the back of a card lies when the sheet is turned over; knows one placement at a time."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import assert_never

from speelveld.geometry import Rect, Size
from speelveld.sheet.plan import Placement, Turn


class Duplex(Enum):
    """The edge over which a printer turns the paper; the values are what a user writes."""

    LANGE_ZIJDE = "lange-zijde"
    KORTE_ZIJDE = "korte-zijde"
    GEEN = "geen"


# A finished card is turned like the page of a book, about its own upright axis: a direction along that axis stays what
# it was, so on the paper the back's "up" must point where the front's "up" points.
# Over the long edge the paper itself turns about its upright axis. Seen from behind, left and right have changed
# places and up is still up: an upright card (up) stays upright, a card turned 90 (right) must be turned 270 (left).
# Over the short edge the paper turns about its level axis. Seen from behind, up and down have changed places: an
# upright card (up) must stand on its head (down), a card turned 90 (right) stays as it is.
_TURNS: Mapping[Duplex, Mapping[Turn, Turn]] = {
    Duplex.LANGE_ZIJDE: {0: 0, 90: 270, 180: 180, 270: 90},
    Duplex.KORTE_ZIJDE: {0: 180, 90: 90, 180: 0, 270: 270},
}


def behind(front: Placement, face: int, paper: Size, duplex: Duplex) -> Placement:
    """Return where `face` lies on the back of a portrait `paper`, exactly behind `front` and upright with it."""
    return replace(_mirrored(front, paper, duplex), face=face, turn=_TURNS[duplex][front.turn])


def _mirrored(front: Placement, paper: Size, duplex: Duplex) -> Placement:
    box = front.box
    match duplex:
        case Duplex.LANGE_ZIJDE:
            return replace(front, box=Rect(paper.width - box.right, box.y, box.width, box.height))
        case Duplex.KORTE_ZIJDE:
            return replace(front, box=Rect(box.x, paper.height - box.bottom, box.width, box.height))
        case Duplex.GEEN:
            raise AssertionError("a card printed on one side has no back")
        case _:
            assert_never(duplex)
