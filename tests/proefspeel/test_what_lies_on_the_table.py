"""What lies open before a game begins: what the casus brings is met by every table."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.deal import Deal, deal
from speelveld.proefspeel.table import Table
from speelveld.resources import examples as bundled
from tests.proefspeel.worlds import standard, strange

GAMES = 500
CASUSSEN = sorted([*bundled(), "nieuw"])


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


def plainly_wrong(table: Table, seed: int) -> list[str]:
    """Return where the aanpakken are not those of rule 5, read slowly: one game, one card at a time."""
    cards = deal(table, Chance(seed, 0), GAMES)
    # The same shuffle, as if no aanpak suited any opgave.
    before = deal(replace(table, past=np.zeros_like(table.past)), Chance(seed, 0), GAMES)
    assert (cards.opgave == before.opgave).all()
    found = []
    for game in range(GAMES):
        lie, lay = cards.aanpakken[game].tolist(), before.aanpakken[game].tolist()
        chosen = table.opgaven[cards.opgave[game]] if cards.opgave[game] >= 0 else None
        suit = {n for n, card in enumerate(table.aanpakken) if chosen and card.id in chosen.past}
        if len(set(lie)) != len(lie):
            found.append(f"game {game}: a card lies there twice")
        if suit & set(lay) or not suit or not lay:
            if lie != lay:
                found.append(f"game {game}: a card was exchanged, and it need not be")
        elif lie[:-1] != lay[:-1] or lie[-1] not in suit:
            found.append(f"game {game}: {lay} became {lie}, and only the last makes room for one that suits")
    return found


@pytest.mark.parametrize("duur", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_of_the_aanpakken_that_suit_the_opgave_at_least_one_lies_open(casus: str, duur: int) -> None:
    table = standard(duur, casus)
    cards = dealt(table)
    assert table.past[cards.opgave[:, None], cards.aanpakken].any(axis=1).all()
    assert plainly_wrong(table, seed=7) == []


@examples(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_with_any_cards_the_last_one_makes_room_and_no_other(seed: int) -> None:
    assert plainly_wrong(strange(seed), seed) == []


def test_which_of_those_that_suit_comes_in_is_chance() -> None:
    table = standard(90, "zutphen-dementie")
    opgave = next(n for n, each in enumerate(table.opgaven) if each.id == "blijven-doen")
    mine = np.zeros_like(table.past)
    mine[:] = table.past[opgave]
    cards = deal(replace(table, past=mine), Chance(7), 4000)
    often = np.bincount(cards.aanpakken[:, -1], minlength=len(table.aanpakken))[mine[0]]
    assert len(often) == 3
    assert often.min() > 0.8 * often.max()


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
