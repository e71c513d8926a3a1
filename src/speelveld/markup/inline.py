"""The little markup an author may write in a text: **vet**, _cursief_, [fy: oare taal]; everything else is text."""

from collections.abc import Iterator, Mapping

from speelveld.errors import Source
from speelveld.written.foreign import pieces, signed
from speelveld.written.tekst import Origin, stretches

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_BOLD, _ITALIC = "**", "_"


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
    if _BOLD not in text and _ITALIC not in text:
        if text:
            yield text, bold, italic
        return
    start = at = 0
    marks = [mark for mark, used in ((_BOLD, bold), (_ITALIC, italic)) if not used and mark in text]
    while marks:
        found = [(text.find(mark, at), mark) for mark in marks]
        begin, mark = min(((index, mark) for index, mark in found if index >= 0), default=(-1, ""))
        if begin < 0:
            break
        end = _closing(text, begin, mark) if _opens(text, begin, mark) else -1
        if end < 0:
            # Without an end for this mark there is none for a later one like it either.
            if _opens(text, begin, mark):
                marks.remove(mark)
            at = begin + 1
            continue
        if begin > start:
            yield text[start:begin], bold, italic
        inner = text[begin + len(mark) : end]
        yield from author_runs(inner, bold=bold or mark == _BOLD, italic=italic or mark == _ITALIC)
        start = at = end + len(mark)
    if start < len(text):
        yield text[start:], bold, italic


def _opens(text: str, at: int, mark: str) -> bool:
    after = at + len(mark)
    if after >= len(text) or text[after].isspace():
        return False
    return mark == _BOLD or not (at and _in_word(text[at - 1]))


def _closing(text: str, begin: int, mark: str) -> int:
    """Return where the mark that opens at `begin` is closed, or -1."""
    at = text.find(mark, begin + len(mark) + 1)
    while at >= 0:
        after = at + len(mark)
        ends = mark == _BOLD or after >= len(text) or not _in_word(text[after])
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
