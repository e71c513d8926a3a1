"""Numbers, colours, matrices and paths as PDF writes them (ISO 32000-1, 8); knows no page and no font."""

from functools import lru_cache
from typing import Literal

from speelveld.colors import Color
from speelveld.colors.inks import overprints
from speelveld.geometry import Matrix, Path, Rect
from speelveld.typeset import Shape

Space = Literal["rgb", "cmyk"]

_FILL: dict[Space, str] = {"rgb": "rg", "cmyk": "k"}
_STROKE: dict[Space, str] = {"rgb": "RG", "cmyk": "K"}

# The graphics states of a file for a press; `pressed` says what they are.
OVERPRINT, KNOCK_OUT = "Over", "Uit"

# Round caps and joins, for icons; butt caps and mitred joins for the rest.
_ROUND, _SHARP = "1 J 1 j", "0 J 0 j"


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
def color(value: Color, space: Space, *, stroke: bool = False) -> str:
    """Return the operator that sets a colour to fill with, or to stroke with."""
    parts = value.rgb if space == "rgb" else value.cmyk
    return f"{' '.join(number(part, 4) for part in parts)} {(_STROKE if stroke else _FILL)[space]}"


def text_color(value: Color, space: Space) -> str:
    """Return the operators that set the colour of a text; on a press black is printed over what lies under it."""
    if space == "rgb":
        return color(value, space)
    return f"/{OVERPRINT if overprints(value) else KNOCK_OUT} gs {color(value, space)}"


def rectangle(box: Rect) -> str:
    """Return the path around `box`."""
    return f"{number(box.x)} {number(box.y)} {number(box.width)} {number(box.height)} re"


def path(shape: Shape, space: Space) -> str:
    """Return the operators that draw `shape`; nothing where it has neither a fill nor a line."""
    if not shape.path or (shape.fill is None and shape.stroke is None):
        return ""
    found: list[str] = []
    if shape.fill is not None:
        found.append(color(shape.fill, space))
    if shape.stroke is not None:
        found.append(color(shape.stroke, space, stroke=True))
        found.append(_line(shape.line, shape.dash, shape.round_ends))
    found.append(_steps(shape.path))
    painting = "S" if shape.fill is None else "f" if shape.stroke is None else "B"
    found.append(f"{painting}*" if shape.even_odd and shape.fill is not None else painting)
    return " ".join(found)


@lru_cache(maxsize=4096)
def _steps(path: Path) -> str:
    found: list[str] = []
    for step, points in path:
        for x, y in points:
            found += number(x), number(y)
        found.append(step)
    return " ".join(found)


@lru_cache(maxsize=1024)
def _line(width: float, dash: tuple[float, ...], round_ends: bool) -> str:
    return f"{number(width)} w {_ROUND if round_ends else _SHARP} [{' '.join(map(number, dash))}] 0 d"
