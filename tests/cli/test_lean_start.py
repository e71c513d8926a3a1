"""Who asks for something small does not wait for what something large needs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

# Which packages there are after a command, beside those of Python.
ASK = """
import json, sys
from speelveld.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code
tops = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
own = [name for name in sys.modules if name.startswith("speelveld.")]
print(json.dumps([sorted(tops), own]))
"""
START = {"click"}
CHECKING = START | {"jinja2", "lucide", "markupsafe", "pydantic", "pydantic_core", "uharfbuzz", "yaml"}
MAKING = CHECKING | {"reportlab", "PIL"}  # ReportLab reads Pillow itself
# What could be read, and is told apart here; of others, as what these packages read in turn, nothing is said.
HEAVY = MAKING | {"numpy", "pikepdf", "pypdfium2", "pyphen", "segno", "fontTools", "brotli", "lxml"}


def read_by(*command: str) -> tuple[set[str], list[str]]:
    """Return which heavy packages a command reads, and which modules of the program."""
    done = subprocess.run([sys.executable, "-c", ASK, *command], capture_output=True, text=True, check=True)
    tops, own = json.loads(done.stdout.splitlines()[-1])
    return HEAVY.intersection(tops), own


@pytest.mark.parametrize("command", ["--help", "--versie", "maak --help", "controleer --help"])
def test_help_reads_no_more_than_a_command_line(command: str) -> None:
    heavy, own = read_by(*command.split())
    assert heavy == START
    rooms = {name.split(".")[1] for name in own}
    assert rooms.isdisjoint({"build", "casus", "deck", "markup", "pdf", "taal", "typeset"})


def test_checking_reads_nothing_that_draws() -> None:
    heavy, own = read_by("controleer", "zutphen-dementie", "--alleen", "rolkaarten")
    assert heavy == CHECKING
    drawing = ("speelveld.pdf", "speelveld.output.previews", "speelveld.proefspeel")
    assert not [name for name in own if name.startswith(drawing)]


def test_a_kit_without_pictures_reads_what_makes_pdf_and_no_more(tmp_path: Path) -> None:
    heavy, _ = read_by(
        "maak", "zutphen-dementie", "--alleen", "rolkaarten", "--zonder-voorbeelden", "--uit", str(tmp_path)
    )
    assert heavy == MAKING


def test_a_print_shop_gets_what_it_waits_for(tmp_path: Path) -> None:
    options = ("--profiel", "drukker", "--alleen", "rolkaarten", "--zonder-voorbeelden", "--uit", str(tmp_path))
    heavy, _ = read_by("maak", "zutphen-dementie", *options)
    assert heavy == MAKING | {"pikepdf"}
