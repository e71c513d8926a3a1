"""Rules and cards → what lies on the table as numbers: all that a game needs to know of a card, and no word of it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np

from speelveld.casus import Aanpak, Gebeurtenis, Opgave, Rol, Uitweg
from speelveld.deck.rules import Rules
from speelveld.proefspeel.arrays import Ints, Marks

NOBODY = -1
"""An empty place: no role in a dreamteam, no aanpak on a route, no condition on a card."""

SOORTEN = ("", "kans", "uitdaging", "thematafel")
KANS, UITDAGING, THEMATAFEL = 1, 2, 3


@dataclass(frozen=True, slots=True, eq=False)
class Effects:
    """What a way out brings or costs, one number for each event."""

    geld: Ints
    tijd: Ints
    steun: Ints
    regie: Ints
    stappen: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The cards of one casus with the rules it is played by; events are the kansen and then the uitdagingen."""

    rules: Rules
    opgaven: Sequence[Opgave]
    rollen: Sequence[Rol]
    aanpakken: Sequence[Aanpak]
    kansen: Sequence[Gebeurtenis]
    uitdagingen: Sequence[Gebeurtenis]
    hart: Marks
    """Which groups are the heart of each opgave: opgave × group."""
    past: Marks
    """Which aanpakken suit each opgave: opgave × aanpak."""
    genoemd: Marks
    """Which roles the draaiboek names, so that they lie open in every game."""
    eigen: Marks
    """Which aanpakken the casus brings itself; these lie open in every game."""
    eigen_events: Marks
    groep: Ints
    """The group of each role, by its place in the rules."""
    kracht: Ints
    geld: Ints
    """What each aanpak costs."""
    tijd: Ints
    stappen: Ints
    steun: Ints
    regie: Ints
    vraagt: Marks
    """Which groups each aanpak asks for: aanpak × group."""
    regels: Effects
    mogelijkheid: Effects
    als_regie: Ints
    """How much regie the mogelijkheid of an event asks for; `NOBODY`: it asks for a role."""
    helpt: Marks
    """Which role may be turned for which event: event × role."""
    stop: Ints
    """For each space the next one at which the pawn stops."""
    soort: Ints
    """What lies on each space: an index in `SOORTEN`."""

    @property
    def events(self) -> Sequence[Gebeurtenis]:
        """The kansen and then the uitdagingen."""
        return [*self.kansen, *self.uitdagingen]


def lay_out(
    rules: Rules,
    rollen: Sequence[Rol],
    aanpakken: Sequence[Aanpak],
    kansen: Sequence[Gebeurtenis],
    uitdagingen: Sequence[Gebeurtenis],
    opgaven: Sequence[Opgave] = (),
    genoemd: Collection[str] = (),
    eigen: Collection[str] = (),
) -> Table:
    """Return the table with these cards; `genoemd` are ids of roles that lie open, `eigen` of what the casus brings."""
    groups, powers = list(rules.groepen), list(rules.krachten)
    events = [*kansen, *uitdagingen]
    asks = [event.mogelijkheid.als for event in events]
    spaces = range(rules.pad + 1)
    stops = [*sorted(rules.vakken), rules.pad]
    return Table(
        rules,
        opgaven,
        rollen,
        aanpakken,
        kansen,
        uitdagingen,
        hart=_marks([[group in opgave.hart for group in groups] for opgave in opgaven], len(groups)),
        past=_marks([[aanpak.id in opgave.past for aanpak in aanpakken] for opgave in opgaven], len(aanpakken)),
        genoemd=np.array([rol.id in genoemd for rol in rollen], dtype=np.bool_),
        eigen=np.array([aanpak.id in eigen for aanpak in aanpakken], dtype=np.bool_),
        eigen_events=np.array([event.id in eigen for event in events], dtype=np.bool_),
        groep=_ints([groups.index(rol.groep) for rol in rollen]),
        kracht=_ints([powers.index(rol.kracht) for rol in rollen]),
        geld=_ints([aanpak.geld for aanpak in aanpakken]),
        tijd=_ints([aanpak.tijd for aanpak in aanpakken]),
        stappen=_ints([aanpak.stappen for aanpak in aanpakken]),
        steun=_ints([aanpak.steun for aanpak in aanpakken]),
        regie=_ints([aanpak.regie for aanpak in aanpakken]),
        vraagt=_marks([[group in aanpak.vraagt for group in groups] for aanpak in aanpakken], len(groups)),
        regels=_effects(events, lambda event: event.regels),
        mogelijkheid=_effects(events, lambda event: event.mogelijkheid),
        als_regie=_ints([NOBODY if als.regie is None else als.regie for als in asks]),
        helpt=_marks(
            [[rol.groep == als.groep or rol.kracht == als.kracht for rol in rollen] for als in asks], len(rollen)
        ),
        stop=_ints([min((stop for stop in stops if stop > space), default=rules.pad) for space in spaces]),
        soort=_ints([SOORTEN.index(rules.vak(space)) for space in spaces]),
    )


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int64)


def _marks(rows: Sequence[Sequence[bool]], width: int) -> Marks:
    return np.array(rows, dtype=np.bool_).reshape(-1, width)


def _effects(events: Sequence[Gebeurtenis], way: Callable[[Gebeurtenis], Uitweg]) -> Effects:
    names = ("geld", "tijd", "steun", "regie", "stappen")
    return Effects(*(_ints([getattr(way(event), name) for event in events]) for name in names))
