"""What is wrong or odd, put where it belongs: at a field of the casus, and on the faces where that can be read."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from speelveld.build.checking import Melding
from speelveld.errors import Problem, Source

Kind = Literal["mistake", "warning", "language"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem, at the path of the value it is about; nothing where it is about none."""

    kind: Kind
    problem: Problem
    path: str

    def as_data(self, faces: Iterable[str]) -> dict[str, Any]:
        """Return what the page shows of it, with the faces it is about."""
        source = self.problem.source
        return {
            "kind": self.kind,
            "message": self.problem.message,
            "hint": self.problem.hint or "",
            "place": str(Source(Path(source.name).name, source.line, source.column)) if source else "",
            "field": self.path,
            "faces": list(faces),
        }


class Places:
    """Where each value of a casus begins, to find the one that a problem is about."""

    def __init__(self, name: str, places: Mapping[str, Source]) -> None:
        """Take the places of all values of the file `name` by their paths."""
        self._name = name
        self._sorted = sorted((source.line, source.column, path) for path, source in places.items())

    def path(self, source: Source | None) -> str:
        """Return the path of the value that holds a place, or stands on its line; nothing if there is none."""
        if source is None or Path(source.name).name != self._name or not source.line:
            return ""
        at = bisect_right(self._sorted, (source.line, source.column, "\uffff"))
        if at and self._sorted[at - 1][0] == source.line:
            return self._sorted[at - 1][2]
        # Of a key, the value behind it on its line; of a later line of a text, the text.
        later = self._sorted[at : at + 1]
        if later and later[0][0] == source.line:
            return later[0][2]
        return self._sorted[at - 1][2] if at and source.column else ""


def remarks(
    mistakes: Iterable[Problem], warnings: Iterable[Problem], words: Iterable[Melding], places: Places
) -> list[Remark]:
    """Return all there is to say, what is worst first; of the words only what the author wrote."""
    found = [Remark("mistake", each, places.path(each.source)) for each in mistakes]
    found += [Remark("warning", each, places.path(each.source)) for each in warnings]
    found += [Remark("language", each.problem, places.path(each.problem.source)) for each in words]
    return list({(each.kind, each.problem): each for each in found}.values())
