"""What a YAML file holds, with the place of every value and key; what it means is not known here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, Union

from speelveld.errors import Problem, Source
from speelveld.written.tekst import Tekst

Waarde: TypeAlias = Union[Tekst, "Blok", "Rij", "Leeg", "Fout"]


class Mark(Protocol):
    """A place as libyaml gives it: line and column count from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Leeg:
    """A value that was not filled in: nothing, `~` or `null`, without quotation marks."""

    source: Source


@dataclass(frozen=True, slots=True)
class Fout:
    """A value about which something has been said already; nothing more is to be said of it."""

    source: Source


class Blok(dict[str, Waarde]):
    """The keys and values of one mapping, without the values that are blank.

    The top one of a file also has `remarks`, what is odd about the file and no mistake, and `broken`: whether a part
    of the file could not be read, so that nobody knows what is missing.
    """

    __slots__ = ("blanks", "broken", "marks", "remarks", "source")

    def __init__(self, source: Source) -> None:
        """Begin an empty mapping at `source`."""
        super().__init__()
        self.source = source
        self.marks: dict[str, Mark | Source] = {}
        self.blanks: dict[str, Tekst | Leeg] = {}
        self.remarks: Sequence[Problem] = ()
        self.broken = False

    def key_source(self, key: str) -> Source:
        """Return where `key` is written; the mapping itself if it is not."""
        mark = self.marks.get(key)
        if isinstance(mark, Source):  # a key of another file
            return mark
        return Source(self.source.name, mark.line + 1, mark.column + 1) if mark else self.source


class Rij(list[Waarde]):
    """The items of one list; `field` is the key it stands under, `limit` how many items it may have."""

    __slots__ = ("field", "limit", "source")

    def __init__(self, source: Source, field: str, limit: int) -> None:
        """Begin an empty list at `source`."""
        super().__init__()
        self.source = source
        self.field = field
        self.limit = limit


def at(root: Waarde, path: Iterable[int | str]) -> Waarde | None:
    """Return the value at a path of keys and indexes; nothing if its last key is not there.

    A text may stand for the list of which it is the only item.
    """
    here: Waarde | None = root
    for part in path:
        if isinstance(here, Blok):
            key = str(part)
            here = here[key] if key in here else here.blanks.get(key)
        elif isinstance(here, Rij):
            here = here[int(part)]
        else:
            assert isinstance(here, Tekst), f"{path} leads nowhere"
    return here


def texts(value: Waarde | None) -> list[Tekst]:
    """Return the texts in a list, or the text that stands for a list of one."""
    items = value if isinstance(value, Rij) else [value]
    return [item for item in items if isinstance(item, Tekst)]


def rows(value: Waarde | None) -> list[Blok]:
    """Return the mappings in a list; nothing if it is no list."""
    return [item for item in value if isinstance(item, Blok)] if isinstance(value, Rij) else []
