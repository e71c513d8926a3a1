"""What stands in the margins of a sheet, as a frame: cut marks, a ruler of 100 mm, and words that say how to print and turn it."""

from collections.abc import Iterable, Mapping, Sequence

from speelveld.colors import Color
from speelveld.geometry import Rect, Size
from speelveld.markup import Piece
from speelveld.markup.theme import Theme
from speelveld.sheet.plan import Label, LabelKind, Mark, Ruler, Side
from speelveld.sheet.tile_plan import Tile
from speelveld.typeset import Frame, Group, Item, Layout, Shape
from speelveld.typeset.box import place
from speelveld.typeset.text import make_text, natural_width
from speelveld.units import mm

# Thin enough to cut on, thick enough for an office printer; never within the trim.
MARK_LINE = mm(0.2)
GUIDE_DASH = (mm(2), mm(1.5))
_STYLE = "voet"

Words = Mapping[LabelKind, Sequence[str]]
"""For each kind of label the words to choose from, the longest first; the first that fits its place is used."""


class Imprint:
    """Makes the frame that is laid over a sheet."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._theme: Theme = layout.theme

    def side(self, paper: Size, side: Side, words: Words, title: str) -> Frame:
        """Return marks, ruler and words of one side of a sheet of cards."""
        items: list[Item] = [*self._marks(side.marks)]
        if side.ruler is not None:
            items += self._ruler(side.ruler)
        items += self._labels(side.labels, words)
        return Frame(paper, items, title)

    def tile(self, paper: Size, tile: Tile, words: Words, title: str) -> Frame:
        """Return marks, guides, ruler, map and words of one tile."""
        items: list[Item] = [*self._marks(tile.marks), *self._marks(tile.guides, GUIDE_DASH)]
        if tile.ruler is not None:
            items += self._ruler(tile.ruler)
        if tile.map is not None:
            ink = self._theme.color("inkt")
            for index, cell in enumerate(tile.map.cells):
                own = index == tile.map.own
                items.append(Shape(_box(cell), self._theme.color("grijs") if own else None, ink, MARK_LINE))
        items += self._labels(tile.labels, words)
        return Frame(paper, items, title)

    def _marks(self, marks: Iterable[Mark], dash: tuple[float, ...] = ()) -> list[Item]:
        ink: Color = self._theme.color("inkt")
        return [Shape((("m", mark.x1, mark.y1), ("l", mark.x2, mark.y2)), None, ink, MARK_LINE, dash) for mark in marks]

    def _ruler(self, ruler: Ruler) -> list[Item]:
        return self._marks(ruler.lines())

    def _labels(self, labels: Iterable[Label], words: Words) -> list[Item]:
        items: list[Item] = []
        for label in labels:
            upright = label.turn % 180 == 0
            size = Size(label.box.width, label.box.height) if upright else Size(label.box.height, label.box.width)
            text = self._fitting(words.get(label.kind, ()), size.width)
            if text is None:
                continue
            node = place("text", {"style": _STYLE, "valign": "middle"})
            node.pieces.append(Piece(text))
            found: list[Item] = []
            make_text(self._layout, node, size.width, size.height, _STYLE, None).paint(0.0, 0.0, found)
            items.append(Group(None, found, _matrix(label)))
        return items

    def _fitting(self, words: Sequence[str], width: float) -> str | None:
        for text in words:
            node = place("text", {"style": _STYLE})
            node.pieces.append(Piece(text))
            if natural_width(self._layout, node) <= width:
                return text
        return None


def _box(box: Rect) -> tuple[tuple[str | float, ...], ...]:
    return (("m", box.x, box.y), ("l", box.right, box.y), ("l", box.right, box.bottom), ("l", box.x, box.bottom), ("h",))


def _matrix(label: Label) -> tuple[float, float, float, float, float, float]:
    """Return where a text set at the origin goes; y runs downwards."""
    box = label.box
    match label.turn:
        case 0:
            return 1.0, 0.0, 0.0, 1.0, box.x, box.y
        case 90:
            return 0.0, 1.0, -1.0, 0.0, box.right, box.y
        case 180:
            return -1.0, 0.0, 0.0, -1.0, box.right, box.bottom
        case _:
            return 0.0, -1.0, 1.0, 0.0, box.x, box.bottom
