"""A short game to learn the rules from, chosen and worked out on the cards of one kit.

Of the routes and draws that a table could have, it is the first that shows what `_GOAL` names, or else the one that
shows most. What a first game should not have yet (a fiche short, no tijd left, Resultaat) is not in it. Own cards of
a casus come first, as they do on the table: its aanpakken lie open, and a kans and an uitdaging of it on top.
"""

from collections.abc import Hashable, Iterator, Mapping, MutableMapping, Sequence
from itertools import islice, product
from typing import TypeVar

from speelveld.casus import Aanpak, Gebeurtenis, Opgave, Rol, Speelkaart, Uitweg
from speelveld.deck.cards import Cards
from speelveld.deck.oefenpotje import Beurt, Halte, Oefenpotje, Stand
from speelveld.deck.rules import Rules

_Card = TypeVar("_Card", bound=Speelkaart)

AANPAKKEN = 3
MOST_EVENTS = 4
_MOST_TRIES = 500
_GOAL = frozenset({"half", "past", "helper", "dicht", "regie", "stappen", "thematafel"})
# In turn, as far as they have not come up: someone helps, the mogelijkheid is closed, enough regie opens it.
_WANTED = ("helper", "dicht", "regie")


# A kit without a casus has blank opgavekaarten alone.
_NO_OPGAVE = Opgave.model_construct(hart=(), past=())


class _UnfitError(Exception):
    """This game would need more rules than a first one should have."""


Choice = tuple[int, tuple[int, ...]] | None
"""The number of an opgave and those of the aanpakken on the route; None: there is no such game."""


def practice_game(
    cards: Cards, rules: Rules, chosen: MutableMapping[Hashable, Choice] | None = None
) -> Oefenpotje | None:
    """Return the game that the paper prints; None where the cards allow no such game at all.

    What is `chosen` for other cards that play alike is not sought again; what is sought is added there.
    """
    if chosen is None:
        return _sought(cards, rules)[0]
    key = _plays_as(cards, rules)
    if key not in chosen:
        game, chosen[key] = _sought(cards, rules)
        return game
    choice = chosen[key]
    if choice is None:
        return None
    number, route = choice
    opgave = _opgaven(cards)[number]
    return _Play(cards, _piles(cards), rules, opgave, _team(opgave, cards, rules)).game(
        [cards.aanpakken[each] for each in route]
    )


def _plays_as(cards: Cards, rules: Rules) -> Hashable:
    """Return all that a game depends on: cards of which no more than words differ play alike."""
    ids = [aanpak.id for aanpak in cards.aanpakken]
    events = [
        (card.id in cards.eigen, _costs(card.regels), _costs(card.mogelijkheid), _asks(card))
        for card in (*cards.kansen, *cards.uitdagingen)
    ]
    return (
        repr(rules),
        tuple((opgave.hart, tuple(name in opgave.past for name in ids)) for opgave in _opgaven(cards)),
        tuple((rol.groep, rol.kracht) for rol in cards.genoemd),
        tuple(
            (card.id in cards.eigen, card.geld, card.tijd, card.steun, card.regie, card.stappen, card.vraagt)
            for card in cards.aanpakken
        ),
        len(cards.kansen),
        tuple(events),
    )


def _costs(uitweg: Uitweg) -> Hashable:
    return uitweg.geld, uitweg.tijd, uitweg.steun, uitweg.regie, uitweg.stappen


def _asks(card: Gebeurtenis) -> Hashable:
    als = card.mogelijkheid.als
    return als.groep, als.kracht, als.regie


def _opgaven(cards: Cards) -> Sequence[Opgave]:
    return cards.opgaven or (_NO_OPGAVE,)


def _piles(cards: Cards) -> dict[str, list[Gebeurtenis]]:
    return {"kans": _own_first(cards.kansen, cards), "uitdaging": _own_first(cards.uitdagingen, cards)}


