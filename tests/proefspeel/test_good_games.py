"""Every bundled casus is a good game: inside the bands, on seeds that no number was tuned on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

import pytest

from speelveld.proefspeel.bands import ALTIJD, HERLEGD, OPGAVEN, OPGAVEN_POTJES, Band, Oordeel, Varianten, verdicts
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.many import TEAMS, Always, play_team
from speelveld.proefspeel.samen import Samen
from speelveld.proefspeel.table import Table
from speelveld.proefspeel.tally import Kaartgebruik, Opgaveuitslag, Uitslag
from speelveld.proefspeel.team import Team
from speelveld.proefspeel.trial import run_trial
from speelveld.resources import examples
from tests.proefspeel.worlds import standard

pytestmark = pytest.mark.slow

# Tuned on 101 to 110 (docs/keuzes.md).
SEEDS = (2026, 4711)
CASUSSEN = sorted([*examples(), "nieuw"])
# On each seed: of samen so many that chance does not decide between the opgaven; for a difference fewer will do.
MANY, SOME, FEW = 12_000, 5000, 2000

Maker = Callable[[Chance], Team]


@cache
def judged(casus: str, duur: int) -> tuple[Oordeel, ...]:
    """Return every measure of a casus, over the games of both seeds."""
    table = standard(duur, casus)

    def play(team: Maker, count: int) -> Uitslag:
        return pooled([play_team(table, team, count, seed) for seed in SEEDS])

    teams = {key: play(team, MANY if key == "samen" else SOME) for key, team in TEAMS.items()}
    gewoon = play(Samen, FEW)
    less = Varianten(
        gewoon,
        {group: play(partial(Samen, without=number), FEW) for number, group in enumerate(table.rules.groepen)},
        altijd_mogelijkheid=play(partial(Always, answer=True), FEW),
        zonder_opgave=play(partial(Samen, opgave=False), FEW),
        elke_persoon=play(partial(Samen, persons=False), FEW),
        elke_route=play(partial(Samen, route=False), FEW),
        # No band is about these two.
        altijd_regels=gewoon,
        geweigerd=gewoon,
    )
    return tuple(verdicts(duur, teams, less))


def pooled(parts: Sequence[Uitslag]) -> Uitslag:
    """Return what is judged of games on several seeds, as many on each; the rest is that of the first."""
    return replace(
        parts[0],
        potjes=sum(part.potjes for part in parts),
        gehaald=mean(part.gehaald for part in parts),
        gedragen=mean(part.gedragen for part in parts),
        herlegd=mean(part.herlegd for part in parts),
        op_tijd=mean(part.op_tijd for part in parts),
        opgaven=tuple(_opgaven(parts)),
        aanpakken=tuple(
            replace(uses[0], deel=mean(use.deel for use in uses))
            for uses in zip(*(part.aanpakken for part in parts), strict=True)
        ),
        kansen=tuple(map(_event, zip(*(part.kansen for part in parts), strict=True))),
        uitdagingen=tuple(map(_event, zip(*(part.uitdagingen for part in parts), strict=True))),
    )


def _opgaven(parts: Sequence[Uitslag]) -> Iterator[Opgaveuitslag]:
    for same in zip(*(part.opgaven for part in parts), strict=True):
        assert len({each.id for each in same}) == 1
        count = sum(each.potjes for each in same)
        yield replace(same[0], potjes=count, gehaald=sum(each.gehaald * each.potjes for each in same) / count)


def _event(uses: Sequence[Kaartgebruik]) -> Kaartgebruik:
    opened = [use.deel * (use.open or 0) for use in uses]
    chosen = [times * (use.gekozen or 0) for times, use in zip(opened, uses, strict=True)]
    return replace(uses[0], gekozen=sum(chosen) / sum(opened) if sum(opened) else None)


def mean(shares: Iterator[float]) -> float:
    all_shares = list(shares)
    return sum(all_shares) / len(all_shares)


def outside(found: Sequence[Oordeel]) -> list[str]:
    return [
        f"{verdict.wat}: {verdict.waarde:.3f} ({verdict.woord}) {verdict.kaarten}"
        for verdict in found
        if not verdict.goed
    ]


def test_there_are_eight_casussen_and_one_to_begin_with() -> None:
    assert len(CASUSSEN) == 9


@pytest.mark.parametrize("duur", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_a_bundled_casus_lies_inside_every_band(casus: str, duur: int) -> None:
    found = judged(casus, duur)
    assert "opgaven" in {verdict.naam for verdict in found}
    assert outside(found) == []


@pytest.mark.parametrize("duur", [120, 90])
def test_the_bands_are_those_of_the_design(duur: int) -> None:
    bands = {verdict.naam: (verdict.band.laag, verdict.band.hoog) for verdict in judged("nieuw", duur)}
    assert bands["gehaald-willekeurig"] == (0, 0.25)
    assert bands["gedragen-willekeurig"] == (0, 0.05)
    assert bands["gehaald-regels"] == (0.30, 0.50)
    assert bands["gedragen-regels"] == (0, 0.10)
    assert bands["gehaald-samen"] == (0.60, 0.80)
    assert bands["gedragen-samen"] == (0.35, 0.55)
    assert bands["keuze-opgave"] == (0.05, 1)
    assert bands["keuze-personen"] == (0.03, 1)
    assert bands["keuze-route"] == (0.08, 1)
    assert bands["opgaven"][1] == 0.08
    assert bands["aanpakken"] == (0.05, 0.60)
    assert bands["mogelijkheden"] == (0.40, 0.87)
    assert bands["op-tijd"] == (0.80, 1)
    assert bands["zonder-gemeente-gedragen"] == (0.10, 1)
    assert bands["zonder-gemeente-gehaald"] == (-1, 0.40)
    assert bands["herleggen"] == {120: (0.15, 0.40), 90: (0.08, 0.40)}[duur]
    assert bands["altijd-gehaald"] == bands["altijd-gedragen"] == {120: (-1, 0.03), 90: (-1, 0.10)}[duur]
    assert bands["wijze-regels"] == (7 / 32, 20 / 32)


def test_the_difference_between_opgaven_is_judged_where_chance_does_not_decide() -> None:
    assert OPGAVEN_POTJES == 24_000
    assert OPGAVEN.hoog == 0.08
    assert set(HERLEGD) == set(ALTIJD) == {120, 90}
    found = run_trial(lambda _: changed(), 1000, SEEDS[0], lambda _: None)
    assert "opgaven" not in {verdict.naam for verdict in found.oordelen}


def test_a_band_says_on_which_side_a_number_lies() -> None:
    band = Band(0.3, 0.5, "te moeilijk", "te makkelijk")
    assert [band.oordeel(value) for value in (0.29, 0.3, 0.5, 0.51)] == ["te moeilijk", "goed", "goed", "te makkelijk"]
    assert not Oordeel("x", "x", 0.2, band).goed


def changed(**own: int) -> Table:
    return standard(120, "nieuw", **own)


@pytest.mark.long
def test_a_casus_with_too_little_geld_is_outside_and_is_told_how_much_would_do() -> None:
    found = run_trial(lambda numbers: changed(**{"geld": 9, **numbers}), 2000, SEEDS[0], lambda _: None)
    assert found.teams["samen"].gehaald < 0.5
    assert not found.in_balans
    knop = found.knop
    assert knop is not None
    assert (knop.naam, knop.nu, knop.binnen) == ("geld", 9, True)
    assert 0.6 <= knop.gehaald_beter <= 0.8
    # What is advised is what an author then gets.
    again = run_trial(lambda numbers: changed(**{"geld": knop.beter, **numbers}), 5000, SEEDS[1], lambda _: None)
    assert again.in_balans


@pytest.mark.long
def test_a_casus_with_too_much_tijd_is_advised_a_longer_path_and_not_less_tijd() -> None:
    found = run_trial(lambda numbers: changed(**{"tijd": 10, **numbers}), 2000, SEEDS[0], lambda _: None)
    assert found.knop is not None
    assert found.knop.naam == "pad"
    assert found.knop.beter > 24


@pytest.mark.long
def test_a_path_that_is_far_too_long_is_advised_a_shorter_one() -> None:
    found = run_trial(lambda numbers: changed(**{"pad": 40, **numbers}), 1000, SEEDS[0], lambda _: None)
    assert found.knop is not None
    assert (found.knop.naam, found.knop.binnen) == ("pad", True)
    assert found.knop.beter in (24, 25)


@pytest.mark.long
def test_no_number_is_advised_where_none_in_reach_helps() -> None:
    found = run_trial(lambda numbers: changed(**{"tijd": 2, **numbers}), 1000, SEEDS[0], lambda _: None)
    assert not found.in_balans
    assert found.knop is None


def test_the_same_seed_gives_the_same_games_and_another_gives_others() -> None:
    first, again, other = (run_trial(lambda _: changed(), 1500, seed, lambda _: None) for seed in (3, 3, 4))
    assert first.teams == again.teams
    assert first.varianten == again.varianten
    assert first.teams != other.teams
