"""The list of what to order says of each file what that file itself says, and how many of it are needed."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.makers.commands import Speelveld
from tests.oracles.tagtree import tree_text

pytestmark = pytest.mark.slow

MM = 72 / 25.4
LIST = Path("kit/drukker/00-bestellijst.pdf")


def made(speelveld: Speelveld, *more: str) -> dict[str, Any]:
    shown = speelveld("maak", "zutphen-dementie", "--zonder-voorbeelden", "--uit", "kit", *more)
    assert (shown.status, shown.err) == (0, "")
    return {entry["bestand"]: entry for entry in json.loads(Path("kit/kit.json").read_bytes())["bestanden"]}


def words(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(found.replace("\ufffe", "").split())


def rows(said: str) -> dict[str, str]:
    """Return what stands behind the name of each file."""
    parts = re.split(r"(\d\d-\S+\.pdf)", said)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("tables", [1, 3])
def test_every_file_is_on_it_as_it_is(speelveld: Speelveld, tables: int) -> None:
    entries = made(speelveld, "--profiel", "drukker", "--tafels", str(tables), "--alleen",
                   "opgavekaarten,aanpakkaarten,tentkaarten,dreamteamblad,speelbord"
                   + (",vergelijkblad" if tables > 1 else ""))  # fmt: skip
    told = rows(words(LIST))
    files = sorted(path for path in Path("kit/drukker").glob("*.pdf") if path != LIST)
    assert sorted(told) == [path.name for path in files]
    for path in files:
        with pikepdf.open(path) as pdf:
            box = [float(side) for side in pdf.pages[0].trimbox]
            wide, high = (round((box[side + 2] - box[side]) / MM) for side in (0, 1))
            pages = len(pdf.pages)
        two = entries[f"drukker/{path.name}"]["zijden"] == "dubbel"
        pieces = pages // 2 if two else pages
        sets = 1 if "vergelijkblad" in path.name else tables
        row = told[path.name]
        assert f"{wide} x {high} mm" in row
        assert ("twee kanten, 4/4" if two else "één kant, 4/0") in row
        assert re.search(rf"\b{pieces} {sets} {pieces * sets}\b", row), row
        assert entries[f"drukker/{path.name}"]["exemplaren"] == sets


def test_it_follows_the_wishes_of_the_shop(speelveld: Speelveld, new_casus: Path) -> None:
    wishes = "naam: Drukkerij Jansen\nafloop: 5 mm\nbestanden: apart\nsnijtekens: ja\n"
    (new_casus / "jansen.yaml").write_text(wishes, encoding="utf-8")
    shown = speelveld("maak", str(new_casus), "--alleen", "opgavekaarten", "--drukker", "jansen",
                      "--zonder-voorbeelden", "--uit", "kit")  # fmt: skip
    assert shown.status == 0, shown.err
    said = words(LIST)
    assert "Drukkerij Jansen" in said
    assert "5 mm afloop rondom, met snijtekens" in said
    assert "Voorkanten en achterkanten zijn twee bestanden" in said
    assert len(rows(said)) == 2


def test_it_says_what_one_prints_oneself(speelveld: Speelveld) -> None:
    made(speelveld, "--profiel", "drukker", "--alleen", "opgavekaarten")
    said = words(LIST)
    for part in ("geldfiches", "stemfiches", "pionnen", "omslag", "doosjes", "spelregels", "resultaatblad"):
        assert part in said.partition("Print ze zelf")[2], part


def test_no_tick_of_a_fold_is_printed_inside_a_tent_card(speelveld: Speelveld) -> None:
    made(speelveld, "--profiel", "drukker", "--alleen", "tentkaarten")
    (path,) = Path("kit/drukker").glob("*tentkaarten*.pdf")
    document = pypdfium2.PdfDocument(path)
    scale = 6
    picture = document[0].render(scale=scale).to_pil().convert("L")
    middle = picture.height // 2
    near = round(0.6 * MM * scale)
    left, right = (round((3 + at) * MM * scale) for at in (2, 12))
    strip = picture.crop((left, middle - near, right, middle + near))
    assert strip.getextrema() == (255, 255)
    document.close()


def test_it_comes_with_a_kit_for_a_shop_alone_and_can_be_listened_to(speelveld: Speelveld) -> None:
    entries = made(speelveld, "--profiel", "kantoor", "--alleen", "opgavekaarten")
    assert not any("bestellijst" in name for name in entries)
    made(speelveld, "--profiel", "drukker", "--alleen", "opgavekaarten")
    data = LIST.read_bytes()
    tree = tree_text(data)
    assert re.findall(r"^\s*(H\d)$", tree, re.MULTILINE)[0] == "H1"
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
