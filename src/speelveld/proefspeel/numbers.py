"""Shares and differences → as people read them; a number that lies outside its band never reads as if it lay inside."""

import math

from speelveld.proefspeel.bands import Band

_PERCENT = "\N{NO-BREAK SPACE}%"
_MOST_DECIMALS = 3


def percent(share: float, band: Band | None = None) -> str:
    """Return a share as whole percents; what is hardly anything or nearly all is told as such.

    Outside its `band` it gets as many decimals as show that.
    """
    if 0 < share < 0.005:
        return f"<1{_PERCENT}"
    if 0.995 <= share < 1:
        return f">99{_PERCENT}"
    return f"{_hundredths(share, band)}{_PERCENT}"


def points(share: float, band: Band | None = None) -> str:
    """Return a difference in points, with its sign; whole, unless that hides on which side of its `band` it lies."""
    turned = band if band is None or share >= 0 else Band(-band.hoog, -band.laag)
    told = _hundredths(abs(share), turned)
    return "0" if told == "0" else f"{'−' if share < 0 else '+'}{told}"


def number(value: float) -> str:
    """Return a number as people read it: a point between thousands, a comma before a tenth, none where it is nought."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:.1f}".replace(".", ",")


def range_words(low: float, high: float) -> str:
    """Return from where to where a share is good."""
    first, last = (f"{number(_limit(share))}{_PERCENT}" for share in (low, high))
    if high >= 1:
        return f"ten minste {first}"
    return f"hoogstens {last}" if low <= 0 else f"{first} tot {last}"


def _hundredths(share: float, band: Band | None) -> str:
    """Return a share times a hundred with a comma: whole, or with what shows that it lies outside `band`."""
    for decimals in range(_MOST_DECIMALS + 1):
        shown = _half_up(100 * share, decimals)
        if band is None or not band.ernaast(share) or not _limit(band.laag) <= shown <= _limit(band.hoog):
            break
    return f"{shown:.{decimals}f}".replace(".", ",")


def _limit(share: float) -> float:
    """Return an end of a band as it is told, in percents."""
    return _half_up(100 * share, 1)


def _half_up(value: float, decimals: int = 0) -> float:
    factor = 10.0**decimals
    # What a float holds as just under a half, is that half.
    return math.floor(value * factor + 0.5 + 1e-9) / factor
