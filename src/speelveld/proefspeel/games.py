"""Many games at once as they stand on the board: what every player sees, and nothing that lies face down."""

from dataclasses import dataclass, field

import numpy as np

from speelveld.proefspeel.arrays import Ints, Marks
from speelveld.proefspeel.table import NOBODY, Table


@dataclass(slots=True)
class Games:
    """The state of `count` games, one game a row; the rules alone change it."""

    table: Table
    count: int
    rollen: Marks
    """Which roles lie open: game × role."""
    aanpakken: Ints
    """Which aanpakken lie open, by place: game × place."""
    opgave: Ints
    """Which opgave was chosen; `NOBODY` where none counts."""
    geld: Ints = field(init=False)
    tijd: Ints = field(init=False)
    steun: Ints = field(init=False)
    regie: Ints = field(init=False)
    pion: Ints = field(init=False)
    dreamteam: Ints = field(init=False)
    """The roles in the dreamteam; `NOBODY` where there is none."""
    rechtop: Marks = field(init=False)
    """Which roles of the dreamteam can still help."""
    groepen: Marks = field(init=False)
    """Which groups are in the dreamteam."""
    stappen: Ints = field(init=False)
    """The stappen of each open aanpak with this dreamteam and opgave, by place (rule 15)."""
    kaal: Ints = field(init=False)
    """The same as if no aanpak suited the opgave."""
    weg: Marks = field(init=False)
    """Which open aanpakken have been played or put away, by place."""
    route: Ints = field(init=False)
    """The aanpakken that wait, as places, in order; `NOBODY` behind the last."""
    gespeeld: Ints = field(init=False)
    weggelegd: Ints = field(init=False)
    herlegd: Ints = field(init=False)
    vrij: Marks = field(init=False)
    """Whether herleggen is free now: the last aanpak went over a thematafel."""
    verloren: Marks = field(init=False)
    """Whether the game ended for want of tijd (rule 27)."""
    over: Ints = field(init=False)
    """The stappen that the pawn still has of the aanpak being played."""
    kansen: Ints = field(init=False)
    """How many kansen were drawn."""
    uitdagingen: Ints = field(init=False)
    thematafels: Ints = field(init=False)
    gelegd: Ints = field(init=False)
    """How many aanpakken the first route had."""
    eerste: Ints = field(init=False)
    """The first route, as places."""
    getrokken: Ints = field(init=False)
    """How often each event was drawn in all games together."""
    open: Ints = field(init=False)
    """How often its mogelijkheid was open."""
    gekozen: Ints = field(init=False)
    """How often its mogelijkheid was taken."""
    geholpen: Ints = field(init=False)
    """How often each role was turned."""

    def __post_init__(self) -> None:
        """Set the board up (rules 1, 2)."""
        rules, count = self.table.rules, self.count
        self.geld = np.full(count, rules.geld)
        self.tijd = np.full(count, rules.tijd)
        self.steun = np.full(count, rules.steun)
        self.regie = np.full(count, rules.regie)
        self.pion = np.zeros(count, np.int64)
        self.gespeeld = np.zeros(count, np.int64)
        self.weggelegd = np.zeros(count, np.int64)
        self.herlegd = np.zeros(count, np.int64)
        self.over = np.zeros(count, np.int64)
        self.kansen = np.zeros(count, np.int64)
        self.uitdagingen = np.zeros(count, np.int64)
        self.thematafels = np.zeros(count, np.int64)
        self.vrij = np.zeros(count, np.bool_)
        self.verloren = np.zeros(count, np.bool_)
        self.weg = np.zeros(self.aanpakken.shape, np.bool_)
        self.route = np.full((count, rules.aanpakken), NOBODY)
        events = len(self.table.events)
        self.getrokken = np.zeros(events, np.int64)
        self.open = np.zeros(events, np.int64)
        self.gekozen = np.zeros(events, np.int64)
        self.geholpen = np.zeros(len(self.table.rollen), np.int64)

    @property
    def hart(self) -> Marks:
        """Which groups are the heart of the chosen opgave: game × group."""
        if not len(self.table.opgaven):
            return np.zeros((self.count, len(self.table.rules.groepen)), np.bool_)
        found: Marks = self.table.hart[self.opgave]
        return found

    @property
    def past(self) -> Marks:
        """Which open aanpakken suit the chosen opgave, by place."""
        if not len(self.table.opgaven):
            return np.zeros(self.aanpakken.shape, np.bool_)
        found: Marks = self.table.past[self.opgave[:, None], self.aanpakken]
        return found

    @property
    def gehaald(self) -> Marks:
        """Whether the pawn stands on Resultaat (rule 29)."""
        found: Marks = self.pion == self.table.rules.pad
        return found

    @property
    def gedragen(self) -> Marks:
        """Whether it is gehaald en gedragen (rule 29)."""
        rules = self.table.rules
        found: Marks = self.gehaald & (self.steun >= rules.gedragen_steun) & (self.regie >= rules.gedragen_regie)
        return found

    def cards(self, rows: Ints, places: Ints) -> Ints:
        """Return the aanpakken that lie at `places` in the games `rows`."""
        found: Ints = self.aanpakken[rows, places]
        return found

    def change_tracks(self, rows: Ints, steun: Ints, regie: Ints) -> None:
        """Move steun and regie in the games `rows`; both stop at their ends (rule 2)."""
        rules = self.table.rules
        self.steun[rows] = np.clip(self.steun[rows] + steun, 0, rules.steun_hoogst)
        self.regie[rows] = np.clip(self.regie[rows] + regie, 0, rules.regie_hoogst)
