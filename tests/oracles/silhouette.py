"""An oracle that looks at what is drawn on white, as if it were cut out of paper; it imports nothing of ours."""

from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops

# Paler than this is taken for the paper itself.
_PAPER = 250


def silhouette(pdf: bytes, number: int = 0, dpi: float = 100) -> Image.Image:
    """Return black where a page is not white, and white elsewhere."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        image = document[number].render(scale=dpi / 72).to_pil().convert("L")
    return image.point(lambda level: 0 if level < _PAPER else 255).convert("1")


def area(image: Image.Image) -> int:
    """Return how many pixels are black."""
    return image.convert("L").histogram()[0]


def differing(one: Image.Image, other: Image.Image) -> float:
    """Return what is black in just one of two silhouettes, as a share of what is black in either."""
    both = area(ImageChops.logical_or(one, other))
    either = area(ImageChops.logical_and(one, other))
    return (either - both) / either if either else 0.0
