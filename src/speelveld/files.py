"""Files as they were when they were read, what was looked at once being used ever after; and where bytes are kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The bytes of a file, and where they came from; another file in the same place is another value."""

    path: Path
    data: bytes

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.path.name

    @property
    def suffix(self) -> str:
        """The end of its name, in small letters, such as '.svg'."""
        return self.path.suffix.lower()


class Store(Protocol):
    """Keeps bytes by a key; what was put may be gone, but never comes back as something else."""

    def get(self, key: str) -> bytes | None:
        """Return what was put at `key`, or None."""

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` at `key`, if that can be."""

    def __hash__(self) -> int:
        """Tell it apart from other stores."""


def read_file(path: Path) -> ReadFile:
    """Return the file at `path`.

    Raises:
        OSError: it cannot be read.
    """
    return ReadFile(path, path.read_bytes())
