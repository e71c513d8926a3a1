"""Frames land exactly in their box, at any size and turned in quarters: seen in the pixels at 300 dpi."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import ImageChops

from speelveld.geometry import Matrix, Path, Point, Rect, Size
from speelveld.typeset import Frame, Group, Shape
from speelveld.units import mm
from tests.makers.drawing import Ink, MakePdf, On, Sheet, square
from tests.oracles.boxes import Box
from tests.oracles.pixels import any_ink, ink_box, page

PAGE = Size(mm(120), mm(100))
# The corners of the frame, clockwise from the top left.
CORNERS = ("ff0000", "00aa00", "0000ff", "aa00aa")
SQUARE = 4


def cornered(ink: Ink, width: float = 40, height: float = 20) -> Frame:
    """Return a frame with a square in each corner, in millimetres."""
    spots = ((0, 0), (width - SQUARE, 0), (width - SQUARE, height - SQUARE), (0, height - SQUARE))
    items = tuple(square(x, y, SQUARE, ink(color)) for (x, y), color in zip(spots, CORNERS, strict=True))
    return Frame(Size(mm(width), mm(height)), items, "Hoeken")


def corner_boxes(at: Box, side: float) -> list[Box]:
    """Return a square in each corner of `at`, clockwise from the top left."""
    return [
        Box(at.left, at.top, at.left + side, at.top + side),
        Box(at.right - side, at.top, at.right, at.top + side),
        Box(at.right - side, at.bottom - side, at.right, at.bottom),
        Box(at.left, at.bottom - side, at.left + side, at.bottom),
    ]


@pytest.mark.parametrize("scale", [1.0, 1.5, 0.6])
@pytest.mark.parametrize(("turn", "first"), [(0, 0), (90, 1), (180, 2), (270, 3)])
def test_a_frame_fills_its_box_turned_clockwise(make: MakePdf, ink: Ink, turn: int, first: int, scale: float) -> None:
    width, height = (40, 20) if turn % 180 == 0 else (20, 40)
    box = Box(17.3, 23.1, 17.3 + width * scale, 23.1 + height * scale)
    at = Rect(mm(box.left), mm(box.top), mm(width * scale), mm(height * scale))
    picture = page(make([Sheet(PAGE, [On(cornered(ink), at, turn)])]))
    seen = any_ink(picture)
    assert seen is not None
    assert seen.near(box)
    wanted = corner_boxes(box, SQUARE * scale)
    for number, color in enumerate(CORNERS):
        corner = ink_box(picture, color)
        assert corner is not None
        assert corner.near(wanted[(number + first) % 4]), (color, corner)


def test_the_comparison_of_boxes_can_fail() -> None:
    box = Box(1, 2, 3, 4)
    assert box.near(Box(1.1, 2.1, 2.9, 4.1))
    for other in (Box(1.2, 2, 3, 4), Box(1, 2.2, 3, 4), Box(1, 2, 3.2, 4), Box(1, 2, 3, 4.2)):
        assert not box.near(other)


def test_a_frame_with_a_ground_is_filled_to_its_edges(make: MakePdf, ink: Ink) -> None:
    frame = Frame(Size(mm(30), mm(20)), (), "Vlak", fill=ink("ffcc00"))
    picture = page(make([Sheet(PAGE, [On(frame, Rect(mm(10), mm(15), mm(30), mm(20)))])]))
    seen = ink_box(picture, "ffcc00")
    assert seen is not None
    assert seen.near(Box(10, 15, 40, 35))


def test_nothing_is_drawn_outside_the_clip(make: MakePdf, ink: Ink) -> None:
    whole, clip = Rect(mm(-10), mm(-5), mm(80), mm(80)), Rect(mm(20), mm(30), mm(25), mm(35))
    frame = Frame(Size(mm(80), mm(80)), (), "Vlak", fill=ink("0000ff"))
    picture = page(make([Sheet(PAGE, [On(frame, whole, clip=clip)])]))
    seen = any_ink(picture)
    assert seen is not None
    assert seen.near(Box(20, 30, 45, 65))


def test_a_clip_ends_with_its_frame(make: MakePdf, ink: Ink) -> None:
    blue = Frame(Size(mm(80), mm(80)), (), "Vlak", fill=ink("0000ff"))
    red = Frame(Size(mm(10), mm(10)), (), "Vlak", fill=ink("ff0000"))
    on = [
        On(blue, Rect(0, 0, mm(80), mm(80)), clip=Rect(0, 0, mm(20), mm(20))),
        On(red, Rect(mm(60), mm(60), mm(10), mm(10))),
    ]
    seen = ink_box(page(make([Sheet(PAGE, on)])), "ff0000")
    assert seen is not None
    assert seen.near(Box(60, 60, 70, 70))


def test_a_group_is_moved_and_turned_by_its_matrix(make: MakePdf, ink: Ink) -> None:
    # A quarter clockwise about the origin, then to (30, 10): what lay to the right lies below.
    turned = Group(None, (square(5, 0, 4, ink("ff0000")),), Matrix(0, 1, -1, 0, mm(30), mm(10)))
    after = square(0, 0, 4, ink("0000ff"))
    frame = Frame(Size(mm(60), mm(40)), (turned, after), "Gedraaid")
    picture = page(make([Sheet(PAGE, [On(frame, Rect(mm(10), mm(20), mm(60), mm(40)))])]))
    red, blue = ink_box(picture, "ff0000"), ink_box(picture, "0000ff")
    assert red is not None
    assert blue is not None
    assert red.near(Box(36, 35, 40, 39))
    assert blue.near(Box(10, 20, 14, 24))


def test_groups_in_groups_add_up(make: MakePdf, ink: Ink) -> None:
    inner = Group(None, (square(0, 0, 4, ink("ff0000")),), Matrix(1, 0, 0, 1, mm(5), mm(0)))
    outer = Group(None, (inner,), Matrix(0, 1, -1, 0, mm(30), mm(10)))
    frame = Frame(Size(mm(60), mm(40)), (outer,), "Gedraaid")
    picture = page(make([Sheet(PAGE, [On(frame, Rect(0, 0, mm(120), mm(80)))])]))
    seen = ink_box(picture, "ff0000")
    assert seen is not None
    assert seen.near(Box(52, 30, 60, 38))


def test_lines_are_as_wide_and_as_dashed_as_they_say(make: MakePdf, ink: Ink) -> None:
    line = Shape(Path.line(Point(mm(10), mm(10)), Point(mm(50), mm(10))), None, ink("000000"), mm(2), (mm(4), mm(6)))
    frame = Frame(PAGE, (line,), "Lijn")
    picture = page(make([Sheet(PAGE, [On(frame, Rect(0, 0, PAGE.width, PAGE.height))])]))
    seen = any_ink(picture)
    assert seen is not None
    assert seen.near(Box(10, 9, 44, 11))
    row = [picture.getpixel((round(x / 25.4 * 300), round(10 / 25.4 * 300))) for x in (12, 17, 22, 27, 32, 37, 42)]
    assert [pixel == (0, 0, 0) for pixel in row] == [True, False, True, False, True, False, True]


def test_colours_come_out_as_they_were_named(make: MakePdf, ink: Ink) -> None:
    frame = Frame(PAGE, (square(0, 0, 20, ink("0063a3")), square(30, 0, 20, ink("e5a800"))), "Kleur")
    picture = page(make([Sheet(PAGE, [On(frame, Rect(0, 0, PAGE.width, PAGE.height))])]), dpi=72)
    assert picture.getpixel((20, 20)) == (0x00, 0x63, 0xA3)
    assert picture.getpixel((110, 20)) == (0xE5, 0xA8, 0x00)


def test_a_shared_frame_is_in_the_file_once_and_looks_the_same(make: MakePdf, ink: Ink) -> None:
    boxes = [
        Rect(mm(10), mm(10), mm(40), mm(20)),
        Rect(mm(60), mm(10), mm(20), mm(40)),
        Rect(mm(10), mm(60), mm(20), mm(10)),
    ]
    frame = cornered(ink)
    wide = Shape(Path.line(Point(0.0, 0.0), Point(mm(40), 0.0)), None, ink("000000"), mm(2))
    frame = replace(frame, items=(*frame.items, wide))
    turns = (0, 90, 180)

    def drawn(*, shared: bool, tagged: bool = False) -> bytes:
        on = [On(frame, box, turn, shared=shared) for box, turn in zip(boxes, turns, strict=True)]
        return make([Sheet(PAGE, on), Sheet(PAGE, on)], tagged=tagged)

    def forms(pdf: bytes) -> int:
        with pikepdf.open(BytesIO(pdf)) as file:
            return sum(found.get("/Subtype") == "/Form" for found in file.objects if isinstance(found, pikepdf.Stream))

    once, plain = drawn(shared=True), drawn(shared=False)
    assert (forms(once), forms(plain), forms(drawn(shared=True, tagged=True))) == (1, 0, 0)
    for number in range(2):
        assert ImageChops.difference(page(once, number), page(plain, number)).getbbox() is None


@pytest.mark.parametrize(("even_odd", "hollow"), [(True, True), (False, False)])
def test_a_hole_is_a_hole_by_the_rule_its_shape_names(make: MakePdf, ink: Ink, even_odd: bool, hollow: bool) -> None:
    outer, inner = square(10, 10, 40, ink("ff0000")), square(20, 20, 20, ink("ff0000"))
    shape = Shape(
        Path(outer.path.steps + inner.path.steps, outer.path.points + inner.path.points),
        ink("ff0000"),
        even_odd=even_odd,
    )
    frame = Frame(PAGE, (shape,), "Gat")
    picture = page(make([Sheet(PAGE, [On(frame, Rect(0, 0, PAGE.width, PAGE.height))])]), dpi=72)
    assert (picture.getpixel((85, 85)) == (255, 255, 255)) is hollow
    assert picture.getpixel((40, 40)) == (255, 0, 0)
