"""A board in tiles: all of it is there, neighbours agree, and no fewer pages would do."""

from itertools import combinations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from speelveld.geometry import Rect, Size
from speelveld.paper import PAPERS
from speelveld.sheet.plan import Count, Mark
from speelveld.sheet.seams import Whole
from speelveld.sheet.tile_plan import Sides, Tile, TilePlan
from speelveld.sheet.tiles import tile
from speelveld.units import mm, to_mm

BOARD = Size(mm(790), mm(550))

lengths = st.integers(300, 12000).map(lambda tenths: mm(tenths / 10))
arts = st.builds(Size, lengths, lengths)
papers = st.sampled_from([PAPERS[name] for name in ("a4", "a3", "a2")])
overlaps = st.integers(0, 20).map(lambda length: mm(float(length)))
boxes = st.builds(
    Rect, lengths, lengths, lengths.map(lambda length: length / 9), lengths.map(lambda length: length / 9)
)
wholes = st.lists(st.builds(Whole, boxes, st.sampled_from([1, 15, 40, 100])), max_size=12)
plans = st.builds(tile, arts, papers, overlaps, wholes=wholes)
cut_up = plans.filter(lambda plan: len(plan.tiles) > 1)


def in_art(box: Rect, piece: Tile) -> Rect:
    """Return a box on the paper of `piece` where it lies in the art."""
    return box.moved(piece.source.x - piece.place.x, piece.source.y - piece.place.y)


def box_of(mark: Mark) -> Rect:
    return Rect(mark.x1, mark.y1, mark.x2 - mark.x1, mark.y2 - mark.y1)


def in_mm(box: Rect) -> tuple[float, ...]:
    return tuple(round(to_mm(length), 3) for length in (box.x, box.y, box.width, box.height))


def furniture(piece: Tile) -> list[Rect]:
    boxes = [label.box for label in piece.labels]
    boxes += [piece.ruler.box] if piece.ruler else []
    return boxes + (list(piece.map.cells) if piece.map else [])


def neighbours(plan: TilePlan) -> list[tuple[Tile, Tile, bool]]:
    """Return all pairs of a tile and the one to the right of it (True) or below it (False)."""
    at = {(piece.column, piece.row): piece for piece in plan.tiles}
    beside = [(at[x, y], at[x + 1, y], True) for x, y in at if (x + 1, y) in at]
    return beside + [(at[x, y], at[x, y + 1], False) for x, y in at if (x, y + 1) in at]


@given(plans)
def test_what_stays_in_sight_is_the_art_once_and_whole(plan: TilePlan) -> None:
    shown = [in_art(piece.shown, piece) for piece in plan.tiles]
    art = Rect(0, 0, plan.art.width, plan.art.height)
    assert all(art.contains(box, 1e-3) for box in shown)
    assert not [pair for pair in combinations(shown, 2) if pair[0].overlaps(pair[1], 1e-3)]
    assert sum(box.width * box.height for box in shown) == pytest.approx(art.width * art.height)


@given(plans)
def test_no_ink_comes_nearer_than_five_mm_to_the_edge(plan: TilePlan) -> None:
    area = Rect(mm(5), mm(5), plan.paper.width - mm(10), plan.paper.height - mm(10))
    for piece in plan.tiles:
        lines = [box_of(mark) for mark in (*piece.marks, *piece.guides)]
        assert all(area.contains(box) for box in (piece.place, *lines, *furniture(piece)))


@given(plans)
def test_a_tile_shows_its_part_of_the_art_at_full_size(plan: TilePlan) -> None:
    for piece in plan.tiles:
        assert (piece.place.width, piece.place.height) == (piece.source.width, piece.source.height)
        assert piece.place.contains(piece.shown)


@given(cut_up)
def test_neighbours_print_exactly_the_overlap_twice(plan: TilePlan) -> None:
    for one, other, beside in neighbours(plan):
        if beside:
            assert one.source.right - other.source.x == pytest.approx(plan.overlap, abs=1e-6)
            assert one.source.y == other.source.y
        else:
            assert one.source.bottom - other.source.y == pytest.approx(plan.overlap, abs=1e-6)
            assert one.source.x == other.source.x


