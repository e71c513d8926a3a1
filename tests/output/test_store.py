"""What is kept in a folder comes back as it was put or not at all, and the disk never stops anyone."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from speelveld.output.store import FolderStore

POSIX = pytest.mark.skipif(os.name != "posix", reason="asks for the rights of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diep" / "gezet"


def test_what_was_put_comes_back_also_to_another_program(folder: Path) -> None:
    FolderStore(folder).put("a", b"one")
    FolderStore(folder).put("b", b"")
    assert [FolderStore(folder).get(key) for key in "abc"] == [b"one", b"", None]


def test_the_last_one_put_counts(folder: Path) -> None:
    first, second = FolderStore(folder), FolderStore(folder)
    first.put("a", b"one")
    second.put("a", b"two")
    assert first.get("a") == b"two"
    assert [path.name for path in folder.iterdir()] == ["a"]


@POSIX
def test_nobody_else_may_look_into_it(folder: Path) -> None:
    FolderStore(folder).put("a", b"one")
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("length", [0, 1, 31, 32, 34])
def test_a_file_that_was_cut_off_is_not_found(folder: Path, length: int) -> None:
    store = FolderStore(folder)
    store.put("a", b"one")
    whole = (folder / "a").read_bytes()
    (folder / "a").write_bytes(whole[:length])
    assert store.get("a") is None
    (folder / "a").write_bytes(whole)
    assert store.get("a") == b"one"


def test_a_file_that_was_changed_is_not_found(folder: Path) -> None:
    FolderStore(folder).put("a", b"one")
    whole = (folder / "a").read_bytes()
    for place in (0, 31, 32, len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 1
        (folder / "a").write_bytes(changed)
        assert FolderStore(folder).get("a") is None


@POSIX
@pytest.mark.parametrize("mode", [0o777, 0o755, 0o710])
def test_a_folder_that_is_open_to_others_is_not_used(folder: Path, mode: int) -> None:
    FolderStore(folder).put("a", b"one")
    folder.chmod(mode)
    assert FolderStore(folder).get("a") is None
    FolderStore(folder).put("b", b"two")
    assert [path.name for path in folder.iterdir()] == ["a"]


def test_a_link_to_a_folder_is_not_used(folder: Path, tmp_path: Path) -> None:
    there = tmp_path / "elders"
    there.mkdir(mode=0o700)
    folder.parent.mkdir()
    try:
        folder.symlink_to(there)
    except OSError:
        pytest.skip("no links may be made here")
    FolderStore(folder).put("a", b"one")
    assert list(there.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_stops_nobody(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("mijn notities", encoding="utf-8")
    store = FolderStore(folder)
    store.put("a", b"one")
    store.tidy()
    assert store.get("a") is None
    assert folder.read_text(encoding="utf-8") == "mijn notities"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_a_disk_that_refuses_stops_nobody_and_keeps_no_half(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    store = FolderStore(folder)
    store.put("a", b"one")
    usual = Path.write_bytes

    def refused(self: Path, data: bytes) -> int:
        usual(self, data[:10])
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refused)
        store.put("a", b"two")
        store.put("b", b"two")
    assert [path.name for path in folder.iterdir()] == ["a"]
    assert [store.get("a"), store.get("b")] == [b"one", None]


def test_a_folder_deleted_meanwhile_is_made_again(folder: Path) -> None:
    store = FolderStore(folder)
    store.put("a", b"one")
    (folder / "a").unlink()
    folder.rmdir()
    assert store.get("a") is None
    store.put("b", b"two")
    assert store.get("b") == b"two"


def put_in_turn(folder: Path, ages: list[int]) -> FolderStore:
    """Return a store with a file of 1000 bytes for each age in seconds; below 0 it is of the future."""
    store = FolderStore(folder, most_bytes=5000)
    for number, age in enumerate(ages):
        store.put(f"{number}", bytes(1000 - 32))
        os.utime(folder / f"{number}", (2_000_000_000 - age,) * 2)
    return store


def test_there_is_never_much_more_than_asked_and_the_oldest_go_first(folder: Path) -> None:
    store = put_in_turn(folder, [5, 9, 1, 7, 3, 8])
    store.tidy()
    assert sorted(path.name for path in folder.iterdir()) == ["0", "2", "3", "4"]


def test_what_just_fits_stays(folder: Path) -> None:
    put_in_turn(folder, [5, 9, 1, 7, 3]).tidy()
    assert len(list(folder.iterdir())) == 5


def test_a_clock_set_back_takes_away_files_but_changes_none(folder: Path) -> None:
    store = put_in_turn(folder, [-(10**9), 0, 10**9, 1, 2, 3])
    store.tidy()
    left = [path.name for path in folder.iterdir()]
    assert len(left) == 4
    assert {store.get(key) for key in left} == {bytes(968)}


def test_what_was_used_lately_stays(folder: Path) -> None:
    store = put_in_turn(folder, [9, 8, 7, 6, 5, 4])
    usual = os.utime
    assert store.get("0") is not None
    usual(folder / "0", (2_000_000_000,) * 2)
    store.tidy()
    assert store.get("0") is not None
    assert store.get("1") is None


def test_two_programs_that_tidy_at_once_stop_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = put_in_turn(folder, [9, 8, 7, 6, 5, 4])
    usual = os.scandir

    def emptied(path: Any) -> list[os.DirEntry[str]]:
        entries = list(usual(path))
        for entry in entries:
            entry.stat()
            Path(entry.path).unlink()
        return entries

    monkeypatch.setattr(os, "scandir", emptied)
    store.tidy()
    assert store.get("0") is None
