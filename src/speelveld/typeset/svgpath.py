"""The `d` of an SVG path → a path in absolute coordinates (SVG 2, chapter 9.3); arcs become curves."""

import re
from collections.abc import Iterator

from speelveld.geometry import Path, Pen, Point
from speelveld.typeset.svgarc import Arc

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
# Farther than any drawing goes; it also keeps out what is no number.
_FAR = 1e6
# A radius below it is none, as it is for programs that reckon with fewer digits.
_NEAR = 1e-6
# A map of all gemeenten takes a tenth of it.
_LONGEST = 2_000_000


def parse_path(text: str) -> Path:
    """Return the path.

    Raises:
        ValueError: it is no path, or misses numbers.
    """
    if len(text) > _LONGEST:
        raise ValueError("een pad is veel te lang")
    leftover = _TOKEN.sub("", text).strip(" ,\t\r\n")
    if leftover:
        raise ValueError(f"een pad kent {leftover[:10]!r} niet")
    walker = _Walker()
    for letter, numbers in _calls(text):
        walker.go(letter, numbers)
    return walker.pen.path


class _Walker:
    """Follows a path, with the pen where the last command ended."""

    def __init__(self) -> None:
        self.pen = Pen()
        self._here = self._start = Point(0.0, 0.0)
        # The last handle of a curve, by the kind of that curve: a smooth one that follows mirrors it.
        self._handle: tuple[str, Point] | None = None

    def go(self, letter: str, numbers: list[float]) -> None:
        """Do what one command says."""
        x, y = self._here if letter.islower() else (0.0, 0.0)
        kind, handle, self._handle = letter.lower(), self._handle, None
        match kind:
            case "h":
                self._line(Point(numbers[0] + x, self._here.y))
            case "v":
                self._line(Point(self._here.x, numbers[0] + y))
            case "a":
                self._arc(numbers, Point(numbers[5] + x, numbers[6] + y))
            case "z":
                self._here = self._start
                self.pen.close()
            case _:
                self._to(kind, [Point(across + x, down + y) for across, down in _pairs(numbers)], handle)

    def _to(self, kind: str, points: list[Point], handle: tuple[str, Point] | None) -> None:
        """Do a command that takes points alone."""
        match kind:
            case "m":
                self._here = self._start = points[0]
                self.pen.move(points[0])
            case "l":
                self._line(points[0])
            case "c":
                self._curve(*points)
            case "s":
                self._curve(self._mirrored(handle, "c"), *points)
            case _:
                middle = points[0] if kind == "q" else self._mirrored(handle, "q")
                self._quadratic(middle, points[-1])

    def _line(self, to: Point) -> None:
        self._here = to
        self.pen.line(to)

    def _curve(self, first: Point, second: Point, to: Point) -> None:
        self._here, self._handle = to, ("c", second)
        self.pen.curve(first, second, to)

    def _quadratic(self, handle: Point, to: Point) -> None:
        """Draw a curve with one handle as one with two (SVG 2, 9.3.7)."""
        self._curve(_toward(self._here, handle), _toward(to, handle), to)
        self._handle = ("q", handle)

    def _mirrored(self, handle: tuple[str, Point] | None, kind: str) -> Point:
        x, y = self._here
        if handle is None or handle[0] != kind:
            return self._here
        return Point(2 * x - handle[1].x, 2 * y - handle[1].y)

    def _arc(self, numbers: list[float], to: Point) -> None:
        start, self._here = self._here, to
        rx, ry, turn, large, sweep = numbers[:5]
        if start == to:
            return
        if abs(rx) < _NEAR or abs(ry) < _NEAR:
            self.pen.line(to)
            return
        for first, second, end in Arc(abs(rx), abs(ry), turn, large != 0, sweep != 0).curves(start, to):
            self.pen.curve(first, second, end)


def _toward(end: Point, handle: Point) -> Point:
    return Point(end.x + 2 / 3 * (handle.x - end.x), end.y + 2 / 3 * (handle.y - end.y))


def _pairs(numbers: list[float]) -> Iterator[tuple[float, float]]:
    return zip(numbers[::2], numbers[1::2], strict=True)


def _calls(text: str) -> Iterator[tuple[str, list[float]]]:
    tokens = _flags(text)
    letter, at = "", 0
    while at < len(tokens):
        token = tokens[at]
        if token[0].isalpha():
            letter = token
            at += 1
        elif not letter or letter in "zZ":
            raise ValueError("een pad begint met de letter M")
        count = _ARGUMENTS[letter.lower()]
        numbers = tokens[at : at + count]
        if len(numbers) < count or any(number[0].isalpha() for number in numbers):
            raise ValueError(f"na {letter!r} in een pad horen {count} getallen")
        values = [float(number) for number in numbers]
        if not all(abs(value) < _FAR for value in values):
            raise ValueError("een getal in een pad is veel te groot")
        yield letter, values
        at += count
        if letter in "mM":
            letter = "l" if letter == "m" else "L"


def _flags(text: str) -> list[str]:
    """Return the tokens; the two flags of an arc may be written against what follows them ('a1 1 0 012 2')."""
    tokens: list[str] = []
    letter, arguments, at = "", 0, 0
    while match := _TOKEN.search(text, at):
        token, at = match[0], match.end()
        if token[0].isalpha():
            letter, arguments = token.lower(), 0
        else:
            if letter == "a" and arguments % 7 in (3, 4) and token[0] in "01" and len(token) > 1:
                at = match.start() + 1
                token = token[0]
            arguments += 1
        tokens.append(token)
    return tokens
