"""Characters that cannot be printed, found before anything else looks at a text."""

import re
import unicodedata
from itertools import islice

from speelveld.errors import Problem, Source
from speelveld.written.lines import Lines

# Control characters but tab and line ends (C0, DEL, C1), the line and paragraph separators (an editor counts other
# lines than YAML does), private use (`tekst` marks places with it), a byte order mark in the middle, and no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff\ufffd-\uffff]")
_RUN = re.compile(f"{_FORBIDDEN.pattern}+")
# White and marks that show nothing by themselves: a text of these alone is an empty one.
UNSEEN = "\u00a0\u00ad\u2002\u2003\u2009\u200b\u200c\u200d\u2060\u202f"
# What Word puts before the points of a list, in its fonts Symbol and Wingdings.
_BULLETS = "\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf02d\uf06f\uf071\uf076"
_DENSE = re.compile("[^\x00-\u02ff]{31,}")
_MOST_ACCENTS = 30  # the limit of Unicode's stream-safe text (UAX 15)
_MOST = 100


def unprintable(text: str, name: str) -> list[Problem]:
    """Return a problem for each place in a file with characters that cannot be printed, at most a hundred."""
    found = [(match.start(), match[0][0]) for match in islice(_RUN.finditer(text), _MOST)]
    found += _piles(text)
    lines = Lines(text) if found else None
    return [_problem(char, lines.place(index, name)) for index, char in found] if lines else []


def unprintable_in(text: str, source: Source) -> list[Problem]:
    r"""Return a problem for each such character in one value, which can only come from an escape such as `"\x00"`."""
    piles = [char for _, char in _piles(text)]
    return [_problem(char, source) for char in sorted({*_FORBIDDEN.findall(text), *piles})]


def _piles(text: str) -> list[tuple[int, str]]:
    """Return the first accent too many on one letter: putting them in order takes quadratic time."""
    for run in _DENSE.finditer(text):
        count = 0
        for index, char in enumerate(run[0], run.start()):
            count = count + 1 if unicodedata.combining(char) else 0
            if count > _MOST_ACCENTS:
                return [(index, char)]
    return []


def _problem(char: str, source: Source) -> Problem:
    code = f"U+{ord(char):04X}"
    if unicodedata.combining(char):
        message, hint = "hier staan te veel losse accenten op één letter", "typ de letter opnieuw"
    elif char == "\ufffd":
        message, hint = "hier staat \ufffd: op deze plek ging een letter verloren", "typ die letter opnieuw"
    elif char in _BULLETS:
        message = f"hier staat een opsommingsteken van Word ({code}), en dat kan niet worden gedrukt"
        hint = "begin elk punt van een lijst met een gewoon streepje en een spatie: '- '"
    elif "\ue000" <= char <= "\uf8ff":
        message = f"het teken {code} bestaat alleen in één lettertype en kan niet worden gedrukt"
        hint = "vervang het door een gewoon teken"
    else:
        message = f"hier staat een onzichtbaar teken ({code}) dat niet kan worden gedrukt"
        hint = "haal het weg; het komt vaak mee bij knippen en plakken"
    return Problem(message, source, hint)
