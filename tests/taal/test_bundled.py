"""What comes with the program is itself in plain words."""

from collections.abc import Iterable
from pathlib import Path
from statistics import mean

import pytest

from speelveld.build.checking import check_words
from speelveld.build.pipeline import load
from speelveld.taal.sentences import sentences
from speelveld.taal.texts import casus_texts, deck_texts
from speelveld.written.tekst import Tekst
from tests.taal.plain import ROOT

CASUSSEN = sorted((ROOT / "decks").glob("*/casus.yaml"))
SHORT = 6
WITH_STORY = [path for path in CASUSSEN if path.parent.name != "nieuw"]


def test_there_are_eight_casussen_and_the_one_to_start_from() -> None:
    assert len(CASUSSEN) == 9


@pytest.mark.parametrize("path", CASUSSEN, ids=lambda path: path.parent.name)
def test_a_bundled_casus_and_the_standard_deck_have_no_remarks(path: Path) -> None:
    check = check_words(load(path, str(path)))
    assert [str(each.problem) for each in check.meldingen] == []


@pytest.mark.parametrize("path", WITH_STORY, ids=lambda path: path.parent.name)
def test_the_story_of_a_bundled_casus_reads_easily(path: Path) -> None:
    check = check_words(load(path, str(path)))
    assert [each.tekst.field for each in check.leesbaarheid] in (["verhaal"], ["verhaal", "let_op"])
    assert min(each.score for each in check.leesbaarheid) >= 70


def lengths(texts: Iterable[Tekst]) -> list[int]:
    """Return how many words each sentence has; titles and names are no sentences."""
    said = (text for text in texts if text.rstrip().endswith((".", "?", "!")))
    return [len(words) for text in said for words in sentences(text)]


@pytest.mark.parametrize("name", ["the standard deck", *(path.parent.name for path in WITH_STORY)])
def test_sentences_are_as_long_as_people_talk(name: str) -> None:
    first = load(CASUSSEN[0], str(CASUSSEN[0]))
    if name == "the standard deck":
        counted = lengths(deck_texts(first.deck))
    else:
        counted = lengths(casus_texts(load(ROOT / "decks" / name / "casus.yaml", name).casus))
    assert len(counted) > 110
    assert 9 <= mean(counted) <= 11
    assert sum(count <= SHORT for count in counted) <= 0.22 * len(counted)


def test_nothing_bundled_needs_a_silence() -> None:
    assert [path.parent.name for path in CASUSSEN if "\ntaal:" in path.read_text(encoding="utf-8")] == []
