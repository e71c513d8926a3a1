"""Cards of one size laid on sheets to cut, with their backs, cut marks, a ruler and places for texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from speelveld.geometry import Size
from speelveld.paper import in_mm, portrait
from speelveld.sheet.duplex import Duplex, behind
from speelveld.sheet.grid import Grid, grids
from speelveld.sheet.margins import LEAST_MARGIN, STRIP_MARGIN, WANTS, cut_marks, strips
from speelveld.sheet.plan import Placement, Sheet, Side
from speelveld.sheet.strips import Furniture, furnish
from speelveld.units import mm

SMALLEST = mm(10)
"""The shortest side of a card in points; smaller pieces cannot be held while they are cut."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card by the numbers of its faces; without a `back` it stays white behind."""

    front: int
    back: int | None = None


@dataclass(frozen=True, slots=True)
class CardSheet:
    """What every sheet for cards of one size has in common."""

    grid: Grid
    furniture: Furniture

    @property
    def places(self) -> int:
        """How many cards it holds."""
        return self.grid.places


def card_sheet(card: Size, paper: Size) -> CardSheet:
    """Return the sheet of `paper` that holds the most cards and still has room for marks, ruler and texts.

    Raises:
        ValueError: not one card fits, or the card is too small to cut.
    """
    if min(card.width, card.height) < SMALLEST:
        raise ValueError(f"een kaart van {in_mm(card)} is te klein om te snijden; kies elke zijde minstens 10 mm")
    # Always portrait: on a landscape page some drivers take the long edge of the page and others that of the paper as
    # it is fed, so the same choice in the dialogue turns the backs over another edge.
    upright = portrait(paper)
    for grid in grids(card, upright, LEAST_MARGIN):
        furniture = furnish(tuple(strips(grid)), WANTS)
        if furniture.holds(WANTS):
            return CardSheet(grid, furniture)
    largest = Size(upright.width - 2 * LEAST_MARGIN, upright.height - 2 * STRIP_MARGIN)
    raise ValueError(
        f"een kaart van {in_mm(card)} past niet op papier van {in_mm(upright)}: rondom is ruimte nodig voor de "
        f"snijtekens, een liniaal en tekst; een kaart van {in_mm(largest)} past wel"
    )


def impose(
    card: Size,
    cards: Sequence[Card],
    paper: Size,
    duplex: Duplex,
    fill: Sequence[Card] = (),
    *,
    marks_on_backs: bool = False,
) -> list[Sheet]:
    """Return the sheets that hold every one of `cards` once, in order, left to right and then down.

    Places left over on the last sheet take the cards of `fill` in turn. As soon as one card has a back every sheet gets
    one, if need be an empty one: in a duplex job pages that alternate are pages that cannot shift.

    Raises:
        ValueError: see `card_sheet`.
    """
    common = card_sheet(card, paper)
    spare = -len(cards) % common.places
    laid = [*cards, *islice(cycle(fill), spare)]
    two_sided = duplex is not Duplex.GEEN and any(card.back is not None for card in laid)
    return [
        _sheet(common, laid[start : start + common.places], duplex if two_sided else Duplex.GEEN, marks_on_backs)
        for start in range(0, len(laid), common.places)
    ]


def _sheet(common: CardSheet, cards: Sequence[Card], duplex: Duplex, marks_on_backs: bool) -> Sheet:
    grid, furniture = common.grid, common.furniture
    marks = tuple(cut_marks(grid))
    fronts = tuple(Placement(card.front, grid.box(index), grid.turn) for index, card in enumerate(cards))
    if duplex is Duplex.GEEN:
        labels = tuple(label for label in furniture.labels if label.kind != "turn")
        return Sheet(grid.paper, Side(fronts, marks, furniture.ruler, labels))
    backs = tuple(
        behind(front, card.back, grid.paper, duplex)
        for front, card in zip(fronts, cards, strict=True)
        if card.back is not None
    )
    # Backs are cut with their fronts. The block lies in the middle of the paper, so what is free in front is free here.
    title = tuple(label for label in furniture.labels if label.kind == "title")
    back = Side(backs, marks if marks_on_backs else (), labels=title)
    return Sheet(grid.paper, Side(fronts, marks, furniture.ruler, furniture.labels), back)
