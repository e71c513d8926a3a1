"""Files of a folder exchanged by renames that all happen or are all undone; which ones is not decided here."""

import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from uuid import uuid4

from speelveld.errors import Problem, WriteError

# A virus scanner on Windows holds a new file for a moment. pip waits and tries again too, see `replace` in
# https://github.com/pypa/pip/blob/main/src/pip/_internal/utils/filesystem.py
_WAITS = (0.1, 0.4) if os.name == "nt" else ()


class Swap:
    """A staging folder beside `root`, from which new files go into `root` and to which old ones are set aside.

    Left by an exception before `commit` has happened, everything is put back. Nothing of it stays behind after that.
    """

    def __init__(self, root: Path) -> None:
        """Touch nothing yet."""
        self._root = root
        self._parents: list[Path] = []
        self._steps: list[_Move | _Folder] = []
        # Named before it is made (by mkdtemp it would be the other way round), so that no interrupt leaves it behind.
        self._stage = _home(root) / f".speelveld-{uuid4().hex}"
        self._seal: Path | None = None

    def __enter__(self) -> "Swap":
        """Make the staging folder, and the folders above it that are missing."""
        try:
            for path in _missing(self._stage.parent):
                self._parents.append(path)
                path.mkdir()
            self._stage.mkdir()
        except BaseException:
            self._clear()
            self._remove_parents()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put everything back unless committed, and clear the staging folder."""
        # The disk tells whether the commit took place: an interrupt may come just after the rename.
        undone = self._seal is None or os.path.lexists(self._seal)
        if undone:
            self._undo()
        try:
            self._clear()
        except KeyboardInterrupt:
            self._clear()
            raise
        finally:
            if undone:
                self._remove_parents()

    def draft(self, name: str) -> Path:
        """Return where to write the new file `name`; its folder exists."""
        return self._staged("nieuw", name)

    def place(self, name: str) -> None:
        """Put the new file `name` into the folder, in the place of what stood there."""
        target = self._root / name
        self._make_folder(target.parent)
        if os.path.lexists(target):
            self.set_aside(name)
        self._do(_Move(self.draft(name), target))

    def set_aside(self, name: str) -> None:
        """Take the file `name` out of the folder."""
        self._do(_Move(self._root / name, self._staged("oud", name)))

    def commit(self, name: str) -> None:
        """Put the new file `name` over the old one; from then on nothing is undone."""
        self._make_folder(self._root)
        self._seal = self.draft(name)
        _rename(self._seal, self._root / name)

    def _staged(self, part: str, name: str) -> Path:
        path = self._stage / part / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _make_folder(self, folder: Path) -> None:
        for path in _missing(folder):
            self._do(_Folder(path))

    def _do(self, step: "_Move | _Folder") -> None:
        self._steps.append(step)  # first, so that no interrupt comes between the two
        step.do()

    def _undo(self) -> None:
        stuck: list[OSError] = []
        while self._steps:
            with suppress(KeyboardInterrupt):  # a second Ctrl-C must not leave the folder half
                try:
                    self._steps[-1].undo()
                except OSError as error:
                    stuck.append(error)
                self._steps.pop()
        if any(path.is_file() or path.is_symlink() for path in (self._stage / "oud").rglob("*")):
            message = f"niet alle vorige bestanden konden terug naar '{self._root}'"
            hint = f"ze staan in '{self._stage / 'oud'}'; zet ze zelf terug"
            raise WriteError([Problem(message, hint=hint)]) from next(iter(stuck), None)

    def _clear(self) -> None:
        shutil.rmtree(self._stage, ignore_errors=True)

    def _remove_parents(self) -> None:
        while self._parents:
            _Folder(self._parents.pop()).undo()


@dataclass(frozen=True, slots=True)
class _Move:
    source: Path
    target: Path

    def do(self) -> None:
        _rename(self.source, self.target)

    def undo(self) -> None:
        if os.path.lexists(self.target) and not os.path.lexists(self.source):
            _rename(self.target, self.source)


@dataclass(frozen=True, slots=True)
class _Folder:
    path: Path

    def do(self) -> None:
        self.path.mkdir()

    def undo(self) -> None:
        with suppress(OSError):  # rmdir refuses a folder in which someone else has put something
            self.path.rmdir()


def _missing(folder: Path) -> list[Path]:
    """Return the folders to make, from the top down, before `folder` is there."""
    return [path for path in reversed([folder, *folder.parents]) if not path.is_dir()]


def _home(root: Path) -> Path:
    """Return the folder to stage in: beside `root`, or inside it if only that is the same disk or open to us."""
    if root.is_dir() and (root.stat().st_dev != root.parent.stat().st_dev or not os.access(root.parent, os.W_OK)):
        return root
    return root.parent


def _rename(source: Path, target: Path) -> None:
    for wait in _WAITS:
        with suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(wait)
    source.replace(target)
