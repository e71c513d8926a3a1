"""The tag tree as it grows while pages are drawn; `tree` and `links` write it into the file."""

from dataclasses import dataclass, field

from speelveld.geometry import Rect
from speelveld.typeset import Tag

# These hold other elements and no content of their own (ISO 32000-1, 14.8.4): what is drawn in one without a tag of its
# own is decoration. In any other element it is part of that element.
_GROUPING = frozenset({"Document", "Part", "Art", "Sect", "Div", "Table", "THead", "TBody", "TR", "L", "LI"})

HEADINGS = {f"H{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class Marked:
    """A stretch of a page's content: the page by its number from 0, and its mark on that page."""

    page: int
    mcid: int


@dataclass(slots=True)
class StructElem:
    """An element of the tag tree; boxes are in points from the top left of their page.

    A Figure has the `box` around it, a Link the `areas` to click: each the number of its page and a box.
    """

    tag: Tag
    kids: "list[StructElem | Marked]" = field(default_factory=list)
    box: Rect | None = None
    text: str = ""
    areas: list[tuple[int, Rect]] = field(default_factory=list)

    @property
    def holds_text(self) -> bool:
        """Whether text that is drawn in it without a tag of its own belongs to it."""
        return self.tag.role not in _GROUPING

    @property
    def elements(self) -> "list[StructElem]":
        """The elements in it, without its own content."""
        return [kid for kid in self.kids if isinstance(kid, StructElem)]

    def child(self, tag: Tag) -> "StructElem":
        """Return the element for `tag`: a new one, or the last one if that is the same tag, cut in two by a page."""
        last = self.kids[-1] if self.kids else None
        if isinstance(last, StructElem) and last.tag is tag:
            return last
        made = StructElem(tag)
        self.kids.append(made)
        return made

    def begin_with_heading(self) -> None:
        """Move the first heading that stands straight in it to the front, for who goes from heading to heading."""
        heading = next((kid for kid in self.elements if kid.tag.role in HEADINGS), None)
        if heading is not None:
            self.kids.remove(heading)
            self.kids.insert(0, heading)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line in the list of contents: how deep, what, and where: `y` points below the top of a page."""

    level: int
    title: str
    page: int
    y: float
