"""Figures are equally wide in a table and where a number stands by itself, and as the font has them in a sentence."""

from collections.abc import Callable

import pytest

from speelveld.typeset import FontFiles, Frame, SetFaces
from tests.makers.fonts import Made, advance, family_of, font_bytes

LOOSE = Made(figures="loose")


@pytest.fixture
def frame(set_kind: Callable[..., SetFaces]) -> Callable[[str], Frame]:
    """Return the one card of a layout, in a font whose figures are 300 to 480 wide."""

    def made(inside: str) -> Frame:
        source = f'<card w="240pt" h="240pt" title="x">{inside}</card>'
        return set_kind(source, [{}], metrics=FontFiles(family_of(font_bytes(LOOSE)))).frames[0][0]

    return made


def widths(frame: Frame) -> list[float]:
    """Return how wide each text is, in thousandths of an em."""
    return [round(run.width / run.size * 1000, 3) for run in frame.texts()]


def test_in_a_sentence_figures_are_as_the_font_has_them(frame: Callable[[str], Frame]) -> None:
    one = sum(advance(sign, LOOSE) for sign in "jaar 10")
    assert widths(frame('<text x="20pt" y="20pt" w="200pt">jaar 10</text>')) == [one]


@pytest.mark.parametrize("number", ["10", "+1", "0–10", "19:30", "50%", "1.250,50"])
def test_a_number_by_itself_has_figures_of_one_width(frame: Callable[[str], Frame], number: str) -> None:
    wide = sum(480 if sign.isdigit() else advance(sign, LOOSE) for sign in number)
    assert widths(frame(f'<text x="20pt" y="20pt" w="200pt">{number}</text>')) == [wide]


def test_in_a_table_all_figures_are_equally_wide(frame: Callable[[str], Frame]) -> None:
    cells = "".join(f"<tr><td>ja {year}</td></tr>" for year in ("1110", "2022"))
    table = f'<table x="20pt" y="20pt" w="200pt" columns="1fr">{cells}</table>'
    assert len(set(widths(frame(table)))) == 1


def test_behind_a_table_figures_are_as_they_were(frame: Callable[[str], Frame]) -> None:
    table = '<table columns="1fr"><tr><td>ja 10</td></tr></table>'
    both = frame(f'<stack x="20pt" y="20pt" w="200pt">{table}<text>jaar 10</text></stack>')
    assert widths(both)[1] == sum(advance(sign, LOOSE) for sign in "jaar 10")
