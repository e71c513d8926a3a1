"""Values as a layout prints them: lists with 'en', Dutch dates and times, numbers, conditions of a card."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from speelveld.errors import Source
from speelveld.woorden import capital
from speelveld.woorden.moments import clock, ending_after, spoken_day, tijdstip
from speelveld.written.tekst import Tekst

MINUS = "\N{MINUS SIGN}"
_AMOUNT = re.compile(r"(?P<before>(?:€\s*)?)(?P<amount>\d{1,3}(?:\.\d{3})+|\d{1,9})(?P<after>(?:\s+euro)?)")

NUMERALS = [
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
]


def en_lijst(words: Iterable[object]) -> str:
    """Return 'a, b en c'; a text of an author among them keeps its place."""
    given = list(words)
    if any(isinstance(word, Tekst) for word in given):
        parts = [escape(word) for word in given]
        return parts[0] if len(parts) == 1 else Markup(", ").join(parts[:-1]) + Markup(" en ") + parts[-1]
    found = [str(word) for word in given]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} en {found[-1]}" if found else ""


def hoofdletter(text: str) -> str:
    """Return a text as it begins a sentence; that of an author keeps its place."""
    said = capital(text)
    return Tekst(said, text.source, text.field) if isinstance(text, Tekst) else said


def datum(value: object) -> str:
    """Return a date as 'donderdag 3 december 2026'; any other text as it is."""
    if isinstance(value, date):
        return spoken_day(value)
    # A text keeps its place.
    return value if isinstance(value, str) else str(value)


def klok(minutes: int, start: str | None = None) -> str:
    """Return minute `minutes` as '0:48', or as a time of day where the meeting starts at '19:30' or 'half acht'."""
    begun = tijdstip(start) if start else None
    return clock(minutes + (begun.begin if begun else 0))


def kloktijd(start: str | None) -> str:
    """Return when it begins as '19:30'; '' where a text does not say so, and `klok` counts minutes."""
    return klok(0, start) if start and tijdstip(start) else ""


def zegt_meer(start: str | None) -> bool:
    """Tell whether a text says more than from when to when, such as when the doors open."""
    begun = tijdstip(start) if start else None
    return bool(start) and (begun is None or begun.more)


def met_einde(start: str, minutes: int) -> str:
    """Return a text such as 'van 19:30 tot 21:30' with another end; that of an author keeps its place."""
    said = ending_after(start, minutes)
    return Tekst(said, start.source, start.field) if isinstance(start, Tekst) else said


def aantal(number: int, one: str, more: str) -> str:
    """Return '1 tafel' or '3 tafels'."""
    return f"{number} {one if number == 1 else more}"


def teken(number: int) -> str:
    """Return '+2', '0' or '−2' with a real minus sign."""
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"


def telwoord(number: int) -> str:
    """Return a number as Dutch prints it in a sentence: in words up to twenty, in figures above."""
    return NUMERALS[number] if 0 <= number < len(NUMERALS) else str(number)


def maal(amount: str, number: int) -> str:
    """Return so many times an amount of money, '€ 10.000' or '500 euro'; '' where it is none that one can count."""
    found = _AMOUNT.fullmatch(amount.strip())
    if found is None:
        return ""
    total = int(found["amount"].replace(".", "")) * number
    return f"{found['before']}{total:,}{found['after']}".replace(",", ".")


def voorwaarde(als: Any) -> str:
    """Return what a 'mogelijkheid' asks for, as on the card: 'regie 3 of meer', 'een rol uit de groep inwoners'."""
    if als.regie is not None:
        return f"regie {als.regie} of meer"
    if als.groep is not None:
        return f"een rol uit de groep {als.groep}"
    return f"een rol met kracht {als.kracht}"


def alineas(text: str) -> list[str]:
    """Return the paragraphs of `text`: what stands between empty lines; each keeps the place of the whole."""
    found = [" ".join(part.split()) for part in text.split("\n\n")]
    source: Source | None = getattr(text, "source", None)
    if source is None:
        return [part for part in found if part]
    field: str = getattr(text, "field", "")
    return [Tekst(part, source, field) for part in found if part]


TEXT_FILTERS: Mapping[str, Callable[..., Any]] = {
    "en_lijst": en_lijst,
    "datum": datum,
    "klok": klok,
    "kloktijd": kloktijd,
    "zegt_meer": zegt_meer,
    "met_einde": met_einde,
    "aantal": aantal,
    "teken": teken,
    "telwoord": telwoord,
    "hoofdletter": hoofdletter,
    "maal": maal,
    "voorwaarde": voorwaarde,
    "alineas": alineas,
}
