"""Printed pages seen in pixels: backs lie behind their fronts, tiles make the board again, the ruler is 100 mm."""

from collections.abc import Callable, Sequence

import pytest
from PIL import Image, ImageChops, ImageOps

from speelveld.geometry import Path, Point, Rect, Size
from speelveld.pages import Imprint, Page, Part, SetOnderdeel, card_pages, paper_pages, tile_pages
from speelveld.paper import PAPERS
from speelveld.sheet.duplex import Duplex
from speelveld.sheet.tiles import tile
from speelveld.typeset import Frame, Shape
from speelveld.units import mm
from tests.makers.drawing import Ink, MakePdf, On, Sheet, square
from tests.oracles.pixels import PIXEL, any_ink, ink_box, page

pytestmark = pytest.mark.slow

Print = Callable[[Sequence[Page]], bytes]
A4 = PAPERS["a4"]
GROOT, KLEIN = Size(mm(95), mm(134)), Size(mm(67), mm(95))
# One colour for each card of the first sheet, front and back alike.
COLORS = ("ff0000", "00c000", "0000ff", "ff00ff", "e0e000", "00e0e0", "ff8000", "8000ff")


@pytest.fixture
def printed(make: MakePdf) -> Print:
    def done(pages: Sequence[Page]) -> bytes:
        return make(
            [
                Sheet(found.size, [On(laid.frame, laid.box, laid.turn, laid.clip, laid.shared) for laid in found.laid])
                for found in pages
            ]
        )

    return done


def face(card: Size, color: str, ink: Ink, *, back: bool = False) -> Frame:
    """Return a card with a block of colour at its top; on a back, a smaller one."""
    side = 20 if back else 30
    left = (card.width / mm(1) - side) / 2
    return Frame(card, (square(left, 10, side, ink(color)),), "Kaart")


def sheets(card: Size, duplex: Duplex, ink: Ink, imprint: Imprint) -> Part:
    setting = SetOnderdeel(
        "kaarten",
        "Kaarten",
        "tafel",
        fronts=[face(card, color, ink) for color in COLORS],
        backs=[face(card, color, ink, back=True) for color in COLORS],
        back_of=list(range(len(COLORS))),
    )
    return card_pages(setting, card, A4, duplex, "160 gram", imprint)


@pytest.mark.parametrize("card", [GROOT, KLEIN])
@pytest.mark.parametrize("duplex", [Duplex.LANGE_ZIJDE, Duplex.KORTE_ZIJDE])
def test_every_back_lies_behind_its_front_and_upright_with_it(
    printed: Print, imprint: Imprint, ink: Ink, card: Size, duplex: Duplex
) -> None:
    pdf = printed(sheets(card, duplex, ink, imprint).pages)
    front, back = page(pdf, 0), page(pdf, 1)
    # What who turns the paper over that edge sees of its back, from the front.
    seen_through = ImageOps.mirror(back) if duplex is Duplex.LANGE_ZIJDE else ImageOps.flip(back)
    found = 0
    for color in COLORS:
        before, behind = ink_box(front, color, 8), ink_box(seen_through, color, 8)
        assert (before is None) == (behind is None)
        if before is not None and behind is not None:
            found += 1
            # The block at the back is smaller by 5 mm on either side and begins at the same height, so the same up.
            gaps = (behind.left - before.left, behind.top - before.top, before.right - behind.right)
            gaps = (*gaps, before.bottom - behind.bottom)
            assert sorted(round(gap) for gap in gaps) == [0, 5, 5, 10]
            assert all(abs(gap - round(gap)) < 0.2 for gap in gaps)
    assert found == (4 if card is GROOT else 8)


def test_fronts_and_backs_come_in_turn_and_without_duplex_only_fronts(
    printed: Print, imprint: Imprint, ink: Ink
) -> None:
    both = printed(sheets(GROOT, Duplex.LANGE_ZIJDE, ink, imprint).pages)
    fronts = printed(sheets(GROOT, Duplex.GEEN, ink, imprint).pages)

    def widths(pdf: bytes, count: int) -> list[int]:
        boxes = [ink_box(page(pdf, number), COLORS[4 if number >= count / 2 else 0], 8) for number in range(count)]
        return [round(box.right - box.left) for box in boxes if box is not None]

    assert widths(both, 4) == [30, 20, 30, 20]
    assert widths(fronts, 2) == [30, 30]


