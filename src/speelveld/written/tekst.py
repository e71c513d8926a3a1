"""A text that knows where its author wrote it, also after Jinja has put it in a layout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from speelveld.errors import Source

# Unicode private use: a casus that holds it is refused, and a text loses it when it is printed, so a mark is ours.
# A place is written as bytes shifted up into private use, so that no filter of a layout (`upper`, `trim`) changes it.
OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
_SHIFT = 0xE100
# The field of a text in which a casus swapped a word of the game begins so.
SWAPPED = "woorden: "
# The place of a text of a layout in which no word may be swapped.
KEPT = Source("")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_STRAY = re.compile("[\ue000-\ue002\ue100-\ue1ff]")
_MARKED = re.compile(f"{OPEN}([\ue100-\ue1ff]*){MIDDLE}([^{OPEN}{MIDDLE}{CLOSE}]*){CLOSE}")
_BETWEEN = "\0"
# By number, which capitals do not change: '&amp;' would become '&AMP;'.
_ESCAPES = str.maketrans({character: f"&#{ord(character)};" for character in "&<>\"'"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wrote a text: the place in the author's file, the name of the field, and the path of the value there."""

    source: Source
    field: str
    path: str = ""
    """As in `paths`; nothing for a text that is no value of a file as it stands."""


def swapped_by(key: str, source: Source | None) -> Origin:
    """Return who wrote a text in which the casus swapped the game's word `key`: the author, at `source`."""
    return Origin(source or KEPT, f"{SWAPPED}{key}")


class Tekst(str):
    """A string with the place it was written at, the name of its field and the path of the value it is of.

    In a layout it prints as its escaped text between private marks, from which `stretches` reads the place again. Upper
    and lower case and stripping keep the place; any other string made from it is plain, and belongs to the layout.
    """

    __slots__ = ("field", "path", "source")

    source: Source
    field: str
    path: str

    def __new__(cls, text: str, source: Source, field: str = "", path: str = "") -> "Tekst":
        """Return `text` as written at `source` in the field `field`."""
        tekst = str.__new__(cls, text)
        tekst.source = source
        tekst.field = field
        tekst.path = path
        return tekst

    def saying(self, text: str) -> "Tekst":
        """Return another text for the same value: what is read of it, or a part."""
        return Tekst(text, self.source, self.field, self.path)

    def __html__(self) -> str:
        text = str.__str__(self)
        if not text.isprintable():
            text = _PRIVATE.sub("\N{REPLACEMENT CHARACTER}", text)
        return f"{OPEN}{_coded(self.source, self.field, self.path)}{MIDDLE}{text.translate(_ESCAPES)}{CLOSE}"

    def upper(self) -> "Tekst":
        """Return the text in capitals."""
        return self.saying(super().upper())

    def lower(self) -> "Tekst":
        """Return the text in small letters."""
        return self.saying(super().lower())

    def capitalize(self) -> "Tekst":
        """Return the text with its first letter as a capital and the rest in small letters."""
        return self.saying(super().capitalize())

    def strip(self, chars: str | None = None) -> "Tekst":
        """Return the text without white space, or `chars`, at its ends."""
        return self.saying(super().strip(chars))


def stretches(text: str) -> Iterator[tuple[str, Origin | None]]:
    """Yield the stretches of a filled layout's text with who wrote them (None: the layout), without the marks."""
    parts = _MARKED.split(text)
    for index in range(0, len(parts), 3):
        if parts[index]:
            yield _STRAY.sub("", parts[index]), None
        if index + 1 < len(parts):
            origin = origin_of(parts[index + 1])
            yield parts[index + 2] if origin else _STRAY.sub("", parts[index + 2]), origin


@lru_cache(maxsize=4096)
def _coded(source: Source, field: str, path: str) -> str:
    place = _BETWEEN.join((source.name, str(source.line), str(source.column), field, path))
    return "".join(chr(_SHIFT + byte) for byte in place.encode())


@lru_cache(maxsize=4096)
def origin_of(coded: str) -> Origin | None:
    """Return what `_coded` wrote; None if a layout wrote something like it by itself."""
    place = bytes(ord(character) - _SHIFT for character in coded).decode(errors="replace").split(_BETWEEN)
    if len(place) != 5 or not place[1].isdecimal() or not place[2].isdecimal():
        return None
    return Origin(Source(place[0], int(place[1]), int(place[2])), place[3], place[4])
