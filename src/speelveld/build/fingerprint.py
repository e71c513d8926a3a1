"""What is on a card or a page → a short text that is the same only if all of it is; where files lie does not count."""

from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import chain

from speelveld.colors import Color
from speelveld.files import ReadFile
from speelveld.geometry import Path
from speelveld.output.digest import digest
from speelveld.pages import Page
from speelveld.typeset import Frame
from speelveld.typeset.frame import TextRun

# Asked for each of a million values.
_NAMES: dict[type, tuple[str, ...]] = {}


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
    if kind is float:
        words.append(f"{value:.3f}")
    elif isinstance(value, str):
        words.append(str(value))
    elif isinstance(value, tuple):
        words.append(f"({len(value)}")
        for each in value:
            _spell(each, words)
    elif isinstance(value, Color):
        words.append(_color(value))
    elif isinstance(value, TextRun):
        words += _text(value)
    elif isinstance(value, Path):
        words += _outline(value)
    elif isinstance(value, ReadFile):
        words.append(digest(value.data))
    elif value is None or isinstance(value, (bool, int, Enum)):
        words.append(repr(value))
    else:
        assert is_dataclass(value), f"what a frame holds has fields, and {kind.__name__} has none"
        words.append(kind.__name__)
        if kind not in _NAMES:
            _NAMES[kind] = tuple(field.name for field in fields(value))
        for name in _NAMES[kind]:
            _spell(getattr(value, name), words)


# Nine of ten values of a kit are numbers of these two.
def _outline(path: Path) -> tuple[str, ...]:
    return "Path", path.steps, _numbers(tuple(chain.from_iterable(path.points)))


def _text(run: TextRun) -> tuple[str, ...]:
    places = _numbers((run.x, run.baseline, run.size, run.width))
    return "TextRun", run.text, run.face, places, _numbers(tuple(chain.from_iterable(run.kerns))), _color(run.color)


def _numbers(numbers: tuple[float, ...]) -> str:
    return "%.3f " * len(numbers) % numbers


@cache
def _color(color: Color) -> str:
    return repr(color)
