"""What a file for a press is made for: its standard and printing condition, and the boxes of its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from speelveld.colors.inks import Inks
from speelveld.files import ReadFile
from speelveld.geometry import Rect
from speelveld.paper import PressStandard


@dataclass(frozen=True, slots=True)
class Boxes:
    """Where a page is cut, and how far its art runs; in points from its top left."""

    trim: Rect
    bleed: Rect


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a file for a press is made for; `boxes` are those of its pages, in order."""

    standard: PressStandard
    profile: Path
    condition: str | None
    description: str
    inks: Inks
    boxes: Sequence[Boxes]
    widths: Mapping[ReadFile, float]
    """How wide each picture is drawn at most, in points."""
