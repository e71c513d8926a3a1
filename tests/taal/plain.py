"""The standard list of words, to check a text by itself."""

from pathlib import Path

from speelveld.casus import DeckFiles, load_words
from speelveld.errors import Source
from speelveld.taal import Uitkomst, lint, vocabulary
from speelveld.written.tekst import Tekst

ROOT = Path(__file__).resolve().parents[2]
WORDS = load_words(DeckFiles((), ROOT / "decks/basis"))
KNOWN = vocabulary(WORDS)


def tekst(text: str) -> Tekst:
    return Tekst(text, Source("x.yaml", 1, 1), "tekst")


def checked(*texts: str) -> Uitkomst:
    return lint([tekst(text) for text in texts], KNOWN)
