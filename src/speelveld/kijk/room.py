"""How many characters a text may still have, found by trying: where a text fits depends on every other on its kind."""

from collections.abc import Generator
from itertools import cycle

# No more than this is looked for, in characters, and no closer than this is told: nobody counts letters one by one.
_MOST = 300
_NEAR = 3
_FILLER = ("een", "woord", "meer", "zoals", "mensen", "dat", "schrijven")


def room(length: int) -> Generator[int, bool, int]:
    """Yield by how many characters a text of `length` is to be tried longer, and take whether it then fits.

    Returns about how many characters more fit; fewer than none: by how many it is too long.
    """
    if (yield 0):
        low, high = 0, _MOST
        if (yield high):
            return high
    else:
        low, high = -length, 0
    while high - low > _NEAR:
        middle = (low + high) // 2
        if (yield middle):
            low = middle
        else:
            high = middle
    return low


def of_length(value: str, length: int) -> str:
    """Return a text cut off, or with words behind it, until it has about so many characters."""
    if length <= len(value):
        return value[: max(1, length)].rstrip() or "x"
    words, said = cycle(_FILLER), value
    while len(said) < length:
        said = f"{said} {next(words)}"
    return said[:length].rstrip()
