"""Lengths: people write '3 mm', the program reckons in points (1/72 inch)."""

import re

MM = 72 / 25.4

_FACTORS = {"mm": MM, "cm": 10 * MM, "pt": 1.0}
_LENGTH = re.compile(r"\s*([+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*([a-z]*)\s*", re.ASCII)


def mm(length: float) -> float:
    """Return `length` millimetres in points."""
    return length * MM


def to_mm(length: float) -> float:
    """Return `length` points in millimetres."""
    return length / MM


def parse_length(text: str) -> float:
    """Return a length such as '3 mm', '0,5 cm' or '12pt' in points.

    Raises:
        ValueError: there is no number, or no unit that is known.
    """
    match = _LENGTH.fullmatch(text)
    if match is None or match[2] not in _FACTORS:
        raise ValueError(f"{text!r} is geen maat; schrijf een getal met mm, cm of pt, zoals '3 mm'")
    return float(match[1].replace(",", ".")) * _FACTORS[match[2]]


def spoken(number: float, *, signed: bool = True) -> str:
    """Return a number as people read it: '+2,5', '−0,5', '0'; without its plus if it is not `signed`."""
    value = round(number, 2)
    sign = "\N{MINUS SIGN}" if value < 0 else "+" if value > 0 and signed else ""
    return sign + f"{abs(value):g}".replace(".", ",")
