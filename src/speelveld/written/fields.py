"""The types of a model's fields: how pydantic reads a value with its place, and what an editor is told of it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from speelveld.files import Store
from speelveld.written import values
from speelveld.written.foreign import check_foreign, language
from speelveld.written.hints import quote, suggest
from speelveld.written.pasted import unquoted
from speelveld.written.refusal import RefusedError, refused, wrong_kind
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok

# Every scalar is a text to us; to an editor `19:30` or `no` may look like something else.
ANY_SCALAR: Mapping[str, Any] = {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True)
class Around:
    """What a value is held against: the folder of its file, and per noun the names there are (None: do not look)."""

    folder: Path
    names: Mapping[str, Collection[str] | None] = field(default_factory=dict)
    store: Store | None = None
    """Where what is made of the files that it names is kept."""


@dataclass(frozen=True, slots=True)
class Ontbreekt:
    """What is said where a field has nothing in it, in place of the usual words; it stands in its annotation."""

    message: str
    hint: str


def veld(uitleg: str, voorbeeld: str | None = None, **rest: Any) -> Any:
    """Return a field of a model; `voorbeeld` is what a hint shows if the key is missing."""
    return Field(description=uitleg, examples=[voorbeeld] if voorbeeld else None, **rest)


class _AnyText:
    """A text that keeps its place: pydantic's own `str` would make a plain string of it."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_without_unknown, core_schema.is_instance_schema(Tekst))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(ANY_SCALAR)


def _without_unknown(tekst: Tekst) -> Tekst:
    try:
        check_foreign(tekst)
    except RefusedError as error:
        raise refused(error) from error
    return tekst


@dataclass(frozen=True, eq=False)  # typing hashes what stands in Annotated
class Reads:
    """A value read by a function, which may refuse it; `around` is whether that looks at what is around the value."""

    read: Callable[..., object]
    schema: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = field(default_factory=lambda: ANY_SCALAR)
    kind: str = "een tekst"
    around: bool = False
    of: type[Tekst] | type[Blok] = Tekst

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        if self.around:
            return core_schema.with_info_plain_validator_function(lambda value, info: self._value(value, info.context))
        return core_schema.no_info_plain_validator_function(self._value)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema() if callable(self.schema) else self.schema)

    def _value(self, value: object, *around: Around) -> object:
        if not isinstance(value, self.of):
            raise wrong_kind(self.kind)
        if isinstance(value, Tekst) and (inner := unquoted(value)):
            value = value.saying(inner)
        try:
            return self.read(value, *around)
        except RefusedError as error:
            raise refused(error) from error


@dataclass(frozen=True, eq=False)
class Klopt:
    """A look at a value that has been read, such as whether a list is in order."""

    look: Callable[[Any], None]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._value, handler(source))

    def _value(self, value: object) -> object:
        try:
            self.look(value)
        except RefusedError as error:
            raise refused(error) from error
        return value


class Namen:
    """A mapping whose keys its author chooses; each is a text with its place, and a blank behind it a mistake."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(cls._value, handler(source))

    @staticmethod
    def _value(value: object) -> object:
        if not isinstance(value, Blok):
            return value
        return {
            Tekst(key, value.key_source(key), "de naam"): value[key] if key in value else value.blanks[key]
            for key in value.marks
        }


class EenOfMeer:
    """A list that may be written as its only item."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: object) -> object:
            return (value,) if isinstance(value, Tekst) else value

        return core_schema.no_info_before_validator_function(read, handler(source))


def lees(read: Callable[[Tekst], object], schema: Mapping[str, Any] | None = None) -> Reads:
    """Return what reads a text with `read`, which may refuse it; `schema` is what an editor is told."""
    return Reads(read, schema or ANY_SCALAR)


def blok(read: Callable[[Blok], object], schema: Mapping[str, Any]) -> Reads:
    """Return what reads a mapping with any keys with `read`, which may refuse it."""
    return Reads(read, schema, "een blok met sleutels", of=Blok)


def getal(low: int, high: int) -> Reads:
    """Return what reads a whole number from `low` to `high`."""
    schema = {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": "^[+-]?[0-9]+$"}
    return Reads(lambda tekst: values.whole_number(tekst, low, high), schema, "een heel getal")


def kommagetal(low: float, high: float, unit: str) -> Reads:
    """Return what reads a number from `low` to `high` of some `unit`, with or without decimals."""
    schema = {"type": ["number", "string"], "minimum": low, "maximum": high, "pattern": "^[+-]?[0-9]*[.,]?[0-9]+$"}
    return Reads(lambda tekst: values.decimal(tekst, low, high, unit), schema, "een getal")


def maat(low: float, high: float) -> Reads:
    """Return what reads a length from `low` to `high` points."""
    return Reads(lambda tekst: values.length(tekst, low, high), {"type": "string"}, "een maat")


def keuze(*known: str) -> Reads:
    """Return what reads one of a few fixed words."""
    return Reads(values.one_of(known), {"enum": list(known)})


def genoemd(noun: str) -> Reads:
    """Return what reads a name that must be among those of `noun` around it."""

    def read(tekst: Tekst, around: Around) -> Tekst:
        known = around.names[noun]
        if known is None or tekst in known:
            return tekst
        # With its own place: it may be a key, and then the place in the tree is that of the value behind it.
        raise RefusedError(f"{noun} {quote(tekst)} bestaat niet", suggest(tekst, list(known)), tekst.source)

    return Reads(read, around=True)


def _colour_schema() -> Mapping[str, Any]:
    from PIL import ImageColor  # only who asks for the schema waits for it

    notations = ["^#?[0-9a-fA-F]{6}$", "^#[0-9a-fA-F]{3}$", "^(rgb|hsl)a?[(].*[)]$", "^[0-9]+ *[,/; ] *[0-9]+"]
    patterns = [{"type": "string", "pattern": pattern} for pattern in notations]
    return {"anyOf": [*patterns, {"enum": sorted(ImageColor.colormap)}]}


TekstVeld = Annotated[Tekst, _AnyText]
TaalcodeVeld = Annotated[Tekst, Reads(language, {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Z]{2})?$"})]
IdVeld = Annotated[Tekst, Reads(values.ident, {**ANY_SCALAR, "pattern": "^[a-z0-9-]+$"})]
KleurVeld = Annotated[Tekst, Reads(values.colour, _colour_schema)]
JaNeeVeld = Annotated[bool, Reads(values.yes_or_no, {"enum": ["ja", "nee", True, False]})]
