"""Whatever fails while a kit is written, the folder holds the old kit or the new one, and nothing else."""

import errno
import linecache
import os
import shutil
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
from speelveld.output import durable, exchange, folder
from speelveld.output.folder import KitResult
from tests.oracles.kitfolder import faults, tree

pytestmark = pytest.mark.long

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
        for function in ("open", "write", "fsync", "replace", "mkdir"):
            monkeypatch.setattr(os, function, self.wrap(getattr(os, function)))


def number_of_calls(put: Put, start: Path) -> int:
    counter = Broken(OSError())
    with pytest.MonkeyPatch.context() as patches:
        counter.put_in(patches)
        put(start, NEW)
    return counter.count


def last_rename(put: Put, start: Path) -> int:
    """Return which call it is that puts the last new file in its place."""
    counter = Broken(OSError())
    last = 0
    with pytest.MonkeyPatch.context() as patches:
        counter.put_in(patches)
        replace = os.replace

        def noted(source: Path, target: Path) -> None:
            nonlocal last
            replace(source, target)
            last = counter.count

        patches.setattr(os, "replace", noted)
        put(start, NEW)
    return last


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
    start = prepare(tmp_path, put, "telling", fresh)
    total = number_of_calls(put, start)
    new = state(start)
    assert total > 40
    outcomes = []
    for call in range(1, total + 1):
        place = tmp_path / str(call)
        start = prepare(place, put, "uit", fresh)
        before = state(place)
        expected = WriteError if isinstance(error, OSError) else type(error)
        raised = False
        with pytest.MonkeyPatch.context() as patches:
            Broken(error, call, after=after).put_in(patches)
            try:
                put(start, NEW)
            except expected:
                raised = True
        # Some calls may fail and do no harm.
        outcome = "old" if raised and state(place) == before else "new"
        assert outcome == "old" or state(start) == new, f"call {call} of {total}"
        if raised:
            outcomes.append(outcome)
    # To strike out what was to be done is nearly the last thing it does; a message says that nothing has changed.
    assert outcomes == sorted(outcomes, reverse=True)
    assert outcomes.count("old") > total / 2
    assert outcomes.count("new") < (1 if isinstance(error, OSError) else 10)


def test_the_check_above_can_fail(tmp_path: Path, put: Put, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    start = prepare(tmp_path, put, "kit", fresh=False)
    before = state(start)
    call = last_rename(put, prepare(tmp_path, put, "telling", fresh=False))
    Broken(OSError(errno.EIO, ""), call).put_in(monkeypatch)
    with pytest.raises(WriteError):
        put(start, NEW)
    assert state(start) == before
    monkeypatch.undo()
    monkeypatch.setattr(exchange.Exchange, "_back", lambda *_: None)
    Broken(OSError(errno.EIO, ""), call).put_in(monkeypatch)
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
        shutil.copytree(tmp_path / "oud", place / "uit")
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
    files = {module.__file__ for module in (folder, exchange)}
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
        if frame.f_code.co_name in {"__enter__", "__exit__"} and frame.f_code.co_filename == exchange.__file__:
            return True
        frame = frame.f_back
    return False


def test_a_second_interrupt_does_not_stop_the_undoing(tmp_path: Path, put: Put, state: State) -> None:
    call = last_rename(put, prepare(tmp_path, put, "telling", fresh=False))
    for later in range(1, 8):
        start = prepare(tmp_path, put, str(later), fresh=False)
        before = state(tmp_path)
        with pytest.MonkeyPatch.context() as patches:
            Broken(KeyboardInterrupt(), call, call + later).put_in(patches)
            with pytest.raises(KeyboardInterrupt):
                put(start, NEW)
        assert state(tmp_path) == before


def test_when_even_undoing_fails_it_is_told_and_the_next_build_makes_it_whole(tmp_path: Path, put: Put) -> None:
    call = last_rename(put, prepare(tmp_path, put, "telling", fresh=False))
    start = prepare(tmp_path, put, "kit", fresh=False)
    with pytest.MonkeyPatch.context() as patches:
        Broken(OSError(errno.EIO, "Input/output error"), *range(call, call + 50)).put_in(patches)
        with pytest.raises(WriteError, match="niet alle vorige bestanden konden terug") as caught:
            put(start, NEW)
    kept = start / ".speelveld" / "oud"
    assert str(kept) in (caught.value.problems[0].hint or "")
    assert (kept / "a.pdf").read_bytes() == b"1"
    assert (kept / "weg" / "b.pdf").read_bytes() == b"2"
    assert "Print hier nog niets van" in (start / "deze-kit-is-niet-af.txt").read_text(encoding="utf-8")
    put(start, NEW)
    assert faults(start, {"": set(NEW)}) == []
    assert sorted(tree(start)) == sorted(
        ["eigen.txt", "kit.json", "a.pdf", "gelijk", "map", "map/c.pdf", "nieuw", "nieuw/diep", "nieuw/diep/d.png"]
    )


def fail(monkeypatch: pytest.MonkeyPatch, method: str, error: OSError) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, method, failing)


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
    fail(monkeypatch, "write", OSError(number, os.strerror(number)))
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
    monkeypatch.setattr(durable, "_WAITS", (0.1, 0.4))
    monkeypatch.setattr(time, "sleep", waited.append)
    broken = Broken(PermissionError(errno.EACCES, ""), 3, 4)
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


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode that closes a folder")
def test_where_only_the_folder_itself_is_open_that_is_enough(put: Put) -> None:
    with TemporaryDirectory() as name:
        home = Path(name)
        start = prepare(home, put, "kit", fresh=False)
        with as_nobody(home):
            home.chmod(0o555)
            put(start, NEW)
            home.chmod(0o755)
        assert faults(start, {"": set(NEW)}) == []


NAMES = ["a", "b", "map/a", "map/b", "map/diep/a"]
CONTENTS = st.sampled_from([b"1", b"2", b"3"])
ACTIONS = st.lists(
    st.tuples(st.just("kit"), st.dictionaries(st.sampled_from(NAMES), CONTENTS), st.none() | st.integers(1, 60))
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
        others = {name for name, text in standing.items() if what.get(name, text) != text}
        with pytest.MonkeyPatch.context() as patches:
            broken = Broken(OSError(errno.EIO, ""), *([how] if how else []))
            broken.put_in(patches)
            try:
                result = put(start, what)
            except WriteError:
                foreign = {name for name in others if name not in ours}
                assert foreign or broken.count >= (how or 10_000)
                assert state(place) == before
                continue
        changed = {name for name in standing if ours.get(name) != standing[name]}
        stale = {name for name in ours if name in standing and name not in what}
        expected = {name: text for name, text in standing.items() if name not in stale or name in changed} | what
        after = state(place)
        assert {name: text for name in NAMES if (text := after.get(f"uit/{name}")) is not None} == expected
        assert set(result.kept) == {start / name for name in stale & changed}
        assert set(result.removed) == {start / name for name in stale - changed}
        aside = {start / name: standing[name] for name in changed & others if name in ours}
        assert {path: now.read_bytes() for path, now in result.aside} == aside
        known = {f"uit/{name}" for name in NAMES} | {name for name in after if "(uw versie" in name}
        assert set(after) - known <= {"uit", "uit/kit.json", "uit/map", "uit/map/diep"}
        ours = dict(what)
