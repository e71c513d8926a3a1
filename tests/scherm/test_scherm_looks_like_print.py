"""What a browser draws is what is printed: at most a thousandth of the pixels may be seen to differ, one pixel apart.

Chromium draws the SVG, pdfium the PDF of the same frame; each pixel counts that is more than a quarter of full tone
beyond all nine around it in the other picture.
"""

import math
import shutil
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path as FilePath

import pytest
from PIL import Image

from speelveld import resources
from speelveld.build.pipeline import build, load
from speelveld.colors import Color
from speelveld.files import ReadFile
from speelveld.geometry import Matrix, Path, Point, Rect, Size
from speelveld.geometry.outlines import ellipse, rounded
from speelveld.options import Options
from speelveld.profiles import named
from speelveld.scherm import Letters, drawn_frame
from speelveld.typeset import (
    Ends,
    FontFiles,
    Frame,
    Gradient,
    Group,
    Inset,
    Item,
    Outline,
    Picture,
    Shade,
    Shape,
    Stop,
    TextRun,
)  # fmt: skip
from speelveld.typeset.gradient import Circle
from tests.kit.widefont import write_wide
from tests.makers.drawing import DATE
from tests.makers.kits import ROOT
from tests.oracles.alike import share_beyond
from tests.scherm.conftest import Both

pytestmark = pytest.mark.slow

THOUSANDTH = 0.001
RED = Color("rood", (0.8, 0.1, 0.2), (0.0, 0.9, 0.8, 0.1))
BLUE = Color("blauw", (0.1, 0.2, 0.9), (0.9, 0.8, 0.0, 0.0))
INK = Color("inkt", (0.1, 0.1, 0.12), (0.0, 0.0, 0.0, 1.0))
LONG = "Tafels voor de AVG: waar twee ja zeggen, “Typisch” Wouter. LTV, AWVT, r.w., f’s, P.A. en zo voort tot het eind"


def run(text: str, x: float, y: float, size: float = 12.0, face: str = "gewoon") -> TextRun:
    measured = FontFiles(resources.fonts()).measure(text, face)
    return TextRun(x, y, measured.text, measured.kerns, face, size, INK, measured.width * size)


def picture(mode: str, kind: str, **how: object) -> ReadFile:
    image = Image.new(mode, (60, 40))
    for x in range(60):
        for y in range(40):
            tones = (4 * x, 6 * y, 90, 255 - 4 * x)
            image.putpixel((x, y), tones[: len(image.getbands())])
    buffer = BytesIO()
    image.save(buffer, kind, **how)
    return ReadFile(FilePath(f"foto.{kind.lower()}"), buffer.getvalue())


def upside_down() -> ReadFile:
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture("RGB", "JPEG", exif=exif, quality=95)


def flow(*, radial: bool, clear: float = 1.0) -> Gradient:
    stops = (Stop(0.1, RED), Stop(0.5, BLUE, clear), Stop(0.9, INK))
    return Gradient(stops, Circle(Point(5, 5), 2), Circle(Point(40, 25), 30), radial, Matrix(1, 0.2, 0, 1, 3, 0))


BOX = Path.outline(Rect(2, 2, 50, 30))
STAR = Path.closed([Point(26, 2), Point(40, 34), Point(4, 12), Point(48, 12), Point(12, 34)])
ZIGZAG = Path.open([Point(4, 30), Point(12, 4), Point(20, 30), Point(28, 4), Point(50, 20)])
SMALL = Frame(
    Size(100, 60), (run("klein", 10, 30, 20), Shape(Path.outline(Rect(80, 40, 40, 40)), RED)), "klein", fill=BLUE
)
DRAWN: Mapping[str, tuple[Item, ...]] = {
    "a ground, and a shape beyond the edge": (Shape(Path.outline(Rect(-5, -5, 30, 20)), RED),),
    "a star by its edges": (Shape(STAR, RED, even_odd=True),),
    "a star as a whole": (Shape(STAR, RED),),
    "round corners, and a line along them": (Shape(rounded(Rect(4, 4, 46, 26), 8), RED, BLUE, 3.0),),
    "a circle": (Shape(ellipse(Point(27, 17), 20, 12), None, BLUE, 0.5),),
    "dashes": (Shape(ZIGZAG, None, INK, 2.0, (4.0, 2.0)),),
    "dashes that begin later": (Shape(ZIGZAG, None, INK, 2.0, (4.0, 2.0), ends=Ends(0, 0, 10.0, 3.0)),),
    "round ends": (Shape(ZIGZAG, None, INK, 5.0, round_ends=True),),
    "sharp corners": (Shape(ZIGZAG, None, INK, 5.0),),
    "square ends and flat corners": (Shape(ZIGZAG, None, INK, 5.0, ends=Ends(2, 2, 4.0)),),
    "corners that are cut off": (Shape(ZIGZAG, None, INK, 5.0, ends=Ends(1, 0, 1.5)),),
    "colours that flow along a line": (Shade(Shape(BOX, RED), flow(radial=False)),),
    "colours that flow from a circle": (Shade(Shape(STAR, RED), flow(radial=True)),),
    "a flow that is clear in the middle": (Shape(BOX, RED), Shade(Shape(BOX, RED), flow(radial=False, clear=0.2))),
    "a line in colours that flow": (Shade(Shape(ZIGZAG, None, INK, 5.0), flow(radial=False)),),
    "half covered": (Shape(BOX, RED), Group(None, (Shape(STAR, BLUE), Shape(ZIGZAG, None, INK, 4)), opacity=0.4)),
    "cut off twice": (
        Group(None, (Shape(BOX, RED),), clip=(Outline(STAR, True), Outline(Path.outline(Rect(0, 0, 30, 90))))),
    ),
    "cut off at nothing": (Shape(STAR, BLUE), Group(None, (Shape(BOX, RED),), clip=(Outline(Path()),))),
    "turned, and cut off where it is": (
        Group(None, (Shape(BOX, RED), run("gedraaid", 4, 20)), Matrix.turning(30, Point(20, 20)), (Outline(STAR),)),
    ),
    "another frame, small": (Inset(SMALL, Rect(6, 4, 50, 30)),),
    "a photo with holes": (Shape(BOX, RED), Picture(picture("RGBA", "PNG"), Rect(5, 5, 45, 30))),
    "a grey photo": (Picture(picture("L", "PNG"), Rect(5, 5, 45, 30)),),
    "a photo in inks": (Picture(picture("CMYK", "JPEG", quality=95), Rect(5, 5, 45, 30)),),
    "a photo that was held otherwise": (Picture(upside_down(), Rect(5, 5, 30, 45)),),
    "a photo as it is": (Picture(picture("RGB", "JPEG", quality=95), Rect(5, 5, 45, 30)),),
    "a long line": (run(LONG, 4, 20), run(LONG, 4, 40, 9, "vet"), run(LONG, 4, 60, 13, "cursief")),
    "a huge word": (run("Wij", 4, 300, 400, "vet"),),
    "a word that is broken": (run("vrijwilli\u00ad", 4, 20), run("gers", 4, 40)),
    "signs that would be one": (run("fi fl ffi ij IJ é ü ½ – … € 1/2", 4, 20),),
}


