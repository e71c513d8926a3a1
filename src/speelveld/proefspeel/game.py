"""Rules 6 to 29, played in many games at once; each step names its rule, and every choice is the team's."""

import numpy as np

from speelveld.proefspeel.arrays import Ints, Marks
from speelveld.proefspeel.deal import Deal
from speelveld.proefspeel.events import settle
from speelveld.proefspeel.games import Games
from speelveld.proefspeel.table import KANS, NOBODY, THEMATAFEL, UITDAGING, Table
from speelveld.proefspeel.team import Team


def play(table: Table, deal: Deal, team: Team) -> Games:
    """Return the games of `deal` as they stand at the end."""
    games = Games(table, len(deal.aanpakken), deal.rollen, deal.aanpakken, deal.opgave)
    _form_dreamteam(games, team)
    games.route = team.route(games)
    games.eerste = games.route.copy()
    games.gelegd = _waiting(games)
    while (rows := np.flatnonzero(~games.verloren & ~games.gehaald & (_waiting(games) > 0))).size:
        _herleg(games, rows, team)
        _play_next(games, deal, rows, team)
    return games


def _waiting(games: Games) -> Ints:
    found: Ints = (games.route != NOBODY).sum(axis=1)
    return found


def _form_dreamteam(games: Games, team: Team) -> None:
    """Choose the roles, and count the groups once (rules 6, 7, 15)."""
    table, rules = games.table, games.table.rules
    games.dreamteam = team.dreamteam(games)
    games.rechtop = games.dreamteam != NOBODY
    group = np.where(games.rechtop, table.groep[games.dreamteam], NOBODY) if len(table.rollen) else games.dreamteam
    games.groepen = np.stack([(group == number).any(axis=1) for number in range(len(rules.groepen))], axis=1)
    absent = (~games.groepen).sum(axis=1)
    many = np.stack([(group == number).sum(axis=1) for number in range(len(rules.groepen))], axis=1)
    hart = games.hart
    heartless = hart.any(axis=1) & ~(hart & (many >= rules.hart_mensen)).any(axis=1)
    lost = absent * rules.groep_ontbreekt_steun + heartless * rules.hart_steun
    games.steun = np.clip(games.steun - lost, 0, rules.steun_hoogst)
    lacking = (table.vraagt[games.aanpakken] & ~games.groepen[:, None, :]).any(axis=2)
    printed = table.stappen[games.aanpakken]
    games.kaal = np.where(lacking, (printed + 1) // 2, printed)
    games.stappen = games.kaal + games.past * rules.past_stappen


def _herleg(games: Games, rows: Ints, team: Team) -> None:
    """Ask whether the rest of the route is laid anew (rule 11)."""
    rules = games.table.rules
    cost = np.where(games.vrij[rows], 0, rules.herleggen_tijd)
    taken = games.gespeeld[rows] + games.weggelegd[rows]
    may = (taken > 0) & (games.herlegd[rows] < rules.herleggen) & (games.tijd[rows] >= cost)
    asked = rows[may]
    if not asked.size:
        return
    tijd = games.tijd[asked] - cost[may]
    wanted, routes = team.herleg(games, asked, games.geld[asked], tijd)
    changed = asked[wanted]
    games.tijd[changed] = tijd[wanted]
    games.route[changed] = routes[wanted]
    games.herlegd[changed] += 1


def _play_next(games: Games, deal: Deal, rows: Ints, team: Team) -> None:
    """Play the first aanpak that waits, or put it away (rules 12–15)."""
    table, rules = games.table, games.table.rules
    place = games.route[rows, 0]
    games.route[rows, :-1] = games.route[rows, 1:]
    games.route[rows, -1] = NOBODY
    games.weg[rows, place] = True
    games.vrij[rows] = False
    card = games.cards(rows, place)

    steun = games.steun[rows]
    dear = np.where(steun <= rules.weinig_steun, rules.weinig_steun_tijd, 0)
    bonus = np.where(steun >= rules.veel_steun, rules.veel_steun_stappen, 0)
    short = np.maximum(table.geld[card] - games.geld[rows], 0)
    tijd = table.tijd[card] + dear + short * rules.fiche_tekort_tijd
    paid = tijd <= games.tijd[rows]
    games.weggelegd[rows[~paid]] += 1

    rows, card, place = rows[paid], card[paid], place[paid]
    games.gespeeld[rows] += 1
    games.tijd[rows] -= tijd[paid]
    games.geld[rows] -= table.geld[card] - short[paid]
    games.change_tracks(rows, table.steun[card], table.regie[card])
    games.over[rows] = games.stappen[rows, place] + bonus[paid]
    _walk(games, deal, rows, team)


def _walk(games: Games, deal: Deal, rows: Ints, team: Team) -> None:
    """Walk to the next space that means something, settle it, and walk on with what is left (rules 16–18)."""
    table = games.table
    while (rows := rows[(games.over[rows] > 0) & ~games.verloren[rows] & ~games.gehaald[rows]]).size:
        far = table.stop[games.pion[rows]] - games.pion[rows]
        stride = np.minimum(games.over[rows], far)
        games.pion[rows] += stride
        games.over[rows] -= stride
        kind = np.where(stride == far, table.soort[games.pion[rows]], 0)
        tables = rows[kind == THEMATAFEL]
        games.vrij[tables] = True
        games.thematafels[tables] += 1
        _draw(games, deal, rows, kind, team)


def _draw(games: Games, deal: Deal, rows: Ints, kind: Ints, team: Team) -> None:
    """Draw a card in each game that stands on a kans or an uitdaging, and settle it; an empty pile does nothing."""
    drawn: list[tuple[Ints, Ints]] = []
    for number, pile, top in ((KANS, deal.kansen, games.kansen), (UITDAGING, deal.uitdagingen, games.uitdagingen)):
        on: Marks = kind == number
        there = rows[on]
        there = there[top[there] < pile.shape[1]]
        drawn.append((there, pile[there, top[there]]))
        top[there] += 1
    found = np.concatenate([rows for rows, _ in drawn])
    if found.size:
        settle(games, found, np.concatenate([events for _, events in drawn]), team)
