"""How Dutch spells a word in another form: with a capital, with or without the e of an adjective."""

import re

# Adjectives of which the form without e does not follow from the rules below; superlatives and numbers keep theirs.
_BARE = {
    "algemene": "algemeen",
    "bewuste": "bewust",
    "gepaste": "gepast",
    "juiste": "juist",
    "vaste": "vast",
}
_KEEP_E = re.compile("(?:ste|tweede|derde|vierde|vijfde|zesde|zevende|negende|tiende)$")
_OPEN_SYLLABLE = re.compile("([^aeiou])([aeou])([bcdfgklmnprstvz])$")
_UNSTRESSED = re.compile("[aeiou].*(?:er|el|en|em)$")
_DOUBLED = re.compile(r"([bcdfgklmnprst])\1$")
_LONG = re.compile("(aa|ee|oo|uu)([bcdfgklmnprst])$")
_SHORT = re.compile("^[^aeiou]*[aeiou][bcdfgklmnprst]$")
_VOICED = {"f": "v", "s": "z"}
_SOUNDED = re.compile("(?:aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|[lr])[fs]$")


def capital(word: str) -> str:
    """Return a word as it begins a sentence: 'Kring', 'IJsje', and 'Eén' for 'één'."""
    if word.lower().startswith("één"):
        return "Eén" + word[3:]
    return word[:2].upper() + word[2:] if word[:2].lower() == "ij" else word[:1].upper() + word[1:]


def cased(word: str, model: str) -> str:
    """Return `word` with capitals where `model` has them: none, the first letter, or all."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return capital(word) if model[:1].isupper() else word


def without_e(adjective: str) -> str:
    """Return the adjective of 'een nieuwe route' as it is before a het-word: 'een nieuw pad'."""
    if not adjective.endswith("e") or adjective in _BARE or _KEEP_E.search(adjective):
        return _BARE.get(adjective, adjective)
    stem = adjective[:-1]
    if _DOUBLED.search(stem):
        return stem[:-1]
    if not _UNSTRESSED.search(stem):
        stem = _OPEN_SYLLABLE.sub(r"\1\2\2\3", stem)
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def with_e(adjective: str) -> str:
    """Return the adjective of 'een nieuw dreamteam' as it is before a de-word: 'een nieuwe kring'."""
    if adjective.endswith(("e", "en", "a", "i", "o")):
        return adjective
    if _SHORT.search(adjective):
        return f"{adjective}{adjective[-1]}e"
    stem = _LONG.sub(lambda match: match[1][0] + match[2], adjective)
    return f"{stem[:-1]}{_VOICED[stem[-1]] if _SOUNDED.search(adjective) else stem[-1]}e"
