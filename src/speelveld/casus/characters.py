"""Characters that cannot be printed, found before anything else looks at a text."""

import re
from itertools import islice

from speelveld.errors import Problem, Source

# Control characters but tab and line ends (C0, DEL, C1), the line and paragraph separators (an editor counts other
# lines than YAML does), private use (`tekst` marks places with it), a byte order mark in the middle, and no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|\n")
_MOST = 100


def place_at(text: str, index: int, name: str) -> Source:
    """Return the place of the character at `index` of a file's whole text."""
    line, start = 1, 0
    for line, end in enumerate(_LINE_END.finditer(text, 0, index), start=2):  # noqa: B007  (the last ones count)
        start = end.end()
    return Source(name, line, index - start + 1)


def unprintable(text: str, name: str) -> list[Problem]:
    """Return a problem for each character of a file that cannot be printed, at most a hundred."""
    return [
        _problem(found[0], place_at(text, found.start(), name)) for found in islice(_FORBIDDEN.finditer(text), _MOST)
    ]


def unprintable_in(text: str, source: Source) -> list[Problem]:
    r"""Return a problem for each such character in one value, which can only come from an escape such as `"\x00"`."""
    return [_problem(char, source) for char in sorted(set(_FORBIDDEN.findall(text)))]


def _problem(char: str, source: Source) -> Problem:
    code = f"U+{ord(char):04X}"
    if "\ue000" <= char <= "\uf8ff":
        return Problem(
            f"het teken {code} bestaat alleen in één lettertype en kan niet worden gedrukt",
            source,
            "vervang het door een gewoon teken",
        )
    return Problem(
        f"hier staat een onzichtbaar teken ({code}) dat niet kan worden gedrukt",
        source,
        "haal het weg; het komt vaak mee bij knippen en plakken",
    )
