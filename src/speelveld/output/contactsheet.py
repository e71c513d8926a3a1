"""Where each page and caption goes on a contact sheet: a pure plan in pixels, nothing is drawn here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from speelveld.geometry import Rect, Size
from speelveld.paper import PAPERS

# In pixels: the white space, and the letters of the captions.
MARGIN = 56.0
GUTTER = 16.0
BETWEEN_GROUPS = 56.0
BETWEEN_ROWS = 48.0
LETTERS = 30.0
LEADING = 37.0
BELOW_CAPTION = 16.0
NARROWEST_CAPTION = 330.0

# In pixels per point. On the largest an A4 is 450 wide, and its headings can be read; on the smallest a card is still
# told by its colour. More pages than fit on that make the sheet higher than it should be.
_LARGEST, _SMALLEST, _STEP = 0.76, 0.18, 0.98
# Where the sheet must not be higher than what stands above it: small, but one sees that they are there.
_TINIEST = 0.12
_HEIGHT_PER_WIDTH = 1.4
_A3_LENGTH = PAPERS["a3"].height

Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Group:
    """The pages of one document, in points, under one caption."""

    caption: str
    pages: tuple[Size, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a caption; `y` is its baseline."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """A place for every page, in the order of the groups, and for every line of their captions."""

    size: Size
    pages: tuple[Rect, ...]
    captions: tuple[Line, ...]


def arrange(groups: Sequence[Group], width: float, measure: Measure, height: float | None = None) -> ContactSheet:
    """Return the plan of a sheet at most `width` wide, with all pages on the one scale that leaves least of it empty.

    It is at most `height` high if that can be, or in a shape that one can look at.

    The first document of one page larger than A3, the board, comes on top with others beside it as far as they fit.
    `measure` gives the width of a text in the letters of the captions.
    """
    inside = width - 2 * MARGIN
    largest = min([_LARGEST, *(inside / page.width for group in groups for page in group.pages)])
    smallest = _SMALLEST if height is None else _TINIEST
    sheets = [_arrange_on(scale, groups, inside, measure) for scale in _scales(largest, smallest)]
    most = _HEIGHT_PER_WIDTH * width if height is None else height
    shapely = [sheet for sheet in sheets if sheet.size.height <= most]
    return max(shapely or sheets[-1:], key=_filled)


def _scales(largest: float, smallest: float) -> Iterator[float]:
    scale = largest
    while scale >= min(largest, smallest):
        yield scale
        scale *= _STEP


def _filled(sheet: ContactSheet) -> float:
    return sum(page.width * page.height for page in sheet.pages) / (sheet.size.width * sheet.size.height)


@dataclass(frozen=True, slots=True)
class _Block:
    """A document by itself: its pages from their common top left corner, and the caption to stand above that."""

    number: int
    pages: tuple[Rect, ...]
    caption: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        return max(page.bottom for page in self.pages)

    @property
    def caption_height(self) -> float:
        return len(self.caption) * LEADING + BELOW_CAPTION


@dataclass(frozen=True, slots=True)
class _Spot:
    """A block with the top left corner of its pages."""

    block: _Block
    x: float
    y: float

    def pages(self) -> Iterator[Rect]:
        return (page.moved(self.x, self.y) for page in self.block.pages)

    def lines(self) -> Iterator[Line]:
        first = self.y - BELOW_CAPTION - (len(self.block.caption) - 1) * LEADING
        return (Line(text, self.x, first + number * LEADING) for number, text in enumerate(self.block.caption))


def _arrange_on(scale: float, groups: Sequence[Group], inside: float, measure: Measure) -> ContactSheet:
    def block(number: int, width: float) -> _Block:
        return _block(number, groups[number], scale, width, measure)

    spots: list[_Spot] = []
    others = list(range(len(groups)))
    top = MARGIN
    board = next((number for number in others if _is_board(groups[number])), None)
    if board is not None:
        others.remove(board)
        first = block(board, inside)
        beside = first.width + BETWEEN_GROUPS
        rows = _rows(
            (block(number, inside - beside) for number in others), inside - beside, first.caption_height + first.height
        )
        spots = [*_spots([[first]], MARGIN, top), *_spots(rows, MARGIN + beside, top)]
        top = max(spot.y + spot.block.height for spot in spots) + BETWEEN_ROWS
        others = [number for number in others if number not in {spot.block.number for spot in spots}]
    spots += _spots(_rows((block(number, inside) for number in others), inside), MARGIN, top)
    right = max((spot.x + spot.block.width for spot in spots), default=0)
    bottom = max((spot.y + spot.block.height for spot in spots), default=0)
    in_order = sorted(spots, key=lambda spot: spot.block.number)
    return ContactSheet(
        Size(right + MARGIN, bottom + MARGIN),
        tuple(page for spot in in_order for page in spot.pages()),
        tuple(line for spot in in_order for line in spot.lines()),
    )


def _is_board(group: Group) -> bool:
    return len(group.pages) == 1 and max(group.pages[0].width, group.pages[0].height) > 1.1 * _A3_LENGTH


def _block(number: int, group: Group, scale: float, room: float, measure: Measure) -> _Block:
    pages: list[Rect] = []
    x = y = bottom = right = 0.0
    for page in group.pages:
        width, height = page.width * scale, page.height * scale
        if x + width > room and x > 0:
            x, y = 0.0, bottom + GUTTER
        pages.append(Rect(x, y, width, height))
        right, bottom = max(right, x + width), max(bottom, y + height)
        x += width + GUTTER
    caption = tuple(_wrap(group.caption, max(right, min(NARROWEST_CAPTION, room)), measure))
    return _Block(number, tuple(pages), caption, max([right, *map(measure, caption)]))


def _wrap(text: str, room: float, measure: Measure) -> Iterator[str]:
    """Yield `text` in lines that fit `room`; a word that does not is cut."""
    line = ""
    for word in text.split():
        rest = f"{line} {word}" if line else word
        if line and measure(rest) > room:
            yield line
            rest = word
        while measure(rest) > room and len(rest) > 1:
            fitting = max(length for length in range(1, len(rest)) if length == 1 or measure(rest[:length]) <= room)
            # The name of a file is rather cut behind a hyphen.
            cut = rest.rfind("-", 0, fitting) + 1 or fitting
            yield rest[:cut]
            rest = rest[cut:]
        line = rest
    yield line


def _rows(blocks: Iterable[_Block], width: float, height: float = float("inf")) -> list[list[_Block]]:
    """Return the blocks in rows, without those that would make the rows wider or higher than given."""
    rows: list[list[_Block]] = []
    for block in blocks:
        joined = [*rows[:-1], [*rows[-1], block]] if rows else [[block]]
        for longer in (joined, [*rows, [block]]):
            if _width(longer[-1]) <= width + 1e-6 and _height(longer) <= height + 1e-6:
                rows = longer
                break
    return rows


def _width(row: Sequence[_Block]) -> float:
    return sum(block.width for block in row) + BETWEEN_GROUPS * (len(row) - 1)


def _height(rows: Sequence[Sequence[_Block]]) -> float:
    return sum(_caption_height(row) + _pages_height(row) for row in rows) + BETWEEN_ROWS * (len(rows) - 1)


def _caption_height(row: Sequence[_Block]) -> float:
    return max(block.caption_height for block in row)


def _pages_height(row: Sequence[_Block]) -> float:
    return max(block.height for block in row)


def _spots(rows: Iterable[Sequence[_Block]], left: float, top: float) -> Iterator[_Spot]:
    for row in rows:
        x, y = left, top + _caption_height(row)
        for block in row:
            yield _Spot(block, x, y)
            x += block.width + BETWEEN_GROUPS
        top = y + _pages_height(row) + BETWEEN_ROWS
