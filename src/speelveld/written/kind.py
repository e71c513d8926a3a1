"""What a file is to whoever wrote it: what is said where the whole of it is wrong, and how large it may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from speelveld.errors import KitError, SpeelveldError


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file; what is written here of nothing in particular holds for the small files beside the layouts."""

    error: type[SpeelveldError] = KitError
    """What a mistake in it is raised as."""
    language: str = "YAML"
    begin: str = "neem het bestand van het programma als voorbeeld"
    """How to mend an empty one."""
    instead: str | None = None
    """What to do where it is no text at all but a file of another program; None: give one of this language."""
    example: str = "naam: …"
    """A first line."""
    comment: str = "telt het niet mee"
    """What becomes of words behind a #."""
    most_bytes: int = 1024 * 1024
    smaller: str = "haal weg wat u niet gebruikt"
    """How to mend one of more bytes."""
    most_values: int = 100_000
    """How many values, keys, and begins and ends of lists and blocks it may have."""
    too_much: tuple[str, str] = ("in dit bestand staat te veel", "haal weg wat u niet gebruikt")
    """What is wrong with one of more values, and how to mend it."""
    goes_on: bool = False
    """Whether reading goes on behind a part that is no YAML, to tell what is wrong with the rest too."""
    long_lists: Mapping[str, int] = field(default_factory=dict)
    """How many items a list under one of these keys of the file may have, where that is more than usual."""
