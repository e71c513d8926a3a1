"""Texts come out of a file as they were written: whole words, in order, with the right glyphs at the right place."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from speelveld.files import ReadFile
from speelveld.typeset import FontFiles, TextRun
from speelveld.units import to_mm
from tests.makers.drawing import A4, MakePdf, full, tagged, words
from tests.oracles.pixels import any_ink, page

Tool = Callable[[str], str]
Read = Callable[..., str]
SHY = "\N{SOFT HYPHEN}"


@pytest.fixture
def read(tool: Tool, tmp_path: Path) -> Read:
    def done(pdf: bytes, command: str = "pdftotext", *arguments: str) -> str:
        file = tmp_path / "tekst.pdf"
        file.write_bytes(pdf)
        end = ["-"] if command == "pdftotext" else []
        run = subprocess.run([tool(command), *arguments, file, *end], capture_output=True, encoding="utf-8", check=True)
        return run.stdout

    return done


def test_a_word_broken_over_lines_is_read_whole(make: MakePdf, read: Read) -> None:
    lines = [f"Een gegevensbeschermings{SHY}", f"effectbeoordelings{SHY}", "procedure volgt."]
    runs = [words(text, 20 + 6 * number) for number, text in enumerate(lines)]
    pdf = make([full([tagged("P", *runs)])], tagged=True)
    whole = "Een gegevensbeschermingseffectbeoordelingsprocedure volgt."
    assert read(pdf).replace(SHY + "\n", "").replace(SHY, "").strip() == whole
    assert f'"{whole}"' in read(pdf, "pdfinfo", "-struct-text").replace(SHY, "")


def test_a_line_end_behind_a_space_is_a_space(make: MakePdf, read: Read) -> None:
    pdf = make([full([tagged("P", words("Wij gaan "), words("samen verder.", 26))])], tagged=True)
    assert '"Wij gaan samen verder."' in read(pdf, "pdfinfo", "-struct-text")


def test_texts_are_read_in_the_order_they_are_drawn(make: MakePdf, read: Read) -> None:
    pdf = make([full([tagged("P", words("Eerst onder", 90)), tagged("P", words("Dan boven", 20))])], tagged=True)
    said = read(pdf, "pdfinfo", "-struct-text")
    assert said.index("Eerst onder") < said.index("Dan boven")


@pytest.mark.parametrize(
    "text",
    [
        r"a\b (haken) [vier] <vijf> 50 % & {zes} /zeven/",
        "één financiële coöperatie: ’t Gooi – “nee”…",
        "€ 10.000 → −2 + ½ ✓ Ĳ ĳ",
    ],
)
def test_every_character_comes_out_as_it_went_in(make: MakePdf, read: Read, text: str) -> None:
    assert read(make([full([words(text)])])).strip() == text


def test_more_characters_than_one_font_holds_come_out_too(make: MakePdf, read: Read) -> None:
    # Latin, Greek and Cyrillic: over 255 different ones.
    signs = [
        chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x391, 0x3A2), *range(0x410, 0x450))
    ]
    signs = [sign for sign in signs if sign not in "\N{SOFT HYPHEN}ŉſ"]
    assert len(signs) > 300
    lines = ["".join(signs[start : start + 40]) for start in range(0, len(signs), 40)]
    runs = [words(text, 20 + 8 * number) for number, text in enumerate(lines)]
    mixed = words(f"a{signs[-1]}b {signs[-2]}{signs[-3]}c", 150, kerns=((0, -50.0), (1, 20.0), (5, 30.0)))
    said = read(make([full([*runs, mixed])])).split()
    assert said == [*lines, f"a{signs[-1]}b", f"{signs[-2]}{signs[-3]}c"]


@pytest.mark.parametrize("text", ["AVATAR To Tekst", "To"])
def test_kerned_text_is_exactly_as_wide_as_it_was_measured(
    make: MakePdf, family: dict[str, ReadFile], text: str
) -> None:
    metrics = FontFiles(family)
    word, plain = metrics.measure(text, "vet"), sum(metrics.measure(sign, "vet").width for sign in text)
    assert word.kerns
    assert word.width < plain - 0.03

    def width(run: TextRun) -> float:
        seen = any_ink(page(make([full([run])])))
        assert seen is not None
        return seen.right - seen.left

    kerned = width(words(text, 60, "vet", size=60.0, kerns=word.kerns))
    loose = width(words(text, 60, "vet", size=60.0))
    assert loose - kerned == pytest.approx(to_mm((plain - word.width) * 60), abs=0.17)


def test_a_character_without_a_glyph_is_a_fault_of_ours(make: MakePdf) -> None:
    with pytest.raises(AssertionError, match="no glyph"):
        make([full([words("★")])])


def test_the_same_document_twice_has_its_own_fonts(make: MakePdf, read: Read) -> None:
    assert read(make([full([words("Eerste")], A4)])).strip() == "Eerste"
    assert read(make([full([words("Zwijg")], A4)])).strip() == "Zwijg"
