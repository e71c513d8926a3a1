"""What a casus calls the game's words, with the article and the plural where Dutch leaves them open."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from speelveld.errors import Problem
from speelveld.woorden import WOORDEN, Lidwoord, known_forms
from speelveld.written.element import Written
from speelveld.written.fields import lees, veld
from speelveld.written.hints import quote
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Waarde

_ONE_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?")
_WITH_ARTICLE = re.compile(rf"(de|het) ({_ONE_WORD.pattern})", re.IGNORECASE)
_LONGEST = 30
# Steun and regie are also printed in a small box on every card; the gemeente is a group, and stands beside another.
_LONGEST_ON_A_CARD = {"steun": 10, "regie": 10, "gemeente": 18}
# Other words that the game prints with a meaning of their own.
_MEANT = (
    "beroepskracht",
    "beroepskrachten",
    "bord",
    "fase",
    "fiche",
    "geld",
    "groep",
    "inwoner",
    "inwoners",
    "kaart",
    "kennis",
    "ondernemer",
    "ondernemers",
    "pion",
    "resultaat",
    "stap",
    "station",
    "tijd",
    "vak",
    "vrijwilliger",
    "vrijwilligers",
)


def _word(tekst: Tekst) -> Tekst:
    """Return one word: letters, with a hyphen or an apostrophe in it."""
    if _ONE_WORD.fullmatch(tekst) and len(tekst) <= _LONGEST:
        return tekst
    if len(tekst) > _LONGEST:
        raise RefusedError(f"'{tekst.field}' is langer dan {_LONGEST} letters", "kies een korter woord")
    hint = "gebruik alleen letters, en zo nodig een streepje"
    if found := _WITH_ARTICLE.fullmatch(tekst):
        hint = f"schrijf het lidwoord apart: {{woord: {found[2]}, lidwoord: {found[1].lower()}}}"
    elif re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)+", tekst):
        hint = f"schrijf het aan elkaar, zoals {tekst.replace(' ', '')}, of kies één ander woord"
    raise RefusedError(f"'{tekst.field}' is {quote(tekst)}; dat moet één woord zijn", hint)


def _article(tekst: Tekst) -> Lidwoord:
    if tekst == "de":
        return "de"
    if tekst == "het":
        return "het"
    raise RefusedError(f"'lidwoord' is {quote(tekst)}; dat moet de of het zijn", "schrijf: lidwoord: de")


WoordVeld = Annotated[Tekst, lees(_word)]
LidwoordVeld = Annotated[Lidwoord, lees(_article, {"enum": ["de", "het"]})]


class NieuwWoord(Written):
    """A word of the author's own for one of the game's, with its grammar."""

    woord: WoordVeld = veld("Het woord zelf, in het enkelvoud.", "kring")
    lidwoord: LidwoordVeld = veld("Het lidwoord: de of het.", "de")
    meervoud: WoordVeld | None = veld("Het meervoud.", "kringen", default=None)
    samenstelling: WoordVeld | None = veld(
        "Hoe het een langer woord begint, als dat anders is.", "mogelijkheids", default=None
    )


class _OrOnlyTheWord:
    """For an editor, a word may stand alone; when a casus is read, `spelled_out` has made a mapping of it."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


Veld = Annotated[NieuwWoord, _OrOnlyTheWord] | None


def _own(word: str) -> Any:
    return veld(f"Hoe '{word}' bij u heet.", "{woord: kring, lidwoord: de, meervoud: kringen}", default=None)


class Woorden(Written):
    """The game's words that the author swaps."""

    dreamteam: Veld = _own("dreamteam")
    opgave: Veld = _own("opgave")
    casus: Veld = _own("casus")
    speelveld: Veld = _own("speelveld")
    rol: Veld = _own("rol")
    aanpak: Veld = _own("aanpak")
    kans: Veld = _own("kans")
    uitdaging: Veld = _own("uitdaging")
    thematafel: Veld = _own("thematafel")
    spelleider: Veld = _own("spelleider")
    route: Veld = _own("route")
    steun: Veld = _own("steun")
    regie: Veld = _own("regie")
    kracht: Veld = _own("kracht")
    gemeente: Veld = veld(
        "Wie de vraag stelt, als dat geen gemeente is.",
        "{woord: waterschap, lidwoord: het, meervoud: waterschappen}",
        default=None,
    )


