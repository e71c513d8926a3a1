"""Chance → what is decided in each game before it begins: what lies open, and the order of the piles (rules 3–5)."""

from dataclasses import dataclass

import numpy as np

from speelveld.proefspeel.arrays import Ints, Marks
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.table import Table


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


def deal(table: Table, chance: Chance, count: int) -> Deal:
    """Return the cards of `count` games."""
    rules = table.rules
    kansen, uitdagingen = len(table.kansen), len(table.uitdagingen)
    return Deal(
        _open_roles(table, chance, count),
        chance.order(count, len(table.aanpakken))[:, : rules.open_aanpakken],
        chance.order(count, kansen)[:, : rules.aantal("kans")],
        chance.order(count, uitdagingen)[:, : rules.aantal("uitdaging")] + kansen,
    )


def _open_roles(table: Table, chance: Chance, count: int) -> Marks:
    """Return the open roles; a group that is missing gets one random role (rule 4)."""
    order = chance.order(count, len(table.rollen))
    place = np.argsort(order, axis=1, kind="stable")
    found: Marks = place < table.rules.open_rollen
    for group in range(len(table.rules.groepen)):
        of_group = table.groep == group
        if of_group.any():
            missing = ~found[:, of_group].any(axis=1)
            first = np.where(of_group, place, len(table.rollen)).argmin(axis=1)
            found[missing, first[missing]] = True
    return found
