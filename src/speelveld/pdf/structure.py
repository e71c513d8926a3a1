"""The tag tree as it grows while pages are drawn; `finish` writes it into the file."""

from dataclasses import dataclass, field

from speelveld.typeset import Tag


@dataclass(slots=True)
class Marked:
    """A stretch of a page's content: the page by its number from 0, and its mark on that page."""

    page: int
    mcid: int


@dataclass(slots=True)
class Element:
    """An element of the tag tree; a Figure's `box` is (left, bottom, right, top) in points from the page's lower left."""

    tag: Tag
    kids: "list[Element | Marked]" = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    page: int = 0


@dataclass(slots=True)
class Structure:
    """The tree of a whole document, and for the bookmarks its headings as (level, title, page)."""

    lang: str
    root: Element = field(default_factory=lambda: Element(Tag("Document")))
    outline: list[tuple[int, str, int]] = field(default_factory=list)
