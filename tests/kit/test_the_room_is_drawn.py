"""The plan of the room and the form: no line runs through a word or the door, and words are said once."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.geometry import Matrix, Point, Rect
from speelveld.options import Options
from speelveld.typeset.frame import Frame, Shape, TextRun
from speelveld.units import mm
from tests.kit.flat import flat

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)
HERE = Matrix(1, 0, 0, 1, 0, 0)


def pages(part: str, casus: str = "zutphen-dementie", **options: object) -> list[Frame]:
    chosen = replace(OPTIONS, only=(part,), **options)  # type: ignore[arg-type]
    built = build(load(ROOT / "decks" / casus, casus), chosen, lambda _: None)
    return [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]


def words(frame: Frame) -> Iterator[tuple[str, Rect]]:
    for item, matrix in flat(frame.items):
        if isinstance(item, TextRun) and item.text.strip():
            high = item.size * 0.5
            yield item.text.strip(), matrix.around(Rect(item.x, item.baseline - high, item.width, high))


def lines(frame: Frame) -> Iterator[tuple[Point, Point]]:
    """Yield every straight thin line that is drawn by itself: no edge of a filled shape."""
    for item, matrix in flat(frame.items):
        if isinstance(item, Shape) and item.fill is None and item.stroke is not None and item.line < mm(1):
            corners = [matrix.at(point) for step, points in item.path for point in points if step in "ml"]
            yield from pairwise(corners)


def crosses(start: Point, end: Point, box: Rect) -> bool:
    steps = 200
    return any(
        box.x < start.x + (end.x - start.x) * n / steps < box.right
        and box.y < start.y + (end.y - start.y) * n / steps < box.bottom
        for n in range(steps + 1)
    )


def struck(frame: Frame) -> list[str]:
    drawn = list(lines(frame))
    return [text for text, box in words(frame) if any(crosses(*line, box) for line in drawn)]


@pytest.mark.parametrize("tables", range(1, 13))
def test_no_line_runs_through_a_word(tables: int) -> None:
    first, second = pages("zaalopstelling", tables=tables)[:2]
    assert struck(first) == []
    assert struck(second) == []


def test_the_measurement_sees_a_line_through_a_word() -> None:
    (frame,) = pages("zaalopstelling", tables=2)[:1]
    text, box = next((text, box) for text, box in words(frame) if text == "spelleider")
    through = Shape(
        path_of(box), None, next(item for item, _ in flat(frame.items) if isinstance(item, TextRun)).color, 1
    )
    assert struck(replace(frame, items=(*frame.items, through))) == [text]


def path_of(box: Rect) -> object:
    from speelveld.geometry import Path as Line

    middle = box.y + box.height / 2
    return Line.line(Point(box.x - 5, middle), Point(box.right + 5, middle))


ROLE = """
  - naam: Persoon nummer {}
    groep: inwoners
    kracht: tijd
    uitspraak: Ik woon hier al heel lang.
    wil: Dat het hier prettig wonen blijft.
    brengt: Een uur in de week.
    niet_alleen: Geld regelen, want dat hebt u niet."""
LONG = """
woorden:
  dreamteam: {woord: samenwerkingsverband, lidwoord: het, meervoud: samenwerkingsverbanden}
