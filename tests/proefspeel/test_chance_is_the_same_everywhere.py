"""Chance comes from bits that are promised and from arithmetic alone: a seed means the same on every machine."""

import numpy as np
import pytest

from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.deal import deal
from speelveld.proefspeel.game import play
from speelveld.proefspeel.samen import Samen
from tests.proefspeel.worlds import strange


def test_the_numbers_of_a_seed_are_these() -> None:
    # The bits of PCG64 from SeedSequence((1, 2)), written down once with numpy 2.4 and found again with 1.26.
    assert [f"{number:.12f}" for number in Chance(1, 2).uniform(3)] == [
        "0.448415143332",
        "0.430881987544",
        "0.419999129392",
    ]
    assert list(Chance(1, 2).order(1, 6)[0]) == [5, 3, 2, 1, 0, 4]


def test_noise_is_centred_and_about_as_wide_as_said() -> None:
    noise = Chance(3).noise(200_000)
    assert noise.mean() == pytest.approx(0, abs=0.01)
    assert noise.std() == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("deviation", [0.09, 0.3])
def test_a_spread_keeps_the_mean_and_leans_to_the_right(deviation: float) -> None:
    spread = Chance(4).spread(deviation, 200_000)
    assert spread.min() > 0
    assert spread.mean() == pytest.approx(1, abs=0.005)
    assert spread.std() == pytest.approx(deviation, rel=0.05)
    assert np.median(spread) < spread.mean()


def test_games_of_a_seed_are_these() -> None:
    table = strange(7)
    games = play(table, deal(table, Chance(7, 0), 500), Samen(Chance(7, 1)))
    assert [int(getattr(games, name).sum()) for name in ("geld", "tijd", "steun", "regie", "pion")] == [
        3924,
        3942,
        1734,
        1925,
        2305,
    ]
