"""Tables of wrong files: a change to a file that is right, and all that is then said about it, word for word.

`- ` is replaced by `+ `, and again if more of these follow; without `- ` the text is added at the end. `! ` is what is
wrong, with line and column behind the name of the file, and `? ` its hint. A line `# ` names what follows, `##` is for
who reads the table.
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Wrong:
    """A change to a file that is right, and what is said about it."""

    name: str
    changes: list[tuple[list[str], list[str]]] = field(default_factory=lambda: [([], [])])
    said: list[tuple[str, str | None]] = field(default_factory=list)

    def old(self, line: str) -> None:
        """Take a line away: of the same change, or of a new one if the last has what comes in its place."""
        if self.changes[-1][1]:
            self.changes.append(([], []))
        self.changes[-1][0].append(line)

    def new(self, line: str) -> None:
        """Put a line in the place of those taken away."""
        self.changes[-1][1].append(line)

    def spoil(self, base: str) -> str:
        """Return `base` with the changes; without an old text the new one is added at the end."""
        for old_lines, new_lines in self.changes:
            if not old_lines:
                base += "\n".join(new_lines) + "\n"
                continue
            old = "\n".join(old_lines) + ("" if new_lines else "\n")
            assert base.count(old) == 1, f"{self.name}: the text to replace must stand in the base once"
            base = base.replace(old, "\n".join(new_lines))
        return base


def wrongs(table: Path, file: str) -> list[Wrong]:
    """Return the rows of a table of changes to the file that messages call `file`."""
    found: list[Wrong] = []
    for line in table.read_text(encoding="utf-8").splitlines():
        rest = line[2:]
        match line[:2].strip():
            case "#":
                found.append(Wrong(rest))
            case "-":
                found[-1].old(rest)
            case "+":
                found[-1].new(rest)
            case "!":
                found[-1].said.append((f"{file}:{rest}", None))
            case "?":
                found[-1].said[-1] = (found[-1].said[-1][0], rest)
            case sign:
                assert sign in ("", "##"), f"{table.name}: {line!r} starts with no known sign"
    names = [wrong.name for wrong in found]
    assert len(set(names)) == len(names), f"{table.name}: a name stands there twice"
    assert all(wrong.said for wrong in found), f"{table.name}: nothing is said of a mistake"
    return found
