"""The colour of a gemeente → the colours of the theme that follow from it, so that text in and on it can be read."""

from collections.abc import Sequence

from speelveld.colors import Color, contrast, parse_hex, simple_cmyk
from speelveld.markup.style import Theme

# WCAG 2.1, 1.4.3: text on its ground, with a little to spare for rounding to whole values.
_READABLE, _SPARE = 4.5, 0.1
# WCAG 2.1, 1.4.11: lines and edges that tell something.
_VISIBLE = 3.0
_TINT, _DARKER = 0.12, 0.94
# Walls and roofs of the street: so much of the colour of lines, the rest white. The third wall is of no colour's own.
_STREET = {"muur-1": 0.13, "muur-2": 0.32, "dak": 0.6}
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
    tint = _tinted(rgb, _TINT)
    full = _reckoned("huis", rgb)
    pale = _reckoned("huis-licht", tint)
    grounds = [pale, *(theme.color(name) for name in _PALE if name in theme.colors)]
    text = _darkened(rgb, grounds, _READABLE + _SPARE)
    line = _darkened(rgb, [white], _VISIBLE)
    on_it = next(
        (color for color in (white, theme.color("inkt")) if contrast(full, color) >= _READABLE),
        _BLACK,
    )
    return {
        "huis": full,
        "huis-lijn": _reckoned("huis-lijn", line),
        "huis-tekst": _reckoned("huis-tekst", text),
        "huis-licht": pale,
        "op-huis": Color("op-huis", on_it.rgb, on_it.cmyk),
        **{name: _reckoned(name, _tinted(line, share)) for name, share in _STREET.items()},
    }


def _reckoned(name: str, rgb: tuple[float, float, float]) -> Color:
    return Color(name, rgb, simple_cmyk(rgb), chosen=False)


def _tinted(rgb: tuple[float, float, float], share: float) -> tuple[float, float, float]:
    red, green, blue = (1 - (1 - part) * share for part in rgb)
    return red, green, blue


def _darkened(rgb: tuple[float, float, float], grounds: Sequence[Color], least: float) -> tuple[float, float, float]:
    """Return `rgb` as it is, or darker: with a contrast of at least `least` on all grounds."""
    while min(contrast(Color("", rgb, (0, 0, 0, 0)), ground) for ground in grounds) < least:
        rgb = (rgb[0] * _DARKER, rgb[1] * _DARKER, rgb[2] * _DARKER)
    return rgb
