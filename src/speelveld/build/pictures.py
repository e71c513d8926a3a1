"""The pictures a layout may draw: the casus's logo and picture by those names, and files in the casus folder."""

from pathlib import Path

from speelveld.casus import Bestand, Casus, picture_file
from speelveld.errors import AuthorError, Problem
from speelveld.typeset.svg import read_svg

_NAMES = {"logo": "{% if casus.huisstijl.logo %}", "afbeelding": "{% if casus.afbeelding %}"}


class CasusPictures:
    """Gives pictures to typesetting, with their size in pixels."""

    def __init__(self, casus: Casus, folder: Path) -> None:
        self._named: dict[str, Path] = {}
        if logo := casus.huisstijl.logo:
            self._named["logo"] = logo.path
            if logo.path.suffix.lower() == ".svg":
                _check_svg(logo)
        if casus.afbeelding:
            self._named["afbeelding"] = casus.afbeelding.bestand.path
        self._folder = folder
        self._sizes: dict[Path, tuple[float, float]] = {}

    def image(self, name: str) -> tuple[Path, float, float]:
        """Return the file of the picture `name` and its width and height in pixels; LookupError says why not."""
        path = self._named.get(name)
        if path is None and name in _NAMES:
            raise LookupError(f"deze casus heeft geen {name}; vraag er in de layout eerst naar met {_NAMES[name]}")
        if path is None:
            path = picture_file(name, self._folder)
        if path not in self._sizes:
            self._sizes[path] = _size(path)
        return path, *self._sizes[path]


def _check_svg(logo: Bestand) -> None:
    try:
        read_svg(logo.path)
    except (ValueError, SyntaxError) as error:
        problem = Problem(f"het logo kan niet worden getekend: {error}", logo.source, "bewaar het logo als png")
        raise AuthorError([problem]) from error


def _size(path: Path) -> tuple[float, float]:
    if path.suffix.lower() == ".svg":
        drawing = read_svg(path)
        return drawing.width, drawing.height
    from PIL import Image

    with Image.open(path) as image:
        width, height = float(image.width), float(image.height)
        # EXIF: a camera held on its side stores the photo lying down; in the PDF it stands upright.
        return (height, width) if image.getexif().get(0x0112, 1) > 4 else (width, height)
