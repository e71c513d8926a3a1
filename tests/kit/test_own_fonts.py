"""The fonts of a gemeente, in files of any kind: the kit is made in them, and what is odd is said where it is named."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.errors import AuthorError
from speelveld.options import Options
from speelveld.pages import Page
from speelveld.typeset.frame import TextRun
from tests.makers.fonts import Made, collection, font_bytes, packed
from tests.makers.kits import DATE, SHOPS, make_kit, shop_files
from tests.makers.kits import Made as File
from tests.oracles import verapdf

pytestmark = pytest.mark.slow

OPTIONS = Options(DATE, previews=False, only=("opgavekaarten", "casusblad"))
PLAIN = font_bytes()
NO_ITALIC = "Uw lettertype heeft geen eigen cursief: wat u _zo_ schrijft, staat er rechtop."
NOT_BOLD = "vet is hier niet vetter dan gewoon; koppen en nadruk vallen dan niet op"
BOLD = font_bytes(Made(family="Proef Vet"))


def casus_with(folder: Path, fonts: dict[str, bytes], lettertype: str, sign: str = "") -> Path:
    """Write these fonts beside the casus to start from, with `sign` behind its question."""
    for name, data in fonts.items():
        (folder / name).write_bytes(data)
    file = folder / "casus.yaml"
    text = file.read_text(encoding="utf-8")
    if sign:
        text = text.replace("\nvraag: ", f"\nvraag: {sign} ", 1)
        assert f"vraag: {sign} " in text
    file.write_text(f"{text}\nhuisstijl:\n  lettertype: {{{lettertype}}}\n", encoding="utf-8")
    return folder


def made(folder: Path) -> Built:
    return build(load(folder, "mijn-casus"), OPTIONS, lambda _: None)


def of_fonts(built: Built) -> list[str]:
    """Return what is said of the fonts, without the place."""
    return [each.message for each in built.warnings if re.search("lettertype|vet|letters van", each.message)]


def runs(built: Built) -> list[TextRun]:
    pages: list[Page] = [page for print_ in built.prints for page in print_.pages]
    return [run for page in pages for laid in page.laid for run in laid.frame.texts()]


def test_two_sound_fonts_are_used_without_a_word(new_casus: Path) -> None:
    built = made(casus_with(new_casus, {"a.ttf": PLAIN, "b.ttf": BOLD}, "gewoon: a.ttf, vet: b.ttf"))
    assert of_fonts(built) == []
    assert {run.face for run in runs(built)} >= {"gewoon", "vet"}


@pytest.mark.parametrize(
    ("fonts", "lettertype", "said"),
    [
        (
            {"a.otf": font_bytes(Made(cubic=True)), "b.ttf": BOLD},
            "gewoon: a.otf, vet: b.ttf",
            ["De letters van 'a.otf' zijn omgezet naar TrueType, want zo kan het in een PDF. U ziet geen verschil."],
        ),
        (
            {"a.woff2": packed(PLAIN, "woff2"), "b.woff2": packed(BOLD, "woff2")},
            "gewoon: a.woff2, vet: b.woff2",
            [],
        ),
        (
            {"a.ttf": PLAIN},
            "gewoon: a.ttf",
            [NOT_BOLD],
        ),
        (
            {"a.ttf": PLAIN, "b.ttf": PLAIN},
            "gewoon: a.ttf, vet: b.ttf",
            [NOT_BOLD],
        ),
        ({"a.ttf": font_bytes(Made(weights=True))}, "gewoon: a.ttf", []),
        (
            {"a.ttf": font_bytes(Made(fs_type=2)), "b.ttf": font_bytes(Made(fs_type=2, family="Vet"))},
            "gewoon: a.ttf, vet: b.ttf",
            ["in 'a.ttf' en 'b.ttf' staat dat het lettertype niet in een PDF mag; we zetten het er toch in"],
        ),
        (
            {"a.ttf": font_bytes(Made(figures="old")), "b.ttf": BOLD},
            "gewoon: a.ttf, vet: b.ttf",
            ["In 'a.ttf' staan de cijfers niet op één lijn. Cijfers komen daarom uit het lettertype van Speelveld."],
        ),
        (
            {"a.ttc": collection(PLAIN, BOLD), "b.ttf": BOLD},
            "gewoon: a.ttc, vet: b.ttf",
            ["in 'a.ttc' zitten 2 lettertypen; we nemen het eerste: 'Proef'"],
        ),
        ({"a.ttc": collection(PLAIN), "b.ttf": BOLD}, "gewoon: a.ttc, vet: b.ttf", []),
    ],
    ids=[
        "otf",
        "woff2",
        "one weight",
        "one file twice",
        "variable",
        "forbidden",
        "old figures",
        "two in one",
        "one alone",
    ],
)
def test_what_a_user_should_know_of_a_font_is_said_and_no_more(
    new_casus: Path, fonts: dict[str, bytes], lettertype: str, said: list[str]
) -> None:
    built = made(casus_with(new_casus, fonts, lettertype))
    notes = [note for note in built.told if note != NO_ITALIC]
    assert [*of_fonts(built), *notes] == said


def test_that_there_is_no_italic_is_said_and_no_warning(new_casus: Path) -> None:
    fonts = {"a.ttf": PLAIN, "b.ttf": BOLD, "c.ttf": font_bytes(Made(family="Proef Cursief"))}
    assert made(casus_with(new_casus, fonts, "gewoon: a.ttf, vet: b.ttf")).told == (NO_ITALIC,)


def test_of_a_family_with_its_own_italic_nothing_is_said(new_casus: Path) -> None:
    fonts = {"a.ttf": PLAIN, "b.ttf": BOLD, "c.ttf": font_bytes(Made(family="Proef Cursief"))}
    assert made(casus_with(new_casus, fonts, "gewoon: a.ttf, vet: b.ttf, cursief: c.ttf")).told == ()


def test_a_sign_that_no_font_has_is_told_once_with_what_to_do(new_casus: Path) -> None:
    folder = casus_with(new_casus, {"a.ttf": PLAIN, "b.ttf": BOLD}, "gewoon: a.ttf, vet: b.ttf", "😀")
    with pytest.raises(AuthorError) as caught:
        made(folder)
    (problem,) = caught.value.problems
    assert "geen teken voor '😀'" in problem.message
    assert problem.hint is not None
    assert problem.hint.startswith("laat het weg, of schrijf het uit")
    assert not [each for each in caught.value.remarks if "😀" in each.message]


def files_of(folder: Path) -> list[File]:
    return make_kit(folder, only=("opgavekaarten", "casusblad"))


def test_two_files_of_one_name_give_a_kit_in_both(new_casus: Path) -> None:
    """Somebody copies a file because 'vet' has to be there, and mends one of them later."""
    other = font_bytes(Made(figures="loose"))
    assert other != PLAIN
    casus_with(new_casus, {"a.ttf": PLAIN, "b.ttf": other}, "gewoon: a.ttf, vet: b.ttf")
    assert len(files_of(new_casus)) == 2


def test_a_bold_out_of_a_variable_font_is_wider(new_casus: Path) -> None:
    built = made(casus_with(new_casus, {"a.ttf": font_bytes(Made(weights=True))}, "gewoon: a.ttf"))
    assert built.fonts["gewoon"].data != built.fonts["vet"].data
    assert built.fonts["vet"].data != built.fonts["halfvet"].data


def test_a_face_without_a_file_is_another_one_and_not_in_the_kit_twice(new_casus: Path) -> None:
    fonts = made(casus_with(new_casus, {"a.ttf": PLAIN, "b.ttf": BOLD}, "gewoon: a.ttf, vet: b.ttf")).fonts
    assert fonts["halfvet"] == fonts["vet_cursief"] == fonts["vet"]
    assert fonts["cursief"] == fonts["gewoon"] != fonts["vet"]


def test_a_sign_of_the_author_that_the_font_lacks_is_named_at_its_text(new_casus: Path) -> None:
    casus_with(new_casus, {"a.ttf": PLAIN, "b.ttf": BOLD}, "gewoon: a.ttf, vet: b.ttf", sign="Łódź")
    line = next(
        number
        for number, text in enumerate((new_casus / "casus.yaml").read_text(encoding="utf-8").splitlines(), 1)
        if text.startswith("vraag: ")
    )
    found = [warning for warning in made(new_casus).warnings if "uw lettertype heeft geen" in warning.message]
    assert [(each.source.line, each.source.column) for each in found if each.source] == [(line, 8), (line, 11)]
    assert [each.message.partition(":")[2].split()[4] for each in found] == ["'Ł'", "'ź'"]
    assert all(each.message.startswith("veld 'vraag': ") for each in found)


def test_a_sign_of_the_program_that_the_font_lacks_is_no_matter_of_the_author(new_casus: Path) -> None:
    bare = Made(signs="".join(chr(code) for code in range(0x20, 0x7F)))
    fonts = {"a.ttf": font_bytes(bare), "b.ttf": font_bytes(Made(signs=bare.signs, family="Vet"))}
    casus = casus_with(new_casus, fonts, "gewoon: a.ttf, vet: b.ttf")
    text = (casus / "casus.yaml").read_text(encoding="utf-8")
    options = Options(DATE, previews=False, only=("uitleg", "spelwijzer", "casusblad"))
    built = build(load(casus, "mijn-casus"), options, lambda _: None)
    named = {warning.message.partition("heeft geen ")[2][1:2] for warning in built.warnings}
    assert all(sign in text for sign in named if sign)
    # This is the program's own, and stands in the kit all the same.
    assert "−" in {sign for run in runs(built) for sign in run.text}


def test_what_the_font_lacks_can_be_read_from_the_file(new_casus: Path, tool: Callable[[str], str]) -> None:
    casus_with(new_casus, {"a.ttf": PLAIN, "b.ttf": BOLD}, "gewoon: a.ttf, vet: b.ttf", sign="Łódź")
    read = (
        subprocess.run([tool("pdftotext"), "-", "-"], input=file.pdf, capture_output=True, check=True).stdout
        for file in files_of(new_casus)
    )
    assert any("Łódź" in text.decode() for text in read)


def test_a_kit_in_fonts_of_its_own_is_what_archives_and_screen_readers_ask_for(new_casus: Path, tmp_path: Path) -> None:
    """Its curves are converted, its figures made even, and some of its signs come from another font."""
    loose = Made(cubic=True, figures="loose")
    fonts = {"a.otf": font_bytes(loose), "b.otf": font_bytes(replace(loose, family="Vet"))}
    casus_with(new_casus, fonts, "gewoon: a.otf, vet: b.otf", sign="Łódź 10 →")
    asked = []
    for number, file in enumerate(make_kit(new_casus, ("web",), only=("casusblad", "materiaallijst"))):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(file.pdf)
        asked += [("ua1", path), ("2a", path)]
    assert len(asked) >= 4
    assert [broken for broken in verapdf.check(asked).values() if broken] == []


@pytest.mark.parametrize("shop", ["x4.yaml", "x1a.yaml"])
def test_a_print_shop_finds_every_font_in_the_file(new_casus: Path, shop: str) -> None:
    casus_with(new_casus, {"a.otf": font_bytes(Made(cubic=True))}, "gewoon: a.otf", sign="Łódź")
    (file,) = shop_files(new_casus, SHOPS / shop, ("opgavekaarten",))
    assert loose_fonts(file.pdf) == []


def loose_fonts(pdf: bytes) -> list[str]:
    """Return the fonts of a file that are not in it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [
            (str(font.BaseFont), "/FontFile2" in font.FontDescriptor)
            for page in opened.pages
            for font in page.obj.Resources.Font.values()
        ]
    assert found
    return [name for name, inside in found if not inside]


