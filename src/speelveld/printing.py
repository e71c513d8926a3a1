"""Set components and the jobs of the kit → the pages of each PDF, numbered in printing order."""

from collections.abc import Mapping, Sequence

from speelveld.deck import Kit, Onderdeel, PrintJob
from speelveld.errors import AuthorError, Problem
from speelveld.options import Options
from speelveld.press import Imprint, Part, Print, Setting, card_pages, paper_pages, plate_pages, tile_pages
from speelveld.sheet.duplex import Duplex
from speelveld.sheet.paper import PAPERS
from speelveld.typeset import Layout

# 12 pt at this scale is 18 pt: large print for who sees badly.
LARGE = 1.5


def make_prints(kit: Kit, settings: Mapping[str, Setting], layout: Layout, options: Options) -> list[Print]:
    """Return the print jobs that have something to print; `layout` sets the words in their margins.

    Raises:
        AuthorError: a card of the author's own size does not fit the paper.
    """
    imprint = Imprint(layout)
    prints: list[Print] = []
    for job in kit.opdrachten:
        paper = options.paper if job.papier == "keuze" else options.board if job.papier == "bord" else job.papier
        two_sided = job.zijden == "dubbel" and options.duplex != "geen"
        sizes = [(1.0, "")]
        if options.large_print and job.soort == "kaarten" and job.zijden == "dubbel":
            sizes.append((LARGE, "-grootletter"))
        for scale, suffix in sizes:
            parts = [
                _part(imprint, settings[onderdeel.naam], onderdeel, job, paper, options, scale)
                for onderdeel in kit.onderdelen
                if job.naam in onderdeel.opdrachten and onderdeel.naam in settings
            ]
            if parts:
                prints.append(_print(job, parts, paper, two_sided, len(prints) + 1, suffix))
    return prints


def _print(job: PrintJob, parts: Sequence[Part], paper: str, two_sided: bool, number: int, suffix: str) -> Print:
    name = job.naam + suffix
    titel = job.titel + (" in grote letter" if suffix else "")
    return Print(name, titel, f"{number}-{name}-{paper}.pdf", paper, job.gewicht, two_sided, job.soort == "bladzijden", tuple(parts))


def _part(imprint: Imprint, setting: Setting, onderdeel: Onderdeel, job: PrintJob, paper: str, options: Options, scale: float) -> Part:
    size = PAPERS[paper]
    try:
        match job.soort:
            case "kaarten":
                assert onderdeel.formaat is not None
                duplex = Duplex(options.duplex) if job.zijden == "dubbel" else Duplex.GEEN
                return card_pages(setting, size, duplex, job.gewicht, imprint, size=onderdeel.formaat, scale=scale)
            case "bladzijden":
                return paper_pages(setting, two_sided=job.zijden == "dubbel" and options.duplex != "geen")
            case "tegels":
                return tile_pages(setting, size, imprint)
            case "plaat":
                return plate_pages(setting)
    except ValueError as error:
        raise AuthorError([Problem(f"{onderdeel.titel}: {error}")]) from error
