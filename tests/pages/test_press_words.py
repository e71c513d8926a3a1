"""The words in the margins fit their places and say what to do, on every sheet and tile there is."""

import re
from collections.abc import Iterator
from dataclasses import astuple
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speelveld.geometry import Edges, Rect, Size
from speelveld.pages import Imprint, Page, SetOnderdeel, card_pages, tile_pages
from speelveld.paper import PAPERS
from speelveld.sheet.duplex import Duplex
from speelveld.sheet.imposition import Card, impose
from speelveld.sheet.plan import Label
from speelveld.sheet.tiles import tile
from speelveld.typeset import Frame, Group, Item, Shape, TextRun
from speelveld.units import mm

CARDS = {"groot": (95, 134), "klein": (67, 95), "tent": (190, 134), "fiche": (38, 33.5), "pion": (38, 134)}
ART = {"bord": (790, 550), "groot bord": (1130, 790), "klein bord": (550, 380), "blad": (390, 277)}
WHITE = Edges.all(mm(5))
WEIGHT = "160–200 gram"


def size(wide: float, high: float) -> Size:
    return Size(mm(wide), mm(high))


def setting(card: Size, count: int = 3, backs: bool = True) -> SetOnderdeel:
    face = Frame(card, (), "Kaart")
    return SetOnderdeel(
        "uitdagingkaarten",
        "Uitdagingkaarten",
        "tafel",
        fronts=[face] * count,
        backs=[face] if backs else [],
        back_of=[0 if backs else None] * count,
    )


def placed(items: tuple[Item, ...], matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)) -> Iterator[tuple[TextRun, Rect]]:
    """Yield every text with the box it takes on the page."""
    a, b, c, d, e, f = matrix
    for item in items:
        if isinstance(item, Group):
            assert item.matrix is not None
            yield from placed(item.items, astuple(item.matrix))
        elif isinstance(item, TextRun):
            rise = 0.67 if item.text.isupper() else 0.72
            tail = 0.21 if set(item.text) & set("gjpqy,;()") else 0.0
            ends = [
                (x * a + y * c + e, x * b + y * d + f)
                for x in (item.x, item.x + item.width)
                for y in (item.baseline - rise * item.size, item.baseline + tail * item.size)
            ]
            left, top = min(x for x, _ in ends), min(y for _, y in ends)
            yield item, Rect(left, top, max(x for x, _ in ends) - left, max(y for _, y in ends) - top)


def said(page: Page) -> list[str]:
    return [run.text for run, _ in placed(page.laid[-1].frame.items)]


def fits(page: Page, labels: tuple[Label, ...]) -> None:
    """Check that texts stay off the printer's edge, off each other, and that every place holds one."""
    found = [(run, box) for run, box in placed(page.laid[-1].frame.items) if run.text != "100 mm"]
    printable = Rect(0, 0, page.size.width, page.size.height).inset(WHITE)
    for run, box in found:
        # Words of 9 pt are 4 mm high from top to tail.
        assert printable.contains(box, mm(0.1)), run.text
        assert any(label.box.contains(box, mm(0.2)) for label in labels), run.text
    for (one, box), (other, rival) in product(found, found):
        assert one is other or not box.overlaps(rival)
    for label in labels:
        assert any(label.box.overlaps(box) for _, box in found), label


# A tent card one and a half times as large does not fit an A4.
ENLARGED = [(card, scale, paper) for card, scale, paper in product(CARDS, (1.0, 1.5), ("a4", "a3"))]
ENLARGED.remove(("tent", 1.5, "a4"))


