"""What a print shop asks of the files it gets, checked; where it was written down is known elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from speelveld.errors import Source
from speelveld.geometry import Size
from speelveld.units import mm

Standard = Literal["x4", "x1a"]
STANDARDS: Mapping[Standard, str] = {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003"}

# Cards of the kit by their size at home → the size a shop cuts: A6 and A7, of the same proportions.
SIZES: Mapping[str, Size] = {"groot": Size(mm(105), mm(148)), "klein": Size(mm(74), mm(105))}

THINNEST = mm(0.25)
"""What a press can still print as a line."""
LEAST_DPI = 300
"""Fewer dots to the inch show as squares in print."""


@dataclass(frozen=True, slots=True)
class PrintShop:
    """The wishes of one print shop; lengths are in points, ink in percent of one ink."""

    name: str
    profile: Path
    """The ICC profile of paper and inks."""
    condition: str | None
    """The name of that printing condition in the registry of the ICC, such as FOGRA39; None: it has none."""
    standard: Standard = "x4"
    bleed: float = mm(3)
    """How far colour runs past the cut."""
    safe: float = mm(3)
    """How far text stays from the cut."""
    ink: int = 300
    """The most of all inks together on one spot."""
    marks: bool = False
    """Whether cut marks stand outside the bleed."""
    apart: bool = False
    """Whether fronts and backs are two files."""
    backs_first: bool = False
    sizes: Mapping[str, Size] = field(default_factory=lambda: SIZES)
    """What 'groot' and 'klein' become."""
    source: Source | None = None
    """The file it was read from."""
