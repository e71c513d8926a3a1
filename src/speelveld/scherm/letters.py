"""The fonts of a kit, as a page names them: by what is in the file, so that two kits on one page do not mix."""

from collections.abc import Callable, Mapping
from hashlib import sha256

from speelveld.files import ReadFile
from speelveld.fonts import spare_of

# Typesetting measured every character by its own glyph, and says itself where a pair stands closer.
_PLAIN = (
    "white-space:pre;font-kerning:none;font-variant-ligatures:none;font-synthesis:none;font-style:normal;"
    "font-weight:400;font-stretch:normal;letter-spacing:0;word-spacing:0;text-anchor:start;direction:ltr;"
    "unicode-bidi:normal;text-rendering:geometricPrecision;text-transform:none;dominant-baseline:auto;"
    'font-feature-settings:"kern" 0,"liga" 0,"clig" 0,"calt" 0,"ccmp" 0,"locl" 0,"rlig" 0'
)
_ENOUGH = 16


class Letters:
    """The fonts of one kit: what a browser has to load, and by which names."""

    def __init__(self, files: Mapping[str, ReadFile]) -> None:
        """Take the files of a family by the names of its faces."""
        names = {face: sha256(file.data).hexdigest()[:_ENOUGH] for face, file in files.items()}
        self._files = {names[face]: file.data for face, file in files.items()}
        self._families = {
            face: ",".join(f"sv-{names[each]}" for each in (face, spare_of(face)) if each in names) for face in names
        }

    def family(self, face: str) -> str:
        """Return the families of a face: its own, and what draws the signs that this has not."""
        return self._families[face]

    @property
    def files(self) -> Mapping[str, bytes]:
        """Every font in TrueType, by a name that tells it apart from any other: for a server, to be kept for ever."""
        return self._files

    def stylesheet(self, address: Callable[[str], str]) -> str:
        """Return the rules that a page with drawings needs; `address` says where it finds a font, by its name."""
        faces = [
            f'@font-face{{font-family:sv-{name};src:url("{address(name)}") format("truetype");font-display:block}}'
            for name in self._files
        ]
        return "\n".join([*faces, f"svg.speelveld text{{{_PLAIN}}}"])
