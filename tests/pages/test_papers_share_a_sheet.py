"""A paper that may begin on the back of the one before it: no back is left white, and every sheet is counted once."""

import pytest

from speelveld.pages import Part, SetOnderdeel, behind, paper_pages
from speelveld.paper import PAPERS
from speelveld.typeset import Frame


def part(name: str, pages: int, per: str = "spelleider", *, two_sided: bool = True) -> Part:
    frames = [Frame(PAPERS["a4"], (), name) for _ in range(pages)]
    return paper_pages(SetOnderdeel(name, name, per, pages=frames), two_sided=two_sided)


def names(*parts: Part) -> str:
    return "".join(page.laid[0].frame.title if page.laid else "." for found in parts for page in found.pages)


@pytest.mark.parametrize(
    ("before", "after", "pages", "sheets"),
    [
        (1, 1, "ab", [1, 0]),
        (1, 2, "abb.", [1, 1]),
        (3, 1, "aaab", [2, 0]),
        (3, 3, "aaabbb", [2, 1]),
        (2, 1, "aab.", [1, 1]),
    ],
)
def test_it_begins_on_a_back_that_is_white(before: int, after: int, pages: str, sheets: list[int]) -> None:
    found = behind(part("a", before), part("b", after))
    assert names(*found) == pages
    assert [each.sheets for each in found] == sheets
    assert sum(sheets) == len(pages) // 2


def test_it_does_not_where_other_people_get_it_or_the_printer_has_one_side() -> None:
    assert names(*behind(part("a", 1), part("b", 1, "avond"))) == "a.b."
    assert names(*behind(part("a", 1, two_sided=False), part("b", 1, two_sided=False))) == "ab"
