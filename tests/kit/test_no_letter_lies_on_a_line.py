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
from tests.oracles.touching import Touch, touching

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


def touches(casus: Path) -> Iterator[tuple[str, Touch]]:
    options = Options(DATE, previews=False)
    built = build(load(casus, "casus.yaml"), options, lambda _: None)
    papers = [print_ for print_ in built.prints if print_.naam in PAPERS]
    assert len(papers) == len(PAPERS)
    for print_ in papers:
        titles = [page.laid[0].frame.title if page.laid else "" for page in print_.pages]
        for touch in touching(print_pdf(built, print_, options)):
            yield titles[touch.page], touch


@pytest.mark.slow
def test_every_text_keeps_clear_of_lines_and_sides(casus: Path) -> None:
    found = [
        f"{title}, blz. {touch.page + 1}: {touch.text!r} op {touch.side}"
        for title, touch in touches(casus)
        # The lanes that lead the eye from a word to its boxes lie under the sentences too.
        if not (title == "Evaluatieformulier" and not touch.side.width)
    ]
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
