from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speelveld.geometry import Rect, Size
from speelveld.output.contactsheet import LETTERS, ContactSheet, Group, arrange
from speelveld.units import mm

pytestmark = pytest.mark.slow

A4, A3 = Size(mm(210), mm(297)), Size(mm(420), mm(297))
A1, A0 = Size(mm(841), mm(594)), Size(mm(1189), mm(841))
CARD = Size(mm(67), mm(95))

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=90), min_size=1, max_size=8).map(" ".join)
GROUPS = st.lists(
    st.builds(
        Group, WORDS, st.lists(st.sampled_from([A4, A3, A1, A0, CARD, A4.turned()]), min_size=1, max_size=30).map(tuple)
    ),
    max_size=8,
)


def measure(text: str) -> float:
    return len(text) * LETTERS / 2


def letters(sheet: ContactSheet) -> list[Rect]:
    return [Rect(line.x, line.y - LETTERS * 0.7, measure(line.text), LETTERS) for line in sheet.captions]


@settings(max_examples=50, deadline=None)
@given(GROUPS)
def test_nothing_lies_over_anything_else(groups: list[Group]) -> None:
    sheet = arrange(groups, 2400, measure)
    assert not [pair for pair in combinations([*sheet.pages, *letters(sheet)], 2) if pair[0].overlaps(pair[1])]


@settings(max_examples=50, deadline=None)
@given(GROUPS)
def test_everything_lies_within_the_sheet(groups: list[Group]) -> None:
    sheet = arrange(groups, 2400, measure)
    assert sheet.size.width <= 2400 + 1e-6
    whole = Rect(0, 0, sheet.size.width, sheet.size.height)
    assert all(whole.contains(box) for box in [*sheet.pages, *letters(sheet)])


@settings(max_examples=50, deadline=None)
@given(GROUPS)
def test_all_pages_are_there_on_one_scale(groups: list[Group]) -> None:
    sheet = arrange(groups, 2400, measure)
    pages = [page for group in groups for page in group.pages]
    scales = [box.width / page.width for box, page in zip(sheet.pages, pages, strict=True)]
    scales += [box.height / page.height for box, page in zip(sheet.pages, pages, strict=True)]
    assert all(scale == pytest.approx(scales[0]) for scale in scales)


@settings(max_examples=50, deadline=None)
@given(GROUPS)
def test_captions_are_whole(groups: list[Group]) -> None:
    sheet = arrange(groups, 2400, measure)
    written = "".join(line.text for line in sheet.captions).replace(" ", "")
    assert written == "".join(group.caption for group in groups).replace(" ", "")


def test_a_word_that_is_cut_fills_its_lines() -> None:
    sheet = arrange([Group("a" * 200, (A4,))], 2400, measure)
    *full, last = (len(line.text) for line in sheet.captions)
    assert len(full) > 1
    assert len({*full}) == 1
    assert last <= full[0]


def test_the_board_comes_on_top_with_others_beside_it() -> None:
    sheet = arrange([Group("kaarten", (A4,) * 40), Group("regels", (A4,)), Group("bord", (A1,))], 2400, measure)
    rules, board = sheet.pages[40:]
    assert board.y == min(page.y for page in sheet.pages)
    assert rules.x > board.right
    assert rules.y == board.y


def test_without_a_board_the_order_is_kept() -> None:
    sheet = arrange([Group("een", (A4,) * 3), Group("twee", (A3,) * 9), Group("drie", (CARD,))], 2400, measure)
    first = [sheet.pages[number] for number in (0, 3, 12)]
    assert first == sorted(first, key=lambda page: (round(page.y), page.x))


def test_a_small_kit_is_not_blown_up() -> None:
    (page,) = arrange([Group("regels", (A4,))], 2400, measure).pages
    assert page.width < 500


def test_a_large_kit_stays_a_sheet_one_can_look_at() -> None:
    sheet = arrange([Group(f"deel {n}", (A4,) * 25) for n in range(5)] + [Group("bord", (A1,))], 2400, measure)
    assert sheet.size.height <= 1.4 * 2400


def test_an_empty_kit_is_an_empty_sheet() -> None:
    assert arrange([], 2400, measure).pages == ()
