"""Before there is a casus one is chosen, copied or begun: in the folder one stands in, and nowhere else."""

from pathlib import Path

import pytest
import yaml

from speelveld.kijk.begin import Begin
from speelveld.kijk.casusfile import RefusedError
from speelveld.kijk.recents import Recents
from speelveld.resources import examples, new_casus

FOUR = {
    "titel": "Speelplekken: voor iedereen",
    "gemeente": "Doetinchem",
    "vraag": "Hoe zorgen we samen dat elk kind dichtbij kan spelen?",
    "verhaal": "Sem is zeven.\n\nHij zit in een rolstoel # en kan niet bij de schommel.",
}


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    return Begin(tmp_path / "werk", Recents(tmp_path / "laatst.json"), examples(), new_casus())


@pytest.fixture
def werk(tmp_path: Path) -> Path:
    folder = tmp_path / "werk"
    folder.mkdir()
    return folder


def test_four_answers_stand_in_the_template_and_nothing_else_is_another(begin: Begin, werk: Path) -> None:
    made = begin.new(**FOUR)
    assert made == werk / "speelplekken-voor-iedereen" / "casus.yaml"
    template = (new_casus() / "casus.yaml").read_text(encoding="utf-8")
    text = made.read_text(encoding="utf-8")
    held, before = yaml.safe_load(text), yaml.safe_load(template)
    changed = {key: value.rstrip("\n") for key, value in held.items() if before[key] != value}
    assert changed == FOUR
    comments = [line for line in template.splitlines() if line.startswith("#")]
    assert [line for line in text.splitlines() if line.startswith("#")] == comments
    assert (made.parent / "casus.schema.json").is_file()


def test_a_folder_that_is_there_stays_as_it_is(begin: Begin, werk: Path) -> None:
    first = begin.new(**FOUR)
    data = first.read_bytes()
    second = begin.new(**{**FOUR, "gemeente": "Bronckhorst"})
    assert second.parent.name == "speelplekken-voor-iedereen-2"
    assert first.read_bytes() == data


@pytest.mark.parametrize("titel", ["../../etc", "/etc/passwd", "…", "C:\\x", "."])
def test_no_title_leads_out_of_the_folder(begin: Begin, werk: Path, titel: str) -> None:
    made = begin.new(**{**FOUR, "titel": titel})
    assert made.parent.parent == werk


@pytest.mark.parametrize("name", FOUR)
def test_an_answer_that_is_missing_is_asked_for(begin: Begin, werk: Path, name: str) -> None:
    with pytest.raises(RefusedError, match=name):
        begin.new(**{**FOUR, name: "  "})
    assert list(werk.iterdir()) == []


def test_what_cannot_be_written_in_a_file_is_refused(begin: Begin, werk: Path) -> None:
    with pytest.raises(RefusedError, match="onzichtbaar teken"):
        begin.new(**{**FOUR, "titel": "A\x00B"})
    with pytest.raises(RefusedError, match="te lang"):
        begin.new(**{**FOUR, "verhaal": "a" * 20_001})
    assert list(werk.iterdir()) == []


def test_an_example_is_copied_with_its_pictures(begin: Begin, werk: Path) -> None:
    made = begin.copied("zutphen-dementie")
    assert made.read_bytes() == examples()["zutphen-dementie"].read_bytes()
    assert made.parent.name == "zutphen-dementie"
    with pytest.raises(RefusedError):
        begin.copied("../nieuw")


def test_casussen_of_this_folder_can_be_chosen_and_no_other_file(begin: Begin, werk: Path, tmp_path: Path) -> None:
    made, other = begin.new(**FOUR), tmp_path / "casus.yaml"
    other.write_text("titel: Elders\n", encoding="utf-8")
    (werk / "stuk").mkdir()
    (werk / "stuk" / "casus.yaml").write_text("titel: [", encoding="utf-8")
    told = begin.choices()
    assert [each["titel"] for each in told["here"]] == [FOUR["titel"], "stuk"]
    assert begin.opened(told["here"][0]["path"]) == made
    with pytest.raises(RefusedError):
        begin.opened(str(other))
    made.unlink()
    with pytest.raises(RefusedError):
        begin.opened(str(made))


def test_what_was_opened_last_comes_first_and_goes_with_its_file(begin: Begin, werk: Path, tmp_path: Path) -> None:
    recents = Recents(tmp_path / "laatst.json")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (elsewhere / "casus.yaml").write_text("titel: Elders\n", encoding="utf-8")
    made = begin.new(**FOUR)
    recents.add(made)
    recents.add(elsewhere / "casus.yaml")
    told = begin.choices()
    assert [each["titel"] for each in told["recent"]] == ["Elders", FOUR["titel"]]
    assert told["here"] == []
    recents.add(made)
    (elsewhere / "casus.yaml").unlink()
    assert [each["titel"] for each in begin.choices()["recent"]] == [FOUR["titel"]]


@pytest.mark.parametrize("damage", [b"", b"{", b"{}", b"[1, null]", b'["casus.yaml"]', b"\xff", b"[" * 100_000])
def test_a_damaged_list_is_an_empty_one(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "laatst.json"
    file.write_bytes(damage)
    assert Recents(file).paths() == []
    assert Recents(None).paths() == []
