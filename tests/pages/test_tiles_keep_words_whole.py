"""The seams of a sheet in tiles keep clear of what is drawn on it, whoever drew it."""

import pytest

from speelveld.colors import Color
from speelveld.geometry import Matrix, Path, Point, Rect, Size
from speelveld.pages import Imprint
from speelveld.pages.wholes import FIELD, LINE, PART, SIGN, WORD, wholes
from speelveld.typeset import Frame, Group, Item, Shape, TextRun
from speelveld.units import mm, to_mm

INK = Color("inkt", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))
ART = Rect(mm(20), mm(10), mm(800), mm(500))


def box(x: float, y: float, wide: float, high: float) -> Rect:
    return Rect(mm(x), mm(y), mm(wide), mm(high))


def area(found: Rect) -> tuple[float, ...]:
    return tuple(round(to_mm(side), 1) for side in (found.x, found.y, found.width, found.height))


def filled(*boxes: Rect) -> Shape:
    outlines = [Path.outline(one) for one in boxes]
    return Shape(Path("".join(o.steps for o in outlines), tuple(p for o in outlines for p in o.points)), INK)


def kept(imprint: Imprint, *items: Item) -> list[tuple[int, tuple[float, ...]]]:
    frame = Frame(Size(mm(841), mm(594)), items, "Bord")
    return [(whole.weight, area(whole.box)) for whole in wholes(frame, ART, imprint.metrics)]


def test_a_field_counts_from_twelve_mm_and_a_sign_below(imprint: Imprint) -> None:
    assert kept(imprint, filled(box(30, 20, 12, 40))) == [(FIELD, (10, 10, 12, 40))]
    assert kept(imprint, filled(box(30, 20, 11.9, 40))) == [(SIGN, (10, 10, 11.9, 40))]


def test_a_ground_longer_than_any_card_may_be_cut(imprint: Imprint) -> None:
    assert kept(imprint, filled(box(30, 20, 149.9, 40))) == [(FIELD, (10, 10, 149.9, 40))]
    assert kept(imprint, filled(box(30, 20, 150.1, 40))) == []


def test_what_lies_in_a_field_does_not_count_again(imprint: Imprint) -> None:
    cell, sign = filled(box(30, 20, 40, 40)), filled(box(40, 30, 8, 8))
    assert kept(imprint, sign, cell) == [(FIELD, (10, 10, 40, 40))]


def test_a_line_reaches_half_its_width_beyond_its_path(imprint: Imprint) -> None:
    edged = Shape(Path.outline(box(30, 20, 30, 30)), None, INK, mm(1))
    assert kept(imprint, edged) == [(FIELD, (9.5, 9.5, 31, 31))]


@pytest.mark.parametrize("line", [1.0, 6.0])
def test_a_rule_and_a_road_may_be_cut(imprint: Imprint, line: float) -> None:
    assert kept(imprint, Shape(Path.line(Point(0, mm(50)), Point(mm(60), mm(50))), None, INK, mm(line))) == []


def test_a_drawing_over_a_long_stretch_is_of_many_parts(imprint: Imprint) -> None:
    street = filled(box(30, 20, 20, 30), box(60, 20, 20, 30), box(700, 20, 20, 30))
    assert kept(imprint, street) == [
        (PART, (10, 10, 20, 30)), (PART, (40, 10, 20, 30)), (PART, (680, 10, 20, 30)),
    ]  # fmt: skip


def test_each_word_of_a_line_has_a_box_and_so_has_the_line(imprint: Imprint) -> None:
    measured = imprint.metrics.measure("Hoe zorgen we", "vet")
    run = TextRun(mm(100), mm(100), "Hoe zorgen we", (), "vet", 40, INK, measured.width * 40)
    found = kept(imprint, run)
    assert [weight for weight, _ in found] == [WORD, WORD, WORD, LINE]
    (first, second, third, line) = [one for _, one in found]
    assert first[0] == line[0] == 80
    assert third[0] + third[2] == pytest.approx(line[0] + line[2], abs=0.2)
    # A space of 40 pt is some 2.8 mm wide.
    assert 2 < second[0] - first[0] - first[2] < 4


def test_a_word_that_is_turned_lies_where_its_group_puts_it(imprint: Imprint) -> None:
    measured = imprint.metrics.measure("Tijd", "vet")
    run = TextRun(0, mm(10), "Tijd", (), "vet", 20, INK, measured.width * 20)
    ((weight, (x, y, wide, high)),) = kept(imprint, Group(None, (run,), Matrix.into(box(120, 60, 12, 40), 270)))
    assert weight == WORD
    assert high == pytest.approx(to_mm(measured.width * 20), abs=0.1)
    assert (y + high, wide < high) == (pytest.approx(90), True)
    assert 100 <= x <= 112
