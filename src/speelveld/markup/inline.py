"""The little markup an author may write in a text: **vet**, _cursief_; everything else is text."""

import re
from collections.abc import Iterator

# A star or underscore inside a word or next to a space is just that character, as in `snake_case` and 2 ** 3.
_MARK = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)", re.DOTALL)


def author_runs(text: str, *, bold: bool = False, italic: bool = False) -> Iterator[tuple[str, bool, bool]]:
    """Yield stretches of `text` with whether they are bold and italic."""
    if "*" not in text and "_" not in text:
        yield text, bold, italic
        return
    start = 0
    for match in _MARK.finditer(text):
        if match.start() > start:
            yield text[start : match.start()], bold, italic
        if match[1] is not None:
            yield from author_runs(match[1], bold=True, italic=italic)
        else:
            yield from author_runs(match[2], bold=bold, italic=True)
        start = match.end()
    if start < len(text):
        yield text[start:], bold, italic
