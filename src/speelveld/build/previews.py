"""The pages of a kit and their PDFs → pictures of them, and an overview: the game in play, and below it the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Semaphore
from types import TracebackType

from speelveld.build.pipeline import Built
from speelveld.files import ReadFile
from speelveld.fonts import spare_of
from speelveld.geometry import Rect
from speelveld.options import Options
from speelveld.output.digest import digest
from speelveld.output.former import SHOWS, Former
from speelveld.output.overview import WIDTH, Overview, Shown
from speelveld.output.previews import Drawn, draw_pages, pack, unpack
from speelveld.pages import Page, Part, Print
from speelveld.pdf import Facts, make_pdf
from speelveld.pdf.drawing import draw_part
from speelveld.typeset import FontFiles, Frame

PREVIEW_DPI = 60
LONGEST_PREVIEW = 1400
OVERVIEW = "overzicht.png"
# Whatever its size, the picture of the game in play is as wide as the overview.
_FINEST = 1000
# Cards are what one knows a game by: they are shown larger than papers.
_CARDS_LARGER = 2.4
_LANGUAGE = "nl-NL"
_THREADS = 2
# So many drawn pages may wait to be packed.
_AHEAD = 6

Entry = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Pictured:
    """A page there will be a picture of; its caption has the name of the file, for who sees it looks for that."""

    caption: str
    name: str
    page: Page
    cards: bool


class Previews:
    """Makes the pictures of a kit, on threads of its own, while the caller makes the next file.

    What an earlier kit has a picture of is not drawn again.
    """

    def __init__(
        self, built: Built, prints: Sequence[Print], folder: str, options: Options, former: Former, tableau: str
    ) -> None:
        """Make nothing yet; `prints` are the files to come, and their pictures go in `folder`.

        `former` is the kit that stands where this one goes; `tableau` tells the game in play apart from any other.
        """
        self._built, self._options, self._former = built, options, former
        self._stem = "/".join(filter(None, ("voorbeelden", folder)))
        every = [each for print_ in prints for each in self._pictured(print_)]
        shown = list(_shown(every, built.tableau))
        letters = caption_font(built.fonts, {each.caption for _, each in shown})
        self._overview = Overview(
            [each for _, each in shown], letters, None if built.tableau is None else built.tableau.size
        )
        self._places: dict[str, list[int]] = {}
        for number, (name, _) in enumerate(shown):
            self._places.setdefault(name, []).append(number)
        self._shows = [tableau, *(f"{each.caption} {name}" for name, each in shown)]
        self._entries: list[Entry] = []
        # One thread draws: pdfium cannot do two things at once.
        self._drawing, self._packing = ThreadPoolExecutor(1), ThreadPoolExecutor(_THREADS)
        self._waiting = Semaphore(_AHEAD)
        self._drawn: list[Future[dict[str, Future[bytes]]]] = []
        self._kept: dict[str, bytes] = {}
        self._gathered: list[Future[None]] | None = None

    def __enter__(self) -> "Previews":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Draw nothing more that nobody will look at."""
        self._drawing.shutdown(cancel_futures=True)
        self._packing.shutdown(cancel_futures=True)

    def add(self, file: str, pdf: bytes, print_: Print, shows: Sequence[str]) -> None:
        """Have a picture made of each page of the file of this name; `shows` tells each of them from all others."""
        missing: dict[int, str] = {}
        for number, (each, key) in enumerate(zip(self._pictured(print_), shows, strict=True)):
            self._entries.append({"bestand": each.name, "van": file, "bladzijde": number + 1, SHOWS: key})
            png = self._former.picture(key)
            if png is None:
                missing[number] = each.name
            else:
                self._kept[each.name] = png
                if self._gathered is not None:
                    self._gathered.append(self._packing.submit(self._show_kept, each.name, png))
        self._shows += shows
        if missing:
            self._gather()
            self._drawn.append(self._drawing.submit(self._draw, pdf, missing))

    def finish(self) -> tuple[dict[str, bytes], list[Entry]]:
        """Return all pictures by name, the overview last, and their entries for the manifest."""
        key = digest("\0".join(self._shows).encode("utf-8", "surrogatepass"))
        entry: Entry = {"bestand": OVERVIEW, "titel": "De hele kit in één plaatje", SHOWS: key}
        whole = None if self._gathered else self._former.picture(key)
        if whole is None:
            self._gather()
        files = dict(self._kept)
        for drawn in self._drawn:
            files |= {name: packed.result() for name, packed in drawn.result().items()}
        for shown in self._gathered or ():
            shown.result()
        files[OVERVIEW] = whole or self._overview.png()
        return files, [*self._entries, entry]

    def _gather(self) -> None:
        """Begin an overview: what stands there shows another kit."""
        if self._gathered is None:
            self._gathered = [self._packing.submit(self._show_kept, *each) for each in self._kept.items()]
            if self._built.tableau is not None:
                self._gathered.append(self._drawing.submit(self._show_in_play, self._built.tableau))

    def _pictured(self, print_: Print) -> list[_Pictured]:
        stem = f"{self._stem}/{print_.bestand.removesuffix('.pdf')}"
        caption = f"{print_.titel} ({print_.bestand})"
        cards = print_.two_sided and any(part.cards for part in print_.parts)
        return [
            _Pictured(caption, f"{stem}-{number:02d}.png", page, cards) for number, page in enumerate(print_.pages, 1)
        ]

    def _draw(self, pdf: bytes, names: Mapping[int, str]) -> dict[str, Future[bytes]]:
        found: dict[str, Future[bytes]] = {}
        pages = draw_pages(pdf, PREVIEW_DPI, LONGEST_PREVIEW, list(names))
        for name, drawn in zip(names.values(), pages, strict=True):
            self._waiting.acquire()
            found[name] = self._packing.submit(self._packed, name, drawn)
        return found

    def _packed(self, name: str, drawn: Drawn) -> bytes:
        try:
            self._show(name, drawn)
            return pack(drawn)
        finally:
            self._waiting.release()

    def _show_kept(self, name: str, png: bytes) -> None:
        if name in self._places:
            self._show(name, unpack(png))

    def _show(self, name: str, drawn: Drawn) -> None:
        for number in self._places.get(name, ()):
            self._overview.show(number, drawn.picture)

    def _show_in_play(self, tableau: Page) -> None:
        part = Part("tableau", "Het spel op tafel", (tableau,), 1, "avond")
        facts = Facts(part.titel, _LANGUAGE, "", part.titel, "speelveld", tagged=False)
        pdf = make_pdf(
            lambda surface: draw_part(surface, part, _LANGUAGE),
            first=tableau.size,
            fonts=self._built.fonts,
            facts=facts,
            date=self._options.date,
        )
        (drawn,) = draw_pages(pdf, _FINEST, WIDTH)
        self._overview.show_above(drawn.picture)


