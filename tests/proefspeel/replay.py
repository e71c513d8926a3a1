"""What a team chose in the fast play, written down game by game, and played again by the slow reference."""

from typing import Any

import numpy as np

from speelveld.proefspeel.deal import Deal
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.table import Table
from tests.oracles.game import Card, Choice, Event, Game, Opgave, Role, Setup

WAYS = ("geld", "tijd", "steun", "regie", "stappen")


class Notary:
    """A team that asks another and notes every answer."""

    def __init__(self, team: Any, count: int) -> None:
        self.team = team
        self.routes: list[list[int]] = []
        self.scripts: list[list[Choice]] = [[] for _ in range(count)]

    def dreamteam(self, games: Games) -> Any:
        return self.team.dreamteam(games)

    def route(self, games: Games) -> Any:
        found = self.team.route(games)
        self.routes = [[int(place) for place in row if place >= 0] for row in found]
        return found

    def herleg(self, games: Games, rows: Any, geld: Any, tijd: Any) -> Any:
        wanted, routes = self.team.herleg(games, rows, geld, tijd)
        for at in np.flatnonzero(wanted):
            places = [int(place) for place in routes[at] if place >= 0]
            taken = int(games.gespeeld[rows[at]] + games.weggelegd[rows[at]])
            self.scripts[rows[at]].append(Choice("herleg", places, taken))
        return wanted, routes

    def mogelijkheid(self, games: Games, drawn: Any) -> Any:
        chosen = self.team.mogelijkheid(games, drawn)
        for at, row in enumerate(drawn.rows):
            name = games.table.events[drawn.events[at]].id
            taken = bool(chosen[at] and drawn.open[at])
            self.scripts[row].append(Choice("event", event=name, open=bool(drawn.open[at]), mogelijkheid=taken))
        return chosen

    def helper(self, games: Games, drawn: Any) -> Any:
        places = self.team.helper(games, drawn)
        for row, place in zip(drawn.rows, places, strict=True):
            self.scripts[row][-1].role = f"{place}"
        return places


def setup(table: Table) -> Setup:
    rules = table.rules
    return Setup(
        geld=rules.geld,
        tijd=rules.tijd,
        steun=rules.steun,
        regie=rules.regie,
        pad=rules.pad,
        spaces=dict(rules.vakken),
        groepen=list(rules.groepen),
        most_routes=rules.aanpakken,
        steun_top=rules.steun_hoogst,
        regie_top=rules.regie_hoogst,
        gedragen_steun=rules.gedragen_steun,
        gedragen_regie=rules.gedragen_regie,
        weak=rules.weinig_steun,
        weak_tijd=rules.weinig_steun_tijd,
        strong=rules.veel_steun,
        strong_stappen=rules.veel_steun_stappen,
        absent_steun=rules.groep_ontbreekt_steun,
        heart_people=rules.hart_mensen,
        heart_steun=rules.hart_steun,
        suits_stappen=rules.past_stappen,
        short_tijd=rules.fiche_tekort_tijd,
        herleggen=rules.herleggen,
        herleggen_tijd=rules.herleggen_tijd,
    )


def event(card: Any) -> Event:
    regels, mogelijkheid = (
        Card(**{name: getattr(way, name) for name in WAYS}) for way in (card.regels, card.mogelijkheid)
    )
    asks = card.mogelijkheid.als
    return Event(str(card.id), regels, mogelijkheid, asks.groep, asks.kracht, asks.regie)


def play_again(table: Table, deal: Deal, games: Games, notary: Notary, row: int) -> Game:
    """Return game `row`, played by the reference on the same cards and choices."""
    roles = [table.rollen[at] for at in games.dreamteam[row] if at >= 0]
    events = table.events
    chosen = table.opgaven[deal.opgave[row]] if deal.opgave[row] >= 0 else None
    again = Game(
        setup(table),
        Opgave(tuple(map(str, chosen.hart)), tuple(map(str, chosen.past))) if chosen else Opgave(),
        [Role(f"{place}", rol.groep, rol.kracht) for place, rol in enumerate(roles)],
        [
            Card(str(a.id), a.geld, a.tijd, a.steun, a.regie, a.stappen, tuple(a.vraagt))
            for a in (table.aanpakken[at] for at in deal.aanpakken[row])
        ],
        [event(events[at]) for at in deal.kansen[row]],
        [event(events[at]) for at in deal.uitdagingen[row]],
    )
    if notary.routes[row]:
        again.play(notary.routes[row], iter(notary.scripts[row]))
    return again


def differences(games: Games, row: int, again: Game) -> list[str]:
    """Return in what the fast game and the slow one differ."""
    pairs = {
        "geld": (games.geld[row], again.geld),
        "tijd": (games.tijd[row], again.tijd),
        "steun": (games.steun[row], again.steun),
        "regie": (games.regie[row], again.regie),
        "pion": (games.pion[row], again.pion),
        "gespeeld": (games.gespeeld[row], again.played),
        "weggelegd": (games.weggelegd[row], again.put_away),
        "herlegd": (games.herlegd[row], again.relaid),
        "thematafels": (games.thematafels[row], again.thematafels),
        "gebeurtenissen": (games.kansen[row] + games.uitdagingen[row], again.events),
        "verloren": (bool(games.verloren[row]), again.lost),
        "gehaald": (bool(games.gehaald[row]), again.gehaald),
        "gedragen": (bool(games.gedragen[row]), again.gedragen),
        "rechtop": (int(games.rechtop[row].sum()), sum(role.upright for role in again.team)),
    }
    return [f"{name}: {fast} and {slow}" for name, (fast, slow) in pairs.items() if fast != slow]
