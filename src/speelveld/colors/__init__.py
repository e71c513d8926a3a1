"""Named colours, each with a value for a screen and office printer (RGB) and one for a printing press (CMYK)."""

import re
from dataclasses import dataclass

_HEX = re.compile(r"#([0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Color:
    """A colour by its name in the theme; `rgb` and `cmyk` run from 0 to 1."""

    name: str
    rgb: tuple[float, float, float]
    cmyk: tuple[float, float, float, float]
    chosen: bool = True
    """Whether someone chose `cmyk`; otherwise it is reckoned from `rgb`, and the profile of a press knows better."""


def parse_hex(text: str) -> tuple[float, float, float]:
    """Return '#1a2b3c' as red, green and blue from 0 to 1.

    Raises:
        ValueError: it is not written with six hexadecimal digits.
    """
    match = _HEX.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is geen kleur; schrijf een kleur als '#005ca9'")
    red, green, blue = (int(match[1][i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    light, dark = sorted((_luminance(one.rgb), _luminance(other.rgb)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Color, other: Color, share: float = 0.5) -> Color:
    """Return so much of `one` and for the rest `other`, on a screen and in the inks of a press."""

    def parts(first: tuple[float, ...], second: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(share * part + (1 - share) * rest for part, rest in zip(first, second, strict=True))

    red, green, blue = parts(one.rgb, other.rgb)
    cyan, magenta, yellow, black = parts(one.cmyk, other.cmyk)
    name = f"{share:.0%} {one.name} in {other.name}"
    return Color(name, (red, green, blue), (cyan, magenta, yellow, black), one.chosen and other.chosen)


def simple_cmyk(rgb: tuple[float, float, float]) -> tuple[float, float, float, float]:
    """Return a CMYK value without a profile: all the grey that can be taken goes to black, so ink stays below 300 %."""
    black = 1 - max(rgb)
    if black >= 1:
        return 0.0, 0.0, 0.0, 1.0
    cyan, magenta, yellow = ((1 - part - black) / (1 - black) for part in rgb)
    return cyan, magenta, yellow, black


def _luminance(rgb: tuple[float, float, float]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
