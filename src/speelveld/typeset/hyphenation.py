"""Where a Dutch word may be broken; the dictionary is read when the first word has to be."""

import re
from functools import cache
from typing import Any

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
LEFT, RIGHT, SHORTEST = 3, 3, 7

_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _dictionary() -> Any:
    import pyphen  # noqa: PLC0415

    return pyphen.Pyphen(lang="nl_NL", left=LEFT, right=RIGHT)


@cache
def break_points(word: str) -> tuple[int, ...]:
    """Return the places in `word` after which a line may end with a hyphen.

    A word in which the author wrote soft hyphens breaks only there. Breaks that change the spelling (zeeën → zee-en) are left
    out, so that the word stays whole in the text layer.
    """
    if SOFT_HYPHEN in word:
        points, seen = [], 0
        for part in word.split(SOFT_HYPHEN)[:-1]:
            seen += len(part)
            points.append(seen)
        return tuple(points)
    found: list[int] = []
    for match in _LETTERS.finditer(word):
        if len(match[0]) >= SHORTEST and not match[0].isupper():
            found += [match.start() + int(point) for point in _dictionary().positions(match[0]) if not point.data]
    return tuple(found)
