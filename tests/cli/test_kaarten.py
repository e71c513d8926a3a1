"""`speelveld kaarten` tells an author every id he may name, as his casus has them."""

import json
from pathlib import Path
from typing import Any

import pytest

from speelveld.build.pipeline import load
from speelveld.build.studio import open_studio
from speelveld.cli.find import build_date
from speelveld.deck import choose_cards, kit_faces
from speelveld.deck.shared import Shared
from speelveld.options import Options
from speelveld.sheet.duplex import Duplex
from tests.makers.commands import ROOT, speelveld

pytestmark = pytest.mark.slow

KINDS = ("rollen", "aanpakken", "kansen", "uitdagingen")
OWN = """
aanpakken:
  - {titel: Een proef, tekst: We beginnen klein., geld: 1, tijd: 1, stappen: 3, vervangt: wijkbudget}
aan_tafel: [raadslid]
weglaten: [strenger-toezicht, mantelzorger]
woorden: {aanpak: {woord: zet, lidwoord: de, meervoud: zetten}}
"""


def data(folder: Path, *arguments: str) -> dict[str, list[dict[str, Any]]]:
    shown = speelveld(folder, "kaarten", *arguments, "--json")
    assert (shown.status, shown.err) == (0, "")
    found: dict[str, list[dict[str, Any]]] = json.loads(shown.out)
    return found


def own(folder: Path, more: str = OWN) -> None:
    assert speelveld(folder, "nieuw", "mijn").status == 0
    with (folder / "mijn" / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(more)


def in_files(kind: str) -> list[str]:
    text = (ROOT / "decks" / "basis" / f"{kind}.yaml").read_text(encoding="utf-8")
    return [line.split(":")[1].strip() for line in text.splitlines() if line.startswith("  - id:")]


def test_every_id_of_the_standard_deck_is_there_once(tmp_path: Path) -> None:
    found, shown = data(tmp_path), speelveld(tmp_path, "kaarten").out
    assert tuple(found) == KINDS
    for kind in KINDS:
        ids = [row["id"] for row in found[kind]]
        assert len(ids) >= 16
        assert ids == in_files(kind)
        lines = shown.split("\n")
        assert all(sum(line.split()[:1] == [name] for line in lines) == 1 for name in ids)


def test_an_id_that_is_listed_may_be_named(tmp_path: Path) -> None:
    found = data(tmp_path)
    names = [row["id"] for kind in KINDS for row in found[kind][5:7]]
    first, second = (row["id"] for row in found["aanpakken"][:2])
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    text = text.replace("past: [wijkbudget, ", f"past: [{first}, {second}]  # [", 1)
    (tmp_path / "casus.yaml").write_text(f"{text}\nweglaten: [{', '.join(names)}]\n", encoding="utf-8")
    shown = speelveld(tmp_path, "controleer", ".")
    assert "bestaat niet" not in shown.err + shown.out
    assert "staat niet in het standaarddeck" not in shown.err + shown.out


def test_numbers_and_ids_are_those_of_the_cards_of_a_casus(tmp_path: Path) -> None:
    own(tmp_path)
    found = data(tmp_path, "mijn")
    loaded = load(tmp_path / "mijn", "mijn")
    options = Options(build_date("2026-12-03", None))
    studio = open_studio(loaded, options)
    shared = Shared(loaded.casus, loaded.rules, 1, 6, "a4", "a1", Duplex.LANGE_ZIJDE, None, "0", 2026, 1)
    cards = choose_cards(loaded.casus, loaded.deck)
    printed = {
        faces.onderdeel.van: [(face.front.data["nummer"], str(face.front.data["kaart"].id)) for face in faces.kaarten]
        for faces in kit_faces(studio.kit, cards, shared)
        if faces.onderdeel.van in ("opgaven", *KINDS) and faces.onderdeel.soort != "tent"
    }
    assert set(printed) == {"opgaven", *KINDS}
    for kind, numbers in printed.items():
        assert [(row["nummer"], row["id"]) for row in found[kind]] == numbers
    # 'aanpak' is called otherwise here, and so is its letter.
    assert found["aanpakken"][0]["nummer"] == "Z1"


def test_a_casus_shows_what_it_brings_lays_open_and_leaves_out(tmp_path: Path) -> None:
    own(tmp_path)
    found = data(tmp_path, "mijn")
    notes = {row["id"]: row["herkomst"] for rows in found.values() for row in rows}
    assert notes["een-proef"] == "eigen, op de plek van wijkbudget; altijd open"
    assert notes["raadslid"] == "altijd open"
    assert notes["thematafel"] == ""
    assert {row["id"]: row["herkomst"] for row in found["weg"]} == {
        "wijkbudget": "vervangen door een-proef",
        "strenger-toezicht": "weggelaten",
        "mantelzorger": "weggelaten",
    }


def test_one_kind_can_be_asked_for(tmp_path: Path) -> None:
    shown = speelveld(tmp_path, "kaarten", "--soort", "kansen").out
    assert shown.startswith("Kansen: 16\n")
    assert "leeg-winkelpand   " in shown
    assert "thematafel" not in shown
    # Where the id says less than the card does, the title stands beside it.
    assert "geld-over" in shown
    assert "Een ander team houdt geld over" in shown


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("nergens",), 3, "'nergens' is geen bestand, geen map en geen voorbeeld"),
        (("--soort", "opgaven"), 2, "noem ook een casus"),
        (("--soort", "stapels"), 2, "kies uit"),
    ],
)
def test_what_cannot_be_listed_is_said(tmp_path: Path, arguments: tuple[str, ...], status: int, said: str) -> None:
    shown = speelveld(tmp_path, "kaarten", *arguments)
    assert shown.status == status
    assert said in shown.err
