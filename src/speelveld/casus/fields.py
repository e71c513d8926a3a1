"""The types of the model's fields: how pydantic reads a value with its place, and what an editor is told of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from speelveld.casus import files, values
from speelveld.casus.files import Bestand
from speelveld.casus.kaart import Kaart, free_card
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok

Groep = Literal["inwoners", "ondernemers", "beroepskrachten", "vrijwilligers", "gemeente"]
Kracht = Literal["geld", "tijd", "steun", "regie", "kennis"]
Controle = Literal["lange-zin", "jargon", "lijdende-vorm", "leesbaarheid", "afkorting", "vraag"]
GROEPEN: tuple[Groep, ...] = get_args(Groep)
KRACHTEN: tuple[Kracht, ...] = get_args(Kracht)
CONTROLES: tuple[Controle, ...] = get_args(Controle)

REFUSED, WRONG_KIND = "refused", "wrong_kind"
# Every scalar is a text to the casus; to an editor `19:30` or `no` may look like something else.
_ANY_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def veld(uitleg: str, voorbeeld: str | None = None, **rest: Any) -> Any:
    """Return a field of the model; `voorbeeld` is what a hint shows if the key is missing."""
    return Field(description=uitleg, examples=[voorbeeld] if voorbeeld else None, **rest)


def refused(refusal: RefusedError) -> PydanticCustomError:
    """Return a refusal as an error that pydantic gathers with the others."""
    context = {"message": refusal.message, "hint": refusal.hint, "source": refusal.source}
    return PydanticCustomError(REFUSED, "{message}", context)


class _AnyText:
    """A text that keeps its place: pydantic's own `str` would make a plain string of it."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(Tekst)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(_ANY_SCALAR)


@dataclass(frozen=True, eq=False)  # typing hashes what stands in Annotated
class _Reads:
    """A text read by a function of `values`."""

    read: Callable[[Tekst], object]
    schema: dict[str, Any] = field(default_factory=lambda: dict(_ANY_SCALAR))
    kind: str = "een tekst"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._value)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)

    def _value(self, value: object) -> object:
        if not isinstance(value, Tekst):
            raise PydanticCustomError(WRONG_KIND, "{kind}", {"kind": self.kind})
        try:
            return self.read(value)
        except RefusedError as error:
            raise refused(error) from error


@dataclass(frozen=True, eq=False)  # typing hashes what stands in Annotated
class _ReadsFile:
    """A name read by a function of `files`, from the folder given as the context."""

    read: Callable[[Tekst, Path], Bestand]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._value)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string"}

    def _value(self, value: object, info: core_schema.ValidationInfo) -> Bestand:
        if not isinstance(value, Tekst):
            raise PydanticCustomError(WRONG_KIND, "{kind}", {"kind": "de naam van een bestand"})
        assert isinstance(info.context, Path)
        try:
            return self.read(value, info.context)
        except RefusedError as error:
            raise refused(error) from error


class _FreeCard:
    """A mapping with any keys."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._value)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "object"}

    @staticmethod
    def _value(value: object) -> Kaart:
        if not isinstance(value, Blok):
            raise PydanticCustomError(WRONG_KIND, "{kind}", {"kind": "een blok met sleutels"})
        try:
            return free_card(value)
        except RefusedError as error:
            raise refused(error) from error


def getal(low: int, high: int) -> _Reads:
    """Return what reads a whole number from `low` to `high`."""
    schema = {"type": "integer", "minimum": low, "maximum": high}
    return _Reads(lambda tekst: values.whole_number(tekst, low, high), schema, "een heel getal")


def lees(read: Callable[[Tekst], object], schema: dict[str, Any] | None = None) -> _Reads:
    """Return what reads a text with `read`, which may refuse it; `schema` is what an editor is told."""
    return _Reads(read, schema or dict(_ANY_SCALAR))


TekstVeld = Annotated[Tekst, _AnyText]
IdVeld = Annotated[Tekst, _Reads(values.ident, {**_ANY_SCALAR, "pattern": "^[a-z0-9-]+$"})]
GroepVeld = Annotated[Groep, _Reads(values.choice("groep", *GROEPEN), {"enum": list(GROEPEN)})]
KrachtVeld = Annotated[Kracht, _Reads(values.choice("kracht", *KRACHTEN), {"enum": list(KRACHTEN)})]
ControleVeld = Annotated[Controle, _Reads(values.choice("controle", *CONTROLES), {"enum": list(CONTROLES)})]
FormaatVeld = Annotated[Literal[1], _Reads(values.format_number, {"const": 1}, "een heel getal")]
DuurVeld = Annotated[Literal[120, 90], _Reads(values.duration, {"enum": [120, 90]}, "een heel getal")]
JaarVeld = Annotated[int, getal(1800, 2200)]
DatumVeld = Annotated[date | Tekst, _Reads(values.day)]
KleurVeld = Annotated[Tekst, _Reads(values.colour, {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})]
UrlVeld = Annotated[Tekst, _Reads(values.url, {"type": "string", "pattern": "^https?://"})]
OpmaakVeld = Annotated[Tekst, _Reads(values.template, {"type": "string", "pattern": "\\.xml\\.j2$"})]
KaartmaatVeld = Annotated[str, _Reads(values.card_size, {"type": "string"})]
LogoVeld = Annotated[Bestand, _ReadsFile(files.logo)]
PlaatjeVeld = Annotated[Bestand, _ReadsFile(files.picture)]
LettertypeVeld = Annotated[Bestand, _ReadsFile(files.font)]
KaartVeld = Annotated[Kaart, _FreeCard]
