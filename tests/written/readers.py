"""Every kind of file that people write, with what reads it: the same bad files are given to each."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from speelveld.casus import DeckFiles, load_casus, load_deck, load_words
from speelveld.deck import load_kit
from speelveld.deck.rules import load_rules
from speelveld.errors import AuthorError, KitError, SpeelveldError
from speelveld.markup.theme import load_theme
from speelveld.profiles.drukker.wishes import load_shop

ROOT = Path(__file__).resolve().parents[2]
DECK = ROOT / "decks" / "basis"


def _deck(path: Path) -> object:
    """Read the folder of a file of cards, with the other files of the standard deck beside it."""
    for other in ("aanpakken", "kansen", "uitdagingen"):
        shutil.copy(DECK / f"{other}.yaml", path.parent)
    return load_deck(DeckFiles((), path.parent))


@dataclass(frozen=True)
class Reader:
    """A kind of file: its name, one that is right, what reads it, and what it raises."""

    file: str
    right: Path
    read: Callable[[Path], object]
    error: type[SpeelveldError] = KitError

    @property
    def text(self) -> str:
        """The text of the file that is right."""
        return self.right.read_text(encoding="utf-8")


READERS = (
    Reader(
        "casus.yaml", ROOT / "decks" / "nieuw" / "casus.yaml", lambda path: load_casus(path, str(path)), AuthorError
    ),
    Reader("rollen.yaml", DECK / "rollen.yaml", _deck),
    Reader("taal.yaml", DECK / "taal.yaml", lambda path: load_words(DeckFiles((), path.parent))),
    Reader("spel.yaml", DECK / "spel.yaml", lambda path: load_rules(path, 90, {})),
    Reader("kit.yaml", ROOT / "layouts" / "kit.yaml", load_kit),
    Reader("stijl.yaml", ROOT / "layouts" / "stijl.yaml", load_theme),
    Reader("jansen.yaml", ROOT / "layouts" / "drukkers" / "x4.yaml", lambda path: load_shop(path, str(path))),
)
