"""A block of equal cells that share their cut lines, centred on the paper; says how cards can lie, not which."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from speelveld.geometry import Edges, Rect, Size
from speelveld.sheet.plan import Turn


@dataclass(frozen=True, slots=True)
class Grid:
    """`columns` by `rows` cells of size `cell` in the middle of `paper`; `turn` is how a card lies in its cell."""

    paper: Size
    cell: Size
    columns: int
    rows: int
    turn: Turn = 0

    @property
    def places(self) -> int:
        """How many cards it holds."""
        return self.columns * self.rows

    @property
    def block(self) -> Rect:
        """The box around all cells."""
        width, height = self.columns * self.cell.width, self.rows * self.cell.height
        return Rect((self.paper.width - width) / 2, (self.paper.height - height) / 2, width, height)

    @property
    def margins(self) -> Edges:
        """The white around the block, which lies in the middle."""
        block = self.block
        return Edges(top=block.y, right=block.x, bottom=block.y, left=block.x)

    @property
    def cuts_x(self) -> tuple[float, ...]:
        """The upright cut lines, from left to right."""
        return tuple(self.block.x + index * self.cell.width for index in range(self.columns + 1))

    @property
    def cuts_y(self) -> tuple[float, ...]:
        """The level cut lines, from top to bottom."""
        return tuple(self.block.y + index * self.cell.height for index in range(self.rows + 1))

    def box(self, index: int) -> Rect:
        """Return cell `index`, counted from 0, left to right and then down."""
        row, column = divmod(index, self.columns)
        return Rect(self.cuts_x[column], self.cuts_y[row], self.cell.width, self.cell.height)


def grids(card: Size, paper: Size, margin: float) -> Iterator[Grid]:
    """Yield every grid of `card` that leaves `margin` points around it, the fullest first.

    Of two that hold as many cards the one whose narrowest margin is wider comes first: marks and texts lie better
    there. If that is the same too, upright cards come first.
    """
    found = [
        Grid(paper, cell, columns, rows, turn)
        for cell, turn in _ways_to_lie(card)
        for columns, rows in product(
            range(1, _fitting(cell.width, paper.width - 2 * margin) + 1),
            range(1, _fitting(cell.height, paper.height - 2 * margin) + 1),
        )
    ]
    yield from sorted(found, key=_order)


def _order(grid: Grid) -> tuple[int, float, Turn]:
    narrowest = min(grid.margins.top, grid.margins.left)
    return -grid.places, -round(narrowest, 6), grid.turn


def _ways_to_lie(card: Size) -> Iterator[tuple[Size, Turn]]:
    yield card, 0
    yield card.turned(), 90


def _fitting(length: float, room: float) -> int:
    # Sizes are sums of millimetres in binary fractions: a fit to within a billionth of a card is a fit.
    return max(0, int(room / length + 1e-9))
