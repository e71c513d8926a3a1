"""Every card printed as often as asked, nothing on top of anything, all where a printer and a knife can reach."""

from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.geometry import Rect, Size
from speelveld.paper import PAPERS
from speelveld.sheet.duplex import Duplex
from speelveld.sheet.imposition import Card, card_sheet, impose
from speelveld.sheet.plan import Count, Mark, Placement, Sheet, Side, count
from speelveld.units import mm, to_mm

pytestmark = pytest.mark.slow

GROOT, KLEIN = Size(mm(95), mm(134)), Size(mm(67), mm(95))

papers = st.sampled_from([PAPERS["a4"], PAPERS["a3"], PAPERS["a4"].turned()])
# What an error message promises to fit on an A4.
card_sizes = st.builds(lambda w, h: Size(mm(w / 10), mm(h / 10)), st.integers(100, 1920), st.integers(100, 2700))
some_cards = st.lists(st.one_of(st.none(), st.integers(1000, 1009)), max_size=40).map(
    lambda backs: [Card(front, back) for front, back in enumerate(backs)]
)
fills = st.lists(st.sampled_from([Card(500), Card(501, 1501)]), max_size=2)


@st.composite
def impositions(draw: st.DrawFn) -> list[Sheet]:
    return impose(
        draw(card_sizes), draw(some_cards), draw(papers), draw(st.sampled_from(Duplex)), draw(fills),
        marks_on_backs=draw(st.booleans()),
    )  # fmt: skip


def sides(sheets: list[Sheet]) -> list[tuple[Sheet, Side]]:
    return [(sheet, side) for sheet in sheets for side in (sheet.front, sheet.back) if side is not None]


def box_of(mark: Mark) -> Rect:
    x, y = min(mark.x1, mark.x2), min(mark.y1, mark.y2)
    return Rect(x, y, abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1))


def furniture(side: Side) -> list[Rect]:
    return [label.box for label in side.labels] + ([side.ruler.box] if side.ruler else [])


def in_mm(box: Rect) -> tuple[float, ...]:
    return tuple(round(to_mm(length), 3) for length in (box.x, box.y, box.width, box.height))


def apart(one: Rect, other: Rect) -> float:
    """Return the distance between two boxes, negative where they overlap."""
    across = max(one.x - other.right, other.x - one.right)
    down = max(one.y - other.bottom, other.y - one.bottom)
    return max(across, down)


@given(impositions())
def test_nothing_lies_on_anything_else(sheets: list[Sheet]) -> None:
    for _, side in sides(sheets):
        boxes = [p.box for p in side.placements] + furniture(side)
        assert not [pair for pair in combinations(boxes, 2) if apart(*pair) < -1e-6]


@given(impositions())
def test_everything_stays_five_mm_from_the_edge_of_the_paper(sheets: list[Sheet]) -> None:
    for sheet, side in sides(sheets):
        edge = mm(5) - 1e-6
        ink = [p.box for p in side.placements] + furniture(side) + [box_of(mark) for mark in side.marks]
        for box in ink:
            assert box.x >= edge
            assert box.y >= edge
            assert box.right <= sheet.paper.width - edge
            assert box.bottom <= sheet.paper.height - edge


@given(impositions())
def test_marks_keep_clear_of_cards_ruler_and_texts(sheets: list[Sheet]) -> None:
    for _, side in sides(sheets):
        for mark in side.marks:
            assert all(apart(box_of(mark), p.box) >= mm(2) - 1e-6 for p in side.placements)
            assert all(apart(box_of(mark), box) >= mm(0.5) - 1e-6 for box in furniture(side))


