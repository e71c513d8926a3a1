"""A practice game as the paper prints it: what to lay ready, and each move with what the board shows after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from speelveld.casus import Aanpak, Gebeurtenis, Opgave, Rol, Uitweg


@dataclass(frozen=True, slots=True)
class Stand:
    """What the board shows."""

    geld: int
    tijd: int
    steun: int
    regie: int
    vak: int


@dataclass(frozen=True, slots=True)
class Halte:
    """A stop on the way: a thematafel (no card), or a card that is drawn, with the way out that the table takes."""

    vak: int
    soort: str
    stand: Stand
    kaart: Gebeurtenis | None = None
    uitweg: Uitweg | None = None
    mogelijkheid: bool = False
    rol: Rol | None = None
    """Who helps."""


@dataclass(frozen=True, slots=True)
class Beurt:
    """One aanpak, by rule 12 to 18."""

    kaart: Aanpak
    meer_tijd: int
    meer_stappen: int
    ontbreekt: str
    """The group for which the stappen are halved, or ''."""
    past: bool
    stappen: int
    betaald: Stand
    haltes: Sequence[Halte]
    stand: Stand


@dataclass(frozen=True, slots=True)
class Oefenpotje:
    """The practice game: what to lay ready, and its moves."""

    opgave: Opgave
    rollen: Sequence[Rol]
    ontbreken: Sequence[str]
    """Groups that the dreamteam does not have."""
    hart_ontbreekt: bool
    begin: Stand
    """After counting the groups."""
    beurten: Sequence[Beurt]
    toont: frozenset[str]
    """Which rules come up in it."""

    @property
    def kansen(self) -> list[Gebeurtenis]:
        """The kansen in the order in which they are drawn."""
        return self._drawn("kans")

    @property
    def uitdagingen(self) -> list[Gebeurtenis]:
        """The uitdagingen in the order in which they are drawn."""
        return self._drawn("uitdaging")

    def _drawn(self, soort: str) -> list[Gebeurtenis]:
        haltes = (halte for beurt in self.beurten for halte in beurt.haltes)
        return [halte.kaart for halte in haltes if halte.soort == soort and halte.kaart is not None]
