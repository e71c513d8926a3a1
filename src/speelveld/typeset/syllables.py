"""Hyphenation patterns of a language as pyphen brings them: read in one go, and looked at one by one when a word asks.

Pyphen itself reads every pattern of a language before its first word: a tenth of a second for Dutch, whose text here
needs a hundredth of them. What it finds is found here too (Liang, 1983, "Word Hy-phen-a-tion by Com-put-er").
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PARTS = re.compile(r"(\d?)(\D?)")
_HEXADECIMAL = re.compile(r"\^{2}([0-9a-f]{2})")
_WITHOUT_DIGITS = str.maketrans("", "", "0123456789")
# Lines of a file of patterns that are no patterns, and how a file calls an encoding that Python calls otherwise.
_NO_PATTERN = (
    "%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN",
)  # fmt: skip
_ENCODINGS = {"microsoft-cp1251": "cp1251"}


class Patterns:
    """The patterns of one language."""

    def __init__(self, path: Path) -> None:
        """Read the file `path`, whose first line names its encoding."""
        data = path.read_bytes()
        name = data.partition(b"\n")[0].decode().strip()
        lines = [line.strip() for line in data.decode(_ENCODINGS.get(name.lower(), name)).splitlines()[1:]]
        keys = "\n".join(lines).translate(_WITHOUT_DIGITS).split("\n")
        # One of zeros says nothing, and does not stand in the place of another.
        self._lines = {key: line for key, line in zip(keys, lines, strict=True) if key != line.replace("0", "")}
        for line in lines:
            if "/" in line or "^" in line or line.startswith(_NO_PATTERN):
                self._lines.pop(line.translate(_WITHOUT_DIGITS), None)
                if not line.startswith(_NO_PATTERN):
                    plain = _HEXADECIMAL.sub(lambda match: chr(int(match[1], 16)), line)
                    self._lines[_pattern(plain).translate(_WITHOUT_DIGITS)] = plain
        self._lines.pop("", None)
        self._longest = max(map(len, self._lines))
        self._values: dict[str, Sequence[tuple[int, bool]]] = {}

    def positions(self, word: str) -> Iterator[int]:
        """Yield after how many letters `word` may be broken without a change of its spelling."""
        pointed = f".{word.lower()}."
        found = [(0, False)] * (len(pointed) + 1)
        for start in range(len(pointed) - 1):
            for end in range(start + 1, min(start + self._longest, len(pointed)) + 1):
                key = pointed[start:end]
                if key in self._lines:
                    for place, value in zip(range(start, len(found)), self._of(key), strict=False):
                        # Of patterns that say it equally strongly, the last one counts.
                        if value[0] >= found[place][0]:
                            found[place] = value
        return (place - 1 for place, (value, changes) in enumerate(found) if value % 2 and not changes)

    def _of(self, key: str) -> Sequence[tuple[int, bool]]:
        """Return how strongly a pattern is for (odd) or against a break at each place, and if it changes spelling."""
        values = self._values.get(key)
        if values is None:
            line = self._lines[key]
            pattern = _pattern(line)
            numbers = [int(number or 0) for number, _ in _PARTS.findall(pattern)]
            values = self._values[key] = [(number, pattern != line and number % 2 == 1) for number in numbers]
        return values


def _pattern(line: str) -> str:
    """Return a line without how the spelling changes at its break, if it says so."""
    return line.partition("/")[0] if "/" in line and "=" in line else line


@cache
def patterns(lang: str) -> Patterns | None:
    """Return the patterns of a language, such as 'nl-NL' or 'nl'; None where there are none, as for Frisian."""
    spec = find_spec("pyphen")
    assert spec is not None
    assert spec.origin is not None
    files = {path.stem.removeprefix("hyph_").lower(): path for path in sorted(Path(spec.origin).parent.glob("*/*.dic"))}
    for path in list(files.values()):
        files.setdefault(path.stem.removeprefix("hyph_").split("_")[0].lower(), path)
    parts = lang.replace("-", "_").lower().split("_")
    found = (files.get("_".join(parts[:count])) for count in range(len(parts), 0, -1))
    file = next(filter(None, found), None)
    return None if file is None else Patterns(file)
