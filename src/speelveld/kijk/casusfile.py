"""The file of a casus: read again when another program wrote it, and written one value at a time.

A value is only written where the file still holds what its writer saw, and what was written can be taken back. Between
that look and the writing no other run writes: each takes its turn.
"""

from collections.abc import Callable
from pathlib import Path

from speelveld.casus.loading import CASUS
from speelveld.errors import Problem, SpeelveldError
from speelveld.errors.disk import unwritten
from speelveld.kijk.journal import Change, Journal
from speelveld.output.single import replace_file
from speelveld.written.editing import EditableFile

STRANGE = "Dit verzoek is niet van deze bladzijde."
"""What is said of what no page of ours asks."""


class ClashError(Exception):
    """Another program changed the value that was to be written; `there` is what the file holds."""

    def __init__(self, there: str) -> None:
        super().__init__("Deze tekst is ook ergens anders veranderd.")
        self.there = there


class RefusedError(Exception):
    """What was asked cannot be done; `problems` say why."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class CasusFile:
    """One casus.yaml, and the changes that were made to it here."""

    def __init__(self, path: Path, journal: Journal) -> None:
        """Read nothing yet."""
        self.path, self.journal = path, journal
        self.data: bytes | None = None
        """What the file held when it was last read or written; None before that."""
        self.good: EditableFile | None = None
        """The last of it that could be read; None before that."""
        self.broken: list[str] = []
        """Why it cannot be read now, line by line; nothing if it can."""

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.path.name

    @property
    def values(self) -> dict[str, str]:
        """Every text of it, as it was when it could last be read, by its path."""
        return self.good.values if self.good else {}

    def read_again(self) -> bool:
        """Read it if it is another than the one that is known; tell whether that, or why it is broken, changed."""
        before = self.data, self.broken
        try:
            self.data = self.path.read_bytes()
        except OSError:
            self.broken = [f"{self.name} is er niet meer, of is niet te lezen. Zet het bestand terug."]
            return self.broken != before[1]
        if self.data == before[0] and not before[1]:
            return False
        try:
            self.good = EditableFile(self.data, self.name, CASUS)
            self.broken = []
        except SpeelveldError as error:
            self.broken = [str(problem) for problem in error.problems]
        return (self.data, self.broken) != before

    def with_value(self, path: str, value: str) -> EditableFile | None:
        """Return the file as it would be with another value; None where it has none there.

        Raises:
            SpeelveldError: the value cannot be written.
        """
        return self.good.changed(path, value) if self.good and path in self.good.values else None

    def save(self, path: str, value: str, before: str, label: str) -> None:
        """Write a value that was `before`; `label` is what a reader calls it.

        Raises:
            ClashError: it is something else by now.
            RefusedError: it cannot be written.
        """

        def change(file: EditableFile) -> EditableFile:
            there = file.values.get(path)
            if there is None:
                raise RefusedError("Deze tekst staat niet meer in het bestand.")
            if there not in (before, value):
                raise ClashError(there)
            return file.changed(path, value)

        was, now = self._write(change)
        if was.values[path] != now.values[path]:
            self.journal.add(Change(path, was.values[path], now.values[path], label))

    def rearrange(self, path: str, label: str, change: Callable[[EditableFile], EditableFile]) -> None:
        """Write the file with things added, taken away or moved; `path` is where to look afterwards.

        What `change` raises is raised here too.

        Raises:
            RefusedError: it cannot be written.
        """
        was, now = self._write(change)
        at, before, after = was.difference(now)
        if before != after:
            self.journal.add(Change(path, before, after, label, at))

    def step(self, by: int) -> Change:
        """Take the last change back (-1), or do the one again that was taken back (1); return it.

        Raises:
            RefusedError: there is none, or the file holds something else by now.
        """
        change = self.journal.last if by < 0 else self.journal.next
        if change is None:
            raise RefusedError("Er is niets terug te zetten." if by < 0 else "Er is niets opnieuw te doen.")
        wanted = change.taken_back if by < 0 else change

        def again(file: EditableFile) -> EditableFile:
            found: EditableFile | None = None
            if wanted.at >= 0:
                found = file.replaced(wanted.at, wanted.before, wanted.after)
            elif file.values.get(wanted.path) == wanted.before:
                found = file.changed(wanted.path, wanted.after)
            if found is None:
                self.journal.forget([change])
                if change.at >= 0:
                    what = f"{change.label}. Die plek in {self.name} is intussen veranderd, en blijft zoals zij is."
                else:
                    what = f"{change.label} is intussen ergens anders veranderd. Die tekst blijft zoals hij is."
                raise RefusedError(what)
            return found

        self._write(again)
        self.journal.step(by)
        return change

    def _there(self) -> EditableFile:
        """Return the file as it is now."""
        self.read_again()
        if self.broken or self.good is None:
            raise RefusedError(f"{self.name} is nu niet te gebruiken. Er wordt niets geschreven.")
        return self.good

    def _write(self, change: Callable[[EditableFile], EditableFile]) -> tuple[EditableFile, EditableFile]:
        """Write what `change` makes of the file, and return it as it was and as it is; what that raises goes on.

        Raises:
            RefusedError: it cannot be written.
        """
        found: list[tuple[EditableFile, EditableFile]] = []

        def content() -> bytes:
            before = self._there()
            found.append((before, change(before)))
            return found[-1][1].data

        try:
            # Before anything is written: in the place of a folder that was taken away none must come.
            self._there()
            replace_file(self.path, content)
        except SpeelveldError as error:
            raise RefusedError(error.problems[0].message, error.problems) from error
        except OSError as error:
            why = unwritten(error)
            raise RefusedError(f"{self.name} is niet geschreven: {why}. Wat u typte, staat nog hier.") from error
        _, self.good = found[-1]
        self.data = self.good.data
        return found[-1]
