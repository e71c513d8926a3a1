"""What can be wrong, where, and how to mend it; only the command line prints it and exits."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit status of the program; scripts may count on these numbers."""

    GOOD = 0
    BUG = 1
    USAGE = 2
    AUTHOR = 3
    KIT = 4
    WRITE = 5


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a file; `name` is the path as the user gave it, line and column count from 1 (0: the whole file)."""

    name: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.name]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake or warning: what is wrong (no final full stop), where, and a hint to mend it."""

    message: str
    source: Source | None = None
    hint: str | None = None
    of_block: bool = False
    """Whether it is about the whole block that begins at `source`, such as a key that is not there."""

    def __str__(self) -> str:
        place = f"{_printable(str(self.source))}: " if self.source else ""
        hint = f"\n  hint: {_printable(self.hint)}" if self.hint else ""
        return f"{place}{_printable(self.message)}{hint}"


def legible(text: str) -> str:
    """Return a name of a file as people read it, where a system without a language gave Python its bytes apart."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _printable(text: str) -> str:
    """Return a text without what a terminal obeys; a hard space and a soft hyphen do no harm."""
    text = legible(text)
    if text.isprintable():
        return text
    return "".join(char for char in text if char.isprintable() or char in "\n\u00a0\u00ad\u2009\u202f")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by file, line and column; those without a place come first."""
    return sorted(problems, key=lambda problem: problem.source or Source(""))


class SpeelveldError(Exception):
    """All mistakes found at once; the base of every error a user can cause."""

    exit_code: ExitCode

    def __init__(self, problems: Iterable[Problem], remarks: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        self.remarks = tuple(remarks)
        """What was found besides that is no mistake."""
        super().__init__("\n".join(map(str, self.problems)))


class UsageError(SpeelveldError):
    """The command line asks for something that does not exist."""

    exit_code = ExitCode.USAGE


class AuthorError(SpeelveldError):
    """The casus, or another file of its author, is wrong."""

    exit_code = ExitCode.AUTHOR


class KitError(SpeelveldError):
    """A layout, a standard deck, or another file beside these is wrong: kit.yaml, stijl.yaml, that of a print shop."""

    exit_code = ExitCode.KIT


class WriteError(SpeelveldError):
    """The output cannot be written."""

    exit_code = ExitCode.WRITE
