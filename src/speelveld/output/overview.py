"""One picture of a whole kit: its pages on one scale under their captions, below the game in play."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from speelveld.files import ReadFile
from speelveld.geometry import Rect, Size
from speelveld.output.contactsheet import LETTERS, Group, arrange
from speelveld.output.previews import Drawn, pack

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH = 2400
"""How many pixels wide the picture of a whole kit is at most."""

_GROUND = "#eceef0"
_BORDER = "#c3c8ce"
_INK = "#2b3036"
# A picture for a mail or a web page; a larger file is made from fewer colours, then from fewer pixels.
_MOST_BYTES = 1_500_000
_COLOURS = 256
_SHRINK = 0.85
_COMPRESSION = 3
# As Pillow has it for thumbnails: no eye sees what is left out, and it takes a third of the time.
_GAP = 2.0
_DPI = 96
# Of a sample: rows in a band, and one of how many bands is in it.
_BAND, _EVERY = 16, 8
# Samples of kits were 0.94 to 1.18 of the whole.
_SURELY = 1.3


@dataclass(frozen=True, slots=True)
class Shown:
    """What an overview shows under `caption`: a page of size `paper`, or the `part` of it within that box, in points.

    What lies in that part was turned clockwise by `turn` degrees, and is turned back. It is shown `larger` than it is.
    """

    caption: str
    paper: Size
    part: Rect | None = None
    turn: int = 0
    larger: float = 1.0

    @property
    def size(self) -> Size:
        """Its size on the scale of all others."""
        size = self.paper if self.part is None else Size(self.part.width, self.part.height)
        size = size.turned() if self.turn % 180 else size
        return Size(size.width * self.larger, size.height * self.larger)


class Overview:
    """Gathers pictures, each as soon as it is there and in any order, and shrinks them to their place."""

    def __init__(self, shown: Sequence[Shown], font: ReadFile, above: Size | None = None, width: int = WIDTH) -> None:
        """Give each a place, grouped by caption, in a picture of at most `width` pixels wide.

        `font` is the TrueType font of the captions. A picture of the shape `above` stands above all of these, as wide
        as the whole and about half of it.
        """
        from PIL import ImageFont

        self._shown, self._above = shown, None if above is None else (width, round(width * above.height / above.width))
        self._letters = ImageFont.truetype(BytesIO(font.data), LETTERS, layout_engine=ImageFont.Layout.BASIC)
        groups: dict[str, list[int]] = {}
        for number, each in enumerate(shown):
            groups.setdefault(each.caption, []).append(number)
        self._sheet = arrange(
            [Group(caption, tuple(shown[number].size for number in numbers)) for caption, numbers in groups.items()],
            width,
            cache(self._letters.getlength),
            None if self._above is None else self._above[1],
        )
        order = (number for numbers in groups.values() for number in numbers)
        self._boxes = dict(zip(order, self._sheet.pages, strict=True))
        self._small: dict[int, Image] = {}
        self._hero: Image | None = None

    def show(self, number: int, page: "Image") -> None:
        """Take the picture of the page, which is whole, of what stands at `number`."""
        from PIL import Image

        each, box = self._shown[number], self._boxes[number]
        size = (max(1, round(box.width)), max(1, round(box.height)))
        if each.part is not None:
            scale = page.width / each.paper.width
            sides = (each.part.x, each.part.y, each.part.right, each.part.bottom)
            left, top, right, bottom = (round(side * scale) for side in sides)
            page = page.crop((left, top, right, bottom))
            if each.turn:
                page = page.rotate(each.turn, expand=True)
        self._small[number] = page.resize(size, Image.Resampling.LANCZOS, reducing_gap=_GAP)

    def show_above(self, picture: "Image") -> None:
        """Take the picture that stands above all others."""
        from PIL import Image

        assert self._above is not None
        same = picture.size == self._above
        self._hero = picture if same else picture.resize(self._above, Image.Resampling.LANCZOS)

    def png(self) -> bytes:
        """Return the whole as PNG, once all pictures are there."""
        whole = self._drawn()
        # What is much too large by a sample of its rows is not packed to see that.
        data = b"" if _sampled(whole) > _SURELY * _MOST_BYTES else pack(Drawn(whole, _DPI), _COMPRESSION)
        data = data if 0 < len(data) <= _MOST_BYTES else _fewer_colours(whole)
        while len(data) > _MOST_BYTES:
            whole = whole.resize((round(whole.width * _SHRINK), round(whole.height * _SHRINK)))
            data = _fewer_colours(whole)
        return data

    def _drawn(self) -> "Image":
        from PIL import Image, ImageDraw

        width, height = round(self._sheet.size.width), round(self._sheet.size.height)
        top = 0 if self._above is None else self._above[1]
        canvas = Image.new("RGB", (width if self._above is None else max(width, self._above[0]), top + height), _GROUND)
        if self._hero is not None:
            canvas.paste(self._hero, (0, 0))
        pen = ImageDraw.Draw(canvas)
        for line in self._sheet.captions:
            place = (round(line.x), top + round(line.y))
            pen.text(place, line.text, fill=_INK, font=self._letters, anchor="ls")
        for number, box in self._boxes.items():
            small, x, y = self._small[number], round(box.x), top + round(box.y)
            pen.rectangle((x - 1, y - 1, x + small.width, y + small.height), outline=_BORDER)
            canvas.paste(small, (x, y))
        return canvas


def _sampled(picture: "Image") -> int:
    """Return about how many bytes a picture takes as PNG."""
    tops = range(0, picture.height, _BAND * _EVERY)
    bands = (picture.crop((0, top, picture.width, min(top + _BAND, picture.height))) for top in tops)
    return _EVERY * sum(len(pack(Drawn(band, _DPI), _COMPRESSION)) for band in bands)


def _fewer_colours(picture: "Image") -> bytes:
    from PIL import Image

    # Not the median cut: it makes one colour of the blue and the green of small bars on much white.
    data = BytesIO()
    picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(data, "PNG", compress_level=6)
    return data.getvalue()
