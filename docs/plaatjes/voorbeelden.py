"""Draw the pictures of voorbeelden.md, one per bundled casus, kit.png, and spel.png of the README: the game in play.

Everything on them is cut from what `speelveld maak` makes. Run it with `make plaatjes` after a layout, the
standard deck or a casus has changed.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.casus import Casus
from speelveld.options import Options
from speelveld.pages import Laid, Page
from speelveld.resources import bundled
from speelveld.units import mm

TARGET = Path(__file__).parent
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC))
PARTS = ("speelbord", "casusblad", "opgavekaarten", "rolkaarten", "kanskaarten", "uitdagingkaarten", "aanpakkaarten")
PAPERS = ("draaiboek", "zaalopstelling", "evaluatieformulier", "resultaatblad", "uitnodiging")
GROUND, EDGE = "#e3e7ea", "#b9c0c6"
WIDTH, GAP = 1400, 22
COLOURS = 256


def main() -> None:
    """Write a picture of every casus, and the one of the whole kit."""
    for path in sorted(bundled("decks").glob("*/casus.yaml")):
        if path.parent.name != "nieuw":
            _save(_stacked(_rows(path.parent)), path.parent.name)
    zutphen = bundled("decks") / "zutphen-dementie"
    _save(_stacked([*_rows(zutphen), _row(_papers(zutphen))]), "kit")
    _save(_in_play(zutphen), "spel")


def _in_play(folder: Path) -> Image.Image:
    """Return the game in play: the upper part of the overview of a kit."""
    tableau = build(load(folder, folder.name), OPTIONS, lambda _: None).tableau
    assert tableau is not None, "a kit with a board has a picture in play"
    with TemporaryDirectory() as kit:
        command = [sys.executable, "-m", "speelveld", "maak", folder.name, "--stil", "--uit", kit]
        subprocess.run(command, check=True)
        overview = Image.open(Path(kit, "overzicht.png")).convert("RGB")
    hero = overview.crop((0, 0, overview.width, round(overview.width * tableau.size.height / tableau.size.width)))
    return hero.resize((WIDTH, round(hero.height * WIDTH / hero.width)), Image.Resampling.LANCZOS)


def _rows(folder: Path) -> Iterator[Image.Image]:
    """Yield the board with the casusblad, and a row of cards: the first opgave, and cards that only this casus has."""
    loaded = load(folder, folder.name)
    found = _Found(folder, PARTS)
    yield _row([found.first("speelbord"), found.first("casusblad")])
    own = _own(loaded.casus)
    cards = (found.named(part, own) for part in PARTS[2:])
    yield _row([*cards, found.named("aanpakkaarten", own, 1)], one_scale=True)


def _own(casus: Casus) -> list[str]:
    """Return the titles of the cards that only this casus has."""
    titles = (card.titel for kind in (casus.aanpakken, casus.kansen, casus.uitdagingen) for card in kind)
    return [*map(str, titles), *(str(rol.naam) for rol in casus.rollen)]


def _papers(folder: Path) -> list[Image.Image]:
    found = _Found(folder, PAPERS)
    return [found.page("draaiboek", 4), *(found.first(paper) for paper in PAPERS[1:])]


class _Found:
    """The set parts of one kit, and pictures of what lies on their pages."""

    def __init__(self, folder: Path, parts: Sequence[str]) -> None:
        self._built = build(load(folder, folder.name), Options(OPTIONS.date, only=tuple(parts)), lambda _: None)
        self._pdfs = {job.naam: print_pdf(self._built, job, OPTIONS) for job in self._built.prints}

    def first(self, part: str) -> Image.Image:
        """Return the first page of a part; of a board the one sheet."""
        return self.page(part, 0)

    def page(self, part: str, number: int) -> Image.Image:
        """Return a whole page of a part."""
        job, first, pages = self._pages(part)
        return self._drawn(job, first + number, pages[number].size.width)

    def named(self, part: str, titles: Sequence[str], number: int = 0) -> Image.Image:
        """Return the `number`-th card of a part, those with one of `titles` first."""
        job, first, pages = self._pages(part)
        # Backs have a page of their own; what is as large as the page are its marks.
        laid = [
            (first + n, card, page)
            for n, page in enumerate(pages)
            if not page.back
            for card in page.laid
            if card.box.width < page.size.width
        ]
        laid.sort(key=lambda entry: entry[1].frame.title not in titles)
        place, card, page = laid[number]
        return self._cut(job, place, card, page)

    def _pages(self, part: str) -> tuple[str, int, Sequence[Page]]:
        for job in reversed(self._built.prints):
            before = 0
            for one in job.parts:
                if one.naam == part:
                    return job.naam, before, one.pages
                before += len(one.pages)
        raise LookupError(part)

    def _drawn(self, job: str, number: int, width: float, pixels: int = 2000) -> Image.Image:
        with pypdfium2.PdfDocument(BytesIO(self._pdfs[job])) as document:
            return document[number].render(scale=pixels / width).to_pil().convert("RGB")

    def _cut(self, job: str, number: int, card: Laid, page: Page) -> Image.Image:
        sheet = self._drawn(job, number, page.size.width)
        scale = sheet.width / page.size.width
        box = card.box
        whole = [round(side * scale) for side in (box.x, box.y, box.x + box.width, box.y + box.height)]
        found = sheet.crop((whole[0], whole[1], whole[2], whole[3]))
        turned = found.rotate(card.turn, expand=True)
        # What it measures on paper, for rows on one scale.
        turned.info["height"] = card.frame.size.height
        return turned


def _row(pictures: Sequence[Image.Image], one_scale: bool = False) -> Image.Image:
    """Return pictures side by side over the whole width: equally high, or on one scale with their tops in line."""
    room = WIDTH - GAP * (len(pictures) + 1)
    shares = [picture.info["height"] / mm(134) if one_scale else 1.0 for picture in pictures]
    wide = [picture.width / picture.height * share for picture, share in zip(pictures, shares, strict=True)]
    high = room / sum(wide)
    row = Image.new("RGB", (WIDTH, round(high)), GROUND)
    x = float(GAP)
    for picture, width, share in zip(pictures, wide, shares, strict=True):
        small = picture.resize((round(width * high), round(share * high)), Image.Resampling.LANCZOS)
        row.paste(small, (round(x), 0))
        x += width * high + GAP
    return row


def _stacked(rows: Iterator[Image.Image] | Sequence[Image.Image]) -> Image.Image:
    all_rows = list(rows)
    height = sum(row.height for row in all_rows) + GAP * (len(all_rows) + 1)
    picture = Image.new("RGB", (WIDTH, height), GROUND)
    y = GAP
    for row in all_rows:
        picture.paste(row, (0, y))
        y += row.height + GAP
    return picture


def _save(picture: Image.Image, name: str) -> None:
    # The median cut alone makes one colour of the blue and the green of small shapes on much white; k-means parts them.
    few = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, kmeans=4, dither=Image.Dither.NONE)
    few.save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