@pytest.mark.parametrize("duplex", Duplex)
@pytest.mark.parametrize(("card", "scale", "paper"), ENLARGED)
def test_words_fit_on_every_sheet_of_cards(
    imprint: Imprint, card: str, scale: float, paper: str, duplex: Duplex
) -> None:
    wide, high = CARDS[card]
    part = card_pages(
        setting(size(wide, high)), size(wide * scale, high * scale), PAPERS[paper], duplex, WEIGHT, imprint
    )
    plan = impose(size(wide * scale, high * scale), [Card(0, 1)] * 3, PAPERS[paper], duplex)
    sides = [side for sheet in plan for side in (sheet.front, sheet.back) if side is not None]
    assert len(part.pages) == len(sides)
    for page, side in zip(part.pages, sides, strict=True):
        fits(page, side.labels)


def test_a_front_says_which_sheet_it_is_what_paper_it_takes_and_how_to_turn_it(imprint: Imprint) -> None:
    card = size(95, 134)
    part = card_pages(setting(card, 9), card, PAPERS["a4"], Duplex.LANGE_ZIJDE, WEIGHT, imprint)
    front, back = " | ".join(said(part.pages[2])), " | ".join(said(part.pages[3]))
    for word in (
        "Uitdagingkaarten, vel 2 van 3 · voorkant",
        "liniaal is 100 mm",
        "100 %",
        "Snijd",
        WEIGHT,
        "over de lange zijde",
    ):
        assert word in front
    assert back == "Uitdagingkaarten, vel 2 van 3 · achterkant"


def test_sheets_over_the_short_edge_say_so(imprint: Imprint) -> None:
    card = size(95, 134)
    part = card_pages(setting(card), card, PAPERS["a4"], Duplex.KORTE_ZIJDE, WEIGHT, imprint)
    assert "over de korte zijde" in " ".join(said(part.pages[0]))


def test_cards_without_backs_are_told_to_be_printed_on_one_side(imprint: Imprint) -> None:
    card = size(95, 134)
    for found in (
        card_pages(setting(card), card, PAPERS["a4"], Duplex.GEEN, WEIGHT, imprint),
        card_pages(setting(card, backs=False), card, PAPERS["a4"], Duplex.LANGE_ZIJDE, WEIGHT, imprint),
    ):
        text = " ".join(said(found.pages[0]))
        assert f"{WEIGHT}, enkelzijdig" in text
        assert "dubbelzijdig" not in text
        assert "voorkant" not in text


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("art", ART)
def test_words_fit_on_every_tile_and_say_where_it_is_glued(imprint: Imprint, art: str, paper: str) -> None:
    board = SetOnderdeel("speelbord", "Speelbord", "tafel", pages=[Frame(size(*ART[art]), (), "Bord")])
    plan = tile(size(*ART[art]), PAPERS[paper], mm(10))
    part = tile_pages(board, PAPERS[paper], imprint)
    assert len(part.pages) == len(plan.tiles)
    names = {piece.name: piece for piece in plan.tiles}
    for page, piece in zip(part.pages, plan.tiles, strict=True):
        fits(page, piece.labels)
        texts = said(page)
        if len(plan.tiles) == 1:
            continue
        assert piece.name in texts
        (how,) = [text for text in texts if "nijd" in text]
        cuts, glued = how.partition("lak op ")[::2]
        assert ("links" in cuts, "boven" in cuts) == (piece.cut.left, piece.cut.top)
        under = [names[name] for name in re.findall(r"[A-Z]\d+", glued)]
        for other in under:
            # It shares the edge that is cut, and leaves a strip to glue there.
            beside = (other.column + 1, other.row) == (piece.column, piece.row) and other.glue.right
            above = (other.column, other.row + 1) == (piece.column, piece.row) and other.glue.bottom
            assert beside or above
        assert len(under) == piece.cut.left + piece.cut.top


def test_the_name_of_a_tile_is_larger_than_its_other_words(imprint: Imprint) -> None:
    board = SetOnderdeel("speelbord", "Speelbord", "tafel", pages=[Frame(size(790, 550), (), "Bord")])
    for page in tile_pages(board, PAPERS["a4"], imprint).pages:
        sizes = {run.text: run.size for run, _ in placed(page.laid[-1].frame.items)}
        (name,) = [text for text in sizes if re.fullmatch(r"[A-Z]\d+", text)]
        assert sizes[name] >= 14
        assert all(other == 9 for text, other in sizes.items() if text != name)


