"""Every bundled casus is a good game: inside the bands, on seeds that no number was tuned on."""

import pickle
from dataclasses import fields

import pytest

from speelveld.proefspeel.bands import TIJDBANDEN, Band, Oordeel
from speelveld.proefspeel.table import Table
from speelveld.proefspeel.trial import Trial, run_trial
from speelveld.resources import examples
from tests.makers.once import once
from tests.proefspeel.worlds import standard

# Tuned on 101 to 110 (docs/keuzes.md).
SEED, OTHER_SEED = 2026, 4711
CASUSSEN = sorted([*examples(), "nieuw"])


def trial(casus: str, duur: int, seed: int = SEED) -> Trial:
    """Return the trial of a casus; most differ in words alone, and are played once."""
    table = standard(duur, casus)
    # All but the cards themselves, which have names: the rules, and the numbers on the cards.
    numbers = pickle.dumps((table.rules, [getattr(table, field.name) for field in fields(table)[5:]]))
    return once(lambda: run_trial(lambda _: table, 10_000, seed, lambda _: None), "trial", numbers, seed)


def outside(found: Trial) -> list[str]:
    return [f"{verdict.wat}: {verdict.waarde:.3f} ({verdict.woord})" for verdict in found.oordelen if not verdict.goed]


def test_there_are_eight_casussen() -> None:
    assert len(CASUSSEN) == 9


@pytest.mark.parametrize("duur", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_a_bundled_casus_lies_inside_every_band(casus: str, duur: int) -> None:
    assert outside(trial(casus, duur)) == []


@pytest.mark.parametrize("casus", ["zutphen-dementie", "nieuw"])
def test_it_does_so_with_other_cards_too(casus: str) -> None:
    assert outside(trial(casus, 120, OTHER_SEED)) == []


def test_the_bands_are_those_of_the_design() -> None:
    bands = {verdict.naam: (verdict.band.laag, verdict.band.hoog) for verdict in trial("nieuw", 120).oordelen}
    assert bands["gehaald-willekeurig"] == (0, 0.25)
    assert bands["gedragen-willekeurig"] == (0, 0.05)
    assert bands["gehaald-regels"] == (0.30, 0.50)
    assert bands["gedragen-regels"] == (0, 0.10)
    assert bands["gehaald-samen"] == (0.60, 0.80)
    assert bands["gedragen-samen"] == (0.35, 0.55)
    assert bands["aanpakken"] == (0.05, 0.60)
    assert bands["mogelijkheden"] == (0.40, 0.90)
    assert bands["herleggen"] == (0.15, 0.40)
    assert bands["op-tijd"] == (0.90, 1)
    assert bands["zonder-gemeente-gedragen"] == (0.10, 1)
    assert bands["zonder-gemeente-gehaald"] == (-1, 0.25)
    assert TIJDBANDEN == {120: (35, 55), 90: (25, 45)}


def test_a_band_says_on_which_side_a_number_lies() -> None:
    band = Band(0.3, 0.5, "te moeilijk", "te makkelijk")
    assert [band.oordeel(value) for value in (0.29, 0.3, 0.5, 0.51)] == ["te moeilijk", "goed", "goed", "te makkelijk"]
    assert not Oordeel("x", "x", 0.2, band).goed


def changed(**own: int) -> Table:
    return standard(120, "nieuw", **own)


def test_a_casus_with_too_little_geld_is_outside_and_is_told_how_much_would_do() -> None:
    found = run_trial(lambda numbers: changed(**{"geld": 9, **numbers}), 2000, SEED, lambda _: None)
    assert found.teams["samen"].gehaald < 0.3
    assert not found.in_balans
    knop = found.knop
    assert knop is not None
    assert (knop.naam, knop.nu, knop.binnen) == ("geld", 9, True)
    assert 0.6 <= knop.gehaald_beter <= 0.8
    # What is advised is what an author then gets.
    again = run_trial(lambda numbers: changed(**{"geld": knop.beter, **numbers}), 5000, OTHER_SEED, lambda _: None)
    assert again.in_balans


def test_a_casus_with_too_much_tijd_is_advised_a_longer_path_and_not_less_tijd() -> None:
    found = run_trial(lambda numbers: changed(**{"tijd": 10, **numbers}), 2000, SEED, lambda _: None)
    assert found.knop is not None
    assert found.knop.naam == "pad"
    assert found.knop.beter > 24


def test_a_path_that_is_far_too_long_is_advised_a_shorter_one() -> None:
    found = run_trial(lambda numbers: changed(**{"pad": 40, **numbers}), 1000, SEED, lambda _: None)
    assert found.knop is not None
    assert (found.knop.naam, found.knop.binnen) == ("pad", True)
    assert found.knop.beter in (23, 24)


def test_no_number_is_advised_where_none_in_reach_helps() -> None:
    found = run_trial(lambda numbers: changed(**{"tijd": 2, **numbers}), 1000, SEED, lambda _: None)
    assert not found.in_balans
    assert found.knop is None


def test_the_same_seed_gives_the_same_games_and_another_gives_others() -> None:
    first, again, other = (run_trial(lambda _: changed(), 1500, seed, lambda _: None) for seed in (3, 3, 4))
    assert first.teams == again.teams
    assert first.zonder == again.zonder
    assert first.teams != other.teams
