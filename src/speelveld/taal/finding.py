"""What a check found: which one, where in which text, and what to write instead."""

from dataclasses import dataclass, field

from speelveld.casus import Controle, Negeer
from speelveld.written.tekst import Tekst

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing a reader may stumble over: the words `woorden` at index `plek` of `tekst`."""

    controle: Controle
    tekst: Tekst
    plek: int
    woorden: str
    melding: str
    suggestie: str


@dataclass(frozen=True, slots=True)
class Leesbaarheid:
    """How one text reads: a figure of Flesch-Douma, mostly from 0 (hard) to 100 (easy), and that in a word."""

    tekst: Tekst
    score: int
    oordeel: str
    woorden: int


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """All that was found in the texts of one author, and which entries of `negeer` silenced nothing."""

    bevindingen: tuple[Bevinding, ...]
    leesbaarheid: tuple[Leesbaarheid, ...] = field(default=())
    zonder_werk: tuple[Negeer, ...] = field(default=())


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return words of the author on one line, not too long to read and without what a terminal obeys."""
    line = "".join(char for char in " ".join(text[: 4 * longest].split()) if char.isprintable())
    return line if len(line) <= longest else f"{line[:longest]}…"
