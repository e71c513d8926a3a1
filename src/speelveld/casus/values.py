"""One text of a casus in, one value out: choices, dates, addresses, sizes of cards; or a `RefusedError`."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Literal, TypeVar

from speelveld.beeld import icon_names
from speelveld.geometry import Size
from speelveld.paper import parse_format
from speelveld.units import mm, to_mm
from speelveld.woorden.moments import dag, why_no_day
from speelveld.written.hints import choose, is_like, meant, perhaps, quote
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

# How people say what a casus has a word of its own for.
_GROUPS = {
    "inwoners": "bewoners inwoner burgers burger buurtbewoners ouders jongeren kinderen ouderen cliënten mensen",
    "ondernemers": "ondernemer winkeliers winkelier bedrijven bedrijf bedrijfsleven horeca middenstand",
    "beroepskrachten": "beroepskracht professionals professional leraren zorgverleners hulpverleners welzijn politie",
    "vrijwilligers": "vrijwilliger verenigingen mantelzorgers",
    "gemeente": "ambtenaren ambtenaar wethouder college raad bestuur overheid beleid",
}
_OTHERWISE = {
    "groep": {word: group for group, words in _GROUPS.items() for word in words.split()},
    "kracht": {"draagvlak": "steun", "budget": "geld", "ervaring": "kennis", "grip": "regie", "uren": "tijd"},
}

Choice = TypeVar("Choice", bound=str)

_GEMEENTE = re.compile(r"(?:de\s+)?(?:gemeente|gem\.)\s+(?=\S)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s/?#\"<>\\@.]+(?:\.[^\s/?#\"<>\\@.]+)+(?:[/?#][^\s\"<>\\]*)?", re.IGNORECASE)
_TEMPLATE = re.compile(r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*\.xml\.j2", re.ASCII)
_LONGEST_SIZE = 40
_CARD_SIZES = (25.0, 410.0)  # millimetres: smaller cannot be cut, larger does not lie on an A3


def format_number(tekst: Tekst) -> Literal[1]:
    """Return the version of the format, of which there is one so far."""
    if tekst == "1":
        return 1
    raise RefusedError(f"'formaat' is {quote(tekst)}; dat moet 1 zijn", "schrijf: formaat: 1")


def duration(tekst: Tekst) -> Literal[120, 90]:
    """Return the length of a workshop in minutes."""
    lengths: dict[str, Literal[120, 90]] = {"120": 120, "90": 90}
    if tekst in lengths:
        return lengths[tekst]
    raise RefusedError(f"'duur' is {quote(tekst)}; dat moet 120 of 90 zijn", "een bijeenkomst duurt 120 of 90 minuten")


def choice(noun: str, *known: Choice, unknown: str = "onbekende") -> Callable[[Tekst], Choice]:
    """Return what reads one of a few fixed words, called `noun` in a message; capitals make no difference."""
    words = {str(word): word for word in known}

    def read(tekst: Tekst) -> Choice:
        if tekst.casefold() in words:
            return words[tekst.casefold()]
        raise RefusedError(f"{unknown} {noun} {quote(tekst)}", _one_of(tekst, noun, words))

    return read


def _one_of(tekst: str, noun: str, known: Collection[str]) -> str:
    """Return which of a few words was perhaps meant, and mostly which there are: letters alone say little of a word."""
    other = _OTHERWISE.get(noun, {}).get(tekst.casefold())
    if other is not None and other in known:
        return perhaps(other)
    near = meant(tekst, known)
    return near if near is not None and is_like(tekst, known) else choose(known)


def day(tekst: Tekst) -> date | Tekst:
    """Return the date of a text that is one; a free text, and a date with another weekday than it has, as it is."""
    named = dag(tekst)
    if named is None:
        return tekst
    if named.date is None:
        raise RefusedError(f"de dag {quote(tekst)} bestaat niet", f"{why_no_day(tekst)}; kijk de dag na")
    right = named.weekday in (None, named.date.weekday())
    return named.date if named.whole and right else tekst


def municipality(tekst: Tekst) -> Tekst:
    """Return the name of a gemeente, without the word gemeente before it: the game puts that there itself."""
    found = _GEMEENTE.match(tekst)
    return tekst.saying(tekst[found.end() :]) if found else tekst


def url(tekst: Tekst) -> Tekst:
    """Return the address of a web page."""
    if _URL.fullmatch(tekst):
        return tekst
    message = f"'{tekst.field}' is {quote(tekst)}; dat is geen adres van een webpagina"
    raise RefusedError(message, "begin met https:// en gebruik geen spaties")


def icon(tekst: Tekst) -> Tekst:
    """Return the name of an icon of Lucide."""
    if tekst in icon_names():
        return tekst
    near = meant(tekst, sorted(icon_names()))
    hint = f"{f'{near} De' if near else 'de'} namen zijn Engels; ze staan op https://lucide.dev/icons/"
    raise RefusedError(f"icoon {quote(tekst)} bestaat niet", hint)


def template(tekst: Tekst) -> Tekst:
    """Return the name of a layout; where it is found is for `markup` to say."""
    if _TEMPLATE.fullmatch(tekst):
        return tekst
    message = f"'{tekst.field}' is {quote(tekst)}; dat is geen naam van een opmaak"
    raise RefusedError(message, "schrijf de naam van een bestand dat eindigt op .xml.j2, zoals vraagkaart.xml.j2")


def card_format(tekst: Tekst) -> Size:
    """Return 'groot', 'klein' or a size of one's own such as '70 mm x 120 mm' as a size, however large it is."""
    try:
        return parse_format(tekst[:_LONGEST_SIZE])
    except ValueError:
        message = f"'{tekst.field}' is {quote(tekst)}; dat is geen formaat van een kaart"
        raise RefusedError(message, "schrijf groot, klein of een maat zoals '70 mm x 120 mm'") from None


def card_size(tekst: Tekst) -> Tekst:
    """Return the size of a card of one's own, as it is written."""
    size, (low, high) = card_format(tekst), _CARD_SIZES
    if not all(mm(low) <= length <= mm(high) for length in (size.width, size.height)):
        message = f"een kaart van {to_mm(size.width):.0f} bij {to_mm(size.height):.0f} mm kan niet"
        raise RefusedError(message, f"kies een breedte en hoogte van {low:.0f} tot en met {high:.0f} mm")
    return tekst
