"""A `viewBox` and `preserveAspectRatio` → where a drawing goes in its box (SVG 2, 8.6 and 8.7)."""

from speelveld.geometry import HERE, Matrix, Rect
from speelveld.svgxml import Element, SvgError
from speelveld.typeset.svglength import numbers

_SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
# Smaller or larger than this is no drawing anyone made, and its numbers lose their precision.
_LEAST, _MOST = 1e-4, 1e7


def view_box(element: Element) -> Rect | None:
    """Return the `viewBox` of an element; None if it has none that says something."""
    text = element.attributes.get("viewBox", "").strip()
    if not text:
        return None
    try:
        found = numbers(text)
    except SvgError as error:
        raise SvgError(f"de viewBox op regel {element.line} kan hier niet: {text[:40]!r}") from error
    if len(found) != 4 or found[2] < 0 or found[3] < 0:
        return None
    return Rect(*found)


def measured(width: float, height: float, line: int) -> None:
    """Refuse a size that no drawing has."""
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        raise SvgError(f"de maat van de SVG op regel {line} is te klein of te groot")


def fitted(view: Rect | None, box: Rect, aspect: str) -> Matrix:
    """Return where `view` goes that is fitted in `box`; without one only the corner of the box counts."""
    if view is None:
        return HERE if not box.x and not box.y else Matrix.moving(box.x, box.y)
    across, down = box.width / view.width, box.height / view.height
    words = aspect.split() or ["xMidYMid"]
    if words[0] == "defer":
        words = words[1:] or ["xMidYMid"]
    align = words[0]
    if align == "none":
        pass
    elif len(align) == 8 and align[0] == "x" and align[4] == "Y" and align[1:4] in _SHARES and align[5:] in _SHARES:
        across = down = max(across, down) if words[1:2] == ["slice"] else min(across, down)
    else:
        return fitted(view, box, "")
    left = top = 0.0
    if align != "none":
        left = (box.width - view.width * across) * _SHARES[align[1:4]]
        top = (box.height - view.height * down) * _SHARES[align[5:]]
    if across == down == 1.0:
        return Matrix.moving(box.x + left - view.x, box.y + top - view.y)
    return Matrix(across, 0.0, 0.0, down, box.x + left - view.x * across, box.y + top - view.y * down)
