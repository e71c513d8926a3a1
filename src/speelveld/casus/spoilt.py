"""Texts that went wrong before they were pasted in: read in another encoding, or with the marks of a web page.

They can be printed, and hardly ever are what somebody meant; what was meant is in the hint.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from speelveld.casus.kaart import Kaart
from speelveld.casus.model import Casus
from speelveld.errors import Problem
from speelveld.written.element import Written
from speelveld.written.hints import quote
from speelveld.written.pasted import unquoted
from speelveld.written.places import Places
from speelveld.written.tekst import Tekst

# A letter of two or three bytes in UTF-8, each of them read as a sign of Windows.
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0100-\u02ff\u2010-\u2122]{1,3}")
# What such a letter can have been: those of Western Europe, the euro, and signs of typography.
_LIKELY = re.compile("[\u00a0-\u017f\u2010-\u2026\u2030\u2039\u203a\u20ac\u2122\u2212]")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(
    r"</?(?P<name>b|i|u|em|strong|br|p|div|span|ul|ol|li|a|h[1-6]|font|table|tr|td|sup|sub)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INSTEAD = {
    **dict.fromkeys(("b", "strong"), "voor vet schrijft u **zo**"),
    **dict.fromkeys(("i", "em"), "voor cursief schrijft u _zo_"),
    **dict.fromkeys(("br", "p"), "voor een nieuwe alinea laat u een regel leeg"),
}
_SPOKEN = frozenset(("uitspraak",))


def spoilt(casus: Casus, places: Places) -> Iterator[Problem]:
    """Yield each text of a casus that looks as if it went wrong, with the place of the first sign that shows it."""
    for tekst in texts(casus):
        if tekst.isascii() and "&" not in tekst and "<" not in tekst:
            continue
        for found in (_encoded(tekst), _of_the_web(tekst), _in_quotes(tekst)):
            if found:
                at, message, hint = found
                yield Problem(f"{message} in '{tekst.field}'", places.at(tekst, at), hint)


_Found = tuple[int, str, str] | None


def _encoded(tekst: Tekst) -> _Found:
    for match in _TWICE.finditer(tekst):
        for end in range(len(match[0]), 1, -1):
            if meant := _decoded(match[0][:end]):
                return match.start(), f"een teken ging verloren: hier staat {quote(match[0][:end])}", f"typ: {meant}"
    return None


def _decoded(text: str) -> str | None:
    """Return the one letter that these signs were before they were read in the encoding of Windows."""
    try:
        data = b"".join(bytes([ord(char)]) if "\x80" <= char <= "\x9f" else char.encode("cp1252") for char in text)
        found = data.decode("utf-8")
    except UnicodeError:
        return None
    if len(found) != 1 or not _LIKELY.fullmatch(found):
        return None
    # A letter of Scandinavia may well have an apostrophe behind it.
    if "\u00ff" < found < "\u0180" and text[-1] in "’”":
        return None
    return "een spatie" if found == "\u00a0" else found


def _of_the_web(tekst: Tekst) -> _Found:
    if match := _TAG.search(tekst):
        hint = _INSTEAD.get(match["name"].lower(), "haal het weg")
        return match.start(), f"hier staat een teken van een webpagina, {quote(match[0])},", hint
    for match in _ENTITY.finditer(tekst):
        meant = html.unescape(match[0])
        if meant != match[0] and len(meant) == 1:
            hint = "typ een gewone spatie" if meant.isspace() else f"typ: {meant}"
            return match.start(), f"hier staat een teken van een webpagina, {quote(match[0])},", hint
    return None


def _in_quotes(tekst: Tekst) -> _Found:
    if tekst.field in _SPOKEN or not (inner := unquoted(tekst)):
        return None
    said = f'typ rechte: "{inner[:40]}{"…" if len(inner) > 40 else ""}"'
    return (
        0,
        f"om de tekst {quote(tekst)} staan krullende aanhalingstekens; die komen op papier te staan,",
        f"{said}; of laat ze staan, als u dat wilt",
    )


def texts(value: Any) -> Iterator[Tekst]:
    """Yield every text under `value`."""
    if isinstance(value, Tekst):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Written):
        for _, item in value:
            yield from texts(item)
    elif isinstance(value, Kaart):
        yield from _all(value[name] for name in value)


def _all(values: Iterable[Any]) -> Iterator[Tekst]:
    for value in values:
        yield from texts(value)
