"""Numbers in an author's own sentences that the rules say otherwise: '15 geldfiches' where the game begins with 13."""

import re
from collections.abc import Iterator, Mapping

from speelveld.casus import Casus
from speelveld.deck.naming import wording_of
from speelveld.deck.rules import Rules
from speelveld.errors import Problem
from speelveld.markup.filters.texts import NUMERALS
from speelveld.written.tekst import Tekst

_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ONES = ("een", "twee", "drie", *NUMERALS[4:10])
# 'Eén geldfiche is € 10.000 waard' counts nothing.
_WORDS = {
    **{word: number for number, word in enumerate(NUMERALS) if number > 1},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{
        f"{one}{'ën' if one[-1] == 'e' else 'en'}{ten}": 10 * tens + number
        for tens, ten in enumerate(_TENS, 2)
        for number, one in enumerate(_ONES, 1)
    },
}
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})*")


def contradictions(casus: Casus, rules: Rules) -> Iterator[Problem]:
    """Yield a warning for each number in the author's sentences that the papers print otherwise.

    Only the story and the kader tell of the game as a whole. Elsewhere quarters of a real year may be counted too, and
    cards say what they cost themselves.
    """
    aanpakken = wording_of(casus).woord("aanpak").meervoud or "aanpakken"
    fiches = {
        "geldfiches": (rules.geld,),
        "stemfiches": (rules.stemfiches,),
        "fiches": (rules.geld, rules.stemfiches),
    }
    more = {"kwartalen": (rules.tijd,), aanpakken.lower(): (rules.aanpakken, rules.open_aanpakken)}
    for text in _of_the_game(casus):
        yield from _in(text, {**fiches, **more}, rules.duur)
    for text in _beside(casus):
        yield from _in(text, fiches, rules.duur)


def _of_the_game(casus: Casus) -> Iterator[Tekst]:
    kader = casus.kader
    yield from (casus.vraag, casus.verhaal, kader.geld, kader.tijd, *kader.vast, kader.beslist, kader.uitkomst)
    yield from filter(None, (casus.let_op, casus.opening, casus.slot))


def _beside(casus: Casus) -> Iterator[Tekst]:
    yield casus.titel
    for opgave in casus.opgaven:
        yield from (opgave.titel, opgave.vraag, opgave.voor_wie, opgave.schuurt, opgave.merkt)
    if casus.verloop:
        yield from filter(None, (casus.verloop.titel, casus.verloop.uitleg))
        for stap in casus.verloop.stappen:
            yield from filter(None, (stap.naam, stap.tekst, stap.vraag))
    for gebied in casus.gebieden:
        yield from filter(None, (gebied.tekst, *gebied.resultaten, *gebied.middelen))


def _in(text: Tekst, counted: Mapping[str, tuple[int, ...]], duur: int) -> Iterator[Problem]:
    nouns = "|".join(map(re.escape, counted))
    for found in re.finditer(
        rf"(?<![\w.,-])(?P<number>\d[\d.,]*|[^\W\d_]+)\s+(?P<noun>{nouns})\b", text, re.IGNORECASE
    ):
        number, printed = _value(found["number"].lower()), counted[found["noun"].lower()]
        if number is not None and number not in printed:
            said = " ".join(found[0].split())
            right = " of ".join(dict.fromkeys(map(str, printed)))
            message = f"hier staat '{said}', maar in dit spel van {duur} minuten zijn het er {right}"
            yield Problem(message, text.source, "laat het getal weg: de papieren noemen het zelf, en altijd goed")


def _value(word: str) -> float | None:
    """Return a number in figures or words; None for a word that is none."""
    if not word[0].isdigit():
        return _WORDS.get(word)
    if _GROUPED.fullmatch(word):
        return int(word.replace(".", ""))
    whole, _, part = word.replace(".", "").partition(",")
    return float(f"{whole}.{part}") if part.isdigit() else None
