"""Letters stay 3 mm from the cut, whatever letters: told by the font, and measured in the pixels of the file."""

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.errors import KitError
from speelveld.files import read_file
from speelveld.options import Options
from speelveld.typeset import FontFiles, Reach
from tests.makers.kits import DATE

CARD = """
<card w="95mm" h="134mm" title="{{{{ naam }}}}">
  <text style="keerzijde" x="20mm" y="{y}mm" w="60mm">{text}</text>
</card>
"""
KIT = """
breidt_uit: standaard
onderdelen:
  - {naam: kop, titel: Kop, letter: X, van: opgaven, opdracht: kaarten, formaat: groot, layout: kop.xml.j2}
"""
# 600 dots to the inch.
DPI, MM = 600, 600 / 25.4


def made(casus: Path, text: str, y: float) -> bytes:
    (casus / "kit.yaml").write_text(KIT, encoding="utf-8")
    (casus / "kop.xml.j2").write_text(CARD.format(text=text, y=y), encoding="utf-8")
    options = Options(DATE, only=("kop",), previews=False)
    built = build(load(casus, "casus.yaml"), options, lambda _: None)
    return print_pdf(built, built.prints[0], options)


def first_ink(pdf: bytes) -> float:
    """Return how many millimetres below the cut of the first card its highest ink lies."""
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[0]
    pixels = np.asarray(page.render(scale=DPI / 72, grayscale=True).to_pil())
    # The sheet is A4 with four cards of 95 × 134 mm in its middle: 10 mm from the left, 14.5 mm from the top.
    left, top = round(10 * MM), round(14.5 * MM)
    card = pixels[top + 3 : top + round(60 * MM), left + round(15 * MM) : left + round(85 * MM)]
    return float((np.flatnonzero((card < 128).any(axis=1))[0] + 3) / MM)


def heights(text: str, face: str = "vet") -> Reach:
    from speelveld.resources import fonts

    return FontFiles(fonts()).reach(text, face)


@pytest.mark.parametrize("text", ["HUN", "één", "ÉÉN", "Åb", "Çj"])
def test_the_font_says_how_high_its_letters_are_drawn(new_casus: Path, text: str) -> None:
    far, near = first_ink(made(new_casus, text, 20)), first_ink(made(new_casus, "xxx", 20))
    size = 26.0 * 25.4 / 72
    steps = (heights(text).up - heights("xxx").up) * size
    # The style has one size; pixels and font agree on the difference.
    assert far < near or text == "xxx"
    assert near - far == pytest.approx(steps, rel=0.25, abs=0.12)


def test_a_capital_with_an_accent_is_seen_where_a_plain_one_may_stand(new_casus: Path) -> None:
    near = first_ink(made(new_casus, "HUN", 20)) - 20
    # The plain word may stand so that its ink lies 3.1 mm from the cut; with É it then lies nearer, and is refused.
    y = round(3.1 - near, 2)
    assert first_ink(made(new_casus, "HUN", y)) == pytest.approx(3.1, abs=0.1)
    with pytest.raises(KitError, match="te dicht bij de rand"):
        made(new_casus, "ÉÉN", y)


@pytest.mark.parametrize(("from_cut", "good"), [(3.1, True), (2.85, False)])
def test_the_line_lies_at_3_mm_of_ink(new_casus: Path, from_cut: float, good: bool) -> None:
    near = first_ink(made(new_casus, "ÉÉN", 20)) - 20
    y = round(from_cut - near, 2)
    if good:
        assert first_ink(made(new_casus, "ÉÉN", y)) == pytest.approx(from_cut, abs=0.1)
    else:
        with pytest.raises(KitError, match="te dicht bij de rand"):
            made(new_casus, "ÉÉN", y)


def test_a_font_of_ones_own_is_asked_itself(tmp_path: Path) -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "tall"])
    builder.setupCharacterMap({ord("b"): "tall"})
    glyphs = {}
    for name, (low, high) in {".notdef": (0, 0), "tall": (-300, 1200)}.items():
        pen = TTGlyphPen(None)
        pen.moveTo((0, low))
        pen.lineTo((0, high))
        pen.lineTo((400, high))
        pen.lineTo((400, low))
        pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Hoog", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = tmp_path / "hoog.ttf"
    builder.save(path)
    assert FontFiles({"gewoon": read_file(path)}).reach("b b", "gewoon") == Reach(1.2, 0.3)
    assert FontFiles({"gewoon": read_file(path)}).reach(" ", "gewoon") == Reach(0.0, 0.0)
