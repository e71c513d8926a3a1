"""What a user asks of one build, checked; nothing here reads the environment."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from speelveld.pages.correction import Correction
from speelveld.pages.shop import PrintShop

Duplex = Literal["lange-zijde", "korte-zijde", "geen"]
DUPLEX: tuple[Duplex, ...] = ("lange-zijde", "korte-zijde", "geen")
PAPERS = ("a4", "a3")
BOARDS = ("a1", "a0", "a2")
PROFILES = ("kantoor", "drukker", "web")


@dataclass(frozen=True, slots=True)
class Options:
    """One build.

    `date` is the date in the files. Layouts are sought in `first_layouts`, then beside the casus, then in
    `last_layouts`, and at last among the bundled ones.
    """

    date: datetime
    profiles: tuple[str, ...] = ("kantoor",)
    paper: str = "a4"
    board: str = "a1"
    duplex: Duplex = "lange-zijde"
    tables: int | None = None
    participants: int | None = None
    only: tuple[str, ...] = field(default=())
    large_print: bool = False
    low_ink: bool = False
    thickness: float | None = None
    """How thick one card is in points; None: as the paper the kit asks for."""
    previews: bool = True
    first_layouts: tuple[Path, ...] = field(default=())
    last_layouts: tuple[Path, ...] = field(default=())
    printer: Correction | None = None
    """What is wrong with the printer the kit is for; None: it is for any printer."""
    shop: PrintShop | None = None
    """The print shop the kit is for, in the profile 'drukker'."""
