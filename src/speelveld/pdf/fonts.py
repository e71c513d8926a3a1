"""Texts as the codes of embedded fonts: each document gets the glyphs it uses and no more."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import groupby

from speelveld.files import ReadFile
from speelveld.fonts import spare_of
from speelveld.pdf.operators import number
from speelveld.pdf.sealed import Canvas, TTFont, new_font

Kerns = tuple[tuple[int, float], ...]


class Face:
    """One face in one document; it remembers the code of every character."""

    def __init__(self, font: TTFont, canvas: Canvas) -> None:
        self._font = font
        # ReportLab has no public way to ask for codes while drawing with operators of one's own.
        self._document = canvas._doc
        self._names: list[str] = []
        self._known: set[str] = set()
        self._first: dict[int, str] = {}
        self._others: dict[str, tuple[int, str]] = {}

    def shown(self, text: str, kerns: Kerns) -> list[tuple[str, str]]:
        """Return the operators that show `text`, each with the name of the font it needs: nearly always one.

        `kerns` are (index, thousandths of an em) after the character at that index.
        """
        if not self._known.issuperset(text):
            for character in text:
                if character not in self._known:
                    self._add(character)
        if self._others and not self._others.keys().isdisjoint(text):
            return list(self._shown_mixed(text, dict(kerns)))
        return [(self._names[0], _show(text.translate(self._first), kerns))]

    def _add(self, character: str) -> None:
        ((subset, code),) = self._font.splitString(character, self._document)
        assert code != b"\0", f"no glyph for {character!r}: typesetting refuses these"
        for known in range(len(self._names), subset + 1):
            self._names.append(self._font.getSubsetInternalName(known, self._document).lstrip("/"))
        self._known.add(character)
        if subset == 0:
            self._first[ord(character)] = code.hex()
        else:
            self._others[character] = (subset, code.hex())

    def _shown_mixed(self, text: str, kerns: Mapping[int, float]) -> Iterator[tuple[str, str]]:
        """Yield the stretches of a text that needs more than the 255 characters of the first subset."""
        own: list[tuple[int, float]] = []
        current, codes = 0, ""
        for index, character in enumerate(text):
            subset, code = self._others.get(character) or (0, self._first[ord(character)])
            if subset != current and codes:
                yield self._names[current], _show(codes, tuple(own))
                codes, own = "", []
            current = subset
            codes += code
            if index in kerns:
                own.append((len(codes) // 2 - 1, kerns[index]))
        yield self._names[current], _show(codes, tuple(own))


class Mixed:
    """A face in one document, with another that draws the signs it has not."""

    def __init__(self, font: TTFont, canvas: Canvas, spare: Callable[[], "Face | Mixed"]) -> None:
        self._own, self._spare = Face(font, canvas), spare
        self._has = font.face.charToGlyph

    def shown(self, text: str, kerns: Kerns) -> list[tuple[str, str]]:
        """Return the operators that show `text`, as a `Face` does."""
        if all(map(self._drawn, text)):
            return self._own.shown(text, kerns)
        found: list[tuple[str, str]] = []
        start = 0
        for own, signs in groupby(text, self._drawn):
            part = "".join(signs)
            end = start + len(part)
            inside = tuple((index - start, amount) for index, amount in kerns if start <= index < end)
            found += (self._own if own else self._spare()).shown(part, inside)
            start = end
        return found

    def _drawn(self, character: str) -> bool:
        return ord(character) in self._has


class Faces:
    """The faces of a family for use in one document, each read when its first text is drawn."""

    def __init__(self, files: Mapping[str, ReadFile], canvas: Canvas) -> None:
        self._files = files
        self._canvas = canvas
        self._faces: dict[str, Face | Mixed] = {}

    def __getitem__(self, name: str) -> Face | Mixed:
        face = self._faces.get(name)
        if face is None:
            face = self._faces[name] = self._made(name)
        return face

    def _made(self, name: str) -> Face | Mixed:
        own, spare = font(self._files[name]), spare_of(name)
        if spare not in self._files:
            return Face(own, self._canvas)
        return Mixed(own, self._canvas, lambda: self[spare])


@lru_cache(maxsize=64)
def font(file: ReadFile) -> TTFont:
    """Return the font in `file`, by a name that no other one has."""
    return new_font(sha256(file.data).hexdigest(), file.data)


def _show(codes: str, kerns: Kerns) -> str:
    """Return the operator that shows `codes` (two hexadecimal digits each); a positive kern moves to the right."""
    if not kerns:
        return f"<{codes}> Tj"
    parts, start = [], 0
    for index, amount in kerns:
        end = 2 * index + 2
        parts.append(f"<{codes[start:end]}>{number(-amount)}")
        start = end
    if start < len(codes):
        parts.append(f"<{codes[start:]}>")
    return f"[{''.join(parts)}] TJ"
