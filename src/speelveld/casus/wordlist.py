"""Words with what to write instead of them, as an author lists them: `stakeholder: betrokkene`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from speelveld.written.hints import quote
from speelveld.written.refusal import RefusedError, together
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Fout

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Woord:
    """A word or phrase (`*` and `|` as in `decks/basis/taal.yaml`) and what to write instead, or what it means."""

    woord: Tekst
    liever: Tekst


LISTED: Mapping[str, Any] = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}
"""What an editor is told of such a list."""


def word_list(blok: Blok) -> tuple[Woord, ...]:
    """Return the words of a mapping, of which every value is a text."""
    words, refusals = [], []
    for key in blok.marks:
        if isinstance(blok.get(key), Fout):
            continue
        try:
            words.append(_word(blok, key))
        except RefusedError as refusal:
            refusals.append(refusal)
    if refusals:
        raise together(refusals)
    return tuple(words)


def _word(blok: Blok, key: str) -> Woord:
    place, liever = blok.key_source(key), blok.get(key)
    if liever is None:
        message = f"achter {quote(key)} ontbreekt wat u liever leest"
        raise RefusedError(message, f"schrijf bijvoorbeeld: {key[:30]}: …", place)
    if not isinstance(liever, Tekst):
        message = f"achter {quote(key)} hoort één tekst"
        raise RefusedError(message, "schrijf één vervanging, zonder streepjes of [ ]", liever.source)
    if not any(char.isalnum() for char in key):
        raise RefusedError(f"{quote(key)} is geen woord", "schrijf een woord of een paar woorden", place)
    if len(key) > _LONGEST:
        raise RefusedError(f"{quote(key)} is te lang", f"schrijf hoogstens {_LONGEST} tekens", place)
    return Woord(Tekst(key, place, "woord"), liever)
