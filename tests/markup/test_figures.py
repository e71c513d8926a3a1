"""The figure a sentence is about is found, with what softens it; what is beside the point is never shown large."""

from types import SimpleNamespace

import pytest

from speelveld.errors import Source
from speelveld.markup.filters.figures import kerngetal
from speelveld.written.tekst import Tekst


def found(text: str, getal: str | None = None) -> str:
    """Return the parts of the figure, with a bar between them; nothing without one."""
    figure = kerngetal(SimpleNamespace(tekst=text, getal=getal))
    return "" if figure is None else "|".join(figure)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zij zorgen gemiddeld 37 uur per week.", "|37|uur"),
        ("Een op de acht voelt zich zwaar belast.", "|Een op de acht|"),
        ("In een op de vijf buurten sloot iets.", "|een op de vijf|buurten"),
        ("Dat gold voor 1 op 8 mensen.", "|1 op 8|mensen"),
        ("Er moest € 1,25 miljoen af.", "|€ 1,25 miljoen|"),
        ("Zutphen gaf ruim € 6 miljoen.", "ruim|€ 6 miljoen|"),
        ("Een buurt kreeg € 5.000 in een jaar.", "|€ 5.000|"),
        ("Bijna 10 procent voelde zich eenzaam.", "Bijna|10|procent"),
        ("In Nederland woonden 3,3 miljoen mensen alleen.", "|3,3|miljoen mensen"),
        ("In ruim de helft van 10.000 buurten werd het verder.", "ruim|de helft|"),
        ("Driekwart huurt, en 8 procent heeft een koophuis.", "|Driekwart|"),
        ("Nog een miljoen huishoudens verdient net iets meer.", "|een miljoen|huishoudens"),
        ("De huur ging 4,5 procent omhoog.", "|4,5|procent"),
        ("Er kwamen 50 ingevulde lijsten terug.", "|50|"),
        ("Er waren 12% minder plannen.", "|12|%"),
        ("Het waren er 331.000. Toen kwam er een toeslag.", "|331.000|"),
    ],
)
def test_the_first_figure_of_a_sentence_is_the_one(text: str, said: str) -> None:
    assert found(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # Years and dates.
        ("Op 1 januari 2026 hadden 98 van de 342 gemeenten genoeg huizen.", "|98 van de 342|gemeenten"),
        ("Van 2014 tot halverwege 2024 kregen ruim 280.000 mensen een huis.", "ruim|280.000|mensen"),
        ("Zutphen mag zich sinds 2022 zo noemen.", ""),
        # How many were asked, and ages.
        ("Van 120 dossiers voldeed 8 procent aan de voorwaarden.", "|8|procent"),
        ("Van de 126 gemeenten bezocht meer dan een kwart elk jaar 75-plussers.", "meer dan|een kwart|"),
        ("Van de 18- tot 25-jarigen had 12,2 procent een lening.", "|12,2|procent"),
        ("Mensen vanaf 15 jaar telden mee, en dat was 30 procent.", "|30|procent"),
        # Small numbers in words say little large.
        ("Amsterdam heeft zeven stadsdelen.", ""),
        ("Wie zes jaar subsidie wilde, had weinig tijd.", ""),
        ("Elke week melden zich groepen.", ""),
        # Parts of words and of other numbers.
        ("De A12 en de PC4 staan op kaart 3b.", ""),
    ],
)
def test_what_is_beside_the_point_is_passed_over(text: str, said: str) -> None:
    assert found(text) == said


@pytest.mark.parametrize(
    ("getal", "said"),
    [
        ("37 uur", "|37|uur"),
        ("meer dan 10.000 ongelukken", "meer dan|10.000|ongelukken"),
        ("ruim een jaar", "|ruim een jaar|"),
        ("geen", ""),
        ("Geen", ""),
    ],
)
def test_an_author_may_choose_the_figure_or_none(getal: str, said: str) -> None:
    assert found("Binnen 150 meter waren er ongelukken.", getal) == said


def test_a_figure_keeps_the_place_of_its_sentence() -> None:
    text = Tekst("Zij zorgen 37 uur.", Source("casus.yaml", 4, 9), "cijfers, tekst")
    figure = kerngetal(SimpleNamespace(tekst=text, getal=None))
    assert figure is not None
    assert [part.source for part in figure if isinstance(part, Tekst)] == [text.source] * 3
