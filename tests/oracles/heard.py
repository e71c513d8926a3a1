"""The tag tree of a PDF as elements to step through, as someone does who listens; nothing of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.oracles.tagtree import tree_text

_FACT = re.compile(r"(\w+)=(['\"])(.*?)\2(?= \w+=| BBox|$)|(\w+)=(\S+)")
_TEXT = re.compile(r"[\d+]+: ?")


@dataclass
class Heard:
    """An element: its role, what its tag says of it, and what is in it; a text has no role and no kids."""

    role: str
    facts: dict[str, str]
    own: str = ""
    kids: "list[Heard]" = field(default_factory=list)

    @property
    def words(self) -> str:
        """What is heard of it and of all in it: a figure by its alternative text, decoration not at all."""
        if "Alt" in self.facts:
            return self.facts["Alt"]
        return " ".join(part for part in (self.own, *(kid.words for kid in self.kids)) if part)

    def all(self, role: str) -> "Iterator[Heard]":
        """Yield every element with this role, in reading order."""
        if self.role == role:
            yield self
        for kid in self.kids:
            yield from kid.all(role)


def heard(pdf: bytes) -> Heard:
    """Return the root of the tags of a file."""
    root = Heard("", {})
    above: list[tuple[int, Heard]] = [(-1, root)]
    for line in tree_text(pdf).splitlines():
        depth, said = len(line) - len(line.lstrip()), line.strip()
        while above[-1][0] >= depth:
            above.pop()
        if _TEXT.match(said):
            above[-1][1].kids.append(Heard("", {}, _TEXT.sub("", said, count=1)))
            continue
        role, _, facts = said.partition(" ")
        found = Heard(role, {one or other: text or bare for one, _, text, other, bare in _FACT.findall(facts)})
        above[-1][1].kids.append(found)
        above.append((depth, found))
    return root


def rows(table: Heard) -> list[list[str]]:
    """Return the words of each cell of each row."""
    return [[cell.words for cell in row.kids] for row in table.all("TR")]


def heads(table: Heard, scope: str) -> list[str]:
    """Return the words of the cells that head a 'Column' or 'Row'."""
    return [cell.words for cell in table.all("TH") if cell.facts.get("Scope") == scope]
