"""A kit without a casus, for people who bring their own on the day: what it is made of, and what differs in it."""

from dataclasses import replace
from pathlib import Path

from speelveld import resources
from speelveld.casus import Casus
from speelveld.deck import Kit, Onderdeel

BLANK_OPGAVEN = 8
"""So many blank opgavekaarten has a table that writes its own: one for each who plays, and one to spare."""


def is_blank(path: Path) -> bool:
    """Tell whether `path` is what stands in for a casus where there is none."""
    return path == resources.blank_casus()


def without_opgaven(casus: Casus) -> Casus:
    """Return the casus with blank opgaven alone."""
    return casus.model_copy(update={"opgaven": ()})


def blank_kit(kit: Kit) -> Kit:
    """Return the kit with blank cards for the opgaven, and papers to fill in where it has those."""
    return replace(kit, onderdelen=tuple(map(_blank, kit.onderdelen)))


def _blank(onderdeel: Onderdeel) -> Onderdeel:
    if onderdeel.leeg is None:
        return onderdeel
    if not onderdeel.van:
        return replace(onderdeel, layout=onderdeel.leeg, per="tafel")
    if onderdeel.van == "opgaven":
        return replace(onderdeel, leeg_aantal=max(BLANK_OPGAVEN, onderdeel.leeg_aantal))
    return onderdeel
