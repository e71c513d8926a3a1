"""Pictures of finished pages: one PNG per page of a PDF, and one contact sheet of a whole kit.

Colours are as pdfium converts them: fit to look at, not a proof for print.
"""

import struct
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from speelveld.files import ReadFile
from speelveld.geometry import Rect, Size
from speelveld.output.contactsheet import LETTERS, ContactSheet, Group, arrange
from speelveld.output.digest import digest

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

# Measured on pages of text and flat colour: rows as they are and the fastest packing give smaller files than rows
# told as differences, in half the time.
_COMPRESSION = 1
_INCH = 0.0254
_THREADS = 2
_AHEAD = 4

OVERVIEW_WIDTH = 2400
"""How many pixels wide the picture of a whole kit is at most."""

_GROUND = "#eceef0"
_BORDER = "#c3c8ce"
_INK = "#2b3036"
# A picture for a mail or a web page; a larger file is made from fewer colours, then from fewer pixels.
_MOST_BYTES = 1_500_000
_COLOURS = 256
_SHRINK = 0.85


def drawn_by() -> str:
    """Return what tells these pictures of a file apart from what another program or library makes of it."""
    return f"pypdfium2 {version('pypdfium2')}, {digest(Path(__file__).read_bytes())[:16]}"


def render_previews(pdf: bytes, dpi: int, longest: int = 1600) -> Iterator[bytes]:
    """Yield each page of `pdf` as PNG at `dpi`, or less where its long side would pass `longest` pixels.

    The PNG holds the resolution it was drawn at, from which `overview` knows the size of the paper. pdfium draws on the
    thread of the caller, for it cannot do two things at once; other threads meanwhile pack what was drawn.
    """
    import pypdfium2

    packing: deque[Future[bytes]] = deque()
    with pypdfium2.PdfDocument(pdf) as document, ThreadPoolExecutor(_THREADS) as threads:
        for number in range(len(document)):
            page = document[number]
            # A hair less than the limit, for pdfium rounds up.
            scale = min(dpi / 72, (longest - 1e-6) / max(page.get_size()))
            bitmap = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
            packing.append(threads.submit(_plain_rows, bitmap.to_pil(), scale * 72))
            bitmap.close()
            page.close()
            if len(packing) == _AHEAD:
                yield packing.popleft().result()
        while packing:
            yield packing.popleft().result()


def overview(
    pages: Sequence[tuple[str, bytes]], font: ReadFile, hero: bytes | None = None, width: int = OVERVIEW_WIDTH
) -> bytes:
    """Return one PNG of at most `width` pixels wide that shows `pages` (caption, PNG), grouped by caption.

    All pages are on one scale, by the resolution their PNG holds. `font` is the TrueType font of the captions. The
    picture `hero` (PNG) stands above all of these, as wide as the whole and about half of it.
    """
    from PIL import ImageFont

    letters = ImageFont.truetype(BytesIO(font.data), LETTERS, layout_engine=ImageFont.Layout.BASIC)
    pictures = [_open(png) for _, png in pages]
    groups: dict[str, list[int]] = {}
    for number, (caption, _) in enumerate(pages):
        groups.setdefault(caption, []).append(number)
    above = None if hero is None else _as_wide(_open(hero), width)
    sheet = arrange(
        [Group(caption, tuple(_paper(pictures[n]) for n in numbers)) for caption, numbers in groups.items()],
        width,
        cache(letters.getlength),
        None if above is None else above.height,
    )
    order = [number for numbers in groups.values() for number in numbers]
    drawn = _draw(sheet, [pictures[number] for number in order], letters)
    return _pack(drawn if above is None else _under(above, drawn))


