"""Pages, and what is wrong with a printer → pages that come out right on it: backs moved, everything scaled."""

from dataclasses import dataclass, replace
from typing import assert_never

from speelveld.geometry import Edges, Matrix, Rect, Size
from speelveld.pages.page import Laid, Page, Part
from speelveld.paper import SAFE, printable
from speelveld.sheet.correction import Correction
from speelveld.sheet.duplex import Duplex
from speelveld.sheet.imposition import card_sheet
from speelveld.typeset import Frame, Group, Item


@dataclass(frozen=True, slots=True)
class _Move:
    """How far something goes, in points."""

    right: float
    down: float

    def of(self, box: Rect) -> Rect:
        """Return `box` at its new place."""
        return box.moved(self.right, self.down)


class Corrector:
    """Corrects the pages of one print job."""

    def __init__(self, correction: Correction, duplex: Duplex) -> None:
        self.printer = correction.printer
        """The name of the printer."""
        self._correction = correction
        self._move = _move(correction, duplex)
        self._stretch = Size(1 / correction.scale_x, 1 / correction.scale_y)
        # By the identity of what was stretched, which is kept with it: a frame that is shared must stay shared.
        self._stretched: dict[tuple[int, Size], tuple[Frame, Frame]] = {}

    def part(self, part: Part) -> Part:
        """Return `part` with every page corrected."""
        return replace(part, pages=tuple(map(self.page, part.pages)))

    def page(self, page: Page) -> Page:
        """Return `page` so that it comes out right."""
        laid = page.laid
        if page.back:
            move = self._move.of
            laid = tuple(replace(item, box=move(item.box), clip=item.clip and move(item.clip)) for item in laid)
        if self._correction.scales:
            laid = tuple(self._scaled(item, page.size) for item in laid)
        return replace(page, laid=laid)

    def holds(self, card: Size, paper: Size) -> bool:
        """Tell whether the ink of cards on the back, moved, still lies where a printer can print.

        Raises:
            ValueError: the card does not fit the paper at all.
        """
        grid = card_sheet(card, paper).grid
        return printable(grid.paper).contains(self._move.of(grid.block.inset(Edges.all(SAFE))))

    def _scaled(self, laid: Laid, page: Size) -> Laid:
        # Printers feed upright paper: across a page that lies on its side is up the paper.
        stretch = self._stretch if page.width <= page.height else self._stretch.turned()
        clip = laid.clip and _away(laid.clip, page, stretch)
        return replace(laid, frame=self._frame(laid, stretch), box=_away(laid.box, page, stretch), clip=clip)

    def _frame(self, laid: Laid, stretch: Size) -> Frame:
        """Return the frame, itself stretched where the two directions differ: it is drawn at one scale."""
        frame = laid.frame
        if stretch.width == stretch.height:
            return frame
        own = stretch.turned() if laid.turn % 180 == 90 else stretch
        key = (id(frame), own)
        if key not in self._stretched:
            items: list[Item] = [Group(None, frame.items, Matrix.scaling(own.width, own.height))]
            size = Size(frame.size.width * own.width, frame.size.height * own.height)
            self._stretched[key] = frame, replace(frame, size=size, items=items)
        return self._stretched[key][1]


def _away(box: Rect, page: Size, stretch: Size) -> Rect:
    """Return `box` stretched about the middle of the page."""
    x = page.width / 2 + (box.x - page.width / 2) * stretch.width
    y = page.height / 2 + (box.y - page.height / 2) * stretch.height
    return Rect(x, y, box.width * stretch.width, box.height * stretch.height)


def _move(correction: Correction, duplex: Duplex) -> _Move:
    """Return how far a back must go on its own page.

    Seen through the front the back must go `x` to the left and `y` down. Over the long edge the page behind is that
    picture with left and right changed; over the short edge, with up and down changed.
    """
    match duplex:
        case Duplex.LANGE_ZIJDE:
            return _Move(correction.x, correction.y)
        case Duplex.KORTE_ZIJDE:
            return _Move(-correction.x, -correction.y)
        case Duplex.GEEN:
            return _Move(0.0, 0.0)
        case _:
            assert_never(duplex)