def test_the_map_marks_one_tile_and_another_on_every_page(imprint: Imprint) -> None:
    board = SetOnderdeel("speelbord", "Speelbord", "tafel", pages=[Frame(size(790, 550), (), "Bord")])
    marked = []
    for page in tile_pages(board, PAPERS["a4"], imprint).pages:
        cells = [item for item in page.laid[-1].frame.items if isinstance(item, Shape) and item.path.is_box]
        assert len(cells) == 9
        (own,) = [number for number, cell in enumerate(cells) if cell.fill is not None]
        marked.append(own)
    assert marked == list(range(9))


def test_the_label_of_the_ruler_keeps_off_its_ticks(imprint: Imprint) -> None:
    card = size(95, 134)
    page = card_pages(setting(card), card, PAPERS["a4"], Duplex.GEEN, WEIGHT, imprint).pages[0]
    marks = next(laid.frame.items for laid in page.laid if laid.frame.title == "Snijtekens")
    ((label, box),) = [(run, box) for run, box in placed(marks) if run.text == "100 mm"]
    top_of_figures = box.y + 0.7 * label.size - 0.65 * label.size
    for item in marks:
        if isinstance(item, Shape):
            xs, ys = [x for x, _ in item.path.points], [y for _, y in item.path.points]
            beside = max(xs) < box.x or min(xs) > box.right
            assert beside or max(ys) < top_of_figures or min(ys) > box.bottom


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_the_label_of_a_ruler_stands_at_its_end(imprint: Imprint, paper: str) -> None:
    # On A4 rulers of tiles lie level, on A3 some stand up: those read upwards, and end above.
    board = SetOnderdeel("speelbord", "Speelbord", "tafel", pages=[Frame(size(790, 550), (), "Bord")])
    plan = tile(size(790, 550), PAPERS[paper], mm(10))
    for page, piece in zip(tile_pages(board, PAPERS[paper], imprint).pages, plan.tiles, strict=True):
        ((label, box),) = [(run, box) for run, box in placed(page.laid[-1].frame.items) if run.text == "100 mm"]
        assert piece.ruler is not None
        ruler = piece.ruler.box
        behind = box.y - ruler.y if piece.ruler.vertical else ruler.right - box.right
        assert mm(1) <= behind <= mm(2), label
        # All of it stands under the last two of ten parts.
        assert (box.bottom - ruler.y if piece.ruler.vertical else ruler.right - box.x) < mm(20)


@settings(max_examples=25, deadline=None)
@given(titel=st.text(st.sampled_from("abcdefghijklmnop -"), min_size=1, max_size=60))
def test_a_long_name_of_a_component_never_runs_over(imprint: Imprint, titel: str) -> None:
    card = size(67, 95)
    named = SetOnderdeel("x", titel, "tafel", fronts=[Frame(card, (), "Kaart")], back_of=[None])
    page = card_pages(named, card, PAPERS["a4"], Duplex.GEEN, WEIGHT, imprint).pages[0]
    printable = Rect(0, 0, page.size.width, page.size.height).inset(WHITE)
    assert all(printable.contains(box, mm(0.1)) for _, box in placed(page.laid[-1].frame.items))


def test_a_font_without_a_character_of_the_words_is_refused(imprint: Imprint) -> None:
    named = SetOnderdeel("x", "Kaarten ★", "tafel", fronts=[Frame(size(95, 134), (), "Kaart")], back_of=[None])
    with pytest.raises(ValueError, match="geen teken voor '★'"):
        card_pages(named, size(95, 134), PAPERS["a4"], Duplex.GEEN, WEIGHT, imprint)
