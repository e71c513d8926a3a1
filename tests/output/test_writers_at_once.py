"""Two who write in one folder take turns: each kit is whole, and who waits is told for whom."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from speelveld.errors import WriteError
from speelveld.kalibratie.printers import load_printers
from speelveld.output import lock
from speelveld.output.exchange import Exchange
from speelveld.output.folder import KitResult, write_kit
from tests.oracles.kitfolder import faults
from tests.tools.writers import at_once, keep_one, mixtures, write_one

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")]

Put = Callable[[Path, Mapping[str, bytes]], KitResult]


def test_four_writers_at_once_leave_one_whole_kit(tmp_path: Path) -> None:
    for number in range(8):
        assert at_once(tmp_path / "kit", [0, 1, 2, 3], write_one) == 0
        assert list(mixtures(tmp_path / "kit")) == [], f"round {number}"


def test_a_first_kit_may_be_made_by_four_at_once(tmp_path: Path) -> None:
    for number in range(8):
        folder = tmp_path / str(number) / "diep" / "kit"
        assert at_once(folder, [0, 1, 2, 3], write_one) == 0
        assert list(mixtures(folder)) == []


def test_a_folder_that_another_takes_away_while_it_is_made_is_made_again(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who was there first cleans up behind itself at any moment: also between the two looks of one `mkdir`."""
    usual, refused = os.mkdir, []

    def mkdir(path: str | Path, *others: int) -> None:
        if not refused:
            refused.append(path)
            raise FileExistsError(17, "File exists", str(path))
        usual(path, *others)

    monkeypatch.setattr(os, "mkdir", mkdir)
    put(tmp_path / "kit", {"a.pdf": b"nieuw"})
    assert len(refused) == 1
    assert (tmp_path / "kit" / "a.pdf").read_bytes() == b"nieuw"


def test_no_printer_is_lost_where_twelve_are_kept_at_once(tmp_path: Path) -> None:
    assert at_once(tmp_path, list(range(12)), keep_one) == 0
    assert set(load_printers(tmp_path).known) == {f"printer {number}" for number in range(12)}
    assert [path.name for path in tmp_path.iterdir()] == ["printers.json"]


def holding(folder: Path) -> int:
    """Start a process that holds the lock on a folder until it ends; return its number."""
    ready, told = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            Exchange(Path(os.path.realpath(folder)), folder).__enter__()
            os.write(told, b"!")
            time.sleep(60)
        finally:
            os._exit(1)
    os.close(told)
    assert os.read(ready, 1) == b"!"
    os.close(ready)
    return process


def ended(process: int) -> None:
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def test_who_waits_too_long_is_told_who_is_busy_and_nothing_changes(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "kit", {"a.pdf": b"oud"})
    process = holding(tmp_path / "kit")
    monkeypatch.setattr(lock.lock, "__defaults__", (0.2,))
    try:
        with pytest.raises(WriteError, match=rf"\(proces {process} op .*\) schrijft nog in '.*kit'") as caught:
            put(tmp_path / "kit", {"a.pdf": b"nieuw"})
    finally:
        ended(process)
    assert "--uit" in (caught.value.problems[0].hint or "")
    assert (tmp_path / "kit" / "a.pdf").read_bytes() == b"oud"


def test_a_lock_goes_with_the_process_that_had_it(tmp_path: Path, put: Put) -> None:
    put(tmp_path / "kit", {"a.pdf": b"oud"})
    ended(holding(tmp_path / "kit"))
    assert (tmp_path / "kit" / ".speelveld" / "slot").exists()
    heard: list[str] = []
    manifest = {"programma": "speelveld", "bestanden": [{"bestand": "a.pdf"}]}
    write_kit(tmp_path / "kit", {"a.pdf": b"nieuw"}, manifest, busy=heard.append)
    assert heard == []
    assert faults(tmp_path / "kit") == []
    assert (tmp_path / "kit" / "a.pdf").read_bytes() == b"nieuw"


def test_who_waits_hears_it_once_and_then_has_a_turn(tmp_path: Path) -> None:
    process = holding(tmp_path / "kit")
    heard: list[str] = []

    def busy(text: str) -> None:
        heard.append(text)
        ended(process)

    manifest = {"programma": "speelveld", "bestanden": [{"bestand": "a.pdf"}]}
    write_kit(tmp_path / "kit", {"a.pdf": b"nieuw"}, manifest, busy=busy)
    (said,) = heard
    assert re.fullmatch(
        rf"een andere opdracht van speelveld \(proces {process} op .*\) schrijft nu in '.*kit'; "
        "we wachten tot dat klaar is",
        said,
    )
    assert (tmp_path / "kit" / "a.pdf").read_bytes() == b"nieuw"


def test_a_lock_file_that_says_anything_at_all_is_no_more_than_that(tmp_path: Path, put: Put) -> None:
    work = tmp_path / "kit" / ".speelveld"
    work.mkdir(parents=True)
    (work / "slot").write_bytes(b"\xff\x1b[2J" * 500)
    put(tmp_path / "kit", {"a.pdf": b"nieuw"})
    assert faults(tmp_path / "kit") == []


def test_a_link_in_the_place_of_where_we_work_is_not_followed(tmp_path: Path, put: Put) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / "elders").mkdir()
    (tmp_path / "kit" / ".speelveld").symlink_to(tmp_path / "elders")
    with pytest.raises(WriteError, match="moet een gewone map zijn, maar is een verwijzing"):
        put(tmp_path / "kit", {"a.pdf": b"nieuw"})
    assert list((tmp_path / "elders").iterdir()) == []
