"""Papers flow over pages: headings stay with what follows, nothing is left alone, every page has its number."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speelveld.errors import KitError, SpeelveldError
from speelveld.typeset import Frame, SetFaces, Shape
from tests.typeset.frametext import lines_of, tags
from tests.typeset.halfem import tekst

Pages = Callable[..., tuple[Frame, ...]]
Faults = Callable[..., SpeelveldError]

# A body of 200 by 120 points: ten lines of 40 characters.
OPEN = '<document w="240pt" h="160pt" margin="20pt" title="Papier">'
TITLE = '<h1 style="tekst" space-after="0pt">Titel</h1>'
TIGHT = 'space-before="0pt" space-after="0pt"'


def paper(inside: str, furniture: str = "") -> str:
    return f"{OPEN}{furniture}{TITLE}{inside}</document>"


def p(lines: int, name: str = "p") -> str:
    text = "<br/>".join(f"{name}{number}" for number in range(lines))
    return f'<p space-after="0pt">{text}</p>'


def shown(frames: tuple[Frame, ...]) -> list[list[str]]:
    return [lines_of(frame) for frame in frames]


def counts(frames: tuple[Frame, ...]) -> list[int]:
    return [len(lines) for lines in shown(frames)]


def test_what_fits_stays_on_one_page(pages: Pages) -> None:
    assert shown(pages(paper(p(9)))) == [["Titel", *(f"p{number}" for number in range(9))]]


def test_a_paragraph_is_cut_with_two_lines_at_least_on_each_side(pages: Pages) -> None:
    assert counts(pages(paper(p(10)))) == [9, 2]
    assert counts(pages(paper(p(7) + p(3, "q")))) == [8, 3]
    assert counts(pages(paper(p(8) + p(3, "q")))) == [9, 3]
    assert counts(pages(paper(p(7) + p(4, "q")))) == [10, 2]


def on(pages: int, inside: str) -> str:
    return paper(inside).replace("<document ", f'<document pages="{pages}" ', 1)


def test_a_paper_of_too_many_pages_loses_white_and_no_text(pages: Pages) -> None:
    inside = f'{p(7)}<p space-before="12pt" space-after="0pt">last<br/>line</p>'
    assert counts(pages(paper(inside))) == [8, 2]
    assert shown(pages(on(1, inside))) == [["Titel", *(f"p{number}" for number in range(7)), "last", "line"]]
    assert pages(on(2, inside)) == pages(paper(inside))


def test_a_paper_that_cannot_be_fewer_pages_stays_as_it_was(pages: Pages) -> None:
    assert pages(on(1, p(30))) == pages(paper(p(30)))
    assert counts(pages(on(1, p(30)))) == [10, 10, 9, 2]


def test_smaller_letters_make_room_where_less_white_does_not(pages: Pages) -> None:
    small = "".join(f'<text style="trap" space-before="0pt" space-after="0pt">t{n}</text>' for n in range(9))
    assert len(pages(paper(small))) == 2
    assert len(pages(on(1, small))) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(1, 14), min_size=1, max_size=12))
def test_no_line_is_lost_doubled_or_left_alone(set_kind: Callable[..., SetFaces], lengths: list[int]) -> None:
    inside = "".join(p(length, f"{chr(97 + number)}.") for number, length in enumerate(lengths))
    found = shown(set_kind(paper(inside), [{}]).frames[0])
    expected = [f"{chr(97 + number)}.{line}" for number, length in enumerate(lengths) for line in range(length)]
    assert [line for page in found for line in page] == ["Titel", *expected]
    assert all(0 < len(page) <= 10 for page in found)
    for page in found:
        for name in {line[0] for line in page} - {"T"}:
            here = sum(line[0] == name for line in page)
            assert here >= 2 or lengths[ord(name) - 97] == 1


@pytest.mark.parametrize(
    "heading", [f"<h2 {TIGHT}>Kop</h2>", f'<text keep-with-next="ja" {TIGHT}>Kop</text>', "<stack><h2>Kop</h2></stack>"]
)
def test_a_heading_in_a_stack_is_not_left_at_the_foot(pages: Pages, heading: str) -> None:
    frames = pages(paper(f"{p(7)}<stack>{heading}{p(4, 'q')}</stack>"))
    assert shown(frames)[0][-1] == "p6"
    assert shown(frames)[1][0] == "Kop"


def test_a_heading_takes_the_beginning_of_what_follows_along(pages: Pages) -> None:
    heading = f"<h2 {TIGHT}>Kop</h2>"
    assert counts(pages(paper(p(6) + heading + p(4, "q")))) == [10, 2]
    assert counts(pages(paper(p(7) + heading + p(4, "q")))) == [8, 5]


def test_two_headings_stay_together_with_the_text(pages: Pages) -> None:
    headings = f"<h2 {TIGHT}>Kop</h2><h3 {TIGHT}>Kopje</h3>"
    assert shown(pages(paper(p(7) + headings + p(3, "q"))))[1][:2] == ["Kop", "Kopje"]


def test_a_heading_before_a_page_break_or_at_the_end_stays_where_it_is(pages: Pages) -> None:
    assert counts(pages(paper(f"{p(7)}<h2>Kop</h2><page-break/>{p(1)}"))) == [9, 1]
    assert counts(pages(paper(f"{p(7)}<h2>Kop</h2>"))) == [9]


@pytest.mark.parametrize(
    "inside",
    [
        "<page-break/>" + p(1),
        p(1) + "<page-break/>",
        p(1) + "<page-break/><page-break/>" + p(1),
        p(9) + "<page-break/>" + p(1),
        p(9) + "<page-break/>",
    ],
)
def test_no_page_is_empty(pages: Pages, inside: str) -> None:
    assert all(counts(pages(paper(inside))))


def test_white_above_does_not_count_at_the_top_of_a_page(pages: Pages) -> None:
    frames = pages(paper(p(9) + '<p space-before="30pt">boven</p>'))
    (run,) = frames[1].texts()
    assert run.baseline == pytest.approx(20 + 1 + 7.5)


@pytest.mark.parametrize(
    "inside",
    [
        f'<stack keep="ja">{p(4, "q")}</stack>',
        p(4, "q").replace("<p ", '<p keep="ja" '),
        f'<stack><stack keep="ja">{p(4, "q")}</stack></stack>',
        f'<stack role="Figure" alt="x">{p(4, "q")}</stack>',
        f"<row>{p(4, 'q')}</row>",
    ],
)
def test_boxes_that_may_not_be_cut_move_to_the_next_page(pages: Pages, inside: str) -> None:
    assert counts(pages(paper(p(7) + inside))) == [8, 4]


@pytest.mark.parametrize("inside", [f'<stack keep="ja">{p(11)}</stack>', '<rect h="130pt" fill="inkt"/><p>x</p>'])
def test_a_box_higher_than_a_page_is_an_error(faults: Faults, inside: str) -> None:
    error = faults(paper(inside))
    assert isinstance(error, KitError)
    assert "mm te lang" in str(error)


def test_a_row_higher_than_a_page_is_blamed_on_its_text(faults: Faults) -> None:
    rows = "".join("<tr><td>rij</td></tr>" for _ in range(20))
    table = f'<table columns="1fr" padding="0pt">{rows}<tr><td>{{{{ t }}}}</td></tr>{rows}</table>'
    error = faults(paper(table), t=tekst("woord " * 66))
    # Eleven lines of six words, on a page of ten.
    assert "veld 'vraag': de tekst is 4,2 mm te lang (ongeveer 35 tekens)" in str(error)


def test_a_long_heading_stays_whole(pages: Pages) -> None:
    heading = f"<h2 {TIGHT}>{'<br/>'.join('Kop' for _ in range(5))}</h2>"
    assert counts(pages(paper(p(7) + f"<stack>{heading}</stack>"))) == [8, 5]


def test_a_text_that_may_not_be_cut_and_is_too_long_is_its_authors(faults: Faults) -> None:
    error = faults(paper('<p keep="ja">{{ t }}</p>'), t=tekst("woord " * 90))
    assert "veld 'vraag': de tekst is" in str(error)


def test_a_list_leaves_no_item_alone_before_or_behind_the_cut(pages: Pages) -> None:
    def cut(before: int, items: int) -> int:
        """Return how many of the items stand on the first page."""
        frames = pages(f'{OPEN}{TITLE}{p(before)}<ul gap="0pt">{"<li>punt</li>" * items}</ul></document>')
        return sum("punt" in run.text for run in frames[0].texts())

    # Somewhere in this range the page ends behind each of the items.
    found = {cut(before, 4) for before in range(1, 14)}
    assert found == {0, 2, 4}
    assert {cut(before, 3) for before in range(1, 14)} == {0, 3}


def test_a_list_is_cut_between_items_and_within_long_ones(pages: Pages) -> None:
    items = "".join(f"<li>punt {number}</li>" for number in range(4)) + f"<li>{'woord ' * 40}</li>"
    frames = pages(paper(f'<ul gap="0pt">{items}</ul>'))
    assert shown(frames)[0][:4] == ["Titel", "•", "punt 0", "•"]
    assert [lines.count("•") for lines in shown(frames)] == [5, 0]
    first, second = (list(frame.texts()) for frame in frames)
    assert second[0].x == pytest.approx(first[-1].x)
    assert len(second) >= 2


def test_what_is_cut_keeps_its_one_tag(pages: Pages) -> None:
    inside = f'<stack role="Note"><ul><li>{"woord " * 60}</li></ul>{p(8)}</stack>'
    first, second = (list(tags(frame.items)) for frame in pages(paper(inside))[:2])
    for role in ("Note", "L", "LI", "LBody"):
        (one,), (other,) = ([tag for tag in side if tag.role == role] for side in (first, second))
        assert one is other
    cut = pages(paper(p(12)))
    assert [tag for tag in tags(cut[0].items) if tag.role == "P"][-1] is next(tags(cut[1].items))


def test_decoration_that_is_cut_stays_decoration(pages: Pages) -> None:
    frames = pages(paper(f'<stack role="Artifact">{p(8)}{p(8, "q")}</stack>'))
    assert [tag.role for frame in frames for tag in tags(frame.items)] == ["H1"]
    assert sum(counts(frames)) == 17


def test_a_ground_is_drawn_behind_each_part(pages: Pages) -> None:
    frames = pages(paper(f'<stack fill="lijn" padding="6pt">{p(8)}{p(8, "q")}</stack>'))
    assert len(frames) > 1
    assert [sum(isinstance(item, Shape) for item in frame.items) for frame in frames] == [1] * len(frames)


def test_a_table_repeats_its_head_as_decoration(pages: Pages) -> None:
    rows = "".join(f"<tr><td>rij {number}</td><td>x</td></tr>" for number in range(9))
    table = f'<table columns="1fr 1fr" padding="0pt"><tr head="ja"><th>Wat</th><th>Wie</th></tr>{rows}</table>'
    frames = pages(paper(table))
    assert [lines.count("Wat") for lines in shown(frames)] == [1, 1]
    assert [line for page in shown(frames) for line in page if line.startswith("rij")] == [f"rij {n}" for n in range(9)]
    first, second = (list(tags(frame.items)) for frame in frames)
    assert [tag.role for tag in first].count("TH") == 2
    assert [tag.role for tag in second].count("TH") == 0
    assert next(tag for tag in first if tag.role == "TBody") is next(tag for tag in second if tag.role == "TBody")


def test_what_follows_a_table_stands_below_its_last_row_when_the_head_comes_back(pages: Pages) -> None:
    rows = "".join(f"<tr><td>rij {number}</td></tr>" for number in range(11))
    table = f'<table columns="1fr" padding="0pt" rules="none"><tr head="ja"><th>Wat</th></tr>{rows}</table>'
    first, second = pages(paper(f'<stack gap="0pt" space-before="0pt">{table}{p(2, "na")}</stack>'))
    # Ten lines on a page: title, head and eight rows; then the head once more, three rows, and what follows.
    assert lines_of(first) == ["Titel", "Wat", *(f"rij {number}" for number in range(8))]
    below = {run.text.strip(): run.baseline for run in second.texts()}
    wanted = ["Wat", "rij 8", "rij 9", "rij 10", "na0", "na1"]
    assert list(below) == wanted
    assert list(below.values()) == pytest.approx([20 + 8.5 + 12 * line for line in range(len(wanted))])


def test_writing_lines_are_cut_between_two_lines(pages: Pages) -> None:
    assert len(pages(paper('<writing-lines count="12" gap="20pt"/>'))) == 3


def test_header_and_footer_stand_on_every_page_with_its_number(pages: Pages) -> None:
    furniture = (
        '<header h="11pt"><text style="voet">Kop</text></header>'
        '<footer h="11pt"><text style="voet" w="200pt" align="right"><page-number/> van <page-count/></text></footer>'
    )
    frames = pages(f'<document w="240pt" h="240pt" margin="40pt 20pt" title="x">{furniture}{TITLE}{p(20)}</document>')
    assert [lines[0] for lines in shown(frames)] == ["Kop", "Kop"]
    assert [lines[1] for lines in shown(frames)] == ["1 van 2", "2 van 2"]
    assert [tag.role for frame in frames for tag in tags(frame.items)] == ["H1", "P", "P"]


def test_an_authors_text_in_a_footer_that_does_not_fit_is_the_authors(faults: Faults) -> None:
    furniture = '<footer h="11pt"><text style="voet" w="60pt">{{ t }}</text></footer>'
    layout = f'<document w="240pt" h="240pt" margin="40pt 20pt" title="x">{furniture}{TITLE}</document>'
    assert "veld 'vraag': de tekst is" in str(faults(layout, t=tekst("een titel die te lang is")))


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (paper("", '<header h="30pt"/>'), "<header>: staat 11,5 mm over de tekst van de bladzijde heen"),
        (paper("", '<footer h="30pt"/>'), "<footer>: staat"),
        (paper('<p x="150pt" w="80pt">x</p>'), "steekt 10,6 mm buiten de bladspiegel"),
        (paper("").replace('margin="20pt"', 'margin="4pt"'), "te dicht bij de rand"),
        (f"{OPEN}<p>x</p></document>", "een papier heeft een <h1> nodig"),
        (paper("<h1>Nog een</h1>"), "een papier heeft precies één <h1>"),
        (paper("<h3>Kopje</h3>"), "<h3> komt hier na <h1>: er is een kop overgeslagen"),
        (f"{OPEN}<h2>Kop</h2></document>", "<h2> komt hier na niets"),
    ],
)
def test_a_paper_that_is_wrong_is_refused(faults: Faults, inside: str, said: str) -> None:
    error = faults(inside)
    assert isinstance(error, KitError)
    assert said in str(error)
