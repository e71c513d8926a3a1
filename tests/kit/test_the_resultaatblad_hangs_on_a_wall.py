"""The first page of the resultaatblad is a poster: large to write on, without names, and as good on A3."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.options import Options
from speelveld.typeset import Frame, Group, Item, Shape
from speelveld.units import mm
from tests.kit.widefont import usual, write_wide
from tests.makers.kits import CASUSSEN, DATE, ROOT

pytestmark = pytest.mark.slow

OPTIONS = Options(DATE, previews=False, only=("resultaatblad",))
# Room to write between two lines by hand.
HAND = mm(8)


def pages(folder: Path, **changes: object) -> list[Frame]:
    built = build(load(folder, "casus.yaml"), replace(OPTIONS, **changes), lambda _: None)  # type: ignore[arg-type]
    return [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]


def said(frame: Frame) -> str:
    return " ".join(" ".join(run.text for run in frame.texts()).split())


def shapes(items: Iterable[Item]) -> Iterator[Shape]:
    for item in items:
        if isinstance(item, Group):
            yield from shapes(item.items)
        elif isinstance(item, Shape):
            yield item


def level(frame: Frame, least: float) -> list[float]:
    """Return how far down each level line lies that is at least so long, and no edge."""
    found = []
    for shape in shapes(frame.items):
        box = shape.path.bounds
        if shape.stroke and not shape.fill and box.height < 0.1 and box.width > least:
            found.append(box.y)
    return sorted(found)


@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_sentence_of_the_opgave_has_three_lines_in_the_colour_of_the_house(casus: str) -> None:
    poster = pages(ROOT / "decks" / casus)[0]
    (sentence,) = [run for run in poster.texts() if run.text.startswith("Hoe zorgen we samen dat")]
    assert sentence.size >= 20
    band = max(
        (s for s in shapes(poster.items) if s.fill and s.fill.name == "huis"), key=lambda s: s.path.bounds.height
    )
    box = band.path.bounds
    assert box.x <= sentence.x
    lines = [y for y in level(poster, mm(140)) if box.y < y < box.bottom]
    assert len(lines) == 3
    assert all(below - above >= HAND for above, below in pairwise(lines))


WORDS = """
woorden:
  opgave: {woord: vraagstuk, lidwoord: het, meervoud: vraagstukken}
  gemeente: {woord: woningcorporatie, lidwoord: de, meervoud: woningcorporaties}
"""
WIDE = "\nhuisstijl:\n  lettertype: {gewoon: gewoon.ttf, vet: vet.ttf}\n"


@pytest.mark.parametrize("day", ["", "\n  datum: 2026-09-23"])
@pytest.mark.parametrize(("head", "more"), [("onze opgave", ""), ("ons vraagstuk", WORDS), ("onze opgave", WIDE)])
def test_no_head_breaks_and_both_questions_have_as_many_lines(tmp_path: Path, head: str, more: str, day: str) -> None:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    text = text.replace("\nbijeenkomst:", f"\nbijeenkomst:{day}", 1)
    (tmp_path / "casus.yaml").write_text(text + more, encoding="utf-8")
    for face in ("gewoon", "vet"):
        write_wide(usual(face), tmp_path / f"{face}.ttf", 1.125, 1.09)
    poster = pages(tmp_path)[0]
    heads = [run.text.strip() for run in poster.texts() if run.text.startswith(("Resultaatblad:", "Hoe zorgen we"))]
    assert heads == [f"Resultaatblad: {head}", "Hoe zorgen we samen dat …"]
    (question,) = [run.baseline for run in poster.texts() if run.text.startswith("Wat vragen wij aan")]
    (answer,) = [run.baseline for run in poster.texts() if run.text.startswith("Wat er nu mee gebeurt")]
    below = [
        shape.path.bounds
        for shape in shapes(poster.items)
        if shape.stroke and shape.stroke.name == "grijs" and shape.path.bounds.height < 0.1
        if question < shape.path.bounds.y < answer
    ]
    left = sorted(box.y for box in below if box.x < mm(100))
    assert left == sorted(box.y for box in below if box.x >= mm(100))
    assert left


@pytest.mark.parametrize("casus", CASUSSEN)
def test_everybody_in_the_dreamteam_is_a_figure_with_room_for_a_name(casus: str) -> None:
    loaded = load(ROOT / "decks" / casus, casus)
    poster = pages(ROOT / "decks" / casus)[0]
    heads = [
        shape.path.bounds
        for shape in shapes(poster.items)
        if shape.fill and shape.fill.name == "huis-licht" and abs(shape.path.bounds.width - mm(9.2)) < 0.1
    ]
    assert len(heads) == loaded.rules.dreamteam
    assert all(right.x - left.right > 0 for left, right in pairwise(heads))


@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_road_has_a_step_for_every_aanpak(casus: str) -> None:
    rules = load(ROOT / "decks" / casus, casus).rules
    poster = pages(ROOT / "decks" / casus)[0]
    steps = [run.text.strip() for run in poster.texts() if run.size == 18 and re.fullmatch(r"\d", run.text.strip())]
    assert steps == [str(number + 1) for number in range(rules.aanpakken)]


def test_names_stay_off_the_poster() -> None:
    poster, agreements = pages(ROOT / "decks" / "nieuw")
    assert "Schrijf er geen namen op." in said(poster)
    assert "Wie doet wat" not in said(poster)
    assert "Wie doet wat, en wanneer?" in said(agreements)


def test_an_outcome_that_takes_more_words_still_fits(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    text = path.read_text(encoding="utf-8")
    long = "Het college leest dit blad en antwoordt binnen zes weken aan iedereen die meedeed. " * 6
    path.write_text(re.sub(r"(  uitkomst: )[^\n]*(?:\n    [^\n]*)*", rf"\g<1>{long}", text), encoding="utf-8")
    assert len(pages(new_casus)) == 2


@pytest.mark.parametrize("low_ink", [False, True])
def test_the_road_and_the_meter_are_seen_with_little_ink_too(low_ink: bool) -> None:
    poster = pages(ROOT / "decks" / "nieuw", low_ink=low_ink)[0]
    road = [s for s in shapes(poster.items) if s.stroke and not s.fill and s.line > mm(8)]
    assert [line.stroke and line.stroke.name for line in road] == ["wegrand", "wit" if low_ink else "weg"]
    meter = [s for s in shapes(poster.items) if s.fill and s.stroke and mm(15) < s.path.bounds.width < mm(25)]
    assert len([s for s in meter if s.path.bounds.height < mm(22)]) >= 3
