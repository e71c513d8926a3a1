"""However the time of a meeting is typed, every paper with times is made, and says the same times."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.options import Options

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
STARTER = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")


def made(folder: Path, time: str, *only: str, tables: int | None = None) -> Built:
    text = STARTER.replace("\nbijeenkomst:\n", f"\nbijeenkomst:\n  datum: 2026-12-03\n  tijd: {time}\n")
    (folder / "casus.yaml").write_text(text, encoding="utf-8")
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=only, previews=False, tables=tables)
    return build(load(folder, "casus.yaml"), options, lambda _: None)


def said(built: Built) -> str:
    texts = [
        run.text for print_ in built.prints for page in print_.pages for laid in page.laid for run in laid.frame.texts()
    ]
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize(
    "time", ["19.30 uur", "19u30", "half acht 's avonds", "van 19:30 tot 21:30 uur", '"Inloop 19:00, start 19:30"']
)
def test_the_times_are_those_of_a_clock(tmp_path: Path, time: str) -> None:
    text = said(made(tmp_path, time, "draaiboek", "klokblad", "spiekkaart", "uitnodiging"))
    assert "van 19:30 tot 21:30 uur" in text
    assert "klaar om" in text
    assert "De tijden tellen vanaf het begin" not in text
    assert not re.search(r"(?<!\d)0:\d\d", text)


def test_what_else_stands_beside_the_time_is_printed_too(tmp_path: Path) -> None:
    text = said(made(tmp_path, '"Inloop 19:00, start 19:30"', "uitnodiging"))
    assert "donderdag 3 december 2026, van 19:30 tot 21:30 uur (Inloop 19:00, start 19:30)." in text


@pytest.mark.parametrize("time", ["van 19:30 tot 21:30 uur", '"Inloop 19:00, van 19:30 tot 21:30 uur"'])
def test_a_paper_never_names_an_end_that_more_tables_have_moved(tmp_path: Path, time: str) -> None:
    text = said(made(tmp_path, time, "draaiboek", "uitnodiging", tables=9))
    end = re.search(r"Het einde is daarom \d+ minuten later: (21:\d\d) uur", text)
    assert end
    assert end[1] > "21:30"
    assert set(re.findall(r"tot (\d\d:\d\d)", text)) == {end[1]}
    assert text.count(f"van 19:30 tot {end[1]} uur") >= 2


def test_a_time_that_cannot_be_read_makes_minutes_and_is_said(tmp_path: Path) -> None:
    built = made(tmp_path, "na het eten", "klokblad", "spiekkaart")
    assert "De tijden tellen vanaf het begin: 0:00 is de start." in said(built)
    assert [problem.message for problem in built.warnings] == [
        "in 'na het eten' is geen begintijd te vinden; de papieren tellen nu minuten vanaf het begin"
    ]


def test_a_day_that_has_been_is_said(tmp_path: Path) -> None:
    text = STARTER.replace("\nbijeenkomst:\n", "\nbijeenkomst:\n  datum: 11 december 2025\n")
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    loaded = load(tmp_path, "casus.yaml")
    for today, message in ((11, []), (12, ["de bijeenkomst is op donderdag 11 december 2025, en die dag is geweest"])):
        options = Options(datetime(2025, 12, today, tzinfo=UTC), only=("klokblad",), previews=False)
        assert [problem.message for problem in build(loaded, options, lambda _: None).warnings] == message
