"""Texts that are not in Dutch: the codes of languages, and `[fy: …]`, the mark of a piece in another language.

Between the brackets stand a code, a colon, and then the piece. Anything else in brackets is just that.
"""

import re
from collections.abc import Iterator, Mapping

from speelveld.written.hints import meant, nearest, quote
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

DUTCH = "nl"
# ISO 639-1, and what people in the Netherlands speak that has no code of two letters.
_LISTED = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
act drt gos nds pap rif sdz sel srn stl twd vel zea zgh
"""
CODES = frozenset(_LISTED.split())
# What a language is called in Dutch, for who writes that and not its code.
_NAMES: Mapping[str, str] = {
    "achterhoeks": "act", "albanees": "sq", "amazigh": "zgh", "amhaars": "am", "arabisch": "ar", "bosnisch": "bs",
    "bulgaars": "bg", "chinees": "zh", "dari": "fa", "deens": "da", "drents": "drt", "duits": "de", "engels": "en",
    "farsi": "fa", "fins": "fi", "frans": "fr", "frysk": "fy", "fries": "fy", "gronings": "gos", "grieks": "el",
    "hindi": "hi", "hongaars": "hu", "indonesisch": "id", "italiaans": "it", "japans": "ja", "koerdisch": "ku",
    "kroatisch": "hr", "latijn": "la", "limburgs": "li", "nedersaksisch": "nds", "nederlands": "nl", "noors": "no",
    "oekraïens": "uk", "papiaments": "pap", "papiamentu": "pap", "pasjtoe": "ps", "perzisch": "fa", "pools": "pl",
    "portugees": "pt", "roemeens": "ro", "russisch": "ru", "servisch": "sr", "somalisch": "so", "spaans": "es",
    "sranan": "srn", "swahili": "sw", "tigrinya": "ti", "tsjechisch": "cs", "turks": "tr", "urdu": "ur",
    "vietnamees": "vi", "zeeuws": "zea", "zweeds": "sv",
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2,3})(?:-[A-Z]{2})?")
# What people write by mistake most: the languages they need most.
_LIKELY = ("fy", "en", "de", "fr", "tr", "ar", "pl", "uk", "ti", "nds", "li", "pap", "es", "so", "zh", "ru", "ro")
# Not before a number: '[nr: 12]' and '[ca: 3 km]' are no pieces in another language.
_MARK = re.compile(r"\[([A-Za-z]{2,}(?:[-_][A-Za-z]+)?):\s*(?![\s\d])([^\[\]]+)\]")
# What looks like the beginning of a mark, also where white space stands that does not belong there.
_BEGIN = re.compile(r"\[(\s*)([A-Za-z]{2,3}(?:[-_][A-Za-z]+)?)(\s*):(?!\s*\d)")
OPENED, CLOSED = "\ue005", "\ue006"
_SIGNS = re.compile(f"{OPENED}([^{OPENED}{CLOSED}:]*):|{CLOSED}")


def is_language(code: str) -> bool:
    """Tell whether `code` is that of a language, with or without a country: 'fy' or 'fy-NL'."""
    found = _CODE.fullmatch(code)
    return found is not None and found[1] in CODES


def is_dutch(code: str | None) -> bool:
    """Tell whether a text in this language reads as Dutch; without a code it does."""
    return code is None or code.partition("-")[0] == DUTCH


def language(tekst: Tekst) -> Tekst:
    """Return the code of a language as it is written.

    Raises:
        RefusedError: it is no such code.
    """
    if is_language(tekst):
        return tekst
    raise RefusedError(f"taal {quote(tekst)} bestaat niet", _hint(tekst))


def check_foreign(tekst: Tekst) -> None:
    """Look at the marks in a text.

    Raises:
        RefusedError: one begins with what looks like the code of a language, or is its name, and is none; or it begins
            with such a code and does not end, is empty, or has another one in it.
    """
    if "[" not in tekst:
        return
    for found in _MARK.finditer(tekst):
        code = found[1]
        # A word such as 'zie' or 'noot' may well stand there: only what cannot be anything else is a mistake.
        if not is_language(code) and (len(code) == 2 or code.casefold() in _NAMES or is_language(_tidied(code))):
            raise RefusedError(
                f"in '{tekst.field}' staat {quote(f'[{code}: …]')}, en die taal bestaat niet", _hint(code)
            )
    whole = {found.start() for found in _MARK.finditer(tekst)}
    for begin in _BEGIN.finditer(tekst):
        if begin.start() not in whole and is_language(_tidied(begin[2])):
            wrong, hint = _broken(begin, tekst[begin.end() :])
            raise RefusedError(f"in '{tekst.field}' {wrong}", hint)


def _broken(begin: re.Match[str], rest: str) -> tuple[str, str]:
    """Return what is wrong with a mark that begins so, and what to do."""
    code = _tidied(begin[2])
    if begin[1] or begin[3]:
        return f"staat {quote(begin[0])} met een spatie ervoor", f"schrijf '[{code}: …]'"
    piece, end, _ = rest.partition("]")
    if not end:
        return f"gaat de haak van '[{code}:' niet dicht", "zet een ] achter het laatste woord in die taal"
    if "[" in piece:
        return f"staat in '[{code}: …]' nog een haak", "sluit de eerste haak vóór de volgende begint"
    return f"staat niets in '[{code}:]'", "zet de woorden in die taal erin, of haal de haken weg"


def _hint(code: str) -> str:
    name = nearest(code, _NAMES)
    if is_language(_tidied(code)):
        return f"bedoelt u '{_tidied(code)}'?"
    if name and len(code) > 3:
        return f"bedoelt u '{_NAMES[name]}'?"
    return meant(code, _LIKELY) or "schrijf een code van twee letters, zoals fy (Fries), en (Engels) of tr (Turks)"


def _tidied(code: str) -> str:
    """Return a code with its capitals and hyphen where they belong."""
    letters, _, country = code.replace("_", "-").partition("-")
    return letters.lower() + (f"-{country.upper()}" if country else "")


def signed(text: str) -> str:
    """Return `text` with its marks as single signs, which no other markup is mistaken for; `pieces` reads them."""
    if "[" not in text:
        return text
    return _MARK.sub(lambda mark: f"{OPENED}{mark[1]}:{mark[2]}{CLOSED}" if is_language(mark[1]) else mark[0], text)


def pieces(signed_text: str, lang: str | None) -> Iterator[tuple[str, str | None]]:
    """Yield the stretches of a text made by `signed` with their language; `lang` is that in which it begins.

    The last one tells in which language the text that follows it begins, and may be empty.
    """
    start = 0
    for sign in _SIGNS.finditer(signed_text):
        if sign.start() > start:
            yield signed_text[start : sign.start()], lang
        lang, start = sign[1], sign.end()
    yield signed_text[start:], lang


def dutch_alone(tekst: Tekst) -> Tekst:
    """Return a text with white space where a piece in another language stands, so that places in it stay the same."""
    if "[" not in tekst:
        return tekst
    blank = _MARK.sub(
        lambda mark: " " * len(mark[0]) if is_language(mark[1]) and not is_dutch(mark[1]) else mark[0], tekst
    )
    return tekst.saying(blank)
