"""The files of an office printer → which to print how often, and which of two: as lines to show."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speelveld.profiles.office import ENLARGED

if TYPE_CHECKING:
    from speelveld.pages import Part, Print


# A casus may call who leads the game otherwise.
EACH_LEADER = "voor elke spelleider"


def how_often(prints: "Sequence[Print]", tables: int, participants: int) -> list[str]:
    """Return how often to print each file, or each piece of a file of which that differs, and what to choose from."""
    times = {"tafel": f"{tables}× (voor elke tafel)", "speler": f"{participants}× (voor elke deelnemer)"}
    times |= {"spelleider": EACH_LEADER, "avond": "1×"}
    whole: dict[str, list[str]] = {}
    pieces: list[str] = []
    for print_ in prints:
        if print_.opens:
            continue
        groups = list(_groups(print_))
        if len(groups) == 1:
            whole.setdefault(groups[0][0], []).append(print_.bestand)
        else:
            told = (f"blz. {_range(first, last)} {times.get(per, '1×')}" for per, first, last in groups)
            pieces.append(f"  {print_.bestand}: {', '.join(told)}")
    lines = [f"  {times.get(per, '1×')}: {', '.join(files)}" for per, files in whole.items()]
    if not lines and not pieces:
        return []
    return ["Zo vaak print u elk bestand:", *lines, *pieces, *_choices(prints)]


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _groups(print_: "Print") -> Iterator[tuple[str, int, int]]:
    """Yield for whom the pieces of a file are, each with its first and last page."""
    last = 0
    open_: tuple[str, int, int] | None = None
    for part in print_.parts:
        first, last = last + 1, last + len(part.pages)
        if open_ is not None and open_[0] == part.per:
            open_ = (part.per, open_[1], last)
        else:
            if open_ is not None:
                yield open_
            open_ = (part.per, first, last)
    if open_ is not None:
        yield open_


def _choices(prints: "Sequence[Print]") -> Iterator[str]:
    """Yield which files hold the same in two ways, of which one is enough."""
    same: dict[frozenset[str], list[Print]] = {}
    for print_ in prints:
        if not print_.naam.endswith(ENLARGED.suffix):
            same.setdefault(frozenset(map(_named, print_.parts)), []).append(print_)
    for found in same.values():
        if len(found) > 1:
            yield f"Kies één van de twee: {' of '.join(f'{each.bestand} ({each.titel.lower()})' for each in found)}."


def _named(part: "Part") -> str:
    return part.naam
