"""One writer at a time in a folder: a lock that the system takes back from a process that ends, however it ends."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from speelveld.errors import Problem, WriteError
from speelveld.errors.disk import knows_no_locks, never_there

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "slot"
"""The file that is locked; it goes with its folder when the last writer is done."""

Busy = Callable[[str], object]
"""Hears, once, who it is that we wait for."""

# Writing takes seconds; who is busy longer hangs, or waits for a person.
_LIMIT = 60.0
_PAUSE = 0.05
# Others take a folder away now and then; where it never stays, as below a link that leads nowhere, it cannot be made.
_MOST_GONE = 2000
# Far beyond the text in the file: what is locked on Windows cannot be read by others.
_BYTE = 1 << 20


@dataclass(slots=True)
class Lock:
    """A lock that is held on a folder."""

    path: Path
    number: int

    def release(self) -> None:
        """Let the next one in, and take the file and its folder away if nobody else needs these."""
        if sys.platform == "win32":  # a file that is open cannot be removed there
            os.close(self.number)
            self._remove()
        else:
            self._remove()
            os.close(self.number)

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink()
        with suppress(OSError):  # of who came since, or who waits
            self.path.parent.rmdir()


def lock(folder: Path, make: Callable[[], None], shown: Path, busy: Busy, limit: float = _LIMIT) -> Lock:
    """Return the lock on `folder`, which `make` makes with those above it; `shown` is how messages name the place.

    Raises:
        WriteError: another process still held it after `limit` seconds.
        OSError: the folder cannot be made, or nothing can be written in it.
    """
    try:
        return _turn(folder, make, shown, busy, limit)
    except BaseException:
        _remove_if_free(folder)
        raise


def _turn(folder: Path, make: Callable[[], None], shown: Path, busy: Busy, limit: float) -> Lock:
    until = time.monotonic() + limit
    told, gone = False, 0
    while True:
        held, who = _attempt(folder, make)
        if held is not None:
            return held
        gone = 0 if who else gone + 1
        if gone > _MOST_GONE:
            raise never_there(folder)
        if who and time.monotonic() >= until:
            message = f"{who} schrijft nog in '{shown}'; we wachtten {limit:.0f} seconden"
            hint = "wacht tot dat klaar is en probeer het opnieuw, of kies een andere map met --uit"
            raise WriteError([Problem(message, hint=hint)])
        if who and not told:
            busy(f"{who} schrijft nu in '{shown}'; we wachten tot dat klaar is")
            told = True
        time.sleep(_PAUSE if who else 0)


def _attempt(folder: Path, make: Callable[[], None]) -> tuple[Lock | None, str]:
    """Return the lock, or who has it; neither if the file went away at that moment."""
    number = _open(folder, make)
    if number is None:
        return None, ""
    held = None
    try:
        if not _taken(number):
            return None, _signature(number)
        # Else the file was removed by who had the lock.
        if _is_at(number, folder / NAME):
            _sign(number)
            held = Lock(folder / NAME, number)
    finally:
        if held is None:
            os.close(number)
    return held, ""


def _remove_if_free(folder: Path) -> None:
    """Take away the file that was made to be locked, unless somebody else has the lock."""
    with suppress(OSError):
        number = os.open(folder / NAME, os.O_RDWR)
        if _taken(number) and _is_at(number, folder / NAME):
            Lock(folder / NAME, number).release()
        else:
            os.close(number)


def _open(folder: Path, make: Callable[[], None]) -> int | None:
    """Return the open file to lock; None if its folder was taken away at that moment."""
    try:
        make()
        if folder.is_symlink():
            message = f"'{folder}' moet een gewone map zijn, maar is een verwijzing"
            raise WriteError([Problem(message, hint="gooi die verwijzing weg")])
        return os.open(folder / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except FileNotFoundError:
        if folder.is_dir():
            raise
        return None


def _taken(number: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(number, _BYTE, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return knows_no_locks(error)
    return True


def _is_at(number: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(number), path.stat(follow_symlinks=False))
    except OSError:
        return False


def _sign(number: int) -> None:
    """Write in the file who holds it, for who waits; nobody needs it to be on the disk."""
    import platform

    with suppress(OSError):
        os.ftruncate(number, 0)
        os.lseek(number, 0, os.SEEK_SET)
        os.write(number, f"{os.getpid()} {platform.node()}".encode())


def _signature(number: int) -> str:
    """Return who holds the file, from what it says; it may be anything."""
    with suppress(OSError, ValueError):
        os.lseek(number, 0, os.SEEK_SET)
        process, _, node = os.read(number, 200).decode().partition(" ")
        if process.isascii() and process.isdigit() and node.isprintable():
            return f"een andere opdracht van speelveld (proces {process}{f' op {node}' if node else ''})"
    return "een andere opdracht van speelveld"
