"""The pictures a layout may draw: the casus's logo and picture by those names, and files in the casus folder."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from speelveld.casus import Bestand, Casus, picture_file
from speelveld.errors import AuthorError, Problem
from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.pixels import picture_size
from speelveld.svgxml import SvgError
from speelveld.typeset.svg import read_svg

_NAMES = {"logo": "{% if casus.huisstijl.logo %}", "afbeelding": "{% if casus.afbeelding %}"}


class CasusPictures:
    """Gives pictures to typesetting, with their size in pixels."""

    def __init__(self, casus: Casus, folder: Path) -> None:
        # Files that the casus names are as they were when it was read; a build sees any other as it was when it was
        # first asked for.
        self._named: dict[str, ReadFile] = {}
        if logo := casus.huisstijl.logo:
            self._named["logo"] = logo.file
            if logo.file.suffix == ".svg":
                _check_svg(logo)
        if casus.afbeelding:
            self._named["afbeelding"] = casus.afbeelding.bestand.file
        self._folder = folder
        self._read: dict[Path, tuple[ReadFile, Size]] = {}
        self._known: dict[str, Path] = {}

    def image(self, name: str) -> tuple[ReadFile, Size]:
        """Return the picture `name` and its size in pixels; LookupError says why not."""
        if name not in self._known:
            file = self._named.get(name)
            if file is None and name in _NAMES:
                raise LookupError(f"deze casus heeft geen {name}; vraag er in de layout eerst naar met {_NAMES[name]}")
            if file is None:
                file = picture_file(name, self._folder)
            self._known[name] = file.path
            self._read.setdefault(file.path, (file, _size(file)))
        return self._read[self._known[name]]

    def key(self, name: str) -> str:
        """Return what tells the picture `name` apart from any other: its bytes, and where they came from."""
        file, _ = self.image(name)
        return f"{file.path} {sha256(file.data).hexdigest()}"

    def name_of(self, file: ReadFile) -> list[object]:
        """Return by what name `named` finds a picture that was asked for."""
        return [str(file.path)]

    def named(self, name: Sequence[Any]) -> ReadFile:
        """Return a picture that was asked for by its key; LookupError if it was not."""
        return self._read[Path(name[0])][0]


def _check_svg(logo: Bestand) -> None:
    try:
        read_svg(logo.file.data)
    except SvgError as error:
        problem = Problem(f"het logo kan niet worden getekend: {error}", logo.source, error.hint)
        raise AuthorError([problem]) from error


def _size(file: ReadFile) -> Size:
    if file.suffix == ".svg":
        drawing = read_svg(file.data)
        return Size(drawing.width, drawing.height)
    return picture_size(file.data)
