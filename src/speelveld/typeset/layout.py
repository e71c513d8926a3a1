"""What building a box asks for, among it the attributes of an element as lengths, colours, numbers and choices."""

import math
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from speelveld.colors import Color
from speelveld.errors import Problem
from speelveld.files import ReadFile
from speelveld.geometry import Edges, Size
from speelveld.markup import Node
from speelveld.markup.style import FACES, Style, Theme
from speelveld.typeset.box import Box
from speelveld.typeset.faults import Fault, Misfit
from speelveld.typeset.frame import Frame
from speelveld.typeset.heights import Heights
from speelveld.typeset.lines import Broken, LineBreaker
from speelveld.typeset.metrics import Metrics
from speelveld.typeset.words import Paragraph, WordMaker
from speelveld.units import mm, parse_length

NO_EDGES = Edges(0.0, 0.0, 0.0, 0.0)

# Longer than any paper; what is longer is a slip of the pen, and PDF ends at 5 m (ISO 32000-1, annex C).
LONGEST = mm(3000)
# By what part of their size lines stand closer in a paper without white; less than a reader sees as crowded.
_CLOSER = 0.12
_ALIGN = {"left": 0.0, "center": 0.5, "right": 1.0}
_VALIGN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_YES, _NO = "ja", "nee"


class Assets(Protocol):
    """Where pictures come from."""

    def image(self, name: str) -> tuple[ReadFile, Size]:
        """Return the picture `name` and its size in pixels; LookupError says why not."""

    def face(self, naam: str, number: int, side: str) -> Frame:
        """Return a card or page of another onderdeel; LookupError says why not, and what can be done."""


