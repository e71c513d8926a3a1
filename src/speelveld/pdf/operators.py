"""Numbers, colours, matrices and paths as PDF writes them (ISO 32000-1, 8); knows no page and no font."""

import re
from functools import lru_cache
from itertools import chain
from typing import Literal

from speelveld.colors import Color
from speelveld.colors.inks import overprints
from speelveld.geometry import TAKES, Matrix, Path, Rect
from speelveld.typeset import Ends, Outline, Shape

Space = Literal["rgb", "cmyk"]
Ink = Literal["rgb", "cmyk", "grey"]
"""What something is drawn in: the colours of a file, or grey, where light tells how much something covers."""

_FILL: dict[Ink, str] = {"rgb": "rg", "cmyk": "k", "grey": "g"}
_STROKE: dict[Ink, str] = {"rgb": "RG", "cmyk": "K", "grey": "G"}

# The graphics states of a file for a press; `pressed` says what they are.
OVERPRINT, KNOCK_OUT = "Over", "Uit"

# Round caps and joins, for icons; butt caps and mitred joins for the rest.
_ROUND, _SHARP = "1 J 1 j", "0 J 0 j"
# What is left out at the end of a number that has decimals.
_ZEROS = re.compile(r"\.?0+ ")


@lru_cache(maxsize=4096)
def number(value: float, digits: int = 3) -> str:
    """Return `value` as PDF reads it: no exponent, no minus before a zero, no zeros at the end."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def transform(matrix: Matrix) -> str:
    """Return the operator that applies `matrix` to what follows."""
    # Six digits: a factor that is off by a millionth moves the far side of an A0 by a thousandth of a millimetre.
    parts = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    return f"{' '.join(number(part, 6) for part in parts)} cm"


@lru_cache(maxsize=1024)
def color(value: Color, space: Ink, *, stroke: bool = False) -> str:
    """Return the operator that sets a colour to fill with, or to stroke with."""
    parts = value.cmyk if space == "cmyk" else value.rgb[: 1 if space == "grey" else 3]
    return f"{' '.join(number(part, 4) for part in parts)} {(_STROKE if stroke else _FILL)[space]}"


def text_color(value: Color, space: Space) -> str:
    """Return the operators that set the colour of a text; on a press black is printed over what lies under it."""
    if space == "rgb":
        return color(value, space)
    return f"/{OVERPRINT if overprints(value) else KNOCK_OUT} gs {color(value, space)}"


def rectangle(box: Rect) -> str:
    """Return the path around `box`."""
    return f"{number(box.x)} {number(box.y)} {number(box.width)} {number(box.height)} re"


def clip(outline: Outline) -> str:
    """Return the operators that cut off what follows; at no path at all, nothing is left of it."""
    steps = _steps(outline.path) if outline.path else "0 0 0 0 re"
    return f"{steps} {'W*' if outline.even_odd else 'W'} n"


def path(shape: Shape, space: Ink) -> str:
    """Return the operators that draw `shape`; nothing where it has neither a fill nor a line."""
    if not shape.path or (shape.fill is None and shape.stroke is None):
        return ""
    # What a line of its own says of its ends would hold for all lines after it.
    return f"q {_path(shape, space)} Q" if shape.ends and shape.stroke else _path(shape, space)


def _path(shape: Shape, space: Ink) -> str:
    found: list[str] = []
    if shape.fill is not None:
        found.append(color(shape.fill, space))
    if shape.stroke is not None:
        found.append(color(shape.stroke, space, stroke=True))
        usual = _line(shape.line, shape.dash, shape.round_ends)
        found.append(usual if shape.ends is None else _own_line(shape, shape.ends))
    found.append(_steps(shape.path))
    painting = "S" if shape.fill is None else "f" if shape.stroke is None else "B"
    found.append(f"{painting}*" if shape.even_odd and shape.fill is not None else painting)
    return " ".join(found)


@lru_cache(maxsize=4096)
def _steps(path: Path) -> str:
    """Return the steps of `path`, its numbers as `number` writes them: in one go, for a kit has a hundred thousand."""
    text = _form(path.steps) % tuple(chain.from_iterable(path.points))
    return _ZEROS.sub(" ", text).replace("-0 ", "0 ").rstrip()


@lru_cache(maxsize=1024)
def _form(steps: str) -> str:
    return "".join(f"{'%.3f %.3f ' * TAKES[step]}{step} " for step in steps)


@lru_cache(maxsize=1024)
def _line(width: float, dash: tuple[float, ...], round_ends: bool) -> str:
    return f"{number(width)} w {_ROUND if round_ends else _SHARP} [{' '.join(map(number, dash))}] 0 d"


def _own_line(shape: Shape, ends: Ends) -> str:
    corners = f"{ends.cap} J {ends.join} j {number(ends.miter)} M"
    return f"{number(shape.line)} w {corners} [{' '.join(map(number, shape.dash))}] {number(ends.offset)} d"