def _sought(cards: Cards, rules: Rules) -> tuple[Oefenpotje | None, Choice]:
    found: Oefenpotje | None = None
    choice: Choice = None
    piles = _piles(cards)
    numbers = {id(card): number for row in (_opgaven(cards), cards.aanpakken) for number, card in enumerate(row)}
    # Where the casus brings aanpakken, first the routes with one of them.
    brought = any(aanpak.id in cards.eigen for aanpak in cards.aanpakken)
    for own, opgave in product((True, False) if brought else (False,), _unlike(_opgaven(cards))):
        for rollen, route in islice(_games(opgave, cards, rules, own=own), _MOST_TRIES):
            try:
                game = _Play(cards, piles, rules, opgave, rollen).game(route)
            except _UnfitError:
                continue
            if found is None or len(game.toont) > len(found.toont):
                found = game
                choice = numbers[id(opgave)], tuple(numbers[id(aanpak)] for aanpak in route)
            if found.toont >= _GOAL:
                return found, choice
    return found, choice


def _unlike(opgaven: Sequence[Opgave]) -> list[Opgave]:
    """Return the opgaven without those that play as one before them: no game with these shows more."""
    found: dict[tuple[tuple[str, ...], ...], Opgave] = {}
    for opgave in opgaven:
        found.setdefault((tuple(map(str, opgave.hart)), tuple(sorted(map(str, opgave.past)))), opgave)
    return list(found.values())


def _games(opgave: Opgave, cards: Cards, rules: Rules, *, own: bool) -> Iterator[tuple[list[Rol], tuple[Aanpak, ...]]]:
    """Yield people and routes that can be paid; with `own` an aanpak of the casus is on each route."""
    rollen = _team(opgave, cards, rules)
    groups = {rol.groep for rol in rollen}
    aanpakken = _own_first(cards.aanpakken, cards)
    suits = [aanpak for aanpak in aanpakken if aanpak.id in opgave.past and groups.issuperset(aanpak.vraagt)]
    lacks = [aanpak for aanpak in aanpakken if not groups.issuperset(aanpak.vraagt)]
    plain = [aanpak for aanpak in aanpakken if groups.issuperset(aanpak.vraagt)]
    for route in product(suits or plain, lacks or plain, plain):
        payable = sum(a.geld for a in route) <= rules.geld and sum(a.tijd for a in route) <= rules.tijd
        if own and not any(aanpak.id in cards.eigen for aanpak in route):
            continue
        if len({str(aanpak.id) for aanpak in route}) == AANPAKKEN <= rules.aanpakken and payable:
            yield rollen, route


def _team(opgave: Opgave, cards: Cards, rules: Rules) -> list[Rol]:
    """Return people for the heart of the opgave and all groups but one, which is then seen to be missing."""
    groups = [*opgave.hart, *(groep for groep in rules.groepen if groep not in opgave.hart)]
    present = groups[:-1] if len(groups) > len(opgave.hart) + 1 else groups
    rows = [[rol for rol in cards.genoemd if rol.groep == groep] for groep in present]
    order = [row[0] for row in rows if row] + [row[1] for row in rows if len(row) > 1]
    return order[: rules.dreamteam]


def _own_first(found: Sequence[_Card], cards: Cards) -> list[_Card]:
    return sorted(found, key=lambda card: card.id not in cards.eigen)


