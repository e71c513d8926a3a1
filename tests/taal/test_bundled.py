"""What comes with the program is itself in plain words."""

from pathlib import Path

import pytest

from speelveld.build.checking import check_words
from speelveld.build.pipeline import load
from tests.taal.plain import ROOT

CASUSSEN = sorted((ROOT / "decks").glob("*/casus.yaml"))
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


def test_nothing_bundled_needs_a_silence() -> None:
    assert [path.parent.name for path in CASUSSEN if "\ntaal:" in path.read_text(encoding="utf-8")] == []
