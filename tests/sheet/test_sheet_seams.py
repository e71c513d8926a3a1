"""Seams run beside what should stay whole, as far as the papers leave them room."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.geometry import Rect, Size
from speelveld.paper import PAPERS
from speelveld.sheet.seams import Knife, Pieces, Span, Whole
from speelveld.sheet.tile_plan import TilePlan
from speelveld.sheet.tiles import tile
from speelveld.units import mm, to_mm

BOARD = Size(mm(790), mm(550))
WORD, FIELD = 100, 40


def box(x: float, y: float, wide: float, high: float) -> Rect:
    return Rect(mm(x), mm(y), mm(wide), mm(high))


def seams(plan: TilePlan) -> tuple[list[float], list[float]]:
    """Return the xs and ys in the art, in mm, where tiles are cut."""
    xs = {round(to_mm(tile.source.x + tile.shown.x - tile.place.x), 2) for tile in plan.tiles if tile.cut.left}
    ys = {round(to_mm(tile.source.y + tile.shown.y - tile.place.y), 2) for tile in plan.tiles if tile.cut.top}
    return sorted(xs), sorted(ys)


def on_a4(*wholes: Whole) -> TilePlan:
    return tile(BOARD, PAPERS["a4"], mm(10), wholes=wholes)


def test_where_nothing_lies_tiles_are_equally_large() -> None:
    assert seams(on_a4()) == ([262, 522], [182, 362])
    # A word that no seam meets changes nothing.
    assert seams(on_a4(Whole(box(100, 100, 50, 8), WORD))) == seams(on_a4())


@pytest.mark.parametrize(("left", "seam"), [(255, 254.0), (245, 268.0)])
def test_a_seam_keeps_a_millimetre_from_a_word_on_the_nearest_side(left: float, seam: float) -> None:
    # From 255 or 245 mm, 22 mm wide, across the seam at 262; steps are a third of a millimetre.
    (first, second), ys = seams(on_a4(Whole(box(left, 20, 22, 8), WORD)))
    assert first == pytest.approx(seam, abs=0.34)
    assert not left - 1 < first < left + 22 + 1
    assert (second, ys) == (522, [182, 362])


def test_a_seam_moves_up_or_down_beside_a_line_of_words() -> None:
    xs, (first, _) = seams(on_a4(*(Whole(box(100 + 60 * n, 178, 40, 6), WORD) for n in range(3))))
    assert 185 <= first <= 185.25
    assert xs == [262, 522]


def test_a_seam_between_two_words_runs_in_the_middle_of_a_narrow_gap() -> None:
    words = [Whole(box(231, 20, 30, 8), WORD), Whole(box(262.2, 20, 26, 8), WORD)]
    assert seams(on_a4(*words))[0][0] == pytest.approx(261.6, abs=0.1)


def test_where_it_must_cut_it_spares_words_before_fields() -> None:
    # As far as a seam can go there is a field, and beside it a word.
    field, word = Whole(box(200, 20, 62, 38), FIELD), Whole(box(261, 20, 71.5, 8), WORD)
    (first, _), _ = seams(on_a4(field, word))
    assert 200 < first < 261
    (first, _), _ = seams(on_a4(Whole(field.box, WORD), Whole(word.box, FIELD)))
    assert 262 < first < 332.5


def test_no_page_more_is_taken_to_spare_a_word() -> None:
    # On one of A3 there is a millimetre and some: less than a word of 30 mm asks.
    plain = tile(BOARD, PAPERS["a3"], mm(10))
    spared = tile(BOARD, PAPERS["a3"], mm(10), wholes=[Whole(box(377, 20, 30, 8), WORD)])
    assert len(spared.tiles) == len(plain.tiles) == 4


@pytest.mark.parametrize(
    ("start", "end", "spared", "lap"),
    [
        (150, 191.9, True, 10),
        (150, 192.1, True, 7),
        (150, 194.9, True, 7),
        (150, 195.1, False, 10),
        (186.1, 230, True, 10),
        (185.9, 230, True, 6),
        (185.1, 230, True, 6),
        (184.9, 230, False, 10),
    ],
)
def test_a_glue_strip_becomes_narrow_only_for_what_that_saves(
    start: float, end: float, spared: bool, lap: float
) -> None:
    # Two sheets of A4 print 400 mm. Less 10 twice, 384 mm of art leaves a seam 6 mm, from 186 to 192: the upper
    # tile is cut 2 mm inside its print, and needs 8 mm of glue. Of 5 mm: to 195. Cut 1 mm inside: from 185.
    art = Size(mm(384), mm(272))
    plan = tile(art, PAPERS["a4"], mm(10), wholes=[Whole(box(start, 20, end - start, 8), WORD)])
    ((seam,), _) = seams(plan)
    assert (start < seam < end) is not spared
    assert to_mm(plan.overlap) == pytest.approx(lap)


def test_for_less_than_a_field_the_glue_stays_wide() -> None:
    art = Size(mm(384), mm(272))
    for weight, lap in ((FIELD, 7), (FIELD - 1, 10)):
        plan = tile(art, PAPERS["a4"], mm(10), wholes=[Whole(box(150, 20, 43, 8), weight)])
        assert to_mm(plan.overlap) == pytest.approx(lap)


@given(
    st.lists(st.tuples(st.integers(0, 590), st.integers(5, 60), st.sampled_from([1, 15, 40, 100])), max_size=12),
    st.integers(210, 250),
)
def test_no_other_seams_cut_less(found: list[tuple[int, int, int]], reach: int) -> None:
    spans = [Span(mm(start), mm(start + wide), weight) for start, wide, weight in found]
    pieces = Pieces(mm(600), 3, mm(reach), mm(10), mm(2))
    best = Knife(spans).best(pieces)
    assert best is not None

    def cut(place: float) -> int:
        return sum(span.weight for span in spans if span.start + 0.02 < place < span.end - 0.02)

    assert best.cut == sum(map(cut, best.seams))
    assert all(end - start <= mm(reach) + 1e-5 for start, end in pieces.printed(best.seams))
    # Elsewhere, both seams.
    for first, second in product(range(100, 300, 3), range(300, 500, 3)):
        sizes = first + 8, second - first + 10, 600 - second + 2
        if max(sizes) <= reach and min(first - 2, second - first, 592 - second) >= 590 / 3 / 2:
            assert best.cut <= cut(mm(first)) + cut(mm(second))


def test_a_seam_touches_what_it_may_touch() -> None:
    # Exactly between two cells that share a side nothing is cut.
    cells = [Span(mm(70), mm(100), 40), Span(mm(100), mm(130), 40)]
    best = Knife(cells).best(Pieces(mm(200), 2, mm(115), mm(10), mm(2)))
    assert best is not None
    assert (best.cut, to_mm(best.seams[0])) == (0, pytest.approx(100, abs=0.01))


def test_pieces_that_hold_too_little_have_no_seams() -> None:
    assert Knife([]).best(Pieces(mm(200), 2, mm(105), mm(10), mm(2))) is not None
    assert Knife([]).best(Pieces(mm(200), 2, mm(104.9), mm(10), mm(2))) is None
    assert Knife([]).best(Pieces(mm(200), 1, mm(199.9), mm(10), mm(2))) is None


def test_the_white_round_a_board_in_unequal_tiles_is_even() -> None:
    plan = on_a4(Whole(box(245, 20, 22, 8), WORD), Whole(box(520, 20, 15, 8), WORD))
    first, last = plan.tiles[0], plan.tiles[2]
    assert first.place.width != pytest.approx(last.place.width)
    assert first.place.x == pytest.approx(plan.paper.width - last.place.right)


def test_the_same_art_is_cut_in_the_same_places_again() -> None:
    words = [Whole(box(231 + n, 20 + 9 * n, 40, 8), WORD) for n in range(9)]
    assert on_a4(*words) == on_a4(*reversed(words))
