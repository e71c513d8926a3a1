"""The little markup an author may write in a text: **vet**, _cursief_, [fy: oare taal]; everything else is text.

`__vet__` and `***beide***`, which other programs know, are taken for what they are there.
"""

import re
from collections.abc import Iterator, Mapping

from speelveld.errors import Source
from speelveld.written.foreign import pieces, signed
from speelveld.written.tekst import Origin, stretches

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# Marks of only these signs, the longest first: three underscores or more in a row are a line to write on, and text.
_MARKS = {
    mark: re.compile(pattern)
    for mark, pattern in {
        "***": r"(?<!\*)\*{3}(?!\*)",
        "**": r"(?<!\*)\*{2}(?!\*)",
        "__": r"(?<!_)__(?!_)",
        "_": r"(?<!_)_(?!_)",
    }.items()
}
_BOLD, _ITALIC = frozenset(("***", "**", "__")), frozenset(("***", "_"))


def author_pieces(
    text: str, *, bold: bool = False, italic: bool = False, lang: str | None = None
) -> Iterator[tuple[str, bool, bool, str | None]]:
    """Yield stretches of `text` with whether they are bold and italic, and their language (`lang`: not marked)."""
    begun: str | None = None
    for run, strong, slanted in author_runs(signed(text), bold=bold, italic=italic):
        said = list(pieces(run, begun))
        yield from ((piece, strong, slanted, own or lang) for piece, own in said if piece)
        begun = said[-1][1]


def author_runs(text: str, *, bold: bool = False, italic: bool = False) -> Iterator[tuple[str, bool, bool]]:
    """Yield stretches of `text` with whether they are bold and italic.

    A mark next to a space, or an underscore inside a word, is just that character, as in `2 ** 3` and `snake_case`.
    """
    if "**" not in text and "_" not in text:
        if text:
            yield text, bold, italic
        return
    start = at = 0
    used = (_BOLD if bold else frozenset()) | (_ITALIC if italic else frozenset())
    marks = [mark for mark in _MARKS if mark in text and mark not in used]
    while marks:
        found = [(match.start(), -len(mark), mark) for mark in marks if (match := _MARKS[mark].search(text, at))]
        if not found:
            break
        marks = [mark for _, _, mark in found]
        begin, _, mark = min(found)
        opens = _opens(text, begin, mark)
        end = _closing(text, begin, mark) if opens else -1
        if end < 0:
            # Without an end for this mark there is none for a later one like it either.
            if opens:
                marks.remove(mark)
            at = begin + len(mark)
            continue
        if begin > start:
            yield text[start:begin], bold, italic
        inner = text[begin + len(mark) : end]
        yield from author_runs(inner, bold=bold or mark in _BOLD, italic=italic or mark in _ITALIC)
        start = at = end + len(mark)
    if start < len(text):
        yield text[start:], bold, italic


def _opens(text: str, at: int, mark: str) -> bool:
    after = at + len(mark)
    if after >= len(text) or text[after].isspace():
        return False
    return mark[0] == "*" or not (at and _in_word(text[at - 1]))


def _closing(text: str, begin: int, mark: str) -> int:
    """Return where the mark that opens at `begin` is closed, or -1."""
    at = text.find(mark, begin + len(mark) + 1)
    while at >= 0:
        after = at + len(mark)
        ends = mark[0] == "*" or ((after >= len(text) or not _in_word(text[after])) and text[at - 1] != "_")
        if ends and not text[at - 1].isspace():
            return at
        at = text.find(mark, at + 1)
    return -1


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def unmarked(text: str) -> str:
    """Return what an author wrote as it reads where nothing is bold, cursive or in another language."""
    return "".join(run for run, *_ in author_pieces(text))


def plain(text: str) -> str:
    """Return a filled attribute as a reader sees it: no marks of author or place, no soft hyphens, single spaces."""
    parts = []
    for part, origin in stretches(text):
        parts += [part] if origin is None else [run for run, *_ in author_pieces(part)]
    return " ".join("".join(parts).replace(SOFT_HYPHEN, "").split())


def address(attributes: Mapping[str, str], source: Source) -> tuple[str, Source, Origin | None]:
    """Return where a link leads, the place of its element, and the author who wrote the address, if one did."""
    parts = list(stretches(attributes.get("href", "")))
    origin = next((origin for _, origin in parts if origin is not None), None)
    return "".join(part for part, _ in parts).strip(), source, origin