def spell_out(root: Blok) -> Iterator[Problem]:
    """Make a mapping of each word that stands alone, with what Dutch is sure of, and yield what its author must add.

    A word about which something must be added is taken out, so that it is not refused once more.
    """
    words = root.get("woorden")
    if not isinstance(words, Blok):
        return
    for key, value in list(words.items()):
        blok = _spelled_out(key, value) if key in WOORDEN else None
        if blok is not None and isinstance(blok.get("woord"), Tekst):
            words[key] = blok
    for find in (_confusing, _lacking_any):
        for key, problem in list(find(words)):
            yield problem
            del words[key]


def _lacking_any(words: Blok) -> Iterator[tuple[str, Problem]]:
    """Yield what the author must add, by what it is for."""
    for key, blok in words.items():
        if key in WOORDEN and isinstance(blok, Blok) and isinstance(blok.get("woord"), Tekst):
            problem = _lacking(key, blok)
            if problem:
                yield key, problem


def _spelled_out(key: str, value: Waarde) -> Blok | None:
    if isinstance(value, Blok):
        return value
    if not isinstance(value, Tekst):
        return None
    blok = Blok(value.source)
    blok["woord"] = Tekst(value, value.source, key)
    return blok


def _lacking(key: str, blok: Blok) -> Problem | None:
    """Return what the author must add about a word; fill in what is sure."""
    word = blok["woord"]
    assert isinstance(word, Tekst)
    counted = WOORDEN[key].meervoud is not None
    if not counted and "meervoud" in blok:
        hint = "haal 'meervoud' weg"
        return Problem(f"'{key}' heeft in het spel geen meervoud", blok.key_source("meervoud"), hint)
    try:
        _word(word)
    except RefusedError as refusal:
        return Problem(refusal.message, word.source, refusal.hint)
    if (most := _LONGEST_ON_A_CARD.get(key)) and len(word) > most:
        message = f"{quote(word)} is te lang voor de vakjes op de kaarten"
        hint = f"kies voor '{key}' een woord van hoogstens {most} letters, en minder met veel brede als m en w"
        return Problem(message, word.source, hint)
    forms = known_forms(word.lower())
    if forms:
        for name, form in zip(("lidwoord", "meervoud"), forms, strict=True):
            if name == "lidwoord" or counted:
                blok.setdefault(name, Tekst(form, word.source, name))
        return None
    missing = [name for name in ("lidwoord", "meervoud") if name not in blok and (name == "lidwoord" or counted)]
    if not missing:
        return None
    shape = f"woord: {word}, lidwoord: {blok.get('lidwoord', '…')}"
    if counted:
        shape += f", meervoud: {blok.get('meervoud', '…')}"
    what = " en ".join(f"het {name}" for name in missing)
    choose = "kies de of het, en " if "lidwoord" in missing else ""
    return Problem(f"bij {quote(word)} ontbreekt {what}", word.source, f"{choose}schrijf: {key}: {{{shape}}}")


def _confusing(words: Blok) -> Iterator[tuple[str, Problem]]:
    """Yield words that would then mean two things, by what they are for."""
    named = {key: blok["woord"] for key, blok in words.items() if isinstance(blok, Blok) and "woord" in blok}
    seen = {key: key for key in (*WOORDEN, *_MEANT) if key not in named}
    for key, word in named.items():
        if not isinstance(word, Tekst):
            continue
        low = word.lower()
        if low in seen:
            other = seen[low]
            why = f"zo heet '{other}' al" if other in named else "dat is al een ander woord van het spel"
            yield key, Problem(f"'{key}' kan niet {quote(word)} heten: {why}", word.source, "kies een ander woord")
        seen.setdefault(str(low), key)
