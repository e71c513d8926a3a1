"""`fill` and `stroke` of an element of SVG → what a shape is painted with (SVG 2, chapter 13)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from speelveld.colors import Color
from speelveld.svgxml import Element, SvgError
from speelveld.typeset.frame import Ends
from speelveld.typeset.gradient import Gradient
from speelveld.typeset.svgcolor import color_of
from speelveld.typeset.svggradient import KINDS, Seen, gradient_of
from speelveld.typeset.svglength import NUMBER, Ruler, plain, share
from speelveld.typeset.svgstyle import Look, Styles

_URL = re.compile(r"""url\(\s*["']?([^"')]*)["']?\s*\)\s*(.*)""", re.DOTALL)
_CAPS, _JOINS = {"butt": 0, "round": 1, "square": 2}, {"miter": 0, "round": 1, "bevel": 2}
_MITER = 4.0
_MOST_DASHES = 100


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour or a gradient, and how opaque it is."""

    what: Color | Gradient
    opacity: float


@dataclass(frozen=True, slots=True)
class Line:
    """How a line is drawn, in the units of its shape."""

    width: float
    dash: tuple[float, ...]
    ends: Ends


def reference(text: str) -> tuple[str, str] | None:
    """Return what `url(#name)` refers to, and what is written after it; None if it is no reference."""
    match = _URL.match(text.strip())
    if match is None:
        return None
    if not match[1].startswith("#"):
        raise SvgError(f"de SVG verwijst naar een ander bestand ({match[1][:40]!r}), en dat kan hier niet")
    return match[1][1:], match[2].strip()


class Paints:
    """Knows the gradients of one SVG."""

    def __init__(self, ids: Mapping[str, Element], styles: Styles) -> None:
        self._ids, self._styles = ids, styles

    def of(self, name: str, look: Look, seen: Seen) -> Paint | None:
        """Return the paint of property `name`, 'fill' or 'stroke'; None if nothing is painted."""
        text = look.get(name, "black" if name == "fill" else "none")
        opacity = share(look.get(f"{name}-opacity", "1"))
        if opacity == 0:
            return None
        named = reference(text)
        if named is None:
            return self._colored(text, look, opacity)
        target = self._ids.get(named[0])
        if target is None:
            return self._colored(named[1] or "none", look, opacity)
        if target.name not in KINDS:
            what = "patroon" if target.name == "pattern" else f"<{target.name}>"
            raise SvgError(f"de SVG vult een vorm met een {what}, en dat kan hier niet")
        found = gradient_of(target, self._ids, self._styles, seen)
        if found is None:
            return None
        if isinstance(found, Gradient):
            alphas = {stop.opacity for stop in found.stops}
            return None if alphas == {0.0} else Paint(found, opacity)
        return _paint(found, opacity)

    def _colored(self, text: str, look: Look, opacity: float) -> Paint | None:
        if text.lower() == "currentcolor":
            text = look.get("color", "black")
        if text.lower() in ("context-fill", "context-stroke"):
            text = "none"
        return _paint(color_of(text), opacity)


def _paint(found: tuple[Color, float] | None, opacity: float) -> Paint | None:
    if found is None or found[1] * opacity <= 0:
        return None
    return Paint(found[0], found[1] * opacity)


def line_of(look: Look, ruler: Ruler) -> Line:
    """Return how the line of a shape is drawn."""
    width = ruler.along(look.get("stroke-width", "1"))
    dash = _dash(look.get("stroke-dasharray", "none"), ruler)
    miter = plain(look.get("stroke-miterlimit", str(_MITER)))
    ends = Ends(
        _CAPS.get(look.get("stroke-linecap", "butt"), 0),
        _JOINS.get(look.get("stroke-linejoin", "miter"), 0),
        miter if miter >= 1 else _MITER,
        ruler.along(look.get("stroke-dashoffset", "0")) if dash else 0.0,
    )
    return Line(max(0.0, width), dash, ends)


def _dash(text: str, ruler: Ruler) -> tuple[float, ...]:
    if text.strip() in ("none", "null"):
        return ()
    parts = text.replace(",", " ").split()
    if any(len(NUMBER.findall(part)) != 1 for part in parts):
        return ()
    if len(parts) > _MOST_DASHES:
        raise SvgError("de SVG gebruikt een lijn met te veel soorten streepjes")
    lengths = tuple(ruler.along(part) for part in parts)
    # A sum of nothing, or a negative length, is a line without dashes.
    if any(length < 0 for length in lengths) or sum(lengths) <= 0:
        return ()
    return lengths * 2 if len(lengths) % 2 else lengths
