"""`maak --profiel drukker` and `--drukker` as a person uses them, and the files they give."""

import json
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.options import Options
from speelveld.pages import Print
from speelveld.pdf.preflight import inspect
from speelveld.profiles.drukker import Drukker
from speelveld.profiles.drukker.wishes import load_shop
from tests.makers.commands import Outcome, Speelveld
from tests.makers.kits import DATE, Maker, shop_files
from tests.oracles.pdfx import preflight

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
MM = 72 / 25.4
ORDER = "drukker/00-bestellijst.pdf"


def cards(casus: Path, *more: str) -> list[str]:
    return ["maak", str(casus), "--alleen", "opgavekaarten", "--zonder-voorbeelden", "--uit", "kit", *more]


def made(folder: str = "kit") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def sizes(pdf: Path) -> list[tuple[list[float], list[float], list[float]]]:
    with pikepdf.open(pdf) as opened:
        return [
            tuple([round(float(side) / MM, 2) for side in box] for box in (page.mediabox, page.bleedbox, page.trimbox))
            for page in opened.pages
        ]  # type: ignore[misc]


def text(tool: Callable[[str], str], pdf: Path, page: int) -> str:
    command = [tool("pdftotext"), "-f", str(page), "-l", str(page), str(pdf), "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def test_the_list_is_shown_before_and_after_and_kept_in_kit_json(speelveld: Speelveld, new_casus: Path) -> None:
    shown = speelveld(*cards(new_casus, "--profiel", "drukker"))
    assert (shown.status, shown.err) == (0, "")
    assert made() == [ORDER, "drukker/01-opgavekaarten-95x134mm.pdf", "drukker/kit.json", "kit.json"]
    before, _, after = shown.out.partition("De kit van")
    for word in ("PDF/X-4; drukprofiel FOGRA39", "3 mm om elke", "300 % inkt", "300 dpi", "0,25 mm", "12 blz."):
        assert word in before
    for word in (
        "goed",
        "12 blz., 95 x 134 mm + 3 mm",
        "inkt 297 %",
        "geen plaatjes",
        "lijn 0,25 mm",
        "3 lettertypen",
    ):
        assert word in after
    kit = json.loads(Path("kit/drukker/kit.json").read_bytes())
    assert kit["drukker"]["norm"] == "PDF/X-4"
    order, entry = kit["bestanden"]
    assert (f"drukker/{order['bestand']}", "keuring" in order) == (ORDER, False)
    assert entry["keuring"]["uitkomst"] == "goed"
    assert entry["keuring"]["snijmaat"] == ["95 x 134 mm"]


def test_with_json_the_list_is_data_and_with_stil_there_is_none(speelveld: Speelveld, new_casus: Path) -> None:
    told = json.loads(speelveld(*cards(new_casus, "--drukker", "x1a", "--json")).out)
    assert told["kit"]["drukker"]["norm"] == "PDF/X-1a:2003"
    assert told["kit"]["bestanden"][1]["keuring"]["norm"] == "PDF/X-1a:2003"
    assert speelveld(*cards(new_casus, "--drukker", "x4", "--stil")) == Outcome(0, "", "")


def test_who_names_a_shop_gets_files_for_it_beside_what_was_asked(speelveld: Speelveld, new_casus: Path) -> None:
    speelveld(*cards(new_casus, "--drukker", "x4"))
    assert made() == [ORDER, "drukker/01-opgavekaarten-95x134mm.pdf", "drukker/kit.json", "kit.json"]
    speelveld(*cards(new_casus, "--drukker", "x4", "--profiel", "kantoor"))
    shop = [ORDER, "drukker/01-opgavekaarten-95x134mm.pdf", "drukker/kit.json"]
    both = [*shop, "kantoor/1-kaarten-a4.pdf", "kantoor/kit.json", "kit.json"]
    assert made() == both
    speelveld(*cards(new_casus))
    assert made() == both, "who makes the kit for the office again leaves the files for the shop"


def test_marks_and_sides_are_as_the_shop_wants_them(
    speelveld: Speelveld, new_casus: Path, tool: Callable[[str], str]
) -> None:
    (new_casus / "jansen.yaml").write_text(
        "afloop: 4 mm\nsnijtekens: ja\nbestanden: apart\neerst: achterkant\nformaten: {groot: 110 mm x 155 mm}\n"
    )
    assert speelveld(*cards(new_casus, "--drukker", "jansen")).status == 0
    _, backs, fronts, *_ = made()
    assert (backs, fronts) == (
        "drukker/01-opgavekaarten-110x155mm-achterkant.pdf",
        "drukker/02-opgavekaarten-110x155mm-voorkant.pdf",
    )
    box = [0, 0, 128, 173], [5, 5, 123, 168], [9, 9, 119, 164]
    for name in (backs, fronts):
        assert sizes(Path("kit", name)) == [box] * 6
        assert preflight(Path("kit", name).read_bytes(), "x4") == []
    assert "Is dit een opgave?" in text(tool, Path("kit", backs), 1)
    assert "Voor wie" in text(tool, Path("kit", fronts), 1)


@pytest.mark.parametrize(("first", "order"), [("voorkant", (1, 2)), ("achterkant", (2, 1))])
def test_fronts_and_backs_take_turns(
    first: str, order: tuple[int, int], speelveld: Speelveld, new_casus: Path, tool: Callable[[str], str]
) -> None:
    (new_casus / "jansen.yaml").write_text(f"eerst: {first}\n")
    speelveld(*cards(new_casus, "--drukker", "jansen"))
    pdf = Path("kit/drukker/01-opgavekaarten-95x134mm.pdf")
    assert sizes(pdf) == [([0, 0, 101, 140], [0, 0, 101, 140], [3, 3, 98, 137])] * 12
    for pair in range(6):
        front, back = (text(tool, pdf, 2 * pair + side) for side in order)
        assert "Voor wie" in front
        assert "Is dit een opgave?" in back


def test_what_a_shop_does_not_cut_stays_at_home(speelveld: Speelveld, new_casus: Path) -> None:
    arguments = ["maak", str(new_casus), "--profiel", "drukker", "--uit", "kit", "--alleen"]
    refused = speelveld(*arguments, "geldfiches,doosjes,spelregels")
    assert refused.status == 2
    assert "van wat u vraagt, gaat niets naar de drukker" in refused.err
    assert not Path("kit").exists()


@pytest.mark.parametrize(
    ("shop", "status", "said"),
    [
        ("x1b", 2, "bedoelt u 'x1a'?"),
        ("aflop: 3 mm", 4, "jansen.yaml:1:1: onbekende sleutel 'aflop'\n  hint: bedoelt u 'afloop'?"),
        ("icc: sRGB.icc", 4, "is een profiel van een beeldscherm, niet van een drukpers"),
        (
            "veilig: 9 mm",
            3,
            "jansen.yaml:1:1: Opgavekaarten, 'De laatste honderd meter': de tekst 'buiten werking' staat 4,1 mm",
        ),
    ],
)
def test_what_cannot_be_made_leaves_the_old_kit_as_it_was(
    shop: str, status: int, said: str, speelveld: Speelveld, new_casus: Path
) -> None:
    (new_casus / "sRGB.icc").write_bytes((ROOT / "src/speelveld/pdf/icc/sRGB.icc").read_bytes())
    (new_casus / "jansen.yaml").write_text(shop)
    speelveld(*cards(new_casus))
    before = {name: Path("kit", name).read_bytes() for name in made()}
    refused = speelveld(*cards(new_casus, "--drukker", "jansen" if ":" in shop else shop))
    assert refused.status == status
    assert said in refused.err
    assert {name: Path("kit", name).read_bytes() for name in made()} == before


def test_files_are_named_in_the_words_of_the_casus(speelveld: Speelveld, new_casus: Path) -> None:
    add_to(new_casus, "woorden:\n  opgave: {woord: vraagstuk, lidwoord: het, meervoud: vraagstukken}\n")
    assert speelveld(*cards(new_casus, "--drukker", "x4")).status == 0
    assert made()[1] == "drukker/01-vraagstukkaarten-95x134mm.pdf"


def test_every_card_with_text_too_near_the_cut_is_named(speelveld: Speelveld, new_casus: Path) -> None:
    (new_casus / "jansen.yaml").write_text("veilig: 6 mm\n")
    refused = speelveld(*cards(new_casus, "--drukker", "jansen"))
    titles = ("De laatste honderd meter", "Samen op de fiets", "De straat als plein", "Iedereen kan fietsen", "Lege")
    for title in titles:
        assert f"Opgavekaarten, '{title}" in refused.err
    assert "Achterkant" not in refused.err, "its text keeps 6.7 mm from the cut"


def test_controleer_looks_with_the_eyes_of_the_shop(speelveld: Speelveld, new_casus: Path) -> None:
    (new_casus / "jansen.yaml").write_text("veilig: 7 mm\n")
    arguments = ["controleer", str(new_casus), "--alleen", "opgavekaarten", "--drukker"]
    assert speelveld(*arguments, "x4").status == 0
    assert speelveld(*arguments, "jansen").status == 3


def test_a_coarse_picture_is_named_with_its_dots_and_the_size_it_can_have(vol_inkt: Path, files: Maker) -> None:
    made = files(vol_inkt)
    told = {warning for file in made for warning in file.warnings}
    coarse = "Fotokaarten: het plaatje 'logo.png' heeft hier 163 dpi; voor drukwerk is 300 dpi nodig"
    assert f"{coarse}\n  hint: neem een groter plaatje; dit is scherp tot 7 mm breed" in told
    assert not any("foto.jpg" in warning and "Fotokaarten" in warning for warning in told), "394 dpi is enough"


def test_what_is_transparent_is_set_on_its_ground_where_it_must_be_and_said(vol_inkt: Path, files: Maker) -> None:
    def remarks(shop: str) -> list[str]:
        found = [warning for made in files(vol_inkt, shop) for warning in made.warnings]
        return [warning for warning in found if "doorzichtig" in warning]

    flat = "Fotokaarten: 'logo.png' is doorzichtig, en dat kan niet in PDF/X-1a"
    assert f"{flat}\n  hint: het staat nu op de kleur die eronder ligt" in remarks("x1a")
    assert remarks("x4") == []
    card = next(made for made in files(vol_inkt, "x1a") if "fotokaarten" in made.name)
    with pikepdf.open(BytesIO(card.pdf)) as pdf:
        images: Any = pdf.pages[0].obj.Resources.XObject
        logo = next(image for image in images.values() if int(image.Width) == 90)
        corner = tuple(round(part / 2.55) for part in logo.read_bytes()[:4])
    # The panel under it is kans-licht: 1, 5, 21, 0; a hint of the disc shows through.
    assert max(abs(one - other) for one, other in zip(corner, (1, 5, 21, 0), strict=True)) < 8


def test_art_that_stops_at_the_cut_is_told(new_casus: Path) -> None:
    add_to(
        new_casus,
        "kaartsoorten:\n  - naam: randkaarten\n    layout: rand.xml.j2\n    formaat: klein\n"
        "    kaarten: [{titel: Tot de rand}, {titel: Ook zo}]\n",
    )
    (new_casus / "rand.xml.j2").write_text(
        '<card w="67mm" h="95mm" title="{{ naam }}"><rect x="0mm" y="0mm" w="67mm" h="20mm" radius="3mm" fill="huis"/>'
        '<h2 style="kaartkop-klein" x="6mm" y="40mm" w="55mm">{{ naam }}</h2></card>'
    )
    (card,) = shop_files(new_casus, ROOT / "layouts/drukkers/x4.yaml", ("randkaarten",))
    assert len(card.warnings) == 2
    assert "Randkaarten, 'Tot de rand': de opmaak tekent tot aan de snijlijn, en niet in de afloop" in card.warnings[0]


def test_the_same_casus_gives_the_same_bytes(vol_inkt: Path, files: Maker) -> None:
    for shop in ("x4", "x1a"):
        only = ("fotokaarten", "opgavekaarten")
        first = {made.name: made.pdf for made in files(vol_inkt, shop) if any(name in made.name for name in only)}
        again = shop_files(vol_inkt, ROOT / "layouts/drukkers" / f"{shop}.yaml", only)
        assert len(first) == 2
        assert sorted(first.values()) == sorted(made.pdf for made in again)


def test_an_office_kit_does_not_know_that_there_is_a_press(new_casus: Path, speelveld: Speelveld) -> None:
    add_to(
        new_casus,
        "kaartsoorten:\n  - naam: proef\n    layout: proef.xml.j2\n    formaat: klein\n    kaarten: [{titel: Een}]\n",
    )
    (new_casus / "proef.xml.j2").write_text(
        '<card w="67mm" h="95mm" title="{{ naam }}"><h2 style="kaartkop-klein" x="6mm" y="9mm" w="55mm">'
        '{{ "pers" if drukpers else "kantoor" }} {{ afloop }}</h2></card>'
    )
    arguments = ["maak", str(new_casus), "--alleen", "proef", "--uit", "kit", "--profiel", "kantoor", "--drukker", "x4"]
    assert speelveld(*arguments).status == 0
    assert words("kit/kantoor/1-kaarten-a4.pdf") == "kantoor 0"
    assert words("kit/drukker/01-proef-67x95mm.pdf") == "pers 3.0"


def add_to(casus: Path, lines: str) -> None:
    with (casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(lines)


def words(pdf: str) -> str:
    import pypdfium2

    found = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    return next(line.strip() for line in found.splitlines() if line.startswith(("pers", "kantoor")))


def broken(data: bytes, change: Callable[[Any], None]) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, force_version="1.6", fix_metadata_version=False)
    return out.getvalue()


def test_the_program_s_own_check_reads_the_bytes(files: Maker) -> None:
    data = next(made.pdf for made in files("zutphen-dementie") if "opgavekaarten" in made.name)
    good = inspect(data)
    assert (good.version, good.pages, good.condition, good.loose_fonts) == ("PDF/X-4", 20, "FOGRA39", ())

    def add(operators: bytes) -> Callable[[Any], None]:
        return lambda pdf: pdf.pages[0].contents_add(b"q " + operators + b" Q")

    assert inspect(broken(data, add(b"1 1 1 0.2 k 9 9 9 9 re f"))).ink == pytest.approx(400)
    assert inspect(broken(data, add(b"0.1 w 90 90 m 99 99 l S"))).thinnest == pytest.approx(0.1)
    assert inspect(broken(data, add(b"1 0 0 rg 9 9 9 9 re f"))).foreign == ("rg",)
    assert not inspect(broken(data, add(b"/Over gs 0 0 0 0 k 9 9 9 9 re f"))).others_knock_out
    assert inspect(broken(data, lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox"))).bleed is None
    assert inspect(broken(data, lambda pdf: pdf.Root.__delitem__("/OutputIntents"))).condition == ""
    assert inspect(broken(data, lambda pdf: pdf.docinfo.__delitem__("/Trapped"))).trapped == ""


@pytest.fixture(scope="module")
def job() -> tuple[Drukker, Print, bytes]:
    """Return the cards with opgaven of the starter as a shop gets them: for whom, what they must be, and the bytes."""
    shop = load_shop(ROOT / "layouts/drukkers/x4.yaml", "x4.yaml")
    profile, options = Drukker(shop), Options(DATE, only=("opgavekaarten",), previews=False)
    built = build(load(ROOT / "decks" / "nieuw", "casus.yaml"), options, lambda _: None, [profile])
    _, print_ = built.prints
    return profile, print_, print_pdf(built, print_, options)


def _add(operators: bytes) -> Callable[[Any], None]:
    return lambda pdf: pdf.pages[0].contents_add(b"q " + operators + b" Q")


def _bleed(millimetres: float) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        for page in pdf.pages:
            left, bottom, right, top = map(float, page.trimbox)
            far = millimetres * MM
            page.bleedbox = [left - far, bottom - far, right + far, top + far]

    return change


def _without_fonts(pdf: Any) -> None:
    for page in pdf.pages:
        for font in page.obj.Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor
            for key in [key for key in descriptor if key.startswith("/FontFile")]:
                del descriptor[key]


def _note(pdf: Any) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[9, 9, 20, 20])
    pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: None, []),
        (lambda pdf: pdf.pages.__delitem__(0), ["er zijn 11 bladzijden en geen 12"]),
        (lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox"), ["er is een bladzijde zonder snijlijn of afloop"]),
        (lambda pdf: pdf.pages[0].obj.__delitem__("/BleedBox"), ["er is een bladzijde zonder snijlijn of afloop"]),
        (_bleed(2.9), ["de afloop is 2,9 mm"]),
        (_bleed(3.1), []),
        (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), ["het drukprofiel ontbreekt"]),
        (_add(b"1 0.55 0.5 0 k 9 9 9 9 re f"), ["er is een plek met 305 % inkt"]),
        (_add(b"1 0.5 0.5 0 k 9 9 9 9 re f"), []),
        (_add(b"0 0 0 1 K 0.6 w 90 90 m 99 99 l S"), ["er is een lijn van 0,21 mm"]),
        (_add(b"0 0 0 1 K 0.72 w 90 90 m 99 99 l S"), []),
        (_add(b"1 0 0 rg 9 9 9 9 re f"), ["er zijn kleuren die geen CMYK zijn"]),
        (_add(b"/Over gs 0 0 0 0 k 9 9 9 9 re f"), ["er drukt iets over dat niet zwart is"]),
        (_note, ["er staat een link of notitie op een bladzijde"]),
        (lambda pdf: pdf.docinfo.__delitem__("/Trapped"), ["het bestand zegt niet of er overvulling in zit"]),
    ],
)
def test_what_a_print_shop_would_refuse_is_told_of_the_finished_file(
    job: tuple[Drukker, Print, bytes], change: Callable[[Any], None], said: list[str]
) -> None:
    profile, print_, data = job
    found = profile.inspected(print_, broken(data, change))["keuring"]
    assert found["opmerkingen"] == said
    assert found["uitkomst"] == ("let op" if said else "goed")