@given(impositions())
def test_every_cut_has_a_mark_of_two_mm_or_more_at_both_ends(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        marks = [box_of(mark) for mark in sheet.front.marks]
        assert all(max(mark.width, mark.height) >= mm(2) - 1e-6 for mark in marks)
        boxes = [placement.box for placement in sheet.front.placements]
        left, right = min(box.x for box in boxes), max(box.right for box in boxes)
        top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
        upright, level = [m for m in marks if m.width == 0], [m for m in marks if m.height == 0]
        cuts_x = {round(x, 3) for box in boxes for x in (box.x, box.right)}
        cuts_y = {round(y, 3) for box in boxes for y in (box.y, box.bottom)}
        assert cuts_x <= {round(mark.x, 3) for mark in upright if mark.bottom < top}
        assert cuts_x <= {round(mark.x, 3) for mark in upright if mark.y > bottom}
        assert cuts_y <= {round(mark.y, 3) for mark in level if mark.right < left}
        assert cuts_y <= {round(mark.y, 3) for mark in level if mark.x > right}


@given(card_sizes, papers)
def test_neighbours_share_their_cut_and_the_block_is_centred(card: Size, paper: Size) -> None:
    grid = card_sheet(card, paper).grid
    boxes = [grid.box(index) for index in range(grid.places)]
    for row in range(grid.rows):
        in_row = boxes[row * grid.columns : (row + 1) * grid.columns]
        assert all(left.right == pytest.approx(right.x) for left, right in pairwise(in_row))
        assert in_row[0].x == pytest.approx(grid.paper.width - in_row[-1].right)
    for column in range(grid.columns):
        in_column = boxes[column :: grid.columns]
        assert all(upper.bottom == pytest.approx(lower.y) for upper, lower in pairwise(in_column))
        assert in_column[0].y == pytest.approx(grid.paper.height - in_column[-1].bottom)


@given(card_sizes, papers)
def test_no_grid_with_room_around_it_holds_more(card: Size, paper: Size) -> None:
    width, height = sorted((paper.width, paper.height))

    def most(beside: float, above: float) -> int:
        across, down = width - 2 * mm(beside) + 1e-6, height - 2 * mm(above) + 1e-6
        return max(int(across // w) * int(down // h) for w, h in [(card.width, card.height), (card.height, card.width)])

    assert most(9, 13.5) <= card_sheet(card, paper).places <= most(9, 9)


@given(card_sizes, some_cards, papers, st.sampled_from(Duplex), fills)
def test_every_face_is_printed_exactly_as_often_as_asked(
    card: Size, cards: list[Card], paper: Size, duplex: Duplex, fill: list[Card]
) -> None:
    sheets = impose(card, cards, paper, duplex, fill)
    places = card_sheet(card, paper).places
    fronts = [p.face for sheet in sheets for p in sheet.front.placements]
    spare = len(sheets) * places - len(cards)
    assert 0 <= spare < places
    assert fronts[: len(cards)] == [card.front for card in cards]
    extra = [fill[index % len(fill)] for index in range(spare)] if fill else []
    assert fronts[len(cards) :] == [card.front for card in extra]
    backs = Counter(p.face for sheet in sheets if sheet.back for p in sheet.back.placements)
    asked = Counter(card.back for card in [*cards, *extra] if card.back is not None)
    assert backs == (Counter() if duplex is Duplex.GEEN else asked)


@given(impositions())
def test_cards_lie_on_their_own_cell_with_their_own_size(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        sizes = {(round(p.box.width, 6), round(p.box.height, 6), p.turn) for p in sheet.front.placements}
        assert len(sizes) == 1


@given(impositions())
def test_every_front_has_a_ruler_of_a_hundred_mm_a_title_and_what_to_do(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        assert sheet.front.ruler is not None
        lines = [box_of(line) for line in sheet.front.ruler.lines()]
        assert max(max(line.width, line.height) for line in lines) == pytest.approx(mm(100))
        assert all(sheet.front.ruler.box.contains(line) for line in lines)
        kinds = sorted(label.kind for label in sheet.front.labels)
        assert kinds == (["how", "title", "turn"] if sheet.back else ["how", "title"])
        for label in sheet.front.labels:
            long, short = (label.box.height, label.box.width) if label.turn else (label.box.width, label.box.height)
            assert long >= mm(60) - 1e-6
            assert short >= mm(4) - 1e-6


@given(impositions())
def test_pages_of_a_two_sided_job_alternate_and_no_back_is_added_to_a_one_sided_job(sheets: list[Sheet]) -> None:
    backs = [sheet.back is not None for sheet in sheets]
    assert len(set(backs)) <= 1
    assert any(backs) == any(sheet.back.placements for sheet in sheets if sheet.back)


@given(impositions())
def test_paper_is_always_upright(sheets: list[Sheet]) -> None:
    assert all(sheet.paper.width < sheet.paper.height for sheet in sheets)


@pytest.mark.parametrize(
    ("card", "paper", "places", "turn"),
    [(GROOT, "a4", 4, 0), (GROOT, "a3", 8, 90), (KLEIN, "a4", 8, 90), (KLEIN, "a3", 16, 0)],
)
def test_the_two_sizes_of_cards_fill_the_paper(card: Size, paper: str, places: int, turn: int) -> None:
    common = card_sheet(card, PAPERS[paper])
    assert (common.places, common.grid.turn) == (places, turn)


@pytest.mark.parametrize("card", [GROOT, KLEIN])
def test_an_a4_of_either_size_looks_the_same_around_its_block(card: Size) -> None:
    [sheet] = impose(card, [Card(0, 1)], PAPERS["a4"], Duplex.LANGE_ZIJDE)
    marks = {in_mm(box_of(mark)) for mark in sheet.front.marks}
    assert {(10, 9.5, 0, 3), (105, 284.5, 0, 3), (200, 9.5, 0, 3), (5, 14.5, 3, 0), (202, 282.5, 3, 0)} <= marks
    assert sheet.front.ruler is not None
    assert in_mm(sheet.front.ruler.box) == (5, 288, 100.5, 4)
    assert {label.kind: in_mm(label.box) for label in sheet.front.labels} == {
        "title": (5, 5, 98, 4),
        "turn": (107, 5, 98, 4),
        "how": (109.5, 288, 95.5, 4),
    }


def test_four_large_cards_share_the_middle_of_an_a4() -> None:
    [sheet] = impose(GROOT, [Card(face) for face in range(4)], PAPERS["a4"], Duplex.GEEN)
    assert [in_mm(p.box) for p in sheet.front.placements] == [
        (10, 14.5, 95, 134), (105, 14.5, 95, 134), (10, 148.5, 95, 134), (105, 148.5, 95, 134),
    ]  # fmt: skip


def test_small_cards_lie_a_quarter_turned_in_the_same_block() -> None:
    [sheet] = impose(KLEIN, [Card(face) for face in range(3)], PAPERS["a4"], Duplex.GEEN)
    assert [(in_mm(p.box), p.turn) for p in sheet.front.placements] == [
        ((10, 14.5, 95, 67), 90), ((105, 14.5, 95, 67), 90), ((10, 81.5, 95, 67), 90),
    ]  # fmt: skip


def test_a_sheet_that_is_not_full_has_all_marks() -> None:
    full, rest = impose(GROOT, [Card(face) for face in range(5)], PAPERS["a4"], Duplex.GEEN)
    assert len(rest.front.placements) == 1
    assert rest.front.marks == full.front.marks


def test_spare_places_take_the_blank_cards_in_turn() -> None:
    [sheet] = impose(KLEIN, [Card(0), Card(1), Card(2)], PAPERS["a4"], Duplex.GEEN, [Card(8), Card(9)])
    assert [p.face for p in sheet.front.placements] == [0, 1, 2, 8, 9, 8, 9, 8]


def test_no_cards_take_no_paper_and_no_blanks() -> None:
    assert impose(GROOT, [], PAPERS["a4"], Duplex.LANGE_ZIJDE, [Card(8, 9)]) == []


def test_a_back_is_cut_from_the_front_unless_marks_are_asked_for() -> None:
    cards = [Card(0, 1)]
    [plain] = impose(GROOT, cards, PAPERS["a4"], Duplex.LANGE_ZIJDE)
    [marked] = impose(GROOT, cards, PAPERS["a4"], Duplex.LANGE_ZIJDE, marks_on_backs=True)
    assert plain.back is not None
    assert marked.back is not None
    assert plain.back.marks == ()
    assert marked.back.marks == marked.front.marks
    assert [label.kind for label in plain.back.labels] == ["title"]


def test_a_large_card_has_an_a4_to_itself() -> None:
    [sheet] = impose(Size(mm(142.5), mm(201)), [Card(0)], PAPERS["a4"], Duplex.GEEN)
    assert sheet.front.placements == (Placement(0, sheet.front.placements[0].box),)
    assert in_mm(sheet.front.placements[0].box) == (33.75, 48, 142.5, 201)


def test_of_two_ways_that_hold_as_many_the_one_with_wider_margins_is_taken() -> None:
    # Upright, two large cards leave 9 mm above and below on an A3; turned, 48 mm on every side or more.
    grid = card_sheet(Size(mm(142.5), mm(201)), PAPERS["a3"]).grid
    assert (grid.columns, grid.rows, grid.turn) == (1, 2, 90)
    # Upright, this one leaves 10 mm beside it on an A4; turned, 30 mm.
    assert card_sheet(Size(mm(190), mm(150)), PAPERS["a4"]).grid.turn == 90


def test_margins_are_told_by_side() -> None:
    margins = card_sheet(GROOT, PAPERS["a4"]).grid.margins
    in_order = [to_mm(length) for length in (margins.top, margins.right, margins.bottom, margins.left)]
    assert in_order == pytest.approx([14.5, 10, 14.5, 10])


def test_a_square_card_stays_upright() -> None:
    assert card_sheet(Size(mm(60), mm(60)), PAPERS["a4"]).grid.turn == 0


def test_round_pieces_of_thirty_mm_go_six_by_nine_on_an_a4() -> None:
    grid = card_sheet(Size(mm(30), mm(30)), PAPERS["a4"]).grid
    assert (grid.columns, grid.rows) == (6, 9)


def test_fewer_cards_are_laid_where_the_margins_would_hold_no_ruler() -> None:
    # Two by two would leave 9 mm all around: enough for marks, not for a text.
    assert card_sheet(Size(mm(96), mm(139.5)), PAPERS["a4"]).places == 2


def test_marks_are_longer_where_there_is_room() -> None:
    [sheet] = impose(GROOT, [Card(0)], PAPERS["a3"], Duplex.GEEN)
    marks = [in_mm(box_of(mark)) for mark in sheet.front.marks]
    assert {mark[3] for mark in marks if mark[2] == 0} == {6}
    assert {mark[2] for mark in marks if mark[3] == 0} == {3}


def places(card: Size, paper: Size) -> dict[str, tuple[float, ...]]:
    """Return the place in mm of ruler and texts around cards of one size."""
    found = card_sheet(card, paper).furniture
    assert found.ruler is not None
    return {"ruler": in_mm(found.ruler.box)} | {label.kind: in_mm(label.box) for label in found.labels}


def test_texts_stand_beside_the_block_where_there_is_no_room_above_it() -> None:
    assert places(Size(mm(100), mm(279)), PAPERS["a4"]) == {
        "ruler": (5, 9.5, 4, 100.5),
        "how": (5, 114, 4, 84.75),
        "title": (5, 202.75, 4, 84.75),
        "turn": (201, 9.5, 4, 278),
    }


def test_texts_lie_between_the_marks_where_there_is_no_room_outside_them() -> None:
    # 11 mm above the block.
    assert places(Size(mm(100), mm(275)), PAPERS["a4"]) == {
        "ruler": (5, 9.5, 4, 100.5),
        "how": (55.5, 288, 99, 4),
        "title": (55.5, 5, 99, 4),
        "turn": (5, 114, 4, 173.5),
    }
    # 12 mm beside a block of two, 9.5 mm above it.
    assert places(Size(mm(186), mm(139)), PAPERS["a4"]) == {
        "ruler": (5, 10, 4, 100.5),
        "how": (5, 149, 4, 67),
        "title": (5, 220, 4, 67),
        "turn": (201, 10, 4, 138),
    }


def test_the_corners_of_small_paper_belong_to_the_texts_above_and_below() -> None:
    assert places(Size(mm(100), mm(150)), Size(mm(148), mm(210))) == {
        "ruler": (5, 201, 100.5, 4),
        "how": (5, 5, 67, 4),
        "title": (76, 5, 67, 4),
        "turn": (5, 9.5, 4, 191),
    }


def test_a_card_that_does_not_fit_says_so_in_mm_and_names_a_size_that_does() -> None:
    with pytest.raises(ValueError, match=r"200 x 290 mm past niet op papier van 210 x 297 mm.*192 x 270 mm past wel"):
        card_sheet(Size(mm(200), mm(290)), PAPERS["a4"])


@pytest.mark.parametrize("card", [Size(0, mm(50)), Size(mm(50), mm(9.9)), Size(mm(-20), mm(50))])
def test_a_card_too_small_to_cut_is_refused(card: Size) -> None:
    with pytest.raises(ValueError, match="te klein om te snijden"):
        card_sheet(card, PAPERS["a4"])


def test_paper_and_pages_are_counted_apart() -> None:
    two_sided = impose(GROOT, [Card(face, 9) for face in range(9)], PAPERS["a4"], Duplex.LANGE_ZIJDE)
    one_sided = impose(GROOT, [Card(face) for face in range(9)], PAPERS["a4"], Duplex.LANGE_ZIJDE)
    assert count(two_sided) == Count(sheets=3, pages=6)
    assert count(two_sided) + count(one_sided) == Count(sheets=6, pages=9)
