"""The standard deck is whole: each card has its practice, and no two share a situation or a way out."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from speelveld.casus import Basisdeck, DeckFiles, load_casus, load_deck
from speelveld.written.tekst import Tekst

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "decks" / "basis"
CASUSSEN = sorted(path for path in (ROOT / "decks").glob("*/casus.yaml"))


@pytest.fixture(scope="module")
def deck() -> Basisdeck:
    return load_deck(DeckFiles((), RULES))


def test_there_are_as_many_cards_as_the_rules_count_on(deck: Basisdeck) -> None:
    assert (len(deck.rollen), len(deck.aanpakken), len(deck.kansen), len(deck.uitdagingen)) == (24, 24, 16, 16)
    assert len({rol.groep for rol in deck.rollen}) == 5


def test_every_card_names_the_practice_it_comes_from(deck: Basisdeck) -> None:
    for card in (*deck.rollen, *deck.aanpakken, *deck.kansen, *deck.uitdagingen):
        assert card.bron, card.id


def test_a_practice_has_an_address_or_says_that_none_was_found(deck: Basisdeck) -> None:
    sourced = [*deck.rollen, *deck.aanpakken, *deck.kansen, *deck.uitdagingen]
    for path in CASUSSEN:
        casus = load_casus(path, path.parent.name, deck)
        sourced += [*casus.rollen, *casus.aanpakken, *casus.kansen, *casus.uitdagingen, *casus.cijfers]
        sourced += [opgave.cijfer for opgave in casus.opgaven if opgave.cijfer]
    assert len(sourced) > 200
    lacking = [str(each.bron) for each in sourced if not each.url and "niet gevonden" not in str(each.nagezocht or "")]
    assert lacking == []


def test_the_table_is_we_on_what_it_does_and_meets(deck: Basisdeck) -> None:
    for source in (deck, *(load_casus(path, path.parent.name, deck) for path in CASUSSEN)):
        texts = [str(card.tekst) for card in (*source.aanpakken, *source.kansen, *source.uitdagingen)]
        events = (*source.kansen, *source.uitdagingen)
        texts += [str(way.tekst) for event in events for way in (event.regels, event.mogelijkheid)]
        assert [text for text in texts if re.search(r"\b[Uu](?:w|zelf)?\b", text)] == []


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-zà-ÿ]+", text.lower()) if len(word) > 4}


def alike(one: str, other: str) -> float:
    mine, theirs = words(one), words(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def pairs_alike(texts: list[Tekst]) -> list[tuple[str, str]]:
    return [(one, other) for one, other in combinations(texts, 2) if alike(one, other) >= 0.6]


def test_no_two_events_share_a_situation_or_a_way_out(deck: Basisdeck) -> None:
    events = (*deck.kansen, *deck.uitdagingen)
    situations = [event.tekst for event in events]
    ways_out = [way.tekst for event in events for way in (event.regels, event.mogelijkheid)]
    assert (len(situations), len(ways_out)) == (32, 64)
    assert pairs_alike(situations) == []
    assert pairs_alike(ways_out) == []


def test_the_comparison_of_texts_can_fail() -> None:
    assert (
        alike("De gemeente huurt vandaag het lege winkelpand", "Vandaag huurt u het lege winkelpand van de gemeente")
        >= 0.6
    )


def test_no_two_roles_or_aanpakken_are_alike(deck: Basisdeck) -> None:
    assert pairs_alike([rol.wil for rol in deck.rollen]) == []
    assert pairs_alike([aanpak.tekst for aanpak in deck.aanpakken]) == []
