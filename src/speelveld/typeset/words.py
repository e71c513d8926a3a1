"""Texts in several looks → words that know their width and where a line may end between them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from speelveld.colors import Color
from speelveld.markup import LINE_BREAK, Inline, Link, Piece
from speelveld.markup.style import Style, Theme
from speelveld.typeset.frame import Field, Tag
from speelveld.typeset.hyphenation import SOFT_HYPHEN, soft_points
from speelveld.typeset.metrics import Metrics
from speelveld.written.tekst import Origin

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Spaces and hyphens that keep a word together, as characters that every font has.
_PLAIN = str.maketrans(
    {
        "\N{NARROW NO-BREAK SPACE}": NO_BREAK_SPACE,
        "\N{THIN SPACE}": NO_BREAK_SPACE,
        "\N{NON-BREAKING HYPHEN}": "-",
    }
)

# Without a hyphen of ours a line may end after a hyphen, slash or dash between two words ('kant-en-klaar' but not
# 'e-mail', '18-jarigen' or 'en/of'), and in an address after its punctuation.
_AFTER = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|(?<=[^\W\d_]{3}/)(?=[^\W\d_]{3})|(?<=[^\W\d_][–—])(?=[^\W\d_])")
_IN_ADDRESS = re.compile(r"(?<=[/.@_?&=#-])(?=\w)")
# Without any of these a word is no address, and no line may end in it: most words, seen at a glance.
_TELLING = frozenset(".@/-–—")
# What is left of 'des', 'het' and 'den' belongs to the word behind it: 's avonds, 't dorp, 'n keer.
_TIED = re.compile(r"(?<![^\s(“‘])([’'][stn]) (?=\S)", re.IGNORECASE)
# What stands around a word in a sentence.
_AROUND = ".,;:!?…“”‘’()"
_IS_ADDRESS = re.compile(r"https?://|www\.|\w@\w|\w\.(?:nl|com|eu|org|net|amsterdam)\b(?:/|$)")

# A number with what may stand in it, before it and behind it.
_NUMBER = re.compile(r"\s*(?:[+−–×-]?\s*[\d.,:/–−-]*\d%?\s*)?")

_BOLD = {"gewoon": "vet", "halfvet": "vet", "vet": "vet", "cursief": "vet_cursief", "vet_cursief": "vet_cursief"}
_ITALIC = {"gewoon": "cursief", "halfvet": "vet_cursief", "vet": "vet_cursief"}


# WCAG 2.1, 1.4.3: from these sizes in points a text is large, and needs less contrast.
_LARGE, _LARGE_BOLD = 18.0, 14.0


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Face, size in points, colour and language of a stretch of text, how wide its spaces are, and its link."""

    face: str
    size: float
    color: Color
    lang: str | None
    space: float
    link: Tag | None = None
    plate: Color | None = None
    """What fills the box behind it, where its own ground would make it unreadable."""
    said: Tag | None = None
    """The tag that tells its language, the same one on every line it is on."""


@dataclass(slots=True, eq=False)
class Segment:
    """Part of a word in one look; `kerns` are as in `Measured`, the width is in points."""

    text: str
    kerns: tuple[tuple[int, float], ...]
    width: float
    look: Look
    field: Field | None = None
    """Where it is written; None where the layout says it."""


def segment(metrics: Metrics, text: str, look: Look, field: Field | None = None) -> Segment:
    """Return `text` of `field` measured in `look`."""
    measured = metrics.measure(text, look.face)
    return Segment(measured.text, measured.kerns, measured.width * look.size, look, field)


@dataclass(slots=True, eq=False)
class Word:
    """What stays together on a line; `space` is the width of the white before it on the same line (0: none)."""

    segments: tuple[Segment, ...]
    width: float
    space: float
    points: tuple[int, ...] | None = None
    """Where it may be broken with a hyphen; None: where the dictionary says."""
    missing: str = ""
    """Characters that its font does not have."""
    hyphened: bool = False
    """It is the first part of a broken word."""

    @property
    def text(self) -> str:
        """The word as one string."""
        return "".join(part.text for part in self.segments)


# A forced new line among the words.
HARD = Word((), 0.0, 0.0)


@dataclass(slots=True)
class Paragraph:
    """The words of a text in order, and the size of its largest letters."""

    words: list[Word]
    size: float