@given(plans)
def test_each_join_has_one_glue_strip_and_one_cut_and_the_outside_has_neither(plan: TilePlan) -> None:
    for piece in plan.tiles:
        assert piece.glue.right is (piece.column < plan.columns - 1)
        assert piece.glue.bottom is (piece.row < plan.rows - 1)
        assert piece.cut.left is (piece.column > 0)
        assert piece.cut.top is (piece.row > 0)
        assert not {"top", "left"} & set(piece.glue.edges)
        assert not {"right", "bottom"} & set(piece.cut.edges)


@given(cut_up)
def test_the_cut_of_a_tile_comes_on_the_guide_of_the_one_before(plan: TilePlan) -> None:
    for one, other, beside in neighbours(plan):
        if beside:
            cuts = {round(in_art(box_of(m), other).x, 3) for m in other.marks if m.x1 == m.x2}
            guides = {round(in_art(box_of(m), one).x, 3) for m in one.guides if m.x1 == m.x2}
            trims = {round(in_art(other.shown, other).x, 3)}
        else:
            cuts = {round(in_art(box_of(m), other).y, 3) for m in other.marks if m.y1 == m.y2}
            guides = {round(in_art(box_of(m), one).y, 3) for m in one.guides if m.y1 == m.y2}
            trims = {round(in_art(other.shown, other).y, 3)}
        assert cuts == guides == trims


@given(plans)
def test_every_cut_has_two_marks_beside_the_art(plan: TilePlan) -> None:
    for piece in plan.tiles:
        assert len(piece.marks) == 2 * len(piece.cut.edges)
        for mark in (*piece.marks, *piece.guides):
            box = box_of(mark)
            assert max(box.width, box.height) >= mm(2) - 1e-6
            assert not box.overlaps(piece.place, -mm(1) + 1e-6)


@given(plans)
def test_ruler_texts_and_map_keep_clear_of_the_art_of_lines_and_of_each_other(plan: TilePlan) -> None:
    for piece in plan.tiles:
        for box in furniture(piece):
            assert not box.overlaps(piece.place)
            assert not [mark for mark in (*piece.marks, *piece.guides) if box_of(mark).overlaps(box, -mm(0.5) + 1e-6)]
        assert not [pair for pair in combinations(furniture(piece), 2) if pair[0].overlaps(pair[1])]


@given(cut_up)
def test_every_tile_has_a_ruler_a_number_what_to_do_and_a_map_with_itself_on_it(plan: TilePlan) -> None:
    for piece in plan.tiles:
        assert piece.ruler is not None
        assert sorted(label.kind for label in piece.labels) == ["how", "number"]
        assert piece.map is not None
        assert len(piece.map.cells) == len(plan.tiles)
        assert plan.tiles[piece.map.own] is piece
        first, own = piece.map.cells[0], piece.map.cells[piece.map.own]
        steps = (own.x - first.x) / first.width, (own.y - first.y) / first.height
        assert steps == pytest.approx((piece.column, piece.row), abs=1e-6)


@given(arts, papers, overlaps, wholes)
def test_no_division_into_fewer_pages_has_room_for_its_marks_and_texts(
    art: Size, paper: Size, overlap: float, wholes: list[Whole]
) -> None:
    assume(min(art.width, art.height) > overlap)

    def white(length: float, pieces: int, room: float) -> float:
        return (room - (length + (pieces - 1) * overlap) / pieces) / 2 + 1e-6

    fewest = min(
        columns * rows
        for page in (paper, paper.turned())
        for columns, rows in product(range(1, 16), repeat=2)
        if (beside := white(art.width, columns, page.width - mm(10))) >= (mm(3) if rows > 1 else 0)
        and (above := white(art.height, rows, page.height - mm(10))) >= (mm(3) if columns > 1 else 0)
        and (columns * rows == 1 or max(beside, above) >= mm(4.5))
    )
    assert len(tile(art, paper, overlap, wholes=wholes).tiles) == fewest


@pytest.mark.parametrize(
    ("paper", "lies", "columns", "rows", "place"),
    [
        ("a4", True, 3, 3, (13.5, 10, 270, 190)),
        ("a3", True, 2, 2, (10, 8.5, 400, 280)),
        ("a2", False, 2, 1, (10, 22, 400, 550)),
        ("a1", True, 1, 1, (25.5, 22, 790, 550)),
        ("a0", False, 1, 1, (25.5, 319.5, 790, 550)),
    ],
)
def test_an_a1_board_on_any_paper(paper: str, lies: bool, columns: int, rows: int, place: tuple[float, ...]) -> None:
    plan = tile(BOARD, PAPERS[paper], mm(10))
    assert (plan.columns, plan.rows) == (columns, rows)
    assert (plan.paper.width > plan.paper.height) is lies
    assert {in_mm(piece.place) for piece in plan.tiles} == {place}
    assert plan.count == Count(columns * rows, columns * rows)


