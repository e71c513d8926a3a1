"""Matrices put points, boxes and paths where plain arithmetic says; paths know which of them are boxes."""

import math
from dataclasses import astuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from speelveld.geometry import HERE, Matrix, Path, Pen, Point, Rect, ellipse, rounded
from speelveld.geometry.reach import is_flat

PART = st.floats(min_value=-10, max_value=10)
MATRICES = st.builds(Matrix, PART, PART, PART, PART, PART, PART)
SQUARE = Rect(3, 4, 10, 10)


@given(MATRICES, PART, PART)
def test_an_inverse_undoes_its_matrix(matrix: Matrix, x: float, y: float) -> None:
    assume(abs(matrix.a * matrix.d - matrix.b * matrix.c) > 0.1)
    there_and_back = matrix.inverse.at(matrix.at(Point(x, y)))
    assert there_and_back == pytest.approx((x, y), abs=1e-4)


@given(MATRICES, PART, PART, st.floats(0, 10), st.floats(0, 10))
def test_the_box_around_a_box_holds_its_corners_and_no_more(
    matrix: Matrix, x: float, y: float, width: float, height: float
) -> None:
    ends = [matrix.at(Point(x + across, y + down)) for across in (0, width) for down in (0, height)]
    found = matrix.around(Rect(x, y, width, height))
    assert (found.x, found.right) == pytest.approx((min(end.x for end in ends), max(end.x for end in ends)), abs=1e-9)
    assert (found.y, found.bottom) == pytest.approx((min(end.y for end in ends), max(end.y for end in ends)), abs=1e-9)


@pytest.mark.parametrize(
    ("turn", "top_left", "bottom_right"),
    [(0, (100, 50), (120, 60)), (90, (110, 50), (100, 70)), (180, (120, 60), (100, 50)), (270, (100, 70), (110, 50))],
)
def test_a_drawing_fills_its_box_turned_clockwise(
    turn: int, top_left: tuple[float, float], bottom_right: tuple[float, float]
) -> None:
    """The drawing is 4 by 2, five times as large: upright it fills 20 by 10, on its side 10 by 20."""
    box = Rect(100, 50, 20, 10) if turn % 180 == 0 else Rect(100, 50, 10, 20)
    placed = Matrix.into(box, turn, 5)
    assert placed.at(Point(0, 0)) == pytest.approx(top_left)
    assert placed.at(Point(4, 2)) == pytest.approx(bottom_right)


def test_a_turn_goes_clockwise_and_leaves_its_middle() -> None:
    turned = Matrix.turning(30, Point(7, 8))
    assert turned.at(Point(7, 8)) == pytest.approx((7, 8))
    assert turned.at(Point(9, 8)) == pytest.approx((7 + 2 * math.cos(math.pi / 6), 8 + 1))


@pytest.mark.parametrize(
    ("matrix", "straight"),
    [
        (HERE, True),
        (Matrix.turning(90, Point(3, 4)), True),
        (Matrix.turning(-180, Point(3, 4)), True),
        (Matrix.turning(0.001, Point(3, 4)), False),
        (Matrix.turning(45, Point(3, 4)), False),
    ],
)
def test_only_quarter_turns_are_straight(matrix: Matrix, straight: bool) -> None:
    assert matrix.straight is straight


def test_a_scale_is_how_much_longer_lengths_become() -> None:
    assert Matrix.scaling(3, 3).before(Matrix.turning(20, Point(1, 1))).scale == pytest.approx(3)
    assert Matrix.moving(5, 6).scale == 1


def test_a_path_lies_where_a_matrix_puts_its_points() -> None:
    path = ellipse(Point(2, 3), 1, 2)
    moved = path.through(Matrix(0, 2, -2, 0, 10, 20))
    assert moved.steps == path.steps
    assert moved.points == tuple(Point(10 - 2 * y, 20 + 2 * x) for x, y in path.points)
    assert path.moved(5, 7, 3).points == tuple(Point(3 * x + 5, 3 * y + 7) for x, y in path.points)


def test_a_path_gives_each_step_its_own_points() -> None:
    pen = Pen()
    pen.move(Point(1, 1))
    pen.curve(Point(2, 1), Point(3, 2), Point(3, 3))
    pen.line(Point(9, 9))
    pen.close()
    assert list(pen.path) == [
        ("m", (Point(1, 1),)),
        ("c", (Point(2, 1), Point(3, 2), Point(3, 3))),
        ("l", (Point(9, 9),)),
        ("h", ()),
    ]


@pytest.mark.parametrize(
    ("path", "is_box"),
    [
        (Path.outline(SQUARE), True),
        (Path.outline(SQUARE).through(Matrix.turning(90, Point(0, 0))), True),
        (Path.closed([Point(0, 0), Point(1, 0), Point(1, 1)]), False),
        (Path.closed([Point(0, 0), Point(2, 0), Point(3, 1), Point(1, 1)]), False),
        (rounded(SQUARE, 2), False),
        (rounded(SQUARE, 0), True),
        (Path.outline(SQUARE).through(Matrix.turning(45, Point(0, 0))), False),
    ],
    ids=["box", "on its side", "triangle", "slanted", "round corners", "no round corners", "turned by an eighth"],
)
def test_only_upright_boxes_are_boxes(path: Path, is_box: bool) -> None:
    # A matrix that turns by a quarter leaves numbers that are not quite round.
    points = tuple(Point(round(x, 9), round(y, 9)) for x, y in path.points)
    assert Path(path.steps, points).is_box is is_box


@pytest.mark.parametrize("radius", [0.5, 2, 5, 80])
def test_round_corners_keep_within_their_box_and_touch_every_side(radius: float) -> None:
    assert astuple(rounded(SQUARE, radius).bounds) == pytest.approx(astuple(SQUARE))


@pytest.mark.parametrize(
    ("other", "lacks"),
    [
        (Rect(3, 4, 10, 10), 0),
        (Rect(4, 6, 2, 2), -1),
        (Rect(1, 5, 2, 2), 2),
        (Rect(5, 5, 9, 2), 1),
        (Rect(5, 5, 2, 14), 5),
    ],
)
def test_a_box_tells_how_far_another_reaches_out_of_it(other: Rect, lacks: float) -> None:
    assert SQUARE.lacks(other) == lacks


@pytest.mark.parametrize(("across", "down"), [(10, 0), (-10, 0), (0, 10), (0, -10)])
def test_boxes_that_touch_share_nothing_and_boxes_a_hair_nearer_do(across: float, down: float) -> None:
    touching = Rect(SQUARE.x + across, SQUARE.y + down, SQUARE.width, SQUARE.height)
    nearer = Rect(SQUARE.x + across * 0.999, SQUARE.y + down * 0.999, SQUARE.width, SQUARE.height)
    for slack in (0, 1e-6):
        assert not SQUARE.overlaps(touching, slack)
        assert SQUARE.overlaps(nearer, slack)


@pytest.mark.parametrize(("points", "flat"), [
    ([(10, 10), (20, 20), (15, 15)], True),
    ([(3, 50), (3, 10), (3, 90)], True),
    ([(40, 7), (10, 7)], True),
    ([(5, 5)], True),
    ([(10, 10), (20, 20), (15, 15.1)], False),
    ([(100, 1), (200, 1), (200, 2)], False),
])  # fmt: skip
def test_a_path_is_flat_where_all_its_points_lie_on_one_line(points: list[tuple[float, float]], flat: bool) -> None:
    assert is_flat(Path("m" + "l" * (len(points) - 1), tuple(Point(*point) for point in points))) is flat
