"""A casus that stays open: one text changed, in time of the processor until its card is a picture, and all is known.

In one process, warm; medians. The texts of one opgave are changed in turn: its title stands on most papers, the others
on one or two. Reading the file and checking words are in it; writing and showing are not.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from content import cards, casus, own_cards

from speelveld.build.live import Changed, Live, Looked
from speelveld.build.pipeline import Built
from speelveld.options import Options
from speelveld.output.previews import render_previews
from speelveld.pages import Part
from speelveld.pages.page import whole_page
from speelveld.pdf import Facts, Surface, make_pdf
from speelveld.pdf.drawing import draw_part
from speelveld.typeset import Frame

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = Options(datetime(2026, 12, 3, tzinfo=UTC), previews=False)
DPI = 100
TIMES = 12


class Figures(NamedTuple):
    """Milliseconds of the processor: until the changed card is there, is a picture, and until all is known."""

    card: float
    picture: float
    everything: float


def zutphen(folder: Path) -> Path:
    """Return a casus of the eight, to change."""
    return Path(shutil.copytree(ROOT / "decks" / "zutphen-dementie", folder / "zutphen"))


def large(folder: Path) -> Path:
    """Return a casus with sixty opgaven and sixty cards of its own."""
    place = folder / "groot"
    place.mkdir()
    (place / "casus.yaml").write_text(casus(cards(60)) + own_cards(60), encoding="utf-8")
    return place


def measure(make: Callable[[Path], Path], times: int = TIMES) -> Figures:
    """Return the medians of `times` changes in the casus that `make` makes."""
    with tempfile.TemporaryDirectory() as name:
        place = make(Path(name))
        file = place / "casus.yaml"
        text = file.read_text(encoding="utf-8")
        live = Live(place, "casus.yaml", OPTIONS)
        *_, looked = live.look()
        assert isinstance(looked, Looked)
        assert looked.built is not None, looked.mistakes
        opgave = looked.built.casus.opgaven[1]
        fields = [str(opgave.titel), str(opgave.vraag), str(opgave.schuurt), str(opgave.merkt)]
        found: list[Figures] = []
        for letter, field in zip("abcdefghijklmnopqrstuvwxyz", islice(cycle(fields), times), strict=False):
            file.write_text(text.replace(field, f"{field[:-2]}{letter}{field[-1]}"), encoding="utf-8")
            start = time.process_time()
            steps = live.look()
            first = next(steps)
            card = time.process_time()
            assert isinstance(first, Changed)
            assert first.frame is not None
            _picture(first.frame, looked.built)
            drawn = time.process_time()
            for _ in steps:
                pass
            end = time.process_time()
            found.append(Figures(card - start, drawn - start, end - start - (drawn - card)))
    return Figures(*(1000 * median(column) for column in zip(*found, strict=True)))


def _picture(frame: Frame, built: Built) -> bytes:
    part = Part("kaart", "Kaart", (whole_page(frame),), 1, "tafel")

    def draw(surface: Surface) -> None:
        draw_part(surface, part, "nl-NL")

    facts = Facts("Kaart", "nl-NL", "", "", "", tagged=False, duplex="Simplex")
    pdf = make_pdf(draw, first=frame.size, fonts=built.fonts, facts=facts, date=OPTIONS.date)
    (picture,) = render_previews(pdf, DPI)
    return picture


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keer", type=int, default=TIMES, help="how many changes")
    asked = parser.parse_args()
    print("| one text changed in | its card | as a picture | all that changes |\n| --- | ---: | ---: | ---: |")
    for name, make in (("zutphen-dementie", zutphen), ("60 opgaven and 60 own cards", large)):
        found = measure(make, asked.keer)
        print(f"| {name} | {found.card:.0f} ms | {found.picture:.0f} ms | {found.everything:.0f} ms |", flush=True)


if __name__ == "__main__":
    main()