def test_an_a3_sheet_goes_on_two_a4_to_the_last_millimetre() -> None:
    plan = tile(Size(mm(390), mm(277)), PAPERS["a4"], mm(10))
    assert [in_mm(piece.source) for piece in plan.tiles] == [(0, 0, 200, 277), (190, 0, 200, 277)]
    assert {in_mm(piece.place) for piece in plan.tiles} == {(5, 10, 200, 277)}


def test_tiles_are_named_as_they_are_read() -> None:
    names = [piece.name for piece in tile(BOARD, PAPERS["a4"], mm(10)).tiles]
    assert names == ["A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3", "C3"]


def test_the_middle_tile_is_cut_two_mm_inside_its_print_left_and_above() -> None:
    middle = tile(BOARD, PAPERS["a4"], mm(10)).tiles[4]
    assert in_mm(middle.shown) == (15.5, 12, 260, 180)
    assert [in_mm(box_of(mark)) for mark in middle.marks] == [
        (15.5, 6, 0, 3), (15.5, 201, 0, 3), (9.5, 12, 3, 0), (284.5, 12, 3, 0),
    ]  # fmt: skip
    # The white on the left and above is cut away, and with it what a guide there would tell.
    assert [in_mm(box_of(mark)) for mark in middle.guides] == [(275.5, 201, 0, 3), (284.5, 192, 3, 0)]


