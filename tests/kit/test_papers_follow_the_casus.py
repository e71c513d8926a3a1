"""The papers of the spelleider are of this casus: its opgaven, its length, its number of tables."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from speelveld.build.pipeline import build, load
from speelveld.options import Options

OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC))


def words(folder: Path, name: str, options: Options = OPTIONS) -> str:
    built = build(load(folder, "casus.yaml"), replace(options, only=(name,)), lambda _: None)
    frames = [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]
    return " ".join(run.text.strip() for frame in frames for run in frame.texts())


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "casus.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_draaiboek_names_the_opgaven_of_the_casus(new_casus: Path) -> None:
    before = words(new_casus, "draaiboek")
    assert "Samen op de fiets" in before
    change(new_casus, "titel: Samen op de fiets", "titel: Lopen met de buren")
    after = words(new_casus, "draaiboek")
    assert "Lopen met de buren" in after
    assert "Samen op de fiets" not in after


def test_the_draaiboek_follows_the_length_of_the_meeting(new_casus: Path) -> None:
    long = words(new_casus, "draaiboek")
    change(new_casus, "duur: 120", "duur: 90")
    short = words(new_casus, "draaiboek")
    assert "2:00" in long
    assert "1:30" in short
    assert "2:00" not in short
    assert "5 minuten, klaar na 0:40" in long
    assert "3 minuten, klaar na 0:28" in short


def test_the_draaiboek_tells_the_time_of_day_where_it_is_known(new_casus: Path) -> None:
    change(new_casus, "  duur: 120", '  duur: 120\n  tijd: "19:30"')
    found = words(new_casus, "draaiboek")
    assert "19:30" in found
    assert "21:30" in found


def test_the_counts_follow_the_number_of_tables(new_casus: Path) -> None:
    one = words(new_casus, "draaiboek", replace(OPTIONS, tables=1))
    five = words(new_casus, "draaiboek", replace(OPTIONS, tables=5))
    assert "5 tafels" in five
    assert "5 tafels" not in one
    assert "30 deelnemers" in five


def test_the_rules_on_paper_are_those_of_the_casus(new_casus: Path) -> None:
    change(new_casus, "#  geld: 15\n#  tijd: 8", "  geld: 11\n  tijd: 9")
    found = words(new_casus, "spelregels")
    assert "11 geldfiches" in found
    assert "15 geldfiches" not in found


def test_cards_that_are_left_out_or_replaced_are_gone_from_every_paper(new_casus: Path) -> None:
    assert "Strenger toezicht" in words(new_casus, "kaartenoverzicht")
    change(new_casus, "#weglaten: [strenger-toezicht]", "weglaten: [strenger-toezicht]")
    assert "Strenger toezicht" not in words(new_casus, "kaartenoverzicht")
