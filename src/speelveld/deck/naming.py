"""What a casus calls the game's words → those words, and the kit with its titles so named."""

from dataclasses import replace

from speelveld.casus import Casus
from speelveld.deck.kit import Kit, Onderdeel, Opdracht
from speelveld.woorden import WOORDEN, Woord, Wording, capital
from speelveld.written.hints import slug
from speelveld.written.tekst import Tekst, swapped_by


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


def asks(casus: Casus) -> str:
    """Return who asks the question, by its full name: 'Gemeente Zutphen', 'Waterschap Vechtstromen'."""
    name, kind = str(casus.gemeente), wording_of(casus).woord("gemeente").enkelvoud
    return name if name.lower().startswith(kind.lower()) else f"{capital(kind)} {name}"


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
    if not key:
        return thing.titel
    origin = swapped_by(key, wording.woord(key).source)
    return Tekst(text, origin.source, origin.field)
