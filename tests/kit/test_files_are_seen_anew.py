"""A file that is replaced on its place is seen by the next kit of the same process; what was set stays as it is."""

import ast
import dataclasses
import inspect
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from speelveld.build.pipeline import build, load
from speelveld.build.writing import write as write_out
from speelveld.options import Options
from speelveld.resources import font_files
from speelveld.typeset import box, frame
from tests.kit.widefont import write_wide
from tests.makers.commands import Speelveld, files

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
STYLE = """
huisstijl:
  logo: {logo}
  logo_tekst: Ons logo
  lettertype: {{gewoon: letters.ttf, vet: letters.ttf}}
"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 20"><rect width="9" height="9" fill="{color}"/></svg>'
)


def png(path: Path, *, second: bool) -> None:
    Image.new("RGB", (60, 90) if second else (60, 20), "red" if second else "blue").save(path)


def svg(path: Path, *, second: bool) -> None:
    path.write_text(SVG.format(wide=10 if second else 60, color="#ff0000" if second else "#0000ff"), encoding="utf-8")


def letters(path: Path, *, second: bool) -> None:
    write_wide(font_files()["gewoon"], path, 1.0, 1.05 if second else 1.0)


@pytest.mark.parametrize(
    ("name", "write"),
    [("logo.png", png), ("logo.svg", svg), ("letters.ttf", letters)],
    ids=["a logo in pixels", "a logo in lines", "a font"],
)
def test_a_file_replaced_on_its_place_is_seen(
    speelveld: Speelveld, new_casus: Path, name: str, write: Callable[..., None]
) -> None:
    png(new_casus / "logo.png", second=False)
    letters(new_casus / "letters.ttf", second=False)
    write(new_casus / name, second=False)
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as casus:
        casus.write(STYLE.format(logo=name if name.startswith("logo") else "logo.png"))
    other = new_casus.parent / "elders" / new_casus.name
    shutil.copytree(new_casus, other)
    write(other / name, second=True)

    def kit(casus: Path) -> dict[str, bytes]:
        profiles = ("--profiel", "kantoor", "--profiel", "web", "--profiel", "drukker")
        chosen = ("--alleen", "casusblad,speelbord", "--zonder-voorbeelden", "--stil", "--datum", "2026-12-03")
        done = speelveld("maak", str(casus), *profiles, *chosen, "--uit", "kit")
        assert (done.status, done.err) == (0, "")
        return files(Path("kit"))

    before = kit(new_casus)
    write(new_casus / name, second=True)
    after = kit(new_casus)
    pdfs = {path for path in after if path.endswith(".pdf")}
    assert len(pdfs) == 7  # with the list of what to order
    assert all(after[path] != before[path] for path in pdfs)
    shutil.rmtree("kit")  # else that of another casus would be in the way
    elsewhere = kit(other)
    assert {path: elsewhere[path] for path in pdfs} == {path: after[path] for path in pdfs}


def test_a_layout_that_goes_while_a_kit_is_made_is_no_matter(new_casus: Path, tmp_path: Path) -> None:
    own = new_casus / "opgavekaart.xml.j2"
    shutil.copy(ROOT / "layouts" / "kaarten" / "opgavekaart.xml.j2", own)
    held = sha256(own.read_bytes()).hexdigest()
    options = Options(datetime(2026, 12, 3, tzinfo=UTC), previews=False, only=("opgavekaarten",))
    built = build(load(new_casus, new_casus.name), options, lambda _: None)
    own.unlink()
    (new_casus / "casus.yaml").unlink()
    write_out(built, tmp_path / "kit", options, lambda _: None)
    told = json.loads((tmp_path / "kit" / "kantoor" / "kit.json").read_bytes())
    assert {"bestand": own.name, "sha256": held} in told["layouts"]


def classes(module: object) -> Iterator[type]:
    for _, found in inspect.getmembers(module, inspect.isclass):
        if dataclasses.is_dataclass(found):
            yield found


def test_nothing_that_was_set_can_be_changed() -> None:
    found = {*classes(frame), *classes(box), *box.Box.__subclasses__()}
    assert {kind.__name__ for kind in found} >= {"Frame", "Group", "TextRun", "Shape", "Picture", "Tag", "Container"}
    assert [kind.__name__ for kind in found if not kind.__dataclass_params__.frozen] == []  # type: ignore[attr-defined]


def functions() -> Iterator[ast.FunctionDef]:
    for path in (ROOT / "src").rglob("*.py"):
        yield from (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef))


def test_nothing_is_remembered_by_the_path_of_a_file() -> None:
    kept = [one for one in functions() if any("cache" in ast.unparse(each) for each in one.decorator_list)]
    assert len(kept) > 10
    takes_a_file = [
        one.name
        for one in kept
        for argument in one.args.args
        if argument.annotation is not None and ast.unparse(argument.annotation) in ("Path", "pathlib.Path")
    ]
    # Paths of geometry are lines and curves.
    assert sorted(takes_a_file) == ["_moved", "_steps", "steps"]


@pytest.mark.parametrize("room", ["geometry", "typeset", "pages", "pdf", "profiles"])
def test_nothing_is_remembered_by_where_it_lies_in_memory(room: str) -> None:
    sources = list((ROOT / "src" / "speelveld" / room).rglob("*.py"))
    assert sources
    calls = [
        f"{path.name}:{node.lineno}"
        for path in sources
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "id"
    ]
    assert calls == []
