"""Playing needs numpy, which an install for kits alone does not have: the message says what to type."""

import importlib.util
import json
import sys
from importlib.machinery import ModuleSpec

import pytest

from speelveld.cli import main
from speelveld.errors import UsageError
from speelveld.proefspeel import needed


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the packages that are said not to be installed; a test may add to them."""
    names = {"numpy"}

    def find(name: str) -> ModuleSpec | None:
        return None if name in names else importlib.util.find_spec(name)

    monkeypatch.setattr(needed, "find_spec", find)
    return names


def hint_of() -> str:
    with pytest.raises(UsageError) as caught:
        needed.refuse_without_numpy()
    (problem,) = caught.value.problems
    assert problem.hint is not None
    return problem.hint


@pytest.mark.usefixtures("absent")
def test_the_line_to_type_is_for_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/mijn map/bin/python")
    assert hint_of() == "typ: '/opt/mijn map/bin/python' -m pip install numpy"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", r"C:\mijn map\Scripts\python.exe")
    assert hint_of() == r'typ: "C:\mijn map\Scripts\python.exe" -m pip install numpy'


def test_who_has_uv_and_no_pip_is_told_to_use_that(absent: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    absent.add("pip")
    monkeypatch.setattr(sys, "executable", "/opt/python")
    assert hint_of() == "typ: uv pip install --python /opt/python numpy"


@pytest.mark.usefixtures("absent")
def test_the_command_says_so_before_it_does_anything(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["proefspeel", "zutphen-dementie"])
    assert ended.value.code == 2
    assert "het pakket numpy is niet geïnstalleerd" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["proefspeel", "zutphen-dementie", "--json"])
    assert ended.value.code == 2
    said = json.loads(capsys.readouterr().out)
    assert not said["goed"]
    assert "pip install numpy" in said["fouten"][0]["hint"]


def test_where_numpy_is_nothing_is_said() -> None:
    needed.refuse_without_numpy()
