"""Changes can be taken back and done again, also after a restart, and never over what another program wrote."""

import errno
import json
from pathlib import Path

import pytest

from speelveld.kijk.casusfile import CasusFile, ClashError, RefusedError
from speelveld.kijk.journal import MOST, Change, Journal

TEXT = "# mijn casus\ntitel: Oud # kort\nvraag: 'Hoe?'\nlijst:\n  - een\n  - twee\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "casus.yaml"
    found.write_bytes(TEXT.encode())
    return found


def opened(path: Path) -> CasusFile:
    file = CasusFile(path, Journal(path.parent / "cache" / "journaal.json"))
    file.read_again()
    return file


def test_a_value_is_written_and_no_byte_beside_it(path: Path) -> None:
    file = opened(path)
    file.save("titel", "Nieuw", "Oud", "Titel")
    assert path.read_bytes() == TEXT.replace("Oud", "Nieuw").encode()
    file.save("lijst[1]", "drie", "twee", "Lijst, punt 2")
    assert path.read_bytes() == TEXT.replace("Oud", "Nieuw").replace("twee", "drie").encode()


def test_it_comes_back_step_by_step_and_goes_on_again_after_a_restart(path: Path) -> None:
    file = opened(path)
    for before, after in (("Oud", "Nieuw"), ("Nieuw", "Nog nieuwer")):
        file.save("titel", after, before, "Titel")
    assert file.step(-1).label == "Titel"
    assert file.values["titel"] == "Nieuw"
    later = opened(path)
    later.step(-1)
    assert path.read_bytes() == TEXT.encode()
    with pytest.raises(RefusedError, match="niets terug te zetten"):
        later.step(-1)
    later.step(1)
    last = opened(path)
    last.step(1)
    assert last.values["titel"] == "Nog nieuwer"
    with pytest.raises(RefusedError, match="niets opnieuw te doen"):
        last.step(1)


def test_who_writes_after_taking_back_cannot_do_again(path: Path) -> None:
    file = opened(path)
    file.save("titel", "A", "Oud", "Titel")
    file.step(-1)
    file.save("vraag", "Waarom?", "Hoe?", "Vraag")
    with pytest.raises(RefusedError):
        file.step(1)


def test_what_another_program_wrote_is_not_taken_back(path: Path) -> None:
    file = opened(path)
    file.save("titel", "Nieuw", "Oud", "Titel")
    path.write_text(path.read_text().replace("Nieuw", "Van een ander"))
    with pytest.raises(RefusedError, match="Titel is intussen ergens anders veranderd"):
        file.step(-1)
    assert "Van een ander" in path.read_text()
    with pytest.raises(RefusedError, match="niets terug te zetten"):
        file.step(-1)


def test_both_changed_is_asked_and_the_same_change_is_none(path: Path) -> None:
    file = opened(path)
    path.write_text(TEXT.replace("Oud", "Van een ander"))
    with pytest.raises(ClashError) as clash:
        file.save("titel", "Nieuw", "Oud", "Titel")
    assert clash.value.there == "Van een ander"
    assert path.read_text() == TEXT.replace("Oud", "Van een ander")
    file.save("titel", "Van een ander", "Oud", "Titel")
    assert file.journal.last is None


def test_what_another_program_wrote_elsewhere_stays(path: Path) -> None:
    file = opened(path)
    other = TEXT.replace("Hoe?", "Wie?").replace("# mijn casus\n", "# mijn casus\n# van een ander\n")
    path.write_text(other)
    file.save("titel", "Nieuw", "Oud", "Titel")
    assert path.read_text() == other.replace("Oud", "Nieuw")


@pytest.mark.parametrize("broken", ["titel: a: b\n", "titel: [\n", "\0", "titel: Oud\ntitel: Weer\n"])
def test_a_broken_file_is_never_written_over_and_the_last_good_values_stay(path: Path, broken: str) -> None:
    file = opened(path)
    path.write_text(broken)
    assert file.read_again()
    assert file.broken
    assert file.values["titel"] == "Oud"
    for act in (lambda: file.save("titel", "Nieuw", "Oud", "Titel"), lambda: file.step(-1)):
        with pytest.raises(RefusedError):
            act()
    assert path.read_text() == broken
    path.write_text(TEXT)
    assert file.read_again()
    assert file.broken == []
    assert not file.read_again(), "nothing changed"


def test_a_file_that_is_gone_is_told_and_may_come_back(path: Path) -> None:
    file = opened(path)
    path.unlink()
    assert file.read_again()
    assert "is er niet meer" in file.broken[0]
    assert not file.read_again()
    with pytest.raises(RefusedError):
        file.save("titel", "Nieuw", "Oud", "Titel")
    assert not path.exists()
    path.write_text(TEXT)
    assert file.read_again()
    assert file.broken == []


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"version": 2}',
        b'{"version": 1, "done": 9, "changes": [{"path": 3}]}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_a_damaged_journal_is_an_empty_one(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "journaal.json"
    file.write_bytes(damage)
    journal = Journal(file)
    assert (journal.last, journal.next) == (None, None)
    journal.add(Change("titel", "a", "b", "Titel"))
    assert Journal(file).last == Change("titel", "a", "b", "Titel")


def test_a_journal_that_points_beyond_itself_points_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "journaal.json"
    Journal(file).add(Change("titel", "a", "b", "Titel"))
    kept = json.loads(file.read_text())
    for done in (7, -3):
        file.write_text(json.dumps({**kept, "done": done}))
        assert (Journal(file).last is None) == (done < 0)


def test_a_journal_that_cannot_be_written_lasts_as_long_as_the_run(tmp_path: Path) -> None:
    (tmp_path / "geen-map").write_text("een bestand")
    journal = Journal(tmp_path / "geen-map" / "journaal.json")
    journal.add(Change("titel", "a", "b", "Titel"))
    assert journal.last is not None


def test_a_journal_keeps_the_last_changes(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journaal.json")
    for number in range(MOST + 5):
        journal.add(Change("titel", str(number), str(number + 1), "Titel"))
    for _ in range(MOST):
        journal.step(-1)
    assert journal.last is None
    assert journal.next == Change("titel", "5", "6", "Titel")


def test_a_disk_that_is_full_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = opened(path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patch:
        patch.setattr("speelveld.output.exchange.write_new", full)
        with pytest.raises(RefusedError, match=r"niet geschreven: .*vol"):
            file.save("titel", "Nieuw", "Oud", "Titel")
    assert path.read_bytes() == TEXT.encode()
    assert sorted(each.name for each in path.parent.iterdir()) == ["casus.yaml"]
    file.save("titel", "Nieuw", "Oud", "Titel")
    assert path.read_bytes() == TEXT.replace("Oud", "Nieuw").encode()
