"""What takes long to make is made once in a run: the process that asks first makes it, the others wait and read it."""

import os
import pickle
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

from filelock import FileLock

FOLDER = "SPEELVELD_TESTS_MADE"
"""The variable with the folder of this run, which all its processes share; without it each makes its own."""

_Made = TypeVar("_Made")
_made: dict[str, object] = {}


def once(make: Callable[[], _Made], *key: object) -> _Made:
    """Return what `make` gives, made once in a run for a key, however many processes ask."""
    name = _name(key)
    if name not in _made:
        _made[name] = _shared(make, Path(os.environ[FOLDER]) / name) if FOLDER in os.environ else make()
    return cast(_Made, _made[name])


def folder_once(fill: Callable[[Path], object], elsewhere: Path, *key: object) -> Path:
    """Return a folder that `fill` filled, the same one in a run for a key; `elsewhere` is for a process by itself."""

    def filled() -> Path:
        folder = Path(os.environ.get(FOLDER, elsewhere)) / f"map-{_name(key)}"
        folder.mkdir()
        fill(folder)
        return folder

    return once(filled, "folder", *key)


def _shared(make: Callable[[], _Made], path: Path) -> _Made:
    with FileLock(path.with_suffix(".lock")):
        if path.exists():
            found: _Made = pickle.loads(path.read_bytes())
            return found
        made = make()
        draft = path.with_suffix(".new")
        draft.write_bytes(pickle.dumps(made))
        draft.replace(path)
    return made


def _name(key: tuple[object, ...]) -> str:
    return sha256(repr(key).encode()).hexdigest()[:20]
