"""The small texts of layouts: lists, dates, times and conditions."""

from datetime import date

import pytest

from speelveld.errors import Source
from speelveld.markup.filters.texts import aantal, alineas, datum, en_lijst, klok, maal
from speelveld.written.tekst import Tekst


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