def cut_out(png: bytes, paper: Size, parts: Sequence[tuple[Rect, int]], larger: float = 1.0) -> Iterator[bytes]:
    """Yield parts of the picture of a `paper` as PNG, for an overview that shows them `larger` than they are.

    A part is a box in points, and by how many degrees what is in it was turned clockwise: it is turned back.
    """
    picture = _open(png)
    scale = picture.width / paper.width
    for box, turn in parts:
        left, top, right, bottom = (round(side * scale) for side in (box.x, box.y, box.right, box.bottom))
        part = picture.crop((left, top, right, bottom))
        # It is read again at once, and packed with the whole.
        yield _plain_rows(part.rotate(turn, expand=True) if turn else part, scale * 72 / larger, 0)


def _as_wide(picture: "Image", width: int) -> "Image":
    return _shrink(picture, Rect(0, 0, width, picture.height * width / picture.width))


def _under(above: "Image", below: "Image") -> "Image":
    """Return one picture under the other, from the left."""
    from PIL import Image

    whole = Image.new("RGB", (max(above.width, below.width), above.height + below.height), _GROUND)
    whole.paste(above, (0, 0))
    whole.paste(below, (0, above.height))
    return whole


def _plain_rows(picture: "Image", dpi: float, compression: int = _COMPRESSION) -> bytes:
    """Return a picture in RGB as PNG, its rows unfiltered (ISO/IEC 15948, 9.2: filter type 0)."""
    pixels, stride = picture.convert("RGB").tobytes(), 3 * picture.width
    rows = b"".join(b"\0" + pixels[start : start + stride] for start in range(0, len(pixels), stride))
    a_metre = int(dpi / _INCH + 0.5)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", a_metre, a_metre, 1)),
        (b"IDAT", zlib.compress(rows, compression)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def _open(png: bytes) -> "Image":
    from PIL import Image

    return Image.open(BytesIO(png))


def _paper(picture: "Image") -> Size:
    """Return the size in points of the paper on the picture."""
    across, down = picture.info.get("dpi", (96, 96))
    return Size(picture.width * 72 / across, picture.height * 72 / down)


def _draw(sheet: ContactSheet, pictures: Sequence["Image"], letters: "FreeTypeFont") -> "Image":
    from PIL import Image, ImageDraw

    canvas = Image.new("RGB", (round(sheet.size.width), round(sheet.size.height)), _GROUND)
    pen = ImageDraw.Draw(canvas)
    for line in sheet.captions:
        pen.text((round(line.x), round(line.y)), line.text, fill=_INK, font=letters, anchor="ls")
    with ThreadPoolExecutor(_THREADS) as threads:
        for box, small in zip(sheet.pages, threads.map(_shrink, pictures, sheet.pages), strict=True):
            x, y = round(box.x), round(box.y)
            pen.rectangle((x - 1, y - 1, x + small.width, y + small.height), outline=_BORDER)
            canvas.paste(small, (x, y))
    return canvas


def _shrink(picture: "Image", box: Rect) -> "Image":
    from PIL import Image

    size = (max(1, round(box.width)), max(1, round(box.height)))
    small = (picture if picture.mode == "RGB" else picture.convert("RGB")).resize(size, Image.Resampling.LANCZOS)
    picture.close()
    return small


def _pack(picture: "Image") -> bytes:
    with ThreadPoolExecutor(_THREADS) as threads:
        whole = threads.submit(_plain_png, picture)
        fewer = threads.submit(_fewer_colours, picture)
        data = whole.result()
        if len(data) > _MOST_BYTES:
            data = fewer.result()
    while len(data) > _MOST_BYTES:
        picture = picture.resize((round(picture.width * _SHRINK), round(picture.height * _SHRINK)))
        data = _fewer_colours(picture)
    return data


def _fewer_colours(picture: "Image") -> bytes:
    from PIL import Image

    # Not the median cut: it makes one colour of the blue and the green of small bars on much white.
    return _plain_png(picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE))


def _plain_png(picture: "Image") -> bytes:
    data = BytesIO()
    picture.save(data, "PNG", compress_level=6)
    return data.getvalue()
