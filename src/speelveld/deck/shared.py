"""What every layout of one build may read: as values for code, and by the names that layouts know."""

from dataclasses import dataclass
from typing import Any

from speelveld.casus import Casus
from speelveld.deck.rules import Rules
from speelveld.paper import FORMATS, place_for
from speelveld.sheet.duplex import Duplex
from speelveld.units import to_mm

# How large the place for a card of each format is, in millimetres.
_PLACES = {
    name: {"w": round(to_mm(size.width), 3), "h": round(to_mm(size.height), 3)}
    for name, size in ((name, place_for(card)) for name, card in FORMATS.items())
}


@dataclass(frozen=True, slots=True)
class Shared:
    """A casus, its rules, and what was asked of its kit."""

    casus: Casus
    rules: Rules
    tables: int
    participants: int
    paper: str
    board: str
    duplex: Duplex
    thickness: float | None
    """How thick one card is in points; None: as the paper the kit asks for."""
    version: str
    year: int
    letter_width: float
    """How wide the bold letters are, where 1 is as wide as those of the usual font."""
    blank: bool = False
    """Whether there is no casus, so that layouts leave places to write."""
    large_print: bool = False
    """Whether cards are made in large print as well."""
    onderdelen: tuple[str, ...] = ()
    """The names of all components this kit can have."""

    def for_layouts(self) -> dict[str, Any]:
        """Return all of it as layouts read it; counts of sheets, and what a press needs, are nothing until known."""
        return {
            "casus": self.casus,
            "spel": self.rules,
            "tafels": self.tables,
            "deelnemers": self.participants,
            "papier": self.paper,
            "bord": self.board,
            "duplex": self.duplex.value,
            "dikte": self.thickness,
            "versie": self.version,
            "jaar": self.year,
            "opdrachten": (),
            "drukpers": False,
            "afloop": 0,
            "plekmaat": _PLACES,
            "letterbreedte": self.letter_width,
            "blanco": self.blank,
            "grootletter": False,
            "onderdelen": self.onderdelen,
        }
