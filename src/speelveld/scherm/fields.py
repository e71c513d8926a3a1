"""Where the values of files stand on a frame: the box of each piece, and where in its value the piece begins."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from speelveld.geometry import HERE, Matrix, Rect
from speelveld.typeset import Field, Frame, Group, Item, Metrics, Quote, TextRun, ink_of

# What a value has and its text on a card has not, or the other way round: white, hyphens of a broken word, marks.
_LOOSE = frozenset("\u00ad*_[]:\u200b\u200c\u200d\u2060\ufeff")
_ALIKE = str.maketrans({"\u2011": "-", "\u2010": "-"})

Value = Callable[[Field], str | None]
"""A field → its value as it is read from the file; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of a value on one line of a frame: its letters, and the box these fill, in points from the top left."""

    field: Field
    text: str
    box: Rect
    start: int | None
    """Where it begins in the value; None where that cannot be told."""


def shown_fields(frame: Frame, metrics: Metrics, value: Value) -> list[Shown]:
    """Return every piece of a value on `frame`, in drawing order; what stands in a card shown small is none."""
    found: list[Shown] = []
    reader = Starts(value)
    for run, matrix in _runs(frame.items, HERE):
        starts = reader.of(run)
        for quote in run.quotes:
            box = matrix.around(_box(run, quote, metrics))
            found.append(Shown(quote.field, run.text[quote.start : quote.end], box, starts.get(quote.start)))
    return found


class Starts:
    """Finds the texts of a frame again in their values; asked in drawing order, each goes on where the last ended."""

    def __init__(self, value: Value) -> None:
        """Nothing has been found yet; `value` knows the values."""
        self._value = value
        self._values: dict[Field, _Letters | None] = {}
        self._reached: dict[Field, int] = {}

    def of(self, run: TextRun) -> dict[int, int]:
        """Return for the quotes of a run, by where they begin in it, where they begin in their values."""
        found: dict[int, int] = {}
        for quote in run.quotes:
            letters = self._letters(quote.field)
            said = "".join(letter for letter, _ in _letters(run.text[quote.start : quote.end]))
            if letters is None or not said:
                continue
            at = letters.said.find(said, self._reached.get(quote.field, 0))
            # A value that is printed twice begins anew.
            at = letters.said.find(said) if at < 0 else at
            if at >= 0:
                found[quote.start] = letters.places[at]
                self._reached[quote.field] = at + len(said)
        return found

    def _letters(self, field: Field) -> "_Letters | None":
        if field not in self._values:
            value = self._value(field)
            both = None if value is None else list(_letters(value))
            self._values[field] = (
                None if both is None else _Letters("".join(letter for letter, _ in both), [place for _, place in both])
            )
        return self._values[field]


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a value by which it is found again, and the place of each in it."""

    said: str
    places: list[int]


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """Yield what is as good as itself however a text is set, letter by letter, with its place."""
    for place, character in enumerate(text):
        if character.isspace() or character in _LOOSE:
            continue
        for letter in unicodedata.normalize("NFD", character.translate(_ALIKE)).casefold():
            yield letter, place


def _runs(items: Iterable[Item], matrix: Matrix) -> Iterator[tuple[TextRun, Matrix]]:
    for item in items:
        if isinstance(item, TextRun):
            yield item, matrix
        elif isinstance(item, Group):
            yield from _runs(item.items, item.matrix.before(matrix) if item.matrix else matrix)


def _box(run: TextRun, quote: Quote, metrics: Metrics) -> Rect:
    """Return the box of a quote: as high as the letters of its run."""
    high = ink_of(run, metrics)
    left, right = (run.x + _width(run, end, metrics) for end in (quote.start, quote.end))
    return Rect(left, high.y, right - left, high.height)


def _width(run: TextRun, end: int, metrics: Metrics) -> float:
    """Return how wide the first characters of a run are."""
    plain = sum(metrics.measure(character, run.face).width for character in run.text[:end])
    return (plain + sum(amount for index, amount in run.kerns if index < end) / 1000) * run.size
