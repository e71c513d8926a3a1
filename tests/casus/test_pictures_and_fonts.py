"""Pictures and fonts lie in the casus folder, are what their names say, and are not too large."""

import gzip
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from PIL import Image

from speelveld.casus import Casus, load_casus, picture_file
from speelveld.errors import AuthorError, Source
from speelveld.files import read_file
from tests.makers.fonts import font_bytes

Form = Literal["NFC", "NFD"]
Said = Callable[[str | bytes], list[tuple[str, str | None]]]

SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
LOGO = "huisstijl: {{logo: {}, logo_tekst: Logo}}\n"
PICTURE = "afbeelding: {{bestand: {}, alt: Een stoel}}\n"
ASIDE = "bewaar het bestand naast de casus"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the casus folder with a picture, a logo and a font, beside a folder with a secret."""
    Image.new("RGB", (30, 20), "white").save(tmp_path / "foto.png")
    Image.new("RGB", (30, 20), "white").save(tmp_path / "Foto.JPG", "JPEG")
    (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "beeld").mkdir()
    Image.new("L", (3, 3)).save(tmp_path / "beeld" / "klein.jpeg")
    (tmp_path / "letter.ttf").write_bytes(font_bytes())
    return tmp_path


@pytest.fixture
def load(folder: Path, base: str) -> Callable[[str], Casus]:
    def load_with(added: str) -> Casus:
        (folder / "x.yaml").write_text(base + added, encoding="utf-8")
        return load_casus(folder / "x.yaml", "x.yaml")

    return load_with


@pytest.fixture
def said_of(load: Callable[[str], Casus]) -> Callable[[str], tuple[str, str | None]]:
    def say(added: str) -> tuple[str, str | None]:
        with pytest.raises(AuthorError) as caught:
            load(added)
        (problem,) = caught.value.problems
        return f"{problem.source}: {problem.message}", problem.hint

    return say


@pytest.mark.parametrize("name", ["logo.svg", "foto.png", "Foto.JPG", "beeld/klein.jpeg", "./beeld/../foto.png"])
def test_a_logo_is_found_beside_the_casus(load: Callable[[str], Casus], folder: Path, name: str) -> None:
    logo = load(LOGO.format(name)).huisstijl.logo
    assert logo is not None
    assert logo.path == (folder / name).resolve()
    assert logo.source == Source("x.yaml", 23, 19)


def test_a_picture_and_fonts_are_found_too(load: Callable[[str], Casus], folder: Path) -> None:
    casus = load(PICTURE.format("foto.png") + "huisstijl: {lettertype: {gewoon: letter.ttf, vet: letter.ttf}}\n")
    assert casus.afbeelding is not None
    assert casus.afbeelding.bestand.path == folder / "foto.png"
    assert casus.huisstijl.lettertype is not None
    assert casus.huisstijl.lettertype.gewoon.path == folder / "letter.ttf"
    assert casus.huisstijl.lettertype.cursief is None


def test_a_link_inside_the_folder_is_followed(load: Callable[[str], Casus], folder: Path) -> None:
    (folder / "link.png").symlink_to(folder / "foto.png")
    assert load(PICTURE.format("link.png")).afbeelding.bestand.path == folder / "foto.png"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("added", "place", "message", "hint"),
    [
        (LOGO.format("foto.gif"), "23:19", "'foto.gif' is geen soort bestand dat hier kan", None),
        (PICTURE.format("logo.svg"), "23:23", "'logo.svg' is geen soort bestand dat hier kan", None),
        (LOGO.format("x.yaml"), "23:19", "'x.yaml' is geen soort bestand dat hier kan", None),
        (LOGO.format("letter.ttf"), "23:19", "'letter.ttf' is geen soort bestand dat hier kan", None),
        (LOGO.format("fotoo.png"), "23:19", "het bestand 'fotoo.png' bestaat niet", "bedoelt u 'foto.png'?"),
        (
            LOGO.format("weg/foto.png"),
            "23:19",
            "het bestand 'weg/foto.png' bestaat niet",
            "controleer de naam, of bewaar het bestand naast de casus",
        ),
        (LOGO.format("../geheim.png"), "23:19", "'../geheim.png' ligt buiten de map van de casus", ASIDE),
        (LOGO.format("buiten.png"), "23:19", "'buiten.png' ligt buiten de map van de casus", ASIDE),
        (LOGO.format("buitenmap/geheim.png"), "23:19", "'buitenmap/geheim.png' ligt buiten de map van de casus", ASIDE),
        (
            LOGO.format("/etc/logo.png"),
            "23:19",
            "'/etc/logo.png' is een vaste plek op deze computer",
            "zet het bestand naast uw casus en schrijf alleen de naam: logo.png",
        ),
        (
            LOGO.format("'C:/logo.png'"),
            "23:19",
            "'C:/logo.png' is een vaste plek op deze computer",
            "zet het bestand naast uw casus en schrijf alleen de naam: logo.png",
        ),
        (
            LOGO.format("beeld\\klein.jpeg"),
            "23:19",
            "'beeld\\klein.jpeg' heeft een \\ in de naam",
            "schrijf 'beeld/klein.jpeg'",
        ),
        (
            LOGO.format("https://a.nl/logo.png"),
            "23:19",
            "'https://a.nl/logo.png' staat op het web",
            "bewaar het bestand naast de casus en noem het hier",
        ),
        (LOGO.format("map.png"), "23:19", "het bestand 'map.png' bestaat niet", None),
        (LOGO.format("lus.png"), "23:19", "'lus.png' is niet te lezen", "controleer of u dit bestand mag openen"),
        (LOGO.format("a" * 300 + ".png"), "23:19", f"'{'a' * 60}…' is niet te lezen", None),
        (LOGO.format("groot.png"), "23:19", "'groot.png' is groter dan 20 MB", "maak het bestand kleiner"),
        (
            PICTURE.format("tekst.png"),
            "23:23",
            "'tekst.png' is geen plaatje, of het is beschadigd",
            "bewaar het opnieuw als png of jpg",
        ),
        (PICTURE.format("leeg.jpg"), "23:23", "'leeg.jpg' is geen plaatje, of het is beschadigd", None),
        (PICTURE.format("half.png"), "23:23", "'half.png' is geen plaatje, of het is beschadigd", None),
        (PICTURE.format("half.jpg"), "23:23", "'half.jpg' is geen plaatje, of het is beschadigd", None),
        (PICTURE.format("echtgif.png"), "23:23", "'echtgif.png' is geen plaatje, of het is beschadigd", None),
        (
            PICTURE.format("51.png"),
            "23:23",
            "'51.png' heeft meer dan 50 miljoen beeldpunten",
            "maak het plaatje kleiner",
        ),
        (PICTURE.format("100.png"), "23:23", "'100.png' heeft meer dan 50 miljoen beeldpunten", None),
        (PICTURE.format("10000.png"), "23:23", "'10000.png' heeft meer dan 50 miljoen beeldpunten", None),
        (
            LOGO.format("bom.svg"),
            "23:19",
            "'bom.svg': de SVG gebruikt een samengestelde entiteit ('b') op regel 1",
            "bewaar het logo als SVG 1.1 zonder entiteiten, of als png",
        ),
        (
            LOGO.format("bom16.svg"),
            "23:19",
            "'bom16.svg': de SVG gebruikt een samengestelde entiteit ('b') op regel 1",
            None,
        ),
        (
            LOGO.format("buitenaf.svg"),
            "23:19",
            "'buitenaf.svg': de SVG verwijst op regel 1 naar een ander bestand ('file:///etc/hostname')",
            "bewaar het opnieuw als gewone SVG, of gebruik een png",
        ),
        (
            LOGO.format("stijl.svg"),
            "23:19",
            "'stijl.svg': de SVG haalt op regel 1 zijn stijl uit een ander bestand",
            None,
        ),
        (
            LOGO.format("rot13.svg"),
            "23:19",
            "'rot13.svg': de SVG staat in een schrift dat hier niet te lezen is",
            "bewaar het als UTF-8",
        ),
        (
            LOGO.format("svgz.svg"),
            "23:19",
            "'svgz.svg': de SVG is ingepakt (svgz)",
            "pak het bestand eerst uit, of gebruik een png",
        ),
        (
            LOGO.format("diep.svg"),
            "23:19",
            "'diep.svg': de SVG is op regel 1 te diep genest",
            "vereenvoudig het logo, of gebruik een png",
        ),
        (LOGO.format("lang.svg"), "23:19", "'lang.svg': de SVG is groter dan 8 MB", None),
        (
            LOGO.format("stuk.svg"),
            "23:19",
            "'stuk.svg': de SVG is beschadigd op regel 1",
            "bewaar het opnieuw als gewone SVG, of gebruik een png",
        ),
        (LOGO.format("leeg.svg"), "23:19", "'leeg.svg': de SVG is beschadigd op regel 1", None),
        (
            LOGO.format("html.svg"),
            "23:19",
            "'html.svg': het bestand is geen SVG",
            "bewaar het opnieuw, of gebruik een png",
        ),
        (
            "huisstijl: {lettertype: {gewoon: letter.ttf, vet: otto.ttf}}\n",
            "23:51",
            "'otto.ttf' is geen lettertype, of het is beschadigd",
            "vraag het bestand opnieuw aan wie het u gaf",
        ),
        (
            "huisstijl: {logo: logo.svg}\n",
            "23:13",
            "bij het logo ontbreekt 'logo_tekst'; wie het logo niet ziet, hoort die tekst",
            "schrijf bijvoorbeeld: logo_tekst: Logo gemeente Zutphen",
        ),
        (
            "huisstijl: {logo: [logo.svg], logo_tekst: a}\n",
            "23:19",
            "'logo' moet de naam van een bestand zijn, maar hier staat een lijst",
            "schrijf één waarde, zonder streepjes of [ ]",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_wrong_file_is_explained(
    said_of: Callable[[str], tuple[str, str | None]],
    folder: Path,
    added: str,
    place: str,
    message: str,
    hint: str | None,
) -> None:
    make_wrong_files(folder)
    found, found_hint = said_of(added)
    assert found == f"x.yaml:{place}: {message}"
    assert found_hint
    if hint:
        assert found_hint == hint


def make_wrong_files(folder: Path) -> None:
    outside = folder.parent / f"{folder.name}-buiten"
    outside.mkdir()
    Image.new("L", (3, 3)).save(outside / "geheim.png")
    (folder / "buiten.png").symlink_to(outside / "geheim.png")
    (folder / "buitenmap").symlink_to(outside)
    (folder / "lus.png").symlink_to(folder / "lus.png")
    (folder / "map.png").mkdir()
    with (folder / "groot.png").open("wb") as file:
        file.truncate(20_000_001)
    (folder / "tekst.png").write_text("zomaar", encoding="utf-8")
    (folder / "leeg.jpg").touch()
    (folder / "half.png").write_bytes((folder / "foto.png").read_bytes()[:-30])
    Image.effect_noise((300, 200), 80).save(folder / "heel.jpg")
    (folder / "half.jpg").write_bytes((folder / "heel.jpg").read_bytes()[:5000])
    Image.new("L", (3, 3)).save(folder / "echtgif.png", "GIF")
    for megapixels in (51, 100, 10_000):
        (folder / f"{megapixels}.png").write_bytes(png_header(1_000_000, megapixels))
    bomb = SVG.replace("?><svg", '?><!DOCTYPE svg [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><svg')
    (folder / "bom.svg").write_text(bomb, encoding="utf-8")
    (folder / "bom16.svg").write_bytes(bomb.encode("utf-16"))
    outside = SVG.replace("?><svg", '?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg')
    (folder / "buitenaf.svg").write_text(outside.replace("<path", "<desc>&a;</desc><path"), encoding="utf-8")
    (folder / "stijl.svg").write_text(SVG.replace("?><svg", "?><?xml-stylesheet href='a.css'?><svg"), encoding="utf-8")
    (folder / "rot13.svg").write_text(SVG.replace('"1.0"', '"1.0" encoding="rot13"'), encoding="utf-8")
    (folder / "svgz.svg").write_bytes(gzip.compress(SVG.encode()))
    (folder / "diep.svg").write_text(SVG.replace("<path", f"{'<g>' * 5000}{'</g>' * 5000}<path"), encoding="utf-8")
    (folder / "lang.svg").write_text(SVG.replace("M0", f"M{' ' * 8_000_000}0"), encoding="utf-8")
    (folder / "stuk.svg").write_text(SVG[:-3], encoding="utf-8")
    (folder / "leeg.svg").touch()
    (folder / "html.svg").write_text("<html/>", encoding="utf-8")
    (folder / "otto.ttf").write_bytes(b"OTTO" + bytes(20))


def png_header(width: int, height: int) -> bytes:
    """Return the start of a PNG of a size that nobody should unpack."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(9))) + chunk(b"IEND", b"")


