"""What is installed is told with its size, what no kit needs is an extra, and the lines to install give everything."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bundel.installed import PURPOSE, grouped, rows, size

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HANDLEIDING = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
LINES = r"(?m)^.*\bpip(?:x)? install .*$|^uvx .*$"


@pytest.fixture
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names(lines: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in lines}


def told() -> list[list[str]]:
    """Return the rows of the table in the README, without its head and its sum."""
    table = README.partition("| For | Packages | MB |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:-1]]


def test_the_table_has_every_package_that_is_installed_and_no_other(project: dict[str, Any]) -> None:
    asked = names(project["dependencies"]) | names(project["optional-dependencies"]["proefspeel"])
    assert {canonicalize_name(name) for group in PURPOSE.values() for name in group} == asked
    assert {what: packages.split(", ") for what, packages, _ in told()} == grouped()
    assert [row.rpartition("|")[0].count("|") for row in rows()] == [3] * (len(told()) + 3)


def test_the_sizes_are_of_the_order_that_is_told_and_add_up() -> None:
    for what, packages, megabytes in told():
        counted = sum(map(size, packages.split(", "))) / 1e6
        # Systems and releases differ; a package that doubles is worth a look.
        assert counted / 2 - 1 < int(megabytes) < counted * 2 + 1, what
    total = re.search(r"\| together \| \| (\d+) \|", README)
    assert total is not None
    assert abs(int(total[1]) - sum(int(row[2]) for row in told())) <= len(told()) / 2


def test_what_no_kit_needs_is_an_extra_and_one_name_asks_for_all(project: dict[str, Any]) -> None:
    extras = project["optional-dependencies"]
    assert "numpy" not in names(project["dependencies"])
    assert names(extras["proefspeel"]) == {"numpy"}
    (everything,) = map(Requirement, extras["alles"])
    # `snel` has no wheel for each system, and `test` is for who works on the program.
    assert everything.extras == extras.keys() - {"alles", "snel", "test"}


@pytest.mark.parametrize("text", [README, HANDLEIDING])
def test_the_lines_to_install_give_everything(text: str) -> None:
    blocks = "\n".join(re.findall(r"(?s)```\n(.*?)```", text))
    lines = re.findall(LINES, blocks)
    assert len(lines) >= 3
    # Double quotation marks: cmd and PowerShell of Windows take them, as every shell does.
    assert [line for line in lines if '".[alles]"' not in line] == []
    assert {line.split()[0] for line in lines} >= {"pipx", "uvx"}


def test_the_readme_and_the_handleiding_say_that_the_bundle_was_not_run_on_windows() -> None:
    assert "The bundle was not run on Windows" in README
    assert "nog niet uitgeprobeerd op Windows" in HANDLEIDING


def test_the_lines_for_the_menu_of_linux_put_the_entry_where_a_menu_looks(tmp_path: Path) -> None:
    lines = re.findall(r"(?m)^install .*$", HANDLEIDING)
    assert len(lines) == 2
    for line in lines:
        subprocess.run(["sh", "-c", line], cwd=ROOT, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}, check=True)
    # XDG Base Directory and Icon Theme Specification: where a user's own entries and pictures are.
    laid = {path.relative_to(tmp_path / ".local/share").as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert laid == {"applications/speelveld.desktop", "icons/hicolor/scalable/apps/speelveld.svg"}