def test_the_ruler_is_a_hundred_millimetres_long(printed: Print, imprint: Imprint, ink: Ink) -> None:
    image = page(printed(sheets(GROOT, Duplex.LANGE_ZIJDE, ink, imprint).pages))
    # The strip at the foot of the page: the ruler begins at the printer's edge, words follow behind it.
    strip = image.crop((0, round((297 - 9) / PIXEL), round(107 / PIXEL), round((297 - 8.5) / PIXEL)))
    box = any_ink(strip)
    assert box is not None
    assert box.right - box.left - 0.2 == pytest.approx(100, abs=1.5 * PIXEL)


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_tiles_laid_on_each_other_make_the_board_again(printed: Print, imprint: Imprint, ink: Ink, paper: str) -> None:
    dpi, art = 60, Rect(mm(25), mm(22), mm(790), mm(550))
    spots = [(30 + 97 * x, 30 + 71 * y, COLORS[(3 * x + y) % 8]) for x in range(8) for y in range(8)]
    items = [square(x, y, 9 + (x + y) % 5, ink(color)) for x, y, color in spots]
    slant = Shape(Path.line(Point(art.x, art.y), Point(art.right, art.bottom)), None, ink("000000"), mm(3))
    frame = Frame(Size(mm(841), mm(594)), (*items, slant), "Bord", art=art)
    board = SetOnderdeel("speelbord", "Speelbord", "tafel", pages=[frame])
    plan = tile(Size(art.width, art.height), PAPERS[paper], mm(10))
    pdf = printed(tile_pages(board, PAPERS[paper], imprint).pages)

    def cut(image: Image.Image, box: Rect) -> Image.Image:
        return image.crop(tuple(round(side * dpi / 72) for side in (box.x, box.y, box.right, box.bottom)))

    glued = Image.new("RGB", (round(art.width * dpi / 72), round(art.height * dpi / 72)), "white")
    for number, piece in enumerate(plan.tiles):
        shown = piece.shown.moved(piece.source.x - piece.place.x, piece.source.y - piece.place.y)
        glued.paste(cut(page(pdf, number, dpi), piece.shown), (round(shown.x * dpi / 72), round(shown.y * dpi / 72)))
    whole = cut(page(printed(paper_pages(board).pages), 0, dpi), art).resize(glued.size)

    def blurred(image: Image.Image) -> Image.Image:
        return image.resize((image.width // 6, image.height // 6), Image.Resampling.BOX)

    # A pixel more or less at a join is a matter of rounding; half a square would show.
    difference = ImageChops.difference(blurred(glued), blurred(whole)).convert("L")
    assert difference.getextrema()[1] < 90
    shifted = ImageChops.offset(blurred(glued), 1, 0)
    assert ImageChops.difference(shifted, blurred(whole)).convert("L").getextrema()[1] > 90


def test_a_blad_that_fits_the_paper_is_one_page_as_it_is(printed: Print, imprint: Imprint, ink: Ink) -> None:
    a3 = PAPERS["a3"].turned()
    art = Rect(mm(15), mm(10), mm(390), mm(277))
    blad = SetOnderdeel(
        "blad", "Blad", "tafel", pages=[Frame(a3, (square(10, 10, 50, ink("ff0000")),), "Blad", art=art)]
    )
    whole = tile_pages(blad, PAPERS["a3"], imprint)
    assert [(found.size, len(found.laid)) for found in whole.pages] == [(a3, 1)]
    box = any_ink(page(printed(whole.pages)))
    assert box is not None
    assert (round(box.left, 1), round(box.top, 1)) == (10, 10)
    assert len(tile_pages(blad, PAPERS["a4"], imprint).pages) == 2


@pytest.mark.parametrize(("count", "two_sided", "wanted"), [(3, True, (4, 2)), (4, True, (4, 2)), (3, False, (3, 3))])
def test_a_paper_on_both_sides_ends_on_a_full_sheet(count: int, two_sided: bool, wanted: tuple[int, int]) -> None:
    papers = SetOnderdeel("regels", "Regels", "tafel", pages=[Frame(A4, (), "Blad")] * count)
    part = paper_pages(papers, two_sided=two_sided)
    assert (len(part.pages), part.sheets) == wanted


def test_blank_cards_fill_the_last_sheet(imprint: Imprint) -> None:
    frames = [Frame(GROOT, (), f"Kaart {number}") for number in range(5)]
    empty = Frame(GROOT, (), "Leeg")
    setting = SetOnderdeel(
        "kaarten",
        "Kaarten",
        "tafel",
        fronts=frames,
        backs=[Frame(GROOT, (), "Achter")],
        back_of=[0] * 5,
        blanks=[(empty, 0)],
        blank_count=1,
    )
    part = card_pages(setting, GROOT, A4, Duplex.LANGE_ZIJDE, "160 gram", imprint)
    titles = [[laid.frame.title for laid in found.laid[:4]] for found in part.pages]
    assert titles == [
        ["Kaart 0", "Kaart 1", "Kaart 2", "Kaart 3"],
        ["Achter"] * 4,
        ["Kaart 4", "Leeg", "Leeg", "Leeg"],
        ["Achter"] * 4,
    ]
    assert (part.cards, part.sheets) == (6, 2)
