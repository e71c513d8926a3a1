"""Numbers and matrices as PDF reads them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.geometry import Matrix, Rect
from speelveld.pdf.operators import number

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


_PART = st.floats(min_value=-10, max_value=10)
_MATRICES = st.builds(Matrix, _PART, _PART, _PART, _PART, _PART, _PART)


@given(_MATRICES, _MATRICES, _PART, _PART)
def test_two_matrices_do_what_they_do_one_after_the_other(one: Matrix, two: Matrix, x: float, y: float) -> None:
    def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
        return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f

    assert moved(one.before(two), x, y) == pytest.approx(moved(two, *moved(one, x, y)), abs=1e-6)


def test_the_box_around_a_turned_box_is_upright() -> None:
    assert Matrix(0, 1, -1, 0, 30, 10).around(Rect(5, 0, 4, 2)) == Rect(28, 15, 2, 4)
