"""Words with what to write instead of them, as an author lists them: `stakeholder: betrokkene`."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from speelveld.casus.fields import WRONG_KIND, refused
from speelveld.written.hints import quote
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Woord:
    """A word or phrase (`*` and `|` as in `decks/basis/taal.yaml`) and what to write instead, or what it means."""

    woord: Tekst
    liever: Tekst


class WordList:
    """A mapping with any keys, of which every value is a text."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._value)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}

    @staticmethod
    def _value(value: object) -> tuple[Woord, ...]:
        if not isinstance(value, Blok):
            raise PydanticCustomError(WRONG_KIND, "{kind}", {"kind": "een blok met sleutels"})
        try:
            return tuple(_word(value, key) for key in value.marks)
        except RefusedError as error:
            raise refused(error) from error


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
