"""What an author still had to fill in, and what is left of the casus that `speelveld nieuw` hands out.

It can all be printed, and nobody means it to be.
"""

import re
from collections.abc import Iterator

from speelveld import resources
from speelveld.casus.model import Casus
from speelveld.casus.spoilt import texts
from speelveld.errors import Problem
from speelveld.written.hints import quote
from speelveld.written.places import Places
from speelveld.written.tekst import Tekst

# In capitals only where the word is Dutch or a name too.
_LATER = r"nog (?:in te |aan te )?(?:invullen|vullen|navragen|uitzoeken|nazoeken|bepalen|aanvullen|toevoegen)"
_HERE = r"\b(?:in ?vullen|in te vullen|aan ?vullen|naam|datum|tekst|bedrag|aantal|plaats|x+)\b"
_MARK = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+|lorem ipsum)\b"
    rf"|\b(?i:{_LATER})\b"
    r"|\?{3,}"
    rf"|\[(?i:vul\b[^\]\n]*|[^\]\n:]*{_HERE}[^\]\n:]*|\.{{2,}}|…)\]"
    r"|<(?![/\s])(?=[^<>\n]*[A-Za-z])[^<>\n=/:@]{2,40}>"
)
# Marks of a web page, which are told as such.
_TAG = re.compile(r"<(?:b|i|u|em|strong|br|p|div|span|ul|ol|li|a|h[1-6]|font|table|tr|td|sup|sub)\b", re.IGNORECASE)
_UNSEEN = frozenset(("nagezocht", "url"))
# One text may well be the same by chance.
_ENOUGH = 2
_BARE = re.compile(r"\d[\d .]*(?:,\d{2}|,-)?")


def unfinished(casus: Casus, places: Places) -> Iterator[Problem]:
    """Yield each text with something in it that was still to be filled in."""
    for tekst in texts(casus):
        if tekst.field in _UNSEEN:
            continue
        found = next((each for each in _MARK.finditer(tekst) if not _TAG.match(each[0])), None)
        if found:
            message = f"in '{tekst.field}' staat nog {quote(found[0])}, en dat komt zo op papier"
            yield Problem(message, places.at(tekst, found.start()), "vul het in, of haal het weg")


def without_currency(casus: Casus) -> Iterator[Problem]:
    """Yield that the worth of a fiche is a bare number: nobody sees that it is money."""
    fiche = casus.spel.fiche
    if fiche and _BARE.fullmatch(fiche):
        amount = fiche.partition(",")[0].replace(" ", "").replace(".", "")
        said = f"{int(amount):,}".replace(",", ".")
        message = f"'fiche' is {quote(fiche)}, zonder euroteken; zo staat het op elke geldfiche"
        yield Problem(message, fiche.source, f'schrijf: fiche: "€ {said}"')


def left_over(casus: Casus) -> Iterator[Problem]:
    """Yield what a casus with a title of its own still has of the one to start from."""
    template = (resources.new_casus() / "casus.yaml").read_text(encoding="utf-8")
    if f"titel: {casus.titel}\n" in template:
        return
    same = [tekst for tekst in _told(casus) if tekst.source.name and _line(tekst) in template]
    if len(same) < _ENOUGH:
        return
    if f"gemeente: {casus.gemeente}\n" in template:
        same.append(casus.gemeente)
    same.sort(key=lambda tekst: tekst.source)
    message = f"hier staat nog de tekst van de casus om mee te beginnen: {', '.join(dict.fromkeys(map(_key, same)))}"
    yield Problem(message, same[0].source, "vervang deze teksten door die van uw eigen casus")


def _told(casus: Casus) -> Iterator[Tekst]:
    kader = casus.kader
    yield from (casus.vraag, casus.verhaal, kader.geld, kader.tijd, kader.uitkomst)
    for opgave in casus.opgaven:
        yield from (opgave.vraag, opgave.voor_wie, opgave.schuurt, opgave.merkt)


def _line(tekst: Tekst) -> str:
    """Return the end of a line that a text begins with, as it is written in a casus."""
    return f" {tekst.partition(chr(10))[0].strip()}\n"


def _key(tekst: Tekst) -> str:
    return tekst.field
