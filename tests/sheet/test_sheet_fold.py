"""Fold sheets: folded about the line every back lies exactly behind its front, both upright, and nothing overlaps."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.geometry import Rect, Size
from speelveld.paper import PAPERS, SAFE, printable
from speelveld.sheet.fold import FoldSheet, fold_sheets, folding
from speelveld.sheet.imposition import Card
from speelveld.sheet.plan import Mark, Placement, Turn
from speelveld.units import mm

GROOT, KLEIN = Size(mm(95), mm(134)), Size(mm(67), mm(95))

papers = st.sampled_from([PAPERS["a4"], PAPERS["a3"], PAPERS["a3"].turned()])
# What the message promises to fit on an A4.
sizes = st.builds(lambda w, h: Size(mm(w / 10), mm(h / 10)), st.integers(100, 1830), st.integers(100, 1350))
some_cards = st.lists(st.booleans(), min_size=1, max_size=20).map(
    lambda backs: [Card(front, 1000 + front if back else None) for front, back in enumerate(backs)]
)


def in_order(sheets: list[FoldSheet]) -> list[Placement]:
    return [spot for sheet in sheets for spot in sheet.sheet.front.placements]


def upright(sheet: FoldSheet) -> bool:
    fold = sheet.folds[0]
    return fold.x1 == fold.x2


def folded(sheet: FoldSheet, spot: Placement) -> Placement:
    """Return `spot` as it is seen from behind through the paper, once the sheet is folded backwards on the line."""
    paper, box = sheet.sheet.paper, spot.box
    if upright(sheet):
        # Mirrored left and right: who looks at the back of the folded sheet sees it mirrored once more.
        mirrored: dict[Turn, Turn] = {0: 0, 90: 270, 180: 180, 270: 90}
        return Placement(spot.face, Rect(paper.width - box.right, box.y, box.width, box.height), mirrored[spot.turn])
    flipped: dict[Turn, Turn] = {0: 180, 90: 90, 180: 0, 270: 270}
    return Placement(spot.face, Rect(box.x, paper.height - box.bottom, box.width, box.height), flipped[spot.turn])


def same(one: Rect, other: Rect) -> bool:
    return one.contains(other) and other.contains(one)


def box_of(mark: Mark) -> Rect:
    return Rect(min(mark.x1, mark.x2), min(mark.y1, mark.y2), abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1))


@given(sizes, some_cards, papers)
def test_folded_a_back_lies_exactly_behind_its_front_and_upright(size: Size, cards: list[Card], paper: Size) -> None:
    pairs = 0
    for sheet in fold_sheets(size, cards, paper):
        spots = {spot.face: spot for spot in sheet.sheet.front.placements}
        for face, back in spots.items():
            if face >= 1000:
                front, seen = spots[face - 1000], folded(sheet, back)
                assert same(seen.box, front.box)
                # "Up" on the folded paper is the same direction on both sides of the card.
                assert seen.turn == front.turn
                pairs += 1
    assert pairs == sum(card.back is not None for card in cards)


@given(sizes, some_cards, papers)
def test_every_card_is_there_once_and_in_order(size: Size, cards: list[Card], paper: Size) -> None:
    faces = [spot.face for spot in in_order(fold_sheets(size, cards, paper))]
    assert [face for face in faces if face < 1000] == [card.front for card in cards]
    assert [face for face in faces if face >= 1000] == [card.back for card in cards if card.back is not None]


@given(sizes, some_cards, papers)
def test_nothing_overlaps_and_all_lies_where_a_printer_reaches(size: Size, cards: list[Card], paper: Size) -> None:
    for sheet in fold_sheets(size, cards, paper):
        side, reach = sheet.sheet.front, printable(sheet.sheet.paper)
        boxes = [spot.box for spot in side.placements]
        boxes += [label.box for label in side.labels]
        assert side.ruler is not None
        boxes.append(side.ruler.box)
        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
        assert all(reach.contains(box) for box in boxes)
        lines = [box_of(mark) for mark in (*side.marks, *sheet.folds)]
        assert all(reach.contains(line) for line in lines)
        words = [label.box for label in side.labels] + [side.ruler.box]
        assert not any(line.overlaps(word, -1e-6) for line in lines for word in words)
        assert {label.kind for label in side.labels} == {"title", "how", "turn", "fold"}


@given(sizes, some_cards)
def test_the_fold_line_keeps_clear_of_cuts_and_is_never_cut(size: Size, cards: list[Card]) -> None:
    for sheet in fold_sheets(size, cards, PAPERS["a4"]):
        along = upright(sheet)
        paper = sheet.sheet.paper
        fold = (paper.width if along else paper.height) / 2
        for mark in sheet.sheet.front.marks:
            if along:
                assert mark.y1 == mark.y2 or abs(mark.x1 - fold) > 1
            else:
                assert mark.x1 == mark.x2 or abs(mark.y1 - fold) > 1
        cuts = {
            edge
            for spot in sheet.sheet.front.placements
            for edge in ((spot.box.y, spot.box.bottom) if along else (spot.box.x, spot.box.right))
        }
        for dash in sheet.folds:
            low, high = (dash.y1, dash.y2) if along else (dash.x1, dash.x2)
            assert not any(low - SAFE + 1e-6 < cut < high + SAFE - 1e-6 for cut in cuts)


@pytest.mark.parametrize(
    ("card", "paper", "pairs"), [(GROOT, "a4", 2), (KLEIN, "a4", 4), (GROOT, "a3", 4), (KLEIN, "a3", 5)]
)
def test_a_sheet_holds_as_many_as_can_lie_along_the_fold(card: Size, paper: str, pairs: int) -> None:
    assert folding(card, PAPERS[paper]).pairs == pairs


def test_blank_cards_take_the_places_that_are_left() -> None:
    (sheet,) = fold_sheets(KLEIN, [Card(0, 10)], PAPERS["a4"], [Card(1, 11)])
    assert [spot.face for spot in sheet.sheet.front.placements] == [0, 10, 1, 11, 1, 11, 1, 11]


def test_a_card_too_large_for_two_is_refused_with_a_size_that_fits() -> None:
    with pytest.raises(ValueError, match="183 x 135 mm past wel"):
        folding(Size(mm(190), mm(200)), PAPERS["a4"])
    folding(Size(mm(183), mm(135)), PAPERS["a4"])