def test_files_that_go_after_they_were_checked_are_in_the_kit(new_casus: Path, tmp_path: Path) -> None:
    casus_with(new_casus, {"a.ttf": PLAIN, "b.ttf": BOLD}, "gewoon: a.ttf, vet: b.ttf")
    kept = tmp_path / "heel"
    shutil.copytree(new_casus, kept)
    loaded = load(new_casus, "mijn-casus")
    (new_casus / "a.ttf").unlink()
    (new_casus / "b.ttf").write_bytes(b"zomaar")
    found = build(loaded, OPTIONS, lambda _: None)
    whole = build(load(kept, "mijn-casus"), OPTIONS, lambda _: None)
    assert {face: file.data for face, file in found.fonts.items()} == {
        face: file.data for face, file in whole.fonts.items()
    }


def test_a_damaged_font_is_told_with_the_other_mistakes_of_the_casus(new_casus: Path) -> None:
    casus_with(new_casus, {"a.ttf": PLAIN, "b.ttf": PLAIN[:-3000]}, "gewoon: a.ttf, vet: b.ttf")
    file = new_casus / "casus.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("titel:", "titl:", 1), encoding="utf-8")
    with pytest.raises(AuthorError) as caught:
        load(new_casus, "mijn-casus")
    said = [problem.message for problem in caught.value.problems]
    assert "'b.ttf' is geen lettertype, of het is beschadigd" in said
    assert any("'titl'" in message for message in said)
