"""Python told to leave out asserts and docstrings (PYTHONOPTIMIZE=2): every command does and says the same."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.makers.commands import files, speelveld

pytestmark = pytest.mark.long

QUICK = ("--zonder-voorbeelden", "--alleen", "opgavekaarten,printwijzer,speelbord", "--datum", "2026-12-03")
ALL = ("--profiel", "kantoor", "--profiel", "web", "--profiel", "drukker")
NAMES = ("maak", "controleer", "proefspeel", "kalibreer", "nieuw", "voorbeelden", "schema")
COMMANDS = {
    "help": ("--help",),
    **{
        f"help of {name}": (name, "--help")
        for name in ("maak", "controleer", "proefspeel", "kalibreer", "nieuw", "schema")
    },
    "maak": ("maak", "nieuw/casus.yaml", *QUICK, *ALL, "--uit", "kit"),
    "controleer": ("controleer", "nieuw/casus.yaml", *QUICK[1:]),
    "controleer a mistake": ("controleer", "fout.yaml"),
    "proefspeel": ("proefspeel", "zutphen-dementie", "--potjes", "20", "--datum", "2026-12-03", "--uit", "kit"),
    "kalibreer": ("kalibreer",),
    "nieuw": ("nieuw", "mijn-casus"),
    "schema": ("schema",),
    "voorbeelden": ("voorbeelden",),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_does_the_same(tmp_path: Path, command: str) -> None:
    seen = []
    for level in ("", "2"):
        folder = tmp_path / f"graad{level}"
        assert speelveld(tmp_path, "nieuw", f"{folder.name}/nieuw").status == 0
        (folder / "fout.yaml").write_text("titel: x\nwie: y\n", encoding="utf-8")
        environment = {"PYTHONOPTIMIZE": level, "SOURCE_DATE_EPOCH": "1700000000", "SPEELVELD_CONFIG": str(folder)}
        ended = speelveld(folder, *COMMANDS[command], env=environment)
        # It may name files by their whole path.
        seen.append((replace(ended, out=ended.out.replace(str(folder), "hier")), files(folder)))
    (usual, made), (without, made_without) = seen
    assert without == usual
    assert made_without == made
    assert usual.status == (3 if "mistake" in command else 0)
    assert re.search(r"[a-z]{3}", usual.out + usual.err)
