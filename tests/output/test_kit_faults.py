"""Whatever fails while a kit is written, the folder holds the old kit or the new one, and nothing else."""

import errno
import linecache
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speelveld.errors import WriteError
from speelveld.output import failures, folder, swap
from speelveld.output.folder import KitResult

pytestmark = pytest.mark.slow

Put = Callable[[Path, Mapping[str, bytes]], KitResult]
State = Callable[[Path], dict[str, bytes | str | None]]

# The user without rights, by convention, on Linux and macOS.
NOBODY = 65534

OLD = {"a.pdf": b"1", "weg/b.pdf": b"2", "gelijk": b"0", "map": b"een bestand"}
NEW = {"a.pdf": b"11", "gelijk": b"0", "map/c.pdf": b"3", "nieuw/diep/d.png": b"4"}


class Broken:
    """Let the calls through until one of them fails, before or after it has done its work."""

    def __init__(self, error: BaseException, *calls: int, after: bool = False) -> None:
        self.error = error
        self.calls = calls
        self.after = after
        self.count = 0

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **options: Any) -> Any:
            self.count += 1
            fails = self.count in self.calls
            if fails and not self.after:
                raise self.error
            result = function(*args, **options)
            if fails:
                raise self.error
            return result

        return wrapped

    def put_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for method in ("replace", "mkdir", "write_bytes"):
            monkeypatch.setattr(Path, method, self.wrap(getattr(Path, method)))


def number_of_calls(put: Put, start: Path) -> int:
    counter = Broken(OSError())
    with pytest.MonkeyPatch.context() as patches:
        counter.put_in(patches)
        put(start, NEW)
    return counter.count


def prepare(tmp_path: Path, put: Put, name: str, fresh: bool) -> Path:
    start = tmp_path / name
    if fresh:
        return start / "nog" / "niet"
    put(start, OLD)
    (start / "eigen.txt").write_bytes(b"van de gebruiker")
    return start


@pytest.mark.parametrize("fresh", [False, True], ids=["earlier kit", "no folder yet"])
@pytest.mark.parametrize(
    ("error", "after"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), False),
        (OSError(errno.EIO, "Input/output error"), False),
        (PermissionError(errno.EACCES, "Permission denied"), False),
        (MemoryError(), False),
        (KeyboardInterrupt(), False),
        (KeyboardInterrupt(), True),
    ],
    ids=["disk full", "input/output", "permission", "memory", "interrupt before", "interrupt after"],
)
def test_any_call_may_fail(
    tmp_path: Path, put: Put, state: State, error: BaseException, after: bool, fresh: bool
) -> None:
    total = number_of_calls(put, prepare(tmp_path, put, "telling", fresh))
    assert total > 12
    for call in range(1, total + 1):
        start = prepare(tmp_path, put, str(call), fresh)
        before = state(tmp_path)
        broken = Broken(error, call, after=after)
        expected = WriteError if isinstance(error, OSError) else type(error)
        with pytest.MonkeyPatch.context() as patches:
            broken.put_in(patches)
            with pytest.raises(expected):
                put(start, NEW)
        if after and call == total:
            assert {name: (start / name).read_bytes() for name in NEW} == NEW
            assert not (start / "weg" / "b.pdf").exists()
            assert not list(start.parent.glob(".speelveld-*"))
        else:
            assert state(tmp_path) == before, f"call {call} of {total}"


