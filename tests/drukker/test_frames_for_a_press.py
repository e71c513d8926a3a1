"""What becomes of a frame that was set without thought of a press: only what it needs."""

import pathlib

import pytest

from speelveld.colors import Color
from speelveld.colors.inks import Inks
from speelveld.files import ReadFile
from speelveld.geometry import Matrix, Path, Point, Rect, Size
from speelveld.profiles.drukker.frames import Need, ready, texts_near_cut
from speelveld.resources import fonts, press_profile
from speelveld.typeset import FontFiles, Frame, Group, Item, Picture, Shape, TextRun

INKS = Inks(press_profile("FOGRA39L_coated.icc"), 300)
BLUE = Color("blauw", (0.0, 0.4, 0.7), (1.0, 0.5, 0.0, 0.1))
WHITE = Color("wit", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))
PHOTO = ReadFile(pathlib.Path("foto.jpg"), b"")
BLEED, THINNEST = 8.0, 0.7
QUARTER = Matrix(0.0, 1.0, -1.0, 0.0, 100.0, 0.0)


def box(
    x: float, y: float, width: float, height: float, fill: Color | None = BLUE, stroke: Color | None = None
) -> Shape:
    return Shape(corners((x, y), (x + width, y), (x + width, y + height), (x, y + height)), fill, stroke, 1.0)


def corners(*ends: tuple[float, float]) -> Path:
    return Path.closed(Point(x, y) for x, y in ends)


def readied(*items: Item, fill: Color | None = None, flat: bool = False) -> tuple[Item, ...]:
    frame = Frame(Size(100.0, 140.0), items, "Proef", fill=fill)
    return ready(frame, INKS, Need(BLEED, THINNEST, flat)).frame.items


def bounds(item: Item) -> tuple[float, ...]:
    assert isinstance(item, Shape)
    xs, ys = [x for x, _ in item.path.points], [y for _, y in item.path.points]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize(
    ("shape", "wanted"),
    [
        (box(0, 0, 100, 20), (-8, -8, 108, 20)),
        (box(0.2, 50, 99.6, 90), (-8, 50, 108, 148)),
        (box(1, 0, 98, 20), (1, -8, 99, 20)),
        (box(10, 10, 30, 30), (10, 10, 40, 40)),
        (box(-3, -3, 106, 20), (-8, -8, 108, 17)),
        (box(-9, -9, 118, 20), (-9, -9, 109, 11)),
        (box(0, 0, 100, 20, stroke=BLUE), (0, 0, 100, 20)),
        (box(10, 50, 30, 0.2), (10, 49.75, 40, 50.45)),
    ],
    ids=[
        "at three sides",
        "nearly at the cut",
        "at the top",
        "inside",
        "past the cut",
        "past the bleed",
        "with a line round it",
        "thin",
    ],
)
def test_a_filled_rectangle_that_ends_on_the_cut_runs_on(shape: Shape, wanted: tuple[float, ...]) -> None:
    (item,) = readied(shape)
    assert bounds(item) == pytest.approx(wanted)


def test_a_rectangle_that_is_turned_runs_on_in_its_own_direction() -> None:
    # Turned a quarter: its (x, y) lies at (100 − y, x) of the card, so that its left end is the top.
    (group,) = readied(Group(None, (box(0, 0, 20, 100),), QUARTER))
    assert isinstance(group, Group)
    assert bounds(group.items[0]) == pytest.approx((-8, -8, 20, 108))


def test_a_slanted_rectangle_stays_as_it_is() -> None:
    slanted = Group(None, (box(0, 0, 20, 100),), Matrix(0.8, 0.6, -0.6, 0.8, 0.0, 0.0))
    (group,) = readied(slanted)
    assert isinstance(group, Group)
    assert bounds(group.items[0]) == (0, 0, 20, 100)


