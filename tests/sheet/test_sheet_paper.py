"""Papers, the ruler and the sharing of strips, by hand."""

import pytest

from speelveld.geometry import Rect, Size
from speelveld.paper import PAPERS, in_mm, portrait, printable
from speelveld.sheet.plan import Ruler
from speelveld.sheet.strips import Strip, Want, between, furnish
from speelveld.units import mm, to_mm


def test_papers_are_iso_216_to_the_millimetre() -> None:
    sizes = {name: (round(to_mm(size.width), 6), round(to_mm(size.height), 6)) for name, size in PAPERS.items()}
    assert sizes == {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841), "a0": (841, 1189)}


def test_paper_given_on_its_side_is_set_upright() -> None:
    assert portrait(PAPERS["a4"].turned()) == portrait(PAPERS["a4"]) == PAPERS["a4"]


def test_a_printer_leaves_five_mm_white_on_every_side() -> None:
    area = printable(PAPERS["a4"])
    assert [to_mm(length) for length in (area.x, area.y, area.width, area.height)] == pytest.approx([5, 5, 200, 287])


def test_sizes_are_told_in_whole_or_broken_mm_with_a_comma() -> None:
    assert in_mm(Size(mm(142.5), mm(201))) == "142,5 x 201 mm"
    assert in_mm(Size(mm(70) / 3, mm(10) / 3)) == "23,33 x 3,33 mm"


@pytest.mark.parametrize("vertical", [False, True])
def test_a_ruler_is_a_line_of_a_hundred_mm_with_eleven_ticks(vertical: bool) -> None:
    box = Rect(10, 20, mm(4), mm(100.5)) if vertical else Rect(10, 20, mm(100.5), mm(4))
    base, *ticks = Ruler(box).lines()
    assert to_mm(max(base.x2 - base.x1, base.y2 - base.y1)) == pytest.approx(100)
    places = [to_mm(tick.y1 - base.y1 if vertical else tick.x1 - base.x1) for tick in ticks]
    assert places == pytest.approx([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    long = [round(to_mm(tick.x2 - tick.x1 + tick.y2 - tick.y1), 3) == 3 for tick in ticks]
    assert [index for index, is_long in enumerate(long) if is_long] == [0, 5, 10]


def test_stretches_keep_away_from_every_line() -> None:
    assert list(between(0, 100, [40, 10], 2)) == [(0, 8), (12, 38), (42, 100)]
    assert list(between(10, 40, [10, 40], 2)) == [(12, 38)]


def test_texts_share_what_the_ruler_leaves() -> None:
    strip = Strip("top", Rect(0, 0, mm(250), mm(4)))
    found = furnish([strip], [Want("title", ("top",)), Want("ruler", ("top",), mm(100)), Want("how", ("top",))])
    assert found.ruler is not None
    assert to_mm(found.ruler.box.width) == pytest.approx(100)
    assert [to_mm(label.box.width) for label in found.labels] == pytest.approx([71, 71])


def test_what_fits_to_the_point_fits() -> None:
    wants = [Want("ruler", ("top",), mm(100)), Want("title", ("top",), mm(60))]
    assert furnish([Strip("top", Rect(0, 0, mm(100) + mm(60) + mm(4) - 1e-9, mm(4)))], wants).holds(wants)
    assert not furnish([Strip("top", Rect(0, 0, mm(163.9), mm(4)))], wants).holds(wants)


def test_a_wish_goes_to_its_favourite_edge_and_then_to_the_next() -> None:
    strips = [Strip("top", Rect(0, 0, mm(70), mm(4))), Strip("left", Rect(0, 50, mm(4), mm(70)))]
    found = furnish(strips, [Want(kind, ("left", "top")) for kind in ("title", "how", "turn")])
    assert [(label.kind, label.turn) for label in found.labels] == [("how", 0), ("title", 270)]
    assert not found.holds([Want(kind, ("left", "top")) for kind in ("title", "how", "turn")])
