"""Every label of the page is one that a reader understands without the handleiding: all of them are listed here."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from speelveld.casus.loading import CASUS
from speelveld.casus.schema import json_schema
from speelveld.kijk.described import Described, Describer
from speelveld.kijk.labels import LABELS, label_of
from speelveld.written.editing import EditableFile

ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted((ROOT / "decks").glob("*/casus.yaml"))
WITH_ALL = ROOT / "tests" / "made_before" / "alles" / "casus.yaml"
LIST = Path(__file__).parent / "labels.txt"
# Words of a file, and what says nothing without the file beside it.
_SAY_NOTHING = {"url", "tekst", "jaar", "getal", "schuurt", "merkt", "past", "hart", "id", "ids", "alt", "als", "wil"}


def fields(casus: Path) -> Mapping[str, Described]:
    file = EditableFile(casus.read_bytes(), "casus.yaml", CASUS)
    return Describer(json_schema()).described(file.values)


def seen() -> list[str]:
    """Return every label of every bundled casus with what it is of and its help, once for each key, in order."""
    found: dict[str, str] = {}
    for casus in (*CASUSSEN, WITH_ALL):
        for path, field in fields(casus).items():
            label = re.sub(r" \(\d+\)$", "", field.label)
            of = re.sub(r" ‘.*’$| \d+$", "", field.of) if "woorden" not in path else field.of
            found.setdefault(re.sub(r"\[\d+\]", "", path), f"{label} | {of} | {field.help}")
    return [f"{path}: {told}" for path, told in sorted(found.items())]


def keys(shape: Mapping[str, Any], schema: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every value that a casus may have, by the schema."""
    while "$ref" in shape or "anyOf" in shape or "allOf" in shape:
        if "$ref" in shape:
            shape = schema["$defs"][shape["$ref"].rpartition("/")[2]]
            continue
        choices = [each for each in shape.get("anyOf", shape.get("allOf")) if each.get("type") != "null"]
        yield from (found for each in choices for found in keys(each, schema, above))
        return
    if "properties" in shape:
        for key, inner in shape["properties"].items():
            yield from keys(inner, schema, (*above, key))
    elif "items" in shape:
        yield from keys(shape["items"], schema, above)
    elif shape.get("type") != "object":
        yield above


def test_the_list_of_labels_is_as_it_was_read_by_people() -> None:
    assert len(CASUSSEN) == 9
    assert seen() == LIST.read_text(encoding="utf-8").splitlines()


def test_no_key_of_a_casus_is_without_a_label() -> None:
    schema = json_schema()
    every = set(keys(schema, schema))
    assert len(every) > 120
    assert [path for path in every if label_of(list(path)) is None] == []


def test_each_label_is_of_a_key_that_there_is() -> None:
    schema = json_schema()
    used = [label_of(list(path)) for path in keys(schema, schema)]
    assert [name for name, label in LABELS.items() if not any(label is each for each in used)] == []


@pytest.mark.parametrize("casus", [*CASUSSEN, WITH_ALL], ids=lambda path: path.parent.name)
def test_no_label_is_the_key_of_a_file(casus: Path) -> None:
    for path, field in fields(casus).items():
        assert field.label.casefold() not in _SAY_NOTHING, path
        assert "_" not in field.label + field.help, path
        assert not re.search(r"\bids?\b|\blidwoord\b|\burl\b|\balinea's\b", f"{field.label} {field.help}", re.I), path


def test_two_values_of_one_card_are_told_apart() -> None:
    for casus in (*CASUSSEN, WITH_ALL):
        by_card: dict[tuple[str, str, str], list[str]] = {}
        for path, field in fields(casus).items():
            by_card.setdefault((field.card, field.of, field.label), []).append(path)
        assert {name: paths for name, paths in by_card.items() if len(paths) > 1} == {}


def test_of_a_year_no_bounds_are_told_and_of_a_step_they_are() -> None:
    found = fields(CASUSSEN[-1])
    assert found["cijfers[0].jaar"].bounds == ""
    assert found["aanpakken[0].steun"].bounds == "-10 tot en met 10"


def test_sentences_beside_a_field_are_short() -> None:
    told = [json.dumps(each.help, ensure_ascii=False) for each in LABELS.values()]
    long = [text for text in told for sentence in re.split(r"[.:…]", text) if len(sentence.split()) > 15]
    assert long == []
