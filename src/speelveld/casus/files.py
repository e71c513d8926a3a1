"""A name in the casus in, a file of its folder out: never one outside it, too large, or other than its name says."""

import os
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from xml.parsers import expat

from speelveld.errors import Source
from speelveld.written.hints import choose, quote, suggest
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")


@dataclass(frozen=True, slots=True, repr=False)
class Bestand:
    """A file of the author: where it lies, and where the casus names it."""

    path: Path
    source: Source

    def __repr__(self) -> str:
        return f"Bestand({self.path.name!r})"  # what a layout prints of it tells nothing of this computer


def logo(tekst: Tekst, folder: Path) -> Bestand:
    """Return a logo: a picture in pixels or an SVG."""
    return _checked(tekst, folder, {".png": _pixels, ".jpg": _pixels, ".jpeg": _pixels, ".svg": _svg})


def picture(tekst: Tekst, folder: Path) -> Bestand:
    """Return a picture in pixels."""
    return _checked(tekst, folder, {".png": _pixels, ".jpg": _pixels, ".jpeg": _pixels})


def font(tekst: Tekst, folder: Path) -> Bestand:
    """Return a TrueType font."""
    return _checked(tekst, folder, {".ttf": _truetype})


def picture_file(name: str, folder: Path) -> Path:
    """Return the picture that a layout names, which lies in the casus folder.

    Raises:
        LookupError: it is not there, or no picture.
    """
    try:
        return picture(Tekst(name, Source("")), folder).path
    except RefusedError as error:
        raise LookupError(f"{error.message}; {error.hint}") from error


def _checked(tekst: Tekst, folder: Path, kinds: dict[str, Callable[[Path], None]]) -> Bestand:
    suffix = os.path.splitext(tekst)[1].lower()  # noqa: PTH122  (the text is no path yet)
    if suffix not in kinds:
        raise RefusedError(f"{quote(tekst)} is geen soort bestand dat hier kan", choose(kinds))
    try:
        path = _inside(tekst, folder)
        if not path.is_file():
            raise RefusedError(f"het bestand {quote(tekst)} bestaat niet", _neighbours(path, tuple(kinds)))
        if path.stat().st_size > MAX_BYTES:
            raise RefusedError(f"{quote(tekst)} is groter dan {MAX_BYTES // 1_000_000} MB", "maak het bestand kleiner")
        kinds[suffix](path)
    except (OSError, RuntimeError, ValueError) as error:
        raise RefusedError(f"{quote(tekst)} is niet te lezen", "controleer of u dit bestand mag openen") from error
    return Bestand(path, tekst.source)


def _neighbours(path: Path, suffixes: tuple[str, ...]) -> str:
    folder = path.parent
    names = sorted(other.name for other in folder.iterdir()) if folder.is_dir() else []
    candidates = [name for name in names if name.lower().endswith(suffixes)]
    return suggest(path.name, candidates) if candidates else "controleer de naam, of bewaar het bestand naast de casus"


def _inside(tekst: Tekst, folder: Path) -> Path:
    if "://" in tekst:
        raise RefusedError(f"{quote(tekst)} staat op het web", "bewaar het bestand naast de casus en noem het hier")
    if "\\" in tekst:
        raise RefusedError(f"{quote(tekst)} heeft een \\ in de naam", f"schrijf {quote(tekst.replace(chr(92), '/'))}")
    if tekst.startswith("/") or PureWindowsPath(tekst).drive:
        raise RefusedError(
            f"{quote(tekst)} is een vaste plek op deze computer", "noem het bestand vanaf de map van de casus"
        )
    root, path = folder.resolve(), (folder / tekst).resolve()
    if not path.is_relative_to(root):
        raise RefusedError(f"{quote(tekst)} ligt buiten de map van de casus", "bewaar het bestand naast de casus")
    return path


def _pixels(path: Path) -> None:
    from PIL import Image  # only a casus with a picture waits for this

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("PNG", "JPEG")) as image:
                pixels = image.width * image.height
                if pixels <= MAX_PIXELS:
                    # Pillow verifies the parts of a PNG; that a JPEG stops halfway shows only when it is read.
                    image.load() if image.format == "JPEG" else image.verify()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        pixels = MAX_PIXELS + 1
    except PermissionError:
        raise
    except Exception as error:  # Pillow raises many kinds on a broken file, SyntaxError among them
        raise RefusedError(
            f"{quote(path.name)} is geen plaatje, of het is beschadigd", "bewaar het opnieuw als png of jpg"
        ) from error
    if pixels > MAX_PIXELS:
        message = f"{quote(path.name)} heeft meer dan {MAX_PIXELS // 1_000_000} miljoen beeldpunten"
        raise RefusedError(message, "maak het plaatje kleiner")


def _svg(path: Path) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    names: list[str] = []
    parser.StartElementHandler = lambda name, _: names.append(name) if not names else None
    try:
        parser.Parse(path.read_bytes(), True)
    except expat.ExpatError as error:
        raise RefusedError(
            f"{quote(path.name)} is geen SVG, of het is beschadigd", "bewaar het opnieuw, of gebruik een png"
        ) from error
    if names[0].rpartition(":")[2] != "svg":
        raise RefusedError(f"{quote(path.name)} is geen SVG", "bewaar het opnieuw, of gebruik een png")


def _refuse_doctype(*_: object) -> None:
    hint = "haal de regel met <!DOCTYPE weg, of bewaar het logo als png"
    raise RefusedError("deze SVG heeft een DOCTYPE; dat is niet veilig", hint)


def _truetype(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(4)
    if start not in _TRUETYPE:
        raise RefusedError(
            f"{quote(path.name)} is geen TrueType-lettertype", "gebruik een lettertype in een .ttf-bestand"
        )
