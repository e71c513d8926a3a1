"""What a printer does wrong, as its owner measured it; says nothing of pages, and is kept elsewhere."""

from dataclasses import dataclass

from speelveld.units import mm, to_mm

MOST_SHIFT = mm(10)
"""Farther off than this, paper lies askew in its tray; moving cards back would take them off the paper."""
LEAST_SCALE, MOST_SCALE = 0.95, 1.05
"""Beyond these the printer makes pages fit its paper, which is a setting to turn off and no fault to correct."""
ODD_SCALE = 0.02
"""An error of scale that no printer has of itself."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Where the back of a sheet lands behind its front, and how long a length becomes, on the printer of this name.

    All as seen by who holds the front to the light, its top up: so it reads off the calibration sheet, and so it is
    the same over whichever edge the printer turns the paper.
    """

    printer: str
    x: float = 0.0
    """How far the back lies to the right, in points; negative: to the left."""
    y: float = 0.0
    """How far the back lies too high, in points; negative: too low."""
    scale_x: float = 1.0
    """What becomes of a length of 1 across the page."""
    scale_y: float = 1.0
    """What becomes of a length of 1 up the page."""

    @property
    def scales(self) -> bool:
        """Whether lengths come out wrong."""
        return (self.scale_x, self.scale_y) != (1.0, 1.0)

    @property
    def warning(self) -> str | None:
        """What to tell a user whose printer changes the scale so much that a setting is the likely cause."""
        if max(abs(self.scale_x - 1), abs(self.scale_y - 1)) <= ODD_SCALE + 1e-9:
            return None
        return (
            f"let op: printer {self.printer!r} verandert de maat meer dan {100 * ODD_SCALE:g} %. "
            "Dat komt meestal door een instelling; print op ware grootte (100 %) en meet opnieuw"
        )

    def as_data(self) -> dict[str, float]:
        """Return what was measured, as a user wrote it: x and y in millimetres, and how long 100 mm became."""
        return {
            "x": round(to_mm(self.x), 3),
            "y": round(to_mm(self.y), 3),
            "schaal-x": round(100 * self.scale_x, 3),
            "schaal-y": round(100 * self.scale_y, 3),
        }
