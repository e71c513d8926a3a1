"""What somebody installs: the wheel has all that the program reads, and prints what a checkout prints."""

import os
import re
import subprocess
import sys
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

from speelveld import __version__
from speelveld.markup.shipping import write_compiled

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
MAKE = ("maak", "zutphen-dementie", "--alleen", "rolkaarten,casusblad", "--datum", "2026-11-29", "--stil")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """Return the wheel, built as `pip install` builds it."""
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return ZipFile(path)


@pytest.fixture(scope="module")
def metadata(wheel: ZipFile) -> Message:
    """Return what the wheel says of itself."""
    return message_from_bytes(wheel.read(f"speelveld-{__version__}.dist-info/METADATA"))


def below(folder: str) -> set[str]:
    """Return the files of a folder of the checkout that belong to the project."""
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def shipped(wheel: ZipFile, folder: str) -> set[str]:
    """Return the files of a folder of the wheel."""
    return {name.removeprefix(folder) for name in wheel.namelist() if name.startswith(folder)}


@pytest.mark.parametrize(("folder", "least"), [("layouts", 55), ("decks", 14)])
def test_the_wheel_has_every_layout_and_deck(wheel: ZipFile, folder: str, least: int) -> None:
    there = below(folder)
    assert len(there) >= least
    assert shipped(wheel, f"speelveld/_data/{folder}/") == there


def test_the_wheel_has_the_whole_program_and_says_that_it_is_typed(wheel: ZipFile) -> None:
    program = {name for name in shipped(wheel, "speelveld/") if not name.startswith("_data/")}
    assert program == below("src/speelveld")
    assert "py.typed" in program


def test_the_wheel_has_nothing_else(wheel: ZipFile) -> None:
    assert {name.partition("/")[0] for name in wheel.namelist()} == {"speelveld", f"speelveld-{__version__}.dist-info"}


def test_the_wheel_has_the_manual_as_pages_that_need_nothing_else(wheel: ZipFile) -> None:
    pages = {name: wheel.read(f"speelveld/_data/docs/{name}.html").decode() for name in ("handleiding", "opmaak")}
    assert shipped(wheel, "speelveld/_data/docs/") == {f"{name}.html" for name in pages}
    for name, page in pages.items():
        text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        outside_code = re.sub(r"(?s)```.*?```", "", text)
        heads = re.findall(r"(?m)^#{1,4} ", outside_code)
        assert len(re.findall(r"<h[1-4] id=", page)) == len(heads) > 10
        assert page.count("<table>") == len(re.findall(r"(?m)^\|[ :|-]+\|$", outside_code)) > 0
        assert '<html lang="nl">' in page
        assert not re.search(r"""(?:src|srcset)=["'](?!data:)|<script|<link|@import|url\(""", page)
        # Every link leads on: to a heading of this page or the other, or to the web.
        for link in re.findall(r'href="([^"]+)"', page):
            file, _, place = link.partition("#")
            if not link.startswith("https://"):
                there = pages[file.removesuffix(".html") if file else name]
                assert not place or f'id="{place}"' in there, link
    assert "data:image/png;base64," in pages["handleiding"]


def test_an_installed_program_opens_its_own_manual(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    said = subprocess.run(
        [sys.executable, "-m", "speelveld", "handleiding", "--pad"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(said.stdout.strip()) == tmp_path / "speelveld" / "_data" / "docs" / "handleiding.html"


def test_the_licences_are_in_the_wheel(wheel: ZipFile, metadata: Message) -> None:
    named = metadata.get_all("License-File") or []
    assert sorted(named) == ["LICENSE", "decks/LICENSE", "layouts/LICENSE"]
    folder = f"speelveld-{__version__}.dist-info/licenses/"
    assert shipped(wheel, folder) == set(named)


# Stands in for the program: it fails where a layout has to be compiled.
UNCOMPILED = """
from speelveld.markup.environment import LayoutEnvironment
def compile(self, source, name=None, filename=None, *others):
    raise SystemExit(f"compiled: {name}")
LayoutEnvironment.compile = compile
from speelveld.cli import main
main()
"""


def test_an_installed_program_compiles_no_layout(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    profiles = ("--profiel", "kantoor", "--profiel", "web", "--profiel", "drukker", "--grootletter")
    subprocess.run(
        [sys.executable, "-c", UNCOMPILED, "controleer", "zutphen-dementie", *profiles],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        check=True,
    )


def test_what_the_wheel_has_of_the_layouts_is_of_these_layouts(wheel: ZipFile, tmp_path: Path) -> None:
    current = {path.name for path in write_compiled(ROOT / "layouts", tmp_path)}
    assert shipped(wheel, "speelveld/_data/compiled/") == current
    assert len(current) >= 60


@pytest.mark.slow
def test_an_installed_program_prints_what_a_checkout_prints(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    made = []
    for name, program in (("wheel", tmp_path / "site"), ("checkout", ROOT / "src")):
        here = tmp_path / name
        here.mkdir()
        subprocess.run(
            [sys.executable, "-m", "speelveld", *MAKE, "--uit", "kit"],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(program)},
            check=True,
        )
        made.append({path.name: path.read_bytes() for path in (here / "kit").rglob("*") if path.is_file()})
    assert len(made[0]) >= 4
    assert made[0] == made[1]
