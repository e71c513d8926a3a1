"""A laid-out part of a page: it knows its size, paints itself at a place, and may be cut in two over pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from speelveld.colors import Color
from speelveld.errors import Problem, Source
from speelveld.geometry import Edges
from speelveld.markup import Node, Piece
from speelveld.markup.theme import Style, Theme
from speelveld.typeset.frame import Item
from speelveld.typeset.lines import LineBreaker
from speelveld.typeset.metrics import Metrics
from speelveld.typeset.words import WordMaker
from speelveld.units import parse_length, to_mm


class Box(Protocol):
    """What every builder returns."""

    width: float
    height: float

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the items of the box, with its top left at (`x`, `y`), to `out`."""

    def split(self, room: float) -> "tuple[Box, Box] | None":
        """Return the part that fits in `room` points of height and the rest; None: it cannot be cut there."""


class Solid:
    """The base of boxes that cannot be cut in two."""

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return None: this box stays whole."""
        del room
        return None


class Assets(Protocol):
    """Where pictures come from."""

    def image(self, name: str) -> tuple[Path, float, float]:
        """Return the file of the picture `name` and its width and height in pixels; LookupError says why not."""


@dataclass(slots=True)
class Layout:
    """All that building a box asks for: theme, metrics, pictures, the step of the sizes, and a list for what is wrong."""

    theme: Theme
    metrics: Metrics
    assets: Assets
    step: int
    card: str = ""
    """How messages name the card or page, such as "opgavekaart 'Een vrije dag'"."""
    kit_files: frozenset[str] = frozenset()
    """The files of the standard deck: a text from these that does not fit is no mistake of the author."""
    problems: list["Fault"] = field(default_factory=list)
    words: WordMaker = field(init=False)
    lines: LineBreaker = field(init=False)

    def __post_init__(self) -> None:
        self.words = WordMaker(self.theme, self.metrics, self.step)
        self.lines = LineBreaker(self.metrics)

    def color(self, node: Node, key: str) -> Color | None:
        """Return the colour that attribute `key` names; an unknown one becomes a fault of the layout."""
        name = node.attributes.get(key)
        if not name or name == "geen":
            return None
        try:
            return self.theme.color(name)
        except LookupError as error:
            self.wrong(node, str(error))
            return None

    def style(self, node: Node, standard: str) -> Style:
        """Return the style of a text element."""
        try:
            return self.theme.style(node.attributes.get("style", standard))
        except LookupError as error:
            self.wrong(node, str(error))
            return next(iter(self.theme.styles.values()))

    def length(self, node: Node, key: str, standard: float = 0.0) -> float:
        """Return the length in attribute `key` in points; a bad one becomes a fault of the layout."""
        text = node.attributes.get(key)
        if text is None:
            return standard
        try:
            return length(text)
        except ValueError as error:
            self.wrong(node, f"kenmerk {key!r}: {error}")
            return standard

    def number(self, node: Node, key: str, standard: float) -> float:
        """Return the number in attribute `key`; a bad one becomes a fault of the layout."""
        text = node.attributes.get(key)
        if text is None:
            return standard
        try:
            return float(text)
        except ValueError:
            self.wrong(node, f"kenmerk {key!r}: {text!r} is geen getal")
            return standard

    def choice(self, node: Node, key: str, choices: Sequence[str]) -> str:
        """Return attribute `key`, one of `choices` (the first is the standard)."""
        text = node.attributes.get(key)
        if text is None:
            return choices[0]
        if text not in choices:
            self.wrong(node, f"kenmerk {key!r} kan niet {text!r} zijn; kies uit: {', '.join(choices)}")
            return choices[0]
        return text

    def edges(self, node: Node, key: str) -> Edges:
        """Return one to four lengths, as in CSS: all; top and sides; top, sides, bottom; or clockwise from the top."""
        text = node.attributes.get(key)
        if text is None:
            return NO_EDGES
        try:
            found = [length(part) for part in text.split()]
            top = found[0]
            right = found[1] if len(found) > 1 else top
            bottom = found[2] if len(found) > 2 else top
            left = found[3] if len(found) > 3 else right
        except (ValueError, IndexError) as error:
            self.wrong(node, f"kenmerk {key!r}: {error}")
            return NO_EDGES
        return Edges(top, right, bottom, left)

    def wrong(self, node: Node, message: str, hint: str | None = None) -> None:
        """Note a mistake of the layout."""
        self.problems.append(Fault(Problem(message, node.source, hint), by_author=False))

    def too_long(self, node: Node, excess: float, *, leading: float = 0.0, per_line: float = 0.0, wide: bool = False) -> None:
        """Note that the texts under `node` take `excess` points more than there is, blaming the longest text of an author."""
        blamed = max(authored(node), key=lambda piece: len(piece.text), default=None)
        rows = max(1, -(-excess // leading)) if leading else 0
        about = f" (ongeveer {max(1, round(rows * per_line))} tekens)" if rows and per_line and not wide else ""
        what = "te breed" if wide else "te lang"
        amount = max(0.1, to_mm(excess))
        if blamed is None or blamed.origin is None:
            self.wrong(node, f"{self.card}: de inhoud is {amount:.1f} mm {what}{about}")
            return
        size = "kleinste toegestane letter"
        hint = "maak deze tekst korter" if not wide else "breek het lange woord met een zacht afbreekstreepje of kies een korter woord"
        message = f"{self.card}, veld '{blamed.origin.field}': de tekst is {amount:.1f} mm {what}{about}, ook in de {size}"
        self.author_wrong(Problem(message, blamed.origin.source, hint))

    def author_wrong(self, problem: Problem) -> None:
        """Note a mistake in a text, of the author or of the standard deck."""
        by_author = problem.source is not None and problem.source.name not in self.kit_files
        self.problems.append(Fault(problem, by_author))


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem, and whose it is."""

    problem: Problem
    by_author: bool


NO_EDGES = Edges(0.0, 0.0, 0.0, 0.0)

Builder = Callable[[Layout, Node, float, float | None], Box]
BUILDERS: dict[str, Builder] = {}


def builder(*names: str) -> Callable[[Builder], Builder]:
    """Register the function that builds the elements `names`."""

    def register(function: Builder) -> Builder:
        for name in names:
            BUILDERS[name] = function
        return function

    return register


def build(layout: Layout, node: Node, width: float, height: float | None = None) -> Box:
    """Return the box of `node` in `width` points; with `height` it has that height, otherwise what it takes."""
    return BUILDERS[node.name](layout, node, width, height)


@lru_cache(maxsize=4096)
def length(text: str) -> float:
    """Return `parse_length(text)`, remembered: a layout says the same few lengths for every card."""
    return parse_length(text)


def authored(node: Node) -> list[Piece]:
    """Return the pieces of text under `node` that an author wrote."""
    found = [piece for piece in node.pieces if piece.origin is not None]
    for child in node.children:
        found += authored(child)
    return found


def place(name: str, attributes: Mapping[str, str] | None = None) -> Node:
    """Return an element made by the program itself, for boxes a layout does not spell out."""
    return Node(name, dict(attributes or {}), Source("speelveld"))
