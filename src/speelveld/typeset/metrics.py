"""Widths of words, with kerning, from the font files themselves; every word is measured once."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

import uharfbuzz

from speelveld.files import ReadFile
from speelveld.fonts import spare_of, tabular_of
from speelveld.typeset.hyphenation import SOFT_HYPHEN


@dataclass(frozen=True, slots=True)
class Measured:
    """A word and its width in em; `kerns` are (index, thousandths of an em) to add after the character there."""

    text: str
    width: float
    kerns: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the letters of a text reach from their baseline, in em: `up`, and `down` below it."""

    up: float
    down: float


class Metrics(Protocol):
    """What typesetting asks of fonts."""

    def measure(self, text: str, face: str) -> Measured:
        """Return `text` measured in `face`."""

    def missing(self, text: str, face: str) -> set[str]:
        """Return the characters of `text` that neither `face` nor what steps in for it can show."""

    def tabular(self, face: str) -> str:
        """Return the name of `face` with figures that are all equally wide: its own where they are."""

    def reach(self, text: str, face: str) -> Reach:
        """Return how far the letters of `text` reach in `face`, by the outlines of the font itself."""


class _Face:
    __slots__ = ("advances", "characters", "font", "known", "reaches", "soft", "upem")

    def __init__(self, file: ReadFile) -> None:
        face = uharfbuzz.Face(uharfbuzz.Blob(file.data))
        self.font = uharfbuzz.Font(face)
        self.upem = face.upem
        own = frozenset(map(chr, face.unicodes))
        self.soft = SOFT_HYPHEN in own
        self.characters = own | {SOFT_HYPHEN}
        self.known: dict[str, Measured] = {}
        self.advances: dict[int, int] = {}
        self.reaches: dict[str, Reach] = {}

    def reach(self, character: str) -> Reach:
        """Return how far one letter reaches; one without an outline does not."""
        found = self.reaches.get(character)
        if found is None:
            glyph = self.font.get_nominal_glyph(ord(character))
            box = self.font.get_glyph_extents(glyph) if glyph else None
            up, down = (box.y_bearing, -(box.y_bearing + box.height)) if box and box.height else (0, 0)
            found = self.reaches[character] = Reach(up / self.upem, down / self.upem)
        return found


class FontFiles:
    """Metrics of a family of TrueType files, by the names of its faces; what one lacks is that of its spare face."""

    def __init__(self, files: Mapping[str, ReadFile]) -> None:
        self.files = dict(files)
        self._faces: dict[str, _Face] = {}

    def missing(self, text: str, face: str) -> set[str]:
        """Return the characters of `text` that there is no glyph for, or that cannot be put on top of another."""
        lacking = self.borrowed(text, face)
        if lacking and (spare := self._spare(face)) is not None:
            lacking -= spare.characters
        return lacking if text.isascii() else lacking | set(filter(unicodedata.combining, text))

    def borrowed(self, text: str, face: str) -> set[str]:
        """Return the characters of `text` that `face` itself has no glyph for."""
        return set(text) - self._face(face).characters

    def tabular(self, face: str) -> str:
        """Return the name of `face` with figures that are all equally wide: its own where they are."""
        return name if (name := tabular_of(face)) in self.files else face

    def measure(self, text: str, face: str) -> Measured:
        """Return `text` measured in `face`; a soft hyphen in it is one that shows."""
        own = self._face(face)
        measured = own.known.get(text)
        if measured is None:
            spare = None if own.characters.issuperset(text) else self._spare(face)
            measured = own.known[text] = _shape(own, text) if spare is None else _shape_mixed(own, spare, text)
        return measured

    def reach(self, text: str, face: str) -> Reach:
        """Return how far the letters of `text` reach in `face`; down is below 0 where all stand above the baseline."""
        own = self._face(face)
        spare = None if own.characters.issuperset(text) else self._spare(face)
        letters = [
            (own if spare is None or character in own.characters else spare).reach(character)
            for character in set(text)
            if not character.isspace()
        ]
        if not letters:
            return Reach(0.0, 0.0)
        return Reach(max(letter.up for letter in letters), max(letter.down for letter in letters))

    def x_height(self, face: str) -> float:
        """Return how high a small x is, in em; 0 in a font without one."""
        font = self._face(face).font
        glyph = font.get_nominal_glyph(ord("x"))
        extents = font.get_glyph_extents(glyph) if glyph else None
        return extents.y_bearing / self._face(face).upem if extents else 0.0

    def _spare(self, face: str) -> _Face | None:
        name = spare_of(face)
        return self._face(name) if name in self.files else None

    def _face(self, name: str) -> _Face:
        face = self._faces.get(name)
        if face is None:
            face = self._faces[name] = _Face(self.files[name])
        return face


# Ligatures are off, so that every character keeps its own glyph.
_FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False}


def _shape(face: _Face, text: str) -> Measured:
    # HarfBuzz gives a soft hyphen no width; drawn, it is as wide as a hyphen. A font without one shows a plain hyphen.
    shown = text.replace(SOFT_HYPHEN, "-")
    buffer = uharfbuzz.Buffer()
    buffer.add_str(shown)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face.font, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    scale = 1 / face.upem
    total, kerns = 0, []
    one_to_one = len(infos) == len(text)
    for index, (info, position) in enumerate(zip(infos, positions, strict=True)):
        glyph = info.codepoint
        nominal = face.advances.get(glyph)
        if nominal is None:
            nominal = face.advances[glyph] = face.font.get_glyph_h_advance(glyph)
        total += position.x_advance if one_to_one else nominal
        if one_to_one and position.x_advance != nominal:
            kerns.append((index, (position.x_advance - nominal) * scale * 1000))
    return Measured(text if face.soft else shown, total * scale, tuple(kerns))


def _shape_mixed(own: _Face, spare: _Face, text: str) -> Measured:
    """Return a text measured in its own face, and in the spare one where that has to step in."""
    shown, width, kerns = "", 0.0, list[tuple[int, float]]()
    for has, signs in groupby(text, own.characters.__contains__):
        part = _shape(own if has else spare, "".join(signs))
        kerns += [(len(shown) + index, amount) for index, amount in part.kerns]
        shown, width = shown + part.text, width + part.width
    return Measured(shown, width, tuple(kerns))
