"""One game at a time, in plain words of the rules: what the fast play is held against.

It knows cards as printed (plain dicts and lists) and asks a script for every choice. It imports nothing of the program.
Each step names the rule of the game it comes from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Setup:
    """The numbers of one game, and the kinds of its spaces."""

    geld: int
    tijd: int
    steun: int
    regie: int
    pad: int
    spaces: dict[int, str]
    groepen: list[str]
    most_routes: int
    steun_top: int
    regie_top: int
    gedragen_steun: int
    gedragen_regie: int
    weak: int
    weak_tijd: int
    strong: int
    strong_stappen: int
    absent_steun: int
    heart_people: int
    heart_steun: int
    suits_stappen: int
    short_tijd: int
    herleggen: int
    herleggen_tijd: int


@dataclass
class Card:
    """An aanpak, or a way out of an event."""

    name: str = ""
    geld: int = 0
    tijd: int = 0
    steun: int = 0
    regie: int = 0
    stappen: int = 0
    vraagt: tuple[str, ...] = ()


@dataclass
class Opgave:
    """What the table chose: two groups at its heart, and which aanpakken suit it."""

    heart: tuple[str, ...] = ()
    suits: tuple[str, ...] = ()


@dataclass
class Event:
    """A kans or an uitdaging: the rule, the mogelijkheid, and what that asks for."""

    name: str
    regels: Card
    mogelijkheid: Card
    groep: str | None = None
    kracht: str | None = None
    regie: int | None = None


@dataclass
class Role:
    """A role in the dreamteam; upright as long as it can still help."""

    name: str
    groep: str
    kracht: str
    upright: bool = True


@dataclass
class Choice:
    """What the table decided at one moment."""

    kind: str
    """'herleg', 'event'."""
    route: list[int] = field(default_factory=list)
    taken: int = 0
    """How many aanpakken had been played or put away when the route was laid anew."""
    event: str = ""
    open: bool = False
    mogelijkheid: bool = False
    role: str = ""


class IllegalError(AssertionError):
    """The script does what the rules do not allow, or sees another game."""


class LostError(Exception):
    """Rule 27: the game ends."""


class Game:
    """One table that plays by the rules."""

    def __init__(
        self,
        setup: Setup,
        opgave: Opgave,
        team: list[Role],
        display: list[Card],
        kansen: list[Event],
        uitdagingen: list[Event],
    ):
        self.setup, self.opgave, self.team, self.display = setup, opgave, team, display
        self.piles = {"kans": list(kansen), "uitdaging": list(uitdagingen)}
        self.geld, self.tijd, self.steun, self.regie = setup.geld, setup.tijd, setup.steun, setup.regie
        self.pion = 0
        self.played = self.put_away = self.relaid = self.thematafels = self.events = 0
        self.gone: set[int] = set()
        self.lost = False
        # 7. Each group with nobody costs steun, now, once.
        for groep in setup.groepen:
            if not self.has(groep):
                self.move(-setup.absent_steun, 0)
        # 7. And once if there are not enough people of one of the groups at the heart of the opgave.
        people = [sum(role.groep == groep for role in team) for groep in opgave.heart]
        if people and max(people) < setup.heart_people:
            self.move(-setup.heart_steun, 0)

    def has(self, groep: str) -> bool:
        # 8. A turned role still counts for its group.
        return any(role.groep == groep for role in self.team)

    def move(self, steun: int, regie: int) -> None:
        # 2. Steun and regie stop at their ends.
        self.steun = max(0, min(self.setup.steun_top, self.steun + steun))
        self.regie = max(0, min(self.setup.regie_top, self.regie + regie))

    def check_route(self, route: list[int], most: int) -> None:
        # 9. One to six, from the display; what they cost together must be there. 10. Each once.
        if not 1 <= len(route) <= most or len(set(route)) != len(route) or self.gone & set(route):
            raise IllegalError(f"this is no route: {route}")
        if sum(self.display[place].geld for place in route) > self.geld:
            raise IllegalError("the route costs more geld than there is")
        if sum(self.display[place].tijd for place in route) > self.tijd:
            raise IllegalError("the route costs more tijd than there is")

    def play(self, route: list[int], script: Iterator[Choice]) -> None:
        self.script = list(script)
        self.check_route(route, self.setup.most_routes)
        waiting = list(route)
        over_thematafel = False
        first = True
        try:
            while waiting and self.pion < self.setup.pad:
                relaid = self.script and self.script[0].kind == "herleg"
                if not first and relaid and self.script[0].taken == self.played + self.put_away:
                    waiting = self.relay(over_thematafel)
                first = False
                over_thematafel = self.step(waiting.pop(0))
        except LostError:
            self.lost = True
        if self.script:
            raise IllegalError(f"the script goes on: {self.script[0]}")

    def relay(self, free: bool) -> list[int]:
        # 11. Once per game, one tijd, or free after a thematafel; rule 9 for what there is now; in total six played.
        choice = self.script.pop(0)
        cost = 0 if free else self.setup.herleggen_tijd
        if self.relaid >= self.setup.herleggen or cost > self.tijd:
            raise IllegalError("herleggen is not possible")
        self.relaid += 1
        self.tijd -= cost
        self.check_route(choice.route, self.setup.most_routes - self.played)
        return list(choice.route)

    def step(self, place: int) -> bool:
        setup, card = self.setup, self.display[place]
        self.gone.add(place)
        # 12. The steun check, once.
        extra_tijd = setup.weak_tijd if self.steun <= setup.weak else 0
        extra_stappen = setup.strong_stappen if self.steun >= setup.strong else 0
        # 13. Pay; each fiche short costs tijd; too little tijd: put it away, no cost, no effect.
        short = max(0, card.geld - self.geld)
        tijd = card.tijd + extra_tijd + short * setup.short_tijd
        if tijd > self.tijd:
            self.put_away += 1
            return False
        self.tijd -= tijd
        self.geld -= card.geld - short
        self.played += 1
        # 14. Effect, before the cards on the way.
        self.move(card.steun, card.regie)
        # 15. Halve once, rounded up, if a group is missing; then what suits the opgave, then the bonus.
        stappen = card.stappen
        if any(not self.has(groep) for groep in card.vraagt):
            stappen = stappen // 2 + stappen % 2
        if card.name in self.opgave.suits:
            stappen += setup.suits_stappen
        return self.walk(stappen + extra_stappen)

    def walk(self, stappen: int) -> bool:
        # 16. Space by space; 17. a thematafel; 18. Resultaat: stop at once.
        over_thematafel = False
        while stappen > 0 and self.pion < self.setup.pad:
            self.pion += 1
            stappen -= 1
            kind = self.setup.spaces.get(self.pion, "")
            if kind == "thematafel":
                over_thematafel = True
                self.thematafels += 1
            elif kind and self.piles[kind]:
                self.settle(self.piles[kind].pop(0))
        return over_thematafel

    def settle(self, event: Event) -> None:
        self.events += 1
        if not self.script or self.script[0].kind != "event" or self.script[0].event != event.name:
            raise IllegalError(f"{event.name} is drawn, but the script says {self.script[:1]}")
        choice = self.script.pop(0)
        # 21–23. Open if the condition holds and its geld can be paid in full.
        able = [
            role for role in self.team if role.upright and (role.groep == event.groep or role.kracht == event.kracht)
        ]
        met = self.regie >= event.regie if event.regie is not None else bool(able)
        is_open = met and self.geld >= -event.mogelijkheid.geld
        if is_open != choice.open:
            raise IllegalError(f"the mogelijkheid of {event.name} is {'' if is_open else 'not '}open")
        if not choice.mogelijkheid:
            self.apply(event.regels)
            return
        if not is_open:
            raise IllegalError(f"the mogelijkheid of {event.name} is not open")
        if event.regie is None:
            helper = next((role for role in able if role.name == choice.role), None)
            if helper is None:
                raise IllegalError(f"{choice.role} cannot help")
            helper.upright = False
        self.apply(event.mogelijkheid)

    def apply(self, way: Card) -> None:
        # 24. In the order geld, tijd, steun, regie, stappen. 20, 27. What cannot be paid costs tijd, or ends the game.
        short = max(0, -(self.geld + way.geld))
        self.geld += way.geld + short
        self.pay_tijd(short * self.setup.short_tijd)
        if way.tijd < 0:
            self.pay_tijd(-way.tijd)
        else:
            self.tijd += way.tijd
        self.move(way.steun, way.regie)
        # 25, 26. The pawn moves at once, draws nothing on its way, and never goes back.
        self.pion = min(self.setup.pad, self.pion + way.stappen)

    def pay_tijd(self, tijd: int) -> None:
        if tijd > self.tijd:
            self.tijd = 0
            raise LostError
        self.tijd -= tijd

    @property
    def gehaald(self) -> bool:
        # 28, 29.
        return self.pion == self.setup.pad

    @property
    def gedragen(self) -> bool:
        enough = self.steun >= self.setup.gedragen_steun and self.regie >= self.setup.gedragen_regie
        return self.gehaald and enough
