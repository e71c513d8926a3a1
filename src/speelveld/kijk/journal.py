"""What was changed, so that it can be taken back and done again: also tomorrow, after the page was closed.

A change is kept with the value before and after it, by the path in the file; where things came, went or moved, with
what stood at that place in its text. It is taken back only where the file still holds what the change put there: what
another program wrote in the meantime is not overwritten.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

# More steps back nobody remembers.
MOST = 500
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One value that became another; `label` is what a reader calls it.

    From `at` on, if that is no less than nought, it is a part of the text of the file: then `path` says where to look.
    """

    path: str
    before: str
    after: str
    label: str
    at: int = -1

    @property
    def taken_back(self) -> "Change":
        """The change that makes it as it was."""
        return Change(self.path, self.after, self.before, self.label, self.at)


class Journal:
    """The changes of one casus; those behind `done` are taken back, and can be done again."""

    def __init__(self, file: Path | None) -> None:
        """Read what an earlier run left in `file`; of a damaged one nothing is left, and that is no mistake.

        None: nothing is kept for a later run.
        """
        self._file = file
        self._changes: list[Change] = []
        self._done = 0
        if file is None:
            return
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            if kept["version"] == _VERSION:
                changes = [Change(**each) for each in kept["changes"]]
                if not all(_is_sound(each) for each in changes):
                    return
                self._changes, self._done = changes, min(max(0, int(kept["done"])), len(changes))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            pass

    @property
    def last(self) -> Change | None:
        """What can be taken back."""
        return self._changes[self._done - 1] if self._done else None

    @property
    def next(self) -> Change | None:
        """What can be done again."""
        return self._changes[self._done] if self._done < len(self._changes) else None

    def add(self, change: Change) -> None:
        """Note a change; what was taken back before it can no longer be done again."""
        self._changes = [*self._changes[: self._done], change][-MOST:]
        self._done = len(self._changes)
        self._keep()

    def step(self, by: int) -> None:
        """Go one change back (-1) or forth (1)."""
        self._done = min(max(0, self._done + by), len(self._changes))
        self._keep()

    def forget(self, changes: Sequence[Change]) -> None:
        """Leave changes out that the file no longer holds."""
        before = sum(each not in changes for each in self._changes[: self._done])
        self._changes = [each for each in self._changes if each not in changes]
        self._done = before
        self._keep()

    def _keep(self) -> None:
        """Write it whole; where that cannot be, it lasts as long as this run."""
        if self._file is None:
            return
        kept = {"version": _VERSION, "done": self._done, "changes": [asdict(each) for each in self._changes]}
        draft = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
            draft.replace(self._file)
        except OSError:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _is_sound(change: Change) -> bool:
    texts = (change.path, change.before, change.after, change.label)
    return all(isinstance(each, str) for each in texts) and type(change.at) is int
