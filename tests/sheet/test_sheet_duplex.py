"""A back lies behind its front and stands upright with it: checked by turning the paper over in space."""

from dataclasses import dataclass
from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.geometry import Rect, Size
from speelveld.paper import PAPERS
from speelveld.sheet.duplex import Duplex, behind
from speelveld.sheet.imposition import Card, impose
from speelveld.sheet.plan import Placement, Turn
from speelveld.units import mm

EDGES = [Duplex.LANGE_ZIJDE, Duplex.KORTE_ZIJDE]


@dataclass(frozen=True)
class Vector:
    """A direction or a point: x to the right, y down, z away from who looks at the front."""

    x: float
    y: float
    z: float = 0

    def half_turn(self, axis: "Vector") -> "Vector":
        """Return the vector turned 180 degrees about an axis of length 1 through the origin."""
        along = 2 * (self.x * axis.x + self.y * axis.y + self.z * axis.z)
        return Vector(along * axis.x - self.x, along * axis.y - self.y, along * axis.z - self.z)

    def near(self, other: "Vector") -> bool:
        return (self.x, self.y, self.z) == pytest.approx((other.x, other.y, other.z), abs=1e-6)


# The axis that lies along the edge over which an upright paper is turned.
AXES = {Duplex.LANGE_ZIJDE: Vector(0, 1), Duplex.KORTE_ZIJDE: Vector(1, 0)}


def up(turn: int) -> Vector:
    return Vector(sin(radians(turn)), -cos(radians(turn)))


def right(turn: int) -> Vector:
    return Vector(cos(radians(turn)), sin(radians(turn)))


def through_the_paper(box: Rect, paper: Size, duplex: Duplex) -> Rect:
    """Return where a box on the back page lies as seen from the front."""
    corners = [
        Vector(x - paper.width / 2, y - paper.height / 2).half_turn(AXES[duplex])
        for x in (box.x, box.right)
        for y in (box.y, box.bottom)
    ]
    left, top = min(corner.x for corner in corners), min(corner.y for corner in corners)
    return Rect(left + paper.width / 2, top + paper.height / 2, box.width, box.height)


@given(
    card=st.builds(lambda w, h: Size(mm(w), mm(h)), st.floats(10, 190), st.floats(10, 260)),
    number=st.integers(1, 30),
    paper=st.sampled_from([PAPERS["a4"], PAPERS["a3"]]),
    duplex=st.sampled_from(EDGES),
)
def test_a_back_lies_exactly_behind_its_front(card: Size, number: int, paper: Size, duplex: Duplex) -> None:
    sheets = impose(card, [Card(face, 100 + face) for face in range(number)], paper, duplex)
    for sheet in sheets:
        assert sheet.back is not None
        backs = {placement.face: placement for placement in sheet.back.placements}
        assert len(backs) == len(sheet.front.placements)
        for front in sheet.front.placements:
            seen = through_the_paper(backs[100 + front.face].box, paper, duplex)
            assert (seen.x, seen.y) == pytest.approx((front.box.x, front.box.y), abs=1e-6)
            assert (seen.width, seen.height) == pytest.approx((front.box.width, front.box.height), abs=1e-6)


@pytest.mark.parametrize("duplex", EDGES)
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_finished_card_turned_like_a_page_stands_upright_on_both_sides(turn: Turn, duplex: Duplex) -> None:
    front = Placement(1, Rect(mm(10), mm(20), mm(60), mm(60)), turn)
    back = behind(front, 2, PAPERS["a4"], duplex)
    # As the front is seen: printed on the back page, and the paper turned over its edge.
    back_up, back_right = up(back.turn).half_turn(AXES[duplex]), right(back.turn).half_turn(AXES[duplex])
    # The card is cut out and turned about its own upright axis.
    axis = up(front.turn)
    assert back_up.half_turn(axis).near(axis)
    assert back_right.half_turn(axis).near(right(front.turn))


@pytest.mark.parametrize(
    ("card", "duplex", "turns"),
    [
        (Size(mm(95), mm(134)), Duplex.LANGE_ZIJDE, (0, 0)),
        (Size(mm(95), mm(134)), Duplex.KORTE_ZIJDE, (0, 180)),
        (Size(mm(67), mm(95)), Duplex.LANGE_ZIJDE, (90, 270)),
        (Size(mm(67), mm(95)), Duplex.KORTE_ZIJDE, (90, 90)),
    ],
)
def test_cards_on_an_a4_are_turned_as_worked_out_on_paper(card: Size, duplex: Duplex, turns: tuple[int, int]) -> None:
    [sheet] = impose(card, [Card(0, 1)], PAPERS["a4"], duplex)
    assert sheet.back is not None
    assert (sheet.front.placements[0].turn, sheet.back.placements[0].turn) == turns


def test_a_lone_card_top_left_has_its_back_top_right_or_bottom_left() -> None:
    for duplex, corner in [(Duplex.LANGE_ZIJDE, (105, 14.5)), (Duplex.KORTE_ZIJDE, (10, 148.5))]:
        [sheet] = impose(Size(mm(95), mm(134)), [Card(0, 1)], PAPERS["a4"], duplex)
        assert sheet.back is not None
        box = sheet.back.placements[0].box
        assert (box.x, box.y) == pytest.approx(tuple(mm(length) for length in corner))


def test_a_card_without_a_back_leaves_its_place_behind_white() -> None:
    [sheet] = impose(Size(mm(95), mm(134)), [Card(0), Card(1, 9)], PAPERS["a4"], Duplex.LANGE_ZIJDE)
    assert sheet.back is not None
    assert [placement.face for placement in sheet.back.placements] == [9]


def test_the_values_are_what_a_user_writes() -> None:
    assert [duplex.value for duplex in Duplex] == ["lange-zijde", "korte-zijde", "geen"]
