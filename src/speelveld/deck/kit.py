"""Which components a kit has, and in which print job each goes; `kit_file` reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from speelveld.errors import Source
from speelveld.geometry import Size

Sides = Literal["enkel", "dubbel"]
OpdrachtSoort = Literal["kaarten", "bladzijden", "tegels", "plaat"]


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One PDF to print: one paper, one weight, one sidedness."""

    naam: str
    titel: str
    soort: OpdrachtSoort
    papier: str
    gewicht: str
    zijden: Sides
    eerst: bool = False
    """Whether it is what people open first: its file has number 0, before all others, and its first page is a cover."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A component of the kit, as `kit.yaml` or a casus's `kaartsoorten` names it."""

    naam: str
    titel: str
    layout: str
    opdrachten: tuple[str, ...]
    per: str = "tafel"
    soort: str = ""
    letter: str = ""
    van: str = ""
    formaat: Size | None = None
    achter: str | None = None
    achter_per: str = "soort"
    leeg: str | None = None
    leeg_aantal: int = 0
    toont: str | None = None
    vanaf_tafels: int = 1
    """It is made where so many tables play, or more."""
    laat: bool = False
    achterop: bool = False
    """It begins on the back of the onderdeel before it, if that leaves one white and is for the same people."""
    source: Source | None = None
    """Where its format is written."""

    @property
    def is_own(self) -> bool:
        """Whether the casus brings it, with `kaartsoorten`."""
        return False


@dataclass(frozen=True, slots=True)
class EigenOnderdeel(Onderdeel):
    """A kind of card that the casus brings, with its cards."""

    kaarten: Sequence[object] = field(default=())

    @property
    def is_own(self) -> bool:
        """Whether the casus brings it: it does."""
        return True


@dataclass(frozen=True, slots=True)
class Kit:
    """All components and print jobs, in printing order."""

    opdrachten: tuple[Opdracht, ...]
    onderdelen: tuple[Onderdeel, ...] = field(default=())
    bestanden: Mapping[str, str] = field(default_factory=dict)
    """What a print job or component is called in the names of files, where that is not its own name."""

    def opdracht(self, naam: str) -> Opdracht:
        """Return the print job `naam`."""
        return next(job for job in self.opdrachten if job.naam == naam)
