"""The JSON Schema of a casus: what an editor needs to complete a key, explain it and mark a mistake."""

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from speelveld.casus.cards import Basisdeck
from speelveld.casus.ids import CARD_KINDS
from speelveld.casus.model import Casus
from speelveld.written.fields import ANY_SCALAR
from speelveld.written.kind import FileKind
from speelveld.written.parser import parse
from speelveld.written.tree import Blok, Rij, Waarde

_ABOUT = ("title", "description", "examples", "default")


class _Schema(GenerateJsonSchema):
    """A schema in which 'optional' is left to `_ease`."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])


def json_schema(deck: Basisdeck | None = None) -> dict[str, Any]:
    """Return the schema of casus.yaml (JSON Schema 2020-12), with Dutch words for every key.

    Where the id of a card is asked for, those of `deck` are offered; an own card, or a title, is as good.
    """
    schema = Casus.model_json_schema(schema_generator=_Schema)
    if deck is not None:
        _offer(schema, deck)
    for model in (schema, *schema["$defs"].values()):
        _ease(model)
    about = {"title": "Casus", "description": "Een casus voor speelveld."}
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema, **about}


def _offer(schema: dict[str, Any], deck: Basisdeck) -> None:
    cards = {
        kind: {str(card.id): str(card.naam if kind == "rollen" else card.titel) for card in getattr(deck, kind)}
        for kind in CARD_KINDS
    }
    every = {name: title for names in cards.values() for name, title in names.items()}
    own, models = schema["properties"], schema["$defs"]
    own["weglaten"]["items"] = _one_of(every)
    own["aan_tafel"]["items"] = _one_of(cards["rollen"])
    models["Opgave"]["properties"]["past"]["items"] = _one_of(cards["aanpakken"])
    models["Rol"]["properties"]["vervangt"] |= _one_of(cards["rollen"])
    models["Aanpak"]["properties"]["vervangt"] |= _one_of(cards["aanpakken"])
    models["Gebeurtenis"]["properties"]["vervangt"] |= _one_of(cards["kansen"] | cards["uitdagingen"])


def _one_of(cards: Mapping[str, str]) -> dict[str, Any]:
    # What an editor shows beside each choice is no part of JSON Schema, and passed over by who does not know it.
    return {"anyOf": [{"enum": list(cards), "enumDescriptions": list(cards.values())}, dict(ANY_SCALAR)]}


def _ease(model: dict[str, Any]) -> None:
    """Make an id optional, as it is made of the title, and let what is optional be blank, as in the casus."""
    model.pop("description", None)  # the docstring, which is for developers
    required = [key for key in model.pop("required", ()) if key != "id"]
    if required:
        model["required"] = required
    for key, field in model["properties"].items():
        shape = {name: value for name, value in field.items() if name not in _ABOUT}
        about = {"title": key.replace("_", " ").capitalize(), **{name: field[name] for name in _ABOUT if name in field}}
        if "examples" in about:
            about["examples"] = [_example(example, shape) for example in about["examples"]]
        if about.get("default", 0) is None:
            del about["default"]
        field.clear()
        field.update(about, **(shape if key in required else {"anyOf": [shape, {"type": "null"}]}))


def _example(text: str, shape: dict[str, Any]) -> Any:
    """Return an example, which is written as YAML, as the value that an editor would see."""
    if "integer" in shape.get("type", ()) or text in {str(value) for value in shape.get("enum", ())}:
        return int(text) if text.lstrip("-").isdecimal() else text
    return _plain(parse(f"voorbeeld: {text}", "", FileKind()).root["voorbeeld"])


def _plain(value: Waarde) -> Any:
    """Return a value of a file as JSON would hold it, with every scalar as a text."""
    if isinstance(value, Blok):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(item) for item in value] if isinstance(value, Rij) else str(value)
