"""The pages of a kit and their PDFs → pictures of them, and an overview: the game in play, and below it the rest."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from speelveld.build.pipeline import Built
from speelveld.geometry import Rect
from speelveld.options import Options
from speelveld.pages import Page, Part, Print
from speelveld.pdf import Facts, make_pdf
from speelveld.pdf.drawing import draw_part
from speelveld.typeset import Frame

PREVIEW_DPI = 60
LONGEST_PREVIEW = 1400
# Whatever its size, the picture of the game in play is as wide as the overview.
_FINEST = 1000
# Cards are what one knows a game by: they are shown larger than papers.
_CARDS_LARGER = 2.4
_LANGUAGE = "nl-NL"

Entry = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture of a page, with what is on that page and how its file is called on paper."""

    titel: str
    png: bytes
    page: Page
    cards: bool


class Previews:
    """Adds pictures to the files of a kit."""

    def __init__(self, files: dict[str, bytes]) -> None:
        """Add nothing yet; `files` are those of the kit (name → bytes)."""
        self._files = files
        self._shown: list[_Shown] = []

    def add(self, name: str, pdf: bytes, print_: Print, folder: str) -> list[Entry]:
        """Add a picture of each page of the file `name`, and return their entries for the manifest."""
        from speelveld.output.previews import render_previews  # whoever wants no pictures does not wait for these

        entries: list[Entry] = []
        stem = "/".join(filter(None, ("voorbeelden", folder, print_.bestand.removesuffix(".pdf"))))
        cards = print_.two_sided and any(part.cards for part in print_.parts)
        pictures = zip(render_previews(pdf, PREVIEW_DPI, LONGEST_PREVIEW), print_.pages, strict=True)
        for number, (png, page) in enumerate(pictures, 1):
            picture = f"{stem}-{number:02d}.png"
            self._files[picture] = png
            self._shown.append(_Shown(print_.titel, png, page, cards))
            entries.append({"bestand": picture, "van": name, "bladzijde": number})
        return entries

    def overview(self, built: Built, options: Options) -> Entry:
        """Add one picture of the game in play and of all there is, and return its entry."""
        from speelveld.output.previews import overview

        pictures = list(self._pictures(built.tableau)) or [(each.titel, each.png) for each in self._shown]
        if built.tableau is not None:
            # The cards first, then what there is least of: short documents share a row.
            count = Counter(titel for titel, _ in pictures)
            cards = {each.titel for each in self._shown if each.cards}
            pictures.sort(key=lambda picture: (picture[0] not in cards, count[picture[0]], picture[0]))
        self._files["overzicht.png"] = overview(pictures, built.fonts["gewoon"], _in_play(built, options))
        return {"bestand": "overzicht.png", "titel": "De hele kit in één plaatje"}

    def _pictures(self, tableau: Page | None) -> Iterator[tuple[str, bytes]]:
        """Yield what stands below the game in play: each card once, and each page that has something on it.

        The board lies above it already, whole and in use.
        """
        from speelveld.output.previews import cut_out

        if tableau is None:
            return
        seen = {laid.frame for laid in tableau.laid}
        for each in self._shown:
            if any(laid.frame in seen and laid.box.width > each.page.size.width / 2 for laid in each.page.laid):
                continue
            cards = list(_cards_on(each.page, seen))
            if cards:
                larger = _CARDS_LARGER if each.cards else 1.0
                yield from ((each.titel, png) for png in cut_out(each.png, each.page.size, cards, larger))
            elif each.page.laid and not _is_of_cards(each.page):
                yield each.titel, each.png


def _is_of_cards(page: Page) -> bool:
    return any(laid.box.width < page.size.width - 1 for laid in page.laid) and len(page.laid) > 1


def _cards_on(page: Page, seen: set[Frame]) -> Iterator[tuple[Rect, int]]:
    """Yield where cards lie on a sheet that were not seen before, and how they are turned.

    What is as large as the sheet is in its margin.
    """
    if not _is_of_cards(page):
        return
    for laid in page.laid:
        if laid.box.width < page.size.width - 1 and laid.frame not in seen and laid.clip is None:
            seen.add(laid.frame)
            yield laid.box, laid.turn


def _in_play(built: Built, options: Options) -> bytes | None:
    """Return the picture of the game in play as PNG, if the kit has a board."""
    from speelveld.output.previews import OVERVIEW_WIDTH, render_previews

    if built.tableau is None:
        return None
    part = Part("tableau", "Het spel op tafel", (built.tableau,), 1, "avond")
    facts = Facts(part.titel, _LANGUAGE, "", part.titel, "speelveld", tagged=False)
    pdf = make_pdf(
        lambda surface: draw_part(surface, part, _LANGUAGE),
        first=built.tableau.size,
        fonts=built.fonts,
        facts=facts,
        date=options.date,
    )
    (png,) = render_previews(pdf, _FINEST, OVERVIEW_WIDTH)
    return png
