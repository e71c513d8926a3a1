"""What is wrong or odd, put where it belongs: at a field of the casus, and on the faces where that can be read."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from speelveld.build.checking import Melding
from speelveld.errors import Problem, Source
from speelveld.kijk.described import of_which_card
from speelveld.written.editing import EditableFile, Placed
from speelveld.written.paths import parts_of

Kind = Literal["mistake", "warning", "language"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem, at the path of the value it is about, or of the block or list; nothing where it is about none."""

    kind: Kind
    problem: Problem
    path: str
    is_text: bool = True
    """Whether a text stands at the path: something that a field holds."""

    def as_data(self, faces: Iterable[str]) -> dict[str, Any]:
        """Return what the page shows of it, with the faces it is about."""
        source = self.problem.source
        return {
            "kind": self.kind,
            "message": self.problem.message,
            "hint": self.problem.hint or "",
            "place": str(Source(Path(source.name).name, source.line, source.column)) if source else "",
            "field": self.path if self.is_text else "",
            "faces": list(faces),
        }


class Places:
    """Where each value of a casus begins, to find the one that a problem is about."""

    def __init__(self, name: str, texts: Mapping[str, Source], others: Iterable[Placed] = ()) -> None:
        """Take where the texts of the file `name` begin, by their paths; `others` are its blocks and lists."""
        self._name, self._texts = name, frozenset(texts)
        starts = {(source.line, source.column): path for path, source in texts.items()}
        self._blocks: dict[tuple[int, int], str] = {}
        for each in others:
            # On the line where what stands in it begins, that is what is told of.
            if each.key is not None:
                starts[each.key.line, each.key.column] = each.path
            if each.is_block:
                self._blocks[each.start.line, each.start.column] = each.path
        self._sorted = sorted((*place, path) for place, path in starts.items())

    @classmethod
    def of(cls, name: str, file: EditableFile | None) -> "Places":
        """Return the places of the file `name`; of none, there are none."""
        values = file.outline if file else ()
        texts = {each.path: each.start for each in values if each.is_text}
        return cls(name, texts, [each for each in values if not each.is_text])

    def path(self, source: Source | None) -> str:
        """Return the path of the text that holds a place, or stands on its line; nothing if there is none."""
        found = self._at(source)
        return found if found in self._texts else ""

    def remark(self, kind: Kind, problem: Problem) -> Remark:
        """Return a problem at the value it is about: a text, or else the block or list."""
        source = problem.source
        path = self._at(source)
        if problem.of_block and source is not None:
            path = self._blocks.get((source.line, source.column), path) if self._is_here(source) else ""
        return Remark(kind, problem, path, path in self._texts)

    def _is_here(self, source: Source) -> bool:
        return Path(source.name).name == self._name and source.line > 0

    def _at(self, source: Source | None) -> str:
        if source is None or not self._is_here(source):
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
    found = [places.remark("mistake", each) for each in mistakes]
    found += [places.remark("warning", each) for each in warnings]
    found += [places.remark("language", each.problem) for each in words]
    return list({(each.kind, each.problem): each for each in found}.values())


def faces_of(remark: Remark, shows: Mapping[str, Sequence[str]], cards: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids of the faces that a remark is about, its own card first.

    `shows` are the faces on which each value can be read, and `cards` the fronts of each card, by their paths. What can
    be read nowhere, such as a key that is not there, is about the card it is of; of no card, about what its block says.
    """
    path = remark.path
    if not path:
        return []
    card = of_which_card(path)
    found = [*cards.get(card, ()), *shows.get(path, ())]
    if not found:
        above = parts_of(card or (path.rpartition(".")[0] if remark.is_text else path))
        found = [id for shown, ids in shows.items() if above and parts_of(shown)[: len(above)] == above for id in ids]
    return list(dict.fromkeys(found))