def caption_font(fonts: Mapping[str, ReadFile], texts: Iterable[str]) -> ReadFile:
    """Return the font of the captions: that of the kit, or what steps in for it where it cannot show one of `texts`."""
    face = "gewoon"
    lacking = FontFiles(fonts).borrowed("".join(texts), face)
    return fonts.get(spare_of(face), fonts[face]) if lacking else fonts[face]


def _shown(every: Sequence[_Pictured], tableau: Page | None) -> list[tuple[str, Shown]]:
    """Return what stands below the game in play, each with the name of the picture that it is a part of.

    Each card is there once, and each page that has something on it. The board lies above it already, whole and in use.
    """
    if tableau is None:
        return [(each.name, Shown(each.caption, each.page.size)) for each in every]
    found: list[tuple[str, Shown]] = []
    seen = {laid.frame for laid in tableau.laid}
    for each in every:
        paper = each.page.size
        if any(laid.frame in seen and laid.box.width > paper.width / 2 for laid in each.page.laid):
            continue
        if cards := list(_cards_on(each.page, seen)):
            larger = _CARDS_LARGER if each.cards else 1.0
            found += ((each.name, Shown(each.caption, paper, box, turn, larger)) for box, turn in cards)
        elif each.page.laid and not _is_of_cards(each.page):
            found.append((each.name, Shown(each.caption, paper)))
    # The cards first, then what there is least of: short documents share a row.
    count = Counter(shown.caption for _, shown in found)
    first = {each.caption for each in every if each.cards}
    found.sort(key=lambda each: (each[1].caption not in first, count[each[1].caption], each[1].caption))
    return found or [(each.name, Shown(each.caption, each.page.size)) for each in every]


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
