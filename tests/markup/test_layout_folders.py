"""Which file a name of a layout means: an author's own, flat or in folders of kinds, or the bundled one."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from speelveld.errors import KitError
from speelveld.markup.folders import LayoutFolders
from speelveld.resources import bundled

LAYOUTS = bundled("layouts")
BUNDLED = sorted(path.relative_to(LAYOUTS).as_posix() for path in LAYOUTS.rglob("*.j2"))

Own = Callable[..., Path]


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """Return what makes a folder of an author with the files that are named."""

    def make(*names: str, folder: str = "layouts") -> Path:
        for name in names:
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name, encoding="utf-8")
        return tmp_path / folder

    return make


def found(name: str, *folders: Path) -> str | None:
    """Return which file a name means, from the folder it is in; a bundled one begins with 'standaard/'."""
    path = LayoutFolders(folders, LAYOUTS).find(name)
    if path is None:
        return None
    if path.is_relative_to(LAYOUTS):
        return f"standaard/{path.relative_to(LAYOUTS).as_posix()}"
    return next(path.relative_to(folder).as_posix() for folder in folders if path.is_relative_to(folder))


def test_bundled_layouts_stand_in_folders_and_none_has_the_name_of_another() -> None:
    assert len(BUNDLED) >= 55
    assert {name.count("/") for name in BUNDLED} == {1}
    names = [name.rpartition("/")[2].casefold() for name in BUNDLED]
    assert sorted(set(names)) == sorted(names)


def test_a_layout_stands_in_the_folder_of_the_file_it_is_printed_in() -> None:
    kit = yaml.safe_load((LAYOUTS / "kit.yaml").read_text(encoding="utf-8"))
    assert len(kit["onderdelen"]) >= 30
    for onderdeel in kit["onderdelen"]:
        job = onderdeel["opdracht"]
        folder = "bord" if job == ["bord-delen", "bord-heel"] else job
        for side in ("layout", "achter", "leeg"):
            assert side not in onderdeel or f"{folder}/{onderdeel[side]}" in BUNDLED


@pytest.mark.parametrize("path", BUNDLED)
def test_a_bundled_layout_has_the_name_it_always_had_and_one_with_its_folder(path: str) -> None:
    name = path.rpartition("/")[2]
    for asked in (name, f"standaard/{name}", path, f"standaard/{path}"):
        assert found(asked) == f"standaard/{path}"


@pytest.mark.parametrize("mine", ["rolkaart.xml.j2", "kaarten/rolkaart.xml.j2"])
def test_a_layout_of_an_author_replaces_the_bundled_one_flat_or_in_the_same_folder(own: Own, mine: str) -> None:
    folder = own(mine)
    assert found("rolkaart.xml.j2", folder) == mine
    assert found("standaard/rolkaart.xml.j2", folder) == "standaard/kaarten/rolkaart.xml.j2"


def test_a_layout_in_the_folder_itself_goes_before_one_in_a_folder_of_a_kind(own: Own) -> None:
    folder = own("rolkaart.xml.j2", "kaarten/rolkaart.xml.j2")
    assert found("rolkaart.xml.j2", folder) == "rolkaart.xml.j2"
    assert found("kaarten/rolkaart.xml.j2", folder) == "kaarten/rolkaart.xml.j2"


def test_a_layout_in_another_folder_than_the_bundled_one_is_asked_for_by_its_folder(own: Own) -> None:
    folder = own("bladen/rolkaart.xml.j2", "oud/spelregels.xml.j2")
    assert found("rolkaart.xml.j2", folder) == "standaard/kaarten/rolkaart.xml.j2"
    assert found("bladen/rolkaart.xml.j2", folder) == "bladen/rolkaart.xml.j2"
    assert found("spelregels.xml.j2", folder) == "standaard/papieren/spelregels.xml.j2"
    assert found("oud/spelregels.xml.j2", folder) == "oud/spelregels.xml.j2"


def test_a_new_layout_is_found_in_every_folder_of_a_kind(own: Own) -> None:
    folder = own("kaarten/vraagkaart.xml.j2", "spelleider/bedankbrief.xml.j2", "eigen/los.xml.j2")
    assert found("vraagkaart.xml.j2", folder) == "kaarten/vraagkaart.xml.j2"
    assert found("bedankbrief.xml.j2", folder) == "spelleider/bedankbrief.xml.j2"
    assert found("los.xml.j2", folder) is None


def test_two_new_layouts_of_one_name_are_named_and_not_chosen_from(own: Own) -> None:
    folder = own("kaarten/brief.xml.j2", "papieren/brief.xml.j2")
    with pytest.raises(KitError) as caught:
        found("brief.xml.j2", folder)
    (problem,) = caught.value.problems
    assert problem.message == (
        "er is meer dan één layout 'brief.xml.j2': 'kaarten/brief.xml.j2' en 'papieren/brief.xml.j2'"
    )
    assert problem.source is not None
    assert problem.source.name == str(folder)
    assert found("papieren/brief.xml.j2", folder) == "papieren/brief.xml.j2"


def test_the_first_folder_counts_however_it_is_ordered(own: Own) -> None:
    first, second = own("kaarten/rolkaart.xml.j2", folder="een"), own("rolkaart.xml.j2", folder="twee")
    assert found("rolkaart.xml.j2", first, second) == "kaarten/rolkaart.xml.j2"
    assert found("rolkaart.xml.j2", second, first) == "rolkaart.xml.j2"


def test_a_folder_of_a_kind_that_leads_elsewhere_is_not_followed(own: Own) -> None:
    folder, away = own("los.xml.j2"), own("rolkaart.xml.j2", folder="elders")
    (folder / "kaarten").symlink_to(away, target_is_directory=True)
    assert found("rolkaart.xml.j2", folder) == "standaard/kaarten/rolkaart.xml.j2"


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("rolkart.xml.j2", "bedoelt u 'rolkaart.xml.j2'?"),
        ("standaard/casusbladd.xml.j2", "bedoelt u 'standaard/casusblad.xml.j2'?"),
        ("vraagkart.xml.j2", "bedoelt u 'vraagkaart.xml.j2'?"),
        ("qqqqqqqqqq", None),
    ],
)
def test_a_name_that_is_not_there_gets_the_one_that_looks_most_like_it(own: Own, wrong: str, hint: str | None) -> None:
    folders = LayoutFolders([own("kaarten/vraagkaart.xml.j2")], LAYOUTS)
    assert folders.find(wrong) is None
    assert folders.meant(wrong) == hint
