"""What stands in the margins of a sheet, as frames: cut marks, a ruler of 100 mm, a map of tiles, and words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from speelveld.geometry import Matrix, Path, Point, Size
from speelveld.pages.page import Laid
from speelveld.pages.words import Words
from speelveld.sheet.plan import RULER_LENGTH, Label, Mark, Ruler, Side
from speelveld.sheet.tile_plan import Tile, TileMap
from speelveld.typeset import Frame, Group, Item, Layout, Shape, TextRun
from speelveld.units import mm

# Thin enough to cut on, thick enough for an office printer; never within the trim.
MARK_LINE = mm(0.2)
GUIDE_DASH = (mm(0.8), mm(0.8))
RULER_LABEL = "100 mm"

_STYLE = "voet"
_NAME_FACE = "vet"
# Figures of 9 pt reach 2.1 mm up and so stay below the short ticks, which end at 1.75 mm; at 4 mm the strip ends.
_RULER_BASELINE = mm(3.95)
_RULER_GAP = mm(1)
# Where words stand in their strip, in em of the standard face: what is printed there is ours, and no text of an author.
_CAP, _TAIL = 0.67, 0.22
_NAME_LARGEST = 24.0
_NAME_GAP = mm(2)
# Marks may lie straight beside the place of a text.
_INDENT = mm(1)


class Imprint:
    """Makes what is laid over a sheet."""

    def __init__(self, layout: Layout) -> None:
        self.metrics = layout.metrics
        self._style = layout.theme.style(_STYLE)
        self._size = self._style.size(0)
        self._grey = layout.theme.color(self._style.color)
        self._ink = layout.theme.color("inkt")
        self._marks: dict[tuple[Size, tuple[Mark, ...], Ruler | None, tuple[Mark, ...]], Frame] = {}

    def side(self, paper: Size, side: Side, words: Words, title: str, folds: tuple[Mark, ...] = ()) -> tuple[Laid, ...]:
        """Return marks, ruler and words of one side of a sheet of cards, and the dashes of `folds`.

        Raises:
            ValueError: the font lacks a character of the words.
        """
        texts = tuple(self._label(label, words[label.kind]) for label in side.labels)
        found = [_over(Frame(paper, texts, title))]
        if side.marks or side.ruler:
            # The sheets of a pile have the same marks, so that it can be cut as one.
            key = (paper, side.marks, side.ruler, folds)
            if key not in self._marks:
                items = self._lines(side.marks) + (self._ruler(side.ruler) if side.ruler else [])
                items += self._lines(folds, GUIDE_DASH)
                self._marks[key] = Frame(paper, tuple(items), "Snijtekens")
            found.insert(0, _over(self._marks[key], shared=True))
        return tuple(found)

    def tile(self, paper: Size, tile: Tile, words: Words, title: str) -> Laid:
        """Return marks, guides, ruler, map and words of one tile.

        Raises:
            ValueError: the font lacks a character of the words.
        """
        items = self._lines(tile.marks) + self._lines(tile.guides, GUIDE_DASH)
        if tile.ruler is not None:
            items += self._ruler(tile.ruler)
        if tile.map is not None:
            items += self._map(tile.map)
        for label in tile.labels:
            name = tile.name if label.kind == "number" else ""
            items.append(self._label(label, words[label.kind], name))
        return _over(Frame(paper, tuple(items), title))

    def _lines(self, marks: Iterable[Mark], dash: tuple[float, ...] = ()) -> list[Item]:
        return [
            Shape(Path.line(Point(mark.x1, mark.y1), Point(mark.x2, mark.y2)), None, self._ink, MARK_LINE, dash)
            for mark in marks
        ]

    def _ruler(self, ruler: Ruler) -> list[Item]:
        """Return the ruler with its length at its end, as one reads it: under the short ticks, before the last one."""
        items = self._lines(ruler.lines())
        box = Label("how", ruler.box, 270 if ruler.vertical else 0)
        size = _upright(box)
        run = self._run(RULER_LABEL, self._style.face, 0.0, _RULER_BASELINE)
        placed = replace(run, x=(size.width + RULER_LENGTH) / 2 - _RULER_GAP - run.width)
        items.append(Group(None, (placed,), Matrix.into(box.box, box.turn)))
        return items

    def _map(self, tiles: TileMap) -> list[Item]:
        return [
            Shape(Path.outline(cell), self._ink if index == tiles.own else None, self._ink, MARK_LINE)
            for index, cell in enumerate(tiles.cells)
        ]

    def _label(self, label: Label, texts: Sequence[str], name: str = "") -> Group:
        """Return the longest text that fits, behind `name` in large letters if there is one."""
        size = _upright(label)
        found: list[Item] = []
        start = _INDENT
        # In the middle of its strip: half an x-height below the middle line.
        baseline = size.height / 2 + 0.25 * self._size
        if name:
            baseline = size.height - _TAIL * self._size
            large = min(_NAME_LARGEST, baseline / _CAP)
            baseline = min(baseline, (size.height + _CAP * large) / 2)
            named = self._run(name, _NAME_FACE, start, baseline, large)
            found.append(named)
            start += named.width + _NAME_GAP
        for text in texts:
            run = self._run(text, self._style.face, start, baseline)
            if start + run.width <= size.width:
                found.append(run)
                break
        return Group(None, tuple(found), Matrix.into(label.box, label.turn))

    def _run(self, text: str, face: str, x: float, baseline: float, size: float = 0.0) -> TextRun:
        if missing := self.metrics.missing(text, face):
            raise ValueError(
                f"het lettertype heeft geen teken voor {min(missing)!r}, dat in de marge van elk vel staat"
            )
        measured = self.metrics.measure(text, face)
        color = self._ink if size else self._grey
        size = size or self._size
        return TextRun(x, baseline, text, measured.kerns, face, size, color, measured.width * size)


def _over(frame: Frame, *, shared: bool = False) -> Laid:
    """Return `frame` over the whole page."""
    return Laid(frame, frame.size.box, shared=shared)


def _upright(label: Label) -> Size:
    """Return the size of a label's place for who reads it level."""
    size = Size(label.box.width, label.box.height)
    return size if label.turn % 180 == 0 else size.turned()
