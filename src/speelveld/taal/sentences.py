"""A text in, its sentences out, each a list of words that know where they stand.

A sentence ends at `.`, `!`, `?` or `…`, unless the next word begins with a small letter; at a blank line; and before
the mark of a list. Not after an abbreviation (bijv., art., o.a.), an initial (J. Jansen), or inside 1.000, 19.30 or an
address. A semicolon ends nothing, and a colon only before words in quotation marks that begin with a capital: who reads
on has not been given a rest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from speelveld.taal.lists import LISTS

_TOKEN = re.compile(r"\S+")
_SIGNS = " \t\n.,;:!?…'\"’‘“”„`´()[]{}<>«»*_~/\\|–—-+=&%#@€$£°·•→←×✓⁰¹²³⁴⁵⁶⁷⁸⁹\u00ad\u200b"
_BREAKS = frozenset(",;:()[]–—")
# Signs further from a word than this say nothing of it.
_FAR = 40
_QUOTES = frozenset("'\"‘“„«")
_BLANK = re.compile(r"\n[ \t\r]*\n")
_BULLETS = frozenset("-*•–—·+")
_NUMBERED = re.compile(r"\d{1,3}[.)]")
# Full stops that end no sentence; after those of the second set one may.
_SHORT = LISTS["afkorting-met-punt"]
_MAY_END = LISTS["afkorting-of-einde"]
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3}")
_TITLES = frozenset(["heer", "mevrouw", "dhr", "mevr", "mw", "dr", "drs", "prof", "mr", "ir", "ing", "familie"])
_SPECIAL = re.compile(r"://|^www\.|@", re.IGNORECASE)


@dataclass(slots=True)
class Word:
    """A word as it is read, without signs around it and soft hyphens in it; `start` and `end` are indexes."""

    text: str
    lower: str
    start: int
    end: int
    lead: str
    """The signs before it, since the word before."""
    tail: str
    """The signs after it."""

    @property
    def is_address(self) -> bool:
        """Whether this is no word of the language but an address of a page or of mail."""
        return _SPECIAL.search(self.text) is not None

    @property
    def breaks(self) -> bool:
        """Whether the clause ends here."""
        return not _BREAKS.isdisjoint(self.tail)


def sentences(text: str) -> Iterator[list[Word]]:
    """Yield the sentences of a text, none of them empty."""
    words: list[Word] = []
    loose, before, ended = "", 0, False
    for match in _TOKEN.finditer(text):
        token, start = match[0], match.start()
        core = token.strip(_SIGNS)
        if start - before > 0 and _new_paragraph(text, before, start, token) and words:
            yield words
            words, ended = [], False
        before = match.end()
        if not core or not (core[0].isalnum() or any(char.isalnum() for char in core)):
            if words:
                words[-1].tail = (words[-1].tail + token)[:_FAR]
                ended = ended or _stops(words)
            loose = (loose + token)[-_FAR:]
            continue
        lead = token[: token.index(core)]
        if (ended and not _goes_on(core, lead)) or (words and _speaks(words[-1], core, loose + lead)):
            yield words
            words = []
        words.append(_word(token, core, lead, loose, start))
        loose = ""
        ended = words[-1].tail != "" and _stops(words)
    if words:
        yield words


def _word(token: str, core: str, lead: str, loose: str, start: int) -> Word:
    begin, end = start + len(lead), start + len(lead) + len(core)
    plain = core.replace("\u00ad", "")
    tail = token[len(lead) + len(core) :] if len(token) > len(core) else ""
    return Word(plain, plain.lower(), begin, end, (loose + lead)[-_FAR:], tail[:_FAR])


def _new_paragraph(text: str, before: int, start: int, token: str) -> bool:
    if "\n" not in text[before:start]:
        return False
    if _BLANK.search(text, before, start):
        return True
    return (len(token) == 1 and token in _BULLETS) or _NUMBERED.fullmatch(token) is not None


def _stops(words: list[Word]) -> bool:
    """Return whether a sentence may end after the last word."""
    word, tail = words[-1], words[-1].tail
    if "!" in tail or "?" in tail or "…" in tail:
        return True
    if "." not in tail:
        return False
    if ".." in tail or word.lower in _MAY_END:
        return True
    if word.lower in _SHORT or _DOTTED.fullmatch(word.text):
        return False
    if len(word.text) == 1 and word.text.isupper():  # an initial, unless it ends 'energielabel F.'
        previous = words[-2] if len(words) > 1 else None
        named = previous is None or previous.lower in _TITLES or previous.text[0].isupper()
        return not named
    return True


def _speaks(before: Word, core: str, lead: str) -> bool:
    """Return whether somebody begins to speak: a colon, a quotation mark and a capital."""
    return before.tail.endswith(":") and core[0].isupper() and not _QUOTES.isdisjoint(lead)


def _goes_on(core: str, lead: str) -> bool:
    """Return whether a word after a full stop goes on with the sentence: it has a small letter, and is not ’s."""
    return core[0].islower() and not (len(core) == 1 and lead[-1:] in ("'", "’", "‘"))


def opening(text: str, words: list[Word], count: int = 6) -> str:
    """Return the first words of a sentence as they stand, with … if there are more."""
    last = words[min(count, len(words)) - 1]
    return text[words[0].start : last.end].replace("**", "") + (" …" if len(words) > count else "")
