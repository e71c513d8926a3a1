"""Boxes for cards: what lies in it has 1 mm of play, the net closes, and it fits the paper or says why not."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.geometry import Rect, Size
from speelveld.paper import PAPERS, printable
from speelveld.sheet.box import PLAY, WORDS, Net, boxes
from speelveld.units import mm, to_mm

GROOT, KLEIN, A4 = Size(mm(95), mm(134)), Size(mm(67), mm(95)), PAPERS["a4"]

cards = st.sampled_from([GROOT, KLEIN, Size(mm(70), mm(120)), Size(mm(38), mm(33.5)), Size(mm(10), mm(10))])
thicknesses = st.integers(5, 100).map(lambda hundredths: mm(hundredths / 100))


@given(cards, st.integers(1, 200), thicknesses)
def test_the_pile_lies_in_its_boxes_with_a_millimetre_of_play_or_more(card: Size, count: int, thickness: float) -> None:
    found = boxes(card, count, thickness, A4)
    assert sum(net.count for net in found) == count
    assert max(net.count for net in found) - min(net.count for net in found) <= 1
    for net in found:
        assert sorted((net.inner.width, net.inner.height)) == pytest.approx(
            sorted((card.width + PLAY, card.height + PLAY))
        )
        assert net.depth == pytest.approx(max(net.count * thickness + PLAY, mm(4.5)))


@given(cards, st.integers(1, 200), thicknesses)
def test_the_net_lies_where_a_printer_reaches_and_clear_of_the_words(card: Size, count: int, thickness: float) -> None:
    for net in boxes(card, count, thickness, A4):
        reach = printable(A4)
        below = Rect(reach.x, reach.y + WORDS, reach.width, reach.height - WORDS)
        assert below.contains(net.box, 1e-3)
        assert all(net.box.contains(Rect(corner.x, corner.y, 0, 0), 1e-3) for corner in net.outline)


@given(cards, st.integers(1, 60))
def test_the_panels_meet_along_folds_and_close_to_a_box(card: Size, count: int) -> None:
    for net in boxes(card, count, mm(0.25), A4):
        column = [net.tuck, net.lid, net.back, net.bottom, net.front]
        assert all(one.bottom == pytest.approx(other.y) for one, other in pairwise(column))
        assert {panel.width for panel in column[1:]} == {net.inner.width}
        # What is folded up beside the bottom is as deep as the bottom and the lid, and as high as the front.
        assert {round(side.width, 6) for side in net.sides} == {round(net.depth, 6)}
        assert net.lid.height == net.bottom.height == pytest.approx(net.depth)
        assert {side.height for side in net.sides} == {net.front.height} == {net.back.height}
        # The two flaps lie behind the front without reaching each other, nor the notch.
        widest = [max(corner.x for corner in flap) - min(corner.x for corner in flap) for flap in net.flaps]
        assert sum(widest) + 2 * net.notch < net.inner.width


def area(corners: list[tuple[float, float]]) -> float:
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def test_the_outline_goes_once_round_all_panels_and_flaps() -> None:
    (net,) = boxes(GROOT, 24, mm(0.25), A4)
    panels = [net.lid, net.back, net.bottom, net.front, *net.sides]
    flaps = sum(area([(corner.x, corner.y) for corner in flap]) for flap in net.flaps)
    corners_off = mm(3) ** 2
    expected = sum(panel.width * panel.height for panel in [*panels, net.tuck]) + flaps - corners_off
    assert area([(corner.x, corner.y) for corner in net.outline]) == pytest.approx(expected)
    start, end = net.notch_ends
    assert hypot(start.x - end.x, start.y - end.y) == pytest.approx(2 * net.notch)


def test_the_lid_slides_into_the_box_with_a_millimetre_at_either_end() -> None:
    (net,) = boxes(GROOT, 24, mm(0.25), A4)
    assert net.tuck.x - net.front.x == pytest.approx(mm(1))
    assert net.front.right - net.tuck.right == pytest.approx(mm(1))


def in_mm(net: Net) -> tuple[float, float, float]:
    return round(to_mm(net.inner.width), 3), round(to_mm(net.inner.height), 3), round(to_mm(net.depth), 3)


@pytest.mark.parametrize(
    ("card", "count", "size"),
    [
        (GROOT, 1, (135, 96, 4.5)),
        (GROOT, 14, (135, 96, 4.5)),
        (GROOT, 15, (135, 96, 4.75)),
        (GROOT, 24, (135, 96, 7)),
        (GROOT, 60, (135, 96, 16)),
        (KLEIN, 1, (96, 68, 4.5)),
        (KLEIN, 60, (96, 68, 16)),
    ],
)
def test_one_card_and_sixty_fit_one_box(card: Size, count: int, size: tuple[float, float, float]) -> None:
    (net,) = boxes(card, count, mm(0.25), A4)
    assert in_mm(net) == size


def test_a_pile_too_thick_for_one_box_gets_two() -> None:
    assert [net.count for net in boxes(GROOT, 61, mm(0.5), A4)] == [31, 30]


def test_a_card_too_large_for_a_box_says_so() -> None:
    with pytest.raises(ValueError, match=r"190 x 134 mm past niet op papier van 210 x 297 mm; doe er een elastiek om"):
        boxes(Size(mm(190), mm(134)), 4, mm(0.25), A4)
