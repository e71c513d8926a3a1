"""Texts of a casus against the words that the kit prints before them: said twice, or not fit to follow them."""

import re
from collections.abc import Iterator

from speelveld.casus.model import Casus
from speelveld.casus.values import municipality
from speelveld.errors import Problem
from speelveld.woorden import known_forms
from speelveld.written.hints import quote
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok

_STANDARD = "gemeente"
# A source that is no source; behind 'Gemaakt naar:' it says the opposite of what is meant.
_MADE_UP = re.compile(
    r"\b(?:zelf |eigen )?(?:bedacht|bedenksel|verzonnen|fictief|fictie)\b|\bdit spel\b", re.IGNORECASE
)
# Who also asks the question of a casus, with article and plural where the program does not know them for sure.
_FORMS = {
    "hoogheemraadschap": ("het", "hoogheemraadschappen"),
    "wetterskip": ("het", "wetterskippen"),
    "ggd": ("de", "GGD’en"),
    "ministerie": ("het", "ministeries"),
    "zorgverzekeraar": ("de", "zorgverzekeraars"),
    "ziekenhuis": ("het", "ziekenhuizen"),
}
_KNOWN = (
    *("waterschap", "provincie", "omgevingsdienst", "veiligheidsregio", "woningcorporatie", "corporatie", "regio"),
    *("woningstichting", "stichting", "basisschool", "school", "vereniging", "universiteit", "zorggroep"),
)
_ORGANISATION = re.compile(rf"(?:(?:de|het)\s+)?(?P<word>{'|'.join((*_FORMS, *_KNOWN))})\b\s*", re.IGNORECASE)
MADE_AFTER = "Gemaakt naar"


def preceded(casus: Casus) -> Iterator[Problem]:
    """Yield each text that reads wrong behind what is printed before it."""
    yield from _name(casus)
    for tekst, words in _printed_before(casus):
        yield from _twice(tekst, words)
    yield from _made_up(casus)


def before_the_name(root: Blok) -> Iterator[Problem]:
    """Yield that the word 'gemeente' stands before the name of one; it is left out, so that it is printed once."""
    typed, words = root.get("gemeente"), root.get("woorden")
    if not isinstance(typed, Tekst) or (name := municipality(typed)) == typed:
        return
    own = words.get("gemeente") if isinstance(words, Blok) else None
    own = own.get("woord") if isinstance(own, Blok) else own
    word = str(own) if isinstance(own, Tekst) else _STANDARD
    message = f"'gemeente' is {quote(typed)}, en het spel zet daar zelf {quote(word)} voor"
    yield Problem(message, typed.source, f"schrijf alleen de naam: gemeente: {name}")


def _name(casus: Casus) -> Iterator[Problem]:
    own = casus.woorden.gemeente
    if own is None and (found := _ORGANISATION.match(casus.gemeente)):
        yield _not_a_gemeente(casus.gemeente, found)
    if own and (rest := _behind(casus.gemeente, own.woord)):
        message = f"'gemeente' is {quote(casus.gemeente)}, en het spel zet daar zelf {quote(own.woord)} voor"
        yield Problem(message, casus.gemeente.source, f"schrijf alleen de naam: gemeente: {rest}")


def _not_a_gemeente(name: Tekst, found: re.Match[str]) -> Problem:
    """Return that the word for another organisation stands where the game puts 'gemeente' before it."""
    word, rest = found["word"], name[found.end() :]
    word = word if word.isupper() else word.lower()
    article, plural = _FORMS.get(word.casefold()) or known_forms(word.casefold()) or ("", "")
    told = word if known_forms(word.casefold()) else f"{{woord: {word}, lidwoord: {article}, meervoud: {plural}}}"
    message = f"'gemeente' is {quote(name)}, en het spel zet daar 'de gemeente' voor"
    hint = f"schrijf hier alleen de naam{f', {rest}' if rest else ''}; schrijf onder 'woorden:' dan gemeente: {told}"
    return Problem(message, name.source, hint)


def _printed_before(casus: Casus) -> Iterator[tuple[Tekst | None, str]]:
    for rol in casus.rollen:
        yield from ((rol.wil, "U wilt"), (rol.brengt, "U brengt in"), (rol.niet_alleen, "Niet alleen"))
    for opgave in casus.opgaven:
        yield from ((opgave.schuurt, "Het schuurt"), (opgave.merkt, "Straks merkt u"))
    figures = (*casus.cijfers, *(opgave.cijfer for opgave in casus.opgaven if opgave.cijfer))
    yield from ((figure.bron, "Bron") for figure in figures)
    for card in (*casus.rollen, *casus.aanpakken, *casus.kansen, *casus.uitdagingen):
        yield from ((card.bron, "Bron"), (card.bron, MADE_AFTER))
    if casus.afbeelding:
        yield casus.afbeelding.bron, "Beeld"


def _twice(tekst: Tekst | None, words: str) -> Iterator[Problem]:
    if tekst is not None and (rest := _behind(tekst, words)):
        message = f"'{tekst.field}' begint met {quote(words)}, en dat staat er al voor"
        yield Problem(message, tekst.source, f"begin met: {rest[:1].upper()}{rest[1:40]}")


def _behind(tekst: Tekst, words: str) -> str:
    """Return what follows on `words` at the beginning of a text; nothing where it begins otherwise."""
    found = re.match(rf"{re.escape(words)}(?:\s*:\s*|\s+)(?=\S)", tekst, re.IGNORECASE)
    return " ".join(tekst[found.end() :].split()) if found else ""


def _made_up(casus: Casus) -> Iterator[Problem]:
    cards = (*casus.rollen, *casus.aanpakken, *casus.kansen, *casus.uitdagingen)
    found = [card.bron for card in cards if card.bron and _MADE_UP.search(card.bron)]
    if found:
        more = len(found) - 1
        also = f" (en zo bij nog {more} {'kaart' if more == 1 else 'kaarten'})" if more else ""
        message = f"de kaart zet '{MADE_AFTER}:' voor een bron, en hier staat {quote(found[0])}{also}"
        hint = "noem bij 'bron' een echte praktijk; bedacht u de kaart zelf, laat 'bron' dan weg"
        yield Problem(message, found[0].source, hint)