def test_the_check_above_can_fail(tmp_path: Path, put: Put, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    start = prepare(tmp_path, put, "kit", fresh=False)
    before = state(start)
    total = number_of_calls(put, prepare(tmp_path, put, "telling", fresh=False))
    Broken(OSError(errno.EIO, ""), total).put_in(monkeypatch)
    with pytest.raises(WriteError):
        put(start, NEW)
    assert state(start) == before
    monkeypatch.undo()
    monkeypatch.setattr(swap._Move, "undo", lambda _: None)
    Broken(OSError(errno.EIO, ""), total).put_in(monkeypatch)
    with pytest.raises(WriteError):
        put(start, NEW)
    assert state(start) != before


def test_an_interrupt_may_come_at_any_line(tmp_path: Path, put: Put, state: State) -> None:
    put(tmp_path / "oud", OLD)
    put(tmp_path / "nieuw", OLD)
    put(tmp_path / "nieuw", NEW)
    old, new = state(tmp_path / "oud"), state(tmp_path / "nieuw")
    outcomes = []
    line, done = 0, False
    while not done:
        line += 1
        place = tmp_path / str(line)
        put(place / "uit", OLD)
        done = not interrupted_at(line, partial(put, place / "uit", NEW))
        assert [path.name for path in place.iterdir()] == ["uit"]
        outcomes.append(state(place / "uit"))
    first_new = next(number for number, outcome in enumerate(outcomes) if outcome != old)
    assert first_new > 100
    # An empty folder of the earlier kit may stay behind when the interrupt comes after the last rename.
    assert all({**outcome, "weg": None} == {**new, "weg": None} for outcome in outcomes[first_new:])
    assert outcomes[-1] == new


def interrupted_at(line: int, action: Callable[[], object]) -> bool:
    """Run `action` with a Ctrl-C at its `line`-th line of our own; tell whether it came that far."""
    files = {module.__file__ for module in (folder, swap, failures)}
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        if frame.f_code.co_filename not in files or beneath_enter_or_exit(frame):
            return None
        # CPython looks for signals after a call, never between a body and the end of its `with`; a trace comes there.
        code = linecache.getline(frame.f_code.co_filename, frame.f_lineno)
        if event == "line" and not code.lstrip().startswith("with "):
            count += 1
            if count == line:
                raise KeyboardInterrupt
        return trace

    earlier = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(earlier)
    return False


def beneath_enter_or_exit(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_name in {"__enter__", "__exit__"} and frame.f_code.co_filename == swap.__file__:
            return True
        frame = frame.f_back
    return False


def test_a_second_interrupt_does_not_stop_the_undoing(tmp_path: Path, put: Put, state: State) -> None:
    total = number_of_calls(put, prepare(tmp_path, put, "telling", fresh=False))
    for later in range(1, 8):
        start = prepare(tmp_path, put, str(later), fresh=False)
        before = state(tmp_path)
        with pytest.MonkeyPatch.context() as patches:
            Broken(KeyboardInterrupt(), total, total + later).put_in(patches)
            with pytest.raises(KeyboardInterrupt):
                put(start, NEW)
        assert state(tmp_path) == before


def test_when_even_undoing_fails_the_old_files_are_kept_and_told(tmp_path: Path, put: Put) -> None:
    total = number_of_calls(put, prepare(tmp_path, put, "telling", fresh=False))
    start = prepare(tmp_path, put, "kit", fresh=False)
    with pytest.MonkeyPatch.context() as patches:
        Broken(OSError(errno.EIO, "Input/output error"), *range(total, total + 50)).put_in(patches)
        with pytest.raises(WriteError, match="niet alle vorige bestanden konden terug") as caught:
            put(start, NEW)
    (stage,) = tmp_path.glob(".speelveld-*")
    assert str(stage / "oud") in (caught.value.problems[0].hint or "")
    assert (stage / "oud" / "a.pdf").read_bytes() == b"1"
    assert (stage / "oud" / "weg" / "b.pdf").read_bytes() == b"2"


def fail(monkeypatch: pytest.MonkeyPatch, method: str, error: OSError) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, method, failing)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is vol"),
        (errno.EDQUOT, "is vol"),
        (errno.EROFS, "kan alleen worden gelezen"),
        (errno.EACCES, "u mag niet schrijven in"),
        (errno.EPERM, "u mag niet schrijven in"),
        (errno.ENAMETOOLONG, "is te lang"),
        (errno.EIO, r"is niet gelukt \(fout 5\)"),
    ],
)
def test_a_failure_is_told_in_plain_words(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    fail(monkeypatch, "write_bytes", OSError(number, os.strerror(number)))
    with pytest.raises(WriteError, match=f"{words}.*; er is niets veranderd") as caught:
        put(tmp_path / "uit", NEW)
    assert "--uit" in (caught.value.problems[0].hint or "")
    assert str(tmp_path / "uit") in caught.value.problems[0].message


def test_a_pdf_that_is_open_on_windows_is_told(tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    start = prepare(tmp_path, put, "kit", fresh=False)
    replace = Path.replace

    def locked(path: Path, target: Path) -> Path:
        if path == start / "a.pdf":
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(WriteError) as caught:
        put(start, NEW)
    (problem,) = caught.value.problems
    assert problem.message == (
        f"'{start / 'a.pdf'}' kan niet worden vervangen: de PDF is waarschijnlijk nog open in een ander programma"
    )
    assert problem.hint == "sluit de PDF daar en probeer het opnieuw, of kies een andere map met --uit"
    assert (start / "a.pdf").read_bytes() == b"1"


def test_a_file_held_for_a_moment_by_a_scanner_is_tried_again(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = prepare(tmp_path, put, "kit", fresh=False)
    waited: list[float] = []
    monkeypatch.setattr(swap, "_WAITS", (0.1, 0.4))
    monkeypatch.setattr(time, "sleep", waited.append)
    broken = Broken(PermissionError(errno.EACCES, ""), 2, 3)
    monkeypatch.setattr(Path, "replace", broken.wrap(Path.replace))
    put(start, NEW)
    assert waited == [0.1, 0.4]
    assert (start / "a.pdf").read_bytes() == b"11"


def test_a_folder_without_rights_is_not_blamed_on_an_open_file(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = prepare(tmp_path, put, "kit", fresh=False)
    monkeypatch.setattr(os, "access", lambda path, _: path == tmp_path)
    fail(monkeypatch, "replace", PermissionError(errno.EACCES, "Permission denied"))
    with pytest.raises(WriteError, match="u mag niet schrijven in"):
        put(start, NEW)


@contextmanager
def as_nobody(home: Path) -> Iterator[None]:
    """Give up the rights of root, who may write anywhere, on everything under `home`."""
    if os.geteuid() != 0:
        yield
        return
    for path in (home, *home.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    # Both the real and the effective user, for `os.access` asks the real one; root stays the saved one, to return to.
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode that closes a folder")
def test_a_folder_that_is_closed_is_told(put: Put, state: State) -> None:
    with TemporaryDirectory() as name:
        home = Path(name)
        start = prepare(home, put, "kit", fresh=False)
        before = state(home)
        start.chmod(0o555)
        with as_nobody(home), pytest.raises(WriteError, match="u mag niet schrijven in"):
            put(start, NEW)
        assert state(home) == before
        start.chmod(0o755)


def test_where_only_the_folder_is_open_staging_happens_inside(
    tmp_path: Path, put: Put, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = prepare(tmp_path, put, "kit", fresh=False)
    places: set[Path] = set()
    mkdir = Path.mkdir

    def watched(path: Path, *args: Any, **options: Any) -> None:
        places.update(parent for parent in path.parents if path.name.startswith(".speelveld-"))
        mkdir(path, *args, **options)

    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path)
    monkeypatch.setattr(Path, "mkdir", watched)
    put(start, NEW)
    assert start in places
    assert sorted(path.name for path in start.iterdir()) == ["a.pdf", "eigen.txt", "gelijk", "kit.json", "map", "nieuw"]


NAMES = ["a", "b", "map/a", "map/b", "map/diep/a"]
CONTENTS = st.sampled_from([b"1", b"2", b"3"])
ACTIONS = st.lists(
    st.tuples(st.just("kit"), st.dictionaries(st.sampled_from(NAMES), CONTENTS), st.none() | st.integers(1, 25))
    | st.tuples(st.just("user"), st.sampled_from(NAMES), st.none() | CONTENTS),
    max_size=12,
)


def user_writes(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif not path.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@settings(max_examples=60, deadline=None)
@given(actions=ACTIONS)
def test_no_history_loses_a_file_of_the_user(
    tmp_path_factory: pytest.TempPathFactory, put: Put, state: State, actions: list[tuple[str, Any, Any]]
) -> None:
    place = tmp_path_factory.mktemp("verleden")
    start = place / "uit"
    start.mkdir()
    ours: dict[str, bytes] = {}
    for kind, what, how in actions:
        before = state(place)
        if kind == "user":
            user_writes(start / what, how)
            continue
        standing = {name: content for name in NAMES if (content := before.get(f"uit/{name}")) is not None}
        with pytest.MonkeyPatch.context() as patches:
            broken = Broken(OSError(errno.EIO, ""), *([how] if how else []))
            broken.put_in(patches)
            try:
                result = put(start, what)
            except WriteError:
                foreign = {name for name in standing if name in what and name not in ours}
                assert foreign or broken.count >= (how or 1_000)
                assert state(place) == before
                continue
        changed = {name for name in standing if ours.get(name) != standing[name]}
        stale = {name for name in ours if name in standing and name not in what}
        expected = {name: text for name, text in standing.items() if name not in stale or name in changed} | what
        after = state(place)
        assert {name: text for name in NAMES if (text := after.get(f"uit/{name}")) is not None} == expected
        assert set(result.kept) == {start / name for name in stale & changed}
        assert set(result.removed) == {start / name for name in stale - changed}
        assert set(after) - {f"uit/{name}" for name in NAMES} <= {"uit", "uit/kit.json", "uit/map", "uit/map/diep"}
        ours = dict(what)