"""


def starter(folder: Path, more: str = "") -> Path:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text(text + more, encoding="utf-8")
    return folder


def with_roles(folder: Path, number: int) -> Path:
    return starter(folder, "\nrollen:" + "".join(ROLE.format(n + 1) for n in range(number)) + "\n")


def of(casus: Path, part: str, **options: object) -> list[Frame]:
    chosen = replace(OPTIONS, only=(part,), **options)  # type: ignore[arg-type]
    built = build(load(casus, "casus.yaml"), chosen, lambda _: None)
    return [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]


def said(frames: list[Frame]) -> str:
    return " ".join(" ".join(run.text for frame in frames for run in frame.texts()).split())


@pytest.mark.parametrize("board", ["a2", "a1", "a0"])
def test_the_table_has_as_many_open_cards_as_the_rules_say(tmp_path: Path, board: str) -> None:
    casus = with_roles(tmp_path, 40)
    told = said(of(casus, "spelwijzer"))
    named = max(int(number) for number in re.findall(r"(\d+) rollen open|worden het er (\d+)", told)[0] if number)
    frame = of(casus, "zaalopstelling", board=board)[1]
    assert named >= 40
    assert f"open kaarten: {named} rollen en 10 aanpakken" in said([frame])
    table, cards = table_and_cards(frame)
    assert len(cards) == named
    assert all(table.contains(card) for card in cards)
    assert not any(one.overlaps(other) for n, one in enumerate(cards) for other in cards[:n])


def table_and_cards(frame: Frame) -> tuple[Rect, list[Rect]]:
    """Return the leaf of the one table, and every role card under the sheets: white, 95 by 134 mm at some scale."""
    boxes = [
        (item.fill.name, matrix.around(item.path.bounds))
        for item, matrix in flat(frame.items)
        if isinstance(item, Shape) and item.fill is not None and item.stroke is not None
    ]
    table = next(box for fill, box in boxes if fill == "muur-3" and box.height > mm(90))
    scale = table.height / mm(1600)
    under = max(box.bottom for fill, box in boxes if fill == "wit" and abs(box.height - mm(297) * scale) < 0.3)
    return table, [
        box
        for fill, box in boxes
        if fill == "wit" and box.y > under
        if abs(box.width - mm(95) * scale) < 0.3 and abs(box.height - mm(134) * scale) < 0.3
    ]


@pytest.mark.parametrize("board", ["a1", "a0"])
@pytest.mark.parametrize("more", ["", LONG])
def test_a_name_lies_on_its_sheet_and_not_beside_it(tmp_path: Path, more: str, board: str) -> None:
    frame = of(starter(tmp_path, more), "zaalopstelling", board=board)[1]
    table, _ = table_and_cards(frame)
    scale = table.height / mm(1600)
    sheets, plates = [], []
    for item, matrix in flat(frame.items):
        if isinstance(item, Shape) and item.fill is not None and item.fill.name == "wit":
            box = matrix.around(item.path.bounds)
            sheets += (
                [box] if abs(box.width - mm(420) * scale) < 0.3 and abs(box.height - mm(297) * scale) < 0.3 else []
            )
            plates += [box] if mm(6) < box.height < mm(297) * scale - 1 and mm(15) < box.width < mm(45) else []
    assert len(sheets) == 2
    for sheet in sheets:
        (plate,) = (plate for plate in plates if sheet.contains(plate))
        assert plate.height < sheet.height - mm(1)
    assert all(any(sheet.contains(plate) or not sheet.overlaps(plate) for sheet in sheets) for plate in plates)


@pytest.mark.parametrize("tables", [1, 2, 3, 6, 12])
@pytest.mark.parametrize("board", ["a1", "a0"])
def test_the_way_in_is_free_of_the_leaf_of_the_door(tables: int, board: str) -> None:
    frame = pages("zaalopstelling", tables=tables, board=board)[0]
    shapes = [(item, matrix) for item, matrix in flat(frame.items) if isinstance(item, Shape)]
    (leaf,) = [
        matrix.around(item.path.bounds)
        for item, matrix in shapes
        if item.fill is not None and item.fill.name == "dak" and item.path.is_box
    ]
    ways = [
        (matrix.around(item.path.bounds), item.line)
        for item, matrix in shapes
        if item.fill is None and item.stroke is not None and item.stroke.name == "weg" and item.line > mm(3)
        and max(matrix.around(item.path.bounds).width, matrix.around(item.path.bounds).height) > mm(20)
    ]  # fmt: skip
    assert len(ways) >= 2
    for box, line in ways:
        across = Rect(box.x - line / 2, box.y - line / 2, box.width + line, box.height + line)
        assert not across.overlaps(leaf)


@pytest.mark.parametrize("tables", [1, 2, 5, 12])
def test_it_is_one_sheet(tables: int) -> None:
    assert len(pages("zaalopstelling", tables=tables)) == 2


def test_the_words_of_the_scale_stand_once_above_each_half_of_the_form() -> None:
    (frame,) = pages("evaluatieformulier")
    said = Counter(" ".join(text.split()) for text, _ in words(frame))
    assert (said["oneens"], said["tussenin"]) == (2 + 2, 2)  # 'helemaal oneens' is two lines
    assert said["helemaal"] == 4
