"""How many tables there are for a number of people, and how many people for a number of tables."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.options import Options

DATE = datetime(2026, 1, 1, tzinfo=UTC)


def meeting(casus: Path, tables: int | None = None, people: int | None = None) -> tuple[int, int]:
    options = Options(DATE, tables=tables, participants=people, only=("telblad",), previews=False)
    built = build(load(casus, casus.name), options, lambda _: None)
    return built.tables, built.participants


# A table is full with six; the seventh person takes a second one.
@pytest.mark.parametrize(("people", "tables"), [(1, 1), (5, 1), (6, 1), (7, 2), (12, 2), (13, 3), (18, 3), (19, 4)])
def test_tables_follow_from_people_and_nobody_is_left_over(new_casus: Path, people: int, tables: int) -> None:
    assert meeting(new_casus, people=people) == (tables, people)


@pytest.mark.parametrize(("tables", "people"), [(1, 6), (2, 12), (12, 72)])
def test_people_follow_from_tables_and_every_table_is_full(new_casus: Path, tables: int, people: int) -> None:
    assert meeting(new_casus, tables=tables) == (tables, people)


def test_who_says_both_gets_both(new_casus: Path) -> None:
    assert meeting(new_casus, tables=2, people=15) == (2, 15)


def test_the_command_line_goes_before_the_casus(new_casus: Path) -> None:
    file = new_casus / "casus.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  tafels: 1\n", "  tafels: 5\n  deelnemers: 25\n"), encoding="utf-8")
    assert meeting(new_casus) == (5, 25)
    assert meeting(new_casus, people=13) == (3, 13)
    assert meeting(new_casus, tables=2) == (2, 12)
