"""A PyYAML without libyaml reads the same files, and says the same about what is wrong with them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from speelveld.casus import load_casus
from speelveld.written import parser
from speelveld.written.loader import LOADER, PureLoader
from tests.casus.test_wrong_casussen import VALUES, YAML
from tests.written.wrongs import Wrong

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]

Said = Callable[[str | bytes], list[tuple[str, str | None]]]


@pytest.fixture
def pure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read YAML in pure Python."""
    monkeypatch.setattr(parser, "LOADER", PureLoader)


def test_the_tests_beside_this_one_use_libyaml() -> None:
    assert LOADER is yaml.CSafeLoader


@pytest.mark.usefixtures("pure")
@pytest.mark.parametrize("wrong", [*YAML, *VALUES], ids=lambda wrong: wrong.name)
def test_a_wrong_casus_is_explained_in_the_same_words(wrong: Wrong, base: str, said: Said) -> None:
    assert said(wrong.spoil(base)) == wrong.said


@pytest.mark.parametrize("casus", sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml")))
def test_every_value_of_a_casus_and_its_place_are_the_same(casus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ROOT / "decks" / casus / "casus.yaml"
    fast = load_casus(path, "casus.yaml")
    monkeypatch.setattr(parser, "LOADER", PureLoader)
    slow = load_casus(path, "casus.yaml")
    assert slow == fast
    assert [opgave.vraag.source for opgave in slow.opgaven] == [opgave.vraag.source for opgave in fast.opgaven]


@pytest.mark.usefixtures("pure")
@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Waar?", "Waar?"),
        ("Wat ? Waar?", "Wat ? Waar?"),
        ('"Waar\\u003F"', "Waar?"),
        ("Waar\t?", "Waar ?"),
    ],
)
def test_question_marks_and_tabs_are_read_between_braces(written: str, read: str, base: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(base.replace("vraag: Waar?", f"vraag: {written}"), encoding="utf-8")
    assert load_casus(path, "x.yaml").opgaven[1].vraag == read


def test_the_program_builds_without_it(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['yaml._yaml'] = None\n"  # as where PyYAML was built without libyaml
        "import yaml; assert not hasattr(yaml, 'CSafeLoader')\n"
        "from speelveld.cli import main\n"
        "main(['maak', 'nieuw', '--alleen', 'spelregels', '--zonder-voorbeelden', '--uit', 'kit'])"
    )
    casus = tmp_path / "nieuw"
    casus.mkdir()
    (casus / "casus.yaml").write_bytes((ROOT / "decks" / "nieuw" / "casus.yaml").read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "kit" / "kit.json").is_file()
