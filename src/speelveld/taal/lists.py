"""The lists of `lists.txt` by name: strong participles, words that open a clause, abbreviations with a full stop."""

from collections.abc import Mapping
from pathlib import Path


def _read() -> Mapping[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words += line.split()
    return {name: frozenset(words) for name, words in found.items()}


LISTS = _read()
