"""Flesch-Douma: the published formula, only for texts long enough, as a figure and in words."""

from collections.abc import Callable

import pytest

from speelveld.build.checking import WordCheck, reading_line
from speelveld.taal.reading import LEAST_WORDS, flesch_douma, reading
from speelveld.taal.sentences import sentences
from tests.makers.casussen import PLAIN
from tests.taal.plain import checked

EASY = "De man loopt naar de bus. Hij wacht een uur in de kou. Dan gaat hij weer naar huis. "
HARD = (
    "Gemeentelijke beleidsmedewerkers beoordelen bezwaarschriften betreffende bijzondere bijstandsverlening. "
    "Verantwoordelijke bestuurders organiseren informatiebijeenkomsten. "
)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # One word of one syllable in each sentence: 206.835 - 0.93 - 77 = 128.905.
        ("Ja. " * 4, 129),
        # Twenty words of one syllable in one sentence: 206.835 - 18.6 - 77 = 111.235; English would give 109.5.
        ("De man loopt met zijn hond in het bos en de kou en hij ziet daar een vos en lacht.", 111),
        # Forty: 206.835 - 37.2 - 77 = 92.635; English would give 89.2.
        (("en de man loopt in het bos en lacht dan " * 4).strip() + ".", 93),
        # One sentence of five words and ten syllables: 206.835 - 4.65 - 154 = 48.185.
        ("Gemeenten verdelen samen het geld.", 48),
    ],
)
def test_the_figure_is_that_of_the_published_formula(text: str, figure: int) -> None:
    assert flesch_douma(list(sentences(text))) == figure


@pytest.mark.parametrize(
    ("score", "words"),
    [
        *((120, "heel makkelijk"), (90, "heel makkelijk"), (89, "makkelijk"), (70, "vrij makkelijk"), (60, "gewoon")),
        *((59, "vrij moeilijk"), (30, "moeilijk"), (29, "heel moeilijk"), (-500, "heel moeilijk")),
    ],
)
def test_a_figure_is_read_in_words(score: int, words: str) -> None:
    assert reading(score) == words


def test_a_short_text_has_no_figure() -> None:
    words = "woord " * (LEAST_WORDS - 1)
    assert checked(words).leesbaarheid == ()
    assert len(checked(words + "woord").leesbaarheid) == 1


def test_an_easy_text_is_told_and_a_hard_one_is_remarked_upon(check: Callable[[str], WordCheck]) -> None:
    easy = check(PLAIN.replace("De meesten wonen thuis.", EASY * 7))
    assert easy.casus == ()
    assert [reading_line(each) for each in easy.leesbaarheid] == [
        "Leesbaarheid van 'verhaal': 124 punten, heel makkelijk (Flesch-Douma, over 133 woorden)."
    ]
    hard = check(PLAIN.replace("De meesten wonen thuis.", HARD * 10))
    said = [each.problem for each in hard.casus if each.controle == "leesbaarheid"]
    assert [f"{problem.source}: {problem.message}" for problem in said] == [
        "x.yaml:5:10: leesbaarheid in 'verhaal': deze tekst leest heel moeilijk: -176 punten (Flesch-Douma)"
    ]
    assert said[0].hint == "gebruik kortere zinnen en kortere woorden; 60 punten of meer leest gewoon"
