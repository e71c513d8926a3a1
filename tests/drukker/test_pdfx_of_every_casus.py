"""Every file for a print shop keeps to PDF/X, as an oracle sees it that can be shown to fail."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from tests.makers.kits import CASUSSEN, Maker
from tests.oracles.pdfx import preflight

pytestmark = pytest.mark.slow

EIGHT = 8
KINDS = {
    "opgavekaarten",
    "rolkaarten",
    "kanskaarten",
    "uitdagingkaarten",
    "aanpakkaarten",
    "hulpkaarten",
    "tentkaarten",
}
LARGE = {"spelwijzer", "dreamteamblad", "routeblad", "speelbord"}


def test_all_casussen_are_found() -> None:
    assert len([name for name in CASUSSEN if name != "nieuw"]) == EIGHT


@pytest.mark.parametrize("casus", CASUSSEN)
def test_every_file_is_pdf_x4(casus: str, files: Maker) -> None:
    made = files(casus)
    assert {kind for kind in KINDS | LARGE if any(f"-{kind}-" in file.name for file in made)} == KINDS | LARGE
    assert {file.name: preflight(file.pdf, "x4") for file in made} == {file.name: [] for file in made}
    assert [file.warnings for file in made if file.warnings] == []


@pytest.mark.parametrize("casus", ["zutphen-dementie", "amsterdam-subsidies"])
def test_every_file_is_pdf_x1a_for_who_asks_for_that(casus: str, files: Maker) -> None:
    made = files(casus, "x1a")
    assert len(made) > len(KINDS)
    assert {file.name: preflight(file.pdf, "x1a") for file in made} == {file.name: [] for file in made}


@pytest.mark.parametrize("shop", ["x4", "x1a"])
def test_a_casus_that_asks_the_most_of_a_press_is_pdf_x_too(vol_inkt: Path, files: Maker, shop: str) -> None:
    made = files(vol_inkt, shop)
    assert {file.name: preflight(file.pdf, shop) for file in made} == {file.name: [] for file in made}
    with_mask = [file.name for file in made if b"/SMask" in plain(file.pdf)]
    assert bool(with_mask) == (shop == "x4"), "its logo is transparent, and that is kept where it may be"


def plain(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        out = BytesIO()
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


Change = Callable[[Pdf], Any]


def page(pdf: Pdf) -> Any:
    return pdf.pages[0].obj


def append(operators: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].contents_add(b"q\n" + operators + b"\nQ\n")

    return change


def rewrite(old: bytes, new: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].contents_coalesce()
        content = pdf.pages[0].obj.Contents.read_bytes()
        assert old in content
        pdf.pages[0].obj.Contents = pdf.make_stream(content.replace(old, new))

    return change


def xmp(old: str, new: str = "") -> Change:
    def change(pdf: Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert old in packet
        pdf.Root.Metadata = pdf.make_stream(packet.replace(old, new).encode(), Type=Name.Metadata, Subtype=Name.XML)

    return change


def drop(where: Callable[[Pdf], Any], key: str) -> Change:
    def change(pdf: Pdf) -> None:
        del where(pdf)[key]

    return change


def put(where: Callable[[Pdf], Any], key: str, value: Any) -> Change:
    def change(pdf: Pdf) -> None:
        where(pdf)[key] = value

    return change


def rgb_picture(pdf: Pdf) -> None:
    _picture(pdf, b"\x00" * 3, Name.DeviceRGB)


def masked_picture(pdf: Pdf) -> None:
    drawn = _picture(pdf, b"\x00" * 4, Name.DeviceCMYK)
    drawn.SMask = pdf.make_stream(b"\x80", Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceGray)


def _picture(pdf: Pdf, data: bytes, space: Name) -> Any:
    drawn = pdf.make_stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=space, BitsPerComponent=8
    )
    page(pdf).Resources.XObject = Dictionary(Proef=drawn)
    append(b"10 0 0 10 50 50 cm /Proef Do")(pdf)
    return drawn


def loose_font(pdf: Pdf) -> None:
    font = next(iter(page(pdf).Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]


def note(x: float) -> Change:
    def change(pdf: Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([x, 50, x + 20, 70]))
        page(pdf).Annots = Array([pdf.make_indirect(link)])

    return change


def small_bleed(pdf: Pdf) -> None:
    trim = [float(side) for side in page(pdf).TrimBox]
    page(pdf).BleedBox = Array([trim[0] - 7, trim[1] - 7, trim[2] + 7, trim[3] + 7])


BOTH: dict[str, tuple[Change, str]] = {
    "no trim box": (drop(page, "/TrimBox"), "no trim"),
    "no bleed box": (drop(page, "/BleedBox"), "no bleed"),
    "a bleed of 2.5 mm": (small_bleed, "boxes"),
    "an art box": (put(page, "/ArtBox", Array([0, 0, 9, 9])), "art box"),
    "text in RGB": (append(b"0 0 0 rg"), "colour"),
    "a line in RGB": (append(b"1 0 0 RG 3 w 40 40 m 90 90 l S"), "colour"),
    "a named colour space": (append(b"/Cs1 cs"), "colour"),
    "a picture in RGB": (rgb_picture, "picture colour"),
    "no intent": (drop(lambda pdf: pdf.Root, "/OutputIntents"), "intent"),
    "an intent for PDF/A": (put(lambda pdf: pdf.Root.OutputIntents[0], "/S", Name.GTS_PDFA1), "intent"),
    "no profile": (drop(lambda pdf: pdf.Root.OutputIntents[0], "/DestOutputProfile"), "profile"),
    "a profile of three inks": (put(lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile, "/N", 3), "profile"),
    "no condition": (put(lambda pdf: pdf.Root.OutputIntents[0], "/OutputConditionIdentifier", ""), "condition"),
    "a font elsewhere": (loose_font, "font"),
    "a link on the card": (note(100), "annotation"),
    "a thin line": (append(b"0 0 0 1 K 0.7 w 40 40 m 90 90 l S"), "thin line"),
    "a line made thin by its scale": (append(b"0.5 0 0 0.5 0 0 cm 0 0 0 1 K 1 w 90 90 m 99 99 l S"), "thin line"),
    "black text that knocks out": (rewrite(b"/Over gs", b"/Uit gs"), "black text knocks out"),
    "white text that overprints": (rewrite(b"/Uit gs", b"/Over gs"), "overprint of what is not black"),
    "overprint without mode 1": (
        put(lambda pdf: page(pdf).Resources.ExtGState.Over, "/OPM", 0),
        "overprint mode",
    ),
    "trapped is not said": (drop(lambda pdf: pdf.docinfo, "/Trapped"), "trapped"),
    "no title": (drop(lambda pdf: pdf.docinfo, "/Title"), "info without /Title"),
    "no date": (drop(lambda pdf: pdf.docinfo, "/ModDate"), "info without /ModDate"),
    "no XMP": (drop(lambda pdf: pdf.Root, "/Metadata"), "no xmp"),
    "no number in XMP": (xmp("xmpMM:DocumentID", "xmpMM:Nummer"), "xmp without xmpMM:DocumentID"),
    "another title in XMP": (xmp('x-default">', 'x-default">Niet '), "two titles"),
    "a script": (put(lambda pdf: pdf.Root, "/OpenAction", Dictionary(S=Name.JavaScript, JS="1")), "action"),
}
OF_X4: dict[str, tuple[Change, str]] = {
    "no version in XMP": (xmp("PDF/X-4</", "PDF/X-3</"), "xmp without version"),
}
OF_X1A: dict[str, tuple[Change, str]] = {
    "a soft mask": (masked_picture, "transparency"),
    "a transparency group": (put(page, "/Group", Dictionary(S=Name.Transparency)), "transparency"),
    "half transparent": (put(lambda pdf: page(pdf).Resources.ExtGState.Over, "/ca", 0.5), "transparency"),
    "no version in Info": (drop(lambda pdf: pdf.docinfo, "/GTS_PDFXVersion"), "info without version"),
}
MUTANTS = [
    *((shop, name, *change) for shop in ("x4", "x1a") for name, change in BOTH.items()),
    *(("x4", name, *change) for name, change in OF_X4.items()),
    *(("x1a", name, *change) for name, change in OF_X1A.items()),
]
VERSIONS = {"x4": "1.6", "x1a": "1.4"}


def changed(data: bytes, change: Change, shop: str, **how: Any) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        options = {"force_version": VERSIONS[shop], "object_stream_mode": pikepdf.ObjectStreamMode.disable, **how}
        pdf.save(out, fix_metadata_version=False, **options)
    return out.getvalue()


def opgavekaarten(files: Maker, shop: str) -> bytes:
    return next(file.pdf for file in files("zutphen-dementie", shop) if "opgavekaarten" in file.name)


@pytest.mark.parametrize(
    ("shop", "name", "change", "rule"), MUTANTS, ids=[f"{shop} {name}" for shop, name, *_ in MUTANTS]
)
def test_the_oracle_sees_what_is_wrong(shop: str, name: str, change: Change, rule: str, files: Maker) -> None:
    assert preflight(changed(opgavekaarten(files, shop), change, shop), shop) == [rule], name


@pytest.mark.parametrize("shop", ["x4", "x1a"])
def test_the_oracle_accepts_what_is_only_written_anew(shop: str, files: Maker) -> None:
    data = opgavekaarten(files, shop)
    assert preflight(changed(data, lambda pdf: None, shop), shop) == []
    assert preflight(changed(data, note(-100), shop), shop) == [], "a note beside the page harms nothing"
    mark = append(b"0 0 0 1 K 0.2 w -9 -20 m -9 -5 l S")
    assert preflight(changed(data, mark, shop), shop) == [], "a mark outside the bleed may be thin"


@pytest.mark.parametrize(
    ("how", "rule"),
    [
        ({"force_version": "1.6"}, "header"),
        ({"force_version": "1.5", "object_stream_mode": pikepdf.ObjectStreamMode.generate}, "object streams"),
    ],
    ids=["header of 1.6", "object streams"],
)
def test_the_oracle_sees_what_is_too_new_for_x1a(how: dict[str, Any], rule: str, files: Maker) -> None:
    assert rule in preflight(changed(opgavekaarten(files, "x1a"), lambda pdf: None, "x1a", **how), "x1a")


def test_the_oracle_sees_an_old_header_in_x4(files: Maker) -> None:
    data = changed(opgavekaarten(files, "x4"), lambda pdf: None, "x4", force_version="1.4")
    assert preflight(data, "x4") == ["header"]
