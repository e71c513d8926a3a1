"""Whole kits as they are printed: nothing where a printer cannot reach, and the right wishes for the printer."""

from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from speelveld.sheet.duplex import Duplex
from tests.makers.kits import ROOT, make_kit
from tests.makers.once import once

pytestmark = pytest.mark.slow

DPI = 50
UNPRINTABLE = 5.0
CASUS = ROOT / "decks" / "zutphen-dementie"


@pytest.fixture(scope="module", params=[("a4", "lange-zijde"), ("a3", "korte-zijde"), ("a4", "geen")], ids="-".join)
def kit(request: pytest.FixtureRequest) -> tuple[str, str, Mapping[str, bytes]]:
    """Return paper and duplex of a kit, and its PDFs by the name of their print job."""
    paper, duplex = request.param
    made = once(lambda: make_kit(CASUS, paper=paper, duplex=Duplex(duplex)), "press kit", paper, duplex)
    return paper, duplex, {one.name: one.pdf for one in made}


def job(kit: Mapping[str, bytes], word: str) -> bytes:
    (pdf,) = [data for name, data in kit.items() if word in name]
    return pdf


def touched(image: Image.Image) -> bool:
    """Tell whether ink lies where a printer cannot reach."""
    edge = round((UNPRINTABLE - 0.3) / 25.4 * DPI)
    middle = (edge, edge, image.width - edge, image.height - edge)
    image = ImageChops.invert(image.convert("L"))
    image.paste(0, middle)
    return image.getextrema()[1] > 8


def test_no_ink_lies_where_a_printer_cannot_reach(kit: tuple[str, str, Mapping[str, bytes]]) -> None:
    pages = 0
    for name, data in kit[2].items():
        with pypdfium2.PdfDocument(BytesIO(data)) as pdf:
            for number in range(len(pdf)):
                image = pdf[number].render(scale=DPI / 72).to_pil()
                assert not touched(image), f"{name}, page {number + 1}"
                pages += 1
    assert pages > 40


def test_the_look_at_the_edge_can_fail() -> None:
    for x, y in ((2, 300), (411, 300), (200, 2), (200, 582)):
        image = Image.new("RGB", (413, 585), "white")
        image.putpixel((x, y), (200, 200, 200))
        assert touched(image)


def test_each_job_asks_for_the_sides_it_is_made_for(kit: tuple[str, str, Mapping[str, bytes]]) -> None:
    _, duplex, files = kit

    def asked(word: str) -> str:
        with pikepdf.open(BytesIO(job(files, word))) as pdf:
            assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
            return str(pdf.Root.ViewerPreferences.Duplex)

    cards = {"lange-zijde": "/DuplexFlipLongEdge", "korte-zijde": "/DuplexFlipShortEdge", "geen": "/Simplex"}[duplex]
    assert asked("-kaarten-a") == cards
    # Nothing lies behind anything in papers that are read: they turn like a book.
    assert asked("spelleider") == ("/Simplex" if duplex == "geen" else "/DuplexFlipLongEdge")
    for word in ("fiches", "bladen", "papieren", "bord-delen", "bord-heel"):
        assert asked(word) == "/Simplex"


def test_sheets_in_duplex_have_a_back_for_every_front(kit: tuple[str, str, Mapping[str, bytes]]) -> None:
    _, duplex, files = kit

    def sides(word: str) -> list[str]:
        with pypdfium2.PdfDocument(BytesIO(job(files, word))) as pdf:
            texts = [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]
        words = ("achterkant", "voorkant", "enkelzijdig")
        return [next(word for word in words if f"· {word}" in text or f", {word}" in text) for text in texts]

    found = sides("-kaarten-a")
    if duplex == "geen":
        assert set(found) == {"enkelzijdig"}
        assert set(sides("-kaarten-voorkant-")) == {"enkelzijdig"}
    else:
        assert found == ["voorkant", "achterkant"] * (len(found) // 2)
