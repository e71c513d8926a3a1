"""A text → the ways to write it in YAML, the one most like how it was written first.

Whether what comes out is read as the text again is for who writes it to look: a way that is no use is among them
seldom, and then the next one holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from speelveld.written.builder import NULLS
from speelveld.written.nodes import Plain

# YAML 1.1, 5.3 and 7.3.3: what a text without quotation marks cannot begin with, or hold.
_BEGIN = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?![^\s,\[\]{}])|---|\.\.\.|<<")
_INSIDE = re.compile(r":(?=\s|$)|\s#|\t")
_IN_BRACKETS = re.compile(r"[,\[\]{}?:]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
# A space between two words, where a line may end that is read as one space.
_FOLD = re.compile(r"(?<=[^\s]) (?=[^\s])")
_BREAKS = re.compile(r"(\n+)")
_USUAL_WIDTH, _LEAST = 80, 20
INDENT = 2
"""How far what stands in a mapping or list is indented where the file does not say."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text is written: the sign of its style, how far its further lines are indented, and how wide they are."""

    style: str = ""
    """A quotation mark, '|', '>', or nothing."""
    indent: int = 0
    width: int = 0
    """How long the longest of its lines was; 0 where it stood on one."""
    head: str = ""
    """What stood on the first line of a text in lines: its sign, and what else is said there."""
    line_end: str = "\n"
    flow: bool = False
    """It stands between brackets."""
    last: bool = True
    """Nothing stands behind it on its line."""

    @property
    def most(self) -> int:
        """How long a line of it may be."""
        return max(_LEAST, (self.width or _USUAL_WIDTH) - self.indent)


def ways(text: str, place: Setting) -> Iterator[str]:
    """Yield ways to write a text without white at its ends."""
    others = "|" if "\n" in text or place.style == ">" else ""
    for style in dict.fromkeys((place.style or "plain", *others, '"')):
        yield from _WRITERS[style](text, place)


def _plain(text: str, place: Setting) -> Iterator[str]:
    if not text or "\n" in text or text in NULLS or _BEGIN.match(text) or _INSIDE.search(text):
        return
    if place.flow and _IN_BRACKETS.search(text):
        return
    yield from _folded(text, place)


def _single(text: str, place: Setting) -> Iterator[str]:
    if "\n" not in text and text:
        yield from (f"'{each}'" for each in _folded(text.replace("'", "''"), place))


def _double(text: str, place: Setting) -> Iterator[str]:
    yield from (f'"{each}"' for each in _folded(text.translate(_ESCAPES), place))


def _folded(text: str, place: Setting) -> Iterator[str]:
    """Yield a text in lines as wide as it had, and on one line."""
    if place.width and len(text) > place.width:
        yield (place.line_end + " " * place.indent).join(_lines(text, place.most))
    yield text


def _literal(text: str, place: Setting) -> Iterator[str]:
    if text and not place.flow and place.last:
        head = place.head if place.style == "|" else "|"
        yield place.line_end.join([head, *(_indented(line, place.indent) for line in text.split("\n"))])


def _greater(text: str, place: Setting) -> Iterator[str]:
    if not text or not place.last or any(line[:1].isspace() for line in text.split("\n")):
        return
    lines: list[str] = []
    for part in _BREAKS.split(text):
        # As many empty lines as there are line ends: one more than these would be, for a lone one is read as a space.
        wrapped = [""] * len(part) if part.startswith("\n") else _lines(part, place.most)
        lines += [_indented(line, place.indent) for line in wrapped]
    yield place.line_end.join([place.head, *lines])


def _indented(line: str, indent: int) -> str:
    return " " * indent + line if line else ""


def _lines(text: str, width: int) -> list[str]:
    """Return a text in lines of at most a width, where its words allow that."""
    found = [""]
    for word in _FOLD.split(text):
        if found[-1] and len(found[-1]) + 1 + len(word) > width:
            found.append(word)
        else:
            found[-1] += f" {word}" if found[-1] else word
    return found


_WRITERS = {"plain": _plain, "'": _single, '"': _double, "|": _literal, ">": _greater}


def block(value: Plain, column: int, begin: str, list_indent: int, *, under_key: bool = False) -> list[str]:
    """Return the lines of a value behind `begin`, which is a dash, or a key (`under_key`), at `column`.

    The dashes of a list stand `list_indent` to the right of its key.
    """
    match value:
        case str():
            return f"{begin} {next(ways(value, Setting(indent=column + INDENT)))}".split("\n")
        case list() if value:
            inner = column + (list_indent if under_key else INDENT)
            lines = [line for each in value for line in block(each, inner, f"{' ' * inner}-", list_indent)]
        case dict() if value:
            inner = column + INDENT
            lines = []
            for key, each in value.items():
                lines += block(each, inner, f"{' ' * inner}{flowing(key)}:", list_indent, under_key=True)
        case _:
            return [f"{begin} {flowing(value)}"]
    return [begin, *lines] if under_key else [f"{begin} {lines[0].lstrip()}", *lines[1:]]


def flowing(value: Plain) -> str:
    """Return a value on one line, as between brackets."""
    match value:
        case str():
            return next(ways(value, Setting(flow=True)))
        case list():
            return f"[{', '.join(map(flowing, value))}]"
        case dict():
            return f"{{{', '.join(f'{flowing(key)}: {flowing(each)}' for key, each in value.items())}}}"
