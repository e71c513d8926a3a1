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


Item: TypeAlias = TextRun | Shape | Picture | Group | Inset


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
