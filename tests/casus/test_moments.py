"""Days and times are understood as advisers type them, or it is said that they are not."""

from datetime import date
from pathlib import Path

import pytest

from speelveld.casus import load_casus, warnings
from speelveld.woorden.moments import clock, dag, ending_after, tijdstip

ROOT = Path(__file__).resolve().parents[2]
STARTER = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("19:30", "19:30"),
        ("19.30", "19:30"),
        ("19.30 uur", "19:30"),
        ("20 uur", "20:00"),
        ("20.00 uur", "20:00"),
        ("9.30", "9:30"),
        ("13.30", "13:30"),
        ("19u30", "19:30"),
        ("19h30", "19:30"),
        ("19 uur 30", "19:30"),
        ("om 20.00 uur precies", "20:00"),
        ("half acht 's avonds", "19:30"),
        ("’s avonds om half acht", "19:30"),
        ("7 uur 's avonds", "19:00"),
        ("kwart over negen 's ochtends", "9:15"),
        ("tien voor half acht ’s avonds", "19:20"),
        ("half een 's middags", "12:30"),
        ("van 19:30 tot 21:30 uur", "19:30"),
        ("19.30–21.30 uur", "19:30"),
        ("19-21 uur", "19:00"),
        ("van 7 tot 9 uur 's avonds", "19:00"),
        ("Inloop 19:00, start 19:30", "19:30"),
        ("inloop vanaf 19.00 uur en aanvang 19.30 uur", "19:30"),
        ("19:00 inloop, 19:30 start", "19:30"),
        ("Start 19:30, inloop vanaf 19:00", "19:30"),
        ("19:30 uur (inloop 19:00)", "19:30"),
        ("23:59", "23:59"),
        ("0:05", "0:05"),
    ],
)
def test_a_time_begins_when_a_reader_would_say_it_does(text: str, begin: str) -> None:
    found = tijdstip(text)
    assert found is not None
    assert (clock(found.begin), found.guessed) == (begin, False)


@pytest.mark.parametrize("text", ["de hele avond", "na het eten", "24:00", "9:60", "1930", "na 8 december", "acht"])
def test_what_is_no_time_of_a_clock_is_none(text: str) -> None:
    assert tijdstip(text) is None


@pytest.mark.parametrize(("text", "end"), [("van 19:30 tot 21:30 uur", "21:30"), ("19.30 - 21.00 uur", "21:00")])
def test_a_range_has_an_end(text: str, end: str) -> None:
    found = tijdstip(text)
    assert found is not None
    assert found.einde is not None
    assert (clock(found.einde), found.more) == (end, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("van 19:30 tot 21:30 uur", "van 19:30 tot 21:31 uur"),
        ("19.30 - 21.00 uur", "19.30 - 21:31 uur"),
        ("Inloop 19:00, start 19:30", "Inloop 19:00, start 19:30"),
        ("19:30", "19:30"),
        ("van 19:30 tot 21.31 uur, met koffie", "van 19:30 tot 21.31 uur, met koffie"),
        ("na het eten", "na het eten"),
    ],
)
def test_only_an_end_that_is_another_is_written_anew(text: str, said: str) -> None:
    assert ending_after(text, 121) == said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-03", date(2026, 12, 3)),
        ("donderdag 3 december 2026", date(2026, 12, 3)),
        ("Do 3 dec. 2026", date(2026, 12, 3)),
        ("3-12-2026", date(2026, 12, 3)),
        ("10/12/2026", date(2026, 12, 10)),
        ("29 februari 2028", date(2028, 2, 29)),
    ],
)
def test_a_date_in_words_or_numbers_is_that_date(text: str, day: date) -> None:
    found = dag(text)
    assert found is not None
    assert (found.date, found.whole) == (day, True)


@pytest.mark.parametrize("text", ["begin maart", "mei 2026", "donderdag 3 december"])
def test_a_day_without_a_year_stays_a_text(text: str) -> None:
    assert dag(text) is None


def remarks(folder: Path, meeting: str) -> tuple[object, list[tuple[str, str]]]:
    """Return the day of a casus with this `bijeenkomst`, and what is remarked on it, with its line."""
    text = STARTER.replace("\nbijeenkomst:\n", f"\nbijeenkomst:\n  {meeting}\n")
    (folder / "casus.yaml").write_text(text, encoding="utf-8")
    casus = load_casus(folder, "mijn")
    begin = text[: text.index("\nbijeenkomst:\n")].count("\n") + 3
    return casus.bijeenkomst.datum, [
        (f"{problem.source.line - begin if problem.source else ''}", problem.message) for problem in warnings(casus)
    ]


def test_a_weekday_that_is_not_of_its_date_is_said_and_printed_as_it_is_typed(tmp_path: Path) -> None:
    day, said = remarks(tmp_path, "datum: maandag 3 december 2026")
    assert day == "maandag 3 december 2026"
    assert said == [("0", "3 december 2026 is een donderdag, en hier staat maandag")]
    day, said = remarks(tmp_path, "datum: donderdag 3 december 2026")
    assert (day, said) == (date(2026, 12, 3), [])


def test_a_time_that_is_guessed_or_not_found_is_said(tmp_path: Path) -> None:
    assert remarks(tmp_path, "tijd: half acht")[1] == [("0", "'half acht' lezen we als 19:30")]
    assert remarks(tmp_path, "tijd: 7 uur")[1] == [("0", "'7 uur' lezen we als 7:00")]
    assert remarks(tmp_path, "tijd: na het eten")[1] == [
        ("0", "in 'na het eten' is geen begintijd te vinden; de papieren tellen nu minuten vanaf het begin")
    ]
    assert remarks(tmp_path, "tijd: 19.30 uur")[1] == []


def test_an_end_that_is_not_when_the_game_ends_is_said(tmp_path: Path) -> None:
    assert remarks(tmp_path, "tijd: van 19:30 tot 21:30 uur")[1] == []
    assert remarks(tmp_path, "tijd: van 19:30 tot 22:00 uur")[1] == [
        ("0", "van 19:30 tot 22:00 is 150 minuten, en het spel duurt er 120")
    ]


@pytest.mark.parametrize("name", ["Gemeente Voorbeeldstad", "gemeente Voorbeeldstad", "de gemeente  Voorbeeldstad"])
def test_the_word_gemeente_before_the_name_is_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / "casus.yaml").write_text(STARTER.replace("gemeente: Voorbeeldstad", f"gemeente: {name}"), "utf-8")
    casus = load_casus(tmp_path, "mijn")
    assert casus.gemeente == "Voorbeeldstad"
    (said,) = warnings(casus)
    assert said.hint == "schrijf alleen de naam: gemeente: Voorbeeldstad"


def test_a_name_that_only_begins_like_it_stays(tmp_path: Path) -> None:
    text = STARTER.replace("gemeente: Voorbeeldstad", "gemeente: Gemeentewerken Rijn")
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    assert load_casus(tmp_path, "mijn").gemeente == "Gemeentewerken Rijn"
