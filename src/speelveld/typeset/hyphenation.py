"""Where a word may be broken; the patterns of a language are read when the first of its words has to be."""

import re
from functools import cache

from speelveld.typeset.syllables import patterns

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
DUTCH = "nl-NL"
# No fewer letters than this before and after a hyphen, and none in a word shorter than this.
LEFT, RIGHT, SHORTEST = 3, 3, 7

_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def break_points(word: str, lang: str = DUTCH) -> tuple[int, ...]:
    """Return the places in `word` after which a line may end with a hyphen, in order; none in an unknown language.

    Breaks that change the spelling (knieën → knie-en) are left out, so that the word stays whole in the text layer.
    """
    found: list[int] = []
    known = patterns(lang)
    if known is None:
        return ()
    for match in _LETTERS.finditer(word):
        if len(match[0]) >= SHORTEST and not match[0].isupper():
            last = len(match[0]) - RIGHT
            found += [match.start() + point for point in known.positions(match[0]) if LEFT <= point <= last]
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
