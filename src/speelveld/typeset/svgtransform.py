"""What a `transform` does, as an attribute of SVG or as a property of CSS → a matrix (SVG 2, 8.5; CSS Transforms 1)."""

import math
import re
from collections.abc import Callable

from speelveld.geometry import HERE, Matrix, Point
from speelveld.svgxml import SvgError
from speelveld.typeset.svglength import NUMBER, Ruler, checked, numbers
from speelveld.typeset.svgstyle import Look

_TURNS = {"deg": 1.0, "": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}
_ANGLE = re.compile(rf"({NUMBER.pattern})(deg|grad|rad|turn|)")


def transform_of(text: str, ruler: Ruler) -> Matrix:
    """Return what `text` does; its calls work from right to left."""
    text = text.strip()
    if not text or text == "none":
        return HERE
    calls = text.split(")")
    if calls.pop().strip(" ,\t\r\n"):
        raise _unknown(text)
    matrix = HERE
    for call in reversed(calls):
        name, bracket, inside = call.partition("(")
        name = name.strip(" ,\t\r\n")
        if not bracket or name not in _CALLS:
            raise _unknown(name or text)
        matrix = matrix.before(_CALLS[name](name, inside, ruler))
    return matrix


def _unknown(name: str) -> SvgError:
    return SvgError(f"de SVG gebruikt de bewerking {name[:20]!r}, en die kan hier niet")


def _matrix(name: str, inside: str, _: Ruler) -> Matrix:
    found = numbers(inside)
    if len(found) != 6:
        raise _unknown(name)
    return Matrix(*found)


def _translate(name: str, inside: str, ruler: Ruler) -> Matrix:
    parts = inside.replace(",", " ").split()
    if len(parts) not in (1, 2) or any(not _single(part) for part in parts):
        # Numbers may be written against each other: '3-4'.
        parts = [str(number) for number in numbers(inside)]
    if name == "translateY":
        parts = ["0", *parts]
    if len(parts) not in (1, 2):
        raise _unknown(name)
    return Matrix.moving(ruler.across(parts[0]), ruler.down(parts[1]) if len(parts) > 1 else 0.0)


def _single(text: str) -> bool:
    return len(NUMBER.findall(text)) == 1


def _scale(name: str, inside: str, _: Ruler) -> Matrix:
    found = numbers(inside)
    if len(found) not in (1, 2):
        raise _unknown(name)
    match name:
        case "scaleX":
            return Matrix.scaling(found[0], 1.0)
        case "scaleY":
            return Matrix.scaling(1.0, found[0])
        case _:
            return Matrix.scaling(found[0], found[-1])


def _rotate(name: str, inside: str, _: Ruler) -> Matrix:
    parts = inside.replace(",", " ").split()
    if len(parts) == 1 and _ANGLE.fullmatch(parts[0]):
        return Matrix.turning(_angle(parts[0]), Point(0.0, 0.0))
    found = numbers(inside)
    if len(found) != 3:
        raise _unknown(name)
    return Matrix.turning(found[0], Point(found[1], found[2]))


def _skew(name: str, inside: str, _: Ruler) -> Matrix:
    angles = [math.tan(math.radians(_angle(part))) for part in inside.replace(",", " ").split()]
    if not 1 <= len(angles) <= (2 if name == "skew" else 1):
        raise _unknown(name)
    if name == "skewY":
        angles = [0.0, *angles]
    return Matrix(1.0, angles[1] if len(angles) > 1 else 0.0, angles[0], 1.0, 0.0, 0.0)


def _angle(text: str) -> float:
    match = _ANGLE.fullmatch(text.strip())
    if match is None:
        raise SvgError(f"de SVG gebruikt de hoek {text.strip()[:20]!r}, en die kan hier niet")
    return checked(float(match[1]) * _TURNS[match[2]])


_CALLS: dict[str, Callable[[str, str, Ruler], Matrix]] = {
    "matrix": _matrix,
    **dict.fromkeys(("translate", "translateX", "translateY"), _translate),
    **dict.fromkeys(("scale", "scaleX", "scaleY"), _scale),
    **dict.fromkeys(("rotate", "rotateZ"), _rotate),
    **dict.fromkeys(("skew", "skewX", "skewY"), _skew),
}


def placed_by(look: Look, ruler: Ruler) -> Matrix:
    """Return what the `transform` of an element does, about the place it names."""
    matrix = transform_of(look.get("transform", ""), ruler)
    origin = look.get("transform-origin", "")
    if matrix is HERE or origin in ("", "0", "0 0", "0px 0px"):
        return matrix
    parts = origin.split()
    if look.get("transform-box", "view-box") != "view-box" or len(parts) != 2 or not parts[0][:1].isdigit():
        raise SvgError(f"de SVG draait om {origin[:30]!r} (transform-origin), en dat kan hier niet")
    x, y = ruler.across(parts[0]), ruler.down(parts[1])
    return Matrix.moving(-x, -y).before(matrix).before(Matrix.moving(x, y))
