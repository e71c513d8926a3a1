"""Whatever stands in a text, it is checked without a crash, in good time, and a remark lies inside the text."""

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.taal import lint
from speelveld.taal.sentences import sentences
from tests.taal.plain import KNOWN, checked, tekst

SIGNS = ["). ", ". ", ", ", "…", "'", "’s", "\n\n", "- ", "1. ", "**", "_", "\u00ad", "é", "e\u0301", "😀", "ß", "İ"]
WORDS = [
    "wordt",
    "worden",
    "besloten",
    "er is",
    "pilot",
    "GGD",
    "Wmo (",
    "http://a.nl",
    "a@b.nl",
    "o.a.",
    "J. ",
    "door",
]
PIECES = st.sampled_from([*SIGNS, *WORDS, "Hoe zorgen we samen dat "])
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)


@given(text=TEXTS)
def test_any_text_is_checked_and_what_is_found_lies_inside_it(text: str) -> None:
    outcome = lint([tekst(text)], KNOWN, [tekst(text)])
    for found in outcome.bevindingen:
        assert 0 <= found.plek <= len(text)
        assert found.plek < len(text) or not text.strip()
        assert found.melding.isprintable()
        assert found.suggestie.isprintable()


@given(text=TEXTS)
def test_the_words_of_any_text_stand_where_they_say(text: str) -> None:
    end = 0
    for words in sentences(text):
        assert words
        for word in words:
            assert end <= word.start < word.end <= len(text)
            assert text[word.start : word.end].replace("\u00ad", "") == word.text
            end = word.end


SIZE = 100_000
HEAVY = {
    "one word": "a" * SIZE,
    "one word with signs": "a." * (SIZE // 2),
    "hyphens": "a-" * (SIZE // 2),
    "only signs": "." * SIZE,
    "signs apart": ". " * (SIZE // 2),
    "opening brackets": "( " * (SIZE // 2),
    "jargon": "pilot " * (SIZE // 6),
    "starts of phrases": "in het kader " * (SIZE // 13),
    "passives": "wordt door " * (SIZE // 11),
    "auxiliaries": "er is wordt " * (SIZE // 12),
    "participles": "wordt " + "ge" * (SIZE // 2) + "d",
    "abbreviations": " ".join(
        f"{a}{b}{c}D"
        for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    ),
    "the same abbreviation": "GGD " * (SIZE // 4),
    "vowels": "aeiou" * (SIZE // 5),
    "blank lines": "a\n \n" * (SIZE // 4),
    "spaces": "a" + " \n" * (SIZE // 2) + "b",
    "list marks": "1.\n" * (SIZE // 3),
    "questions": "Hoe zorg" + "x" * (SIZE // 2) + " dat" * (SIZE // 8),
    "soft hyphens": "\u00ad" * SIZE,
    "addresses": "http://" * (SIZE // 7),
    "dotted letters": "a.b." * (SIZE // 4) + "1",
    "real words": "De raad beslist wat er morgen wordt besloten over de pilot. " * (SIZE // 60),
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_hundred_thousand_characters_are_no_trap(name: str) -> None:
    """Each takes about half a second; what grows with the square of a text would take hours."""
    text = tekst(HEAVY[name])
    start = process_time()
    lint([text], KNOWN, [text])
    assert process_time() - start < 20, name


def test_texts_in_any_order_give_the_same_remarks() -> None:
    lines = ["De GGD belt.", "Er wordt besloten.", "De pilot loopt.", "De GGD (de gezondheidsdienst) komt."]
    expected = sorted(each.melding for each in checked(*lines).bevindingen)
    random.Random(1).shuffle(lines)
    assert sorted(each.melding for each in checked(*lines).bevindingen) == expected
    assert len(expected) == 2
