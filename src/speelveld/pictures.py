"""The pictures a layout may draw: the casus's logo and picture by those names, and files in the casus folder."""

from pathlib import Path

from speelveld.casus import Casus
from speelveld.casus.files import picture
from speelveld.casus.refusal import RefusedError
from speelveld.errors import Source
from speelveld.tekst import Tekst


class CasusPictures:
    """Gives pictures to typesetting, with their size in pixels."""

    def __init__(self, casus: Casus, folder: Path) -> None:
        self._named: dict[str, Path] = {}
        if casus.huisstijl.logo:
            self._named["logo"] = casus.huisstijl.logo.path
        if casus.afbeelding:
            self._named["afbeelding"] = casus.afbeelding.bestand.path
        self._folder = folder
        self._sizes: dict[Path, tuple[float, float]] = {}

    def image(self, name: str) -> tuple[Path, float, float]:
        """Return the file of the picture `name` and its width and height in pixels; LookupError says why not."""
        from PIL import Image

        path = self._named.get(name)
        if path is None:
            try:
                path = picture(Tekst(name, Source("")), self._folder).path
            except RefusedError as refusal:
                raise LookupError(f"{refusal.message}; {refusal.hint}") from refusal
        if path not in self._sizes:
            with Image.open(path) as image:
                self._sizes[path] = (float(image.width), float(image.height))
        return path, *self._sizes[path]
