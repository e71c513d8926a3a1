"""What colours look like: on a screen, printed by an ICC profile, in grey, to a deuteranope; imports nothing of ours.

A colour is L*, a* and b*, where the white of the screen or of the paper has L* 100.
"""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

Lab = tuple[float, float, float]
Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]

# IEC 61966-2-1, sRGB to CIE XYZ; and its white.
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_FROM_XYZ = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
_WHITE = (0.95047, 1.0, 1.08883)
# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# severity 1.0, on linear RGB.
_DEUTERANOPE = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))

Matrix = Sequence[Sequence[float]]


def on_screen(color: str) -> Lab:
    """Return a colour written as '#1a2b3c'."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return _lab(_times(_TO_XYZ, linear))


def on_paper(profile: Path, inks: Sequence[Cmyk]) -> list[Lab]:
    """Return what inks (each 0 to 1) look like by the profile of a press, beside its bare paper (littlecms)."""
    dots = bytes(round(255 * part) for cmyk in inks for part in cmyk)
    found: Any = ImageCms.profileToProfile(
        Image.frombytes("CMYK", (len(inks), 1), dots),
        str(profile),
        ImageCms.createProfile("LAB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="LAB",
    )
    lights, *sides = (band.tobytes() for band in found.split())
    return [(light / 2.55, a - 128, b - 128) for light, a, b in zip(lights, *sides, strict=True)]


def luminance(lab: Lab) -> float:
    """Return the relative luminance, 0 to 1."""
    return _xyz(lab)[1]


def contrast(one: Lab, other: Lab) -> float:
    """Return the contrast ratio of WCAG 2.1, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def to_deuteranope(lab: Lab) -> Lab:
    """Return the colour as who has no green cones sees it."""
    linear = [min(1.0, max(0.0, part)) for part in _times(_FROM_XYZ, _xyz(lab))]
    return _lab(_times(_TO_XYZ, [min(1.0, max(0.0, part)) for part in _times(_DEUTERANOPE, linear)]))


def difference(one: Lab, other: Lab) -> float:
    """Return CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    (light1, a1, b1), (light2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    factor = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    a1, a2 = a1 * factor, a2 * factor
    chroma1, chroma2 = math.hypot(a1, b1), math.hypot(a2, b2)
    hue1, hue2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    grey = chroma1 * chroma2 == 0
    turn = 0.0 if grey else (hue2 - hue1 + 180) % 360 - 180
    hue = hue1 + hue2 if grey else (hue1 + turn / 2) % 360
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    waves = ((0.17, 1, -30, -1), (0.24, 2, 0, 1), (0.32, 3, 6, 1), (0.2, 4, -63, -1))
    shape = 1 + sum(sign * size * math.cos(math.radians(times * hue + phase)) for size, times, phase, sign in waves)
    weights = (
        1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2),
        1 + 0.045 * chroma,
        1 + 0.015 * chroma * shape,
    )
    parts = (light2 - light1, chroma2 - chroma1, 2 * math.sqrt(chroma1 * chroma2) * math.sin(math.radians(turn / 2)))
    lightness, colorful, around = (part / weight for part, weight in zip(parts, weights, strict=True))
    bend = math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    twist = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * bend
    return math.sqrt(lightness**2 + colorful**2 + around**2 + twist * colorful * around)


def _times(matrix: Matrix, vector: Iterable[float]) -> list[float]:
    column = list(vector)
    return [sum(one * other for one, other in zip(row, column, strict=True)) for row in matrix]


def _lab(xyz: Sequence[float]) -> Lab:
    x, y, z = (_root(part / white) for part, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _xyz(lab: Lab) -> list[float]:
    y = (lab[0] + 16) / 116
    roots = (y + lab[1] / 500, y, y - lab[2] / 200)
    return [white * _cube(root) for white, root in zip(_WHITE, roots, strict=True)]


def _root(part: float) -> float:
    return math.cbrt(part) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def _cube(root: float) -> float:
    return root**3 if root**3 > 216 / 24389 else (116 * root - 16) * 27 / 24389
