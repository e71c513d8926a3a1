"""The tree of a filled layout: elements with their attributes, and texts that know who wrote them where."""

from dataclasses import dataclass, field

from speelveld.errors import Source


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wrote a text: the place in the author's file and the name of the field."""

    source: Source
    field: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one look; `text` is a line break where it is '\\n'."""

    text: str
    bold: bool = False
    italic: bool = False
    style: str | None = None
    color: str | None = None
    lang: str | None = None
    origin: Origin | None = None


@dataclass(slots=True)
class Node:
    """An element of a layout, filled in; `pieces` is its text, `children` the elements in it."""

    name: str
    attributes: dict[str, str]
    source: Source
    children: list["Node"] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        """Return the attribute `name`, or None."""
        return self.attributes.get(name)
