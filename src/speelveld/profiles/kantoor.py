"""Set components and the jobs of the kit → the pages of each PDF, numbered in printing order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from speelveld.deck import Kit, Onderdeel, Opdracht
from speelveld.errors import AuthorError, KitError, Problem, UsageError
from speelveld.geometry import Size
from speelveld.options import Options
from speelveld.pages import (
    Corrector,
    Imprint,
    Part,
    Print,
    SetOnderdeel,
    card_pages,
    folded_pages,
    paper_pages,
    tile_pages,
)
from speelveld.paper import PAPERS
from speelveld.sheet.duplex import Duplex
from speelveld.typeset import Layout
from speelveld.written.tekst import Tekst

# 12 pt at this scale is 18 pt: large print for who sees badly.
LARGE = 1.5


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to print a job, with what it adds to the names of the file and the job."""

    suffix: str = ""
    words: str = ""
    scale: float = 1.0
    folded: bool = False


FOLDED = Variant(words=" om te vouwen en te plakken", folded=True)
FRONTS = Variant("-voorkant", ", alleen de voorkanten")
ENLARGED = Variant("-grootletter", " in grote letter", LARGE)


def make_prints(kit: Kit, settings: Mapping[str, SetOnderdeel], layout: Layout, options: Options) -> list[Print]:
    """Return the print jobs that have something to print; `layout` sets the words in their margins.

    Raises:
        AuthorError: a card of the author's own size does not fit the paper.
        KitError: a card of another size does not fit it.
        UsageError: the printer's backs are so far off that cards would fall off the paper.
    """
    imprint = Imprint(layout)
    corrector = Corrector(options.printer, options.duplex) if options.printer else None
    prints: list[Print] = []
    for job in kit.opdrachten:
        paper = options.paper if job.papier == "keuze" else options.board if job.papier == "bord" else job.papier
        two_sided = job.zijden == "dubbel" and options.duplex is not Duplex.GEEN
        chosen = [
            onderdeel for onderdeel in kit.onderdelen if job.naam in onderdeel.opdrachten and onderdeel.naam in settings
        ]
        backed = any(settings[onderdeel.naam].backs for onderdeel in chosen)
        for variant in _variants(job, options, backed=backed) if chosen else ():
            parts = [
                part
                for onderdeel in chosen
                if (part := _part(imprint, settings[onderdeel.naam], onderdeel, job, paper, options, variant)).pages
            ]
            if not parts:  # a casus may leave all cards of a kind out
                continue
            name = kit.bestanden.get(job.naam, job.naam)
            made = _print(job, name, parts, paper, two_sided, len(prints) + 1, variant)
            prints.append(_corrected(made, job, corrector) if corrector else made)
    return prints


def _corrected(made: Print, job: Opdracht, corrector: Corrector) -> Print:
    # What is too large for a printer goes to another one.
    if job.papier == "bord":
        return made
    return replace(made, parts=tuple(map(corrector.part, made.parts)), printer=corrector.printer)


def _variants(job: Opdracht, options: Options, *, backed: bool) -> Iterator[Variant]:
    """Yield the ways to print `job`: cards with backs, on one side, both to fold and as fronts alone."""
    cards = job.soort == "kaarten" and job.zijden == "dubbel"
    if cards and backed and options.duplex is Duplex.GEEN:
        yield FOLDED
        yield FRONTS
    else:
        yield Variant()
    if cards and options.large_print:
        yield ENLARGED


def _print(
    job: Opdracht, name: str, parts: Sequence[Part], paper: str, two_sided: bool, number: int, variant: Variant
) -> Print:
    """Return a print job; `name` is what its file is called."""
    return Print(
        job.naam + variant.suffix,
        _titled(job.titel, variant),
        f"{number}-{name}{variant.suffix}-{paper}.pdf",
        paper,
        job.gewicht,
        two_sided,
        job.soort == "bladzijden",
        tuple(parts),
    )


def _titled(titel: str, variant: Variant) -> str:
    """Return the title of a variant; where a casus swapped its words it keeps their place."""
    whole = titel + variant.words
    return Tekst(whole, titel.source, titel.field) if isinstance(titel, Tekst) else whole


def _part(
    imprint: Imprint,
    setting: SetOnderdeel,
    onderdeel: Onderdeel,
    job: Opdracht,
    paper: str,
    options: Options,
    variant: Variant,
) -> Part:
    size = PAPERS[paper]
    try:
        match job.soort:
            case "kaarten":
                assert onderdeel.formaat is not None
                card = Size(onderdeel.formaat.width * variant.scale, onderdeel.formaat.height * variant.scale)
                if variant.folded and setting.backs:
                    return folded_pages(setting, card, size, job.gewicht, imprint)
                duplex = options.duplex if job.zijden == "dubbel" else Duplex.GEEN
                if options.printer and setting.backs and duplex is not Duplex.GEEN:
                    _assert_room(Corrector(options.printer, duplex), onderdeel.titel, card, size)
                return card_pages(setting, card, size, duplex, job.gewicht, imprint)
            case "bladzijden":
                return paper_pages(setting, two_sided=job.zijden == "dubbel" and options.duplex is not Duplex.GEEN)
            case "tegels":
                return tile_pages(setting, size, imprint)
            case "plaat":
                return paper_pages(setting)
            case _:
                assert_never(job.soort)
    except ValueError as error:
        problem = Problem(f"{onderdeel.titel}: {error}", onderdeel.source)
        raise (AuthorError if onderdeel.is_own else KitError)([problem]) from error


def _assert_room(corrector: Corrector, titel: str, card: Size, paper: Size) -> None:
    if not corrector.holds(card, paper):
        raise UsageError(
            [
                Problem(
                    f"{titel}: op printer {corrector.printer!r} liggen achterkanten zo ver weg dat ze niet terug "
                    "kunnen; de printer bereikt de rand van het papier niet",
                    hint="schuif het papier in de lade recht aan en meet opnieuw met 'speelveld kalibreer'",
                )
            ]
        )
