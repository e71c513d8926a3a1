"""What typesetting hands on: texts, shapes and pictures at absolute places, grouped by their role for a screen reader.

Everything is in points from the top left of the face, y downwards.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from speelveld.colors import Color
from speelveld.files import ReadFile
from speelveld.geometry import Matrix, Path, Rect, Size
from speelveld.typeset.gradient import Gradient


@dataclass(frozen=True, slots=True)
class Field:
    """A value that people write: its `path` in a `file`; no file is that of the casus, by whatever name it goes."""

    file: str
    path: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The characters of a run from `start` up to `end` are those of a field; all others are the layout's."""

    start: int
    end: int
    field: Field


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of one line in one look; `kerns` are (index, thousandths of an em) after the character there."""

    x: float
    baseline: float
    text: str
    kerns: tuple[tuple[int, float], ...]
    face: str
    size: float
    color: Color
    width: float
    quotes: tuple[Quote, ...] = ()
    """What of it is written in a file, in order. It is drawn no other way for that."""


@dataclass(frozen=True, slots=True)
class Ends:
    """How a line ends and turns, by the numbers of PDF (ISO 32000-1, 8.4.3); `offset` is where its dashes begin."""

    cap: int = 0
    join: int = 0
    miter: float = 10.0
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, filled, stroked or both."""

    path: Path
    fill: Color | None = None
    stroke: Color | None = None
    line: float = 0.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    even_odd: bool = False
    place: str | None = None
    """The format of the cards for which this is a place."""
    ends: Ends | None = None
    """How its line ends and turns where `round_ends` does not say it."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A gradient, seen where `outline` has a fill, or where it has a line; its colour does not matter."""

    outline: Shape
    gradient: Gradient


@dataclass(frozen=True, slots=True)
class Outline:
    """What a group is cut off at."""

    path: Path
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file, to be drawn to fill `box`."""

    file: ReadFile
    box: Rect
    ground: Color | None = None
    """What shows where it is transparent, in a file that can hold nothing transparent."""


@dataclass(frozen=True, slots=True)
class Tag:
    """The place of a group in the tag tree: its role, and what goes with it."""

    role: str
    alt: str | None = None
    lang: str | None = None
    scope: str | None = None
    span: int = 1
    href: str | None = None


# The tag of decoration: what it holds is not read aloud.
ARTIFACT = Tag("Artifact")


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, where `matrix` puts them; without a tag they belong to the group around it."""

    tag: Tag | None
    items: "tuple[Item, ...]" = ()
    matrix: Matrix | None = None
    clip: tuple[Outline, ...] = ()
    """What can be seen of it lies within all of these, in the coordinates of its items."""
    opacity: float = 1.0
    """How much it covers what lies under it, as a whole."""
    drawing: bool = False
    """They are one drawing: where a shape of it ends says nothing of where the drawing ends."""


@dataclass(frozen=True, slots=True)
class Inset:
    """Another frame, drawn to fill `box` and cut off at its edge; what stands in it is no text of this frame."""

    frame: "Frame"
    box: Rect

    @property
    def scale(self) -> float:
        """How large it is drawn."""
        return self.box.width / self.frame.size.width


Item: TypeAlias = TextRun | Shape | Shade | Picture | Group | Inset


@dataclass(frozen=True)
class Frame:
    """One side of a card, a page or a board: its size, its content, and the title a reader's program shows."""

    size: Size
    items: tuple[Item, ...]
    title: str
    lang: str = "nl-NL"
    fill: Color | None = None
    art: Rect | None = None

    def __hash__(self) -> int:
        return self._hash

    @property
    def ground(self) -> Shape | None:
        """What fills all of it, if something does."""
        return None if self.fill is None else Shape(Path.outline(self.size.box), self.fill)

    @cached_property
    def count(self) -> int:
        """How many items there are on it, those within groups included."""
        return _count(self.items)

    @cached_property
    def _hash(self) -> int:
        # Made once, and so not in slots: a board is looked up for each of its tiles, and holds a thousand items.
        return hash((self.size, self.items, self.title, self.lang, self.fill, self.art))

    def texts(self) -> Iterator[TextRun]:
        """Yield every run of text, in drawing order; turned ones in the coordinates of their group."""
        yield from _texts(self.items)


def _texts(items: Iterable[Item]) -> Iterator[TextRun]:
    for item in items:
        if isinstance(item, TextRun):
            yield item
        elif isinstance(item, Group):
            yield from _texts(item.items)


def _count(items: tuple[Item, ...]) -> int:
    return len(items) + sum(_count(item.items) for item in items if isinstance(item, Group))
