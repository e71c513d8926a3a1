"""The sentences of all texts in, the abbreviations and laws that are explained nowhere out.

An abbreviation is two to five capitals (GGD), small letters without a vowel (mbt), or one of the list (Wmo, pgb). It is
explained by `Wmo (de wet voor …)`, by `… (Wmo)` after a word with its first letter, or by `Wmo is de wet …`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from speelveld.taal.lists import LISTS
from speelveld.taal.sentences import Word
from speelveld.taal.vocabulary import Vocabulary
from speelveld.written.tekst import Tekst

_CAPITALS = re.compile(r"[A-Z]{2,5}")
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,6}")
_ROMAN = re.compile(r"[IVX]+")
_LAW = re.compile(r"[A-Z][a-z]{2,}wet")
_VOWEL = re.compile("[aeiouyáàäâéèëêíïóöôúüûj]", re.IGNORECASE)
_PARTS = re.compile(r"[-’'/]")
_LOUD = LISTS["geroepen"]
_SOUNDS = frozenset(["brr", "grr", "hm", "hmm", "mm", "mmm", "psst", "pst", "sst", "st", "tsss", "zzz"])
# No abbreviation to explain: what should stand there has yet to be written.
_STILL_TO_DO = frozenset(["TODO", "TBD", "TBC", "FIXME"])
_ARTICLES = frozenset(["de", "het", "een"])


@dataclass(slots=True)
class Short:
    """An abbreviation: where it first stands, how often it is used, and whether it is explained somewhere."""

    text: str
    tekst: Tekst
    start: int
    law: bool
    count: int = 0
    explained: bool = False


class Abbreviations:
    """What is gathered while the texts go by."""

    def __init__(self, known: Vocabulary) -> None:
        """Take what `known` says is known, and what it has a meaning for."""
        self._known = known
        self._found: dict[str, Short] = {}

    def read(self, tekst: Tekst, words: list[Word]) -> None:
        """Take note of the abbreviations in one sentence."""
        candidates = [at for at, word in enumerate(words) if self._may_be(word)]
        if not candidates:
            return
        loud = sum(word.text.isupper() and len(word.text) > 1 for word in words) * 2 > len(words) > 2
        for at in candidates:
            for part, start in _parts(words[at]):
                law = _LAW.fullmatch(part) is not None
                if (
                    part in _STILL_TO_DO
                    or (loud and part.isupper())
                    or not (law or self._is_short(part))
                    or part.lower() in self._known.known
                ):
                    continue
                place = words[at].start + start
                short = self._found.setdefault(part.lower(), Short(part, tekst, place, law))
                short.count += 1
                short.explained = short.explained or _is_explained(words, at, part)

    def unexplained(self) -> Iterator[Short]:
        """Yield what was explained nowhere, in the order in which it came by."""
        return (short for short in self._found.values() if not short.explained)

    def _may_be(self, word: Word) -> bool:
        """Return whether it is worth while to look closer; most words are small letters and no more."""
        text = word.text
        if "-" in text or "’" in text or "'" in text or "/" in text:
            return not word.is_address
        if text[1:].islower():
            lower = word.lower
            return lower in self._known.short or lower.endswith("wet") or (len(text) <= 6 and not _VOWEL.search(text))
        return len(text) > 1

    def _is_short(self, part: str) -> bool:
        lower = part.lower()
        if lower in self._known.short:
            return True
        if _CAPITALS.fullmatch(part):
            return not _ROMAN.fullmatch(part) and lower not in _LOUD
        return _NO_VOWEL.fullmatch(part) is not None and part not in _SOUNDS


def _parts(word: Word) -> Iterator[tuple[str, int]]:
    """Yield the parts of Wmo-hulp, GGD’s and en/of, with where they begin in the word."""
    at = 0
    for part in _PARTS.split(word.text):
        yield part, at
        at += len(part) + 1


def _is_explained(words: list[Word], at: int, part: str) -> bool:
    word = words[at]
    following = words[at + 1 : at + 3]
    if following and ("(" in word.tail or following[0].lead.endswith("(")):
        return True
    if "(" in word.lead:
        return any(before.lower[0] == part[0].lower() for before in words[max(0, at - 12) : at])
    if len(following) < 2:
        return False
    first, second = following[0].lower, following[1].lower
    told = len(words) > at + 3  # three words or more to explain it with
    if "," in word.tail:
        return first in _ARTICLES and told
    if first in ("regelt", "bepaalt", "betekent"):
        return told
    return (first in ("is", "zijn") and second in _ARTICLES) or (first, second) in (("staat", "voor"), ("gaat", "over"))
