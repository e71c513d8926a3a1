"""Words of the author in a message: quoted, shortened, and with the word that was perhaps meant."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import lru_cache

_LONGEST = 60
_MOST_NAMED = 24


def quote(word: str) -> str:
    """Return a word between quotation marks, on one line, not too long to read and without what a terminal obeys."""
    line = "".join(char for char in " ".join(word.split()) if char.isprintable())
    return f"'{line[:_LONGEST]}…'" if len(line) > _LONGEST else f"'{line}'"


def slug(title: str) -> str:
    """Return a title in small letters, digits and hyphens; nothing is left of a title without Latin letters."""
    latin = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", latin)[:_LONGEST].strip("-")


@lru_cache
def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Return the known word that was perhaps meant."""
    from difflib import get_close_matches  # only needed once something is wrong

    near = get_close_matches(word[:_LONGEST].lower(), known, n=1, cutoff=0.7)
    return near[0] if near else None


def suggest(word: str, known: Collection[str]) -> str:
    """Return a hint that names the word that was perhaps meant, or else the words that are known."""
    near = nearest(word, tuple(known))
    return f"bedoelt u {quote(near)}?" if near else choose(known)


def choose(known: Collection[str]) -> str:
    """Return a hint that names the words that are known, at most two dozen."""
    some = ", ".join(quote(word) for word in list(known)[:_MOST_NAMED])
    return f"kies uit: {some}{', …' if len(known) > _MOST_NAMED else ''}"


def near_misses(name: str, names: Iterable[str]) -> str:
    """Return a hint: the name that looks most like `name`, or all there are."""
    known = list(names)
    near = get_close_matches(name, known, n=1)
    return f"bedoelt u {near[0]!r}?" if near else f"kies uit: {', '.join(known)}"
