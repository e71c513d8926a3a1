"""Games that are over → what is told of them: shares, where the tracks ended, minutes, and which cards were used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from speelveld.proefspeel.arrays import Floats, Ints, Marks
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.table import NOBODY, Table

TRACKS = ("tijd", "geld", "steun", "regie")


@dataclass(frozen=True, slots=True)
class Verdeling:
    """How numbers lie: `aantallen` counts the whole numbers from 0 up; p5, p50 and p95 are percentiles."""

    aantallen: tuple[int, ...]
    p5: float
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Kaartgebruik:
    """How often a card was used: shares from 0 to 1.

    `deel` is in how many games it was part of the dreamteam or the first route, or was drawn. `open` is how often its
    mogelijkheid was open when it was drawn, `gekozen` how often it was taken when open, or how often the role helped.
    `eigen` is whether the casus brings it: an aanpak, kans or uitdaging of which its author can change the numbers.
    """

    id: str
    naam: str
    deel: float
    open: float | None = None
    gekozen: float | None = None
    eigen: bool = False


@dataclass(frozen=True, slots=True)
class Opgaveuitslag:
    """What became of the games with one opgave; shares from 0 to 1."""

    id: str
    naam: str
    potjes: int
    gehaald: float
    gedragen: float


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What one kind of team made of all its games; shares from 0 to 1."""

    potjes: int
    gehaald: float
    gedragen: float
    herlegd: float
    sporen: Mapping[str, Verdeling]
    minuten: Verdeling
    op_tijd: float
    """The share of games within the minutes that the draaiboek leaves for play."""
    opgaven: tuple[Opgaveuitslag, ...]
    rollen: tuple[Kaartgebruik, ...]
    aanpakken: tuple[Kaartgebruik, ...]
    kansen: tuple[Kaartgebruik, ...]
    uitdagingen: tuple[Kaartgebruik, ...]


def tally(table: Table, batches: Sequence[Games], minutes: Sequence[Floats]) -> Uitslag:
    """Return what is told of all games together."""
    count = sum(games.count for games in batches)
    long = np.concatenate(minutes)
    return Uitslag(
        count,
        _share([games.gehaald for games in batches]),
        _share([games.gedragen for games in batches]),
        _share([games.herlegd > 0 for games in batches]),
        {name: _spread(np.concatenate([getattr(games, name) for games in batches])) for name in TRACKS},
        _spread(long),
        _share([long <= table.rules.speeltijd]),
        _opgaven(table, batches),
        _roles(table, batches, count),
        _steps(table, batches, count),
        _events(table, batches, count)[: len(table.kansen)],
        _events(table, batches, count)[len(table.kansen) :],
    )


def _opgaven(table: Table, batches: Sequence[Games]) -> tuple[Opgaveuitslag, ...]:
    opgave = np.concatenate([games.opgave for games in batches])
    gehaald, gedragen = (
        np.concatenate([getattr(games, name) for games in batches]) for name in ("gehaald", "gedragen")
    )
    found = []
    for number, each in enumerate(table.opgaven):
        mine = opgave == number
        if mine.any():
            shares = float(gehaald[mine].mean()), float(gedragen[mine].mean())
            found.append(Opgaveuitslag(str(each.id), str(each.titel), int(mine.sum()), *shares))
    return tuple(found)


def _share(marks: Sequence[Marks]) -> float:
    return float(np.concatenate(marks).mean())


def _spread(values: Ints | Floats) -> Verdeling:
    p5, p50, p95 = np.percentile(values, (5, 50, 95))
    counts = np.bincount(np.floor(values).astype(np.int64))
    return Verdeling(tuple(int(number) for number in counts), float(p5), float(p50), float(p95))


def _roles(table: Table, batches: Sequence[Games], count: int) -> tuple[Kaartgebruik, ...]:
    size = len(table.rollen)
    chosen = _counted((games.dreamteam for games in batches), size)
    helped = sum((games.geholpen for games in batches), np.zeros(size, np.int64))
    return tuple(
        Kaartgebruik(str(rol.id), str(rol.naam), chosen[at] / count, gekozen=_part(helped[at], chosen[at]))
        for at, rol in enumerate(table.rollen)
    )


def _steps(table: Table, batches: Sequence[Games], count: int) -> tuple[Kaartgebruik, ...]:
    def cards(games: Games) -> Ints:
        rows = np.arange(games.count)[:, None]
        return np.where(games.eerste == NOBODY, NOBODY, games.cards(rows, games.eerste))

    laid = _counted(map(cards, batches), len(table.aanpakken))
    return tuple(
        Kaartgebruik(str(aanpak.id), str(aanpak.titel), laid[at] / count, eigen=bool(table.eigen[at]))
        for at, aanpak in enumerate(table.aanpakken)
    )


def _events(table: Table, batches: Sequence[Games], count: int) -> tuple[Kaartgebruik, ...]:
    zero = np.zeros(len(table.events), np.int64)
    drawn, opened, taken = (
        sum((getattr(games, name) for games in batches), zero) for name in ("getrokken", "open", "gekozen")
    )
    return tuple(
        Kaartgebruik(
            str(event.id),
            str(event.titel),
            float(drawn[at] / count),
            _part(opened[at], drawn[at]),
            _part(taken[at], opened[at]),
            eigen=bool(table.eigen_events[at]),
        )
        for at, event in enumerate(table.events)
    )


def _counted(arrays: Any, size: int) -> list[int]:
    total = np.zeros(size, np.int64)
    for array in arrays:
        total += np.bincount(array[array != NOBODY], minlength=size)
    return [int(number) for number in total]


def _part(part: int, whole: int) -> float | None:
    return float(part / whole) if whole else None
