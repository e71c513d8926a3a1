"""The small texts of layouts: lists, dates, times and conditions."""

from datetime import date
from types import SimpleNamespace

import pytest

from speelveld.errors import KitError, Source
from speelveld.markup.filters.texts import aantal, alineas, datum, en_lijst, klok, maal, teken, telwoord, voorwaarde
from speelveld.written.tekst import Tekst
from tests.markup.conftest import Fill


def in_card(inside: str) -> str:
    return f'<card w="95mm" h="134mm" title="x">{inside}</card>'


@pytest.mark.parametrize(
    ("start", "said"),
    [("19:30", "20:18"), ("19.30 uur", "20:18"), ("9.30", "10:18"), ("20 uur", "20:48"), ("'s avonds", "0:48")],
)
def test_a_minute_of_the_meeting_is_a_time_of_day_where_that_is_known(start: str, said: str) -> None:
    assert klok(48, start) == said


def test_a_meeting_may_end_after_midnight() -> None:
    assert klok(120, "23:00") == "1:00"


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_a_list_ends_with_en(words: list[str], said: str) -> None:
    assert en_lijst(words) == said


def test_what_an_author_wrote_keeps_its_place_in_a_list_and_with_a_capital(fill: Fill) -> None:
    source = Source("casus.yaml", 4, 3)
    names = [Tekst(name, source, "naam") for name in ("de wijk & co", "het plein")]
    node = fill(in_card("<text>{{ n|en_lijst }}</text><text>{{ n[0]|hoofdletter }}</text>"), n=names)
    first, second = node.children
    assert (first.text, second.text) == ("de wijk & co en het plein", "De wijk & co")
    assert [piece.origin and piece.origin.source for piece in first.pieces] == [source, None, source]
    assert [piece.origin and piece.origin.source for piece in second.pieces] == [source]


def test_a_date_is_written_out_and_other_words_stay() -> None:
    assert datum(date(2026, 12, 3)) == "donderdag 3 december 2026"
    assert datum("de eerste week van mei") == "de eerste week van mei"


def test_one_table_is_not_tables() -> None:
    assert [aantal(number, "tafel", "tafels") for number in (0, 1, 2)] == ["0 tafels", "1 tafel", "2 tafels"]


def test_paragraphs_stand_between_empty_lines_and_keep_their_place() -> None:
    source = Source("casus.yaml", 4, 3)
    found = alineas(Tekst("Een.\nTwee.\n\n\n\nDrie.\n", source, "verhaal"))
    assert found == ["Een. Twee.", "Drie."]
    assert [getattr(part, "source", None) for part in found] == [source, source]


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("€ 10.000", "€ 190.000"),
        ("€ 500", "€ 9.500"),
        ("1.000.000 euro", "19.000.000 euro"),
        ("€ 10.000 per jaar", ""),
        ("€ 7,50", ""),
        ("een dag werk", ""),
    ],
)
def test_fiches_of_an_amount_add_up_and_other_fiches_do_not(amount: str, said: str) -> None:
    assert maal(amount, 19) == said


def test_a_time_of_day_is_one_that_a_clock_shows() -> None:
    assert [klok(0, start) for start in ("23:59", "24:00", "9:60", "0:05")] == ["23:59", "0:00", "0:00", "0:05"]
    assert [klok(minutes) for minutes in (0, 59, 60, 600)] == ["0:00", "0:59", "1:00", "10:00"]


def test_numbers_are_words_from_nul_to_twintig() -> None:
    assert [telwoord(number) for number in (-1, 0, 1, 20, 21)] == ["-1", "nul", "één", "twintig", "21"]


def test_what_is_gained_and_lost_has_a_sign_and_nothing_has_none() -> None:
    assert [teken(number) for number in (-10, -1, 0, 1)] == ["\N{MINUS SIGN}10", "\N{MINUS SIGN}1", "0", "+1"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"regie": 3}, "regie 3 of meer"),
        ({"regie": 0}, "regie 0 of meer"),
        ({"groep": "inwoners"}, "een rol uit de groep inwoners"),
        ({"kracht": "tijd"}, "een rol met kracht tijd"),
    ],
)
def test_a_way_out_says_what_it_asks_for(asked: dict[str, object], said: str) -> None:
    assert voorwaarde(SimpleNamespace(**{"regie": None, "groep": None, "kracht": None, **asked})) == said


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("{{ (2 / 3)|round(2) }}", "0.67"),
        ("{{ (2 / 3)|round(9) }} {{ (2 / 3)|round(10) }}", "0.666666667 0.6666666667"),
        ("{{ (2 / 3)|round(11) }}", "0.6666666667"),
        ("{{ 1250|round(-2) }}", "1200"),
        ("{{ [1, 2, 3]|batch(2)|list }}", "[[1, 2], [3]]"),
        ("{{ [1, 2, 3]|batch(2, 0)|list }}", "[[1, 2], [3, 0]]"),
        ("{{ [1, 2]|batch(0)|list }}", "[[1], [2]]"),
        ("{{ ['a', 1, 'b']|join('-') }}", "a-1-b"),
        ("{{ 'aaa'|replace('a', 'bc', 2) }}", "bcbca"),
    ],
)
def test_filters_of_jinja_do_what_jinja_says(fill: Fill, layout: str, said: str) -> None:
    assert fill(in_card(f"<text>{layout}</text>")).children[0].text == said


@pytest.mark.parametrize("layout", ["{{ 'aa'|replace('a', b)|length }}", "{{ [b, b]|join|length }}"])
@pytest.mark.parametrize(("length", "made"), [(500_000, True), (500_001, False)])
def test_a_filter_makes_a_text_of_a_million_letters_and_none_longer(
    fill: Fill, layout: str, length: int, made: bool
) -> None:
    text = in_card(f"<text>{layout}</text>")
    if made:
        assert fill(text, b="b" * length).children[0].text == "1000000"
    else:
        with pytest.raises(KitError, match="veel te groot"):
            fill(text, b="b" * length)
