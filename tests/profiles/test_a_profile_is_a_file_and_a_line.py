"""A profile that is not bundled takes a file of its own and its line among the profiles, and is then everywhere."""

import ast
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from speelveld.profiles import PROFILES
from tests.makers.commands import ROOT, Outcome, files
from tests.makers.commands import speelveld as run
from tests.makers.programs import copied, replaced

pytestmark = pytest.mark.slow

SRC = ROOT / "src" / "speelveld"
SCHERM = '''
"""The profile for a screen in the room: each card a page of its own, and nothing that is paper."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from speelveld.deck import Kit, Onderdeel
from speelveld.pages import Print, single_pages
from speelveld.profiles.profile import Flag, Profile
from speelveld.profiles.work import Work


class Scherm(Profile):
    name = "scherm"
    help = "een scherm in de zaal"
    flag = Flag("--zaal", "NAAM", "In welke zaal het scherm hangt.")

    def __init__(self, room: str) -> None:
        self._room = room

    @classmethod
    def asked(cls, text: str | None, folders: Sequence[Path]) -> Self:
        return cls(text or "de zaal")

    @property
    def data(self) -> Mapping[str, Any]:
        return {"scherm": self._room}

    def takes(self, kit: Kit, onderdeel: Onderdeel) -> bool:
        return onderdeel.naam.endswith("kaarten")

    def prints(self, work: Work) -> list[Print]:
        return [
            Print(naam, onderdeel.titel, f"{naam}.pdf", "", "", False, False, (single_pages(onderdeel),))
            for naam, onderdeel in work.onderdelen.items()
        ]

    def facts(self) -> dict[str, Any]:
        return {"scherm": {"zaal": self._room}}

    def inspected(self, print_: Print, pdf: bytes) -> dict[str, Any]:
        return {"beelden": len(print_.pages)}

    def before(self, prints: Sequence[Print], *, several: bool = False) -> list[str]:
        return [f"Voor het scherm in {self._room}: {len(prints)} bestand."]

    def amount(self, print_: Print) -> tuple[str, str]:
        return f"{len(print_.pages)} beelden", f"voor {self._room}"

    def after(self, entries: Sequence[Any], *, several: bool = False) -> list[str]:
        return [f"Samen {sum(entry['beelden'] for entry in entries)} beelden."]

    def advice(self) -> list[str]:
        return ["Zet het scherm aan."]
'''


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the code of a program that has the profile 'scherm', placed before that for the web."""
    code = copied(tmp_path_factory.mktemp("programma"))
    (code / "profiles" / "scherm.py").write_text(SCHERM.lstrip(), encoding="utf-8")
    front = code / "profiles" / "__init__.py"
    replaced(front, "import drukker, kantoor, web", "import drukker, kantoor, scherm, web")
    replaced(front, '    "web": web.Web,', '    "scherm": scherm.Scherm,\n    "web": web.Web,')
    return code


def maak(program: Path, casus: Path, *arguments: str, command: str = "maak") -> Outcome:
    environment = {"PYTHONPATH": str(program.parent), "SOURCE_DATE_EPOCH": "1700000000"}
    names = (command, str(casus), *arguments) if command != "help" else ("maak", "--help")
    return run(casus.parent, *names, env=environment)


def test_nothing_but_its_file_and_the_front_of_the_room_differs(program: Path) -> None:
    now, before = files(program), files(SRC)
    changed = {name for name in now if now[name] != before.get(name) and "__pycache__" not in name}
    assert changed == {"profiles/scherm.py", "profiles/__init__.py"}


def test_help_offers_it_with_what_it_is_and_its_own_flag(program: Path, new_casus: Path) -> None:
    said = " ".join(maak(program, new_casus, command="help").out.split())
    assert "--profiel [kantoor|drukker|scherm|web]" in said
    assert "drukker (een drukkerij), scherm (een scherm in de zaal) of web (website en schermlezer)" in said
    assert "--zaal NAAM In welke zaal het scherm hangt." in said


def test_it_is_made_written_down_pictured_and_reported(program: Path, new_casus: Path) -> None:
    shown = maak(program, new_casus, "--alleen", "opgavekaarten,spelregels", "--profiel", "scherm", "--uit", "kit")
    assert (shown.status, shown.err) == (0, "")
    made = files(new_casus.parent / "kit")
    manifest = json.loads(made["scherm/kit.json"])
    assert manifest["scherm"] == {"zaal": "de zaal"}
    entry = manifest["bestanden"][0]
    with pikepdf.open(BytesIO(made["scherm/opgavekaarten.pdf"])) as pdf:
        pages = len(pdf.pages)
    assert (entry["bestand"], manifest["profiel"], entry["beelden"]) == ("opgavekaarten.pdf", "scherm", pages)
    pictures = {f"voorbeelden/scherm/opgavekaarten-{number:02d}.png" for number in range(1, pages + 1)}
    assert set(made) == {"kit.json", "overzicht.png", "scherm/kit.json", "scherm/opgavekaarten.pdf", *pictures}
    lines = shown.out.splitlines()
    assert lines[0] == "Voor het scherm in de zaal: 1 bestand."
    assert f"  scherm/opgavekaarten.pdf   {pages} beelden   voor de zaal" in lines
    assert [line for line in lines if line][-2:] == [f"Samen {pages} beelden.", "Zet het scherm aan."]


def test_its_flag_asks_for_it_beside_what_else_was_asked(program: Path, new_casus: Path) -> None:
    chosen = ("--alleen", "opgavekaarten", "--zonder-voorbeelden", "--uit", "kit", "--zaal", "de kantine")
    assert "Voor het scherm in de kantine: 1 bestand." in maak(program, new_casus, *chosen).out
    assert sorted(files(new_casus.parent / "kit")) == ["kit.json", "scherm/kit.json", "scherm/opgavekaarten.pdf"]
    both = maak(program, new_casus, *chosen, "--profiel", "kantoor")
    made = ["kantoor/1-kaarten-a4.pdf", "kantoor/kit.json", "kit.json", "scherm/kit.json", "scherm/opgavekaarten.pdf"]
    assert sorted(files(new_casus.parent / "kit")) == made
    assert both.out.index("Print vanuit een PDF-lezer") < both.out.index("Zet het scherm aan.")


def test_controleer_reads_layouts_as_it_sets_them(program: Path, new_casus: Path) -> None:
    layout = '<card w="95mm" h="134mm" title="x">{{ 1 / 0 if scherm is defined }}</card>'
    (new_casus / "opgavekaart.xml.j2").write_text(layout, encoding="utf-8")
    chosen = ("--alleen", "opgavekaarten")
    assert maak(program, new_casus, *chosen, command="controleer").status == 0
    refused = maak(program, new_casus, *chosen, "--profiel", "scherm", command="controleer")
    assert (refused.status, "opgavekaart.xml.j2:1: de layout deelt hier door nul" in refused.err) == (4, True)


def test_the_name_of_a_profile_stands_in_its_own_room_and_among_the_profiles() -> None:
    found = {
        (word, path.relative_to(SRC).as_posix())
        for path in SRC.rglob("*.py")
        for word in _words(path)
        if word in PROFILES
    }
    homes = {name: {"profiles/__init__.py", *_room(name)} for name in PROFILES}
    assert {word for word, _ in found} == set(PROFILES), "it must see the names where they do stand"
    assert {(word, place) for word, place in found if place not in homes[word]} == set()


def _words(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _room(name: str) -> set[str]:
    room = SRC / "profiles" / name
    return {path.relative_to(SRC).as_posix() for path in (*room.glob("*.py"), room.with_suffix(".py"))}
