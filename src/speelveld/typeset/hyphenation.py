"""Where a word may be broken; the dictionary of a language is read when the first of its words has to be."""

import re
from functools import cache
from typing import Any

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
DUTCH = "nl-NL"
# No fewer letters than this before and after a hyphen, and none in a word shorter than this.
LEFT, RIGHT, SHORTEST = 3, 3, 7

_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _dictionary(lang: str) -> Any:
    """Return the dictionary of a language; None where there is none, as for Frisian."""
    import pyphen

    known = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=known, left=LEFT, right=RIGHT) if known else None


@cache
def break_points(word: str, lang: str = DUTCH) -> tuple[int, ...]:
    """Return the places in `word` after which a line may end with a hyphen, in order; none in an unknown language.

    Breaks that change the spelling (knieën → knie-en) are left out, so that the word stays whole in the text layer.
    """
    found: list[int] = []
    dictionary = _dictionary(lang)
    if dictionary is None:
        return ()
    for match in _LETTERS.finditer(word):
        if len(match[0]) >= SHORTEST and not match[0].isupper():
            found += [match.start() + int(point) for point in dictionary.positions(match[0]) if not point.data]
    return tuple(found)


def soft_points(word: str) -> tuple[str, tuple[int, ...]]:
    """Return `word` without the soft hyphens its author wrote, and the places inside it where they stood."""
    parts = word.split(SOFT_HYPHEN)
    bare = "".join(parts)
    points: list[int] = []
    seen = 0
    for part in parts[:-1]:
        seen += len(part)
        if 0 < seen < len(bare) and seen not in points[-1:]:
            points.append(seen)
    return bare, tuple(points)
