"""A kit that was being replaced when all stopped: who makes it again finds it whole, whatever the moment was."""

import os
import random
import re
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from speelveld.output.folder import Bundle, KitResult, write_kits
from tests.oracles.kitfolder import faults, tree
from tests.output.forgetful import OPERATIONS, ForgetfulDisk, PowerError

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
Profiles = Mapping[str, Mapping[str, bytes]]

OFFICE = {f"{number}-deel.pdf": b"kantoor %d" % number for number in range(3)}
WEB = {f"deel-{number}.pdf": b"web %d" % number for number in range(2)}
PICTURES = {"overzicht.png": b"alles", "voorbeelden/1-deel-01.png": b"bladzijde"}


def changed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data + b", anders" for name, data in files.items()}


# What was there, what comes, and what is made after the stop: the same again, or only another profile.
KITS: dict[str, tuple[Profiles, Profiles, Profiles]] = {
    "a first kit": ({}, {"kantoor": OFFICE, "": PICTURES}, {"kantoor": OFFICE, "": PICTURES}),
    "the same names": (
        {"kantoor": OFFICE, "": PICTURES},
        {"kantoor": changed(OFFICE), "": changed(PICTURES)},
        {"kantoor": changed(OFFICE), "": changed(PICTURES)},
    ),
    "more": ({"kantoor": OFFICE}, {"kantoor": changed(OFFICE), "web": WEB}, {"kantoor": changed(OFFICE), "web": WEB}),
    "less": (
        {"kantoor": {**OFFICE, "diep/9-deel.pdf": b"9"}},
        {"kantoor": {"0-deel.pdf": b"nieuw"}},
        {"kantoor": {"0-deel.pdf": b"nieuw"}},
    ),
    "another profile after it": (
        {"kantoor": OFFICE, "web": WEB},
        {"kantoor": changed(OFFICE)},
        {"web": changed(WEB)},
    ),
}
OWN = {"eigen.txt": b"van mij", "kantoor/aantekening.txt": b"ook van mij"}


def put(folder: Path, profiles: Profiles) -> KitResult:
    def bundle(name: str, files: Mapping[str, bytes]) -> Bundle:
        entries = [{"bestand": file, **({} if name else {"profiel": "kantoor"})} for file in files]
        return Bundle(files, {"programma": "speelveld", "bestanden": entries}, name)

    kits = {name: bundle(name, files) for name, files in profiles.items() if name}
    return write_kits(folder, kits, bundle("", profiles.get("", {})), ["kantoor", "web"])


def prepare(place: Path, profiles: Profiles) -> Path:
    place.mkdir(parents=True)
    start = place / "uit"
    if profiles:
        put(start, profiles)
        for name, data in OWN.items():
            (start / name).write_bytes(data)
    return start


def files_in(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if isinstance(data, bytes) and name[-8:] != "kit.json"}


def flat(*kits: Profiles) -> dict[str, bytes]:
    """Return the files of kits that were made one after the other, each in the place of those of the same profile."""
    profiles = {at: files for kit in kits for at, files in kit.items()}
    return {f"{at}/{name}" if at else name: data for at, files in profiles.items() for name, data in files.items()}


def assert_whole(start: Path, old: Profiles, new: Profiles, then: Profiles) -> None:
    """Check the folder in which `then` was made after the stop: all of that, one of the two, and what is own."""
    assert faults(start) == []
    own = OWN if old else {}
    assert files_in(start) in ({**flat(old, then), **own}, {**flat(old, new, then), **own})
    assert {name: (start / name).read_bytes() for name in flat(then)} == flat(then)


def killed_at(call: int, action: Callable[[], object]) -> bool:
    """Run `action` in a process that is killed before its `call`-th operation; tell whether it came that far."""
    process = os.fork()
    if process == 0:
        count = 0

        def counted(function: Callable[..., object]) -> Callable[..., object]:
            def wrapped(*args: object, **options: object) -> object:
                nonlocal count
                count += 1
                if count == call:
                    os.kill(os.getpid(), signal.SIGKILL)
                return function(*args, **options)

            return wrapped

        try:
            for name in OPERATIONS:
                setattr(os, name, counted(getattr(os, name)))
            action()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def test_all_changes_go_through_operations_that_are_watched() -> None:
    known = {*OPERATIONS, "close", "path", "walk", "name", "SEEK_SET", "lseek", "read", "fstat", "getpid", "access"}
    room = ROOT / "src" / "speelveld" / "output"
    asked = {
        name
        for module in ("durable", "exchange", "folder", "journal", "lock", "manifest", "plan", "single")
        for name in re.findall(r"\bos\.(\w+)", (room / f"{module}.py").read_text(encoding="utf-8"))
    }
    assert {name for name in asked if not name.startswith("O_")} <= known
    # What the store loses is made again; no kit is in it.
    for module in set(room.glob("*.py")) - {room / "store.py"}:
        text = module.read_text(encoding="utf-8")
        assert not re.search(r"\b(shutil|tempfile)\b|\.write_(bytes|text)\(|\.rename\(|\.touch\(", text), module.name


@pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")
@pytest.mark.parametrize("kits", KITS.values(), ids=KITS)
def test_killed_at_any_operation(tmp_path: Path, kits: tuple[Profiles, Profiles, Profiles]) -> None:
    old, new, then = kits
    call, unmarked = 0, list[int]()
    while True:
        call += 1
        start = prepare(tmp_path / str(call), old)
        if not killed_at(call, lambda folder=start: put(folder, new)):  # type: ignore[misc]
            break
        own = OWN if old else {}
        there = {name: data for name, data in files_in(start).items() if not name.startswith(".speelveld/")}
        if there not in ({**flat(old), **own}, {**flat(old, new), **own}) and "deze-kit-is-niet-af.txt" not in there:
            unmarked.append(call)
        assert {name: data for name, data in there.items() if name in own} == own, "what is own never moves"
        put(start, then)
        assert_whole(start, old, new, then)
    assert call > 60
    assert unmarked == [], "a kit that is half replaced says so, also before anyone makes it again"


@pytest.mark.parametrize("kits", KITS.values(), ids=KITS)
@pytest.mark.parametrize("luck", [None, 1, 2], ids=["all is lost", "some is kept", "other is kept"])
def test_without_power_at_any_operation(
    tmp_path: Path, kits: tuple[Profiles, Profiles, Profiles], luck: int | None
) -> None:
    old, new, then = kits
    outcomes = list(without_power(tmp_path, old, new, luck))
    assert len(outcomes) > 60
    for start in outcomes:
        put(start, then)
        assert_whole(start, old, new, then)


def without_power(place: Path, old: Profiles, new: Profiles, luck: int | None) -> Iterator[Path]:
    """Yield what is left of the folder when the power goes at each operation."""
    call = 0
    while True:
        call += 1
        start = prepare(place / f"{call}", old)
        disk = ForgetfulDisk(start.parent, call)
        with pytest.MonkeyPatch.context() as patches:
            disk.put_in(patches)
            with suppress(PowerError):
                put(start, new)
                return
        disk.leave_behind(place / f"{call}-daarna", None if luck is None else random.Random(luck * 1000 + call))
        yield place / f"{call}-daarna" / "uit"


def test_a_writer_that_asks_the_disk_for_nothing_does_not_survive(tmp_path: Path) -> None:
    """The disk above forgets indeed: without an fsync, files are found that hold nothing."""
    start = prepare(tmp_path / "kit", {"kantoor": OFFICE})
    disk = ForgetfulDisk(start.parent, 10_000)
    with pytest.MonkeyPatch.context() as patches:
        disk.put_in(patches)
        patches.setattr(os, "fsync", lambda _: None)
        put(start, {"kantoor": changed(OFFICE)})
    disk.leave_behind(tmp_path / "daarna", random.Random(3))
    assert faults(tmp_path / "daarna" / "uit") != []


def test_what_is_not_read_as_ours_is_left_and_told(tmp_path: Path) -> None:
    start = prepare(tmp_path / "kit", {"kantoor": OFFICE})
    work = start / ".speelveld"
    (work / "oud" / "kantoor").mkdir(parents=True)
    (work / "oud" / "kantoor" / "0-deel.pdf").write_bytes(b"oud")
    for text in (b"", b"{", b"[]", b'{"formaat": 2}', b'{"formaat": 1, "nieuw": [{"bestand": "../x"}]}'):
        (work / "wissel.json").write_bytes(text)
        with pytest.raises(Exception, match=r"wissel\.json' is niet te lezen"):
            put(start, {"kantoor": changed(OFFICE)})
        assert (work / "oud" / "kantoor" / "0-deel.pdf").read_bytes() == b"oud"
        assert files_in(start / "kantoor") == {**OFFICE, "aantekening.txt": b"ook van mij"}
