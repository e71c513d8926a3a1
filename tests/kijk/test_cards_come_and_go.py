"""Cards, figures and steps come, go and move in the casus as a person would write that, and all of it can be undone."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from speelveld.build.pipeline import build, load
from speelveld.casus.schema import json_schema
from speelveld.kijk.arranging import Arranged, Arranger
from speelveld.kijk.beginnings import BEGINNINGS
from speelveld.kijk.casusfile import CasusFile, ClashError, RefusedError
from speelveld.kijk.journal import Journal
from speelveld.options import Options

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 12, 3)
LISTS = [".".join(keys) for keys in BEGINNINGS]


@pytest.fixture(params=["nieuw", "zutphen-dementie"])
def casus(request: pytest.FixtureRequest, tmp_path: Path) -> CasusFile:
    folder = tmp_path / "casus"
    shutil.copytree(ROOT / "decks" / request.param, folder)
    file = CasusFile(folder / "casus.yaml", Journal(tmp_path / "journaal.json"))
    file.read_again()
    return file


@pytest.fixture
def arranger() -> Arranger:
    return Arranger(list(json_schema()["properties"]), lambda: TODAY)


def held(casus: CasusFile) -> Any:
    return yaml.load(casus.path.read_text(encoding="utf-8"), yaml.BaseLoader)


def at(whole: Any, path: str) -> Any:
    for key in path.split("."):
        whole = whole[key]
    return whole


def seen(casus: CasusFile, place: str) -> dict[str, str]:
    return {
        path: text
        for path, text in casus.values.items()
        if path.startswith((f"{place}.", f"{place}[")) or path == place
    }


@pytest.mark.parametrize("path", LISTS)
def test_each_kind_of_item_can_be_added_and_then_the_kit_is_made(
    casus: CasusFile, arranger: Arranger, path: str
) -> None:
    before = casus.path.read_bytes()
    whole = held(casus)
    there = at(whole, path) if path.partition(".")[0] in whole else []
    casus.rearrange(path, "Erbij", arranger.added(path, 0))
    assert at(held(casus), path)[1:] == there
    assert casus.path.read_text(encoding="utf-8").count("#") == before.decode().count("#"), "comments stay"
    options = Options(datetime(2026, 12, 3, tzinfo=UTC), only=("casusblad",), previews=False)
    built = build(load(casus.path, "casus.yaml"), options, lambda _: None)
    assert built.prints
    casus.step(-1)
    assert casus.path.read_bytes() == before
    casus.step(1)
    assert len(at(held(casus), path)) == len(there) + 1


def test_a_new_key_stands_where_the_template_has_its_example(tmp_path: Path, arranger: Arranger) -> None:
    path = tmp_path / "casus.yaml"
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    casus = CasusFile(path, Journal(None))
    casus.read_again()
    casus.rearrange("rollen", "Erbij", arranger.added("rollen", 0))
    casus.rearrange("huisstijl.kleur", "Kleur", arranger.put("huisstijl.kleur", "#005ca9", None))
    casus.rearrange("bijeenkomst.datum", "Datum", arranger.put("spel.geld", "15", None))
    made = path.read_text(encoding="utf-8")
    assert "\nrollen:\n  - naam: Nieuwe rol\n    groep: inwoners\n" in made
    assert made.index("\n# Eigen rollen.") < made.index("\nrollen:") < made.index("\n#rollen:")
    assert '\nhuisstijl:\n  kleur: "#005ca9"\n#huisstijl:\n' in made
    assert '\n  fiche: "€ 5.000"\n  geld: 15\n#  geld: 15\n' in made


def test_the_last_item_takes_its_key_along(tmp_path: Path, arranger: Arranger) -> None:
    path = tmp_path / "casus.yaml"
    path.write_text("titel: A\nopgaven:\n  - titel: B\nrollen:\n  - naam: C\n", encoding="utf-8")
    casus = CasusFile(path, Journal(None))
    casus.read_again()
    casus.rearrange("rollen", "Weg", arranger.removed("rollen", 0, {"rollen[0].naam": "C"}))
    assert path.read_text(encoding="utf-8") == "titel: A\nopgaven:\n  - titel: B\n"
    with pytest.raises(RefusedError, match="Eén opgave blijft er altijd"):
        casus.rearrange("opgaven", "Weg", arranger.removed("opgaven", 0, {"opgaven[0].titel": "B"}))


def test_a_copy_stands_behind_its_example_and_has_no_id_of_its_own(casus: CasusFile, arranger: Arranger) -> None:
    before = held(casus)["opgaven"]
    casus.rearrange("opgaven", "Kopie", arranger.copied("opgaven", 1, seen(casus, "opgaven[1]")))
    after = held(casus)["opgaven"]
    assert [*after[:2], *after[3:]] == before
    copy = {key: value for key, value in before[1].items() if key != "id"}
    assert after[2] == {**copy, "titel": f"{copy['titel']} (kopie)"}


def test_an_item_moves_with_its_comments(casus: CasusFile, arranger: Arranger) -> None:
    before = held(casus)["opgaven"]
    text = casus.path.read_text(encoding="utf-8")
    last = len(before) - 1
    casus.rearrange("opgaven", "Verplaatst", arranger.moved("opgaven", last, 0, seen(casus, f"opgaven[{last}]")))
    assert held(casus)["opgaven"] == [before[-1], *before[:-1]]
    assert sorted(casus.path.read_text(encoding="utf-8").splitlines()) == sorted(text.splitlines())


@pytest.mark.parametrize(
    "change",
    [
        lambda arranger, was: arranger.removed("opgaven", 0, was),
        lambda arranger, was: arranger.moved("opgaven", 0, 1, was),
        lambda arranger, was: arranger.copied("opgaven", 0, was),
    ],
)
def test_what_another_window_changed_is_asked_first(
    casus: CasusFile, arranger: Arranger, change: Callable[[Arranger, dict[str, str]], Arranged]
) -> None:
    was = seen(casus, "opgaven[0]")
    casus.save("opgaven[0].titel", "Heel anders", was["opgaven[0].titel"], "Titel")
    data = casus.path.read_bytes()
    with pytest.raises(ClashError) as clash:
        casus.rearrange("opgaven", "x", change(arranger, was))
    assert clash.value.there == "Heel anders"
    assert casus.path.read_bytes() == data


def test_two_windows_that_remove_one_card_remove_one_card(casus: CasusFile, arranger: Arranger) -> None:
    was, count = seen(casus, "opgaven[0]"), len(held(casus)["opgaven"])
    casus.rearrange("opgaven", "Weg", arranger.removed("opgaven", 0, was))
    with pytest.raises(ClashError):
        casus.rearrange("opgaven", "Weg", arranger.removed("opgaven", 0, was))
    assert len(held(casus)["opgaven"]) == count - 1


def test_a_key_that_may_be_left_out_comes_and_goes(casus: CasusFile, arranger: Arranger) -> None:
    before = casus.path.read_bytes()
    old = casus.good.held("landschap") if casus.good else None
    casus.rearrange("landschap", "Landschap", arranger.put("landschap", "haven", old))
    assert held(casus)["landschap"] == "haven"
    casus.rearrange("landschap", "Landschap", arranger.put("landschap", None, "haven"))
    assert "landschap" not in held(casus)
    with pytest.raises(ClashError):
        casus.rearrange("landschap", "Landschap", arranger.put("landschap", "dorp", "haven"))
    casus.step(-1)
    casus.step(-1)
    assert casus.path.read_bytes() == before


PLACES = [("kader.vast", 0), ("kader.vast", 1), ("opgaven", 0), ("opgaven", 1), ("opgaven", 3), ("cijfers", 0)]


@pytest.mark.parametrize("more", ["x", "xx", "xxx", "xxxx", "een heel ander begin van deze titel"])
@pytest.mark.parametrize(("path", "index"), PLACES)
def test_what_was_taken_away_comes_back_where_it_was_whatever_changed_above_it(
    casus: CasusFile, arranger: Arranger, path: str, index: int, more: str
) -> None:
    before = casus.path.read_text(encoding="utf-8")
    casus.rearrange(path, "Weg", arranger.removed(path, index, seen(casus, f"{path}[{index}]")))
    text = casus.path.read_text(encoding="utf-8").replace("titel: ", f"titel: {more} ", 1)
    casus.path.write_text(text, encoding="utf-8")
    casus.step(-1)
    assert casus.path.read_text(encoding="utf-8") == before.replace("titel: ", f"titel: {more} ", 1)
    casus.step(1)
    assert casus.path.read_text(encoding="utf-8") == text


def test_where_its_place_was_written_in_meanwhile_nothing_comes_back(casus: CasusFile, arranger: Arranger) -> None:
    casus.rearrange("kader.vast", "Weg", arranger.removed("kader.vast", 0, seen(casus, "kader.vast[0]")))
    text = casus.path.read_text(encoding="utf-8")
    casus.path.write_text(text.replace("  vast:\n", "  vast:\n    # nieuw\n", 1), encoding="utf-8")
    data = casus.path.read_bytes()
    with pytest.raises(RefusedError, match=r"Die plek in casus\.yaml is intussen veranderd"):
        casus.step(-1)
    assert casus.path.read_bytes() == data
