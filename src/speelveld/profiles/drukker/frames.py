"""A frame as it was set → the same frame for a press: inks, bleed, and lines that a press can hold."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from speelveld.colors import Color
from speelveld.colors.inks import Inks
from speelveld.geometry import HERE, Edges, Matrix, Path, Rect, Size
from speelveld.typeset import Frame, Group, Inset, Item, Metrics, Picture, Shade, Shape, TextRun, ink_of
from speelveld.units import mm

# What ends this near the cut was meant to end on it.
_AT_EDGE = mm(0.1)
# What falls this short of the bleed shows no white when the knife is a hair off.
_SHORT = mm(0.5)
_WHITE = Color("wit", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))


@dataclass(frozen=True, slots=True)
class Need:
    """What a frame needs in its own coordinates: how far it bleeds, and its thinnest line."""

    bleed: float
    thinnest: float
    flat: bool
    """Whether nothing in it may be transparent."""


@dataclass(frozen=True, slots=True)
class Readied:
    """A frame for a press."""

    frame: Frame
    short: bool = False
    """Whether something ends on the cut that does not run on into the bleed."""


def ready(frame: Frame, inks: Inks, need: Need) -> Readied:
    """Return `frame` in the inks of a press; what fills it to the cut runs on through the bleed."""
    maker = _Maker(frame, inks, need)
    ground = (maker.ground(frame.fill),) if frame.fill is not None else ()
    items = maker.items(frame.items, HERE)
    return Readied(replace(frame, items=(*ground, *items), fill=None), maker.short)


class _Maker:
    def __init__(self, frame: Frame, inks: Inks, need: Need) -> None:
        self._inks, self._need = inks, need
        self._trim = frame.size.box
        self._bleed = self._trim.inset(Edges.all(-need.bleed))
        self._grounds: list[tuple[Rect, Color]] = [(self._bleed, frame.fill or _WHITE)]
        self.short = False

    def ground(self, fill: Color) -> Shape:
        """Return what fills the whole face and its bleed."""
        return Shape(Path.outline(self._bleed), self._inks.color(fill))

    def items(self, items: Sequence[Item], matrix: Matrix) -> tuple[Item, ...]:
        """Return `items`, which `matrix` puts on the face."""
        return tuple(self._item(item, matrix) for item in items)

    def _item(self, item: Item, matrix: Matrix) -> Item:
        match item:
            case TextRun():
                return replace(item, color=self._inks.color(item.color))
            case Picture():
                box = matrix.around(item.box)
                self._look(box)
                return replace(item, ground=self._under(box) if self._need.flat else None)
            case Group():
                return self._group(item, item.matrix.before(matrix) if item.matrix else matrix)
            case Shade():
                return self._shade(item, matrix)
            case Inset():
                # Its own edge is none of this face, and a line is as thin as it is drawn.
                need = replace(self._need, bleed=0.0, thinnest=self._need.thinnest / (item.scale * matrix.scale))
                return replace(item, frame=ready(item.frame, self._inks, need).frame)
            case Shape():
                return self._shape(item, matrix)

    def _group(self, group: Group, matrix: Matrix) -> Group:
        whole = not group.clip and group.opacity == 1
        known, short = len(self._grounds), self.short
        items = self.items(group.items, matrix)
        if group.drawing:
            self.short = short
            self._look_at_drawing(group, matrix)
        if not whole:
            # What is cut off, or shines through, is no ground that covers all of its box.
            del self._grounds[known:]
        return replace(group, items=items)

    def _shade(self, shade: Shade, matrix: Matrix) -> Shade:
        known = len(self._grounds)
        outline = self._shape(shade.outline, matrix)
        del self._grounds[known:]
        stops = tuple(replace(stop, color=self._inks.color(stop.color)) for stop in shade.gradient.stops)
        return Shade(outline, replace(shade.gradient, stops=stops))

    def _shape(self, shape: Shape, matrix: Matrix) -> Shape:
        path = self._extended(shape, matrix)
        fill = self._inks.color(shape.fill) if shape.fill else None
        stroke = self._inks.color(shape.stroke) if shape.stroke else None
        # Rounded up: a file has three digits, and a line rounded down would be too thin.
        line = math.ceil(1000 * max(shape.line, self._need.thinnest)) / 1000 if stroke else 0.0
        made = replace(shape, path=path, fill=fill, stroke=stroke, line=line)
        box = matrix.around(path.bounds) if path else None
        if box and fill:
            self._grounds.append((box, fill))
            # White that stops at the cut shows as little as white that runs on.
            if any(fill.cmyk):
                self._look(box)
        return made

    def _extended(self, shape: Shape, matrix: Matrix) -> Path:
        """Return the path, in which a filled rectangle that reaches the cut fills the bleed, and none is too thin."""
        if shape.fill is None or shape.stroke is not None or not shape.path.is_box or not matrix.straight:
            return shape.path
        box = matrix.around(shape.path.bounds)
        left = min(box.x, self._bleed.x) if box.x < _AT_EDGE else box.x
        top = min(box.y, self._bleed.y) if box.y < _AT_EDGE else box.y
        right = max(box.right, self._bleed.right) if box.right > self._trim.right - _AT_EDGE else box.right
        bottom = max(box.bottom, self._bleed.bottom) if box.bottom > self._trim.bottom - _AT_EDGE else box.bottom
        wide, high = (max(0.0, self._need.thinnest - length) / 2 for length in (right - left, bottom - top))
        outer = Rect.spanning(left, top, right, bottom).inset(Edges(-high, -wide, -high, -wide))
        return shape.path if outer == box else Path.outline(matrix.inverse.around(outer))

    def _under(self, box: Rect) -> Color:
        """Return the colour that was last filled under all of `box` that can be seen."""
        bleed = self._bleed
        seen = Rect.spanning(
            max(box.x, bleed.x), max(box.y, bleed.y), min(box.right, bleed.right), min(box.bottom, bleed.bottom)
        )
        under = [fill for ground, fill in self._grounds if ground.contains(seen, _AT_EDGE)]
        return self._inks.color(under[-1] if under else _WHITE)

    def _look_at_drawing(self, drawing: Group, matrix: Matrix) -> None:
        """Note whether a drawing as a whole touches the cut and stops before the end of the bleed."""
        seen = [item for item in drawing.items if isinstance(item, Shape) and item.fill and item.path]
        if seen:
            self._look(matrix.around(Rect.around(shape.path.bounds for shape in seen)))

    def _look(self, box: Rect) -> None:
        """Note whether `box` touches the cut and stops before the end of the bleed."""
        beyond = (-box.x, -box.y, box.right - self._trim.right, box.bottom - self._trim.bottom)
        crosses = box.overlaps(self._trim)
        self.short |= crosses and any(-_AT_EDGE < over < self._need.bleed - _SHORT for over in beyond)


def texts_near_cut(frame: Frame, safe: float, metrics: Metrics) -> Iterator[tuple[TextRun, float]]:
    """Yield the texts of `frame` of which letters stand nearer than `safe` to its edge, each with how near."""
    for run, box in _texts(frame.items, HERE, metrics):
        near = -frame.size.box.lacks(box)
        if near < safe - _AT_EDGE:
            yield run, near


def pictures(frame: Frame) -> Iterator[Picture]:
    """Yield every picture of `frame`, those in what it shows small as large as they are there."""
    waiting = list(frame.items)
    while waiting:
        item = waiting.pop()
        if isinstance(item, Picture):
            yield item
        elif isinstance(item, Group):
            waiting += item.items
        elif isinstance(item, Inset):
            for picture in pictures(item.frame):
                box = Rect(0.0, 0.0, picture.box.width * item.scale, picture.box.height * item.scale)
                yield replace(picture, box=box)


def shines_through(items: Sequence[Item]) -> bool:
    """Tell whether something drawn among `items` is not opaque; pictures are not looked at."""
    for item in items:
        match item:
            case Group():
                found = item.opacity < 1 or shines_through(item.items)
            case Inset():
                found = shines_through(item.frame.items)
            case Shade():
                # A gradient along a line is drawn as far as a veil lets through.
                found = not item.gradient.opaque or item.outline.stroke is not None
            case _:
                found = False
        if found:
            return True
    return False


def scale_to(card: Size, trim: Size) -> float:
    """Return how much larger a card becomes that is fitted in `trim`."""
    return min(trim.width / card.width, trim.height / card.height)


def _texts(items: Sequence[Item], matrix: Matrix, metrics: Metrics) -> Iterator[tuple[TextRun, Rect]]:
    for item in items:
        if isinstance(item, TextRun) and item.text.strip():
            yield item, matrix.around(ink_of(item, metrics))
        elif isinstance(item, Group):
            yield from _texts(item.items, item.matrix.before(matrix) if item.matrix else matrix, metrics)
