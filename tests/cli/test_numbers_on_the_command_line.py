"""Options whose value is a measure or a number are held to their bounds, on both sides."""

import click
import pytest

from speelveld.cli.options import Between, Thickness
from speelveld.units import to_mm


@pytest.mark.parametrize("dikte", ["0.05 mm", "0,3 mm", "2 mm"])
def test_a_thickness_between_paper_and_cardboard_is_taken(dikte: str) -> None:
    assert to_mm(Thickness().convert(dikte, None, None)) == pytest.approx(float(dikte.split()[0].replace(",", ".")))


@pytest.mark.parametrize("dikte", ["0.049 mm", "2.001 mm", "3 mm"])
def test_a_thickness_thinner_than_paper_or_thicker_than_cardboard_is_refused(dikte: str) -> None:
    with pytest.raises(click.BadParameter, match="mm"):
        Thickness().convert(dikte, None, None)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("12", 12), ("1.000", 1000), ("3 tafels", 3)])
def test_a_number_within_its_bounds_is_taken(text: str, number: int) -> None:
    assert Between(1, 1000).convert(text, None, None) == number


@pytest.mark.parametrize("text", ["0", "1001", "-1", "1,5", "een", "²"])
def test_any_other_number_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="van 1 tot en met 1000"):
        Between(1, 1000).convert(text, None, None)
