"""A casus of which every text is plain, to write other texts into; and the standard list, to check a text by itself."""

from pathlib import Path

from speelveld.casus import DeckFiles, load_words
from speelveld.errors import Source
from speelveld.taal import Uitkomst, lint, vocabulary
from speelveld.written.tekst import Tekst

ROOT = Path(__file__).resolve().parents[2]
WORDS = load_words(DeckFiles((), ROOT / "decks/basis"))
KNOWN = vocabulary(WORDS)

PLAIN = """\
formaat: 1
titel: Leven met dementie
gemeente: Zutphen
vraag: Hoe zorgen we samen dat mensen goed leven?
verhaal: De meesten wonen thuis.
kader:
  geld: Er is 150.000 euro.
  tijd: Het plan is klaar in mei.
  vast:
    - De zorg thuis blijft.
  beslist: De raad beslist.
  uitkomst: U hoort het in juni.
opgaven:
  - titel: Een vrije dag
    vraag: Hoe zorgen we samen dat er rust is?
    voor_wie: Voor wie thuis zorgt.
    schuurt: De opvang sluit om vijf uur.
    merkt: U hebt een dag vrij.
"""


def tekst(text: str) -> Tekst:
    return Tekst(text, Source("x.yaml", 1, 1), "tekst")


def checked(*texts: str) -> Uitkomst:
    return lint([tekst(text) for text in texts], KNOWN)
