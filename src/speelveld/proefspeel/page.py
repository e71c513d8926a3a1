"""What was told of a trial → one page on A4, tagged as any paper, drawn by the layout `proefspeel.xml.j2`."""

from collections.abc import Sequence
from dataclasses import dataclass

from speelveld import resources
from speelveld.build.studio import Loaded, open_studio, set_onderdeel
from speelveld.deck import Face, Onderdeel, OnderdeelFaces, asks, choose_cards
from speelveld.options import Options
from speelveld.output.previews import render_previews
from speelveld.pages import paper_pages
from speelveld.pdf import Facts, Surface, make_pdf
from speelveld.proefspeel.told import Data

# On a screen as large as paper, and sharp on one with many dots.
DPI = 150

_ONDERDEEL = Onderdeel(naam="proefspeel", titel="Proefspeel", layout="proefspeel.xml.j2", opdrachten=())


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page as PDF, and as a picture; a long title may take a second page, which the picture leaves out."""

    pdf: bytes
    png: bytes


def draw_page(loaded: Loaded, proef: Data, zinnen: Sequence[str], options: Options) -> Drawn:
    """Return the page about a trial, in the huisstijl of the casus.

    Raises:
        AuthorError: a text of the casus does not fit.
        KitError: the layout is wrong.
    """
    studio = open_studio(loaded, options)
    casus = loaded.casus
    data = {
        "casus": casus,
        "spel": loaded.rules,
        "kaarten": choose_cards(casus, loaded.deck),
        "onderdeel": _ONDERDEEL,
        "soort": "",
        "versie": resources.program_version(),
        "jaar": options.date.year,
        "proef": proef,
        "zinnen": zinnen,
    }
    component = OnderdeelFaces(_ONDERDEEL, papier=Face(_ONDERDEEL.layout, data, _ONDERDEEL.titel))
    part = paper_pages(set_onderdeel(studio, component))

    def draw(surface: Surface) -> None:
        surface.start_part(_ONDERDEEL.titel)
        for page in part.pages:
            surface.start_page(page.size)
            for laid in page.laid:
                surface.draw(laid.frame, laid.box, laid.turn, clip=laid.clip, shared=laid.shared)
            surface.end_page()

    facts = Facts(
        title=f"Proefspeel: {casus.titel}",
        lang="nl-NL",
        author=asks(casus),
        subject="Wat duizenden potjes laten zien",
        creator=f"speelveld {resources.program_version()}",
        tagged=True,
        duplex="Simplex",
    )
    pdf = make_pdf(draw, first=part.pages[0].size, fonts=studio.fonts, facts=facts, date=options.date)
    return Drawn(pdf, next(iter(render_previews(pdf, DPI, longest=2000))))
