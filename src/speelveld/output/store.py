"""Bytes kept in a folder of the user by a key: bounded, safe to delete, and never a reason to stop."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

_DIGEST = 32
_MOST_BYTES = 50_000_000
# After tidying there is room for more: it need not be done for each file.
_ROOM = 0.8


class FolderStore:
    """Keeps each in a file of its own in `folder`, with a hash before it: what was cut off is not found.

    A folder that others may write into is not used. Whatever the disk refuses is as if it had not been kept.
    """

    def __init__(self, folder: Path, most_bytes: int = _MOST_BYTES) -> None:
        """Touch nothing yet; at most about `most_bytes` are kept, and what was used longest ago goes first."""
        self._folder, self._most = folder, most_bytes
        self._ready: bool | None = None
        self._added = False

    def get(self, key: str) -> bytes | None:
        """Return what was put at `key`, or None."""
        path = self._folder / key
        with suppress(OSError):
            if self._is_ours():
                whole = path.read_bytes()
                if sha256(whole[_DIGEST:]).digest() == whole[:_DIGEST]:
                    os.utime(path)
                    return whole[_DIGEST:]
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` at `key`, if that can be."""
        draft = self._folder / f"{key}.{uuid4().hex}"
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._ready is False:
                self._ready = None
            if not self._is_ours():
                return
            try:
                draft.write_bytes(sha256(data).digest() + data)
                draft.replace(self._folder / key)
                self._added = True
            finally:
                draft.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Take away what was used longest ago, if something was added and there is too much."""
        if not self._added:
            return
        self._added = False
        with suppress(OSError):
            files = [(entry.stat(), entry.path) for entry in os.scandir(self._folder) if entry.is_file()]
            total = sum(stat.st_size for stat, _ in files)
            if total <= self._most:
                return
            for stat, path in sorted(files, key=lambda file: file[0].st_mtime_ns):
                if total <= self._most * _ROOM:
                    break
                with suppress(OSError):
                    Path(path).unlink()
                    total -= stat.st_size

    def _is_ours(self) -> bool:
        """Tell whether the folder is there, of this user, and closed to others; looked at once."""
        if self._ready is None:
            try:
                there = self._folder.lstat()
            except OSError:
                self._ready = False
            else:
                owned = not hasattr(os, "getuid") or (there.st_uid == os.getuid() and not there.st_mode & 0o077)
                self._ready = self._folder.is_dir() and not self._folder.is_symlink() and owned
        return self._ready
