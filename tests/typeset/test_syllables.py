"""Words break where pyphen breaks them, in every language it knows, though its patterns are read another way."""

import re
from itertools import pairwise
from pathlib import Path

import pyphen
import pytest

from speelveld.typeset.syllables import Patterns, patterns

ROOT = Path(__file__).resolve().parents[2]
OWN_WORDS = sorted(
    {
        word
        for path in (ROOT / "decks").rglob("*.yaml")
        for word in re.findall(r"[^\W\d_]{7,}", path.read_text(encoding="utf-8"))
    }
)


def by_pyphen(word: str, lang: str) -> list[int]:
    """Return the breaks that keep the spelling."""
    known = pyphen.Pyphen(lang=lang, left=1, right=1)
    return [int(point) for point in known.hd.positions(word) if not point.data]


def known(lang: str) -> Patterns:
    found = patterns(lang)
    assert found is not None
    return found


def test_the_words_of_all_casussen_break_as_with_pyphen() -> None:
    assert len(OWN_WORDS) > 2000
    ours = known("nl-NL")
    assert [word for word in OWN_WORDS if list(ours.positions(word)) != by_pyphen(word, "nl_NL")] == []


@pytest.mark.parametrize("lang", sorted(lang for lang in pyphen.LANGUAGES if "_" in lang))
def test_words_made_of_patterns_break_as_with_pyphen(lang: str) -> None:
    keys = [key.strip(".") for key in list(pyphen.Pyphen(lang=lang).hd.patterns)[::97]]
    words = [first + last for first, last in pairwise(keys)]
    ours = known(lang)
    assert [word for word in words if list(ours.positions(word)) != by_pyphen(word, lang)] == []


@pytest.mark.parametrize("lang", ["nl", "NL", "nl-BE", "en", "en-GB", "de-1996", "sr-Latn", "tr", "fy", "xx-YY"])
def test_a_language_has_the_patterns_of_pyphen_or_none(lang: str) -> None:
    fallback = pyphen.language_fallback(lang)
    assert (patterns(lang) is None) == (fallback is None)
    if fallback is not None:
        word = "understandinggemeentehuis"
        assert list(known(lang).positions(word)) == by_pyphen(word, fallback)


def test_a_break_that_changes_the_spelling_is_none() -> None:
    word = "asszonnyal"  # Hungarian breaks it as asz-szony-nyal
    assert any(point.data for point in pyphen.Pyphen(lang="hu_HU").hd.positions(word))
    assert list(known("hu").positions(word)) == by_pyphen(word, "hu_HU")