def test_a_picture_of_fifty_million_points_is_allowed(load: Callable[[str], Casus], folder: Path) -> None:
    Image.new("1", (20_000, 2_500)).save(folder / "50.png")
    assert load(PICTURE.format("50.png")).afbeelding


def test_a_picture_with_a_longer_side_is_not(said_of: Callable[[str], tuple[str, str | None]], folder: Path) -> None:
    Image.new("1", (20_001, 1)).save(folder / "lang.png")
    message = "x.yaml:23:23: 'lang.png' heeft een zijde van meer dan 20.000 beeldpunten"
    assert said_of(PICTURE.format("lang.png")) == (message, "maak het plaatje kleiner")


DTD = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'


@pytest.mark.parametrize(
    "text",
    [
        SVG.replace("?><svg", f"?>\n{DTD}>\n<svg"),
        SVG.replace("?><svg", f'?>{DTD} [<!ENTITY ns_ai "http://ns.adobe.com/Illustrator/">]><svg xmlns:i="&ns_ai;"'),
        SVG.replace("?><svg", '?><!DOCTYPE svg [<!ENTITY st0 "fill:#005ca9;">]><svg').replace(
            "<path", '<path style="&st0;"'
        ),
        SVG.replace("?><svg", f'?>{DTD} [<!ENTITY ongebruikt SYSTEM "elders.xml">]><svg'),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_what_illustrator_and_affinity_write_before_a_drawing_is_understood(
    load: Callable[[str], Casus], folder: Path, text: str, encoding: str
) -> None:
    named = text.replace('"1.0"', f'"1.0" encoding="{encoding}"')
    (folder / "logo.svg").write_bytes(named.encode(encoding))
    assert load(LOGO.format("logo.svg")).huisstijl.logo


@pytest.mark.parametrize(("on_disk", "written"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFD", "NFD")])
def test_letters_with_their_accents_apart_are_the_same_letters(
    load: Callable[[str], Casus], folder: Path, on_disk: Form, written: Form
) -> None:
    inside = folder / normalize(on_disk, "Fryslân")
    inside.mkdir()
    path = inside / normalize(on_disk, "logo Súdwest-Fryslân.png")
    Image.new("L", (3, 3)).save(path)
    logo = load(LOGO.format(normalize(written, "Fryslân/logo Súdwest-Fryslân.png"))).huisstijl.logo
    assert logo is not None
    assert logo.path == path


def test_a_folder_with_accents_is_no_way_out(said_of: Callable[[str], tuple[str, str | None]], folder: Path) -> None:
    make_wrong_files(folder)
    (folder / normalize("NFD", "é")).symlink_to(folder.parent)
    assert "ligt buiten de map van de casus" in said_of(LOGO.format(f"é/{folder.name}-buiten/geheim.png"))[0]


def test_a_logo_that_may_not_be_read(
    said_of: Callable[[str], tuple[str, str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(Image, "open", refuse)
    hint = "controleer of u dit bestand mag openen"
    assert said_of(LOGO.format("logo.svg")) == ("x.yaml:23:19: 'logo.svg' is niet te lezen", hint)
    assert said_of(PICTURE.format("foto.png")) == ("x.yaml:23:23: 'foto.png' is niet te lezen", hint)


def test_a_layout_names_pictures_in_the_casus_folder_only(folder: Path) -> None:
    assert picture_file("beeld/klein.jpeg", folder) == read_file(folder / "beeld" / "klein.jpeg")
    for name in ("../geheim.png", "/etc/passwd", "weg.png", "logo.svg", "x.yaml", ""):
        with pytest.raises(LookupError, match=r"\w"):
            picture_file(name, folder)
