"""The pages of a kit and their PDFs → pictures of them, and an overview: the game in play, and below it the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType

from speelveld.build.pipeline import Built
from speelveld.files import ReadFile
from speelveld.fonts import spare_of
from speelveld.geometry import Rect
from speelveld.options import Options
from speelveld.output.former import Former
from speelveld.pages import Page, Part, Print
from speelveld.pdf import Facts, make_pdf
from speelveld.pdf.drawing import draw_part
from speelveld.typeset import FontFiles, Frame

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
    """A picture of a page by its name, with what is on that page and how its file is called on paper."""

    titel: str
    """As its caption has it, with the name of its file: who sees it looks for that."""
    name: str
    page: Page
    cards: bool


class Previews:
    """Adds pictures to the files of a kit: on a thread of its own, while the caller makes the next file."""

    def __init__(self, files: dict[str, bytes], former: Former) -> None:
        """Add nothing yet; `files` are those of the kit (name → bytes), `former` the kit that stands in its place."""
        self._files, self._former = files, former
        self._shown: list[_Shown] = []
        # One thread: pdfium cannot do two things at once.
        self._thread = ThreadPoolExecutor(1)
        self._drawing: list[Future[dict[str, bytes]]] = []

    def __enter__(self) -> "Previews":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Draw nothing more that nobody will look at."""
        self._thread.shutdown(cancel_futures=True)

    def add(self, name: str, pdf: bytes, print_: Print, folder: str) -> list[Entry]:
        """Have a picture of each page of the file `name` added, and return their entries for the manifest."""
        stem = "/".join(filter(None, ("voorbeelden", folder, print_.bestand.removesuffix(".pdf"))))
        cards = print_.two_sided and any(part.cards for part in print_.parts)
        names = [f"{stem}-{number:02d}.png" for number in range(1, len(print_.pages) + 1)]
        self._drawing.append(self._thread.submit(self._draw, name, pdf, names))
        titel = f"{print_.titel} ({print_.bestand})"
        self._shown += (_Shown(titel, *each, cards) for each in zip(names, print_.pages, strict=True))
        return [{"bestand": picture, "van": name, "bladzijde": number} for number, picture in enumerate(names, 1)]

    def finish(self) -> None:
        """Wait until all that was asked for is among the files."""
        for each in self._drawing:
            self._files.update(each.result())
        self._drawing = []

    def _draw(self, name: str, pdf: bytes, names: Sequence[str]) -> dict[str, bytes]:
        from speelveld.output.previews import render_previews  # whoever wants no pictures does not wait for these

        kept = self._former.pictures(name, pdf, names)
        return kept or dict(zip(names, render_previews(pdf, PREVIEW_DPI, LONGEST_PREVIEW), strict=True))

    def overview(self, built: Built, options: Options) -> Entry:
        """Add one picture of the game in play and of all there is, and return its entry."""
        from speelveld.output.previews import overview

        in_play = self._thread.submit(_in_play, built, options)
        self.finish()
        pictures = list(self._pictures(built.tableau)) or [(each.titel, self._files[each.name]) for each in self._shown]
        if built.tableau is not None:
            # The cards first, then what there is least of: short documents share a row.
            count = Counter(titel for titel, _ in pictures)
            cards = {each.titel for each in self._shown if each.cards}
            pictures.sort(key=lambda picture: (picture[0] not in cards, count[picture[0]], picture[0]))
        letters = caption_font(built.fonts, {titel for titel, _ in pictures})
        self._files["overzicht.png"] = overview(pictures, letters, in_play.result())
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
                yield from ((each.titel, png) for png in cut_out(self._files[each.name], each.page.size, cards, larger))
            elif each.page.laid and not _is_of_cards(each.page):
                yield each.titel, self._files[each.name]


def caption_font(fonts: Mapping[str, ReadFile], texts: Iterable[str]) -> ReadFile:
    """Return the font of the captions: that of the kit, or what steps in for it where it cannot show one of `texts`."""
    face = "gewoon"
    lacking = FontFiles(fonts).borrowed("".join(texts), face)
    return fonts.get(spare_of(face), fonts[face]) if lacking else fonts[face]


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
