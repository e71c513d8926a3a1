"""A word of the list in, the forms it has in a text out: made by the rules of spelling, without a dictionary.

Forms too many (`urgents`) do no harm: nobody writes them. Verbs are taken to be weak; the list names other forms.
"""

from collections.abc import Iterator

_VOWELS = "aeiou"
_DIGRAPHS = frozenset(["aa", "ee", "oo", "uu", "oe", "ie", "eu", "ui", "ou", "au", "ei"])
_VOICELESS = ("t", "k", "f", "s", "ch", "p", "x", "c", "q")
_NO_GE = ("be", "ge", "her", "ont", "ver", "er")


def noun_forms(word: str) -> frozenset[str]:
    """Return a noun or adjective with its plurals, and its forms with -e, -er and -st."""
    forms = {word, *(word + ending for ending in ("s", "'s", "’s", "en", "e", "n", "ën", "er", "ere", "st", "ste"))}
    for stem in _open_stems(word):
        forms |= {stem + ending for ending in ("en", "e", "er", "ere")}
    if word.endswith("e"):
        forms.add(word[:-1] + "en")
    if word.endswith("heid"):
        forms.add(word[:-4] + "heden")
    return frozenset(forms)


def _open_stems(word: str) -> Iterator[str]:
    """Yield how a word is spelled before a vowel: budget-, budgett-; integraal, integral-; effectief, effectiev-."""
    if len(word) < 3 or word[-1] in _VOWELS:
        return
    if word[-2] in _VOWELS and word[-3] not in _VOWELS:
        yield word + word[-1]
    if word[-2] in "aeou" and word[-3] == word[-2]:
        yield word[:-2] + word[-1]
    voiced = {"f": "v", "s": "z"}.get(word[-1])
    if voiced:
        yield word[:-1] + voiced


def verb_forms(word: str) -> frozenset[str]:
    """Return the forms of a weak verb; in `uit|rollen` the part before | comes loose."""
    particle, _, verb = word.rpartition("|")
    if not verb.endswith("en"):
        return frozenset({particle + verb})
    forms = {particle + verb, particle + verb + "d", particle + verb + "de"}
    if particle:
        forms.add(f"{particle} te {verb}")
    for stem in _verb_stems(verb[:-2]):
        hard = stem.endswith(_VOICELESS)
        past = "t" if hard else "d"
        third = stem if stem.endswith("t") else stem + "t"
        participle = stem if stem.endswith(past) else stem + past
        if not verb.startswith(_NO_GE):
            participle = "ge" + participle
        finite = {third, f"{stem}{past}e", f"{stem}{past}en"}
        if stem.endswith("eer") and not particle:  # the bare stem of other verbs may be a word: borg, kader
            finite.add(stem)
        forms |= {particle + form for form in (*finite, participle, f"{participle}e", f"{participle}en")}
    return frozenset(forms)


def _verb_stems(root: str) -> Iterator[str]:
    """Yield the stems that -en may have been put after: borg-; roll-, rol; faciliter-, faciliteer; lev-, leef."""
    if len(root) > 1 and root[-1] == root[-2]:
        yield root[:-1]
    elif len(root) > 2 and root[-2] in "aeou" and root[-3:-1] not in _DIGRAPHS and root[-1] not in _VOWELS:
        yield _unvoiced(root[:-1] + root[-2:])
        yield root  # an unstressed syllable: kader, monitor, stempel
    else:
        yield _unvoiced(root)


def _unvoiced(stem: str) -> str:
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
