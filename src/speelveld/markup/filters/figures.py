"""A sentence with figures in, the figure it is about out: so that a paper can show it large.

A figure that is shown large is believed. What may be beside the point is passed over, and then nothing is shown large:
years and dates, ages, how many were asked, a small number in words.
"""

import re
from typing import Any, NamedTuple

from speelveld.markup.filters.texts import NUMERALS
from speelveld.woorden.moments import MONTHS
from speelveld.written.tekst import Tekst

NONE = "geen"
"""What an author writes where no figure is to be shown large."""

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"
_ABOUT = (
    r"(?P<voor>(?:ruim|bijna|ongeveer|circa|rond|zo[’']n|meer dan|minder dan|hooguit|minstens|ten minste|nog geen)\s+)?"
)
_SMALL = "|".join(NUMERALS[2:11])
_MONEY = rf"€\s*(?:{_NUMBER})(?:\s+(?:duizend|miljoen|miljard))?"
_RATIO = rf"(?:{_NUMBER})\s+(?:op|van)\s+(?:de\s+|elke\s+)?(?:{_NUMBER})"
_SHARE = rf"(?:een|één|{_SMALL})\s+op\s+de\s+(?:{_SMALL})"
_PART = r"(?:een|één)\s+(?:kwart|derde)|driekwart|twee\s?derde|de\s+helft"
_WORDS = r"(?:een\s+)?half\s+miljoen|(?:een|één)\s+(?:miljoen|miljard)"
_FIGURE = re.compile(
    rf"(?<![\w.,-]){_ABOUT}(?P<getal>{_MONEY}|{_RATIO}|{_SHARE}|{_PART}|{_WORDS}|{_NUMBER})(?![\w-]|[.,]\d)"
    r"(?:\s*(?P<eenheid>%)|\s+(?P<woord>(?:miljoen\s+|miljard\s+)?[^\W\d_][\w’'-]*))?",
    re.IGNORECASE,
)
# What is counted: a measure, or something of which there are more.
_MEASURE = re.compile(
    r"(?:miljoen |miljard )?(?:%|procent|euro|uur|jaar|kwartier|keer|kilo|gram|ton|liter|graad"
    r"|(?:kilo|centi|milli)?meter|[^\W\d_][\w’'-]*(?:en|s))",
    re.IGNORECASE,
)
_NO_UNIT = frozenset(("binnen", "buiten", "hadden", "hebben", "kregen", "mogen", "tegen", "waren", "werden", "zeiden"))
# Half of something, and money: what follows is no unit of these.
_WHOLE = re.compile(rf"{_PART}|{_MONEY}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_AGE = re.compile(r"\b(?:vanaf|boven de|onder de|van)\s+$", re.IGNORECASE)
_ASKED = re.compile(r"\bvan\s+(?:de\s+)?(?:ruim |bijna |ongeveer )?$", re.IGNORECASE)


class Kerngetal(NamedTuple):
    """The figure a sentence is about: 'bijna', '10', 'procent'; what is not there is empty."""

    voor: str
    getal: str
    eenheid: str


def kerngetal(cijfer: Any) -> Kerngetal | None:
    """Return the figure to show large: what its author named in `getal`, or the first in its text; None without one."""
    own = getattr(cijfer, "getal", None)
    if own is not None:
        if own.strip().lower() == NONE:
            return None
        return _of(own, _FIGURE.fullmatch(own.strip())) or Kerngetal("", own, "")
    text = cijfer.tekst
    return next(
        (found for match in _FIGURE.finditer(text) if not _aside(text, match) and (found := _of(text, match))), None
    )


def _of(text: str, match: re.Match[str] | None) -> Kerngetal | None:
    if match is None:
        return None
    unit = _unit(match)
    if unit.lower() in _NO_UNIT or not _MEASURE.fullmatch(unit) or _WHOLE.fullmatch(match["getal"]):
        unit = ""
    return Kerngetal(*(_kept(text, part) for part in ((match["voor"] or "").strip(), match["getal"], unit)))


def _unit(match: re.Match[str]) -> str:
    return " ".join((match["eenheid"] or match["woord"] or "").split())


def _aside(text: str, match: re.Match[str]) -> bool:
    """Tell whether a figure is a year, a date, an age, or how many were asked."""
    number, unit, before = match["getal"], _unit(match).lower(), text[: match.start()]
    if _YEAR.fullmatch(number) or unit in MONTHS:
        return True
    if unit == "jaar" and _BEFORE_AGE.search(before):
        return True
    return number[0].isdigit() and " " not in number and bool(_ASKED.search(before))


def _kept(text: str, part: str) -> str:
    """Return a part of a text, which keeps the place of the whole."""
    plain = " ".join(part.split())
    return text.saying(plain) if isinstance(text, Tekst) else plain
