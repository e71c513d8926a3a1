"""What tags and finishing add to the time of drawing: a card a page, warm, in one process.

100 % is drawing without tags, up to the bytes of ReportLab: a file that opens, with all its pages. The rest is the same
cards as finished files: what a reader of those waits for more.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from statistics import median

from content import cards, casus

from speelveld.build.pipeline import Built, build, load
from speelveld.geometry import Rect
from speelveld.options import Options
from speelveld.pdf import Facts, Surface, make_pdf
from speelveld.pdf.fonts import Faces, font
from speelveld.pdf.sealed import Canvas, new_canvas
from speelveld.typeset import Frame

DATE = datetime(2026, 12, 3, tzinfo=UTC)


def built_with(count: int) -> Built:
    """Return a kit in memory of `count` opgavekaarten."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "casus.yaml").write_text(casus(cards(count)), encoding="utf-8")
        return build(load(Path(name), name), Options(DATE, only=("opgavekaarten",)), lambda _: None)


def fronts(built: Built, count: int) -> list[Frame]:
    """Return the frames of the cards, each once, in the order of printing."""
    laid = [item.frame for print_ in built.prints for page in print_.pages for item in page.laid if not item.shared]
    # Words over a whole sheet are no card.
    found = [frame for frame in laid if frame.size == laid[0].size]
    assert len(found) == count
    return found


def surface_of(frames: Sequence[Frame], built: Built, *, tagged: bool) -> tuple[Canvas, BytesIO, Surface]:
    """Return a card a page, drawn, and where ReportLab writes them to."""
    buffer = BytesIO()
    canvas = new_canvas(buffer, frames[0].size, font(built.fonts["gewoon"]))
    surface = Surface(canvas, Faces(built.fonts, canvas), space="rgb", tagged=tagged)
    put(surface, frames)
    return canvas, buffer, surface


def put(surface: Surface, frames: Sequence[Frame]) -> None:
    """Draw a card a page."""
    for frame in frames:
        surface.start_page(frame.size)
        surface.draw(frame, Rect(0.0, 0.0, frame.size.width, frame.size.height))
        surface.end_page()


def drawn(frames: Sequence[Frame], built: Built, *, tagged: bool) -> bytes:
    """Return the bytes of ReportLab."""
    canvas, buffer, _ = surface_of(frames, built, tagged=tagged)
    canvas.save()
    return buffer.getvalue()


def finished(frames: Sequence[Frame], built: Built, *, tagged: bool) -> bytes:
    """Return the bytes of a file for a reader."""
    facts = Facts("Meten", "nl-NL", "Proefstad", "Meten", "speelveld", tagged)
    return make_pdf(
        lambda surface: put(surface, frames), first=frames[0].size, fonts=built.fonts, facts=facts, date=DATE
    )


def clocked(work: Callable[[], object]) -> float:
    """Return how many seconds of a processor `work` takes, with nothing left to tidy up from before."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kaarten", type=int, default=1000, help="how many cards")
    parser.add_argument("--keer", type=int, default=7, help="how many times each")
    asked = parser.parse_args()
    built = built_with(asked.kaarten)
    frames = fronts(built, asked.kaarten)
    works: dict[str, Callable[[], object]] = {
        "drawing": lambda: drawn(frames, built, tagged=False),
        "drawing with tags": lambda: drawn(frames, built, tagged=True),
        "finished without tags": lambda: finished(frames, built, tagged=False),
        "finished with tags": lambda: finished(frames, built, tagged=True),
    }
    for work in works.values():
        work()
    turns = [{name: clocked(work) for name, work in works.items()} for _ in range(asked.keer)]
    found = {name: median(turn[name] for turn in turns) for name in works}
    whole = found["drawing"]
    for name, seconds in found.items():
        print(f"{name:24} {1000 * seconds:6.0f} ms  {seconds / whole:5.0%}")
    for name, parts in {
        "finishing adds": found["finished without tags"] - whole,
        "tags and finishing add": found["finished with tags"] - whole,
    }.items():
        print(f"{name:24} {1000 * parts:6.0f} ms  {parts / whole:5.0%}")


if __name__ == "__main__":
    main()
