"""`controleer` tells all that is wrong and all that is odd in one go: what is wrong in one place hides no other."""

import json
import shutil
from pathlib import Path

import pytest

from tests.makers.commands import ROOT, Speelveld

pytestmark = pytest.mark.slow

LONG = "U kunt er weer rustig lopen. " * 20

WRONG = {
    "a font that is no file": ("", "huisstijl:\n  lettertype:\n    gewoon: Arial\n", "'Arial' is geen naam"),
    "a key that is lacking": ("vraag: Hoe zorgen we samen dat kinderen", "#", "hier ontbreekt 'vraag'"),
    "a key misspelt": ("verhaal: |", "verhaaltje: |", "onbekende sleutel 'verhaaltje'"),
    "a number in words": ("  duur: 120", "  duur: twee uur", "'duur' is 'twee uur'"),
    "a third group": ("hart: [gemeente, ondernemers]", "hart: [gemeente, ondernemers, inwoners]", "staan er 3"),
    "a card that is not there": ("fonds-met-ondernemers", "fonds-mit-ondernemers", "bestaat niet"),
    "what is no YAML": ("  duur: 120", "  duur: a: b", "dubbele punt met een spatie"),
    "an opgave without a text": ("    schuurt: Iemand moet opletten", "#", "hier ontbreekt 'schuurt'"),
}


@pytest.fixture
def casus(tmp_path: Path, speelveld: Speelveld) -> Path:
    """Return the file of a casus with a title in curly quotes, a gemeente too many, jargon, and a text too long."""
    del speelveld  # it makes the folder
    file = tmp_path / "hier" / "mijn" / "casus.yaml"
    file.parent.mkdir()
    shutil.copy(ROOT / "decks" / "nieuw" / "casus.yaml", file)
    for old, new in (
        ("titel: Veilig naar school", "titel: “Veilig naar school”"),
        ("gemeente: Voorbeeldstad", "gemeente: Gemeente Voorbeeldstad"),
        ("voor_wie: Gezinnen met weinig geld", "voor_wie: Stakeholders met weinig geld"),
        ("merkt: Om half negen kunt u in de straat gewoon met elkaar praten.", f"merkt: {LONG}"),
    ):
        _swap(file, old, new)
    return file


def _swap(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_in_one_place_hides_nothing_in_another(casus: Path, speelveld: Speelveld, what: str) -> None:
    old, new, wrong = WRONG[what]
    _swap(casus, old, new)
    told = json.loads(speelveld("controleer", "mijn", "--json").out)
    mistakes, remarks = ([each["melding"] for each in told[kind]] for kind in ("fouten", "waarschuwingen"))
    assert sum(wrong in each for each in mistakes) == 1
    assert sum("veld 'merkt': de tekst is " in each for each in mistakes) == 1
    assert len(mistakes) == 2
    for said in (
        "krullende aanhalingstekens",
        "'Gemeente Voorbeeldstad', en het spel zet",
        "jargon in 'voor_wie'",
        "hier staat nog de tekst van de casus om mee te beginnen",
    ):
        assert sum(said in each for each in remarks) == 1
    # What was left out to look further is not missed besides.
    assert len(remarks) == 4
    assert all(each["bestand"] and each["regel"] for each in (*told["fouten"], *told["waarschuwingen"]))


def test_warnings_are_told_beside_a_text_that_does_not_fit(casus: Path, speelveld: Speelveld) -> None:
    told = speelveld("controleer", "mijn")
    assert "de tekst is " in told.err
    assert "'Gemeente Voorbeeldstad', en het spel zet" in told.out


def test_a_kit_that_is_not_made_names_the_same_mistakes(casus: Path, speelveld: Speelveld) -> None:
    _swap(casus, "  duur: 120", "  duur: twee uur")
    assert speelveld("maak", "mijn").err == speelveld("controleer", "mijn").err