@pytest.mark.parametrize("name", DRAWN)
def test_each_thing_that_can_be_drawn_is_drawn_alike(both: Both, name: str) -> None:
    wide = name in ("a long line", "a huge word")
    size = Size(700, 330) if wide else Size(200, 80)
    one, other = both(Frame(size, DRAWN[name], name), resources.fonts())
    assert one.convert("L").getextrema() != (255, 255)
    assert share_beyond(one, other) <= THOUSANDTH


def test_a_letter_that_stands_elsewhere_is_seen(both: Both) -> None:
    frame = Frame(Size(200, 80), (run("Tafel", 10, 40, 20),), "goed")
    moved = replace(frame, items=(run("Tafel", 11, 40, 20),))
    svg = drawn_frame(moved, Letters(resources.fonts()))
    assert share_beyond(*both(frame, resources.fonts(), svg=svg)) > 2 * THOUSANDTH


def frames_of(folder: FilePath, **options: object) -> tuple[dict[Frame, str], Mapping[str, ReadFile]]:
    """Return what lies on the pages of a kit, each once with the name of its part, and the fonts."""
    made = build(load(folder, "casus.yaml"), Options(DATE, previews=False, **options), lambda _: None, named())  # type: ignore[arg-type]
    laid = {
        each.frame: part.naam
        for print_ in made.prints
        for part in print_.parts
        for page in part.pages
        for each in page.laid
    }
    return laid, made.fonts


def check(both: Both, frames: Mapping[Frame, str], fonts: Mapping[str, ReadFile]) -> None:
    different = {}
    for frame, part in frames.items():
        # Whole dots for each point of a browser, and fewer of them for a board: a picture has an end.
        side = math.sqrt(frame.size.width * frame.size.height)
        share = share_beyond(*both(frame, fonts, 288 if side < 1100 else 192 if side < 2200 else 96))
        if share > THOUSANDTH:
            different[f"{part}: {frame.title}"] = share
    assert different == {}


def with_letters_of_its_own(folder: FilePath) -> FilePath:
    casus = FilePath(shutil.copytree(ROOT / "tests" / "made_before" / "alles", folder / "casus"))
    for face, path in resources.font_files().items():
        write_wide(path, casus / f"letter-{face.replace('_', '-')}.ttf", 1.0, 1.03)
    return casus


@pytest.mark.long
def test_cards_in_the_font_of_a_gemeente_with_a_logo_look_as_printed(both: Both, tmp_path: FilePath) -> None:
    frames, fonts = frames_of(with_letters_of_its_own(tmp_path), only=("opgavekaarten", "haltekaarten", "casusblad"))
    assert len(frames) > 15
    check(both, frames, fonts)


def test_cards_of_a_casus_look_as_printed(both: Both) -> None:
    frames, fonts = frames_of(ROOT / "decks" / "zutphen-dementie", only=("opgavekaarten", "rolkaarten", "spelwijzer"))
    assert len(frames) > 50
    check(both, frames, fonts)


@pytest.mark.browser
def test_all_of_a_kit_looks_as_printed(both: Both) -> None:
    frames, fonts = frames_of(ROOT / "decks" / "zutphen-dementie")
    assert len(frames) > 250
    check(both, frames, fonts)


@pytest.mark.browser
def test_all_of_a_kit_of_one_s_own_looks_as_printed(both: Both, tmp_path: FilePath) -> None:
    frames, fonts = frames_of(with_letters_of_its_own(tmp_path))
    assert len(frames) > 100
    check(both, frames, fonts)
