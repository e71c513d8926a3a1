"""A casus or the standard deck in, the texts that somebody at the table reads or hears out.

Left out: names (of a gemeente, file, card or picture), addresses, dates, and source lines, which quote others.
"""

from collections.abc import Iterator
from typing import Any

from speelveld.casus import Basisdeck, Casus, Kaart, Written
from speelveld.written.tekst import Tekst

_NEVER = frozenset(
    {"id", "vervangt", "bron", "url", "taal", "weglaten", "gemeente", "fiche", "contact", "datum", "kleur", "layout"}
    | {"keerzijde", "formaat", "woorden", "icoon", "portret", "landschap"}
)
_NOT_IN = {"Bijeenkomst": frozenset({"tijd"}), "Gebied": frozenset({"opgaven"}), "Kaartsoort": frozenset({"naam"})}


def casus_texts(casus: Casus) -> Iterator[Tekst]:
    """Yield the texts of a casus in the order of its model."""
    return _texts(casus)


def deck_texts(deck: Basisdeck) -> Iterator[Tekst]:
    """Yield the texts of the standard deck, and of the kinds of cards that are beside it."""
    yield from _texts(deck)
    for cards in deck.vrij.values():
        yield from _texts(cards)


def questions(casus: Casus) -> Iterator[Tekst]:
    """Yield the questions that begin with the formula: of the casus and of each opgave."""
    yield casus.vraag
    for opgave in casus.opgaven:
        yield opgave.vraag


def _texts(value: Any) -> Iterator[Tekst]:
    if isinstance(value, Tekst):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Written):
        left_out = _NOT_IN.get(type(value).__name__, frozenset())
        for name, item in value:
            if item is not None and name not in _NEVER and name not in left_out:
                yield from _texts(item)
    elif isinstance(value, Kaart):
        for name in value:
            if name not in _NEVER:
                yield from _texts(value[name])
