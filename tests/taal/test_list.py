"""The standard list of words: long enough, each word found by itself, and nothing of the game in it."""

from pathlib import Path

import pytest

from speelveld.casus import DeckFiles, load_words
from speelveld.errors import KitError
from speelveld.taal.inflection import noun_forms, verb_forms
from tests.taal.plain import KNOWN, ROOT, WORDS, checked

JARGON = [*WORDS.jargon, *WORDS.werkwoorden, *WORDS.uitdrukkingen]


def test_the_list_is_long_and_each_word_stands_in_it_once() -> None:
    assert len(JARGON) >= 150
    assert len({str(each.woord).lower() for each in JARGON}) == len(JARGON)
    assert len(WORDS.afkortingen) >= 50


def test_every_word_of_the_list_is_found_in_a_text() -> None:
    missed = []
    for each in JARGON:
        for name in str(each.woord).split(","):
            word = name.replace("|", "").strip("* ")
            if "jargon" not in {found.controle for found in checked(f"Dat is {word} hier.").bevindingen}:
                missed.append(word)
    assert missed == []


def test_what_is_proposed_is_no_jargon_itself() -> None:
    wrong = {
        f"{each.woord}: {each.liever}"
        for each in [*JARGON, *WORDS.afkortingen]
        for found in checked(f"Dat is {each.liever} hier.").bevindingen
        if found.controle != "lange-zin"
    }
    assert wrong == set()


@pytest.mark.parametrize(
    "word", ["opgave", "casus", "regie", "dreamteam", "route", "borg", "kader", "steun", "thematafel"]
)
def test_the_words_of_the_game_are_not_in_it(word: str) -> None:
    assert word not in KNOWN.words


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("kader", "kaders"),
        ("integraal", "integrale"),
        ("budget", "budgetten"),
        ("effectief", "effectieve effectiever"),
        ("visie", "visies"),
        ("doelmatigheid", "doelmatigheden"),
        ("nota", "nota's nota’s"),
        ("methode", "methoden methodes"),
        ("evident", "evidente"),
    ],
)
def test_a_noun_is_found_in_its_other_forms(word: str, forms: str) -> None:
    assert set(forms.split()) <= noun_forms(word)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("faciliteren", "faciliteer faciliteert faciliteerde faciliteerden gefaciliteerd gefaciliteerde faciliterend"),
        ("borgen", "borgt borgde geborgd"),
        ("monitoren", "monitort monitorde gemonitord"),
        ("uit|rollen", "uitrollen uitrolt uitgerold uitgerolde uitrolde"),
        ("verschaffen", "verschaft verschafte"),
        ("verstrekken", "verstrekt verstrekte"),
        ("beogen", "beoogt beoogde"),
        ("duiden", "duidt duidde geduid"),
        ("herijken", "herijkt herijkte"),
    ],
)
def test_a_verb_is_found_in_its_other_forms(verb: str, forms: str) -> None:
    assert set(forms.split()) <= verb_forms(verb)


def test_a_list_that_is_wrong_is_the_fault_of_the_deck(tmp_path: Path) -> None:
    text = (ROOT / "decks/basis/taal.yaml").read_text(encoding="utf-8")
    path = tmp_path / "taal.yaml"
    path.write_text(text.replace("\nwerkwoorden:", "\nwerkworden:"), encoding="utf-8")
    with pytest.raises(KitError, match="onbekende sleutel 'werkworden'"):
        load_words(DeckFiles((), path.parent))
    path.unlink()
    with pytest.raises(KitError, match="dit bestand bestaat niet"):
        load_words(DeckFiles((), path.parent))
