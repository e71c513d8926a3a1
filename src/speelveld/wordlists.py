"""'Bedoelt u …?' for names that do not exist."""

from collections.abc import Iterable
from difflib import get_close_matches


def near_misses(name: str, names: Iterable[str]) -> str:
    """Return a hint: the name that looks most like `name`, or all there are."""
    known = list(names)
    near = get_close_matches(name, known, n=1)
    return f"bedoelt u {near[0]!r}?" if near else f"kies uit: {', '.join(known)}"
