"""An oracle that looks at a page: where the ink of a colour is, in millimetres; it imports nothing of ours."""

from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops

DPI = 300
PIXEL = 25.4 / DPI


@dataclass(frozen=True)
class Box:
    """A box on the page in millimetres from its top left."""

    left: float
    top: float
    right: float
    bottom: float

    def near(self, other: "Box", slack: float = 1.5 * PIXEL) -> bool:
        """Tell whether every side lies within a pixel and a half of that of `other`."""
        pairs = zip(
            (self.left, self.top, self.right, self.bottom),
            (other.left, other.top, other.right, other.bottom),
            strict=True,
        )
        return all(abs(one - two) <= slack for one, two in pairs)


def page(pdf: bytes, number: int = 0, dpi: float = DPI) -> Image.Image:
    """Return a page as pixels."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return document[number].render(scale=dpi / 72, rev_byteorder=True).to_pil().convert("RGB")


def ink_box(image: Image.Image, color: str, slack: int = 40) -> Box | None:
    """Return the box around all pixels of about `color` ('ff0000'); None if there are none."""
    wanted = Image.new("RGB", image.size, f"#{color}")
    channels = ImageChops.difference(image, wanted).split()
    distance = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    box = distance.point(lambda value: 255 if value <= slack else 0).getbbox()
    return None if box is None else Box(*(side * PIXEL for side in box))


def any_ink(image: Image.Image) -> Box | None:
    """Return the box around all that is not white."""
    box = ImageChops.invert(image.convert("L")).point(lambda value: 255 if value > 40 else 0).getbbox()
    return None if box is None else Box(*(side * PIXEL for side in box))
