"""The entry for the menu of a Linux desktop: what freedesktop.org asks of it, and that it starts the page."""

import configparser
import shlex
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "src" / "bundel" / "linux"


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(LINUX / "speelveld.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_has_what_a_menu_needs_and_its_picture_lies_beside_it(entry: configparser.SectionProxy) -> None:
    assert entry["Type"] == "Application"
    assert (LINUX / f"{entry['Icon']}.svg").is_file()
    assert ET.parse(LINUX / "speelveld.svg").getroot().get("viewBox") == "0 0 64 64"
    # "Additional categories" stand with a main one, and Office is one (Desktop Menu Specification).
    assert entry["Categories"] == "Office;"


# Who stands in for the program says where it is, and how it was called.
PROGRAM = '#!/bin/sh\necho "$PWD: $*"\nexit $STATUS\n'


@pytest.mark.skipif(not shutil.which("sh"), reason="there is no sh here")
@pytest.mark.parametrize(("status", "waits"), [(0, False), (2, True)])
def test_a_click_opens_the_page_and_the_window_stays_when_something_is_wrong(
    entry: configparser.SectionProxy, tmp_path: Path, status: int, waits: bool
) -> None:
    home = tmp_path / "home van mij"
    program = tmp_path / "bin" / "speelveld"
    for folder in (home, program.parent):
        folder.mkdir()
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    # A menu splits the line at spaces, and takes what is between double quotation marks as one word, as a shell does.
    assert not set(entry["Exec"]) & set("`$\\%")
    done = subprocess.run(
        shlex.split(entry["Exec"]),
        env={"HOME": str(home), "PATH": f"{program.parent}:/usr/bin:/bin", "STATUS": str(status)},
        input="\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[0] == f"{home / 'Speelveld'}: kijk"
    assert ("Druk op Enter" in done.stdout) == waits


def test_the_entry_is_valid_by_the_tool_of_freedesktop(tool: Callable[[str], str]) -> None:
    command = [tool("desktop-file-validate"), str(LINUX / "speelveld.desktop")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
