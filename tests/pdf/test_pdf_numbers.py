"""Numbers and matrices as PDF reads them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.geometry import Matrix, Path, Point, Rect
from speelveld.pdf.operators import clip, number
from speelveld.typeset import Outline

_PLAIN = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?")


@given(st.floats(min_value=-1e7, max_value=1e7), st.integers(1, 6))
def test_a_number_is_plain_short_and_near(value: float, digits: int) -> None:
    text = number(value, digits)
    assert _PLAIN.fullmatch(text)
    assert text != "-0"
    assert float(text) == pytest.approx(value, abs=0.5001 * 10**-digits)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-0.0, "0"), (-0.0004, "0"), (1e-9, "0"), (100.0, "100"), (12.5, "12.5"), (1e6, "1000000")],
)
def test_numbers_have_no_exponent_and_no_negative_zero(value: float, text: str) -> None:
    assert number(value) == text


_ODD = st.sampled_from([0.0, -0.0, -0.0004, 0.0005, 100.0, -100.0, 0.5, 10.05, 1e6])
_NUMBERS = st.one_of(_ODD, st.floats(min_value=-1e6, max_value=1e6))


@given(st.lists(st.tuples(st.sampled_from("mlc"), _NUMBERS, _NUMBERS, _NUMBERS)))
def test_a_path_has_its_numbers_as_they_are_written_alone(made: list[tuple[str, float, float, float]]) -> None:
    steps, points, words = "m", [Point(0, 0)], ["0 0 m"]
    for step, one, two, three in made:
        there = [(one, two), (two, three), (three, one)][: 3 if step == "c" else 1]
        steps, points = steps + step, points + [Point(*each) for each in there]
        words += [f"{number(x)} {number(y)}" for x, y in there] + [step]
    steps, words = f"{steps}h", [*words, "h"]
    assert clip(Outline(Path(steps, tuple(points)), even_odd=False)) == f"{' '.join(words)} W n"


_PART = st.floats(min_value=-10, max_value=10)
_MATRICES = st.builds(Matrix, _PART, _PART, _PART, _PART, _PART, _PART)


@given(_MATRICES, _MATRICES, _PART, _PART)
def test_two_matrices_do_what_they_do_one_after_the_other(one: Matrix, two: Matrix, x: float, y: float) -> None:
    def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
        return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f

    assert moved(one.before(two), x, y) == pytest.approx(moved(two, *moved(one, x, y)), abs=1e-6)


def test_the_box_around_a_turned_box_is_upright() -> None:
    assert Matrix(0, 1, -1, 0, 30, 10).around(Rect(5, 0, 4, 2)) == Rect(28, 15, 2, 4)
