"""A box to cut and fold from one sheet for a pile of cards: its net as lines and panels; nothing is drawn here."""

from collections.abc import Iterator
from dataclasses import dataclass

from speelveld.geometry import Edges, Rect, Size
from speelveld.paper import UNPRINTABLE, in_mm, portrait, printable
from speelveld.sheet.plan import Mark
from speelveld.units import mm

PLAY = mm(1)
"""How much wider, higher and deeper the box is than what lies in it."""
SHALLOWEST = mm(4.5)
"""How deep the box of a few cards is: its name in 9 pt keeps clear of both folds, which hardly lie closer anyway."""
FLAP = mm(11)
"""How wide a glue flap is: wide enough for a glue stick, and for the word 'lijm' in 9 pt."""
TUCK = mm(15)
"""How far the lid reaches into the box."""
EASE = mm(1)
"""How much narrower that part is at either end: as wide as the box it would jam."""
WORDS = mm(12)
"""Room above the net for what to do with it."""
_SLOPE = mm(3)
_NOTCH = mm(9)


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner of an outline."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Net:
    """A box laid flat on `paper`, from above: tuck, lid, back, bottom, front; the sides hang on the back.

    The front stands on its head: folded, its upper edge lies below.
    """

    paper: Size
    inner: Size
    depth: float
    count: int

    @property
    def size(self) -> Size:
        """How wide and high it is with its flaps."""
        return _size(self.inner, self.depth)

    @property
    def box(self) -> Rect:
        """Where it lies: in the middle between the left and the right, below the words."""
        top = UNPRINTABLE + WORDS
        room = self.paper.height - UNPRINTABLE - top
        size = self.size
        return Rect((self.paper.width - size.width) / 2, top + (room - size.height) / 2, size.width, size.height)

    @property
    def tuck(self) -> Rect:
        """The strip of the lid that goes into the box."""
        return Rect(self._left + EASE, self.box.y, self.inner.width - 2 * EASE, TUCK)

    @property
    def lid(self) -> Rect:
        """The lid, as deep as the box."""
        return Rect(self._left, self.tuck.bottom, self.inner.width, self.depth)

    @property
    def back(self) -> Rect:
        """The panel behind the cards."""
        return Rect(self._left, self.lid.bottom, self.inner.width, self.inner.height)

    @property
    def bottom(self) -> Rect:
        """The panel on which the cards stand."""
        return Rect(self._left, self.back.bottom, self.inner.width, self.depth)

    @property
    def front(self) -> Rect:
        """The panel before the cards."""
        return Rect(self._left, self.bottom.bottom, self.inner.width, self.inner.height)

    @property
    def sides(self) -> tuple[Rect, Rect]:
        """The two sides, left and right of the back."""
        back = self.back
        left = Rect(back.x - self.depth, back.y, self.depth, back.height)
        return left, Rect(back.right, back.y, self.depth, back.height)

    @property
    def flaps(self) -> tuple[tuple[Corner, ...], tuple[Corner, ...]]:
        """The two glue flaps as outlines; they are glued to the inside of the front."""
        left, right = self.sides
        return (
            _flap(left.x, left.x - self.flap, left.y, left.bottom),
            _flap(right.right, right.right + self.flap, right.y, right.bottom),
        )

    @property
    def notch(self) -> float:
        """The radius of the notch for a thumb in the free edge of the front."""
        return min(_NOTCH, self.inner.height / 4, self.inner.width / 2 - self.flap - mm(1))

    @property
    def flap(self) -> float:
        """How wide a glue flap is."""
        return _flap_width(self.inner)

    @property
    def notch_ends(self) -> tuple[Corner, Corner]:
        """Where the notch starts and ends, clockwise; between them the cut is half a circle into the front."""
        front = self.front
        middle = front.x + front.width / 2
        return Corner(middle + self.notch, front.bottom), Corner(middle - self.notch, front.bottom)

    @property
    def outline(self) -> tuple[Corner, ...]:
        """Every corner round which to cut, clockwise from the top left; the notch lies between two of them."""
        tuck, lid, back, bottom, front = self.tuck, self.lid, self.back, self.bottom, self.front
        left, right = self.flaps
        return (
            Corner(tuck.x + _SLOPE, tuck.y),
            Corner(tuck.right - _SLOPE, tuck.y),
            Corner(tuck.right, tuck.y + _SLOPE),
            Corner(tuck.right, tuck.bottom),
            Corner(lid.right, lid.y),
            Corner(back.right, back.y),
            *right,
            Corner(bottom.right, bottom.y),
            Corner(front.right, front.bottom),
            *self.notch_ends,
            Corner(front.x, front.bottom),
            Corner(bottom.x, bottom.y),
            *reversed(left),
            Corner(back.x, back.y),
            Corner(lid.x, lid.y),
            Corner(tuck.x, tuck.bottom),
            Corner(tuck.x, tuck.y + _SLOPE),
        )

    @property
    def folds(self) -> tuple[Mark, ...]:
        """Every line along which to fold."""
        return tuple(self._folds())

    def _folds(self) -> Iterator[Mark]:
        for panel in (self.lid, self.back, self.bottom, self.front):
            yield Mark(panel.x, panel.y, panel.right, panel.y)
        left, right = self.sides
        for x in (left.x, left.right, right.x, right.right):
            yield Mark(x, left.y, x, left.bottom)

    @property
    def _left(self) -> float:
        return (self.paper.width - self.inner.width) / 2


def boxes(card: Size, count: int, thickness: float, paper: Size) -> list[Net]:
    """Return the boxes for `count` cards: one, or the fewest of about the same depth if one would be too deep.

    Raises:
        ValueError: a box for this card does not fit the paper, or one card is thicker than a box can be deep.
    """
    sheet = portrait(paper)
    long, short = max(card.width, card.height) + PLAY, min(card.width, card.height) + PLAY
    # The cards lie on their long side: then a lid fits as well. Standing, long narrow cards may be the only way.
    for inner in (Size(long, short), Size(short, long)):
        most = _deepest(inner, sheet)
        holds = int((most - PLAY) / thickness + 1e-9)
        if holds < 1:
            continue
        needed = -(-count // holds)
        each, more = divmod(count, needed)
        numbers = [each + (index < more) for index in range(needed)]
        return [Net(sheet, inner, max(SHALLOWEST, number * thickness + PLAY), number) for number in numbers]
    raise ValueError(
        f"een doosje voor een kaart van {in_mm(card)} past niet op papier van {in_mm(sheet)}; doe er een elastiek om"
    )


def _flap_width(inner: Size) -> float:
    # Behind a narrow front the two flaps would meet.
    return min(FLAP, inner.width / 4)


def _size(inner: Size, depth: float) -> Size:
    return Size(inner.width + 2 * (depth + _flap_width(inner)), TUCK + 2 * (depth + inner.height))


def _deepest(inner: Size, paper: Size) -> float:
    """Return how deep a box can be; the room round the net is what a printer leaves white and the words."""
    room = printable(paper).inset(Edges(top=WORDS, right=0, bottom=0, left=0))
    none = _size(inner, 0.0)
    return min((room.width - none.width) / 2, (room.height - none.height) / 2)


def _flap(near: float, far: float, top: float, bottom: float) -> tuple[Corner, ...]:
    """Return a flap from its fold at `near`, narrower at its free edge."""
    slope = min(_SLOPE, (bottom - top) / 4)
    return Corner(near, top), Corner(far, top + slope), Corner(far, bottom - slope), Corner(near, bottom)
