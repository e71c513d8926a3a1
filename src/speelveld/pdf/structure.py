"""The tag tree as it grows while pages are drawn; `tree` writes it into the file."""

from dataclasses import dataclass, field

from speelveld.geometry import Rect
from speelveld.typeset import Tag

# These hold other elements and no content of their own (ISO 32000-1, 14.8.4): what is drawn in one without a tag of its
# own is decoration. In any other element it is part of that element.
_GROUPING = frozenset({"Document", "Part", "Art", "Sect", "Div", "Table", "THead", "TBody", "TR", "L", "LI"})


HEADINGS = {"H1": 1, "H2": 2, "H3": 3}


@dataclass(slots=True)
class Marked:
    """A stretch of a page's content: the page by its number from 0, and its mark on that page."""

    page: int
    mcid: int


@dataclass(slots=True)
class Element:
    """An element of the tag tree; a Figure's `box` is in points from the top left of its page."""

    tag: Tag
    kids: "list[Element | Marked]" = field(default_factory=list)
    box: Rect | None = None
    text: str = ""

    @property
    def holds_text(self) -> bool:
        """Whether text that is drawn in it without a tag of its own belongs to it."""
        return self.tag.role not in _GROUPING

    @property
    def elements(self) -> "list[Element]":
        """The elements in it, without its own content."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def child(self, tag: Tag) -> "Element":
        """Return the element for `tag`: a new one, or the last one if that is the same tag, cut in two by a page."""
        last = self.kids[-1] if self.kids else None
        if isinstance(last, Element) and last.tag is tag:
            return last
        made = Element(tag)
        self.kids.append(made)
        return made


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line in the list of contents: how deep, what, and where: `y` points below the top of a page."""

    level: int
    title: str
    page: int
    y: float
