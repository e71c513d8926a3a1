"""Where the printers of this user are kept, and the numbers a user reads off the calibration sheet."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speelveld.sheet.correction import LEAST_SCALE, MOST_SCALE, MOST_SHIFT, Correction
from speelveld.units import parse_length, spoken, to_mm

if TYPE_CHECKING:
    from speelveld.kalibratie.printers import Printers

VARIABLE = "SPEELVELD_CONFIG"


def user_printers() -> "Printers":
    """Return the printers this user has kept.

    Raises:
        AuthorError: the file they are in cannot be read.
    """
    from speelveld.kalibratie.printers import load_printers

    return load_printers(config_folder())


def config_folder() -> Path:
    """Return the folder in which this user keeps what holds for every kit."""
    return Path(os.environ.get(VARIABLE) or click.get_app_dir("speelveld"))


def known_printer(name: str | None) -> Correction | None:
    """Return what is wrong with the printer that the user named, if one was.

    Raises:
        UsageError: it is not known.
    """
    return None if name is None else user_printers().find(name)


def measured(correction: Correction) -> str:
    """Return what was read off the sheet, as it was read: 'x +1,5 mm, y −0,5 mm'."""
    text = f"x {spoken(to_mm(correction.x))} mm, y {spoken(to_mm(correction.y))} mm"
    if correction.scales:
        long, tall = (spoken(100 * scale, signed=False) for scale in (correction.scale_x, correction.scale_y))
        text += f", 100 mm is liggend {long} mm en staand {tall} mm"
    return text


class Millimetres(click.ParamType[float]):
    """A number as a user reads it off the sheet: '1,5', '−0.5', '1,5 mm'; a ruler of 100 mm may be in '%' too."""

    name = "getal"

    def __init__(self, low: float, high: float, outside: str) -> None:
        self._low, self._high, self._outside = low, high, outside

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number of millimetres; anything else is refused, with what to do when it is out of bounds."""
        if isinstance(value, float):
            return value
        text = str(value).strip().replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-")
        for unit in ("mm", "%"):
            text = text.removesuffix(unit).rstrip()
        try:
            found = to_mm(parse_length(f"{text} mm"))
        except ValueError:
            self.fail(f"{value!r} is geen getal; schrijf het als 1,5 of -0,5", param, ctx)
        if not self._low - 1e-9 <= found <= self._high + 1e-9:
            bounds = f"{spoken(self._low, signed=False)} en {spoken(self._high, signed=False)} mm"
            self.fail(f"{value!r} ligt niet tussen {bounds}. {self._outside}", param, ctx)
        return round(found, 3)


SHIFT = Millimetres(
    -to_mm(MOST_SHIFT),
    to_mm(MOST_SHIFT),
    "Ligt de achterkant zo ver weg? Leg het papier recht in de lade en meet opnieuw.",
)
RULER = Millimetres(
    100 * LEAST_SCALE, 100 * MOST_SCALE, "Is de liniaal zo kort of lang? Print dan op ware grootte (100 %)."
)
