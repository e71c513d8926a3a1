"""The worked practice game is right by the rules: the slow plain reading of them, which shares no code, plays along."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from speelveld.build.pipeline import load, rules_of
from speelveld.casus import Aanpak
from speelveld.deck import Cards, choose_cards, practice, practice_game
from speelveld.deck.oefenpotje import Oefenpotje, Stand
from speelveld.deck.rules import Rules
from tests.oracles.game import Card, Choice, Game, Opgave, Role
from tests.proefspeel.replay import event, setup

ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))


def prepared(casus: str, duur: int) -> tuple[Cards, Rules]:
    loaded = load(ROOT / "decks" / casus, casus)
    meeting = loaded.casus.bijeenkomst.model_copy(update={"duur": duur})
    changed = loaded.casus.model_copy(update={"bijeenkomst": meeting})
    return choose_cards(changed, loaded.deck), rules_of(changed, loaded.files)


def again(game: Oefenpotje, rules: Rules, turns: int) -> Game:
    """Return the reference after so many aanpakken of the game."""
    route = [
        Card(str(a.id), a.geld, a.tijd, a.steun, a.regie, a.stappen, tuple(a.vraagt))
        for a in (turn.kaart for turn in game.beurten)
    ]
    table = Game(
        setup(SimpleNamespace(rules=rules)),  # type: ignore[arg-type]
        Opgave(tuple(map(str, game.opgave.hart)), tuple(map(str, game.opgave.past))),
        [Role(str(rol.id), rol.groep, rol.kracht) for rol in game.rollen],
        route,
        [event(kaart) for kaart in game.kansen],
        [event(kaart) for kaart in game.uitdagingen],
    )
    stops = [stop for turn in game.beurten[:turns] for stop in turn.haltes if stop.kaart is not None]
    script = [
        Choice("event", event=str(stop.kaart.id), open=stop.mogelijkheid, mogelijkheid=stop.mogelijkheid,
               role=str(stop.rol.id) if stop.rol else "")
        for stop in stops
        if stop.kaart is not None
    ]  # fmt: skip
    if turns:
        table.play(list(range(turns)), iter(script))
    return table


def shown(table: Game) -> Stand:
    return Stand(table.geld, table.tijd, table.steun, table.regie, table.pion)


@pytest.mark.parametrize("duur", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_every_stand_of_the_practice_game_is_that_of_the_rules(casus: str, duur: int) -> None:
    cards, rules = prepared(casus, duur)
    game = practice_game(cards, rules)
    assert game is not None
    assert shown(again(game, rules, 0)) == game.begin
    for turns, turn in enumerate(game.beurten, 1):
        table = again(game, rules, turns)
        assert shown(table) == turn.stand
        assert (table.played, table.put_away, table.lost) == (turns, 0, False)
    assert 0 < game.beurten[-1].stand.vak < rules.pad


@pytest.mark.parametrize("duur", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_it_shows_what_a_new_spelleider_must_know(casus: str, duur: int) -> None:
    game = practice_game(*prepared(casus, duur))
    assert game is not None
    assert game.toont >= {"half", "past", "helper", "dicht", "regie", "stappen", "thematafel"}
    assert 2 <= len(game.kansen) + len(game.uitdagingen) <= 4
    assert len(game.ontbreken) == 1


@pytest.mark.parametrize("duur", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_it_is_played_with_the_cards_of_the_casus(casus: str, duur: int) -> None:
    cards, rules = prepared(casus, duur)
    game = practice_game(cards, rules)
    assert game is not None
    for mine, drawn in ((cards.kansen, game.kansen), (cards.uitdagingen, game.uitdagingen)):
        own = [card for card in mine if card.id in cards.eigen]
        # On the table an own card lies on top; a game in which a pile is not drawn from shows none.
        assert not own or not drawn or drawn[0] in own
    laid = {turn.kaart.id for turn in game.beurten}
    assert bool(laid & cards.eigen) == bool(casus != "nieuw")


def test_other_numbers_give_another_game_that_is_right_too() -> None:
    cards, rules = prepared("nieuw", 120)
    changed = replace(rules, geld=12, steun=2, veel_steun=1, past_stappen=2, hart_steun=2, fiche_tekort_tijd=2)
    game, other = practice_game(cards, rules), practice_game(cards, changed)
    assert other is not None
    assert other != game
    assert all(turn.meer_tijd and turn.meer_stappen for turn in other.beurten if turn.betaald.steun in (1, 2))
    assert shown(again(other, changed, len(other.beurten))) == other.beurten[-1].stand


def test_a_deck_with_too_few_cards_has_none() -> None:
    cards, rules = prepared("nieuw", 120)
    assert practice_game(replace(cards, aanpakken=cards.aanpakken[:2]), rules) is None


def test_a_thousand_opgaven_that_play_alike_cost_the_search_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    cards, rules = prepared("zutphen-dementie", 120)
    # Nothing suits this opgave, so that no game shows all and every one that may be tried is.
    alone = replace(cards, opgaven=(cards.opgaven[0].model_copy(update={"past": ()}),))
    many = replace(cards, opgaven=alone.opgaven * 1000)
    played: list[int] = []
    usual = practice._Play.game

    def counted(self: practice._Play, route: Sequence[Aanpak]) -> Oefenpotje:
        played[-1] += 1
        return usual(self, route)

    monkeypatch.setattr(practice._Play, "game", counted)
    found = []
    for hand in (alone, many):
        played.append(0)
        found.append(practice_game(hand, rules))
    assert found[0] is not None
    assert "past" not in found[0].toont
    assert found[0] == found[1]
    assert played[0] == played[1] > 100
