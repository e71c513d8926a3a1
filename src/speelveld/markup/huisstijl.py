"""The colour of a gemeente → the colours of the theme that follow from it, so that text in and on it can be read."""

from collections.abc import Sequence

from speelveld.colors import Color, contrast, parse_hex, simple_cmyk
from speelveld.colors.inks import Inks
from speelveld.markup.style import Theme

Rgb = tuple[float, float, float]

# WCAG 2.1: text on its ground (1.4.3), and lines and edges that tell something (1.4.11); with a little to spare for
# rounding to whole values.
_READABLE, _VISIBLE, _SPARE = 4.5, 3.0, 0.1
_TINT, _DARKER = 0.12, 0.94
# Walls and roofs of the street: so much of the colour of lines, the rest white. The third wall is of no colour's own.
_STREET = {"muur-1": 0.13, "muur-2": 0.32, "dak": 0.6}
# Grounds of the theme on which text in the colour of the gemeente stands.
_PALE = ("wit", "licht", "grond")
# Between white and ink lie colours on which neither can be read; on any of those black can.
_BLACK = Color("zwart", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))


def huisstijl_colors(theme: Theme, hex_color: str, presses: Sequence[Inks] = ()) -> dict[str, Color]:
    """Return the theme's 'huis' colours for a gemeente's own colour: itself, its tint, and what goes on and beside it.

    The colour itself is never changed. What would be too light on white is darkened: text until it can be read on every
    pale ground, lines and edges until they can be seen, on a screen and by each of `presses`.
    """
    rgb = parse_hex(hex_color)
    full, pale = _reckoned("huis", rgb), _reckoned("huis-licht", _tinted(rgb, _TINT))
    white = theme.color("wit")
    grounds = [pale, *(theme.color(name) for name in _PALE if name in theme.colors)]
    line = _darkened("huis-lijn", rgb, [white], presses, _VISIBLE + _SPARE)
    return {
        "huis": full,
        "huis-lijn": line,
        "huis-tekst": _darkened("huis-tekst", rgb, grounds, presses, _READABLE + _SPARE),
        "huis-licht": pale,
        "op-huis": _on(full, (white, theme.color("inkt"), _BLACK), presses),
        **{name: _reckoned(name, _tinted(line.rgb, share)) for name, share in _STREET.items()},
    }


def _tinted(rgb: Rgb, share: float) -> Rgb:
    red, green, blue = (1 - (1 - part) * share for part in rgb)
    return red, green, blue


def _on(ground: Color, inks: Sequence[Color], presses: Sequence[Inks]) -> Color:
    """Return the first of `inks` that can be read on `ground`, on a screen and by each of `presses`.

    If there is none, the screen and the presses get one each. On a screen white or black always can be read; where
    neither can in print, the one that comes nearest is for large letters alone.
    """
    screen = [contrast(ink, ground) for ink in inks]
    printed = [min((press.contrast(ink, ground) for press in presses), default=_READABLE) for ink in inks]
    both = [min(pair) for pair in zip(screen, printed, strict=True)]
    shown, inked = (_first(found) for found in ((both, both) if max(both) >= _READABLE else (screen, printed)))
    return Color("op-huis", inks[shown].rgb, inks[inked].cmyk, large=printed[inked] < _READABLE)


def _first(contrasts: Sequence[float]) -> int:
    """Return which is the first that can be read, or the one that comes nearest to it."""
    good = (number for number, found in enumerate(contrasts) if found >= _READABLE)
    return next(good, max(range(len(contrasts)), key=contrasts.__getitem__))


def _reckoned(name: str, rgb: Rgb) -> Color:
    return Color(name, rgb, simple_cmyk(rgb), chosen=False)


def _darkened(name: str, rgb: Rgb, grounds: Sequence[Color], presses: Sequence[Inks], least: float) -> Color:
    """Return the colour `rgb` as it is, or darker: with a contrast of at least `least` on all grounds."""
    while _least(color := _reckoned(name, rgb), grounds, presses) < least:
        rgb = (rgb[0] * _DARKER, rgb[1] * _DARKER, rgb[2] * _DARKER)
    return color


def _least(color: Color, grounds: Sequence[Color], presses: Sequence[Inks]) -> float:
    """Return the contrast of `color` on the ground, and on the screen or by the press, where that is least."""
    seen = (contrast, *(press.contrast for press in presses))
    return min(ratio(color, ground) for ratio in seen for ground in grounds)
