"""No text of a paper or sheet runs into a line or over the side of a box, whatever words and letters a casus has."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.options import Options
from speelveld.resources import font_files
from tests.kit.widefont import write_wide
from tests.makers.kits import DATE
from tests.oracles.touching import crowded, touching

ROOT = Path(__file__).resolve().parents[2]
PAPERS = {"begin-hier", "bladen", "papieren", "spelleider", "doosjes"}
TITLE = "Samen gezond en veilig oud worden in de dorpen en buurtschappen van het buitengebied"
WORDS = """
woorden:
  dreamteam: {woord: werkverband, lidwoord: het, meervoud: werkverbanden}
  opgave: {woord: vraagstuk, lidwoord: het, meervoud: vraagstukken}
  casus: {woord: praktijkvoorbeeld, lidwoord: het, meervoud: praktijkvoorbeelden}
  gemeente: {woord: woningcorporatie, lidwoord: de, meervoud: woningcorporaties}
"""
WIDE = """
huisstijl:
  lettertype: {gewoon: breed.ttf, vet: breed-vet.ttf}
"""


@pytest.fixture(params=["as it comes", "long words", "wide letters", "long words in wide letters"])
def casus(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "casus"
    shutil.copytree(ROOT / "decks" / "zutphen-dementie", folder)
    path = folder / "casus.yaml"
    text = path.read_text(encoding="utf-8")
    if "words" in request.param:
        (title,) = (line for line in text.splitlines() if line.startswith("titel:"))
        text = text.replace(title, f"titel: {TITLE}", 1) + WORDS
    if "wide" in request.param:
        for name, face in (("breed.ttf", "gewoon"), ("breed-vet.ttf", "vet")):
            write_wide(font_files()[face], folder / name, 1.125, 1.09)
        text += WIDE
    path.write_text(text, encoding="utf-8")
    return folder


def papers(casus: Path) -> Iterator[tuple[list[str], bytes]]:
    """Yield each file of papers with the title of what stands on each of its pages."""
    options = Options(DATE, previews=False)
    built = build(load(casus, "casus.yaml"), options, lambda _: None)
    found = [print_ for print_ in built.prints if print_.naam in PAPERS]
    assert len(found) == len(PAPERS)
    for print_ in found:
        titles = [page.laid[0].frame.title if page.laid else "" for page in print_.pages]
        yield titles, print_pdf(built, print_, options)


@pytest.mark.slow
def test_every_text_and_line_keeps_clear_of_lines_and_sides(casus: Path) -> None:
    found = []
    for titles, pdf in papers(casus):
        found += [
            f"{titles[touch.page]}, blz. {touch.page + 1}: {touch.text!r} op {touch.side}"
            for touch in touching(pdf)
            # The lanes that lead the eye from a word to its boxes lie under the sentences too.
            if not (titles[touch.page] == "Evaluatieformulier" and not touch.side.width)
        ]
        found += [f"{titles[page]}, blz. {page + 1}: {line} aan {box}" for page, line, box in crowded(pdf, 1.2)]
    assert found == []


def drawn(*, line: float = 0) -> bytes:
    """Return a page with a word of 12 points in a box, a line so many points above its baseline."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 200))
    canvas.rect(50, 50, 200, 100)
    if line:
        canvas.line(40, 100 + line, 260, 100 + line)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(100, 100, "Opgaven")
    canvas.save()
    return file.getvalue()


def test_the_measurement_sees_a_line_through_a_word_and_not_one_beside_it() -> None:
    assert touching(drawn()) == []
    assert touching(drawn(line=12)) == []
    assert [touch.text for touch in touching(drawn(line=4))] == ["Opgaven"]
    assert touching(drawn(line=-1.2)) == [], "a link is underlined"


def test_the_measurement_sees_a_word_over_the_side_of_a_box() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 200))
    canvas.setFont("Helvetica", 12)
    canvas.rect(50, 50, 70, 100)
    canvas.drawString(100, 100, "Opgaven")
    canvas.save()
    (touch,) = touching(file.getvalue())
    assert (touch.side.width, touch.text) == (0, "Opgaven")


@pytest.mark.parametrize(("above", "seen"), [(1, 1), (4, 0), (0, 0), (-1, 1)])
def test_the_measurement_sees_a_line_to_write_on_at_the_side_of_a_box(above: float, seen: int) -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 200))
    canvas.rect(50, 50, 200, 100)
    canvas.line(60, 150 + above, 200, 150 + above)
    canvas.save()
    assert len(crowded(file.getvalue(), 1.2)) == seen
