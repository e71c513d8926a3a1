"""The words before a noun that change with its article: from 'elke nieuwe rol' to 'elk nieuw personage'."""

import re
from collections.abc import Iterator

from speelveld.woorden.known import Lidwoord
from speelveld.woorden.spelling import cased, with_e, without_e

_TO_HET = {
    "de": "het",
    "deze": "dit",
    "die": "dat",
    "onze": "ons",
    "elke": "elk",
    "iedere": "ieder",
    "welke": "welk",
    "zulke": "zulk",
    "dezelfde": "hetzelfde",
    "diezelfde": "datzelfde",
}
_TO_DE = {new: old for old, new in _TO_HET.items()}
# After these an adjective before a het-word has no e: een nieuw pad, elk nieuw pad.
_INDEFINITE = {
    "een",
    "één",
    "eén",
    "geen",
    "zo’n",
    "zo'n",
    "elk",
    "elke",
    "ieder",
    "iedere",
    "welk",
    "welke",
    "zulk",
    "zulke",
}
_POSSESSIVE = {"uw", "mijn", "zijn", "haar", "hun", "je", "jouw", "jullie"}
_WORD = re.compile(r"([^\W\d_]+(?:[’'][^\W\d_]+)?)(\s+)$")
# Ends in e or en as an adjective does, and is none.
_NO_ADJECTIVES = {
    "alle",
    "alleen",
    "beide",
    "deze",
    "die",
    "en",
    "hebben",
    "komen",
    "we",
    "wie",
    "worden",
    "zijn",
    "zonder",
}
_MOST_ADJECTIVES = 2

Change = tuple[int, int, str]


def before(text: str, at: int, article: Lidwoord) -> Iterator[Change]:
    """Yield what changes before the noun at `at`, which becomes a `article`-word: start, end and the new word."""
    adjectives: list[tuple[int, str]] = []
    end = at
    while match := _WORD.search(text, 0, end):
        start, word = match.start(1), match[1]
        low = word.lower()
        if low in (_TO_HET if article == "het" else _TO_DE) or low in _INDEFINITE or low in _POSSESSIVE:
            yield from _determined(start, word, adjectives, article)
            return
        if len(adjectives) == _MOST_ADJECTIVES or not _adjective(low, article):
            return
        adjectives.insert(0, (start, word))
        end = start


def _determined(start: int, word: str, adjectives: list[tuple[int, str]], article: Lidwoord) -> Iterator[Change]:
    low = word.lower()
    new = (_TO_HET if article == "het" else _TO_DE).get(low, low)
    if new != low:
        yield start, start + len(word), cased(new, word)
    for at, adjective in adjectives if low in _INDEFINITE else ():
        changed = without_e(adjective) if article == "het" else with_e(adjective)
        if changed != adjective:
            yield at, at + len(adjective), changed


def _adjective(word: str, article: Lidwoord) -> bool:
    """Tell whether a word before a noun that becomes a `article`-word may be an adjective of it."""
    return word not in _NO_ADJECTIVES and (article == "de" or word.endswith(("e", "en")))
