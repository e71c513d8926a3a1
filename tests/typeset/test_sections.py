"""A section begins on a page of its own, has furniture of its own, and what is left of a page can be filled."""

from collections.abc import Callable

import pytest

from speelveld.errors import KitError, SpeelveldError
from speelveld.typeset import Frame, Group, Shape, TextRun
from tests.typeset.frametext import lines_of, tags

Pages = Callable[..., tuple[Frame, ...]]
Faults = Callable[..., SpeelveldError]

# A body of 200 by 120 points: ten lines. The margins leave room for furniture.
OPEN = '<document w="240pt" h="240pt" margin="60pt 20pt" title="Papier">'
TITLE = '<h1 style="tekst" space-after="0pt">Titel</h1>'
HEAD = '<header h="11pt"{}><text style="voet">{}</text></header>'


def p(lines: int, name: str = "p") -> str:
    text = "<br/>".join(f"{name}{number}" for number in range(lines))
    return f'<p space-after="0pt">{text}</p>'


def paper(inside: str) -> str:
    return f"{OPEN}{TITLE}{inside}</document>"


def shown(frames: tuple[Frame, ...]) -> list[list[str]]:
    return [lines_of(frame) for frame in frames]


def test_a_section_begins_on_a_page_of_its_own_and_so_does_what_follows(pages: Pages) -> None:
    found = shown(pages(paper(f"<section>{p(2, 'a')}</section><section>{p(1, 'b')}</section>{p(1, 'c')}")))
    assert found == [["Titel"], ["a0", "a1"], ["b0"], ["c0"]]


def test_a_document_may_be_sections_alone(pages: Pages) -> None:
    assert shown(pages(f"{OPEN}<section>{TITLE}</section><section>{p(1)}</section></document>")) == [["Titel"], ["p0"]]


def test_furniture_of_a_section_stands_on_its_pages_alone(pages: Pages) -> None:
    own = HEAD.format(' y="25pt"', "Elke") + HEAD.format(' y="40pt" on="first"', "Eerste")
    own += HEAD.format(' y="40pt" on="next"', "Vervolg <page-number/>")
    found = shown(pages(paper(f"<section>{own}{p(23)}</section>{p(1, 'na')}")))
    assert [lines[:2] for lines in found[1:4]] == [["Elke", "Eerste"], ["Elke", "Vervolg 3"], ["Elke", "Vervolg 4"]]
    assert found[0] == ["Titel"]
    assert found[4] == ["na0"]


def test_furniture_may_stand_only_where_a_section_ends_or_only_where_it_goes_on(pages: Pages) -> None:
    own = HEAD.format(' y="25pt" on="more"', "Verder") + HEAD.format(' y="25pt" on="last"', "Straks")
    found = shown(pages(paper(f"<section>{own}{p(23)}</section><section>{own}{p(1)}</section>")))
    assert [lines[0] for lines in found] == ["Titel", "Verder", "Verder", "Straks", "Straks"]


def test_the_first_page_of_a_document_may_have_a_header_of_its_own(pages: Pages) -> None:
    layout = f"{OPEN}{HEAD.format(' on=' + chr(34) + 'next' + chr(34), 'Verder')}{TITLE}{p(12)}</document>"
    assert [lines[0] for lines in shown(pages(layout))] == ["Titel", "Verder"]


def test_a_section_has_margins_of_its_own_and_another_top_on_its_next_pages(pages: Pages) -> None:
    frames = pages(paper(f'<section margin="80pt 20pt 60pt" next-top="108pt">{p(16)}</section>'))
    assert [len(lines) for lines in shown(frames)] == [1, 8, 6, 2]
    assert [round(next(frame.texts()).baseline) for frame in frames[1:3]] == [88, 116]


def test_an_edge_lies_on_the_outer_side_of_a_paper_on_both_sides(pages: Pages) -> None:
    edge = '<edge w="5pt"{}><rect w="5pt" h="9pt" fill="inkt"/></edge>'

    def places(side: str) -> list[float]:
        frames = pages(paper(f"<section>{edge.format(side)}{p(23)}</section>"))
        return [shape.path.bounds.x for frame in frames[1:] for shape in shapes(frame)]

    # 5 mm of white at the side of the paper is 14.2 points; page two lies on the left.
    left, right = 14.173, 240 - 5 - 14.173
    assert places("") == pytest.approx([left, right, left], abs=0.01)
    assert places(' side="inner"') == pytest.approx([right, left, right], abs=0.01)
    assert places(' side="right"') == pytest.approx([right] * 3, abs=0.01)
    assert places(' side="left"') == pytest.approx([left] * 3, abs=0.01)


def shapes(frame: Frame) -> list[Shape]:
    groups = [group for group in frame.items if isinstance(group, Group)]
    return [item for group in groups for item in group.items if isinstance(item, Shape)]


def test_furniture_is_decoration(pages: Pages) -> None:
    own = HEAD.format("", "Boven") + '<edge w="5pt"><text style="voet">E</text></edge>'
    (_, frame) = pages(paper(f"<section>{own}{p(1)}</section>"))
    assert [tag.role for tag in tags(frame.items)] == ["P"]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<section><header y="50pt" h="11pt"/><p>x</p></section>', "<header>: staat 0,4 mm over de tekst"),
        ('<section><edge w="6pt"/><p>x</p></section>', "<edge>: staat 0,1 mm over de tekst"),
        ("<stack><section><p>x</p></section></stack>", "<section> kan niet in <stack> staan"),
        ('<section><header h="9pt" on="end"/><p>x</p></section>', "kenmerk 'on' kan niet 'end' zijn"),
    ],
)
def test_furniture_that_is_wrong_is_refused(faults: Faults, inside: str, said: str) -> None:
    error = faults(paper(inside))
    assert isinstance(error, KitError)
    assert said in str(error)


# ── What is left of a page ──


def spare(high: str) -> str:
    return f'<stack spare="ja" h="{high}" space-before="0pt" valign="bottom"><text>eind</text></stack>'


def bottom(frame: Frame) -> TextRun:
    return list(frame.texts())[-1]


def test_what_is_spare_takes_the_rest_of_the_page(pages: Pages) -> None:
    (frame,) = pages(paper(p(4) + spare("60pt")))
    assert bottom(frame).text == "eind"
    # The last line of a body that ends at 180 points.
    assert bottom(frame).baseline == pytest.approx(180 - 12 + 1 + 7.5)


@pytest.mark.parametrize(("high", "there"), [("60pt", True), ("60.1pt", False)])
def test_what_is_spare_is_left_out_where_the_page_has_no_room(pages: Pages, high: str, there: bool) -> None:
    (frame,) = pages(paper(p(4) + spare(high)))
    assert ("eind" in lines_of(frame)) is there


def test_lines_to_write_on_fill_the_rest_of_a_page(pages: Pages) -> None:
    (frame,) = pages(paper(f'{p(3)}<writing-lines spare="ja" gap="20pt" space-before="0pt"/>'))
    assert len(shapes(frame)) == 3
