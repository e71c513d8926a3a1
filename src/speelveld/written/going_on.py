"""A text that YAML refuses at some line → the same without the smallest part that holds it, so that reading can go on.

Lines keep their numbers. A value that was taken away leaves a blank behind its key, and `Parts` knows where.
"""

import re
from dataclasses import dataclass, field

from speelveld.written.lines import LINE_END

# In a longer text a mistake is told alone: to read it over and over would take too long.
LONGEST = 300_000
MOST = 40

_BLANK = re.compile(r"\s*(?:#.*)?")
_ENTRY = re.compile(r"(?P<before>[ ]*(?:-[ ]+)*)(?P<key>[A-Za-z_][\w-]*)[ ]*:(?=\s|$|\S)")
_ITEM = re.compile(r"(?P<before>[ ]*-)(?=\s|$)")
_INDENT = re.compile(r"[ ]*")


@dataclass(slots=True)
class Parts:
    """What has been taken out of a text: the lines with a blank in place of a value."""

    blanks: set[int] = field(default_factory=set)
    _tried: set[tuple[int, int]] = field(default_factory=set)

    def without(self, text: str, line: int) -> str | None:
        """Return `text` without the part that holds a line, counted from 0; a larger part each time it is asked.

        None: there is nothing left to take away.
        """
        lines = LINE_END.split(text)
        for start, end in _around(lines, min(line, len(lines) - 1)):
            if (start, end) in self._tried:
                continue
            self._tried.add((start, end))
            return "\n".join([*lines[:start], *self._instead(lines[start:end], start), *lines[end:]])
        return None

    def _instead(self, part: list[str], start: int) -> list[str]:
        rest = [""] * (len(part) - 1)
        if start not in self.blanks:
            if match := _ENTRY.match(part[0]):
                self.blanks.add(start)
                return [f"{match['before']}{match['key']}: ~", *rest]
            if match := _ITEM.match(part[0]):
                self.blanks.add(start)
                return [f"{match['before']} ~", *rest]
        self.blanks.discard(start)
        return ["", *rest]


def _around(lines: list[str], line: int) -> list[tuple[int, int]]:
    """Return the parts that hold a line, the smallest first: an entry, that line alone, and what it stands under."""
    found = []
    depth = _depth(lines[line])
    start: int | None = line
    while start is not None:
        begins = _ENTRY.match(lines[start]) or _ITEM.match(lines[start])
        if begins or start == line:
            end = start + 1
            while end < len(lines) and (_BLANK.fullmatch(lines[end]) or _depth(lines[end]) > _depth(lines[start])):
                end += 1
            found.append((start, max(end, line + 1)))
            found += [(line, line + 1)] if start == line else []
        depth = _depth(lines[start])
        start = next(
            (above for above in range(start - 1, -1, -1) if _holds(lines[above], depth)),
            None,
        )
    return found


def _holds(line: str, depth: int) -> bool:
    """Tell whether a line begins what stands deeper below it, or the list item that a key stands in."""
    if _BLANK.fullmatch(line):
        return False
    return _depth(line) < depth


def _depth(line: str) -> int:
    found = _INDENT.match(line)
    return found.end() if found else 0
