"""Rules and cards → what lies on the table as numbers: all that a game needs to know of a card, and no word of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from speelveld.casus import Aanpak, Gebeurtenis, Rol, Uitweg
from speelveld.deck.rules import Rules
from speelveld.proefspeel.arrays import Ints, Marks

NOBODY = -1
"""An empty place: no role in a dreamteam, no aanpak on a route, no condition on a card."""


@dataclass(frozen=True, slots=True)
class Effects:
    """What a way out brings or costs, one number for each event."""

    geld: Ints
    tijd: Ints
    steun: Ints
    regie: Ints
    stappen: Ints


@dataclass(frozen=True, slots=True)
class Table:
    """The cards of one casus with the rules it is played by; events are the kansen and then the uitdagingen."""

    rules: Rules
    rollen: Sequence[Rol]
    aanpakken: Sequence[Aanpak]
    kansen: Sequence[Gebeurtenis]
    uitdagingen: Sequence[Gebeurtenis]
    groep: Ints = field(init=False)
    """The group of each role, by its place in the rules."""
    kracht: Ints = field(init=False)
    geld: Ints = field(init=False)
    """What each aanpak costs."""
    tijd: Ints = field(init=False)
    stappen: Ints = field(init=False)
    steun: Ints = field(init=False)
    regie: Ints = field(init=False)
    vraagt: Marks = field(init=False)
    """Which groups each aanpak asks for: aanpak × group."""
    regels: Effects = field(init=False)
    mogelijkheid: Effects = field(init=False)
    als_regie: Ints = field(init=False)
    """How much regie the mogelijkheid of an event asks for; `NOBODY`: it asks for a role."""
    helpt: Marks = field(init=False)
    """Which role may be turned for which event: event × role."""
    stop: Ints = field(init=False)
    """For each space the next one at which the pawn stops."""
    soort: Ints = field(init=False)
    """What lies on each space: an index in `SOORTEN`."""

    def __post_init__(self) -> None:
        """Read the numbers off the cards."""
        rules, events = self.rules, self.events
        groups, powers = list(rules.groepen), list(rules.krachten)
        self._set("groep", [groups.index(rol.groep) for rol in self.rollen])
        self._set("kracht", [powers.index(rol.kracht) for rol in self.rollen])
        for name in ("geld", "tijd", "stappen", "steun", "regie"):
            self._set(name, [getattr(aanpak, name) for aanpak in self.aanpakken])
        asked = [[group in aanpak.vraagt for group in groups] for aanpak in self.aanpakken]
        object.__setattr__(self, "vraagt", np.array(asked, dtype=np.bool_).reshape(-1, len(groups)))
        object.__setattr__(self, "regels", _effects(events, lambda event: event.regels))
        object.__setattr__(self, "mogelijkheid", _effects(events, lambda event: event.mogelijkheid))
        asks = [event.mogelijkheid.als for event in events]
        self._set("als_regie", [NOBODY if als.regie is None else als.regie for als in asks])
        helps = [[rol.groep == als.groep or rol.kracht == als.kracht for rol in self.rollen] for als in asks]
        object.__setattr__(self, "helpt", np.array(helps, dtype=np.bool_).reshape(-1, len(self.rollen)))
        spaces = range(rules.pad + 1)
        self._set("soort", [SOORTEN.index(rules.vak(space)) for space in spaces])
        stops = [*sorted(rules.vakken), rules.pad]
        self._set("stop", [min((stop for stop in stops if stop > space), default=rules.pad) for space in spaces])

    @property
    def events(self) -> Sequence[Gebeurtenis]:
        """The kansen and then the uitdagingen."""
        return [*self.kansen, *self.uitdagingen]

    def _set(self, name: str, values: Sequence[int]) -> None:
        object.__setattr__(self, name, np.array(values, dtype=np.int64))


SOORTEN = ("", "kans", "uitdaging", "thematafel")
KANS, UITDAGING, THEMATAFEL = 1, 2, 3


def _effects(events: Sequence[Gebeurtenis], way: Callable[[Gebeurtenis], Uitweg]) -> Effects:
    names = ("geld", "tijd", "steun", "regie", "stappen")
    return Effects(*(np.array([getattr(way(event), name) for event in events], dtype=np.int64) for name in names))
