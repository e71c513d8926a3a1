"""What a print shop asks of the files it gets, checked; where it was written down is known elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from speelveld.errors import Source
from speelveld.geometry import Size
from speelveld.paper import BLEED, FORMATS, PRESS_INK, SAFE, PressStandard
from speelveld.units import mm

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
    standard: PressStandard = "x4"
    bleed: float = BLEED
    """How far colour runs past the cut."""
    safe: float = SAFE
    """How far text stays from the cut."""
    ink: int = PRESS_INK
    """The most of all inks together on one spot."""
    marks: bool = False
    """Whether cut marks stand outside the bleed."""
    apart: bool = False
    """Whether fronts and backs are two files."""
    backs_first: bool = False
    sizes: Mapping[str, Size] = field(default_factory=lambda: FORMATS)
    """What 'groot' and 'klein' become."""
    usual: str = "zonder 'formaten'"
    """What one asks to get cards of the usual size, as messages say it."""
    source: Source | None = None
    """The file it was read from."""
