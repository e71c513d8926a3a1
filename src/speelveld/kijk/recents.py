"""Which casussen were opened here last: a list of folders in what this user's computer may forget."""

import json
from contextlib import suppress
from pathlib import Path

_MOST = 12


class Recents:
    """The casussen that were opened, the last one first."""

    def __init__(self, file: Path | None) -> None:
        """Read them from `file` each time; None: nothing is kept."""
        self._file = file

    def paths(self) -> list[Path]:
        """Return the files of those casussen that are still there."""
        if self._file is None:
            return []
        with suppress(OSError, ValueError, RecursionError):
            listed = json.loads(self._file.read_text(encoding="utf-8"))
            if isinstance(listed, list):
                paths = [Path(each) for each in listed if isinstance(each, str)]
                return [path for path in paths if path.is_absolute() and path.is_file()]
        return []

    def add(self, path: Path) -> None:
        """Note that a casus was opened; where that cannot be written, it is forgotten."""
        if self._file is None:
            return
        path = path.resolve()
        kept = [path, *(each for each in self.paths() if each != path)][:_MOST]
        draft = self._file.with_suffix(".new")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft.write_text(json.dumps([str(each) for each in kept], ensure_ascii=False), encoding="utf-8")
            draft.replace(self._file)
