"""Figures stand on one line, whatever a font does by itself, and are equally wide in tables and by themselves."""

import string

import pytest

from speelveld.fonts import drawn_font
from speelveld.typeset import FontFiles
from tests.fonts.test_fonts_of_any_kind import sides
from tests.makers.fonts import DEEP, Made, advance, family_of, font_bytes

DIGITS = string.digits


def bottoms(data: bytes) -> set[int]:
    """Return where the figures of a font begin, from their line."""
    found = [sides(data, digit)[1] for digit in DIGITS]
    return {seen[1] for seen in found if seen}


def test_old_figures_are_seen_by_what_looks_for_them() -> None:
    assert bottoms(font_bytes(Made(figures="old"))) == {0, -200}


@pytest.mark.parametrize("cubic", [False, True], ids=["ttf", "otf"])
def test_a_font_with_old_figures_is_drawn_with_those_on_one_line(cubic: bool) -> None:
    font = drawn_font(font_bytes(Made(figures="old", features="lnum", cubic=cubic)), "gewoon")
    assert not font.old_figures
    assert bottoms(font.data) == {0}


def test_a_font_with_nothing_but_old_figures_leaves_them_to_another() -> None:
    data = font_bytes(Made(figures="old"))
    assert drawn_font(data, "gewoon").old_figures
    assert FontFiles(family_of(data)).borrowed(f"{DEEP}01268 a", "gewoon") == set(DIGITS)


def widths(made: Made, *, table: bool) -> list[float]:
    """Return how wide each figure is, in thousandths of an em."""
    metrics = FontFiles(family_of(font_bytes(made)))
    face = metrics.tabular("gewoon") if table else "gewoon"
    return [round(metrics.measure(digit, face).width * 1000) for digit in DIGITS]


def test_figures_of_a_sentence_are_as_wide_as_the_font_has_them() -> None:
    loose = Made(figures="loose", features="tnum")
    assert widths(loose, table=False) == [advance(digit, loose) for digit in DIGITS]


@pytest.mark.parametrize(
    ("made", "wide"),
    [
        (Made(), 500),
        (Made(figures="loose", features="tnum"), 600),
        (Made(figures="old", features="lnum tnum"), 600),
        # Without figures of one width each is set in the middle of as much as the widest takes.
        (Made(figures="loose"), 480),
        (Made(figures="loose", cubic=True), 480),
    ],
    ids=["even by itself", "tnum", "lnum and tnum", "none", "none, otf"],
)
def test_figures_of_a_table_are_equally_wide(made: Made, wide: int) -> None:
    assert widths(made, table=True) == [wide] * 10


def test_a_figure_that_is_made_wider_stands_in_the_middle() -> None:
    font = drawn_font(font_bytes(Made(figures="loose")), "gewoon")
    assert font.tabular is not None
    # '0' is 300 wide with a box from 50 to 250, and '9' 480.
    assert sides(font.tabular, "0") == (480, (50 + 90, 0, 250 + 90, 700))
    assert sides(font.tabular, "a") == sides(font.data, "a")


def test_a_font_with_figures_of_one_width_is_one_file() -> None:
    assert drawn_font(font_bytes(), "gewoon").tabular is None
