"""What drawing a font gives."""

from dataclasses import dataclass

from speelveld.fonts.weights import Place


@dataclass(frozen=True, slots=True)
class DrawnFont:
    """A font as it is measured and drawn, and what its author should know of it."""

    data: bytes
    tabular: bytes | None
    """The same with figures of one width; None where they have it already."""
    characters: frozenset[str]
    """What the file has signs for."""
    converted: bool
    """Its curves were those of PostScript, and are no longer exactly the same."""
    restricted: bool
    """It says of itself that it may not be in a PDF."""
    old_figures: bool
    """Its figures do not stand on one line, and it has no others: they are left out."""
    place: Place | None
    """Where on its axes it was taken; None if it has none."""
