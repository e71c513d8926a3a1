"""What a print job is made of: pages with frames at places."""

from dataclasses import dataclass, field

from speelveld.geometry import Rect, Size
from speelveld.typeset import Frame


@dataclass(frozen=True, slots=True)
class Laid:
    """A frame on a page: drawn to fill `box`, turned clockwise, and only within `clip`."""

    frame: Frame
    box: Rect
    turn: int = 0
    clip: Rect | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page."""

    size: Size
    laid: tuple[Laid, ...]
    back: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The pages of one component in a print job."""

    naam: str
    titel: str
    pages: tuple[Page, ...]
    sheets: int
    per: str
    cards: int = 0
    step: int = 0


@dataclass(frozen=True, slots=True)
class Print:
    """One PDF to print."""

    naam: str
    titel: str
    bestand: str
    paper: str
    weight: str
    two_sided: bool
    tagged: bool
    parts: tuple[Part, ...] = field(default=())

    @property
    def pages(self) -> list[Page]:
        """Every page in printing order."""
        return [page for part in self.parts for page in part.pages]

    @property
    def sheets(self) -> int:
        """How many pieces of paper one copy takes."""
        return sum(part.sheets for part in self.parts)
