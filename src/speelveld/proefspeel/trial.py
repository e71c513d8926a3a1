"""A casus played by three kinds of teams, without each group, and with one answer always: all that is told of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from speelveld.proefspeel.bands import Oordeel, Varianten, main_verdicts, verdicts
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.knob import Knop, find_knob
from speelveld.proefspeel.many import TEAMS, Always, Doubting, play_team
from speelveld.proefspeel.own import Eigen, Verstoring, find_cards
from speelveld.proefspeel.samen import Samen
from speelveld.proefspeel.table import Table
from speelveld.proefspeel.tally import Uitslag
from speelveld.proefspeel.team import Team

# Enough for a difference of two points to show; the cards are the same for each variant.
VARIANT = 5000
# Fewer games say too little to advise on.
ENOUGH = 1000
# How often nobody can say how this person would do it (rule 23): a guess.
GEWEIGERD = 0.15

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Trial:
    """All that was measured of one casus."""

    table: Table
    potjes: int
    zaad: int
    teams: dict[str, Uitslag]
    varianten: Varianten
    knop: Knop | None
    """The number to turn; None where none is needed, none helps, or too few games were played to tell."""
    verstoring: Verstoring | None
    """The own cards that break the balance; None where none does, or too few games were played to tell."""

    @property
    def oordelen(self) -> tuple[Oordeel, ...]:
        """Every measure with its band."""
        return tuple(verdicts(self.table.rules.duur, self.teams, self.varianten))

    @property
    def in_balans(self) -> bool:
        """Whether the six main measures lie in their bands."""
        return all(verdict.goed for verdict in main_verdicts(self.teams))


def run_trial(
    make: Callable[[Mapping[str, int]], Table],
    potjes: int,
    zaad: int,
    progress: Progress,
    eigen: Eigen | None = None,
) -> Trial:
    """Return what `potjes` games of each kind of team show.

    `make` gives the table, with numbers changed if asked; `eigen` are the cards of the casus itself, which may
    break the balance.
    """
    table = make({})
    teams = {}
    for key, team in TEAMS.items():
        progress(f"teams van de soort {key}")
        teams[key] = play_team(table, team, potjes, zaad)
    few = min(potjes, VARIANT)
    progress("varianten van samen")
    gewoon = teams["samen"] if few == potjes else play_team(table, Samen, few, zaad)
    zonder = {}
    for number, group in enumerate(table.rules.groepen):
        progress(f"samen zonder {group}")
        zonder[group] = play_team(table, partial(Samen, without=number), few, zaad)
    progress("samen met minder keus")
    makers: Mapping[str, Callable[[Chance], Team]] = {
        "altijd_mogelijkheid": partial(Always, answer=True),
        "altijd_regels": partial(Always, answer=False),
        "zonder_opgave": partial(Samen, opgave=False),
        "elke_persoon": partial(Samen, persons=False),
        "elke_route": partial(Samen, route=False),
        "geweigerd": partial(Doubting, refused=GEWEIGERD),
    }
    less = {name: play_team(table, make_team, few, zaad) for name, make_team in makers.items()}
    varianten = Varianten(gewoon, zonder, **less)
    knop, verstoring = None, None
    if potjes >= ENOUGH and not all(verdict.goed for verdict in main_verdicts(teams)):
        progress("het getal om te draaien")
        knop = find_knob(make, teams, zaad)
        progress("de eigen kaarten")
        verstoring = find_cards(table, eigen, zaad) if eigen and eigen.kaarten else None
    return Trial(table, potjes, zaad, teams, varianten, knop, verstoring)
