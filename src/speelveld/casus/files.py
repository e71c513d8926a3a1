"""A name in the casus in, a file of its folder out: never one outside it, too large, or other than its name says."""

import os
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath, PureWindowsPath

from speelveld.errors import Source
from speelveld.files import ReadFile, Store, read_file
from speelveld.fonts import FontError, drawn_font
from speelveld.pixels import PictureError, read_picture
from speelveld.svgxml import SvgError, read_elements
from speelveld.written.hints import choose, quote, suggest
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

MAX_BYTES = 20_000_000

# What is in a file of these names is seen by its bytes: people rename them.
_FONTS = (".ttf", ".otf", ".woff2", ".woff", ".ttc", ".otc")


@dataclass(frozen=True, slots=True, repr=False)
class Bestand:
    """A file of the author as it was read, and where the casus names it."""

    file: ReadFile
    source: Source

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.file.path

    def __repr__(self) -> str:
        return f"Bestand({self.path.name!r})"  # what a layout prints of it tells nothing of this computer


def logo(tekst: Tekst, folder: Path) -> Bestand:
    """Return a logo: a picture in pixels or an SVG."""
    return _checked(tekst, folder, {".png": _pixels, ".jpg": _pixels, ".jpeg": _pixels, ".svg": _svg})


def picture(tekst: Tekst, folder: Path) -> Bestand:
    """Return a picture in pixels."""
    return _checked(tekst, folder, {".png": _pixels, ".jpg": _pixels, ".jpeg": _pixels})


def font(tekst: Tekst, folder: Path, face: str, store: Store | None = None) -> Bestand:
    """Return a font, which can be drawn as `face` of a family; what `store` has is not drawn again."""
    return _checked(tekst, folder, dict.fromkeys(_FONTS, partial(_font, face, store)))


def picture_file(name: str, folder: Path) -> ReadFile:
    """Return the picture that a layout names, which lies in the casus folder.

    Raises:
        LookupError: it is not there, or no picture.
    """
    try:
        return picture(Tekst(name, Source("")), folder).file
    except RefusedError as error:
        raise LookupError(f"{error.message}; {error.hint}") from error


def _checked(tekst: Tekst, folder: Path, kinds: Mapping[str, Callable[[ReadFile], None]]) -> Bestand:
    suffix = os.path.splitext(tekst)[1].lower()  # noqa: PTH122  (the text is no path yet)
    if not suffix and "\\" not in tekst and "/" not in tekst:
        # 'Arial', or 'het logo': a name for people, and not of a file.
        name, of = quote(tekst), ", ".join(list(kinds)[:-1]) + f" of {list(kinds)[-1]}"
        raise RefusedError(
            f"{name} is geen naam van een bestand", f"noem een bestand naast de casus dat eindigt op {of}"
        )
    if suffix not in kinds:
        raise RefusedError(f"{quote(tekst)} is geen soort bestand dat hier kan", choose(kinds))
    try:
        path = _inside(tekst, folder)
        if not path.is_file():
            raise RefusedError(f"het bestand {quote(tekst)} bestaat niet", _neighbours(path, tuple(kinds)))
        if path.stat().st_size > MAX_BYTES:
            raise RefusedError(f"{quote(tekst)} is groter dan {MAX_BYTES // 1_000_000} MB", "maak het bestand kleiner")
        # Read once: what is checked here is what is drawn, whatever becomes of the file.
        file = read_file(path)
        kinds[suffix](file)
    except (OSError, RuntimeError, ValueError) as error:
        raise RefusedError(f"{quote(tekst)} is niet te lezen", "controleer of u dit bestand mag openen") from error
    return Bestand(file, tekst.source)


def _neighbours(path: Path, suffixes: tuple[str, ...]) -> str:
    folder = path.parent
    names = sorted(other.name for other in folder.iterdir()) if folder.is_dir() else []
    candidates = [name for name in names if name.lower().endswith(suffixes)]
    return suggest(path.name, candidates) if candidates else "controleer de naam, of bewaar het bestand naast de casus"


def _inside(tekst: Tekst, folder: Path) -> Path:
    if "://" in tekst:
        raise RefusedError(f"{quote(tekst)} staat op het web", "bewaar het bestand naast de casus en noem het hier")
    if PureWindowsPath(tekst).drive or tekst.startswith(("/", "~")):
        name = PureWindowsPath(tekst).name
        hint = f"zet het bestand naast uw casus en schrijf alleen de naam: {name}"
        raise RefusedError(f"{quote(tekst)} is een vaste plek op deze computer", hint)
    if "\\" in tekst:
        raise RefusedError(f"{quote(tekst)} heeft een \\ in de naam", f"schrijf {quote(tekst.replace(chr(92), '/'))}")
    root, path = folder.resolve(), _on_disk(folder, tekst).resolve()
    if not path.is_relative_to(root):
        raise RefusedError(f"{quote(tekst)} ligt buiten de map van de casus", "bewaar het bestand naast de casus")
    return path


def _on_disk(folder: Path, name: str) -> Path:
    """Return the path of a file as the disk writes it: a Mac may have its letters and their accents apart."""
    path = folder / name
    if name.isascii() or path.exists():
        return path
    path = folder
    for part in PurePath(name).parts:
        wanted = unicodedata.normalize("NFC", part)
        # Only a folder of the casus is looked into.
        inside = path.resolve().is_relative_to(folder.resolve()) and path.is_dir() and part != ".."
        others = sorted(path.iterdir()) if inside else []
        path = next((other for other in others if unicodedata.normalize("NFC", other.name) == wanted), path / part)
    return path


def _pixels(file: ReadFile) -> None:
    try:
        read_picture(file.data)
    except PictureError as error:
        raise RefusedError(f"{quote(file.name)} {error}", error.hint) from error


def _svg(file: ReadFile) -> None:
    try:
        read_elements(file.data)
    except SvgError as error:
        raise RefusedError(f"{quote(file.name)}: {error}", error.hint) from error


def _font(face: str, store: Store | None, file: ReadFile) -> None:
    try:
        drawn_font(file.data, face, store)
    except FontError as error:
        raise RefusedError(f"{quote(file.name)} {error}", error.hint) from error