def test_the_ground_of_a_card_fills_its_bleed() -> None:
    ground, other = readied(box(10, 10, 30, 30), fill=BLUE)
    assert bounds(ground) == (-8, -8, 108, 148)
    assert bounds(other) == (10, 10, 40, 40)


def test_a_thin_line_gets_as_thick_as_a_press_can_hold_and_never_rounded_down() -> None:
    line = Shape(Path.line(Point(0, 0), Point(9, 9)), None, BLUE, 0.1)
    frame = Frame(Size(100.0, 140.0), (line,), "Proef")
    (item,) = ready(frame, INKS, Need(BLEED, 0.70866, False)).frame.items
    assert isinstance(item, Shape)
    assert item.line == 0.709


@pytest.mark.parametrize(
    ("shape", "short"),
    [
        (Shape(corners((0, 0), (50, 0), (0, 50)), BLUE), True),
        (Shape(corners((-8, -8), (50, -8), (-8, 50)), BLUE), False),
        (Shape(corners((0, 0), (50, 0), (0, 50)), WHITE), False),
        (Shape(corners((5, 5), (50, 5), (5, 50)), BLUE), False),
        (box(0, 0, 100, 20), False),
        (Picture(PHOTO, Rect(0, 0, 100, 60)), True),
        (Picture(PHOTO, Rect(-9, -9, 118, 60)), False),
        (Picture(PHOTO, Rect(10, 10, 60, 60)), False),
    ],
    ids=["at the cut", "in the bleed", "white", "inside", "a rectangle", "photo", "photo in the bleed", "photo inside"],
)
def test_what_ends_on_the_cut_and_cannot_run_on_is_noticed(shape: Item, short: bool) -> None:
    frame = Frame(Size(100.0, 140.0), (shape,), "Proef")
    assert ready(frame, INKS, Need(BLEED, THINNEST, False)).short is short


def test_a_picture_that_may_not_be_transparent_knows_what_lies_under_it() -> None:
    under, beside = box(10, 10, 50, 50), box(70, 10, 20, 20, WHITE)
    items = [
        under,
        beside,
        Picture(PHOTO, Rect(20, 20, 20, 20)),
        Picture(PHOTO, Rect(20, 90, 20, 20)),
    ]
    flat, kept = readied(*items, flat=True), readied(*items)
    assert [item.ground and item.ground.cmyk for item in flat if isinstance(item, Picture)] == [
        (1.0, 0.5, 0.0, 0.1),
        (0.0, 0.0, 0.0, 0.0),
    ]
    assert [item.ground for item in kept if isinstance(item, Picture)] == [None, None]


def run(x: float, baseline: float) -> TextRun:
    return TextRun(x, baseline, "gek", (), "gewoon", 10.0, BLUE, 30.0)


def test_text_near_the_cut_is_found_wherever_it_is_turned_to() -> None:
    items = (run(20, 70), run(4, 70), Group(None, (run(20, 97),), QUARTER))
    found = list(texts_near_cut(Frame(Size(100.0, 140.0), items, "Proef"), 8.5, FontFiles(fonts())))
    # The last one lies with its baseline at x = 3; the tail of a g reaches 2.2 farther in Source Sans Pro.
    assert [round(near, 1) for _, near in found] == [4, 0.8]


def test_of_a_drawing_only_its_own_edge_is_looked_at() -> None:
    def short(*ends: float, drawing: bool) -> bool:
        shapes = tuple(Shape(corners((20, 60), (end, 60), (end, 80)), BLUE) for end in ends)
        frame = Frame(Size(100.0, 140.0), (Group(None, shapes, drawing=drawing),), "Proef")
        return ready(frame, INKS, Need(BLEED, THINNEST, flat=False)).short

    # A window ends between the cut at 100 and the end of the bleed at 108; the street it is in runs on.
    assert not short(108, 103, drawing=True)
    assert short(108, 103, drawing=False)
    assert short(100, 60, drawing=True)
    assert short(103, 60, drawing=True)
