"""A `kit.yaml`, alone or laid over the bundled one → the kit it describes; all that is wrong in it is said at once."""

from collections.abc import Collection, Iterator
from pathlib import Path

from speelveld import resources
from speelveld.deck.kit import Kit, Onderdeel, Opdracht
from speelveld.deck.kit_model import BRON, OPDRACHT, KitBestand, OnderdeelRegel, OpdrachtRegel
from speelveld.errors import Problem
from speelveld.written.extending import BEHIND, blank_extending, by_name, extends, laid_over, misplaced, needs_extending
from speelveld.written.fields import Around
from speelveld.written.hints import quote, suggest
from speelveld.written.kind import FileKind
from speelveld.written.loading import built, read
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Rij, Waarde, rows, texts
from speelveld.written.values import is_ident

SOURCES = (
    *("opgaven", "rollen", "aanpakken", "kansen", "uitdagingen"),
    *("geldfiches", "stemfiches", "pionnen", "spelers", "doosjes"),
)
"""What the cards of a component may come from, where nobody brings more."""

KIT = FileKind(begin="schrijf bovenaan: breidt_uit: standaard", example="breidt_uit: standaard")
_LISTS = {"opdrachten": "opdracht", "onderdelen": "onderdeel"}


def load_kit(path: Path, sources: Collection[str] = SOURCES, standard: Path | None = None) -> Kit:
    """Return the kit that `path` describes; `sources` is what cards may come from.

    `standard` is the kit.yaml that it may extend: the bundled one, unless another is given.

    Raises:
        KitError: it is no kit; all that is wrong in it is named.
    """
    own, problems = read(path, str(path), KIT)
    if extends(own, KitBestand.model_fields):
        standard = standard or resources.bundled("layouts") / "kit.yaml"
        base, found = read(standard, str(standard), KIT)
        root = _extended(base, own)
        problems += [*found, *blank_extending(own), *_left_out(base, own), *_behind(root)]
    else:
        root = own
        problems += _only_extending(own)
    problems += _crosscheck(root, own)
    jobs = _names(root.get("opdrachten"))
    around = Around(path.parent, {OPDRACHT: jobs, BRON: sources})
    file = built(KitBestand, root, KIT, problems, around)
    return Kit(
        tuple(map(_opdracht, file.opdrachten)),
        tuple(map(_onderdeel, file.onderdelen, rows(root["onderdelen"]))),
    )


def _extended(base: Blok, own: Blok) -> Blok:
    gone = set(map(str, texts(own.get("weglaten"))))
    found = laid_over(base, own)
    for key in _LISTS:
        merged = by_name(base.get(key), own.get(key), gone if key == "onderdelen" else ())
        if merged is not None:
            found[key] = merged
    return found


def _left_out(base: Blok, own: Blok) -> Iterator[Problem]:
    """Yield the names under `weglaten` that leave nothing out."""
    known = _names(base.get("onderdelen")) or ()
    jobs = _names(base.get("opdrachten")) or ()
    for name in texts(own.get("weglaten")):
        if name not in known:
            hint = suggest(name, known)
            if name in jobs:
                hint = "dit is een opdracht; een opdracht waar geen onderdeel in komt, wordt vanzelf niet gemaakt"
            yield Problem(f"onderdeel {quote(name)} bestaat niet", name.source, hint)


def _behind(root: Blok) -> Iterator[Problem]:
    for key, noun in _LISTS.items():
        yield from misplaced(root.get(key), noun)


def _only_extending(own: Blok) -> Iterator[Problem]:
    yield from needs_extending("weglaten", [own])
    for key in _LISTS:
        yield from needs_extending(BEHIND, rows(own.get(key)))


def _crosscheck(root: Blok, own: Blok) -> Iterator[Problem]:
    """Yield the mistakes that show only when two values are held together."""
    for key in _LISTS:
        yield from _twice(own.get(key))
    cards = {name for job in rows(root.get("opdrachten")) if job.get("soort") == "kaarten" for name in _name(job)}
    for blok in rows(root.get("onderdelen")):
        if cards.intersection(texts(blok.get("opdracht"))) and not {"van", "formaat"} <= blok.keys():
            name = "".join(map(quote, _name(blok))) or "dit onderdeel"
            message = f"{name} wordt op kaarten geprint en heeft dan 'van' en 'formaat' nodig"
            yield Problem(message, blok.source, "schrijf bijvoorbeeld: van: opgaven, formaat: groot")


def _twice(entries: Waarde | None) -> Iterator[Problem]:
    seen: dict[str, Tekst] = {}
    for blok in rows(entries):
        for name in _name(blok):
            if name in seen:
                hint = f"de eerste staat op regel {seen[name].source.line}; kies een andere naam"
                yield Problem(f"de naam {quote(name)} staat er voor de tweede keer", name.source, hint)
            seen.setdefault(name, name)


def _names(entries: Waarde | None) -> tuple[str, ...] | None:
    """Return the names of a list's entries; None where there are none, or one of them cannot be known."""
    if not isinstance(entries, Rij):
        return None
    known = tuple(str(name) for blok in rows(entries) for name in _name(blok) if is_ident(name))
    return known if known and len(known) == len(entries) else None


def _name(blok: Blok) -> list[Tekst]:
    """Return its name, as far as it has one."""
    return texts(blok.get("naam"))


def _opdracht(regel: OpdrachtRegel) -> Opdracht:
    naam, titel, gewicht = str(regel.naam), str(regel.titel), str(regel.gewicht)
    return Opdracht(naam, titel, regel.soort, regel.papier, gewicht, regel.zijden, regel.eerst)


def _onderdeel(regel: OnderdeelRegel, blok: Blok) -> Onderdeel:
    """Return a component; its texts are the program's, not the author's, so they lose their places."""
    return Onderdeel(
        naam=str(regel.naam),
        titel=str(regel.titel),
        layout=str(regel.layout),
        opdrachten=tuple(map(str, regel.opdracht)),
        per=regel.per,
        soort=str(regel.soort or ""),
        letter=str(regel.letter or ""),
        van=str(regel.van or ""),
        formaat=regel.formaat,
        achter=_text(regel.achter),
        achter_per=regel.achter_per,
        leeg=_text(regel.leeg),
        leeg_aantal=regel.leeg_aantal,
        toont=regel.toont,
        vanaf_tafels=regel.vanaf_tafels,
        laat=regel.laat,
        achterop=regel.achterop,
        source=blok.key_source("formaat"),
    )


def _text(tekst: Tekst | None) -> str | None:
    return None if tekst is None else str(tekst)
