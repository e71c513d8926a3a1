"""The text of a file as it was pasted together → the same text as YAML reads it, with the places of the author's own.

What shows nothing is left out, and what only looks like a space or a hyphen becomes one; what may be a mistake stays.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from speelveld.errors import Problem, Source
from speelveld.written.lines import LINE_END

# Spaces of a width of their own, and a hyphen with a code of its own, which few fonts have. A narrow or a hard space
# between words stays: it keeps a number with its unit.
_AS = str.maketrans(
    {**dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u205f\u3000", " "), "\u2010": "-"}
)
_LIKE = re.compile("[\u1680\u2000-\u2006\u2008\u200a\u2010\u205f\u3000]")
HARD = "\u00a0\u2007\u2009\u202f"
# Marks of the direction of writing, which the program does not follow, and of no width. A joiner between letters of
# another script than ours is a letter to whoever reads it.
_DROPPED = re.compile(
    "[\u200b\u200e\u200f\u2060\u061c\u202a-\u202e\u2066-\u2069]|(?<![\u0590-\ud7ff])[\u200c\u200d](?![\u0590-\ud7ff])"
)
_HARD = re.compile(f"[{HARD}]")
# Where a space means something to YAML: before a line, behind a dash and behind the colon of a key.
_LAYOUT = re.compile(rf"(?m)^([ {HARD}]*)((?:-[ {HARD}]+)*)((?:[a-z_]+:(?=[ {HARD}])[ {HARD}]+)?)")

# What people, and their programs, put before the points of a list in place of '- '.
BULLETS = "–—−‒―•·●▪◦‣○■►➢➤✓✔*"
_DASHES = "–—−‒―"
DOUBLE, SINGLE = "“”„‟«»″", "‘’‚‛´`′"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text as YAML reads it; `dropped` are, by line, the columns before which something was left out, from 0."""

    text: str
    dropped: dict[int, list[int]] = field(default_factory=dict)
    hard: tuple[int, ...] = ()
    """The lines, from 0, on which a hard space stood where a plain one belongs."""

    def place(self, source: Source) -> Source:
        """Return a place in the text as it is in the file of the author."""
        before = self.dropped.get(source.line - 1)
        if not before:
            return source
        return Source(source.name, source.line, source.column + bisect_right(before, source.column - 1))

    def column(self, source: Source) -> int:
        """Return where in its line a place in the file of the author is in the text, from 0."""
        before = self.dropped.get(source.line - 1, ())
        column = source.column - 1
        return column - sum(1 for number, place in enumerate(before) if place + number < column)

    def remarks(self, name: str) -> list[Problem]:
        """Return what was read as something else though it can be seen, in the file called `name`."""
        if not self.hard:
            return []
        more = len(self.hard) - 1
        also = f" (en op nog {more} {'regel' if more == 1 else 'regels'})" if more else ""
        message = f"op deze regel staat een harde spatie waar een gewone hoort{also}; we lezen haar als gewone spatie"
        hint = "typ daar gewone spaties; een harde spatie komt mee bij knippen en plakken"
        return [Problem(message, Source(name, self.hard[0] + 1, 1), hint)]


def cleaned(text: str) -> Cleaned:
    """Return a text as YAML reads it."""
    if text.isascii():
        return Cleaned(text)
    text = plain(text)
    hard: tuple[int, ...] = ()
    if _HARD.search(text):
        spaced = _LAYOUT.sub(lambda match: _HARD.sub(" ", match[0]), text)
        if spaced != text:
            both = zip(LINE_END.split(text), LINE_END.split(spaced), strict=True)
            hard = tuple(number for number, (one, other) in enumerate(both) if one != other)
        text = spaced
    if not _DROPPED.search(text):
        return Cleaned(text, {}, hard)
    dropped: dict[int, list[int]] = {}
    lines = LINE_END.split(text)
    for number, line in enumerate(lines):
        columns = [match.start() - gone for gone, match in enumerate(_DROPPED.finditer(line))]
        if columns:
            dropped[number] = columns
    return Cleaned(_DROPPED.sub("", text), dropped, hard)


def plain(text: str) -> str:
    """Return a text with a plain space and hyphen for what only looks a little different."""
    return text.translate(_AS) if _LIKE.search(text) else text


def seen(text: str) -> str:
    """Return a text without what shows nothing, and with plain spaces and hyphens: as a value is read."""
    return _DROPPED.sub("", plain(text))


def called(sign: str) -> str:
    """Return what to call a sign that stands where a dash of a list belongs."""
    return f"een lange streep ({sign})" if sign in _DASHES else f"een opsommingsteken ({sign})"


def unquoted(text: str) -> str | None:
    """Return what stands between curly quotation marks that a whole text is between; None without them."""
    inner = text[1:-1]
    for kind in (DOUBLE, SINGLE):
        if len(text) > 2 and text[0] in kind and text[-1] in kind and not any(sign in inner for sign in DOUBLE):
            return inner.strip() or None
    return None


def dropped_in(text: str) -> list[int]:
    """Return for each character that `cleaned` leaves out before which of those that it keeps it stood, from 0."""
    if text.isascii():
        return []
    return [match.start() - gone for gone, match in enumerate(_DROPPED.finditer(plain(text)))]
