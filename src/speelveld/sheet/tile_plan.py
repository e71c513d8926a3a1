"""The words a board in tiles is planned in: its pieces, in points; how they look is decided elsewhere."""

from dataclasses import dataclass

from speelveld.geometry import Rect, Size
from speelveld.sheet.plan import Count, Edge, Label, Mark, Ruler


@dataclass(frozen=True, slots=True)
class Sides:
    """Yes or no for each side of a box, clockwise from the top."""

    top: bool
    right: bool
    bottom: bool
    left: bool

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The sides that are a yes."""
        named: dict[Edge, bool] = {"top": self.top, "right": self.right, "bottom": self.bottom, "left": self.left}
        return tuple(edge for edge, yes in named.items() if yes)


@dataclass(frozen=True, slots=True)
class TileMap:
    """A small map of all tiles, in the order of the plan, on which tile `own` is the one it is printed on."""

    cells: tuple[Rect, ...]
    own: int


@dataclass(frozen=True, slots=True)
class Tile:
    """One piece of the art on one page.

    A tile is cut along the sides in `cut`, and laid on the glue strips of the tiles to the left of it and above it. The
    sides in `glue` are not cut: the next tile is laid on them. A side in neither is an outer side of the board.
    """

    column: int
    row: int
    source: Rect
    """The part of the art that is printed, in the art's own points."""
    place: Rect
    """Where that part lies on the paper."""
    shown: Rect
    """What stays in sight once all tiles lie on each other, on the paper: its top and left are where to cut."""
    cut: Sides
    glue: Sides
    marks: tuple[Mark, ...] = ()
    """Where to cut."""
    guides: tuple[Mark, ...] = ()
    """Where the cut edge of the next tile comes."""
    labels: tuple[Label, ...] = ()
    ruler: Ruler | None = None
    map: TileMap | None = None

    @property
    def name(self) -> str:
        """A letter for the column and a number for the row, from A1 at the top left."""
        return f"{chr(ord('A') + self.column)}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class TilePlan:
    """A piece of art on pages of one size, read left to right and then down; `paper` is as it is printed."""

    art: Size
    paper: Size
    columns: int
    rows: int
    overlap: float
    tiles: tuple[Tile, ...]

    @property
    def count(self) -> Count:
        """How much paper it takes: tiles are printed on one side."""
        return Count(len(self.tiles), len(self.tiles))
