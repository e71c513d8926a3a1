"""The headings of a part or card → those of the file it is in: the highest at its level, and none skipped."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from speelveld.pdf.structure import HEADINGS
from speelveld.typeset import Frame, Group, Item, Tag, TextRun

# These are one whole: nothing in them gets a tag of its own.
WHOLE = frozenset({"Figure", "Artifact"})
_LOWEST = len(HEADINGS)
_TEXTS = frozenset({"P", "Span", "Caption"})


class Headings:
    """Tells the level of each heading in turn, from the levels that `frames` use and the level of the highest.

    Where no frame has a heading, the first of the largest texts is one: what a reader sees as the title.
    """

    def __init__(self, frames: Iterable[Frame], top: int) -> None:
        groups = [(group.tag, group) for frame in frames for group in _tagged(frame.items) if group.tag is not None]
        used = sorted({tag.role for tag, _ in groups if tag.role in HEADINGS})
        self._levels = {role: top + rank for rank, role in enumerate(used)}
        self._top, self._last = top, top - 1
        texts = [(tag, _size(group)) for tag, group in groups if tag.role in _TEXTS] if not used else []
        self._title = max(texts, key=lambda text: text[1])[0] if texts else None

    def tag(self, tag: Tag) -> Tag:
        """Return `tag`, or the heading it is in this file."""
        if tag is self._title:
            self._title = None
            return replace(tag, role=f"H{self._top}")
        if tag.role not in self._levels:
            return tag
        self._last = min(self._levels[tag.role], self._last + 1, _LOWEST)
        return replace(tag, role=f"H{self._last}")


def words(items: Iterable[Item]) -> str:
    """Return the text of `items` on one line, as it reads when no line has to end."""
    found = ""
    for item in items:
        if isinstance(item, TextRun):
            found += item.text
        elif isinstance(item, Group):
            found += words(item.items)
    return found.replace("\N{SOFT HYPHEN}", "").strip()


def _tagged(items: Iterable[Item]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group) and (item.tag is None or item.tag.role not in WHOLE):
            if item.tag is not None:
                yield item
            yield from _tagged(item.items)


def _size(group: Group) -> float:
    return max((item.size for item in group.items if isinstance(item, TextRun)), default=0.0)
