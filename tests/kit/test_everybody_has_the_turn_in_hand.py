"""Each player holds a card with the turn on it: the numbers of the rules, in letters that a table can read."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.options import Options
from speelveld.pages import Print
from speelveld.typeset import Frame
from tests.makers.kits import CASUSSEN, DATE, ROOT

pytestmark = pytest.mark.slow

OPTIONS = Options(DATE, previews=False, only=("hulpkaarten",))


def made(folder: Path, **changes: object) -> Built:
    options = replace(OPTIONS, **changes)  # type: ignore[arg-type]
    return build(load(folder, "casus.yaml"), options, lambda _: None)


def cards(print_: Print) -> list[Frame]:
    return [laid.frame for page in print_.pages for laid in page.laid if laid.frame.title.startswith("Hulpkaart")]


def sides(folder: Path, **changes: object) -> tuple[Frame, Frame]:
    frames = {frame.title: frame for frame in cards(made(folder, **changes).prints[0])}
    return frames["Hulpkaart: een beurt"], frames["Hulpkaart: tekens en einde"]


def said(frame: Frame) -> str:
    return " ".join(" ".join(run.text for run in frame.texts()).split())


def test_there_is_one_for_everybody_who_fits_at_a_table() -> None:
    print_ = made(ROOT / "decks" / "nieuw").prints[0]
    most = load(ROOT / "decks" / "nieuw", "nieuw").rules.spelers_tot
    assert print_.parts[0].cards == most
    fronts = [frame for frame in cards(print_) if "beurt" in frame.title]
    assert len(fronts) >= most
    assert print_.parts[0].sheets == 1


@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_front_is_the_turn_by_the_numbers_of_the_rules(casus: str) -> None:
    front, _ = sides(ROOT / "decks" / casus)
    numbers = [run.text.strip() for run in front.texts() if re.fullmatch(r"1\d", run.text.strip())]
    assert numbers == ["11", "12", "13", "14", "15", "16"]


@pytest.mark.parametrize("casus", CASUSSEN)
def test_all_words_on_it_are_twelve_points_or_more(casus: str) -> None:
    for frame in sides(ROOT / "decks" / casus):
        # The letters in the signs of kans and uitdaging are parts of a sign.
        assert {run.text for run in frame.texts() if run.size < 12 and run.text.strip()} <= {"K", "U"}


def test_the_back_says_what_counts_at_the_end() -> None:
    rules = load(ROOT / "decks" / "nieuw", "nieuw").rules
    _, back = sides(ROOT / "decks" / "nieuw")
    assert f"Met steun {rules.gedragen_steun} en regie {rules.gedragen_regie} of meer ook gedragen" in said(back)
    assert all(name in said(back) for name in ("geld", "tijd", "steun", "regie", "stappen", "kennis", *rules.groepen))


def test_it_lies_in_no_box() -> None:
    titles = [frame.title for print_ in made(ROOT / "decks" / "nieuw", only=("doosjes",)).prints
              for page in print_.pages for frame in (laid.frame for laid in page.laid)]  # fmt: skip
    assert len(titles) >= 5
    assert not any("ulpkaart" in title for title in titles)


def test_the_words_of_the_casus_stand_on_it(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    words = "woorden:\n  steun: {woord: draagvlak, lidwoord: het}\n  regie: {woord: initiatief, lidwoord: het}\n"
    path.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8")
    front, back = sides(new_casus)
    assert "Draagvlak 2 of lager" in said(front)
    assert "initiatief" in said(back)
    assert "steun" not in said(front) + said(back)