@pytest.mark.parametrize("turned", [False, True])
def test_marks_are_shorter_where_the_white_is_narrow(turned: bool) -> None:
    # An A1 board on A3 leaves 3.5 mm on two sides of a tile and 5 mm on the other two.
    last = tile(BOARD.turned() if turned else BOARD, PAPERS["a3"], mm(10)).tiles[-1]
    boxes = [in_mm(box_of(mark)) for mark in last.marks]
    if turned:
        assert boxes == [(10.5, 6, 0, 3), (10.5, 411, 0, 3), (5, 12, 2.5, 0), (289.5, 12, 2.5, 0)]
    else:
        assert boxes == [(12, 5, 0, 2.5), (12, 289.5, 0, 2.5), (6, 10.5, 3, 0), (411, 10.5, 3, 0)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_strip_of_four_and_a_half_mm_is_just_enough(turned: bool) -> None:
    just, over = Size(mm(390), mm(278)), Size(mm(390), mm(278.1))
    counts = [tile(art.turned() if turned else art, PAPERS["a4"], mm(10)).count.pages for art in (just, over)]
    assert counts == [2, 3]


@pytest.mark.parametrize("turned", [False, True])
def test_three_mm_beside_the_ends_of_a_cut_is_just_enough(turned: bool) -> None:
    just, over = Size(mm(360), mm(281)), Size(mm(360), mm(281.1))
    counts = [tile(art.turned() if turned else art, PAPERS["a4"], mm(10)).count.pages for art in (just, over)]
    assert counts == [2, 4]


def test_of_two_ways_with_as_many_pages_the_one_with_the_shorter_join_is_taken() -> None:
    divisions = [tile(Size(mm(w), mm(h)), PAPERS["a4"], mm(10)) for w, h in [(275, 260), (260, 275), (270, 270)]]
    assert [(plan.columns, plan.rows) for plan in divisions] == [(2, 1), (1, 2), (2, 1)]


def test_an_overlap_of_less_than_four_mm_is_cut_in_the_middle() -> None:
    _, right = tile(Size(mm(300), mm(200)), PAPERS["a4"], mm(3)).tiles
    assert to_mm(right.shown.x - right.place.x) == pytest.approx(1.5)


def test_the_map_keeps_its_proportions_in_the_middle_of_its_place() -> None:
    first = tile(BOARD, PAPERS["a4"], mm(10)).tiles[0]
    assert first.map is not None
    # A place of 12 by 4.5 mm from x = 186.25 mm.
    assert in_mm(first.map.cells[0]) == (189.018, 200.5, 2.155, 1.5)


def test_a_guide_is_left_out_only_where_its_white_is_cut_away() -> None:
    first, right, _, below, *_ = tile(BOARD, PAPERS["a4"], mm(10)).tiles
    top, bottom, before, after = (275.5, 6, 0, 3), (275.5, 201, 0, 3), (9.5, 192, 3, 0), (284.5, 192, 3, 0)
    assert [in_mm(box_of(mark)) for mark in first.guides] == [top, bottom, before, after]
    assert [in_mm(box_of(mark)) for mark in right.guides] == [top, bottom, after]
    assert [in_mm(box_of(mark)) for mark in below.guides] == [bottom, before, after]


def test_texts_in_the_side_margins_read_upwards() -> None:
    first, right, *_ = tile(BOARD, PAPERS["a3"], mm(10)).tiles
    assert {(label.turn, in_mm(label.box)[0]) for label in first.labels} == {(270, 410.5)}
    assert {(label.turn, in_mm(label.box)[0]) for label in right.labels} == {(270, 5)}


def test_columns_are_named_with_one_letter_so_there_are_no_more_than_twenty_six() -> None:
    assert tile(Size(mm(7212), mm(100)), PAPERS["a4"], mm(10)).tiles[-1].name == "Z1"
    with pytest.raises(ValueError, match="7213 x 100 mm is niet te verdelen"):
        tile(Size(mm(7213), mm(100)), PAPERS["a4"], mm(10))


def test_sides_are_named_clockwise_from_the_top() -> None:
    assert Sides(top=True, right=True, bottom=True, left=True).edges == ("top", "right", "bottom", "left")
    assert Sides(top=False, right=True, bottom=False, left=False).edges == ("right",)


def test_in_wide_white_the_strips_are_twelve_mm_deep() -> None:
    left = tile(Size(mm(300), mm(200)), PAPERS["a4"], mm(10)).tiles[0]
    assert in_mm(left.place) == (27.5, 48.5, 155, 200)
    assert left.ruler is not None
    assert in_mm(left.ruler.box) == (193, 48.5, 12, 100.5)
    assert {label.kind: in_mm(label.box) for label in left.labels} == {
        "number": (193, 153, 12, 79.5),
        "how": (5, 280, 169, 12),
    }
    assert left.map is not None
    # Twelve mm wide, in the proportions of the art.
    assert [in_mm(cell) for cell in left.map.cells] == [(193, 238.5, 6, 8), (199, 238.5, 6, 8)]


def test_a_tile_shows_no_text_on_the_board_where_it_can_be_hidden() -> None:
    plan = tile(BOARD, PAPERS["a4"], mm(10))
    for piece in plan.tiles:
        hidden = []
        for box in furniture(piece):
            hidden.append(
                (piece.glue.right and box.x >= piece.shown.right)
                or (piece.glue.bottom and box.y >= piece.shown.bottom)
                or (piece.cut.left and box.right <= piece.shown.x)
                or (piece.cut.top and box.bottom <= piece.shown.y)
            )
        assert all(hidden), piece.name


def test_art_that_fills_one_page_stays_on_one_page_without_a_ruler() -> None:
    plan = tile(Size(mm(200), mm(287)), PAPERS["a4"], mm(10))
    assert plan.count == Count(1, 1)
    assert plan.tiles[0].ruler is None


def test_a_single_page_with_room_has_a_ruler_and_nothing_to_cut() -> None:
    [piece] = tile(BOARD, PAPERS["a1"], mm(10)).tiles
    assert piece.ruler is not None
    assert (piece.marks, piece.guides, piece.labels, piece.map) == ((), (), (), None)


@pytest.mark.parametrize(
    ("art", "overlap", "words"),
    [
        (Size(mm(790), mm(550)), mm(300), "300 mm overlap; kies groter papier of minder overlap"),
        (Size(mm(100_000), mm(550)), mm(10), "100000 x 550 mm is niet te verdelen"),
        (Size(mm(790), mm(550)), mm(-1), "0 mm of meer"),
        (Size(0, mm(550)), mm(10), "bestaat niet"),
        (Size(mm(790), 0), mm(10), "bestaat niet"),
    ],
)
def test_what_cannot_be_divided_is_refused_in_words(art: Size, overlap: float, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        tile(art, PAPERS["a4"], overlap)
