"""The JSON Schema of a casus: what an editor needs to complete a key, explain it and mark a mistake."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from speelveld.casus.model import Casus


class _Schema(GenerateJsonSchema):
    """A schema that lets a key be left blank where the casus does."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])


def json_schema() -> dict[str, Any]:
    """Return the schema of casus.yaml (JSON Schema 2020-12), with Dutch words for every key."""
    schema = Casus.model_json_schema(schema_generator=_Schema)
    for model in (schema, *schema["$defs"].values()):
        _ease(model)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        **schema,
        "title": "Casus",
        "description": "Een casus voor speelveld.",
    }


def _ease(model: dict[str, Any]) -> None:
    """Make an id optional, as it is made of the title, and let what is optional be blank."""
    required = [key for key in model.get("required", ()) if key != "id"]
    model["required"] = required
    model.pop("description", None)  # the docstring, which is for developers
    for key, field in model.get("properties", {}).items():
        if key in required:
            continue
        words = {name: field.pop(name) for name in ("title", "description", "examples", "default") if name in field}
        shape = dict(field)
        field.clear()
        field.update(words, anyOf=[shape, {"type": "null"}])
