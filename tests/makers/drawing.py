"""The words tests use to say what is drawn on a PDF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from speelveld.colors import Color
from speelveld.geometry import Path, Rect, Size
from speelveld.typeset import Frame, Group, Item, Shape, Tag, TextRun
from speelveld.units import mm

DATE = datetime(2026, 12, 3, 19, 30, tzinfo=UTC)
A4 = Size(mm(210), mm(297))
BLACK = Color("zwart", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))

MakePdf = Callable[..., bytes]
Ink = Callable[[str], Color]


@dataclass(frozen=True)
class On:
    """A frame on a page."""

    frame: Frame
    at: Rect
    turn: int = 0
    clip: Rect | None = None
    shared: bool = False


@dataclass(frozen=True)
class Sheet:
    """A page with frames."""

    size: Size
    on: Sequence[On] = field(default=())


def full(items: Sequence[Item], size: Size = A4) -> Sheet:
    """Return a page that one frame fills."""
    return Sheet(size, [On(Frame(size, tuple(items), "Vel"), Rect(0.0, 0.0, size.width, size.height))])


def square(x: float, y: float, side: float, color: Color) -> Shape:
    """Return a filled square, in millimetres."""
    return Shape(Path.outline(Rect(mm(x), mm(y), mm(side), mm(side))), color)


def words(text: str, y: float = 20, face: str = "gewoon", **more: Any) -> TextRun:
    """Return a line of text, its baseline `y` millimetres from the top."""
    run = TextRun(mm(20), mm(y), text, (), face, 12.0, BLACK, 6.0 * len(text))
    return replace(run, **more)


def tagged(tag: Tag | str, *items: Item) -> Group:
    """Return a group with a tag, or with one of this role."""
    return Group(Tag(tag) if isinstance(tag, str) else tag, items)
