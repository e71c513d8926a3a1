"""Changes to a disk that are there when the power fails; what is changed, and in which order, is not decided here.

A file or a name that was written is on the disk only when that was asked for. POSIX asks it of each folder apart;
Windows has no way to ask it of a folder, and NTFS keeps the order of its names by itself.
"""

import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from speelveld.errors.disk import cannot_wait_for_folders

# A virus scanner on Windows holds a new file for a moment. pip waits and tries again too, see `replace` in
# https://github.com/pypa/pip/blob/main/src/pip/_internal/utils/filesystem.py
_WAITS = (0.1, 0.4) if os.name == "nt" else ()


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, and wait until the disk has it; its name is not sure before `sync_folders`.

    Raises:
        OSError: it cannot be written, or something of that name is there, also a link that leads nowhere.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    number = os.open(path, flags, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(number, rest) :]
        os.fsync(number)
    finally:
        os.close(number)


def make_folder(path: Path) -> None:
    """Make a folder, if there is none.

    Raises:
        FileNotFoundError: there was one, and another process took it away at this moment.
        OSError: it cannot be made, or something else of that name is there.
    """
    try:
        path.mkdir()
    except FileExistsError:
        path.lstat()
        if not path.is_dir():
            raise


def sync_folders(folders: Iterable[Path]) -> None:
    """Wait until the disk has every name in `folders` as it is now; one that is gone is passed over."""
    if os.name == "nt":
        return
    for folder in dict.fromkeys(folders):
        with suppress(FileNotFoundError, NotADirectoryError):
            number = os.open(folder, os.O_RDONLY)
            try:
                _sync(number)
            except OSError as error:
                if not cannot_wait_for_folders(error):
                    raise
            finally:
                os.close(number)


def _sync(number: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There fsync leaves it to the drive when it writes; this does not (man 2 fsync).
        with suppress(OSError):
            fcntl.fcntl(number, fcntl.F_FULLFSYNC)
            return
    os.fsync(number)


def rename(source: Path, target: Path) -> None:
    """Give a file another name, in the place of what has that name; tried again where a scanner may hold it."""
    for wait in _WAITS:
        with suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(wait)
    source.replace(target)


def stands(path: Path) -> bool:
    """Tell whether something has this name, also a link that leads nowhere."""
    return os.path.lexists(path)


def missing(folder: Path) -> list[Path]:
    """Return the folders to make, from the top down, before `folder` is there."""
    return [path for path in reversed([folder, *folder.parents]) if not path.is_dir()]


def clear(folder: Path, keep: Path | None = None) -> None:
    """Take away all that is in `folder`, and no link further, as far as that can be done; `keep` stays."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if path == keep:
                continue
            with suppress(OSError):
                if path.is_dir() and not path.is_symlink():
                    clear(path)
                    path.rmdir()
                else:
                    path.unlink()
