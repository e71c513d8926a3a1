"""A kit to put somewhere, and a way to see all of a folder at once."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from speelveld.output.folder import KitResult, write_kit

Put = Callable[[Path, Mapping[str, bytes]], KitResult]
State = Callable[[Path], dict[str, bytes | str | None]]


def _put(folder: Path, files: Mapping[str, bytes]) -> KitResult:
    manifest = {"programma": "speelveld", "formaat": 1, "bestanden": [{"bestand": name} for name in files]}
    return write_kit(folder, files, manifest)


def _state(folder: Path) -> dict[str, bytes | str | None]:
    def content(path: Path) -> bytes | str | None:
        if path.is_symlink():
            return str(path.readlink())
        return None if path.is_dir() else path.read_bytes()

    found = (Path(where, name) for where, folders, files in os.walk(folder) for name in [*folders, *files])
    return {path.relative_to(folder).as_posix(): content(path) for path in found}


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk: where nobody cuts the power, that takes all of the time and shows nothing."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="session")
def put() -> Put:
    """Write a kit with a minimal manifest."""
    return _put


@pytest.fixture(scope="session")
def state() -> State:
    """Return every path below a folder with what it holds: bytes, the target of a link, or None for a folder."""
    return _state
