"""The `d` of an SVG path → commands in absolute coordinates (SVG 2, chapter 9.3); arcs become curves."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

Command = tuple[str | float, ...]

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
# A quarter circle as one Bézier curve: 4/3 · tan(π/8).
KAPPA = 0.5522847498
# Farther than any drawing goes; it also keeps out what is no number.
_FAR = 1e6


def parse_path(text: str) -> list[Command]:
    """Return the path as 'm', 'l', 'c' and 'h' commands with absolute coordinates.

    Raises:
        ValueError: it is no path, or misses numbers.
    """
    leftover = _TOKEN.sub("", text).strip(" ,\t\r\n")
    if leftover:
        raise ValueError(f"een pad kent {leftover[:10]!r} niet")
    return list(_Walker().walk(text))


class _Walker:
    def __init__(self) -> None:
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.control: tuple[str, float, float] | None = None

    def walk(self, text: str) -> Iterator[Command]:
        for letter, numbers in _calls(text):
            relative, kind = letter.islower(), letter.lower()
            dx, dy = (self.x, self.y) if relative else (0.0, 0.0)
            control = self.control
            self.control = None
            match kind:
                case "m" | "l":
                    self.x, self.y = numbers[0] + dx, numbers[1] + dy
                    if kind == "m":
                        self.start_x, self.start_y = self.x, self.y
                    yield (kind, self.x, self.y)
                case "h":
                    self.x = numbers[0] + dx
                    yield ("l", self.x, self.y)
                case "v":
                    self.y = numbers[0] + dy
                    yield ("l", self.x, self.y)
                case "c":
                    yield self._curve(
                        numbers[0] + dx,
                        numbers[1] + dy,
                        numbers[2] + dx,
                        numbers[3] + dy,
                        numbers[4] + dx,
                        numbers[5] + dy,
                    )
                case "s":
                    x1, y1 = self._mirrored(control, "c")
                    yield self._curve(x1, y1, numbers[0] + dx, numbers[1] + dy, numbers[2] + dx, numbers[3] + dy)
                case "q" | "t":
                    cx, cy = (numbers[0] + dx, numbers[1] + dy) if kind == "q" else self._mirrored(control, "q")
                    x, y = numbers[-2] + dx, numbers[-1] + dy
                    x0, y0 = self.x, self.y
                    yield self._curve(
                        x0 + 2 / 3 * (cx - x0), y0 + 2 / 3 * (cy - y0), x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y), x, y
                    )
                    self.control = ("q", cx, cy)
                case "a":
                    yield from self._arc(numbers, numbers[5] + dx, numbers[6] + dy)
                case _:
                    self.x, self.y = self.start_x, self.start_y
                    yield ("h",)

    def _mirrored(self, control: tuple[str, float, float] | None, kind: str) -> tuple[float, float]:
        if control is None or control[0] != kind:
            return self.x, self.y
        return 2 * self.x - control[1], 2 * self.y - control[2]

    def _curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> Command:
        self.x, self.y = x, y
        self.control = ("c", x2, y2)
        return ("c", x1, y1, x2, y2, x, y)

    def _arc(self, numbers: list[float], x: float, y: float) -> Iterator[Command]:
        """Yield an elliptical arc as curves of at most a quarter turn (SVG 2, appendix B.2)."""
        rx, ry, turned, large, sweep = (
            abs(numbers[0]),
            abs(numbers[1]),
            math.radians(numbers[2]),
            numbers[3] != 0,
            numbers[4] != 0,
        )
        x0, y0 = self.x, self.y
        self.x, self.y = x, y
        if (x0, y0) == (x, y):
            return
        if not rx or not ry:
            yield ("l", x, y)
            return
        cos, sin = math.cos(turned), math.sin(turned)
        half_x, half_y = (x0 - x) / 2, (y0 - y) / 2
        px, py = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
        grow = (px / rx) ** 2 + (py / ry) ** 2
        if grow > 1:
            rx, ry = rx * math.sqrt(grow), ry * math.sqrt(grow)
        under = (rx * py) ** 2 + (ry * px) ** 2
        factor = math.sqrt(max(0.0, ((rx * ry) ** 2 - under) / under)) if under else 0.0
        if large == sweep:
            factor = -factor
        cpx, cpy = factor * rx * py / ry, -factor * ry * px / rx
        cx, cy = cos * cpx - sin * cpy + (x0 + x) / 2, sin * cpx + cos * cpy + (y0 + y) / 2
        first = math.atan2((py - cpy) / ry, (px - cpx) / rx)
        delta = math.atan2((-py - cpy) / ry, (-px - cpx) / rx) - first
        if sweep and delta < 0:
            delta += 2 * math.pi
        elif not sweep and delta > 0:
            delta -= 2 * math.pi
        count = max(1, math.ceil(abs(delta) / (math.pi / 2) - 1e-9))
        step = delta / count
        reach = 4 / 3 * math.tan(step / 4)
        for index in range(count):
            a, b = first + index * step, first + (index + 1) * step
            points = (
                (math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                (math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                (math.cos(b), math.sin(b)),
            )
            found: list[float] = []
            for ux, uy in points:
                found += [cx + cos * rx * ux - sin * ry * uy, cy + sin * rx * ux + cos * ry * uy]
            yield ("c", *found)


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


# Cards of one kind draw the same shapes at the same places: these are worked out once, and shared by all frames.
_shared = lru_cache(maxsize=4096)


@_shared
def rounded(x: float, y: float, width: float, height: float, radius: float) -> tuple[Command, ...]:
    """Return a rectangle with round corners as path commands."""
    if radius <= 0:
        return (("m", x, y), ("l", x + width, y), ("l", x + width, y + height), ("l", x, y + height), ("h",))
    radius = min(radius, width / 2, height / 2)
    k, right, bottom = radius * (1 - KAPPA), x + width, y + height
    return (
        ("m", x + radius, y),
        ("l", right - radius, y),
        ("c", right - k, y, right, y + k, right, y + radius),
        ("l", right, bottom - radius),
        ("c", right, bottom - k, right - k, bottom, right - radius, bottom),
        ("l", x + radius, bottom),
        ("c", x + k, bottom, x, bottom - k, x, bottom - radius),
        ("l", x, y + radius),
        ("c", x, y + k, x + k, y, x + radius, y),
        ("h",),
    )


@_shared
def circle(x: float, y: float, rx: float, ry: float) -> tuple[Command, ...]:
    """Return an ellipse round (`x`, `y`) as path commands."""
    kx, ky = rx * KAPPA, ry * KAPPA
    return (
        ("m", x + rx, y),
        ("c", x + rx, y + ky, x + kx, y + ry, x, y + ry),
        ("c", x - kx, y + ry, x - rx, y + ky, x - rx, y),
        ("c", x - rx, y - ky, x - kx, y - ry, x, y - ry),
        ("c", x + kx, y - ry, x + rx, y - ky, x + rx, y),
        ("h",),
    )


@_shared
def moved(commands: tuple[Command, ...], dx: float, dy: float, scale: float = 1.0) -> tuple[Command, ...]:
    """Return the path scaled about the origin, then shifted."""
    found: list[Command] = []
    for command in commands:
        numbers: list[float] = []
        for index, value in enumerate(command[1:]):
            numbers.append(float(value) * scale + (dy if index % 2 else dx))
        found.append((command[0], *numbers))
    return tuple(found)
