"""The stones of the board hold their words clear of the sides, and arrows keep clear of what they lie between."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.geometry import Matrix, Rect
from speelveld.options import Options
from speelveld.typeset.frame import Frame, Shape, TextRun
from speelveld.units import mm
from tests.kit.flat import flat
from tests.kit.widefont import usual, write_wide

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
HERE = Matrix(1, 0, 0, 1, 0, 0)
WORDS = """
woorden:
  thematafel: {woord: gesprekstafel, lidwoord: de, meervoud: gesprekstafels}
  kans: {woord: mogelijkheid, lidwoord: de, meervoud: mogelijkheden}
"""
WIDE = "\nhuisstijl:\n  lettertype: {gewoon: gewoon.ttf, vet: vet.ttf}\n"
SIDES = {"a2": 31, "a1": 38, "a0": 52}


def board(folder: Path, size: str, more: str) -> Frame:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text(text + more, encoding="utf-8")
    for face in ("gewoon", "vet"):
        write_wide(usual(face), folder / f"{face}.ttf", 1.125, 1.09)
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), board=size, only=("speelbord",), previews=False)
    built = build(load(folder, "casus.yaml"), options, lambda _: None)
    return built.prints[-1].pages[0].laid[0].frame


def boxes(frame: Frame, size: str) -> list[Rect]:
    """Return every stone, and every station, which is as wide: by how large it is."""
    shapes = [
        matrix.around(item.path.bounds) for item, matrix in flat(frame.items) if isinstance(item, Shape) and item.fill
    ]
    return [box for box in shapes if all(abs(side - mm(SIDES[size])) < 0.1 for side in (box.width, box.height))]


@pytest.mark.parametrize("size", ["a2", "a1", "a0"])
@pytest.mark.parametrize("more", ["", WORDS, WIDE, WORDS + WIDE])
def test_a_word_keeps_clear_of_the_sides_of_its_stone(tmp_path: Path, size: str, more: str) -> None:
    frame = board(tmp_path, size, more)
    stones = boxes(frame, size)
    known = {"kans", "mogelijkheid", "uitdaging", "thematafel", "gesprekstafel"}
    words = [
        matrix.around(Rect(run.x, run.baseline - run.size * 0.5, run.width, run.size * 0.5))
        for run, matrix in flat(frame.items)
        if isinstance(run, TextRun) and run.text.strip() in known
    ]
    inside = [(word, stone) for word in words for stone in stones if stone.contains(word)]
    assert len(words) == len(inside) == 8
    for word, stone in inside:
        assert min(word.x - stone.x, stone.right - word.right) > mm(1.6)


@pytest.mark.parametrize(("size", "least"), [("a2", 1.2), ("a1", 2.2), ("a0", 3)])
def test_an_arrow_lies_between_two_places_and_touches_neither(tmp_path: Path, size: str, least: float) -> None:
    frame = board(tmp_path, size, "")
    places = boxes(frame, size)
    arrows = [
        (matrix.around(item.path.bounds), item.line)
        for item, matrix in flat(frame.items)
        if isinstance(item, Shape) and item.fill is None and item.stroke is not None and item.stroke.name == "grijs"
        if mm(3) < item.path.bounds.height < mm(16) and item.path.steps == "mll"
    ]
    beside = 0
    for box, line in arrows:
        # The point of a line that turns a right angle reaches 0.7 of its width further.
        left, right = box.x - 0.71 * line, box.right + 0.71 * line
        near = [place for place in places if place.y < box.y + box.height / 2 < place.bottom]
        gaps = [max(left - place.right, place.x - right) for place in near]
        if gaps and min(gaps) < mm(40):
            beside += 1
            assert min(gaps) > mm(least)
    assert beside > 15


def test_the_titles_of_the_opgaven_fill_their_block_on_the_largest_board(tmp_path: Path) -> None:
    four = {run.text.strip(): run.size for run, _ in flat(board(tmp_path, "a0", "").items) if isinstance(run, TextRun)}
    assert "De opgaven" in four
    assert four["Samen op de fiets"] >= 28
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    start, end = text.index("\nopgaven:"), text.index("\nbijeenkomst:")
    one = """
opgaven:
  - titel: Samen op de fiets
    vraag: Hoe zorgen we samen dat kinderen kunnen fietsen?
    voor_wie: Kinderen.
    schuurt: Iemand moet opletten.
    merkt: U ziet het.
"""
    (tmp_path / "casus.yaml").write_text(text[:start] + one + text[end:], encoding="utf-8")
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), board="a0", only=("speelbord",), previews=False)
    frame = build(load(tmp_path, "casus.yaml"), options, lambda _: None).prints[-1].pages[0].laid[0].frame
    said = [run.text.strip() for run, _ in flat(frame.items) if isinstance(run, TextRun)]
    assert {"De opgave", "Samen op de fiets"} <= set(said)
    assert not {"De opgaven", "•"} & set(said)
