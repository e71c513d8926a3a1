"""Numbers, colours, matrices, paths and texts as SVG writes them; knows no element."""

import re
from functools import lru_cache
from xml.sax.saxutils import quoteattr as _quoted

from speelveld.colors import Color
from speelveld.geometry import Matrix, Path

_LETTERS = {"m": "M", "l": "L", "c": "C", "h": "Z"}
# XML 1.0, 2.2: what it has no way to write.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOST = "\N{REPLACEMENT CHARACTER}"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@lru_cache(maxsize=4096)
def number(value: float, digits: int = 3) -> str:
    """Return `value` with as many digits as a PDF of the same frame has, and none for nothing."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def text(words: str) -> str:
    """Return `words` as the text of an element: nothing in it is an element itself."""
    return _NO_CHARACTER.sub(_LOST, words).translate(_ESCAPES)


def attribute(name: str, value: str) -> str:
    """Return an attribute with a space before it."""
    return f" {name}={_quoted(_NO_CHARACTER.sub(_LOST, value))}"


@lru_cache(maxsize=1024)
def color(value: Color) -> str:
    """Return a colour as '#1a2b3c'."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in value.rgb)


def transform(matrix: Matrix) -> str:
    """Return what applies `matrix` to an element and all that is in it."""
    parts = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    return f"matrix({' '.join(number(part, 6) for part in parts)})"


@lru_cache(maxsize=4096)
def steps(path: Path) -> str:
    """Return the steps of a path."""
    return "".join(_LETTERS[step] + " ".join(f"{number(x)} {number(y)}" for x, y in points) for step, points in path)
