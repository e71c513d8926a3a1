"""Pictures and fonts lie in the casus folder, are what their names say, and are not too large."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from speelveld.casus import Casus, load_casus, picture_file
from speelveld.errors import AuthorError, Source

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
    (tmp_path / "letter.ttf").write_bytes(b"\x00\x01\x00\x00" + bytes(20))
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
            "noem het bestand vanaf de map van de casus",
        ),
        (
            LOGO.format("'C:/logo.png'"),
            "23:19",
            "'C:/logo.png' is een vaste plek op deze computer",
            "noem het bestand vanaf de map van de casus",
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
            LOGO.format("doctype.svg"),
            "23:19",
            "deze SVG heeft een DOCTYPE; dat is niet veilig",
            "haal de regel met <!DOCTYPE weg, of bewaar het logo als png",
        ),
        (LOGO.format("doctype16.svg"), "23:19", "deze SVG heeft een DOCTYPE; dat is niet veilig", None),
        (
            LOGO.format("stuk.svg"),
            "23:19",
            "'stuk.svg' is geen SVG, of het is beschadigd",
            "bewaar het opnieuw, of gebruik een png",
        ),
        (LOGO.format("leeg.svg"), "23:19", "'leeg.svg' is geen SVG, of het is beschadigd", None),
        (LOGO.format("html.svg"), "23:19", "'html.svg' is geen SVG", "bewaar het opnieuw, of gebruik een png"),
        (
            "huisstijl: {lettertype: {gewoon: letter.ttf, vet: otto.ttf}}\n",
            "23:51",
            "'otto.ttf' is geen TrueType-lettertype",
            "gebruik een lettertype in een .ttf-bestand",
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
    doctype = SVG.replace("?><svg", '?><!DOCTYPE svg [<!ENTITY a "b">]><svg')
    (folder / "doctype.svg").write_text(doctype, encoding="utf-8")
    (folder / "doctype16.svg").write_bytes(doctype.encode("utf-16"))
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
    (folder / "50.png").write_bytes(png_header(1_000_000, 50))
    assert load(PICTURE.format("50.png")).afbeelding


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
    assert picture_file("beeld/klein.jpeg", folder) == folder / "beeld" / "klein.jpeg"
    for name in ("../geheim.png", "/etc/passwd", "weg.png", "logo.svg", "x.yaml", ""):
        with pytest.raises(LookupError, match=r"\w"):
            picture_file(name, folder)
