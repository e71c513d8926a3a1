"""A text of a casus and an index in it in, the line and column in the author's file out.

The file is read again, and only once something is to be pointed at: the values of a casus do not keep their lines.
"""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from speelveld.errors import Source, SpeelveldError
from speelveld.written.kind import FileKind
from speelveld.written.lines import Lines
from speelveld.written.pasted import cleaned
from speelveld.written.reading import read_text
from speelveld.written.tekst import Tekst

# Whoever reads a file to point at something in it has read it once before, as what it is.
_ANY = FileKind(most_bytes=8 * 1024 * 1024)
_CONTINUED = ("\\\n", "\\\r")
_ESCAPES = {"x": 4, "u": 6, "U": 10}


class Places:
    """The files of an author by the name they go by in a `Source`."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Look in `files`; a text from any other file has only the place where it begins."""
        self._files = files
        self._read: dict[str, _File | None] = {}
        self._found: tuple[Tekst, list[int] | None] | None = None

    def at(self, tekst: Tekst, index: int) -> Source:
        """Return the place of the character at `index`; where the text begins if the file is no longer as it was."""
        file = self._file(tekst.source.name)
        if file is None or not tekst.source.line:
            return tekst.source
        if self._found is None or self._found[0] is not tekst:
            self._found = tekst, file.indexes(tekst)
        indexes = self._found[1]
        return file.source(tekst.source.name, indexes[index]) if indexes and index < len(indexes) else tekst.source

    def _file(self, name: str) -> "_File | None":
        if name not in self._read:
            path = self._files.get(name)
            try:
                self._read[name] = _File(read_text(path, name, _ANY)) if path else None
            except SpeelveldError:
                self._read[name] = None
        return self._read[name]


class _File:
    """The text of a YAML file, in which values are found again by their beginning."""

    def __init__(self, text: str) -> None:
        self._pasted = cleaned(text)
        self._text = self._pasted.text + "\n"
        self._lines = Lines(self._pasted.text)

    def source(self, name: str, index: int) -> Source:
        return self._pasted.place(self._lines.place(index, name))

    def indexes(self, tekst: Tekst) -> list[int] | None:
        """Return for each character of a value where it is written; None if something else is written there."""
        line, starts = tekst.source.line, self._lines.starts
        if line > len(starts):
            return None
        start = starts[line - 1] + self._pasted.column(tekst.source)
        style = self._text[start : start + 1]
        if style in ("|", ">"):
            return self._walk(tekst, starts[line] if line < len(starts) else start, self._plain)
        if style in ("'", '"'):
            return self._walk(tekst, start + 1, self._double if style == '"' else self._single)
        return self._walk(tekst, start, self._plain)

    def _walk(self, tekst: str, at: int, width: Callable[[int, str], int]) -> list[int] | None:
        text, found = self._text, []
        escapes = width == self._double
        for char in tekst:
            # Also before a space: the white after a line that goes on is no part of the text.
            if not char.isspace() or (escapes and text[at : at + 2] in _CONTINUED):
                at = self._over_white(at, escapes=escapes)
            if at >= len(text):
                return None
            found.append(at)
            step = width(at, char)
            if not step:
                return None
            if not char.isspace() or text[at].isspace() or text[at] == "\\":
                at += step
        return found

    def _over_white(self, at: int, *, escapes: bool) -> int:
        text = self._text
        while at < len(text) and (text[at].isspace() or (escapes and text[at : at + 2] in _CONTINUED)):
            at += 2 if text[at] == "\\" else 1
        return at

    def _plain(self, at: int, char: str) -> int:
        """Return how many characters of the file `char` is written in; 0 if it is not there."""
        text = self._text
        if text[at] == char or char.isspace():
            return 1
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        return end - at if unicodedata.normalize("NFC", text[at:end]) == char else 0

    def _single(self, at: int, char: str) -> int:
        return 2 if char == "'" and self._text[at : at + 2] == "''" else self._plain(at, char)

    def _double(self, at: int, char: str) -> int:
        if self._text[at] == "\\":
            return _ESCAPES.get(self._text[at + 1 : at + 2], 2)
        return self._plain(at, char)
