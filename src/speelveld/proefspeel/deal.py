"""Chance → what is decided in each game before it begins: what lies open, and the order of the piles (rules 3–5)."""

from dataclasses import dataclass

import numpy as np

from speelveld.proefspeel.arrays import Ints, Marks
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.table import NOBODY, Table


@dataclass(frozen=True, slots=True)
class Deal:
    """The cards of many games, one game a row."""

    rollen: Marks
    """Which roles lie open."""
    aanpakken: Ints
    """Which aanpakken lie open."""
    kansen: Ints
    """The pile of kansen from the top, as far as a game can reach: numbers of events. No team sees this."""
    uitdagingen: Ints
    opgave: Ints
    """Which opgave the table chose; `NOBODY` where the casus has none that counts."""


def deal(table: Table, chance: Chance, count: int) -> Deal:
    """Return the cards of `count` games."""
    rules = table.rules
    kansen = len(table.kansen)
    rollen = _open_roles(table, chance, count)
    aanpakken = _own_first(chance.order(count, len(table.aanpakken)), table.eigen)
    piles = (
        _pile(table, chance, count, np.arange(kansen))[:, : rules.aantal("kans")],
        _pile(table, chance, count, np.arange(kansen, len(table.events)))[:, : rules.aantal("uitdaging")],
    )
    opgave = _opgave(table, chance, count)
    return Deal(rollen, _with_one_that_suits(table, aanpakken, opgave), *piles, opgave)


def _with_one_that_suits(table: Table, order: Ints, opgave: Ints) -> Ints:
    """Return the aanpakken that lie open of a shuffled row.

    If none of them suits the opgave, the first of the pile that does takes the place of the last (rule 5).
    """
    lie = min(table.rules.open_aanpakken, order.shape[1])
    found = order[:, :lie].copy()
    if not lie or not len(table.opgaven):
        return found
    suits: Marks = table.past[opgave[:, None], order]
    first = suits.argmax(axis=1)
    rows = np.flatnonzero(suits.any(axis=1) & (first >= lie))
    found[rows, lie - 1] = order[rows, first[rows]]
    return found


def _own_first(order: Ints, own: Marks) -> Ints:
    """Return each row with what the casus brings in front, in the order it had."""
    moved = np.argsort(~own[order], axis=1, kind="stable")
    found: Ints = np.take_along_axis(order, moved, axis=1)
    return found


def _pile(table: Table, chance: Chance, count: int, events: Ints) -> Ints:
    """Return a shuffled pile; one card of the casus itself lies among the first few, so that every table meets one."""
    pile: Ints = events[chance.order(count, len(events))]
    near = min(table.rules.eigen_bovenop, len(events))
    place = (chance.uniform(count) * near).astype(np.int64)
    own = table.eigen_events[pile]
    if not near or not own.any():
        return pile
    first = own.argmax(axis=1)
    lies = np.broadcast_to(np.arange(len(events)), pile.shape).astype(np.float64)
    # Half a place before the card it takes the place of; one that lies near the top already stays there.
    lies[np.arange(count), first] = np.where(first < near, first, place - 0.5)
    found: Ints = np.take_along_axis(pile, np.argsort(lies, axis=1, kind="stable"), axis=1)
    return found


def _opgave(table: Table, chance: Chance, count: int) -> Ints:
    number = len(table.opgaven)
    found = (chance.uniform(count) * number).astype(np.int64)
    return found if number else np.full(count, NOBODY)


def _open_roles(table: Table, chance: Chance, count: int) -> Marks:
    """Return the open roles: those that are named, and drawn ones; a missing group gets one random role (rule 4)."""
    order = _own_first(chance.order(count, len(table.rollen)), table.genoemd)
    place = np.argsort(order, axis=1, kind="stable")
    found: Marks = place < max(table.rules.open_rollen, int(table.genoemd.sum()))
    for group in range(len(table.rules.groepen)):
        of_group = table.groep == group
        if of_group.any():
            missing = ~found[:, of_group].any(axis=1)
            first = np.where(of_group, place, len(table.rollen)).argmin(axis=1)
            found[missing, first[missing]] = True
    return found
