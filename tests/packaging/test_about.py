"""What the project says of itself in several files is the same in each: version, licence, address, release."""

import re
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

import speelveld
from speelveld.cli import main

ROOT = Path(__file__).resolve().parents[2]
# RFC 2606 keeps this top-level domain free, so an address in it leads nowhere and claims nothing.
NOWHERE = "https://speelveld.invalid/"


@pytest.fixture
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture
def publiccode() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))


@pytest.fixture
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def latest() -> tuple[str, str]:
    """Return the version on top of the changelog, and its day of release or 'unreleased'."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## (\S+) \((unreleased|\d{4}-\d\d-\d\d)\)$", text, re.MULTILINE)
    assert found is not None
    return found[1], found[2]


def test_the_version_has_one_source(project: dict[str, Any]) -> None:
    assert "version" in project["dynamic"]
    assert "version" not in project
    assert latest()[0] == speelveld.__version__


def test_a_version_and_a_day_are_told_to_catalogues_once_they_are_released(publiccode: dict[str, Any]) -> None:
    version, day = latest()
    told = publiccode.get("softwareVersion"), publiccode.get("releaseDate")
    assert told == ((None, None) if day == "unreleased" else (version, day))


def test_the_readme_says_whether_there_is_a_release(readme: str) -> None:
    version, day = latest()
    assert (f"{version} is not released yet" in readme) == (day == "unreleased")


def test_the_address_is_the_same_everywhere_or_nowhere(
    project: dict[str, Any], publiccode: dict[str, Any], readme: str
) -> None:
    address = speelveld.ADDRESS
    assert publiccode["url"] == (address or NOWHERE)
    assert list(project.get("urls", {}).values()) == ([address] if address else [])
    assert ("has no public home yet" in readme) == (not address)
    assert not address or address in readme


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "Geef hem door aan wie u het programma gaf,"),
        ("https://code.example/s", "Meld hem op https://code.example/s,"),
    ],
)
def test_a_fault_of_the_program_says_where_to_take_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("stuk")

    module = import_module("speelveld.cli.main")
    monkeypatch.setattr(module, "ADDRESS", address)
    monkeypatch.setattr(module.cli, "main", fail)
    with pytest.raises(SystemExit) as ended:
        main(["voorbeelden"])
    assert ended.value.code == 1
    assert f"Dit is een fout van het programma, niet van u. {said} met de regels hierboven." in capsys.readouterr().err


def test_licences_are_the_same_for_a_package_and_for_a_catalogue(
    project: dict[str, Any], publiccode: dict[str, Any]
) -> None:
    assert publiccode["legal"]["license"] == project["license"]


def test_a_catalogue_can_show_what_it_is(publiccode: dict[str, Any]) -> None:
    told = publiccode["description"]["nl"]
    # The bounds of the standard, for a page in a catalogue.
    assert len(told["shortDescription"]) <= 150
    assert 500 <= len(told["longDescription"]) <= 10_000


def test_no_file_gives_an_address_that_is_not_ours() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "publiccode.yml", "pyproject.toml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert re.findall(r"example\.(?:org|com|nl)", text) == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/handleiding.md"])
def test_the_oldest_python_is_the_same_everywhere(project: dict[str, Any], name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    oldest = re.findall(r"Python (\d\.\d+) (?:or newer|of nieuwer)", text)
    assert oldest
    assert {f">={version}" for version in oldest} == {project["requires-python"]}


def test_the_readme_names_wheels_of_what_the_program_depends_on(project: dict[str, Any], readme: str) -> None:
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["proefspeel"], *extras["snel"]]
    names = {re.split(r"[<>=]", requirement)[0].lower() for requirement in asked}
    table = readme.partition("| System | No wheel of |")[2].partition("\n\n")[0].lower()
    missing = {name for name in names if name in table}
    assert missing == {"uharfbuzz", "pyyaml", "rl_accel", "pikepdf", "numpy"}


def test_the_tools_that_tests_ask_of_a_system_are_installed_before_all_tests_are_run() -> None:
    installed = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    told = re.search(r"ask tools of your system \((.+?)\)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert told is not None
    package = {"poppler": "poppler-utils", "Java": "default-jdk-headless", "Chromium": "chromium"}
    assert {package.get(tool, tool) for tool in told[1].split(", ")} == set(
        re.findall(r"poppler-utils|qpdf|ghostscript|default-jdk-headless|chromium|desktop-file-utils", installed)
    )
