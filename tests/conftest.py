"""What all tests share: system tools that skip visibly on a laptop and fail in CI, and a folder with a casus."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from tests.makers.commands import Speelveld, in_a_folder_of_its_own
from tests.makers.compiled import keep_compiled
from tests.makers.kept import keep_set, nothing_kept
from tests.makers.kits import CASUSSEN, USUAL
from tests.makers.once import FOLDER

ROOT = Path(__file__).resolve().parents[1]
BEYOND = frozenset(CASUSSEN) - frozenset(USUAL)
REQUIRED = os.environ.get("SPEELVELD_TOOLS") == "required"

# A busy machine is no failure; the same examples every time, so that what passed here passes there.
settings.register_profile("speelveld", deadline=None, derandomize=True, database=None)
settings.load_profile("speelveld")


def pytest_configure(config: pytest.Config) -> None:
    """Give all processes of this run one folder for what is made once; it goes when the run ends."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        folder = TemporaryDirectory(prefix="speelveld-tests-")
        os.environ[FOLDER] = folder.name
        config.add_cleanup(folder.cleanup)
    # What was made before this run must not hide what is made wrongly now.
    os.environ["SPEELVELD_CACHE"] = os.environ[FOLDER]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Call long what is slow and beyond the usual casussen; begin with what is slow, so that gaps are filled."""
    for item in items:
        if item.get_closest_marker("slow") and BEYOND.intersection(_asked(item)):
            item.add_marker(pytest.mark.long)
    items.sort(key=lambda item: not (item.get_closest_marker("slow") or item.get_closest_marker("long")))


def _asked(item: pytest.Item) -> Iterator[str]:
    """Yield each text that a test was given by a parameter."""
    if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
        yield from (value for value in item.callspec.params.values() if isinstance(value, str))


@pytest.fixture(scope="session", autouse=True)
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compile no layout twice, and set nothing twice; who asks what that takes does so in a process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        keep_compiled(patch, tmp_path_factory.mktemp("layouts"))
        keep_set(patch)
        yield


@pytest.fixture
def set_each_time() -> Iterator[None]:
    """Set everything anew, also what another test had set."""
    with nothing_kept():
        yield


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """Return the path of a system tool; without it the test is skipped, or fails where tools are required."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None and REQUIRED:
            pytest.fail(f"{name} is required here and not installed")
        if path is None:
            pytest.skip(f"{name} is not installed")
        return path

    return find


@pytest.fixture
def new_casus(tmp_path: Path) -> Path:
    """Return a folder of its own with the casus that `speelveld nieuw` hands out."""
    folder = tmp_path / "mijn-casus"
    folder.mkdir()
    shutil.copy(ROOT / "decks" / "nieuw" / "casus.yaml", folder)
    return folder


@pytest.fixture
def speelveld(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Speelveld:
    """Run a command in a folder of its own, `tmp_path/hier`, with settings of its own, `tmp_path/instellingen`."""
    return in_a_folder_of_its_own(tmp_path, monkeypatch, capsys)
