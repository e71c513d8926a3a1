"""The schema that an editor uses agrees with what the loader takes, and speaks Dutch."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from speelveld.casus import DeckFiles, json_schema, load_deck
from speelveld.casus.ids import CARD_KINDS

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


@pytest.mark.parametrize(
    "added",
    [
        "cijfers: [{tekst: a, bron: b, jaar: '2020'}]\n",
        "bijeenkomst: {duur: '90', tafels: '2'}\n",
        "huisstijl: {kleur: '#05a'}\n",
        "huisstijl: {kleur: 'rgb(0, 92, 169)'}\n",
        "huisstijl: {kleur: darkblue}\n",
    ],
)
def test_what_the_loader_takes_in_another_form_an_editor_takes(mistakes: Any, base: str, added: str) -> None:
    assert mistakes(base + added) == []


def test_an_editor_offers_the_ids_of_the_standard_cards() -> None:
    deck = load_deck(DeckFiles((), ROOT / "decks" / "basis"))
    schema = json_schema(deck)
    ids = {kind: [str(card.id) for card in getattr(deck, kind)] for kind in CARD_KINDS}
    every = [name for kind in CARD_KINDS for name in ids[kind]]
    models, own = schema["$defs"], schema["properties"]

    def offered(field: dict[str, Any]) -> list[str]:
        found: list[str] = next(
            each["enum"] for each in jsonschema_walk(field) if "enum" in each and "enumDescriptions" in each
        )
        return found

    assert offered(own["weglaten"]) == every
    assert offered(own["aan_tafel"]) == ids["rollen"]
    assert offered(models["Opgave"]["properties"]["past"]) == ids["aanpakken"]
    assert offered(models["Rol"]["properties"]["vervangt"]) == ids["rollen"]
    assert offered(models["Aanpak"]["properties"]["vervangt"]) == ids["aanpakken"]
    assert offered(models["Gebeurtenis"]["properties"]["vervangt"]) == ids["kansen"] + ids["uitdagingen"]
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8") + "weglaten: [De krant belt]\n"
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(text))


def jsonschema_walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from jsonschema_walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from jsonschema_walk(inner)


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
