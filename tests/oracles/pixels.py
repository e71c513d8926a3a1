"""An oracle that looks at a page: where the ink of a colour is, in millimetres; it imports nothing of ours."""

from io import BytesIO

import pypdfium2
from PIL import Image

from tests.oracles.boxes import Box
from tests.oracles.inkspots import Dots, colored, darker

DPI = 300
PIXEL = 25.4 / DPI


def page(pdf: bytes, number: int = 0, dpi: float = DPI) -> Image.Image:
    """Return a page as pixels."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return document[number].render(scale=dpi / 72, rev_byteorder=True).to_pil().convert("RGB")


def ink_box(image: Image.Image, color: str, slack: int = 40) -> Box | None:
    """Return the box around all pixels of about `color` ('ff0000'); None if there are none."""
    return _in_mm(colored(image, f"#{color}", slack))


def any_ink(image: Image.Image) -> Box | None:
    """Return the box around all that is not white."""
    return _in_mm(darker(image, 215))


def _in_mm(dots: Dots | None) -> Box | None:
    return None if dots is None else Box(*(side * PIXEL for side in dots))
