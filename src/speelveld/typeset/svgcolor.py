"""Colours as CSS writes them → a colour and how opaque it is (CSS Color 4)."""

import math
from functools import lru_cache

from tinycss2 import color4

from speelveld.colors import Color, parse_hex, simple_cmyk
from speelveld.svgxml import SvgError


@lru_cache(maxsize=4096)
def color_of(text: str) -> tuple[Color, float] | None:
    """Return a colour with its opacity; None is no colour at all.

    Raises:
        SvgError: it is no colour, or one that depends on where it is shown.
    """
    # Old drawings add what a press should make of it; browsers do not look at that.
    plain = text.partition("icc-color(")[0].strip().lower()
    if plain in ("none", "transparent", ""):
        return None
    parts = _parts(plain)
    if parts is None or not all(math.isfinite(part) for part in parts):
        raise SvgError(f"de SVG gebruikt de kleur {text[:40]!r}, en die kan hier niet")
    red, green, blue, alpha = (min(1.0, max(0.0, part)) for part in parts)
    code = f"#{''.join(f'{round(255 * part):02x}' for part in (red, green, blue))}"
    rgb = parse_hex(code)
    return Color(f"logo {code}", rgb, simple_cmyk(rgb), chosen=False), alpha


def _parts(text: str) -> tuple[float, float, float, float] | None:
    try:
        found = color4.parse_color(text)
        if found is None or isinstance(found, str):
            return None
        red, green, blue = found.to("srgb").coordinates
    except (ValueError, ArithmeticError, NotImplementedError, TypeError):  # spaces that it reads but cannot reckon with
        return None
    return red, green, blue, found.alpha
