"""Set frames as plain data, and back: numbers, texts and lists alone, so that JSON keeps them as they are.

What a frame borrows (a picture, another frame) is not in the data; it is named there, and who reads it brings it.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, assert_never

from speelveld.colors import Color
from speelveld.files import ReadFile
from speelveld.geometry import Matrix, Path, Point, Rect, Size
from speelveld.typeset.frame import (
    ARTIFACT,
    Ends,
    Field,
    Frame,
    Group,
    Inset,
    Item,
    Outline,
    Picture,
    Quote,
    Shade,
    Shape,
    Tag,
    TextRun,
)  # fmt: skip
from speelveld.typeset.gradient import Circle, Gradient, Stop

Data: TypeAlias = list[Any]
"""Plain data: None, booleans, numbers, texts, and lists of these."""

_TEXT, _SHAPE, _PICTURE, _GROUP, _INSET, _SHADE = range(6)
# In the place of the number of a tag.
_ARTIFACT = -1


class Packer:
    """Packs frames; what comes back often (colours, paths, tags) is packed once and named by its number."""

    def __init__(self, name_picture: Callable[[ReadFile], Data], name_frame: Callable[[Frame], Data]) -> None:
        """`name_picture` and `name_frame` name what is borrowed; LookupError where it has no name."""
        self._name_picture, self._name_frame = name_picture, name_frame
        self._numbers: dict[Color | Path | Field, int] = {}
        self._tags: dict[Tag, list[tuple[Tag, int]]] = {}
        self._shared: list[Data] = []

    def frames(self, faces: Sequence[Sequence[Frame]]) -> Data:
        """Return the frames of faces as data.

        Raises:
            LookupError: they borrow what has no name.
        """
        packed = [[self._frame(frame) for frame in frames] for frames in faces]
        return [self._shared, packed]

    def _frame(self, frame: Frame) -> Data:
        size = [frame.size.width, frame.size.height]
        items = [self._item(item) for item in frame.items]
        return [size, items, frame.title, frame.lang, self._color(frame.fill), _of_box(frame.art)]

    def _item(self, item: Item) -> Data:
        match item:
            case TextRun(x, baseline, text, kerns, face, size, color, width, quotes):
                said = [[quote.start, quote.end, self._field(quote.field)] for quote in quotes]
                return [_TEXT, x, baseline, text, kerns, face, size, self._color(color), width, said]
            case Shape():
                return [_SHAPE, *self._shape(item)]
            case Shade():
                return [_SHADE, self._shape(item.outline), self._gradient(item.gradient)]
            case Picture():
                return [_PICTURE, self._name_picture(item.file), _of_box(item.box), self._color(item.ground)]
            case Group(tag, items, matrix, clip):
                cut = [[self._path(outline.path), outline.even_odd] for outline in clip]
                inside = [self._item(one) for one in items]
                return [_GROUP, self._tag(tag), inside, _of_matrix(matrix), cut, item.opacity, item.drawing]
            case Inset():
                return [_INSET, self._name_frame(item.frame), _of_box(item.box)]
            case _:
                assert_never(item)

    def _shape(self, shape: Shape) -> Data:
        paint = [self._color(shape.fill), self._color(shape.stroke), shape.line, shape.dash]
        ends = shape.ends and [shape.ends.cap, shape.ends.join, shape.ends.miter, shape.ends.offset]
        return [self._path(shape.path), *paint, shape.round_ends, shape.even_odd, shape.place, ends]

    def _gradient(self, gradient: Gradient) -> Data:
        stops = [[stop.at, self._color(stop.color), stop.opacity] for stop in gradient.stops]
        ends = [[*circle.middle, circle.radius] for circle in (gradient.start, gradient.end)]
        return [stops, *ends, gradient.radial, _of_matrix(gradient.matrix)]

    def _color(self, color: Color | None) -> int | None:
        if color is None:
            return None
        return self._number(color, lambda: [color.name, *color.rgb, *color.cmyk, color.chosen, color.large])

    def _path(self, path: Path) -> int | None:
        return self._number(path, lambda: [path.steps, [part for point in path.points for part in point]])

    def _tag(self, tag: Tag | None) -> int | None:
        if tag is None:
            return None
        if tag is ARTIFACT:
            return _ARTIFACT
        # Groups of one tag are one element, cut in two by a page; groups of equal tags are two.
        alike = self._tags.setdefault(tag, [])
        number = next((number for other, number in reversed(alike) if other is tag), None)
        if number is None:
            number = len(self._shared)
            self._shared.append([tag.role, tag.alt, tag.lang, tag.scope, tag.span, tag.href])
            alike.append((tag, number))
        return number

    def _field(self, field: Field) -> int:
        return self._number(field, lambda: [field.file, field.path])

    def _number(self, shared: Color | Path | Field, data: Callable[[], Data]) -> int:
        number = self._numbers.setdefault(shared, len(self._shared))
        if number == len(self._shared):
            self._shared.append(data())
        return number


class Unpacker:
    """Makes frames of what `Packer` made of them."""

    def __init__(self, picture: Callable[[Data], ReadFile], frame: Callable[[Data], Frame]) -> None:
        """`picture` and `frame` bring what is borrowed, by its name."""
        self._picture, self._borrowed = picture, frame
        self._shared: list[Data] = []
        self._made: dict[int, Any] = {}
        # In the order of the numbers above.
        self._makers: Sequence[Callable[..., Item]] = (
            self._text, self._shape, self._drawn, self._group, self._inset, self._shade,
        )  # fmt: skip

    def frames(self, data: Data) -> tuple[tuple[Frame, ...], ...]:
        """Return the frames of faces."""
        self._shared, packed = data
        return tuple(tuple(map(self._frame, frames)) for frames in packed)

    def _frame(self, data: Data) -> Frame:
        size, items, title, lang, fill, art = data
        return Frame(Size(*size), self._items(items), title, lang, self._color(fill), Rect(*art) if art else None)

    def _items(self, items: Data) -> tuple[Item, ...]:
        return tuple(map(self._item, items))

    def _item(self, data: Data) -> Item:
        kind, *rest = data
        return self._makers[kind](*rest)

    def _text(
        self, x: float, baseline: float, text: str, kerns: Data, face: str, size: float, color: int, *rest: Any
    ) -> Item:
        width, said = rest
        quotes = tuple([Quote(start, end, self._known(field, _as_field)) for start, end, field in said])
        ink = self._known(color, _as_color)
        return TextRun(x, baseline, text, tuple(map(tuple, kerns)), face, size, ink, width, quotes)

    def _shape(self, path: int, fill: int | None, stroke: int | None, line: float, dash: Data, *rest: Any) -> Shape:
        paint = self._color(fill), self._color(stroke)
        round_ends, even_odd, place, how = rest
        ends = Ends(*how) if how else None
        return Shape(self._known(path, _as_path), *paint, line, tuple(dash), round_ends, even_odd, place, ends)

    def _shade(self, outline: Data, gradient: Data) -> Item:
        stops, start, end, radial, matrix = gradient
        flow = tuple(Stop(at, self._known(color, _as_color), opacity) for at, color, opacity in stops)
        return Shade(self._shape(*outline), Gradient(flow, _as_circle(start), _as_circle(end), radial, Matrix(*matrix)))

    def _drawn(self, name: Data, box: Data, ground: int | None) -> Item:
        return Picture(self._picture(name), Rect(*box), self._color(ground))

    def _group(
        self, tag: int | None, items: Data, place: Data | None, cut: Data, opacity: float, drawing: bool
    ) -> Item:
        role = ARTIFACT if tag == _ARTIFACT else None if tag is None else self._known(tag, _as_tag)
        clip = tuple(Outline(self._known(path, _as_path), even_odd) for path, even_odd in cut)
        return Group(role, self._items(items), Matrix(*place) if place else None, clip, opacity, drawing)

    def _inset(self, name: Data, box: Data) -> Item:
        return Inset(self._borrowed(name), Rect(*box))

    def _color(self, number: int | None) -> Color | None:
        return None if number is None else self._known(number, _as_color)

    def _known(self, number: int, make: Callable[[Data], Any]) -> Any:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = make(self._shared[number])
        return made


def _of_box(box: Rect | None) -> Data | None:
    return None if box is None else [box.x, box.y, box.width, box.height]


def _of_matrix(matrix: Matrix | None) -> Data | None:
    return None if matrix is None else [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f]


def _as_circle(data: Data) -> Circle:
    x, y, radius = data
    return Circle(Point(x, y), radius)


def _as_color(data: Data) -> Color:
    name, red, green, blue, cyan, magenta, yellow, black, chosen, large = data
    return Color(name, (red, green, blue), (cyan, magenta, yellow, black), chosen, large)


def _as_field(data: Data) -> Field:
    return Field(*data)


def _as_path(data: Data) -> Path:
    steps, parts = data
    return Path(steps, tuple(map(Point, parts[::2], parts[1::2])))


def _as_tag(data: Data) -> Tag:
    return Tag(*data)
