"""Pictures of finished pages: one PNG per page of a PDF.

Colours are as pdfium converts them: fit to look at, not a proof for print.
"""

import struct
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

# Measured on pages of text and flat colour: rows as they are and the fastest packing give smaller files than rows
# told as differences, in half the time.
_FASTEST = 1
_INCH = 0.0254
_THREADS = 2
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it was drawn, in RGB, and how many pixels there are to an inch."""

    picture: "Image"
    dpi: float


def draw_pages(pdf: bytes, dpi: int, longest: int = 1600, numbers: Sequence[int] | None = None) -> Iterator[Drawn]:
    """Yield pages of `pdf` (all, or those with these numbers, from nought) as they are drawn.

    They are drawn at `dpi`, or less where the long side would pass `longest` pixels. pdfium draws on the thread of the
    caller, for it cannot do two things at once.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)) if numbers is None else numbers:
            page = document[number]
            # A hair less than the limit, for pdfium rounds up.
            scale = min(dpi / 72, (longest - 1e-6) / max(page.get_size()))
            bitmap = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
            picture = bitmap.to_pil()
            yield Drawn(picture if picture.mode == "RGB" else picture.convert("RGB"), scale * 72)
            bitmap.close()
            page.close()


def render_previews(pdf: bytes, dpi: int, longest: int = 1600) -> Iterator[bytes]:
    """Yield each page of `pdf` as PNG, which holds the resolution it was drawn at; see `draw_pages`.

    Other threads pack what was drawn while the next page is.
    """
    packing: deque[Future[bytes]] = deque()
    with ThreadPoolExecutor(_THREADS) as threads:
        for drawn in draw_pages(pdf, dpi, longest):
            packing.append(threads.submit(pack, drawn))
            if len(packing) == _AHEAD:
                yield packing.popleft().result()
        while packing:
            yield packing.popleft().result()


def pack(drawn: Drawn, compression: int = _FASTEST) -> bytes:
    """Return a picture as PNG, its rows unfiltered (ISO/IEC 15948, 9.2: filter type 0)."""
    picture = drawn.picture
    pixels, stride = picture.tobytes(), 3 * picture.width
    rows = b"".join(b"\0" + pixels[start : start + stride] for start in range(0, len(pixels), stride))
    a_metre = int(drawn.dpi / _INCH + 0.5)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", a_metre, a_metre, 1)),
        (b"IDAT", zlib.compress(rows, compression)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def unpack(png: bytes) -> Drawn:
    """Return the picture that `pack` made a PNG of."""
    from PIL import Image

    with Image.open(BytesIO(png)) as picture:
        return Drawn(picture.convert("RGB"), float(picture.info["dpi"][0]))
