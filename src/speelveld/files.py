"""Files as they were when they were read: what was looked at once is what is used ever after."""

from dataclasses import dataclass
from pathlib import Path


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


def read_file(path: Path) -> ReadFile:
    """Return the file at `path`.

    Raises:
        OSError: it cannot be read.
    """
    return ReadFile(path, path.read_bytes())
