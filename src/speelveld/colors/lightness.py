"""How light what a press prints looks on its paper, by the ICC profile of that paper and its inks."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsTransform

Cmyk = tuple[float, float, float, float]

_MOST = 255


@lru_cache(maxsize=4096)
def luminance(profile: bytes, cmyk: Cmyk) -> float:
    """Return the luminance of four inks, where 1 is that of the bare paper (CIE Y, relative colorimetric)."""
    from PIL import Image

    dots = tuple(round(_MOST * part) for part in cmyk)
    return _measured(profile, Image.new("CMYK", (1, 1), dots))[0]


def grey(profile: bytes, light: float) -> float:
    """Return the share of black that looks as light as `light` (1: the paper) when it is printed alone."""
    steps = _blacks(profile)
    return min(range(_MOST + 1), key=lambda step: abs(steps[step] - light)) / _MOST


def darkest(profile: bytes) -> float:
    """Return the luminance of black alone, which is not 0."""
    return _blacks(profile)[_MOST]


@lru_cache(maxsize=8)
def _blacks(profile: bytes) -> tuple[float, ...]:
    from PIL import Image

    empty, every = Image.new("L", (_MOST + 1, 1), 0), Image.frombytes("L", (_MOST + 1, 1), bytes(range(_MOST + 1)))
    return _measured(profile, Image.merge("CMYK", (empty, empty, empty, every)))


def _measured(profile: bytes, image: Any) -> tuple[float, ...]:
    from PIL import ImageCms

    found: Any = ImageCms.applyTransform(image, _to_lab(profile))
    # CIE 15: L* is 0 to 100, here in 255 steps.
    return tuple(_relative(100 * step / _MOST) for step in found.getchannel("L").tobytes())


def _relative(lightness: float) -> float:
    """Return the luminance of CIE L* (CIE 15, 8.2.1.1)."""
    root = (lightness + 16) / 116
    return root**3 if lightness > 8 else lightness * 27 / 24389


@lru_cache(maxsize=8)
def _to_lab(profile: bytes) -> "ImageCmsTransform":
    from PIL import ImageCms

    return ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        ImageCms.createProfile("LAB"),
        "CMYK",
        "LAB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