def test_letters_that_are_not_in_the_file_are_told_by_name(job: tuple[Drukker, Print, bytes]) -> None:
    profile, print_, data = job
    (said,) = profile.inspected(print_, broken(data, _without_fonts))["keuring"]["opmerkingen"]
    assert said.startswith("deze letters ontbreken: ")
    assert "SourceSansPro-Regular" in said


@pytest.mark.parametrize(("safe", "status"), [("5.4", 0), ("5.8", 3)])
def test_the_safe_distance_is_that_on_the_card_as_large_as_the_shop_cuts_it(
    speelveld: Speelveld, new_casus: Path, safe: str, status: int
) -> None:
    # Asked for A6, 95 x 134 mm becomes 105 x 148: what stands 5 mm from the edge of a layout is 5.5 mm from the cut.
    kind = "\nkaartsoorten:\n  - {naam: proef, layout: proef.xml.j2, formaat: groot, kaarten: [{titel: Een}]}\n"
    add_to(new_casus, kind)
    text = '<text x="5mm" y="60mm" w="80mm" style="tekst">Dit staat vijf millimeter van de kant</text>'
    (new_casus / "proef.xml.j2").write_text(f'<card w="95mm" h="134mm" title="Proef">{text}</card>')
    (new_casus / "jansen.yaml").write_text(f"veilig: {safe} mm\nformaten: {{groot: 105 mm x 148 mm}}\n")
    arguments = ["maak", str(new_casus), "--alleen", "proef", "--uit", "kit", "--drukker", "jansen"]
    ended = speelveld(*arguments, "--zonder-voorbeelden")
    assert ended.status == status, ended.err
    assert ("staat 5,5 mm van de snijlijn" in ended.err) == (status == 3)
