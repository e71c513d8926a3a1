"""Screen colours → the four inks of a press, through the ICC profile of its paper, and never more ink than it bears."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speelveld.colors import Color

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

Cmyk = tuple[float, float, float, float]


class Inks:
    """One press: the profile of its paper, and the most ink it bears.

    Black text is printed over what lies under it. So that no spot gets more than `limit` percent there either, cyan,
    magenta and yellow together stay 100 below it: black can come on top of any of them.
    """

    def __init__(self, profile: Path, limit: int) -> None:
        self._profile = profile
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

    def picture(self, image: "Image") -> "Image":
        """Return a picture in grey or sRGB as one in CMYK; grey is printed in black alone."""
        from PIL import Image, ImageChops, ImageCms

        if image.mode == "L":
            empty = Image.new("L", image.size, 0)
            return Image.merge("CMYK", (empty, empty, empty, ImageChops.invert(image)))
        return _limited(ImageCms.applyTransform(image, self._transform()) or image, self._target)

    def _converted(self, rgb: tuple[float, float, float]) -> Cmyk:
        if len(set(rgb)) == 1:
            # Thin grey lines in four inks get coloured edges when a plate is a hair off.
            return 0.0, 0.0, 0.0, 1 - rgb[0]
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

    def _transform(self) -> "ImageCmsTransform":
        return _transform(self._profile.read_bytes())


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
