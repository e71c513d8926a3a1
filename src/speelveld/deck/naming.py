"""What a casus calls the game's words → those words, the kit with its titles so named, and filters for layouts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from speelveld.casus import Casus
from speelveld.deck.kit import Kit, Onderdeel, Opdracht
from speelveld.deck.words import WORD_FREE_FILTERS
from speelveld.errors import Source
from speelveld.woorden import WOORDEN, Woord, Wording
from speelveld.written.hints import PLAIN, slug, suggest
from speelveld.written.tekst import SWAPPED, Tekst

# The place of a text of a layout in which no word may be swapped.
KEPT = Source("")


def wording_of(casus: Casus) -> Wording:
    """Return the words of a casus."""
    swapped = {}
    for key in WOORDEN:
        own = getattr(casus.woorden, key)
        if own is not None:
            word = str(own.woord)
            plural = str(own.meervoud) if own.meervoud else None
            start = str(own.samenstelling or word)
            swapped[key] = Woord(word, own.lidwoord, plural, start, source=own.woord.source)
    return Wording(swapped)


def named(kit: Kit, wording: Wording) -> Kit:
    """Return the kit with its titles, file names and letters in the words of a casus."""
    if not wording:
        return kit
    standard = {key: word.letter for key, word in WOORDEN.items() if word.letter}
    return Kit(
        tuple(replace(job, titel=_title(job, wording)) for job in kit.opdrachten),
        tuple(
            replace(
                onderdeel,
                titel=_title(onderdeel, wording),
                letter=wording.letters[onderdeel.soort]
                if onderdeel.letter and onderdeel.letter == standard.get(onderdeel.soort)
                else onderdeel.letter,
            )
            for onderdeel in kit.onderdelen
        ),
        {
            naam: "-".join(slug(wording.changed(part)[0]) or part for part in naam.split("-"))
            for naam in (
                *(job.naam for job in kit.opdrachten),
                *(onderdeel.naam for onderdeel in kit.onderdelen if not onderdeel.is_own),
            )
        },
    )


def _title(thing: Onderdeel | Opdracht, wording: Wording) -> str:
    """Return its title; one that is swapped has the place where the casus does so, and is not swapped once more."""
    if isinstance(thing.titel, Tekst):
        return thing.titel
    text, key = wording.changed(thing.titel)
    return owned(text, wording, key) if key else thing.titel


def owned(text: str, wording: Wording, key: str) -> Tekst:
    """Return a text in which the casus swapped the game word `key`, with the place where it does."""
    return Tekst(text, wording.woord(key).source or KEPT, f"{SWAPPED}{key}")


def filters(wording: Wording) -> Mapping[str, Callable[..., Any]]:
    """Return all filters of layouts, in the words of a casus."""

    def known(key: str) -> Woord:
        if key not in WOORDEN:
            raise LookupError(f"{key!r} is geen woord van het spel; {suggest(key, WOORDEN, PLAIN)}")
        return wording.woord(key)

    def kept(text: str) -> str:
        """Return a text in which no word is swapped."""
        return Tekst(text, KEPT) if wording and not isinstance(text, Tekst) else text

    def woord(key: str, form: str = "enkelvoud") -> str:
        word = known(key)
        forms = {"enkelvoud": word.enkelvoud, "meervoud": word.meervoud or "", "lidwoord": word.lidwoord}
        if form not in forms:
            raise LookupError(f"{form!r} is geen vorm van een woord; {suggest(form, forms, PLAIN)}")
        return kept(forms[form])

    def bij(pronoun: str, key: str) -> str:
        known(key)
        return kept(wording.pronoun(pronoun, key))

    def letter(key: str) -> str:
        known(key)
        return wording.letters.get(key, "")

    return {**WORD_FREE_FILTERS, "blijft": kept, "woord": woord, "bij": bij, "letter": letter}


FILTERS = filters(Wording({}))
"""All filters of layouts, in the game's own words."""
