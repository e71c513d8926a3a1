"""Files of a folder exchanged all or none, also where the program is killed or the power fails.

New files are written beside the folder's own, in `.speelveld`, and wait there until the disk has them. Then a journal
says what is about to happen, and from that moment on the new ones count: files change places by renames, each of which
can be done again. Who comes next and finds a journal does just that. Without one, what was begun is thrown away.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import TracebackType

from speelveld.errors import Problem, WriteError
from speelveld.output import journal as journals
from speelveld.output.digest import digest
from speelveld.output.durable import clear, make_folder, missing, rename, stands, sync_folders, write_new
from speelveld.output.failures import replacing
from speelveld.output.journal import Journal, Put, read_journal
from speelveld.output.lock import Busy, Lock, lock

WORK = ".speelveld"
"""The folder, in the one that is changed, in which new files wait and old ones are kept until all is done."""

_NEW, _OLD, _DRAFT = "nieuw", "oud", "wissel.nieuw"

# Seen by a person only where the program was killed between the first rename and the last.
NOTE = "deze-kit-is-niet-af.txt"
_NOTE_TEXT = b"""Deze kit is niet af: het programma stopte terwijl het de oude kit verving.
Print hier nog niets van. Geef dezelfde opdracht opnieuw, dan komt de kit af.
"""


class Exchange:
    """The exchange of files in `root`, by one process at a time; what an earlier one left is finished or undone first.

    Left by an exception before `commit` was done, everything is put back. Nothing of it stays behind after that.
    """

    def __init__(self, root: Path, shown: Path, busy: Busy = lambda _: None) -> None:
        """Touch nothing yet; `root` is a path without links, `shown` what messages call it, `busy` hears of a wait."""
        self._root, self._shown, self._busy = root, shown, busy
        self._work = root / WORK
        self._lock: Lock | None = None
        self._made: list[Path] = []
        self._staged: dict[str, str] = {}
        self._aside: dict[str, str] = {}
        self._touched: dict[Path, None] = {}
        self._done = False

    @property
    def set_aside(self) -> "dict[str, str]":
        """The files of the user that stood in the way, by the name they had, with the name they have now."""
        return dict(self._aside)

    def __enter__(self) -> "Exchange":
        """Wait for other writers, and bring the folder in order."""
        try:
            self._lock = lock(self._work, self._make, self._shown, self._busy)
            self._recover()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put everything back unless all is done, and let the next one in."""
        try:
            # The disk tells whether it was committed: an interrupt may come just after the rename.
            if stands(self._work / journals.NAME):
                _though_interrupted(lambda: self._undo(read_journal(self._work / journals.NAME)))
        finally:
            _though_interrupted(self._leave)

    def stage(self, name: str, data: bytes) -> None:
        """Write the new file `name`, which `commit` will put in its place."""
        path = self._new(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, data)
        self._staged[name] = digest(data)

    def commit(self, ours: "dict[str, str]", out: Iterable[str] = (), first: Iterable[str] = ()) -> None:
        """Put every staged file in its place, and take the files `out` away.

        `ours` has the SHA-256 of what is ours in the folder: only that is taken out or written over, and what the user
        made of it since is given another name. What is `first` leaves first and comes last.
        """
        first, out = tuple(first), tuple(out)
        if not self._staged and not out:
            return
        names = sorted(self._staged, key=lambda name: name in first)
        folders = dict.fromkeys(path for name in names for path in missing((self._root / name).parent))
        journal = Journal(
            tuple(Put(name, self._staged[name], ours.get(name)) for name in names),
            {name: ours[name] for name in out},
            tuple(path.relative_to(self._root).as_posix() for path in folders),
            tuple(name for name in first if name in self._staged),
        )
        sync_folders([path for name in names for path in _up_to(self._new(name), self._work)])
        write_new(self._work / NOTE, _NOTE_TEXT)
        write_new(self._work / _DRAFT, journal.as_json())
        rename(self._work / _DRAFT, self._work / journals.NAME)
        sync_folders([self._work])
        self._finish(journal)

    def replace_one(self, name: str) -> None:
        """Put the one staged file `name`, which lies in the folder itself, over what is there: one rename does it."""
        sync_folders(_up_to(self._new(name), self._work))
        rename(self._new(name), self._root / name)
        sync_folders([self._root])

    def _new(self, name: str) -> Path:
        return self._work / _NEW / name

    def _old(self, name: str) -> Path:
        return self._work / _OLD / name

    def _make(self) -> None:
        """Make the folder to work in, and those above it that are missing; remember which."""
        for path in missing(self._work):
            if path != self._work and path not in self._made:
                self._made.append(path)
            make_folder(path)
            sync_folders([path.parent])

    def _recover(self) -> None:
        """Finish what an earlier process began, or undo it where that cannot be; throw away what was never begun."""
        if stands(self._work / journals.NAME):
            journal = read_journal(self._work / journals.NAME)
            try:
                self._finish(journal)
            except (OSError, WriteError):
                self._undo(journal)
                self._aside.clear()
        assert self._lock is not None
        clear(self._work, keep=self._lock.path)

    def _finish(self, journal: Journal) -> None:
        """Do what the journal says, as far as it was not done, and strike it out when the disk has it all."""
        if stands(self._work / NOTE) and not stands(self._root / NOTE):
            rename(self._work / NOTE, self._root / NOTE)
            sync_folders([self._root])
        for put in journal.puts:
            if put.name in journal.first and put.was is not None and stands(self._new(put.name)):
                self._take_out(put.name, put.was)
        for name, was in journal.out.items():
            self._take_out(name, was)
        for folder in journal.folders:
            (self._root / folder).mkdir(exist_ok=True)
            self._touch(self._root / folder)
        for put in journal.puts:
            if stands(self._new(put.name)):
                self._put(put)
        for name in journal.out:
            self._remove_empty(name)
        self._strike_out()

    def _put(self, put: Put) -> None:
        target = self._root / put.name
        if stands(target):
            self._take_out(put.name, put.was)
        if stands(target):
            self._move_aside(put.name)
        self._move(self._new(put.name), target, target)

    def _take_out(self, name: str, was: str | None) -> None:
        """Set the file `name` aside if it is still as we wrote it; what came in its place later is the user's."""
        if was is not None and not stands(self._old(name)) and is_as_written(self._root / name, was):
            self._move(self._root / name, self._old(name), self._root / name)

    def _move_aside(self, name: str) -> None:
        path = PurePosixPath(name)
        number = 1
        while stands(self._root / (free := str(path.with_name(_yours(path, number))))):
            number += 1
        self._aside[name] = free  # first, so that no interrupt comes between the two
        self._move(self._root / name, self._root / free, self._root / name)

    def _undo(self, journal: Journal) -> None:
        """Put back what is no longer in its place.

        Raises:
            WriteError: something could not be moved; the journal stays, and who comes next tries to finish it.
        """
        stuck: list[OSError] = []
        for put in reversed(journal.puts):
            target = self._root / put.name
            if not stands(self._new(put.name)) and is_as_written(target, put.sha256):
                self._back(target, self._new(put.name), stuck)
            self._back(self._old(put.name), target, stuck)
            if put.name in self._aside:
                self._back(self._root / self._aside[put.name], target, stuck)
        for folder in reversed(journal.folders):
            with suppress(OSError):  # rmdir refuses a folder in which someone else has put something
                (self._root / folder).rmdir()
        for name in reversed(list(journal.out)):
            self._back(self._old(name), self._root / name, stuck)
        if stuck:
            message = f"niet alle vorige bestanden konden terug naar '{self._shown}'"
            hint = f"ze staan in '{self._work / _OLD}'; geef de opdracht opnieuw, dan komt de kit af"
            raise WriteError([Problem(message, hint=hint)]) from stuck[0]
        self._strike_out()

    def _back(self, source: Path, target: Path, stuck: list[OSError]) -> None:
        if stands(source) and not stands(target):
            try:
                self._move(source, target, target)
            except (OSError, WriteError) as error:
                stuck.append(error if isinstance(error, OSError) else OSError(str(error)))

    def _strike_out(self) -> None:
        """Take the journal away: all that it says is on the disk, or none of it."""
        sync_folders([*self._touched, *map(Path, self._folders_of_work())])
        if is_as_written(self._root / NOTE, digest(_NOTE_TEXT)):
            (self._root / NOTE).unlink()
        sync_folders([self._root])
        (self._work / journals.NAME).unlink()
        with suppress(OSError):  # a journal that comes back finds nothing left to do
            sync_folders([self._work])
        self._touched.clear()

    def _folders_of_work(self) -> list[str]:
        return [where for part in (_NEW, _OLD) for where, _, _ in os.walk(self._work / part)]

    def _move(self, source: Path, target: Path, told: Path) -> None:
        """Move a file; a refusal is told of the file `told`, as the user knows it."""
        target.parent.mkdir(parents=True, exist_ok=True)
        self._touch(target)
        self._touch(source)
        shown = self._shown / told.relative_to(self._root)
        with replacing(shown):
            rename(source, target)

    def _touch(self, path: Path) -> None:
        self._touched.update(dict.fromkeys(_up_to(path, self._root)))

    def _remove_empty(self, name: str) -> None:
        """Remove the folders in which nothing is left now that the file `name` is gone."""
        folder = (self._root / name).parent
        with suppress(OSError):  # rmdir refuses a folder that still holds something
            while folder != self._root:
                folder.rmdir()
                self._touch(folder)
                folder = folder.parent

    def _leave(self) -> None:
        """Throw away what is left in the folder to work in, and let the next one in; a journal stays with its files."""
        if self._lock is not None:
            if not stands(self._work / journals.NAME):
                clear(self._work, keep=self._lock.path)
            self._lock.release()
            self._lock = None
        else:
            with suppress(OSError):
                self._work.rmdir()
        for path in reversed(self._made):
            with suppress(OSError):
                path.rmdir()


def is_as_written(path: Path, sha256: str) -> bool:
    """Tell whether `path` is a plain file, reached by no link, that holds what has this digest."""
    return (
        Path(os.path.realpath(path.parent)) == path.parent
        and path.is_file()
        and not path.is_symlink()
        and digest(path.read_bytes()) == sha256
    )


def _up_to(path: Path, top: Path) -> list[Path]:
    """Return the folders in which `path` lies, up to `top`."""
    return [folder for folder in path.parents if folder == top or top in folder.parents]


def _yours(path: PurePosixPath, number: int) -> str:
    return f"{path.stem} (uw versie{'' if number == 1 else f' {number}'}){path.suffix}"


def _though_interrupted(action: Callable[[], None]) -> None:
    """Do `action`, which may be done again, to its end; a Ctrl-C meanwhile comes after it."""
    interrupt: KeyboardInterrupt | None = None
    while True:
        try:
            action()
            break
        except KeyboardInterrupt as error:
            interrupt = error
    if interrupt is not None:
        raise interrupt
