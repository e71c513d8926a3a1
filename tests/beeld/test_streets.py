"""A street fills its box and stays in it, is the same for the same seed, and shows what its landscape is known by."""

from itertools import chain

import pytest

from speelveld.beeld import LANDSCHAPPEN, MODULES, Lines, Piece, draw_building, draw_street
from speelveld.beeld.landscapes import LANDSCAPES
from speelveld.geometry import Rect, Size
from tests.beeld.shapes import bounds

SIZES = [Size(600, 100), Size(300, 100), Size(250, 72), Size(180, 120), Size(100, 100), Size(60, 90), Size(1500, 60)]
SEEDS = [f"casus {number}" for number in range(8)]


def box(pieces: tuple[Piece, ...]) -> Rect:
    return bounds(piece.path for piece in pieces)


@pytest.mark.parametrize("landscape", LANDSCHAPPEN)
def test_a_landscape_has_eight_modules_and_three_of_its_own(landscape: str) -> None:
    own = set(LANDSCAPES[landscape].modules)
    others = set(chain.from_iterable(LANDSCAPES[other].modules for other in LANDSCHAPPEN if other != landscape))
    assert len(own) >= 8
    assert len(own - others) >= 3


def test_every_module_stands_in_some_landscape() -> None:
    assert {name for landscape in LANDSCAPES.values() for name in landscape.modules} == set(MODULES)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("landscape", LANDSCHAPPEN)
def test_a_street_fills_the_width_of_its_box_and_nothing_sticks_out(landscape: str, size: Size) -> None:
    for seed in SEEDS:
        for lines in (None, Lines(0.85, 2.3)):
            found = box(draw_street(landscape, seed, size, lines))
            assert size.box.contains(found, slack=0.01), (seed, lines, found)
            assert found.x == pytest.approx(0, abs=0.01)
            assert found.right == pytest.approx(size.width, abs=0.01)
            # In lines the ground under a low street is one line.
            assert found.bottom == pytest.approx(size.height, abs=0.01 if lines is None else lines.thin / 2)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_building_stands_on_the_foot_of_its_box_and_nothing_sticks_out(name: str) -> None:
    for size in (Size(40, 40), Size(80, 20), Size(15, 60)):
        for seed in SEEDS:
            found = box(draw_building(name, seed, size))
            assert size.box.contains(found, slack=0.01), (seed, size, found)
            assert found.bottom == pytest.approx(size.height, abs=0.01)
            # As large as fits.
            assert found.width > 0.7 * size.width or found.height > 0.7 * size.height


def test_the_same_seed_gives_the_same_street_and_another_one_another() -> None:
    draw_street.cache_clear()
    first = draw_street("stad", "Zutphen", SIZES[0])
    draw_street.cache_clear()
    assert draw_street("stad", "Zutphen", SIZES[0]) == first
    assert len({draw_street("stad", seed, SIZES[0]) for seed in SEEDS}) == len(SEEDS)
