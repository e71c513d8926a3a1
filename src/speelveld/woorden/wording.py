"""What a casus calls the game's words → the same sentences with those words in them, and their grammar right."""

import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from speelveld.woorden.known import WOORDEN, Lidwoord, Woord
from speelveld.woorden.sentence import before
from speelveld.woorden.spelling import cased

# What a game word may begin: only these longer words follow it. 'Rolstoel' and 'opgavegericht' are other words.
TAILS = (
    "kaart|kaarten|kaartje|kaartjes|blad|bladen|vraag|vragen|lijst|lijsten|bord|borden|spel|spellen|tafel|tafels|veld"
    "|velden|fiche|fiches"
)
# A pronoun for a de-word, and the same for a het-word.
_PRONOUNS = {"die": "dat", "deze": "dit", "de": "het", "hij": "het", "hem": "het", "haar": "het", "zij": "het"}
_BACK = {"dat": "die", "dit": "deze", "het": "de"}
_RELATIVE = {"de": re.compile(r"(,?\s+)(die)\b"), "het": re.compile(r"(,?\s+)(dat)\b")}
# Letters that mark something else: E numbers a casus's own cards.
_TAKEN = "E"


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands from `start` to `end` becomes `text`, because of the game word `key`."""

    start: int
    end: int
    text: str
    key: str


class Wording:
    """The words of one kit: those that a casus swaps, by the game's own word, and the game's own for the rest."""

    def __init__(self, swapped: Mapping[str, Woord]) -> None:
        self.swapped = dict(swapped)

    def __bool__(self) -> bool:
        return bool(self.swapped)

    def woord(self, key: str) -> Woord:
        """Return what `key` is called; KeyError if the game has no such word."""
        return self.swapped.get(key) or WOORDEN[key]

    def pronoun(self, word: str, key: str) -> str:
        """Return a pronoun that is right for the game's own word `key` as it is right for what that is called now."""
        old, new = WOORDEN[key].lidwoord, self.woord(key).lidwoord
        if old == new:
            return word
        return cased((_PRONOUNS if old == "de" else _BACK).get(word.lower(), word.lower()), word)

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """The letter of each kind that has one: its own, or for a swapped word the first of it that is still free."""
        marked = {key: word.letter for key, word in WOORDEN.items() if word.letter}
        found = {key: letter for key, letter in marked.items() if key not in self.swapped}
        for key in marked:
            if key in self.swapped:
                letters = re.findall("[A-Z]", plain_letters(self.swapped[key].enkelvoud))
                taken = {_TAKEN, *found.values()}
                found[key] = next(letter for letter in (*letters, marked[key], *_ALPHABET) if letter not in taken)
        return found

    def changed(self, text: str) -> tuple[str, str]:
        """Return `text` with its words swapped, and the word that makes it longest ('' where none is swapped)."""
        edits = list(self.edits(text))
        for edit in reversed(edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text, longest(edits)

    def edits(self, text: str) -> Iterator[Edit]:
        """Yield the changes that swap the words of `text`, in order."""
        for match in self._nouns.finditer(text):
            form = match["form"].lower()
            key, plural = self._forms[form]
            old, new = WOORDEN[key], self.swapped[key]
            if match["tail"]:
                yield Edit(match.start("form"), match.end("form"), cased(new.samenstelling, match["form"]), key)
                continue
            singular = not plural
            if singular and old.lidwoord != new.lidwoord:
                for start, end, word in before(text, match.start(), new.lidwoord):
                    yield Edit(start, end, word, key)
            # A word that cannot be counted has no plural to print.
            word = new.enkelvoud if singular else new.meervoud or new.enkelvoud
            yield Edit(match.start(), match.end(), cased(word, match[0]), key)
            if singular and old.lidwoord != new.lidwoord:
                yield from self._after(text, match.end(), key, old.lidwoord)

    def _after(self, text: str, at: int, key: str, article: Lidwoord) -> Iterator[Edit]:
        if match := _RELATIVE[article].match(text, at):
            yield Edit(match.start(2), match.end(2), self.pronoun(match[2], key), key)

    @cached_property
    def _forms(self) -> dict[str, tuple[str, bool]]:
        found = {}
        for key in self.swapped:
            word = WOORDEN[key]
            found[word.enkelvoud] = (key, False)
            if word.meervoud:
                found[word.meervoud] = (key, True)
        return found

    @cached_property
    def _nouns(self) -> re.Pattern[str]:
        # 'Speelveld 1.0' is the name of the program. 'Opgave- en rolkaarten' is a longer word too.
        forms = "|".join(sorted(self._forms, key=len, reverse=True))
        return re.compile(
            rf"(?<![\w-])(?P<form>{forms})(?:(?P<tail>(?:{TAILS})|-(?=\s(?:en|of)\s))(?![\w-])|(?![\w-]|(?<=speelveld)\s\d))",
            re.IGNORECASE,
        )


_ALPHABET = string.ascii_uppercase


def plain_letters(word: str) -> str:
    """Return a word in capitals without accents."""
    return unicodedata.normalize("NFKD", word).upper()


def longest(edits: list[Edit]) -> str:
    """Return the game word of the edit that adds most letters; '' if there are no edits."""
    return max(edits, key=lambda edit: len(edit.text) - (edit.end - edit.start)).key if edits else ""
