"""The tree of a filled layout: elements with their attributes, and texts that know who wrote them where."""

from dataclasses import dataclass, field
from functools import cache

from speelveld.errors import Source
from speelveld.written.tekst import Origin

# A forced new line, as `<br/>` asks for; an author's own line ends are white space.
LINE_BREAK = "\N{LINE SEPARATOR}"
# Where a header or footer shows the number of its page, and how many there are.
PAGE_NUMBER, PAGE_COUNT = "\ue003", "\ue004"


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Where an `<a>` leads: each element is a link of its own; `origin` is who wrote the address, if not the layout."""

    href: str
    source: Source
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Inline:
    """What a stretch of text changes about the style around it; made by `inline`, so that equal ones are the same."""

    bold: bool = False
    italic: bool = False
    style: str | None = None
    color: str | None = None
    lang: str | None = None
    link: Link | None = None


@cache
def inline(
    bold: bool, italic: bool, style: str | None, color: str | None, lang: str | None, link: Link | None = None
) -> Inline:
    """Return the one Inline with these values."""
    return Inline(bold, italic, style, color, lang, link)


PLAIN = inline(False, False, None, None, None)


@dataclass(slots=True)
class Piece:
    """A stretch of text in one look; `origin` is its author's, None where the layout wrote it."""

    text: str
    inline: Inline = PLAIN
    origin: Origin | None = None


@dataclass(slots=True, eq=False)
class Node:
    """An element of a layout, filled in; `pieces` is its text, `children` the elements in it."""

    name: str
    attributes: dict[str, str]
    source: Source
    children: list["Node"] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text in one string."""
        return "".join(" " if piece.text == LINE_BREAK else piece.text for piece in self.pieces)
