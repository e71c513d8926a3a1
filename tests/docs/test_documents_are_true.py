"""What the documents say is so: commands, options, files and links exist."""

import re
from pathlib import Path

import click
import pytest

from speelveld.cli.main import cli
from speelveld.errors import ExitCode

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    ROOT / name
    for name in (
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "docs/handleiding.md",
        "docs/opmaak.md",
        "docs/woordenlijst.md",
        "docs/keuzes.md",
        "docs/voorbeelden.md",
    )
]


def options_of(command: click.Command) -> set[str]:
    return {name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts} | {
        "--help",
        "-h",
    }


def test_the_documents_are_there() -> None:
    assert [path.name for path in DOCUMENTS if not path.is_file()] == []
    assert len(DOCUMENTS) == 8


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+?)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("http") and not (path.parent / link).exists()] == []


def test_every_command_in_the_handleiding_exists_with_its_options() -> None:
    lines = [
        line
        for line in (ROOT / "docs/handleiding.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("speelveld ")
    ]
    assert len(lines) >= 6
    for line in lines:
        words = line.split()
        command = cli.commands[words[1]]
        assert {word for word in words[2:] if word.startswith("--")} <= options_of(command), line


def test_every_option_of_maak_is_in_the_handleiding() -> None:
    text = (ROOT / "docs/handleiding.md").read_text(encoding="utf-8")
    hidden = {"--json", "--stil", "--help", "-h", "--layouts"}
    assert [option for option in sorted(options_of(cli.commands["maak"]) - hidden) if option not in text] == []


def test_the_handleiding_names_every_exit_status() -> None:
    last = (ROOT / "docs/handleiding.md").read_text(encoding="utf-8").rsplit("eindigt met een getal", 1)[1]
    assert {int(number) for number in re.findall(r"\d", last)} == {int(code) for code in ExitCode}


def test_the_documents_stand_on_their_own() -> None:
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        assert "../shared" not in text
        assert "/work" not in text
