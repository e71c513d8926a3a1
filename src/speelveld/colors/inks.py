"""Screen colours → the four inks of a press, through the ICC profile of its paper, and never more ink than it bears."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speelveld.colors import Color, luminance_of, ratio
from speelveld.colors.lightness import Cmyk, darkest, grey, luminance

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

_BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)


def overprints(color: Color) -> bool:
    """Tell whether a text in `color` is printed over what lies under it: black alone is, all else is left out of it."""
    return color.cmyk == _BLACK


class Inks:
    """One press: the profile of its paper, and the most ink it bears.

    Black text is printed over what lies under it. So that no spot gets more than `limit` percent there either, cyan,
    magenta and yellow together stay 100 below it: black can come on top of any of them.
    """

    def __init__(self, profile: Path, limit: int) -> None:
        self._profile = profile.read_bytes()
        self._most = (limit - 100) / 100
        # What is above it becomes a little less: a renderer rounds each ink, and may round all of them up.
        self._target = self._most - 0.01
        self._known: dict[Color, Color] = {}

    def color(self, color: Color) -> Color:
        """Return `color` with the inks it is printed in: those someone chose, or those the profile gives."""
        found = self._known.get(color)
        if found is None:
            cmyk = self._bounded(color.cmyk if color.chosen else self._converted(color.rgb))
            found = self._known[color] = Color(color.name, color.rgb, cmyk)
        return found

    def contrast(self, text: Color, ground: Color) -> float:
        """Return the contrast ratio of a text on its ground as they are printed, 1 to 21 (WCAG 2.1, on this paper)."""
        over, under = self.color(text), self.color(ground).cmyk
        seen = (*under[:3], 1.0) if overprints(over) else over.cmyk
        return ratio(luminance(self._profile, seen), luminance(self._profile, under))

    def picture(self, image: "Image") -> "Image":
        """Return a picture in grey or sRGB as one in CMYK; grey is printed in black alone."""
        from PIL import Image, ImageCms

        if image.mode == "L":
            empty = Image.new("L", image.size, 0)
            return Image.merge("CMYK", (empty, empty, empty, image.point(self._greys())))
        return _limited(ImageCms.applyTransform(image, self._transform()) or image, self._target)

    def _converted(self, rgb: tuple[float, float, float]) -> Cmyk:
        if len(set(rgb)) == 1:
            # Thin grey lines in four inks get coloured edges when a plate is a hair off.
            return 0.0, 0.0, 0.0, grey(self._profile, luminance_of(rgb))
        from PIL import Image

        values = tuple(round(255 * part) for part in rgb)
        inks: Any = self.picture(Image.new("RGB", (1, 1), values)).getpixel((0, 0))
        cyan, magenta, yellow, black = (part / 255 for part in inks)
        return cyan, magenta, yellow, black

    def _bounded(self, cmyk: Cmyk) -> Cmyk:
        cyan, magenta, yellow, black = cmyk
        total = cyan + magenta + yellow
        if total <= self._most:
            return cmyk
        # What cyan, magenta and yellow have in common is grey, and black can take its place; the rest gets lighter.
        grey = min(cyan, magenta, yellow, (total - self._target) / 3)
        share = min(1.0, self._target / (total - 3 * grey))
        return (cyan - grey) * share, (magenta - grey) * share, (yellow - grey) * share, min(1.0, black + grey)

    def _greys(self) -> list[int]:
        """Return the black for every grey of a picture, from 0 to 255.

        Black alone is not quite black. All greys of a picture get lighter by that much, or its shadows would be lost.
        """
        black = darkest(self._profile)
        levels = (luminance_of((step / 255, step / 255, step / 255)) for step in range(256))
        return [round(255 * grey(self._profile, black + (1 - black) * light)) for light in levels]

    def _transform(self) -> "ImageCmsTransform":
        return _transform(self._profile)


@lru_cache(maxsize=8)
def _transform(profile: bytes) -> "ImageCmsTransform":
    from PIL import ImageCms

    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _limited(image: "Image", most: float) -> "Image":
    """Return a CMYK picture in which cyan, magenta and yellow are at most `most` together; black takes their place."""
    from PIL import Image, ImageMath

    cyan, magenta, yellow, black = image.split()
    bound = int(255 * most)
    total: Any = ImageMath.lambda_eval(
        lambda bands: bands["max"](bands["c"] + bands["m"] + bands["y"], bound), c=cyan, m=magenta, y=yellow
    )
    if total.getextrema()[1] <= bound:
        return image
    # As for a single colour: black takes the place of what is grey, and the rest gets lighter.
    grey: Any = ImageMath.lambda_eval(
        lambda bands: bands["min"](
            bands["min"](bands["c"], bands["m"]), bands["min"](bands["y"], (bands["t"] - bound + 2) / 3)
        ),
        c=cyan,
        m=magenta,
        y=yellow,
        t=total,
    )
    colors = [
        ImageMath.lambda_eval(
            lambda bands: bands["convert"](
                (bands["x"] - bands["g"]) * bound / bands["max"](bands["t"] - 3 * bands["g"], bound), "L"
            ),
            x=band,
            g=grey,
            t=total,
        )
        for band in (cyan, magenta, yellow)
    ]
    darker = ImageMath.lambda_eval(
        lambda bands: bands["convert"](bands["min"](bands["k"] + bands["g"], 255), "L"), k=black, g=grey
    )
    return Image.merge("CMYK", (*colors, darker))
