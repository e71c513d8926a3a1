"""What is on a card or a page → a short text that is the same only if all of it is; where files lie does not count."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import chain
from types import NoneType
from typing import Any

from speelveld.colors import Color
from speelveld.files import ReadFile
from speelveld.geometry import Path
from speelveld.output.digest import digest
from speelveld.pages import Page
from speelveld.typeset import Frame
from speelveld.typeset.frame import Group, Shape, Tag, TextRun

Speller = Callable[[Any, list[str]], None]
_SPELLERS: dict[type, Speller] = {}
_NONE = "None"


class Fingerprints:
    """Makes fingerprints; of a frame that lies in more places it is made once."""

    def __init__(self) -> None:
        self._frames: dict[Frame, str] = {}

    def frame(self, frame: Frame) -> str:
        """Return the fingerprint of one side of a card, or of what lies on a page."""
        if frame not in self._frames:
            words: list[str] = []
            _spell(frame, words)
            self._frames[frame] = _closed(words)
        return self._frames[frame]

    def card(self, front: Frame, back: Frame | None) -> str:
        """Return that of a card."""
        return _closed([self.frame(front), "" if back is None else self.frame(back)])

    def page(self, page: Page) -> str:
        """Return that of a page: of what lies on it, and where."""
        words: list[str] = []
        _spell((page.size, page.trim, page.bleed), words)
        for laid in page.laid:
            words.append(self.frame(laid.frame))
            _spell((laid.box, laid.turn, laid.clip), words)
        return _closed(words)


def _closed(words: list[str]) -> str:
    return digest("\0".join(words).encode("utf-8", "surrogatepass"))


def _spell(value: object, words: list[str]) -> None:
    """Add what `value` is made of to `words`; a point has a thousand parts, and less is not seen."""
    kind = value.__class__
    if kind not in _SPELLERS:
        _SPELLERS[kind] = _speller(kind)
    _SPELLERS[kind](value, words)


def _speller(kind: type) -> Speller:
    """Return what spells values of one kind: it is looked up for each of a hundred thousand."""
    if kind is float:
        return lambda value, words: words.append(f"{value:.3f}")
    if issubclass(kind, str):
        return lambda value, words: words.append(str(value))
    if issubclass(kind, tuple):
        return _row
    if issubclass(kind, Color):
        return lambda value, words: words.append(_color(value))
    if issubclass(kind, ReadFile):
        return lambda value, words: words.append(digest(value.data))
    if issubclass(kind, bool | int | Enum | NoneType):
        return lambda value, words: words.append(repr(value))
    for known, spell in _OFTEN.items():
        if issubclass(kind, known):
            return spell
    assert is_dataclass(kind), f"what a frame holds has fields, and {kind.__name__} has none"
    names = tuple(field.name for field in fields(kind))

    def spell_fields(value: Any, words: list[str]) -> None:
        words.append(kind.__name__)
        for name in names:
            _spell(getattr(value, name), words)

    return spell_fields


def _row(value: Any, words: list[str]) -> None:
    words.append(f"({len(value)}")
    for each in value:
        _spell(each, words)


# Nine of ten values of a kit are in these.
def _outline(path: Path, words: list[str]) -> None:
    words += ("Path", path.steps, _numbers(tuple(chain.from_iterable(path.points))))


def _text(run: TextRun, words: list[str]) -> None:
    places = _numbers((run.x, run.baseline, run.size, run.width))
    kerns = _numbers(tuple(chain.from_iterable(run.kerns)))
    words += ("TextRun", run.text, run.face, places, kerns, _color(run.color))


def _shape(shape: Shape, words: list[str]) -> None:
    words.append("Shape")
    _outline(shape.path, words)
    words += [_NONE if each is None else _color(each) for each in (shape.fill, shape.stroke)]
    _spell(shape.line, words)
    _row(shape.dash, words)
    place = _NONE if shape.place is None else shape.place
    words += ("True" if shape.round_ends else "False", "True" if shape.even_odd else "False", place)
    _part(shape.ends, words)


def _part(value: object, words: list[str]) -> None:
    """Spell what is mostly not there."""
    if value is None:
        words.append(_NONE)
    else:
        _spell(value, words)


def _tag(tag: Tag, words: list[str]) -> None:
    said = (tag.alt, tag.lang, tag.scope)
    words += ("Tag", tag.role, *[_NONE if each is None else str(each) for each in said], repr(tag.span))
    words.append(_NONE if tag.href is None else str(tag.href))


def _group(group: Group, words: list[str]) -> None:
    words.append("Group")
    _part(group.tag, words)
    _row(group.items, words)
    _part(group.matrix, words)
    _row(group.clip, words)
    _spell(group.opacity, words)
    words.append("True" if group.drawing else "False")


def _numbers(numbers: tuple[float, ...]) -> str:
    return "%.3f " * len(numbers) % numbers


@cache
def _color(color: Color) -> str:
    return repr(color)


_OFTEN: dict[type, Speller] = {Path: _outline, TextRun: _text, Shape: _shape, Tag: _tag, Group: _group}
