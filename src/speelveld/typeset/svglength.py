"""Lengths and numbers as SVG and CSS write them → units of the drawing (CSS Values 3, 5 and 6)."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from speelveld.geometry import Size
from speelveld.svgxml import SvgError

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_LENGTH = re.compile(rf"({NUMBER.pattern})\s*([a-zA-Z]*|%)")
# CSS reckons with 96 units to the inch, whatever the screen.
_INCH = 96.0
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "in": _INCH,
    "cm": _INCH / 2.54,
    "mm": _INCH / 25.4,
    "q": _INCH / 101.6,
    "pt": _INCH / 72,
    "pc": _INCH / 6,
}
MEDIUM = 16.0
# Farther than any drawing goes; it also keeps out what is no number.
FAR = 1e9
_FONT_SIZES = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}


@dataclass(frozen=True, slots=True)
class Ruler:
    """What per cents and em are of: the size of the view, and the letters."""

    view: Size
    em: float = MEDIUM

    def across(self, text: str) -> float:
        """Return a length of which per cents are of the width."""
        return self._length(text, self.view.width)

    def down(self, text: str) -> float:
        """Return a length of which per cents are of the height."""
        return self._length(text, self.view.height)

    def along(self, text: str) -> float:
        """Return a length in no direction (SVG 2, 8.9)."""
        return self._length(text, math.hypot(self.view.width, self.view.height) / math.sqrt(2))

    def _length(self, text: str, whole: float) -> float:
        match = _LENGTH.fullmatch(text.strip())
        if match is None:
            raise SvgError(f"de SVG gebruikt de maat {text.strip()[:30]!r}, en die kan hier niet")
        unit = match[2].lower()
        factors = {**_UNITS, "%": whole / 100, "em": self.em, "rem": MEDIUM, "ex": self.em / 2}
        if unit not in factors:
            raise SvgError(f"de SVG gebruikt de eenheid {match[2][:10]!r}, en die kan hier niet")
        return checked(float(match[1]) * factors[unit])


def checked(value: float) -> float:
    """Return `value`, which is a number, and not too large for a drawing."""
    if not abs(value) < FAR:
        raise SvgError("een getal in de SVG is veel te groot")
    return value


def plain(text: str) -> float:
    """Return a number without a unit."""
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        raise SvgError(f"de SVG gebruikt het getal {text.strip()[:30]!r}, en dat kan hier niet")
    return checked(float(match[0]))


def numbers(text: str) -> list[float]:
    """Return numbers that are apart by white space, commas, or nothing that could be part of one."""
    if NUMBER.sub("", text).strip(" ,\t\r\n\f"):
        raise SvgError(f"de SVG gebruikt {text.strip()[:30]!r}, en daar horen getallen")
    return [checked(float(number)) for number in NUMBER.findall(text)]


def share(text: str) -> float:
    """Return a number or a percentage as a share from 0 to 1."""
    text = text.strip()
    value = plain(text[:-1]) / 100 if text.endswith("%") else plain(text)
    return min(1.0, max(0.0, value))


def font_size(look: Mapping[str, str], around: float) -> float:
    """Return how large letters are, which is what an em is; `around` is what it is outside the element."""
    text = look.get("font-size", "")
    if text in _FONT_SIZES:
        return float(_FONT_SIZES[text])
    try:
        return Ruler(Size(around, around), around).across(text)
    except SvgError:  # as letters are not drawn, it is of no use unless something is measured in em
        return around
