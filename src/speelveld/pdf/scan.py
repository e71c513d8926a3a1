"""The content of finished pages → how much ink it lays, how thin its lines are, how many dots its pictures have."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pikepdf import Name, Object, Page, parse_content_stream

from speelveld.geometry import HERE, Matrix, Path, Point, Rect

Cmyk = tuple[float, float, float, float]

_BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)
_FILLS, _STROKES = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"}), frozenset({"S", "s", "B", "B*", "b", "b*"})
# A mark may end on the bleed.
_ON_EDGE = 0.01
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_OTHER_COLORS = frozenset({"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "ri"})
_CLIPS = frozenset({"W", "W*"})
_DRAWN = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4}


@dataclass(slots=True)
class Content:
    """What was found on the pages so far; ink in percent of one ink, lengths in points."""

    ink: float = 0.0
    """The most of a single fill, line, text or dot."""
    colors: float = 0.0
    """The most cyan, magenta and yellow together of one of these."""
    overprints: bool = False
    """Whether black text is printed over what lies under it."""
    thinnest: float | None = None
    dpi: float | None = None
    foreign: set[str] = field(default_factory=set)
    """What is not in CMYK or grey, by the operator or the colour space."""
    white_over: bool = False
    """Whether something other than black is printed over what lies under it."""
    black_out: bool = False
    """Whether black text knocks out what lies under it."""
    transparent: bool = False
    pictures: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    """What is known of each picture, by its number: the most ink, and the most of three colours."""

    @property
    def most_ink(self) -> float:
        """The most ink there can be on one spot, black text on the darkest colour included."""
        return max(self.ink, self.colors + 100 if self.overprints else 0.0)


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = HERE
    fill: Cmyk = _BLACK
    stroke: Cmyk = _BLACK
    line: float = 1.0
    over: bool = False
    clip: Rect | None = None
    """The box around what can be seen, on the page; None: all of it."""


def scan(page: Page, content: Content) -> None:
    """Add what `page` holds to `content`."""
    _Scanner(page, content).run(page, page.obj.Resources, _State())


class _Scanner:
    def __init__(self, page: Page, content: Content) -> None:
        self._bleed = Rect.spanning(*(float(side) for side in page.bleedbox))
        self._content = content
        self._points: list[Point] = []

    def run(self, stream: Any, resources: Object, state: _State) -> None:
        stack: list[_State] = []
        for instruction in parse_content_stream(stream):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "q":
                stack.append(state)
            elif operator == "Q":
                state = stack.pop()
            elif operator == "Do":
                self._draw(resources.XObject[str(operands[0])], state)
            elif operator == "gs":
                state = replace(state, over=self._over(resources.ExtGState[str(operands[0])]))
            elif operator in _CLIPS:
                state = replace(state, clip=self._clipped(state))
            elif operator == "sh":
                self._shade(resources.Shading[str(operands[0])])
            elif operator in _SETTERS:
                state = _SETTERS[operator](state, [float(part) for part in operands])
            else:
                self._paint(operator, operands, state)

    def _over(self, found: Object) -> bool:
        mixes = found.get(Name("/ca"), 1) != 1 or found.get(Name("/CA"), 1) != 1
        self._content.transparent |= mixes or Name.SMask in found
        return bool(found.get(Name("/op"), False))

    def _clipped(self, state: _State) -> Rect:
        """Return the box around what can still be seen, once the path is what all is cut off at."""
        box = self._bounds(state)
        return box if state.clip is None else state.clip.shared(box)

    def _shade(self, shading: Object) -> None:
        """Lay the inks of a gradient: nowhere has it more of one than at one of its stops."""
        if shading.ColorSpace != Name.DeviceCMYK:
            self._content.foreign.add(str(shading.ColorSpace))
            return
        function = shading.Function
        parts: Any = function.Functions if Name.Functions in function else [function]
        for part in parts:
            for ends in (part.C0, part.C1):
                self._lay(_cmyk([float(ink) for ink in ends]))

    def _paint(self, operator: str, operands: Sequence[Any], state: _State) -> None:
        if operator in _DRAWN:
            numbers = [float(part) for part in operands]
            self._points += map(Point, numbers[::2], numbers[1::2])
        elif operator == "re":
            x, y, width, height = (float(part) for part in operands)
            self._points += [Point(x, y), Point(x + width, y + height)]
        elif operator in _SHOWS:
            self._text(state)
        elif operator in _OTHER_COLORS:
            self._content.foreign.add(operator)
        elif operator == "n":
            self._points.clear()
        elif operator in _FILLS or operator in _STROKES:
            self._path(operator, state)

    def _path(self, operator: str, state: _State) -> None:
        inside = self._is_inside(state)
        hidden = state.clip is not None and not self._bounds(state).overlaps(state.clip, -_ON_EDGE)
        self._points.clear()
        if hidden:
            return
        if operator in _FILLS:
            self._lay(state.fill)
            self._content.white_over |= state.over
        if operator in _STROKES:
            self._lay(state.stroke)
            width = state.line * state.matrix.scale
            if inside:
                self._content.thinnest = min(width, self._content.thinnest or width)

    def _is_inside(self, state: _State) -> bool:
        """Tell whether the path comes within the bleed; marks do not."""
        return bool(self._points) and self._bounds(state).overlaps(self._bleed, _ON_EDGE)

    def _bounds(self, state: _State) -> Rect:
        points = [state.matrix.at(point) for point in self._points] or [Point(0.0, 0.0)]
        return Path.open(points).bounds

    def _text(self, state: _State) -> None:
        self._lay(state.fill)
        if state.fill == _BLACK:
            self._content.overprints |= state.over
            self._content.black_out |= not state.over
        else:
            self._content.white_over |= state.over

    def _lay(self, inks: Cmyk) -> None:
        self._content.ink = max(self._content.ink, 100 * sum(inks))
        self._content.colors = max(self._content.colors, 100 * sum(inks[:3]))

    def _draw(self, drawn: Object, state: _State) -> None:
        if drawn.Subtype == Name.Form:
            inner = Matrix(*(float(part) for part in drawn.get(Name.Matrix, (1, 0, 0, 1, 0, 0))))
            self.run(drawn, drawn.Resources, replace(state, matrix=inner.before(state.matrix)))
            return
        matrix = state.matrix
        across, down = math.hypot(matrix.a, matrix.b) / 72, math.hypot(matrix.c, matrix.d) / 72
        dpi = min(int(drawn.Width) / across, int(drawn.Height) / down)
        self._content.dpi = min(dpi, self._content.dpi or dpi)
        self._content.transparent |= Name.SMask in drawn
        most, colors = self._picture(drawn)
        self._content.ink, self._content.colors = max(self._content.ink, most), max(self._content.colors, colors)

    def _picture(self, drawn: Object) -> tuple[float, float]:
        key = drawn.objgen
        if key not in self._content.pictures:
            if drawn.ColorSpace == Name.DeviceCMYK and drawn.get(Name.Filter) == Name.FlateDecode:
                self._content.pictures[key] = _darkest(drawn)
            else:
                self._content.pictures[key] = (100.0, 0.0)
                if drawn.ColorSpace != Name.DeviceGray:
                    self._content.foreign.add(str(drawn.ColorSpace))
        return self._content.pictures[key]


def _darkest(drawn: Object) -> tuple[float, float]:
    """Return the most ink of one dot, and the most of cyan, magenta and yellow together."""
    from PIL import Image, ImageMath

    size = int(drawn.Width), int(drawn.Height)
    cyan, magenta, yellow, black = Image.frombytes("CMYK", size, drawn.read_bytes()).split()
    colors: Any = ImageMath.lambda_eval(lambda b: b["c"] + b["m"] + b["y"], c=cyan, m=magenta, y=yellow)
    total: Any = ImageMath.lambda_eval(lambda b: b["t"] + b["k"], t=colors, k=black)
    return total.getextrema()[1] / 2.55, colors.getextrema()[1] / 2.55


def _cmyk(numbers: Sequence[float]) -> Cmyk:
    cyan, magenta, yellow, black = numbers
    return cyan, magenta, yellow, black


_SETTERS: dict[str, Callable[[_State, Sequence[float]], _State]] = {
    "cm": lambda state, numbers: replace(state, matrix=Matrix(*numbers).before(state.matrix)),
    "w": lambda state, numbers: replace(state, line=numbers[0]),
    "k": lambda state, numbers: replace(state, fill=_cmyk(numbers)),
    "K": lambda state, numbers: replace(state, stroke=_cmyk(numbers)),
    "g": lambda state, numbers: replace(state, fill=(0.0, 0.0, 0.0, 1 - numbers[0])),
    "G": lambda state, numbers: replace(state, stroke=(0.0, 0.0, 0.0, 1 - numbers[0])),
}
