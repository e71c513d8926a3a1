"""`speelveld nieuw` hands out a casus that an editor knows, and with --alles every key there is."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from speelveld.casus import DeckFiles, every_key, load_casus, load_deck
from speelveld.casus.model import Casus
from speelveld.written.annotations import element_in
from speelveld.written.element import Written
from tests.makers.commands import ROOT, Speelveld

DECK = load_deck(DeckFiles((), ROOT / "decks" / "basis"))
# One of these has to be chosen, and a file of one's own has to be there.
ALTERNATIVES = {"als"}
FILES = ("logo", "logo_tekst", "lettertype", "afbeelding", "kaartsoorten")


def keys_of(model: type[Written]) -> set[str]:
    found = set(model.model_fields)
    for name, field in model.model_fields.items():
        element = element_in(field.annotation)
        if element is not None and name not in ALTERNATIVES:
            found |= keys_of(element)
    return found


def test_every_key_of_a_casus_is_there_with_its_explanation() -> None:
    text = every_key(DECK)
    there = set(re.findall(r"(?m)^# *(?:- )?([a-z_]+):", text))
    assert keys_of(Casus) <= there
    assert all(line.startswith("#") for line in text.splitlines() if line)
    assert "…" not in text.replace("Hoe zorgen we samen dat …?", "").replace("Een op de vijf mensen …", "")


def test_with_every_hash_away_it_is_a_casus(tmp_path: Path) -> None:
    lines = [line[1:] for line in every_key(DECK).splitlines()[2:] if line[:1] == "#"]
    blocks = re.split(r"(?m)^(?=# [^\n]*\n[a-z_]+:)", "\n".join(lines))
    kept = [block for block in blocks if not re.search(r"(?m)^(?:afbeelding|kaartsoorten|woorden):", block)]
    text = re.sub(r"(?ms)^  lettertype:.*?(?=^#)", "", "\n".join(kept))
    text = re.sub(r"(?m)^  (?:logo|logo_tekst): .*\n", "", text)
    text = re.sub(r"(?m)^  - id: vrije-dag\n(?=(?:    .*\n)*?    (?:vervangt|naam|geld))", "  - ", text)
    text = text.replace("- \n", "-\n")
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    assert load_casus(tmp_path, "x", DECK).titel == "Leven met dementie in Zutphen"


def test_a_new_casus_has_its_schema_beside_it(speelveld: Speelveld, tmp_path: Path) -> None:
    assert speelveld("nieuw", "mijn").status == 0
    folder = tmp_path / "hier" / "mijn"
    text = (folder / "casus.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=casus.schema.json\n")
    schema = json.loads((folder / "casus.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(text))
    assert schema == json.loads(speelveld("schema").out)


@pytest.mark.parametrize("van", [(), ("--van", "zutphen-dementie")])
def test_a_casus_with_every_key_builds_as_it_stands(speelveld: Speelveld, tmp_path: Path, van: tuple[str, ...]) -> None:
    assert speelveld("nieuw", "mijn", "--alles", *van).status == 0
    shown = speelveld("controleer", "mijn", "--alleen", "stemfiches")
    assert (shown.status, shown.err) == (0, "")
    text = (tmp_path / "hier" / "mijn" / "casus.yaml").read_text(encoding="utf-8")
    assert text.endswith(every_key(DECK))
