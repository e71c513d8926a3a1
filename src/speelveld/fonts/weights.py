"""A font with axes → one without: as heavy, and as slanted, as a face of a family has to be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# How heavy faces are, by the numbers of OpenType (OS/2, usWeightClass).
WEIGHTS = {"gewoon": 400, "halfvet": 600, "vet": 700, "cursief": 400, "vet_cursief": 700}
_SLANTED = frozenset(("cursief", "vet_cursief"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where on its axes a font was taken."""

    weight: float | None = None
    slanted: bool = False


def has_axes(font: "TTFont") -> bool:
    """Tell whether a font is variable."""
    return "fvar" in font


def pinned(font: "TTFont", face: str) -> Place:
    """Make a variable font the one that `face` needs, as far as its axes go, and return where that is.

    Raises:
        Exception: it is damaged; fontTools has no one error for that.
    """
    from fontTools.varLib import instancer

    axes = {axis.axisTag: axis for axis in font["fvar"].axes}
    place = {tag: axis.defaultValue for tag, axis in axes.items()}
    if "wght" in axes:
        axis = axes["wght"]
        place["wght"] = min(max(WEIGHTS[face], axis.minValue), axis.maxValue)
    slanted = False
    if "ital" in axes:
        axis = axes["ital"]
        place["ital"] = axis.maxValue if face in _SLANTED else max(0.0, axis.minValue)
        slanted = place["ital"] > 0
    elif "slnt" in axes:
        # Letters that lean to the right have an angle below zero.
        axis = axes["slnt"]
        place["slnt"] = axis.minValue if face in _SLANTED else min(max(0.0, axis.minValue), axis.maxValue)
        slanted = place["slnt"] < 0
    # What the axes are called is of no use any more, and is often odd.
    for table in ("STAT", "MVAR"):
        if table in font:
            del font[table]
    instancer.instantiateVariableFont(font, place, inplace=True)
    return Place(place.get("wght"), slanted)
