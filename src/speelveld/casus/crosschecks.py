"""Mistakes that show only when two values of one casus are held together; the values themselves are for the model."""

from collections.abc import Iterator

from speelveld.casus.values import municipality
from speelveld.errors import Problem
from speelveld.written.alternatives import EXAMPLE, names_file
from speelveld.written.hints import quote, slug, suggest
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Rij, rows, texts

HEART = 2
"""So many groups are the heart of an opgave: with one there is no choice, with three everyone belongs to it."""
MOST_WORDS = {
    "let_op": (
        250,
        "een spelleider leest er hoogstens 250 op tijd",
        "noem alleen wat een spelleider vooraf moet weten",
    ),
    "opening": (50, "hardop lezen past met hoogstens 50 in de minuten", "zeg alleen wat iedereen vooraf moet horen"),
    "slot": (40, "hardop lezen past met hoogstens 40 in de minuten", "zeg alleen wat iedereen aan het eind moet horen"),
}
"""So many words fit in what is read, with why and what to do."""


def crosscheck(root: Blok) -> Iterator[Problem]:
    """Yield the mistakes of a casus whose ids have been given."""
    yield from _gebieden(root)
    yield from _logo(root)
    yield from _alternatives(root)
    yield from _kaartsoorten(root)
    yield from _hart(root)
    yield from _too_long(root)


def _hart(root: Blok) -> Iterator[Problem]:
    for opgave in rows(root.get("opgaven")):
        groups = opgave.get("hart")
        if not isinstance(groups, Rij) or not all(isinstance(name, Tekst) and name for name in groups):
            continue  # what is no group, the model tells; how many it would have been, nobody knows
        names = texts(groups)
        twice = [name for number, name in enumerate(names) if name in names[:number]]
        for name in twice:
            yield Problem(f"groep {quote(name)} staat twee keer bij 'hart'", name.source, "noem twee groepen")
        if not twice and len(names) != HEART:
            message = f"onder 'hart' horen {HEART} verschillende groepen; hier staan er {len(names)}"
            yield Problem(message, groups.source, "schrijf bijvoorbeeld: hart: [inwoners, vrijwilligers]")


def _too_long(root: Blok) -> Iterator[Problem]:
    for key, (most, why, hint) in MOST_WORDS.items():
        value = root.get(key)
        if isinstance(value, Tekst) and (number := len(value.split())) > most:
            yield Problem(f"'{key}' heeft {number} woorden; {why}", value.source, hint)


def _gebieden(root: Blok) -> Iterator[Problem]:
    known = {str(blok["id"]): None for blok in rows(root.get("opgaven")) if isinstance(blok["id"], Tekst)}
    for gebied in rows(root.get("gebieden")):
        names = gebied.get("opgaven")
        seen: set[str] = set()
        for name in names if isinstance(names, Rij) else ():
            if not isinstance(name, Tekst):
                continue
            if name not in known:
                hint = suggest(slug(name) or name, known)
                yield Problem(f"opgave {quote(name)} bestaat niet in deze casus", name.source, hint)
            elif name in seen:
                yield Problem(f"opgave {quote(name)} staat twee keer bij dit gebied", name.source, "haal er een weg")
            seen.add(name)


def _logo(root: Blok) -> Iterator[Problem]:
    huisstijl = root.get("huisstijl")
    if isinstance(huisstijl, Blok) and "logo" in huisstijl and "logo_tekst" not in huisstijl:
        gemeente = root.get("gemeente")
        name = municipality(gemeente) if isinstance(gemeente, Tekst) else "…"
        message = "bij het logo ontbreekt 'logo_tekst'; wie het logo niet ziet, hoort die tekst"
        yield Problem(message, huisstijl.key_source("logo"), f"schrijf bijvoorbeeld: logo_tekst: Logo gemeente {name}")


def _alternatives(root: Blok) -> Iterator[Problem]:
    examples = {"logo_tekst": "Logo gemeente Zutphen", "alt": "Een lege stoel bij het raam"}
    # 'Logo' for logo.png is short, but it is what it is.
    for where, file, key in (("huisstijl", "", "logo_tekst"), ("afbeelding", "bestand", "alt")):
        blok = root.get(where)
        if not isinstance(blok, Blok):
            continue
        name, said = blok.get(file), blok.get(key)
        if isinstance(said, Tekst) and names_file(said, name if isinstance(name, Tekst) else ""):
            message = f"{quote(said)} is de naam van een bestand; wie het plaatje niet ziet, hoort die tekst"
            yield Problem(message, said.source, f"{EXAMPLE}, zoals: {key}: {examples[key]}")


def _kaartsoorten(root: Blok) -> Iterator[Problem]:
    seen: dict[str, Tekst] = {}
    for soort in rows(root.get("kaartsoorten")):
        name = soort.get("naam")
        if isinstance(name, Tekst) and name in seen:
            hint = f"de eerste staat op regel {seen[name].source.line}; kies een andere naam"
            yield Problem(f"de kaartsoort {quote(name)} staat hier voor de tweede keer", name.source, hint)
        elif isinstance(name, Tekst):
            seen[name] = name
