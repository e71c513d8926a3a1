"""Fonts of a gemeente are in a PDF as TrueType, under names of their own, and their texts come out as they went in."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from speelveld.files import ReadFile
from speelveld.typeset import FontFiles
from tests.makers.fonts import Made, advance, family_of, font_bytes, pdf_of

TEXT = "Een kaart: 10 AV → ⁴ −3"


def tell(command: str, pdf: bytes, folder: Path, *end: str) -> str:
    file = folder / "proef.pdf"
    file.write_bytes(pdf)
    return subprocess.run([command, file, *end], capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize(
    "made",
    [Made(), Made(cubic=True), Made(figures="loose"), Made(figures="old"), Made(weights=True)],
    ids=["ttf", "otf", "figures made even", "figures of another font", "variable"],
)
def test_a_text_is_read_as_it_was_written(made: Made, tool: Callable[[str], str], tmp_path: Path) -> None:
    family = family_of(font_bytes(made))
    pdf = pdf_of(family, ("gewoon", "vet", FontFiles(family).tabular("gewoon")), TEXT)
    assert tell(tool("pdftotext"), pdf, tmp_path, "-").splitlines()[:3] == [TEXT] * 3


def test_each_font_is_embedded_in_part_and_as_truetype(tool: Callable[[str], str], tmp_path: Path) -> None:
    family = family_of(font_bytes(Made(cubic=True, family="Huis Stijl", figures="loose")))
    pdf = pdf_of(family, ("gewoon", "vet", "gewoon tabel"), TEXT)
    rows = [line.split() for line in tell(tool("pdffonts"), pdf, tmp_path).splitlines()[2:]]
    assert {row[0].partition("+")[2] for row in rows} == {
        "HuisStijl-gewoon",
        "HuisStijl-vet",
        "HuisStijl-gewoon-tabel",
        "SourceSansPro-Regular",
        "SourceSansPro-Bold",
    }
    assert all(row[1] == "TrueType" and row[3:6] == ["yes", "yes", "yes"] for row in rows)


def test_two_fonts_of_one_name_are_two_in_a_file(tool: Callable[[str], str], tmp_path: Path) -> None:
    """Of one family, and beside the font that steps in, whatever that is called."""
    name = Made(family="SourceSansPro-Regular")
    family = family_of(font_bytes(name))
    other = family_of(font_bytes(Made(family=name.family, figures="loose")))
    family["vet"] = other["vet"]
    text = tell(tool("pdftotext"), pdf_of(family, ("gewoon", "vet"), TEXT), tmp_path, "-")
    assert text.count(TEXT) == 2


def test_a_text_of_two_fonts_is_as_wide_as_its_parts() -> None:
    family: dict[str, ReadFile] = family_of(font_bytes(Made(features="kern")))
    metrics = FontFiles(family)
    own, spare = metrics.measure("AV", "gewoon"), metrics.measure("→", "gewoon reserve")
    both = metrics.measure("AV→AV", "gewoon")
    # The font brings these two 100 nearer.
    assert own.width == pytest.approx((advance("A") + advance("V") - 100) / 1000)
    assert both.width == pytest.approx(2 * own.width + spare.width)
    assert both.kerns == ((0, -100.0), (3, -100.0))
    assert metrics.missing("AV→★", "gewoon") == {"★"}
