"""What a user asks of one build, checked; nothing here reads the environment."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from speelveld.paper import BOARDS, OFFICE_PAPERS
from speelveld.sheet.correction import Correction
from speelveld.sheet.duplex import Duplex


@dataclass(frozen=True, slots=True)
class Options:
    """One build.

    `date` is the date in the files. Layouts are sought in `first_layouts`, then beside the casus, then in
    `last_layouts`, and at last among the bundled ones.
    """

    date: datetime
    paper: str = OFFICE_PAPERS[0]
    board: str = BOARDS[0]
    duplex: Duplex = Duplex.LANGE_ZIJDE
    duration: int | None = None
    """How many minutes the meeting takes; None: as the casus says."""
    huisstijl: str | None = None
    """The casus whose huisstijl the kit gets, as the user wrote it; None: its own."""
    tables: int | None = None
    participants: int | None = None
    only: tuple[str, ...] = field(default=())
    cards: tuple[str, ...] = field(default=())
    """The cards to make, and nothing else: numbers, ids and titles as the user wrote them."""
    since: Path | None = None
    """The folder of an earlier kit: only what differs from that is made."""
    large_print: bool = False
    low_ink: bool = False
    thickness: float | None = None
    """How thick one card is in points; None: as the paper the kit asks for."""
    previews: bool = True
    first_layouts: tuple[Path, ...] = field(default=())
    last_layouts: tuple[Path, ...] = field(default=())
    decks: tuple[Path, ...] = field(default=())
    """Folders in which files of the deck are looked for before the one beside the casus."""
    printer: Correction | None = None
    """What is wrong with the printer the kit is for; None: it is for any printer."""