@dataclass(slots=True)
class Layout:
    """Theme, metrics, pictures and the step of the sizes; and, while building, a list of what is wrong."""

    theme: Theme
    metrics: Metrics
    assets: Assets
    step: int
    card: str = ""
    """How messages name the card or page, such as "opgavekaart 'Een vrije dag'"."""
    kit_files: frozenset[str] = frozenset()
    """The files of the standard deck: a text from these that does not fit is no mistake of the author."""
    targets: tuple[str, ...] = ()
    """What a link within the file may lead to."""
    faults: list[Fault] = field(default_factory=list)
    """What is wrong at every size."""
    misfits: list[Misfit] = field(default_factory=list)
    """What is wrong at this size."""
    built: dict[tuple[Node, float], list[Box]] = field(default_factory=dict)
    broken: dict[tuple[Node, float], tuple[Paragraph, Broken]] = field(default_factory=dict)
    """Texts in their lines, by their width."""
    heights: Heights = field(default_factory=Heights)
    """The boxes that are as high as others of their name."""
    steps: Mapping[str, int] = field(default_factory=dict)
    """The step of each part of the layout that fits by itself; one that is not named is at the first."""
    parts: dict[str, "Layout"] = field(default_factory=dict)
    """What those parts are built with: the same, at a step of their own and with misfits of their own."""
    tables: "list[Layout]" = field(default_factory=list)
    """What tables are built with, where figures in them are other than in a sentence."""
    white: float = 1.0
    """What part of the white between and around texts a paper has that is to be fewer pages."""
    words: WordMaker = field(init=False)
    lines: LineBreaker = field(init=False)

    def __post_init__(self) -> None:
        self.words = WordMaker(self.theme, self.metrics, self.step)
        self.lines = LineBreaker(self.metrics)

    def start(self, card: str, *, keep: bool = False) -> None:
        """Begin with the next card or page; `keep` the lines of the texts before: they are asked for again."""
        for layout in (self, *self.parts.values()):
            layout.card = card
            layout.tables.clear()
        self.built.clear()
        if not keep:
            self.broken.clear()

    def probe(self) -> "Layout":
        """Return a layout like this one to try something with: what goes wrong in it does not count here."""
        other = copy(self)
        other.faults, other.misfits, other.built, other.broken, other.parts = [], [], {}, {}, {}
        other.tables = []
        other.heights = Heights(self.heights.given)
        return other

    def tighter(self, white: float, step: int) -> "Layout":
        """Return a layout like this one, with less white and perhaps smaller letters, to try something with."""
        other = self.probe()
        other.white = white
        if step != self.step:
            other.step = step
            other.words = WordMaker(self.theme, self.metrics, step, tabular=self.words.tabular)
        return other

    def part(self, node: Node) -> "Layout":
        """Return what `node` is built with: this layout, or that of the part it begins, which fits by itself."""
        if "fit" not in node.attributes or (name := self.name(node, "fit")) is None:
            return self
        if name not in self.parts:
            self.parts[name] = other = copy(self)
            other.step = self.steps.get(name, 0)
            other.words = WordMaker(self.theme, self.metrics, other.step, tabular=self.words.tabular)
            other.misfits, other.tables = [], []
        return self.parts[name]

    def in_table(self) -> "Layout":
        """Return what a table is built with: the same, with figures that are all equally wide."""
        if self.words.tabular or all(self.metrics.tabular(face) == face for face in FACES):
            return self
        if not self.tables:
            other = copy(self)
            other.words = WordMaker(self.theme, self.metrics, self.step, tabular=True)
            self.tables.append(other)
        return self.tables[0]

    @property
    def all_misfits(self) -> list[Misfit]:
        """What is wrong at this size, in all parts."""
        return [misfit for layout in (self, *self.parts.values()) for misfit in layout.misfits]

    def natural(self, node: Node, width: float, make: Callable[[Node], Box]) -> list[Box]:
        """Return the children of `node` at the height they take in `width`, made once for all heights of `node`."""
        key = node, width
        if key not in self.built:
            self.built[key] = [make(child) for child in node.children]
        return self.built[key]

    def wrong(self, node: Node, message: str, hint: str | None = None) -> None:
        """Note a mistake of the layout."""
        self.faults.append(Fault(Problem(message, node.source, hint), by_author=False))

    def name(self, node: Node, key: str) -> str | None:
        """Return the name that boxes have in common by attribute `key`; an empty one becomes a fault of the layout."""
        found = node.attributes[key].strip()
        if not found:
            self.wrong(node, f"kenmerk {key!r} is leeg", "geef vakken die bij elkaar horen dezelfde naam")
        return found or None

    def color(self, node: Node, key: str) -> Color | None:
        """Return the colour that attribute `key` names; an unknown one becomes a fault of the layout."""
        name = node.attributes.get(key)
        if not name or name == "geen":
            return None
        try:
            match key:
                case "fill" | "head-fill":
                    return self.theme.fill(name)
                case "stroke":
                    return self.theme.stroke(name)
                case _:
                    return self.theme.text(name)
        except LookupError as error:
            self.wrong(node, f"kenmerk {key!r}: {error.args[0]}")
            return None

    def style(self, node: Node, standard: str) -> Style:
        """Return the style of a text element."""
        try:
            found = self.theme.style(node.attributes.get("style", standard))
        except LookupError as error:
            self.wrong(node, str(error.args[0]))
            found = self.theme.style(standard)
        return found if self.white == 1 else found.closer((1 - self.white) * _CLOSER)

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

    def size(self, node: Node, key: str, standard: float = 0.0) -> float:
        """Return the length in attribute `key`, which is not below zero."""
        if key not in node.attributes:
            return standard
        found = self.length(node, key, standard)
        if found < 0:
            self.wrong(node, f"kenmerk {key!r}: {node.attributes[key]!r} is minder dan niets")
            return standard
        return found

    def number(self, node: Node, key: str, standard: float, *, least: float = 0.0, most: float = 1000.0) -> float:
        """Return the number in attribute `key`, from `least` to `most`; a bad one becomes a fault of the layout."""
        text = node.attributes.get(key)
        if text is None:
            return standard
        try:
            found = float(text)
        except ValueError:
            found = math.nan
        if least <= found <= most:
            return found
        self.wrong(node, f"kenmerk {key!r}: {text!r} is geen getal van {least:g} tot {most:g}")
        return standard

    def count(self, node: Node, key: str, standard: int, *, least: int = 1) -> int:
        """Return the whole number in attribute `key`."""
        return int(self.number(node, key, standard, least=least))

    def choice(self, node: Node, key: str, choices: Sequence[str]) -> str:
        """Return attribute `key`, one of `choices` (the first is the standard)."""
        text = node.attributes.get(key)
        if text is None:
            return choices[0]
        if text not in choices:
            self.wrong(node, f"kenmerk {key!r} kan niet {text!r} zijn; kies uit: {', '.join(choices)}")
            return choices[0]
        return text

    def align(self, node: Node) -> float:
        """Return the share of the white beside an element that stands to its left."""
        return _ALIGN[self.choice(node, "align", tuple(_ALIGN))] if "align" in node.attributes else 0.0

    def valign(self, node: Node) -> float:
        """Return the share of the white above and below an element that stands above it."""
        return _VALIGN[self.choice(node, "valign", tuple(_VALIGN))] if "valign" in node.attributes else 0.0

    def flag(self, node: Node, key: str, standard: bool = False) -> bool:
        """Tell whether attribute `key` is 'ja'."""
        if key not in node.attributes:
            return standard
        return self.choice(node, key, (_NO, _YES)) == _YES

    def edges(self, node: Node, key: str, standard: Edges = NO_EDGES) -> Edges:
        """Return one to four lengths, as in CSS: all; top and sides; top, sides, bottom; or clockwise from the top."""
        text = node.attributes.get(key)
        if text is None:
            return standard
        try:
            return edges(text)
        except ValueError as error:
            self.wrong(node, f"kenmerk {key!r}: {error}")
            return standard


@lru_cache(maxsize=4096)
def length(text: str) -> float:
    """Return `parse_length(text)`, remembered: a layout says the same few lengths for every card.

    Raises:
        ValueError: it is no length, or a length longer than any paper.
    """
    found = parse_length(text)
    if not abs(found) <= LONGEST:
        raise ValueError(f"{text!r} is langer dan elk papier")
    return found


@lru_cache(maxsize=1024)
def edges(text: str) -> Edges:
    """Return one to four lengths, none below zero.

    Raises:
        ValueError: it is something else.
    """
    found = [length(part) for part in _lengths(text)]
    if not 1 <= len(found) <= 4 or min(found) < 0:
        raise ValueError(f"{text!r} zijn niet één tot vier maten van 0 of meer, zoals '3mm 5mm'")
    top = found[0]
    right = found[1] if len(found) > 1 else top
    bottom = found[2] if len(found) > 2 else top
    return Edges(top, right, bottom, found[3] if len(found) > 3 else right)


def _lengths(text: str) -> list[str]:
    """Return the lengths in `text`; a unit may stand apart from its number."""
    parts: list[str] = []
    for part in text.split():
        if parts and part.isalpha():
            parts[-1] += part
        else:
            parts.append(part)
    return parts
