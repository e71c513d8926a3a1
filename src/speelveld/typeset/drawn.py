"""Drawings by tone → shapes in the colours of the theme; where ink is saved, the same drawing in lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from speelveld.beeld import COVER, LINE, OUTLINED, Lines, Piece
from speelveld.colors import Color
from speelveld.geometry import Matrix, Size
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.frame import Group, Item, Shape, Tag
from speelveld.typeset.layout import Layout
from speelveld.units import mm

OUTLINE = mm(0.3)
# What is narrower than the second would be two lines with hardly any white between them: it is one line.
LINES = Lines(OUTLINE, mm(0.8))


@dataclass(frozen=True, slots=True)
class DrawnBox(Box):
    """Shapes whose coordinates start at the top left of the box."""

    shapes: tuple[Shape, ...]
    tag: Tag | None
    edge: float = 0.0
    """How far the shapes stand from the sides of the box."""

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the shapes; they stay as they are, and are put in place as a whole."""
        out.append(Group(self.tag, self.shapes, Matrix.moving(x + self.edge, y + self.edge), drawing=True))


@dataclass(frozen=True, slots=True)
class Canvas:
    """How a drawing is made in a box: how large, from where, and in which lines (None: in colour)."""

    size: Size
    edge: float
    lines: Lines | None


def canvas(layout: Layout, size: Size) -> Canvas:
    """Return what is drawn on in a box of `size`: lines are as thick as they are, and stay inside it."""
    if not layout.theme.sparing:
        return Canvas(size, 0.0, None)
    inner = Size(max(0.0, size.width - OUTLINE), max(0.0, size.height - OUTLINE))
    return Canvas(inner, OUTLINE / 2, LINES)


def painted(layout: Layout, pieces: Iterable[Piece], palette: Mapping[str, Color]) -> tuple[Shape, ...]:
    """Return the pieces in the colours of `palette`; in lines where the theme saves ink."""
    low_ink = layout.theme.low_ink
    if layout.theme.sparing and low_ink is not None:
        looks = {
            OUTLINED: (low_ink.ground, low_ink.ink, OUTLINE),
            COVER: (low_ink.ground, None, 0.0),
            LINE: (None, low_ink.ink, OUTLINE),
        }
        return tuple(Shape(piece.path, *looks[piece.tone], round_ends=True) for piece in pieces)
    return tuple(Shape(piece.path, palette[piece.tone]) for piece in pieces)


def named_color(layout: Layout, node: Node, key: str, standard: str) -> Color:
    """Return the colour that attribute `key` names, or the one that the theme calls `standard`."""
    return role_color(layout, node, node.attributes.get(key) or standard)


def role_color(layout: Layout, node: Node, name: str) -> Color:
    """Return the colour with this name; an unknown one becomes a fault of the layout."""
    try:
        return layout.theme.color(name)
    except LookupError as error:
        layout.wrong(node, str(error.args[0]))
        return layout.theme.color("inkt")
