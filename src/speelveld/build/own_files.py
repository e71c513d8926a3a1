"""What an author's own folders hold of layouts, styles and kit: so a process that stays sees what changed there."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from speelveld.output.manifest import NAME as OUTPUT

_NAMES = ("kit.yaml", "stijl.yaml")
_END = ".j2"


def written_in(folders: Sequence[Path]) -> tuple[tuple[str, bytes | None], ...]:
    """Return these files by their paths, in order; None for one that cannot be read, which is told by who needs it."""
    return as_read(path for folder in folders for path in sorted(_below(folder)))


def as_read(paths: Iterable[str]) -> tuple[tuple[str, bytes | None], ...]:
    """Return files by their paths; None for one that cannot be read."""
    return tuple((path, _read(path)) for path in paths)


def _below(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        # A kit that was made here holds nothing that its author wrote.
        folders[:] = [name for name in folders if not name.startswith(".") and not Path(place, name, OUTPUT).exists()]
        yield from (str(Path(place, name)) for name in files if name.endswith(_END) or name in _NAMES)


def _read(path: str) -> bytes | None:
    try:
        return Path(path).read_bytes()
    except OSError:
        return None
