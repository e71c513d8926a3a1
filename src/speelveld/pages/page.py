"""What a print job is made of: parts, their pages, and the frames that lie on these."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from speelveld.errors import Problem
from speelveld.geometry import Rect, Size
from speelveld.typeset import Frame


@dataclass(frozen=True, slots=True)
class SetOnderdeel:
    """A component, set: its fronts with the number of their back, its backs, its blanks; or its pages."""

    naam: str
    titel: str
    per: str
    fronts: Sequence[Frame] = field(default=())
    backs: Sequence[Frame] = field(default=())
    back_of: Sequence[int | None] = field(default=())
    blanks: Sequence[tuple[Frame, int | None]] = field(default=())
    blank_count: int = 0
    pages: Sequence[Frame] = field(default=())
    step: int = 0


@dataclass(frozen=True, slots=True)
class Laid:
    """A frame on a page: drawn to fill `box`, turned clockwise, and only within `clip`.

    A frame that is `shared` lies in more places; a file needs to hold it only once.
    """

    frame: Frame
    box: Rect
    turn: int = 0
    clip: Rect | None = None
    shared: bool = False


SectionKind = Literal["kaart", "leeg", "achterkant"]


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a part that is found by itself, such as a card: what links lead to, and how bookmarks name it."""

    naam: str
    titel: str
    soort: SectionKind = "kaart"
    times: int = 1
    """How many equal ones there are in print."""


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page."""

    size: Size
    laid: tuple[Laid, ...] = ()
    back: bool = False
    """Whether it must lie behind the page before it."""
    section: Section | None = None
    """What begins on it, in a part that is made of sections."""
    trim: Rect | None = None
    """Where a print shop cuts it; None: nothing is cut, or along marks."""
    bleed: Rect | None = None
    """How far its art runs past that."""


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
    folded: bool = False
    """Whether its sheets are folded and glued before they are cut."""
    level: int = 1
    """Where its highest heading stands among those of the file."""

    @property
    def sections(self) -> list[Section]:
        """Every section that begins on one of its pages."""
        return [page.section for page in self.pages if page.section is not None]


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
    profile: str = ""
    """What it is for, and the folder of the kit it goes in; the build writes it down."""
    drawn_as: str = ""
    """A name for what is on its pages, title and all: files of the same name are drawn once. Nothing: by itself."""
    printer: str = ""
    """The one printer it comes out right on, by its name; otherwise it is for any."""
    scale: float = 1.0
    """How much larger than it was set all of it is, for who sees badly."""
    suffix: str = ""
    """What that adds to its name."""
    warnings: tuple[Problem, ...] = field(default=())
    """What the user should know about it, though it is no mistake."""
    copies: int = 0
    """How often it is asked for; 0: that differs from part to part."""
    opens: bool = False
    """Whether it is what people open first: its first page is its cover, and no list of contents comes before that."""

    @property
    def pages(self) -> list[Page]:
        """Every page in printing order."""
        return [page for part in self.parts for page in part.pages]

    @property
    def sheets(self) -> int:
        """How many pieces of paper one copy takes."""
        return sum(part.sheets for part in self.parts)


def whole_page(frame: Frame, scale: float = 1.0) -> Page:
    """Return `frame` as a page of its own size, or `scale` times that."""
    size = Size(frame.size.width * scale, frame.size.height * scale)
    return Page(size, (Laid(frame, size.box),))
