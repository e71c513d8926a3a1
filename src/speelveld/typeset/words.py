"""Texts in several looks → words that know their width and where a line may end between them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from speelveld.colors import Color
from speelveld.markup import Piece
from speelveld.markup.theme import Style, Theme
from speelveld.typeset.hyphenation import SOFT_HYPHEN, break_points
from speelveld.typeset.metrics import Measured, Metrics

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_ODD = {"\N{NARROW NO-BREAK SPACE}": NO_BREAK_SPACE, "\N{NON-BREAKING HYPHEN}": "-", "\N{THIN SPACE}": NO_BREAK_SPACE}
_TRANSLATE = str.maketrans(_ODD)
_LASTING_HYPHEN = "\N{NON-BREAKING HYPHEN}"

# A line may end after a hyphen, dash or slash that stands between two letters; in an address after its punctuation too.
_AFTER = re.compile(r"(?<=[^\W_]{2}[-–—/])(?=[^\W_]{2})|(?<=[^\W_][–—])(?=\w)")
_ADDRESS = re.compile(r"(?<=[/.@_?&=#-])(?=\w)")
_IS_ADDRESS = re.compile(r"https?://|www\.|\w@\w|\w\.(nl|com|eu|org|amsterdam)\b")
_BOLD = {"gewoon": "vet", "halfvet": "vet", "vet": "vet", "cursief": "vet_cursief", "vet_cursief": "vet_cursief"}
_ITALIC = {"gewoon": "cursief", "halfvet": "vet_cursief", "vet": "vet_cursief", "cursief": "cursief", "vet_cursief": "vet_cursief"}


@dataclass(frozen=True, slots=True)
class Look:
    """Face, size in points and colour of a stretch of text."""

    face: str
    size: float
    color: Color


@dataclass(slots=True)
class Segment:
    """Part of a word in one look; `points` are its own break points, where they are known already."""

    measured: Measured
    look: Look
    points: tuple[int, ...] | None = None


@dataclass(slots=True)
class Word:
    """What stays together on a line; `space` is the width of the space before it (0: none), `hard` a forced new line."""

    segments: list[Segment]
    width: float
    space: float
    hard: bool = False
    hyphened: bool = False

    @property
    def text(self) -> str:
        """The word as one string."""
        return "".join(segment.measured.text for segment in self.segments)


class WordMaker:
    """Cuts pieces into words at one step of the sizes, and tells which characters the fonts lack."""

    def __init__(self, theme: Theme, metrics: Metrics, step: int) -> None:
        self._theme = theme
        self._metrics = metrics
        self._step = step
        self._looks: dict[tuple[str, str | None, str | None, bool, bool, str | None], Look] = {}

    def look(self, style: Style, piece: Piece, color: str | None) -> Look:
        """Return the look of `piece` in a text of `style`, whose own colour `color` may replace."""
        key = (style.name, piece.style, piece.color or color, piece.bold, piece.italic, None)
        look = self._looks.get(key)
        if look is None:
            own = self._theme.style(piece.style) if piece.style else style
            face = own.face
            if piece.bold:
                face = _BOLD[face]
            if piece.italic:
                face = _ITALIC[face]
            chosen = self._theme.color(piece.color or color or own.color)
            look = self._looks[key] = Look(face, own.size(self._step), chosen)
        return look

    def words(self, pieces: Iterable[Piece], style: Style, color: str | None) -> list[Word]:
        """Return the words of `pieces` in order."""
        words: list[Word] = []
        glued = True
        pending = 0.0
        for piece in pieces:
            look = self.look(style, piece, color)
            if piece.text == "\n" and piece.origin is None:
                words.append(Word([], 0.0, 0.0, hard=True))
                glued, pending = True, 0.0
                continue
            space = self._metrics.measure(" ", look.face).width * look.size
            parts = piece.text.translate(_TRANSLATE).split(" ") if _LASTING_HYPHEN not in piece.text else _split(piece.text)
            for index, part in enumerate(parts):
                if index:
                    glued, pending = False, space
                if not part:
                    continue
                for number, bit in enumerate(_bits(part)):
                    segment = self._segment(bit, look)
                    width = segment.measured.width * look.size
                    if glued and number == 0 and words and not words[-1].hard:
                        words[-1].segments.append(segment)
                        words[-1].width += width
                    else:
                        words.append(Word([segment], width, pending if number == 0 else 0.0))
                    pending = 0.0
                glued = True
        return words

    def _segment(self, text: str, look: Look) -> Segment:
        if SOFT_HYPHEN not in text:
            return Segment(self._metrics.measure(text, look.face), look)
        return Segment(self._metrics.measure(text.replace(SOFT_HYPHEN, ""), look.face), look, break_points(text))

    def missing(self, pieces: Iterable[Piece], style: Style) -> list[tuple[str, Piece]]:
        """Return the characters without a glyph, each with the piece it stands in."""
        found = []
        for piece in pieces:
            if piece.text == "\n":
                continue
            text = piece.text.translate(_TRANSLATE).replace(SOFT_HYPHEN, "")
            found += [(character, piece) for character in sorted(self._metrics.missing(text, self.look(style, piece, None).face))]
        return found


def _split(text: str) -> list[str]:
    return [part.translate(_TRANSLATE) for part in text.translate({ord(k): v for k, v in _ODD.items() if k != _LASTING_HYPHEN}).split(" ")]


def _bits(part: str) -> list[str]:
    if _IS_ADDRESS.search(part):
        return _ADDRESS.split(part)
    if "-" in part or "/" in part or "–" in part or "—" in part:
        return _AFTER.split(part)
    return [part]