class WordMaker:
    """Cuts pieces into words at one step of the sizes; equal words in one look are made once."""

    def __init__(self, theme: Theme, metrics: Metrics, step: int, *, tabular: bool = False, own_file: str = "") -> None:
        """Cut nothing yet; with `tabular` all figures are equally wide, as in a table; the casus is in `own_file`."""
        self._theme = theme
        self._metrics = metrics
        self._step = step
        self.tabular = tabular
        self._own_file = own_file
        self._looks: dict[tuple[str, Inline, str | None, bool], tuple[Look, dict[str, list[Word]]]] = {}
        self._links: dict[Link, Tag] = {}

    def paragraph(self, pieces: Iterable[Piece], style: Style, color: str | None) -> Paragraph:
        """Return the words of `pieces` in a text of `style`, whose own colour `color` may replace.

        Raises:
            LookupError: a piece names a colour or style that does not exist.
        """
        words: list[Word] = []
        size = style.size(self._step)
        joined = False
        pieces = list(pieces)
        # A number by itself is one of a scale, or stands among others.
        tabular = self.tabular or all(_NUMBER.fullmatch(piece.text) for piece in pieces)
        for piece in pieces:
            text = piece.text
            if text == LINE_BREAK:
                words.append(HARD)
                joined = False
                continue
            look, known = self._look(style, piece.inline, color, tabular=tabular)
            size = max(size, look.size)
            field = self._field(piece.origin)
            for part in _tied(text).split(" "):
                if part:
                    made = known.get(part)
                    if made is None:
                        made = known[part] = self._make(part, look)
                    if field is not None:
                        made = [_written_in(field, word) for word in made]
                    if joined and made:
                        words[-1] = _glued(words[-1], made[0])
                        words += made[1:]
                    else:
                        words += made
                joined = False
            joined = text[-1:] != " " and bool(words) and words[-1] is not HARD
        return Paragraph(words, size)

    def _look(
        self, style: Style, inline: Inline, color: str | None, *, tabular: bool
    ) -> tuple[Look, dict[str, list[Word]]]:
        key = (style.name, inline, color, tabular)
        found = self._looks.get(key)
        if found is None:
            own = self._theme.style(inline.style) if inline.style else style
            face = _BOLD[own.face] if inline.bold else own.face
            if inline.italic:
                face = _ITALIC.get(face, face)
            heavy = _BOLD[face] == face
            if tabular:
                face = self._metrics.tabular(face)
            chosen, plate = self._theme.text(inline.color or color or own.color), None
            size = own.size(self._step)
            if chosen.large and not _is_large(size, bold=heavy):
                chosen, plate = self._theme.text("inkt"), self._theme.fill("wit")
            space = self._metrics.measure(" ", face).width * size
            link = self._link(inline.link)
            said = Tag("Span", lang=inline.lang) if inline.lang else None
            found = self._looks[key] = Look(face, size, chosen, inline.lang, space, link, plate, said), {}
        return found

    def _field(self, origin: Origin | None) -> Field | None:
        """Return where a text is written, the casus without its name: each build may call it otherwise."""
        if origin is None or not origin.path:
            return None
        name = origin.source.name
        return Field("" if name == self._own_file else name, origin.path)

    def _link(self, link: Link | None) -> Tag | None:
        """Return the tag of a link: the same one for all that stands in it, on whatever line."""
        return None if link is None else self._links.setdefault(link, Tag("Link", href=link.href))

    def _make(self, part: str, look: Look) -> list[Word]:
        """Return what stands between two spaces: one word, or more where a line may end without a space."""
        if not part.isascii():
            part = unicodedata.normalize("NFC", part)
        address, bits = False, [part]
        if not _TELLING.isdisjoint(part):
            address = _IS_ADDRESS.search(part) is not None
            bits = (_IN_ADDRESS if address else _AFTER).split(part)
        words: list[Word] = []
        for bit in bits:
            text = bit.translate(_PLAIN)
            points: tuple[int, ...] | None = () if address else None
            if SOFT_HYPHEN in text:
                text, points = soft_points(text)
            if text:
                made = segment(self._metrics, text, look)
                missing = "".join(sorted(self._metrics.missing(text, look.face)))
                space = 0.0 if words else look.space
                words.append(Word((made,), made.width, space, points, missing))
        return words


def _written_in(field: Field, word: Word) -> Word:
    """Return a word that is written in `field`; the one without it is kept for all others like it."""
    parts = tuple([Segment(part.text, part.kerns, part.width, part.look, field) for part in word.segments])
    return Word(parts, word.width, word.space, word.points, word.missing)


def _tied(text: str) -> str:
    """Return `text` with 's, 't and 'n held to the word behind them."""
    return _TIED.sub(rf"\1{NO_BREAK_SPACE}", text) if "’" in text or "'" in text else text


def _is_large(size: float, *, bold: bool) -> bool:
    return size >= (_LARGE_BOLD if bold else _LARGE)


def _glued(one: Word, other: Word) -> Word:
    """Return two words that stand against each other, such as a bold and a plain part of one word, as one."""
    points = None
    if one.points is not None or other.points is not None:
        length = len(one.text)
        points = (*(one.points or ()), *(length + point for point in other.points or ()))
    missing = one.missing + other.missing
    return Word(one.segments + other.segments, one.width + other.width, one.space, points, missing)


def unprintable(words: Iterable[Word]) -> Mapping[str, str]:
    """Return each word that has characters without a glyph, without what ends a sentence, and these characters."""
    return {
        word.text.strip(_AROUND) or word.text: "".join(dict.fromkeys(word.missing)) for word in words if word.missing
    }
