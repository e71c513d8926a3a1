"""Words of the author in a message: quoted, shortened, and with the word that was perhaps meant.

Whatever asks 'bedoelt u …?' asks it here, so that one misspelling is understood everywhere or nowhere.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

_LONGEST = 60
# A kit has some three dozen onderdelen; all can be named.
_MOST_NAMED = 40
# One wrong letter in a word of three, and 'stijl' for 'style'; less alike than this is mostly another word.
_ALIKE = 0.6
# 'winkeliers' is not 'vrijwilligers', and 'bewoners' may be 'inwoners'.
_VERY_ALIKE = 0.75

QUOTED, PLAIN = "'{}'", "{}"


def quote(word: str) -> str:
    """Return a word between quotation marks, on one line, not too long to read and without what a terminal obeys."""
    return f"'{_shown(word)}'"


@lru_cache(maxsize=4096)
def slug(title: str) -> str:
    """Return a title in small letters, digits and hyphens; nothing is left of a title without Latin letters."""
    latin = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", latin)[:_LONGEST].strip("-")


def whole_slug(title: str) -> str:
    """Return the same without a word that is cut off, for what people read and nothing refers to."""
    latin = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was perhaps meant; capitals make no difference."""
    return _nearest(word, tuple(known))


def perhaps(word: str, form: str = QUOTED) -> str:
    """Return a hint that asks whether a word was meant, written as `form`."""
    return f"bedoelt u {form.format(_shown(word))}?"


def is_like(word: str, known: Iterable[str]) -> bool:
    """Tell whether a word is so much like a known one that hardly another can be meant."""
    return _nearest(word, tuple(known), _VERY_ALIKE) is not None


def meant(word: str, known: Iterable[str], form: str = QUOTED) -> str | None:
    """Return a hint that names the known word that was perhaps meant, written as `form`; None if there is none."""
    near = nearest(word, known)
    return None if near is None else perhaps(near, form)


def begun(word: str, known: Iterable[str], form: str = QUOTED) -> str | None:
    """Return a hint that names the one known word that begins with `word`; None if there are none, or more."""
    found = [name for name in known if name.startswith(word)]
    return perhaps(found[0], form) if len(found) == 1 else None


def suggest(word: str, known: Collection[str], listed: str = QUOTED) -> str:
    """Return a hint that names the word that was perhaps meant, or else the words that are known, each as `listed`."""
    return meant(word, known) or choose(known, listed)


def choose(known: Collection[str], listed: str = QUOTED) -> str:
    """Return a hint that names the words that are known, each as `listed` and at most forty."""
    some = ", ".join(listed.format(_shown(word)) for word in list(known)[:_MOST_NAMED])
    return f"kies uit: {some}{', …' if len(known) > _MOST_NAMED else ''}"


def _shown(word: str) -> str:
    line = "".join(char for char in " ".join(word.split()) if char.isprintable())
    return f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line


@lru_cache
def _nearest(word: str, known: tuple[str, ...], alike: float = _ALIKE) -> str | None:
    from difflib import get_close_matches  # only needed once something is wrong

    folded = {name.casefold(): name for name in reversed(known)}
    near = get_close_matches(word[:_LONGEST].casefold(), folded, n=1, cutoff=alike)
    return folded[near[0]] if near else None