class _Play:
    def __init__(
        self,
        cards: Cards,
        piles: Mapping[str, Sequence[Gebeurtenis]],
        rules: Rules,
        opgave: Opgave,
        rollen: Sequence[Rol],
    ) -> None:
        self.rules, self.opgave, self.rollen = rules, opgave, rollen
        self.piles = {soort: list(pile) for soort, pile in piles.items()}
        self.own = {soort: [card for card in pile if card.id in cards.eigen] for soort, pile in self.piles.items()}
        self.upright = list(rollen)
        self.groups = {rol.groep for rol in rollen}
        self.geld, self.tijd, self.steun, self.regie, self.vak = rules.geld, rules.tijd, rules.steun, rules.regie, 0
        self.events = 0
        self.shown: set[str] = set()

    def game(self, route: Sequence[Aanpak]) -> Oefenpotje:
        rules = self.rules
        ontbreken = [groep for groep in rules.groepen if groep not in self.groups]
        hart = [sum(rol.groep == groep for rol in self.rollen) for groep in self.opgave.hart]
        without = bool(hart) and max(hart) < rules.hart_mensen
        self.scales(-rules.groep_ontbreekt_steun * len(ontbreken) - (rules.hart_steun if without else 0), 0)
        begin = self.stand()
        beurten = [self.beurt(aanpak) for aanpak in route]
        return Oefenpotje(self.opgave, self.rollen, ontbreken, without, begin, beurten, frozenset(self.shown))

    def stand(self) -> Stand:
        return Stand(self.geld, self.tijd, self.steun, self.regie, self.vak)

    def scales(self, steun: int, regie: int) -> None:
        self.steun = max(0, min(self.rules.steun_hoogst, self.steun + steun))
        self.regie = max(0, min(self.rules.regie_hoogst, self.regie + regie))

    def pay(self, geld: int, tijd: int) -> None:
        if geld > self.geld or tijd > self.tijd:
            raise _UnfitError
        self.geld, self.tijd = self.geld - geld, self.tijd - tijd

    def beurt(self, aanpak: Aanpak) -> Beurt:
        rules = self.rules
        meer_tijd = rules.weinig_steun_tijd if self.steun <= rules.weinig_steun else 0
        meer_stappen = rules.veel_steun_stappen if self.steun >= rules.veel_steun else 0
        self.pay(aanpak.geld, aanpak.tijd + meer_tijd)
        betaald = self.stand()
        self.scales(aanpak.steun, aanpak.regie)
        ontbreekt = next((str(groep) for groep in aanpak.vraagt if groep not in self.groups), "")
        past = aanpak.id in self.opgave.past
        own = (aanpak.stappen + 1) // 2 if ontbreekt else aanpak.stappen
        stappen = own + (rules.past_stappen if past else 0) + meer_stappen
        if stappen == 0:
            raise _UnfitError
        seen = {"half": ontbreekt, "past": past, "weinig": meer_tijd, "veel": meer_stappen}
        self.shown |= {name for name, shown in seen.items() if shown}
        haltes = list(self.walk(stappen))
        return Beurt(aanpak, meer_tijd, meer_stappen, ontbreekt, past, stappen, betaald, haltes, self.stand())

    def walk(self, stappen: int) -> Iterator[Halte]:
        for _ in range(stappen):
            self.vak += 1
            if self.vak >= self.rules.pad:
                raise _UnfitError
            soort = self.rules.vak(self.vak)
            if soort == "thematafel":
                self.shown.add(soort)
                yield Halte(self.vak, soort, self.stand())
            elif soort:
                yield self.event(soort)

    def event(self, soort: str) -> Halte:
        wanted = next((how for how in _WANTED if how not in self.shown), _WANTED[0])
        self.events += 1
        pile = self.piles[soort]
        if self.events > MOST_EVENTS or not pile:
            raise _UnfitError
        # The first of a pile is an own one, if there are any; which one, and what comes after, is what a lesson wants.
        top = self.own.pop(soort, ()) or pile
        kaart = next((each for each in top if self.how(each) == wanted), top[0])
        # Not `remove`: that compares cards text by text.
        del pile[next(number for number, each in enumerate(pile) if each is kaart)]
        how, vak = self.how(kaart), self.vak
        self.shown.add(how)
        uitweg: Uitweg = kaart.regels if how == "dicht" else kaart.mogelijkheid
        rol = self.helpers(kaart)[0] if how == "helper" else None
        if rol is not None:
            self.upright.remove(rol)
        self.pay(-min(0, uitweg.geld), -min(0, uitweg.tijd))
        self.geld, self.tijd = self.geld + max(0, uitweg.geld), self.tijd + max(0, uitweg.tijd)
        self.scales(uitweg.steun, uitweg.regie)
        if uitweg.stappen:
            self.shown.add("stappen")
            self.vak += uitweg.stappen
            if self.vak >= self.rules.pad:
                raise _UnfitError
        return Halte(vak, soort, self.stand(), kaart, uitweg, how != "dicht", rol)

    def how(self, kaart: Gebeurtenis) -> str:
        """Return how its mogelijkheid opens: 'helper', 'regie', or 'dicht'."""
        als = kaart.mogelijkheid.als
        if self.geld < -kaart.mogelijkheid.geld:
            return "dicht"
        if als.regie is not None:
            return "regie" if self.regie >= als.regie else "dicht"
        return "helper" if self.helpers(kaart) else "dicht"

    def helpers(self, kaart: Gebeurtenis) -> list[Rol]:
        als = kaart.mogelijkheid.als
        return [rol for rol in self.upright if als.groep == rol.groep or als.kracht == rol.kracht]
