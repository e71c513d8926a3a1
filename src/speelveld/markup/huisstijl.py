"""The colour of a gemeente → the colours of the theme that follow from it, so that text in and on it can be read."""

from collections.abc import Sequence

from speelveld.colors import Color, contrast, parse_hex, simple_cmyk
from speelveld.markup.style import Theme

# WCAG 2.1, 1.4.3: text on its ground, with a little to spare for rounding to whole values.
_READABLE, _SPARE = 4.5, 0.1
# WCAG 2.1, 1.4.11: lines and edges that tell something.
_VISIBLE = 3.0
_TINT, _DARKER = 0.12, 0.94
# Grounds of the theme on which text in the colour of the gemeente stands.
_PALE = ("wit", "licht", "grond")
# Between white and ink lie colours on which neither can be read; on any of those black can.
_BLACK = Color("zwart", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))


def huisstijl_colors(theme: Theme, hex_color: str) -> dict[str, Color]:
    """Return the theme's 'huis' colours for a gemeente's own colour: itself, its tint, and what goes on and beside it.

    The colour itself is never changed. What would be too light on white is darkened: text until it can be read on every
    pale ground, lines and edges until they can be seen.
    """
    rgb = parse_hex(hex_color)
    white = theme.color("wit")
    red, green, blue = (1 - (1 - part) * _TINT for part in rgb)
    tint = (red, green, blue)
    full = Color("huis", rgb, simple_cmyk(rgb), chosen=False)
    pale = Color("huis-licht", tint, simple_cmyk(tint), chosen=False)
    grounds = [pale, *(theme.color(name) for name in _PALE if name in theme.colors)]
    text = _darkened(rgb, grounds, _READABLE + _SPARE)
    line = _darkened(rgb, [white], _VISIBLE)
    on_it = next(
        (color for color in (white, theme.color("inkt")) if contrast(full, color) >= _READABLE),
        _BLACK,
    )
    return {
        "huis": full,
        "huis-lijn": Color("huis-lijn", line, simple_cmyk(line), chosen=False),
        "huis-tekst": Color("huis-tekst", text, simple_cmyk(text), chosen=False),
        "huis-licht": pale,
        "op-huis": Color("op-huis", on_it.rgb, on_it.cmyk),
    }


def _darkened(rgb: tuple[float, float, float], grounds: Sequence[Color], least: float) -> tuple[float, float, float]:
    """Return `rgb` as it is, or darker: with a contrast of at least `least` on all grounds."""
    while min(contrast(Color("", rgb, (0, 0, 0, 0)), ground) for ground in grounds) < least:
        rgb = (rgb[0] * _DARKER, rgb[1] * _DARKER, rgb[2] * _DARKER)
    return rgb
