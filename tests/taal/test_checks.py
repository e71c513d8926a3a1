"""Real and made sentences, right and wrong: a table for each check, and what is said of every line in it."""

from pathlib import Path

import pytest

from speelveld.taal import Bevinding, Uitkomst, lint
from speelveld.taal.reading import syllables
from speelveld.taal.sentences import sentences
from tests.taal.plain import KNOWN, checked, tekst


def table(name: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.partition("⇒") for line in lines if line and not line.startswith("# ")]
    assert all(arrow for _, arrow, _ in rows), f"{name}.txt: a line without ⇒"
    return [(text.strip().replace("\\n", "\n"), said.strip()) for text, _, said in rows]


def of(check: str, outcome: Uitkomst) -> list[Bevinding]:
    return [found for found in outcome.bevindingen if found.controle == check]


TABLES = ["lange_zinnen", "jargon", "lijdende_vorm", "afkortingen", "vragen", "lettergrepen"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_right_and_wrong(name: str) -> None:
    rows = table(name)
    assert len(rows) >= 9
    assert len({text for text, _ in rows}) == len(rows)
    assert len({said for _, said in rows}) > 2


@pytest.mark.parametrize(("text", "said"), table("lange_zinnen"))
def test_a_text_is_cut_into_sentences(text: str, said: str) -> None:
    assert " ".join(str(len(words)) for words in sentences(text)) == said


@pytest.mark.parametrize(("text", "said"), table("jargon"))
def test_jargon_is_found_with_its_replacement(text: str, said: str) -> None:
    found = of("jargon", checked(text))
    assert "; ".join(f"{each.woorden}: {each.suggestie.removeprefix('schrijf liever: ')}" for each in found) == said


@pytest.mark.parametrize(("text", "said"), table("lijdende_vorm"))
def test_a_passive_without_a_doer_is_found(text: str, said: str) -> None:
    assert "; ".join(each.woorden for each in of("lijdende-vorm", checked(text))) == said


@pytest.mark.parametrize(("text", "said"), table("afkortingen"))
def test_an_abbreviation_without_explanation_is_found(text: str, said: str) -> None:
    found = of("afkorting", checked(*text.split("|")))
    meant = [(each.woorden, each.suggestie.partition("(")[2].removesuffix(")")) for each in found]
    assert "; ".join(f"{short}: {meaning}" for short, meaning in meant) == said


@pytest.mark.parametrize(("text", "said"), table("vragen"))
def test_a_question_begins_with_the_formula(text: str, said: str) -> None:
    found = of("vraag", lint([], KNOWN, [tekst(text)]))
    assert "; ".join(each.suggestie.removeprefix("schrijf: ") for each in found) == said


@pytest.mark.parametrize(("word", "said"), table("lettergrepen"))
def test_syllables_are_counted_as_a_word_is_spoken(word: str, said: str) -> None:
    assert str(syllables(word)) == said
