"""A bundled layout comes with what Jinja makes of it; what is shipped for another text is never used."""

import os
from pathlib import Path
from typing import Any

import pytest

from speelveld import resources
from speelveld.errors import KitError
from speelveld.markup import Layouts
from speelveld.markup.environment import LayoutEnvironment
from speelveld.markup.inline import plain
from speelveld.markup.shipping import write_compiled
from speelveld.woorden import Woord, Wording

TITLE = '<card w="95mm" h="134mm" title="{}">\n<text>{{{{ naam }}}}</text>\n</card>'


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """Return a folder of bundled layouts with one card in it."""
    folder = tmp_path / "layouts"
    (folder / "kaarten").mkdir(parents=True)
    (folder / "kaarten" / "kaart.xml.j2").write_text(TITLE.format("een"), encoding="utf-8")
    return folder


@pytest.fixture
def shipped(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of what is shipped for these layouts; the program looks there."""
    folder = bundled.parent / "compiled"
    write_compiled(bundled, folder)
    monkeypatch.setattr(resources, "compiled_layouts", lambda: folder)
    return folder


@pytest.fixture
def compiled(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of layouts that had to be compiled since all was shipped, as that happens."""
    del shipped
    names: list[str] = []
    usual = LayoutEnvironment.compile

    def noted(self: LayoutEnvironment, source: Any, name: Any = None, *others: Any, **more: Any) -> Any:
        names.append(str(name))
        return usual(self, source, name, *others, **more)

    monkeypatch.setattr(LayoutEnvironment, "compile", noted)
    return names


def title(folders: list[Path], bundled: Path, name: str = "kaart.xml.j2") -> str:
    return Layouts(folders, bundled).render(name, {"naam": "x"}).attributes["title"]


@pytest.mark.parametrize(
    ("asked", "usual", "swapped"),
    [("'rol'|woord", "rol", "personage"), ("'die'|bij('rol')", "die", "dat"), ("'rol'|letter", "R", "P")],
)
def test_what_is_shipped_says_the_words_of_each_casus(
    bundled: Path, shipped: Path, compiled: list[str], asked: str, usual: str, swapped: str
) -> None:
    path = bundled / "kaarten" / "kaart.xml.j2"
    path.write_text(TITLE.format(f"{{{{ {asked} }}}}"), encoding="utf-8")
    write_compiled(bundled, shipped)
    compiled.clear()
    personage = Woord("personage", "het", "personages", "personage")
    for wording, said in ((Wording({}), usual), (Wording({"rol": personage}), swapped)):
        node = Layouts([], bundled, wording).render("kaart.xml.j2", {"naam": "x"})
        assert plain(node.attributes["title"]) == said
    assert compiled == []


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("name", ["kaart.xml.j2", "standaard/kaart.xml.j2", "kaarten/kaart.xml.j2"])
def test_a_bundled_layout_is_not_compiled_by_any_of_its_names(bundled: Path, compiled: list[str], name: str) -> None:
    assert title([], bundled, name) == "een"
    assert compiled == []


@pytest.mark.usefixtures("shipped")
def test_a_layout_of_an_author_is_compiled_each_time(bundled: Path, tmp_path: Path, compiled: list[str]) -> None:
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "kaart.xml.j2").write_text(TITLE.format("eigen"), encoding="utf-8")
    assert [title([own], bundled), title([own], bundled)] == ["eigen", "eigen"]
    assert compiled == ["kaart.xml.j2", "kaart.xml.j2"]


@pytest.mark.usefixtures("shipped")
def test_a_bundled_layout_changed_within_the_second_shows_its_new_text(bundled: Path) -> None:
    path = bundled / "kaarten" / "kaart.xml.j2"
    assert title([], bundled) == "een"
    before = path.stat()
    path.write_text(TITLE.format("nul"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert title([], bundled) == "nul"


def test_without_what_is_shipped_all_is_as_it_was(
    bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "compiled_layouts", lambda: tmp_path / "nergens")
    assert title([], bundled) == "een"


@pytest.mark.usefixtures("shipped")
def test_a_mistake_has_its_file_and_line_in_what_is_shipped_too(bundled: Path, compiled: list[str]) -> None:
    with pytest.raises(KitError) as caught:
        Layouts([], bundled).render("kaart.xml.j2", {})
    (problem,) = caught.value.problems
    assert str(problem.source) == f"{bundled / 'kaarten' / 'kaart.xml.j2'}:2"
    assert "'naam' bestaat hier niet" in problem.message
    assert compiled == []


def test_each_bundled_layout_is_shipped_for_itself_whatever_was_read_before_it(tmp_path: Path) -> None:
    layouts = resources.bundled("layouts")
    first = {path.name for path in write_compiled(layouts, tmp_path / "een")}
    assert len(first) == len(list(layouts.glob("*/*.j2"))) > 60
    assert {path.name for path in write_compiled(layouts, tmp_path / "een")} == first
