"""The schema that an editor uses agrees with what the loader takes, and speaks Dutch."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from speelveld.casus import json_schema

ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted((ROOT / "decks").glob("*/casus.yaml"))


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json_schema()


@pytest.fixture(scope="module")
def mistakes(schema: dict[str, Any]) -> Any:
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    def find(text: str) -> list[str]:
        return [error.message for error in validator.iter_errors(yaml.load(text, Loader=yaml.CSafeLoader))]

    return find


def objects(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [schema, *schema["$defs"].values()]


def test_there_are_casussen_to_look_at() -> None:
    assert len(CASUSSEN) >= 2


@pytest.mark.parametrize("path", CASUSSEN, ids=lambda path: path.parent.name)
def test_a_bundled_casus_is_right_by_the_schema(mistakes: Any, path: Path) -> None:
    assert mistakes(path.read_text(encoding="utf-8")) == []


def test_what_the_loader_takes_an_editor_takes(mistakes: Any, base: str) -> None:
    assert mistakes(base) == []
    assert mistakes(base.replace("gemeente: Zutphen", "gemeente: 12")) == []
    more = "spel:\nbijeenkomst: {datum: , tijd: 19:30, duur: 90}\nrollen: []\nhuisstijl: {kleur: '#005ca9'}\n"
    assert mistakes(base + more) == []


@pytest.mark.parametrize(
    "added",
    [
        "opgavn: a\n",
        "spel: {geld: 61}\n",
        "spel: {geld: veel}\n",
        "bijeenkomst: {duur: 60}\n",
        "huisstijl: {kleur: blauw}\n",
        "gebieden: [{naam: a}]\n",
        "rollen: [{naam: a, groep: raad, kracht: tijd, uitspraak: a, wil: b, brengt: c, niet_alleen: d}]\n",
        "kaartsoorten: [{naam: a, layout: a.xml, kaarten: [{}]}]\n",
        "taal: {negeer: [{controle: jargn, tekst: a}]}\n",
        "taal: {negeer: [{controle: jargon}]}\n",
        "taal: {jargon: [a]}\n",
    ],
)
def test_what_the_loader_refuses_an_editor_marks(mistakes: Any, base: str, added: str) -> None:
    assert mistakes(base + added)


def test_every_key_is_explained_in_dutch(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    keys = [
        (name, key, field)
        for each in objects(schema)
        for name in [each["title"]]
        for key, field in each["properties"].items()
    ]
    assert len(keys) > 90
    for name, key, field in keys:
        assert field["title"], (name, key)
        assert field["description"].endswith("."), (name, key)
        assert field["description"][0].isupper() or field["description"].startswith("groot"), (name, key)


def test_examples_are_right_by_their_own_field(schema: dict[str, Any]) -> None:
    found = 0
    for each in objects(schema):
        for field in each["properties"].values():
            for example in field.get("examples", ()):
                jsonschema.Draft202012Validator({**field, "$defs": schema["$defs"]}).validate(example)
                found += 1
    assert found > 60


def test_an_id_may_be_left_out(schema: dict[str, Any]) -> None:
    required = schema["$defs"]["Opgave"]["required"]
    assert required == ["titel", "vraag", "voor_wie", "schuurt", "merkt"]
    assert "id" not in schema["$defs"]["Rol"]["required"]
