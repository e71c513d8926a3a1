"""What lies open before a game begins: what the casus brings is met by every table."""

from dataclasses import replace

import numpy as np
import pytest

from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.deal import Deal, deal
from speelveld.proefspeel.table import Table
from tests.proefspeel.worlds import standard

GAMES = 500


def dealt(table: Table) -> Deal:
    return deal(table, Chance(7), GAMES)


@pytest.mark.parametrize("duur", [120, 90])
def test_own_aanpakken_always_lie_open_and_the_others_in_turn(duur: int) -> None:
    table = standard(duur, "zutphen-dementie")
    found = dealt(table).aanpakken
    assert table.eigen.sum() == 2
    assert found.shape == (GAMES, table.rules.open_aanpakken)
    often = np.bincount(found.ravel(), minlength=len(table.aanpakken))
    assert set(often[table.eigen]) == {GAMES}
    assert (often[~table.eigen] > 0).all()
    assert often[~table.eigen].max() < 0.6 * GAMES


@pytest.mark.parametrize(("duur", "near"), [(120, 2), (90, 1)])
def test_an_own_kans_and_an_own_uitdaging_lie_on_top_of_their_piles(duur: int, near: int) -> None:
    table = standard(duur, "zutphen-dementie")
    cards = dealt(table)
    for pile in (cards.kansen, cards.uitdagingen):
        assert table.eigen_events[pile[:, :near]].any(axis=1).all()
        assert (np.sort(pile, axis=1)[:, 1:] != np.sort(pile, axis=1)[:, :-1]).all()


def test_at_120_minutes_nobody_knows_which_of_the_two_is_the_own_one() -> None:
    table = standard(120, "zutphen-dementie")
    first = table.eigen_events[dealt(table).kansen[:, 0]].mean()
    assert 0.4 < first < 0.75


def test_named_roles_lie_open_with_drawn_ones_beside_them() -> None:
    table = standard(120, "zutphen-dementie")
    open_roles = dealt(table).rollen
    assert table.genoemd.sum() >= 10
    assert open_roles[:, table.genoemd].all()
    assert set(open_roles.sum(axis=1)) == {max(table.rules.open_rollen, int(table.genoemd.sum()))}


def test_each_opgave_is_chosen_about_as_often() -> None:
    table = standard(120, "zutphen-dementie")
    many = np.bincount(dealt(table).opgave, minlength=len(table.opgaven))
    assert len(many) == len(table.opgaven)
    assert many.min() > 0.5 * GAMES / len(many)


def test_without_own_cards_piles_are_shuffled_and_nothing_more() -> None:
    table = standard(120, "nieuw")
    plain = replace(table, eigen_events=np.zeros_like(table.eigen_events))
    first = np.bincount(dealt(plain).kansen[:, 0], minlength=len(table.kansen))
    assert first.min() > 0
