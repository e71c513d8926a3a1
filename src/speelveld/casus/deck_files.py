"""Where each file of the standard deck is looked for: beside the casus before among the bundled ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from speelveld.casus.folder import caged

FOLDER = "deck"
"""What the folder beside a casus is called."""
RULES, WORDS = "spel", "taal"
_KIND = re.compile("[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class DeckFiles:
    """Folders of decks: `own` ones, the first of them first, and the one that comes with the program."""

    own: tuple[Path, ...]
    bundled: Path

    def find(self, name: str) -> Path:
        """Return the file `name`.yaml that counts: the bundled one, there or not, if no folder has its own.

        Raises:
            KitError: it is a link that leads out of its folder.
        """
        file = f"{name}.yaml"
        return next(
            (caged(folder / file, folder) for folder in self.own if (folder / file).exists()), self.bundled / file
        )

    def standard(self, name: str) -> Path:
        """Return the bundled file that a file of that name may extend."""
        return self.bundled / f"{name}.yaml"

    def kinds(self, known: frozenset[str]) -> tuple[str, ...]:
        """Return the kinds of cards that are not among the `known` files: one for each other file there is."""
        names = {path.stem for folder in (*self.own, self.bundled) for path in folder.glob("*.yaml")}
        return tuple(sorted(name for name in names - known - {RULES, WORDS} if _KIND.fullmatch(name)))

    def paths(self) -> Iterator[Path]:
        """Yield every file of every folder."""
        for folder in (*self.own, self.bundled):
            yield from folder.glob("*.yaml")
