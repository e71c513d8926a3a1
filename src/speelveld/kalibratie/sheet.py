"""The calibration sheet and the proof sheet as one PDF of four pages, for one paper and one edge."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from speelveld import resources
from speelveld.files import ReadFile
from speelveld.geometry import Rect, Size
from speelveld.kalibratie.gauge import level, seen_from_behind, upright
from speelveld.markup import Layouts
from speelveld.markup.theme import load_theme
from speelveld.pages import Corrector, Imprint, Page, SetOnderdeel, card_pages
from speelveld.pages.page import whole_page
from speelveld.paper import CARD_WEIGHT, FORMATS, OFFICE_PAPERS, PAPERS, in_mm, printable
from speelveld.pdf import Facts, Surface, make_pdf
from speelveld.sheet.correction import Correction
from speelveld.sheet.duplex import Duplex
from speelveld.sheet.imposition import card_sheet
from speelveld.typeset import FilledFace, FontFiles, Frame, Layout, typeset_kind
from speelveld.units import mm, spoken, to_mm

CARD = FORMATS["groot"]
"""The size of most cards of a kit, by which the proof sheet is drawn."""

_BLOCK = Size(mm(190), mm(277))
_EDGES = {Duplex.LANGE_ZIJDE: "lange zijde", Duplex.KORTE_ZIJDE: "korte zijde"}
_HINTS: Mapping[Duplex, Literal["DuplexFlipLongEdge", "DuplexFlipShortEdge"]] = {
    Duplex.LANGE_ZIJDE: "DuplexFlipLongEdge",
    Duplex.KORTE_ZIJDE: "DuplexFlipShortEdge",
}


def calibration_pdf(paper: str, duplex: Duplex, correction: Correction | None, date: datetime) -> bytes:
    """Return the sheet to measure with, front and back, and after it the sheet to check with.

    The first is never corrected, so that what is read off it is always the whole error; the second is, by `correction`.

    Raises:
        ValueError: the first does not fit this paper.
    """
    size, choices = PAPERS[paper], _choices(paper, duplex)
    room = printable(size)
    if room.width < _BLOCK.width or room.height < _BLOCK.height:
        raise ValueError(f"het meetvel past niet op papier van {in_mm(size)}")
    studio = _Studio()
    pages = [*_measuring(studio, size, duplex, choices), *_proof(studio, size, duplex, choices, correction)]

    def draw(surface: Surface) -> None:
        for title, start in (("Meetvel", 0), ("Proefvel", 2)):
            surface.start_part(title)
            for page in pages[start : start + 2]:
                surface.start_page(page.size)
                for laid in page.laid:
                    surface.draw(laid.frame, laid.box, laid.turn, clip=laid.clip, shared=laid.shared)
                surface.end_page()

    facts = Facts(
        title="Meetvel en proefvel" + (f" voor printer {correction.printer}" if correction else ""),
        lang="nl-NL",
        author="Speelveld",
        subject="Voor- en achterkant op elkaar",
        creator=f"speelveld {resources.program_version()}",
        tagged=False,
        duplex=_HINTS[duplex],
    )
    return make_pdf(draw, first=pages[0].size, fonts=studio.fonts, facts=facts, date=date)


def _choices(paper: str, duplex: Duplex) -> str:
    """Return what commands need beside the name of the printer to do the same as for these sheets."""
    chosen = f" --papier\N{NO-BREAK SPACE}{paper}" if paper != OFFICE_PAPERS[0] else ""
    return chosen + (f" --duplex\N{NO-BREAK SPACE}{duplex.value}" if duplex is Duplex.KORTE_ZIJDE else "")


class _NoPictures:
    """There are no pictures on these sheets."""

    def image(self, name: str) -> tuple[ReadFile, Size]:
        raise LookupError(name)

    def face(self, naam: str, number: int, side: str) -> Frame:
        raise LookupError(naam, number, side)


class _Studio:
    """What sets the pages: the bundled layouts, style and letters, whatever a user has of his own."""

    def __init__(self) -> None:
        bundled = resources.bundled("layouts")
        self.fonts = resources.fonts()
        self._layouts = Layouts([], bundled)
        self._theme = load_theme(bundled / "stijl.yaml")
        self._metrics = FontFiles(self.fonts)

    def layout(self, step: int = 0) -> Layout:
        """Return what typesetting asks for."""
        return Layout(self._theme, self._metrics, _NoPictures(), step)

    def frame(self, name: str, data: Mapping[str, Any]) -> Frame:
        """Return the layout `name`, filled and set."""
        job = FilledFace(self._layouts.render(name, data), name)
        return typeset_kind(lambda: [job], self.layout, 1).frames[0][0]


def _measuring(studio: _Studio, paper: Size, duplex: Duplex, choices: str) -> tuple[Page, Page]:
    left, top = (paper.width - _BLOCK.width) / 2, (paper.height - _BLOCK.height) / 2
    across = level(left + mm(107), top + mm(28))
    along = upright(left, top + mm(175))
    front = {
        "papier": paper,
        "blok": Rect(left, top, _BLOCK.width, _BLOCK.height),
        "x": across,
        "y": along,
        "zijde": _EDGES[duplex],
        "andere_zijde": next(words for edge, words in _EDGES.items() if edge is not duplex),
        "keuzes": choices,
        "versie": resources.program_version(),
    }
    arrow, turn = seen_from_behind(Rect(left + mm(177.5), top + mm(8), mm(5), mm(10)), paper, duplex)
    # Behind the title in front, where nothing has to be seen through the paper.
    words, _ = seen_from_behind(Rect(left, top, mm(130), mm(22)), paper, duplex)
    back = {
        "papier": paper,
        "strepen": [seen_from_behind(pair.back, paper, duplex)[0] for pair in (*across, *along)],
        "pijl": arrow,
        "pijl_draai": turn,
        "tekst": words,
    }
    return (
        whole_page(studio.frame("kalibratie-voor.xml.j2", front)),
        whole_page(studio.frame("kalibratie-achter.xml.j2", back)),
    )


def _proof(
    studio: _Studio, paper: Size, duplex: Duplex, choices: str, correction: Correction | None
) -> tuple[Page, ...]:
    numbers = ""
    if correction:
        numbers = f"x {spoken(to_mm(correction.x))}, y {spoken(to_mm(correction.y))}"
    data = {"printer": correction.printer if correction else "", "getallen": numbers, "keuzes": choices}
    first, other = (studio.frame("kalibratie-kaart.xml.j2", {**data, "eerste": eerste}) for eerste in (True, False))
    places = card_sheet(CARD, paper).places
    setting = SetOnderdeel(
        "proefvel",
        "Proefvel",
        "printer",
        fronts=[first, *[other] * (places - 1)],
        backs=[studio.frame("kalibratie-kaart-achter.xml.j2", data)],
        back_of=[0] * places,
    )
    part = card_pages(setting, CARD, paper, duplex, CARD_WEIGHT, Imprint(studio.layout()))
    return (Corrector(correction, duplex).part(part) if correction else part).pages
