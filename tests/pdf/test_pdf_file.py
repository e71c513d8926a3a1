"""What a file says of itself: its pages, how to print it, its title, its fonts; and that poppler has no complaint."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from speelveld.geometry import Size
from speelveld.units import mm
from tests.makers.drawing import A4, MakePdf, Sheet, full, words

Tool = Callable[[str], str]
MM = 72 / 25.4


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def told(tool: Tool, command: str, *arguments: str, pdf: bytes, folder: Path) -> str:
    """Return what a tool says of a PDF, which it must read without a complaint."""
    file = folder / "proef.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([tool(command), *arguments, file], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("size", [(210, 297), (297, 210), (297, 420), (420, 594), (594, 841), (841, 1189), (70, 120)])
def test_pages_have_their_size_to_a_hundredth_of_a_millimetre(make: MakePdf, size: tuple[float, float]) -> None:
    with opened(make([Sheet(A4), Sheet(Size(mm(size[0]), mm(size[1])))])) as pdf:
        page = pdf.pages[1]
        for box in (page.obj.MediaBox, page.obj.TrimBox):
            assert [float(box[0]), float(box[1])] == [0, 0]
            assert [float(box[2]) / MM, float(box[3]) / MM] == pytest.approx(size, abs=0.01)
        assert page.cropbox == page.mediabox
        assert "/Rotate" not in page.obj or page.obj.Rotate == 0


@pytest.mark.parametrize("duplex", ["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"])
def test_a_printer_is_asked_for_full_size_and_the_right_sides(make: MakePdf, duplex: str) -> None:
    with opened(make([Sheet(A4)], duplex=duplex)) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None"
        assert wishes.Duplex == f"/{duplex}"


def test_without_a_wish_for_sides_nothing_is_asked(make: MakePdf) -> None:
    with opened(make([Sheet(A4)], duplex=None)) as pdf:
        assert "/Duplex" not in pdf.Root.ViewerPreferences


def test_title_language_and_makers_are_told_twice_and_alike(make: MakePdf) -> None:
    title = "Leven & <laten> leven – “dementie” in ’s-Gravenhage"
    with opened(make([Sheet(A4)], title=title)) as pdf:
        assert pdf.Root.Lang == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": title,
            "/Author": "Gemeente Proef",
            "/Subject": "Een proef",
            "/Creator": "speelveld",
            "/Producer": "speelveld",
            "/CreationDate": "D:20261203193000Z",
            "/ModDate": "D:20261203193000Z",
        }
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == title
            assert xmp["dc:creator"] == ["Gemeente Proef"]
            assert xmp["xmp:CreateDate"] == "2026-12-03T19:30:00Z"


def test_there_is_nothing_a_reader_stumbles_over(make: MakePdf, tool: Tool, tmp_path: Path) -> None:
    pdf = make([full([words("Hallo")])], tagged=True)
    assert re.search(r"Tagged: +yes", told(tool, "pdfinfo", pdf=pdf, folder=tmp_path))
    told(tool, "pdfinfo", "-struct-text", pdf=pdf, folder=tmp_path)
    told(tool, "qpdf", "--check", pdf=pdf, folder=tmp_path)
    with opened(pdf) as file:
        assert all("/Trans" not in page.obj and page.obj.Tabs == "/S" for page in file.pages)
        assert "/Suspects" not in file.Root.MarkInfo


def test_only_used_fonts_are_in_the_file_as_subsets(make: MakePdf, tool: Tool, tmp_path: Path) -> None:
    pdf = make([full([words("Gewoon"), words("Vet", 30, "vet")])])
    rows = told(tool, "pdffonts", pdf=pdf, folder=tmp_path).splitlines()[2:]
    names = sorted(row.split()[0] for row in rows)
    assert [re.sub(r"^[A-Z]{6}\+", "", name) for name in names] == ["SourceSansPro-Bold", "SourceSansPro-Regular"]
    assert all(re.match(r"[A-Z]{6}\+", name) for name in names)
    assert all(re.search(r"yes +yes +yes", row) for row in rows)


def test_a_page_without_text_names_no_font_that_is_not_there(make: MakePdf, tool: Tool, tmp_path: Path) -> None:
    rows = told(tool, "pdffonts", pdf=make([Sheet(A4)]), folder=tmp_path).splitlines()[2:]
    assert all(re.search(r"yes +yes +yes", row) for row in rows)
    assert not any("Helvetica" in row for row in rows)


def test_each_part_without_tags_has_a_bookmark(make: MakePdf) -> None:
    with opened(make([Sheet(A4), Sheet(A4)])) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Deel"]
