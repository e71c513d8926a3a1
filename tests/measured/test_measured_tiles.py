"""The board in tiles, put together by its cut lines as a person does, beside the board on one sheet."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.measured.kits import MakeKit
from tests.oracles.boxes import Box
from tests.oracles.ruler import PER_MM, Document, Sheet
from tests.oracles.sheet_words import Word, words

pytestmark = pytest.mark.slow

EXACT = 0.1
DEEP, AIR = 9.0, 0.5
SEARCH = 6  # dots: a quarter of a millimetre
Tool = Callable[[str], str]


@dataclass(frozen=True)
class Tile:
    """A tile and where it says it is cut, and where the next ones come; None at an outer side of the board."""

    sheet: Sheet
    cut_x: float | None
    cut_y: float | None
    guide_x: float | None
    guide_y: float | None


@dataclass(frozen=True)
class Laid:
    """A tile in its place: what to add to a place on it for the same place on the board."""

    tile: Tile
    right: float
    down: float


def one_place(places: list[float]) -> float | None:
    """Return where all of these lines are; a tile has one cut each way."""
    assert max(places, default=0.0) - min(places, default=0.0) <= EXACT
    return sum(places) / len(places) if places else None


def tile_of(sheet: Sheet) -> Tile:
    marks = sheet.marks
    beside, above = 12.8, 9.2  # the white around the art, where no other tile comes
    cut_x = one_place([*marks.above, *marks.below])
    cut_y = one_place([*marks.before, *marks.after])
    upright = [
        d.middle[0] for d in sheet.dashes if d.height > d.width and not above < d.middle[1] < sheet.height - above
    ]
    guide_x = one_place(upright)
    # A tile whose seams were moved is smaller, and lies in the middle of its sheet.
    left, right = cut_x or beside, guide_x or sheet.width - beside
    level = [d.middle[1] for d in sheet.dashes if d.width > d.height and not left < d.middle[0] < right]
    return Tile(sheet, cut_x, cut_y, guide_x, one_place(level))


def put_together(tiles: list[Tile]) -> list[Laid]:
    """Return the tiles row by row, each with its cut edges on the lines of those to the left and above."""
    across = next(n for n, tile in enumerate(tiles[1:], 1) if tile.cut_x is None)
    laid: list[Laid] = []
    for number, tile in enumerate(tiles):
        right, down = 0.0, 0.0
        if tile.cut_x is not None:
            left = laid[number - 1]
            assert left.tile.guide_x is not None
            right, down = left.right + left.tile.guide_x - tile.cut_x, left.down
        if tile.cut_y is not None:
            above = laid[number - across]
            assert above.tile.guide_y is not None
            down = above.down + above.tile.guide_y - tile.cut_y
            right = right if tile.cut_x is not None else above.right
        laid.append(Laid(tile, right, down))
    return laid


def strips(tile: Tile) -> list[Box]:
    """Return the art along each side where this tile and another meet, as far as it stays in sight."""
    sheet = tile.sheet
    left, top = tile.cut_x or 25.0, tile.cut_y or 25.0
    right, bottom = tile.guide_x or sheet.width - 25.0, tile.guide_y or sheet.height - 25.0
    found = []
    if tile.cut_x:
        found.append(Box(left + AIR, top + AIR, left + DEEP, bottom - AIR))
    if tile.guide_x:
        found.append(Box(right - DEEP, top + AIR, right - AIR, bottom - AIR))
    if tile.cut_y:
        found.append(Box(left + AIR, top + AIR, right - AIR, top + DEEP))
    if tile.guide_y:
        found.append(Box(left + AIR, bottom - DEEP, right - AIR, bottom - AIR))
    return found


def shift(piece: Image.Image, board: Image.Image) -> tuple[float | None, float | None]:
    """Return how far right and down a piece lies of the same on the board, in mm; None where nothing tells.

    `board` is a piece that reaches `SEARCH` dots further on every side.
    """
    best = [0, 0]
    tells = [False, False]
    for _ in range(2):
        for axis in (0, 1):
            off = {}
            for step in range(-SEARCH, SEARCH + 1):
                place = [SEARCH - best[0], SEARCH - best[1]]
                place[axis] = SEARCH - step
                under = board.crop((place[0], place[1], place[0] + piece.width, place[1] + piece.height))
                off[step] = ImageStat.Stat(ImageChops.difference(piece, under)).sum[0]
            best[axis] = min(off, key=lambda step: (off[step], abs(step)))
            tells[axis] = max(off.values()) > 3 * off[best[axis]] + 20_000
    return tuple(steps / PER_MM if sure else None for steps, sure in zip(best, tells, strict=True))  # type: ignore[return-value]


def seams(laid: list[Laid], document: Document, origin: tuple[float, float]) -> list[tuple[float | None, float | None]]:
    """Return how far off every strip of every tile lies on the whole board."""
    found = []
    around = SEARCH / PER_MM
    for place in laid:
        for strip in strips(place.tile):
            # To whole dots, for so the pieces are cut.
            left, top = round(strip.left * PER_MM) / PER_MM, round(strip.top * PER_MM) / PER_MM
            strip = Box(left, top, left + strip.width, top + strip.height)
            right, down = place.right + origin[0], place.down + origin[1]
            spot = Box(strip.left + right, strip.top + down, strip.right + right, strip.bottom + down)
            there = round(spot.left * PER_MM) / PER_MM - spot.left, round(spot.top * PER_MM) / PER_MM - spot.top
            board = document.piece(0, spot.inset(-around))
            off = shift(place.tile.sheet.piece(strip), board)
            found.append(tuple(None if one is None else one + rest for one, rest in zip(off, there, strict=True)))
    return found  # type: ignore[return-value]


def origin_of(tile: list[Word], board: list[Word]) -> tuple[float, float]:
    """Return how far right and down of the first tile the board lies, by a word that stands on both once."""
    once = [{text for text, count in Counter(w.text for w in side).items() if count == 1} for side in (tile, board)]
    word = max(once[0] & once[1], key=lambda text: (len(text), text))
    (one,), (two,) = ([found.box for found in side if found.text == word] for side in (tile, board))
    return two.left - one.left, two.top - one.top


@pytest.fixture(scope="module")
def board(kit: MakeKit, tool: Tool) -> Callable[[str, str], tuple[list[Laid], Document, tuple[float, float]]]:
    """Return the tiles of a board put together, the whole board, and how far apart their corners are."""

    @lru_cache
    def made(casus: str, paper: str) -> tuple[list[Laid], Document, tuple[float, float]]:
        found = kit(casus) if paper == "a4" else kit(casus, "--papier", "a3", "--alleen", "speelbord")
        tiles = Document(found["bord-delen"])
        laid = put_together([tile_of(tiles.sheet(number)) for number in range(tiles.count)])
        both = words(tool("pdftotext"), found["bord-delen"])[0], words(tool("pdftotext"), found["bord-heel"])[0]
        return laid, Document(found["bord-heel"]), origin_of(*both)

    return made


BOARDS = pytest.mark.parametrize(
    ("casus", "paper", "count"), [("zutphen-dementie", "a4", 9), ("eenzaamheid", "a3", 4)], ids=["a4", "a3"]
)
MakeBoard = Callable[[str, str], tuple[list[Laid], Document, tuple[float, float]]]


@BOARDS
def test_tiles_put_together_by_their_cut_lines_are_the_board(
    board: MakeBoard, casus: str, paper: str, count: int
) -> None:
    laid, document, origin = board(casus, paper)
    assert len(laid) == count
    off = seams(laid, document, origin)
    known = [[abs(place[axis]) for place in off if place[axis] is not None] for axis in (0, 1)]
    assert min(map(len, known)) >= count
    # Both sides of a seam within a tenth: the seam within two.
    assert max(map(max, known)) <= EXACT


def test_a_tile_whose_art_lies_off_its_cut_lines_is_seen(board: MakeBoard) -> None:
    laid, document, origin = board("eenzaamheid", "a3")
    first, rest = laid[0], laid[1:]
    tile = first.tile
    for right, down in ((0.2, 0.0), (0.0, -0.2)):
        # The art moves; where it is cut was read before.
        moved = Tile(tile.sheet.moved(right, down), tile.cut_x, tile.cut_y, tile.guide_x, tile.guide_y)
        off = seams([Laid(moved, first.right, first.down), rest[-1]], document, origin)
        found = [[place[axis] for place in off if place[axis] is not None] for axis in (0, 1)]
        # Moved by whole dots, it is 0.21 mm off; either place is known to a dot and a half.
        assert max(map(max, found)) - min(map(min, found)) == pytest.approx(0.21, abs=1.5 / PER_MM)


def test_a_cut_that_is_marked_crookedly_is_refused() -> None:
    assert one_place([10.0, 10.05]) == pytest.approx(10.025)
    with pytest.raises(AssertionError):
        one_place([10.0, 10.3])


@BOARDS
def test_no_word_of_the_margin_is_left_in_sight_on_the_board(
    board: MakeBoard, kit: MakeKit, tool: Tool, casus: str, paper: str, count: int
) -> None:
    """Words of the art lie in sight, or come again on the next tile; the others are cut off or covered."""
    laid, _, origin = board(casus, paper)
    found = kit(casus) if paper == "a4" else kit(casus, "--papier", "a3", "--alleen", "speelbord")
    on_board = words(tool("pdftotext"), found["bord-heel"])[0]
    # Tiles tell about cutting: everything else on them is art.
    seen, margin = set(), 0
    for place, printed in zip(laid, words(tool("pdftotext"), found["bord-delen"]), strict=True):
        tile = place.tile
        sheet = tile.sheet
        shown = Box(
            tile.cut_x or 12, tile.cut_y or 9, tile.guide_x or sheet.width - 12, tile.guide_y or sheet.height - 9
        )
        for word in printed:
            right, down = place.right + origin[0], place.down + origin[1]
            spot = Box(word.box.left + right, word.box.top + down, word.box.right + right, word.box.bottom + down)
            same = [
                n for n, other in enumerate(on_board) if word.text in other.text and other.box.inset(-0.3).holds(spot)
            ]
            if same:
                if shown.holds(word.box) and word.text == on_board[same[0]].text:
                    seen.add(same[0])
            else:
                margin += 1
                assert not shown.inset(0.2).meets(word.box), word
    assert margin > 10 * count
    # What is not whole on one tile runs over a seam; nothing else may be missing.
    lines = [(place.right + origin[0] + place.tile.cut_x) for place in laid if place.tile.cut_x is not None]
    rows = [(place.down + origin[1] + place.tile.cut_y) for place in laid if place.tile.cut_y is not None]
    lost = [
        word.text
        for number, word in enumerate(on_board)
        if number not in seen
        and not any(word.box.left <= x <= word.box.right for x in lines)
        and not any(word.box.top <= y <= word.box.bottom for y in rows)
    ]
    assert lost == []
    assert len(seen) > 0.6 * len(on_board)
