"""Boxes of one name are as high as the highest of them, on whatever card of a kind they stand."""

import re
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speelveld.errors import AuthorError, KitError, Source
from speelveld.markup import Node
from speelveld.typeset import FilledFace, Frame, Layout, SetFaces, Shape, typeset_kind
from tests.typeset.halfem import HalfEm, NoPictures, tekst, theme

Kind = Callable[..., SetFaces]

# In `tekst` a character is 5 points wide and a line 12 points high: 40 characters a line.
CARD = """
<card w="220pt" h="{{ hoog }}pt" title="x"><stack x="10pt" y="10pt" w="200pt" h="{{ hoog - 20 }}pt">
<stack same-height="een"><text style="tekst">{{ een }}</text></stack>
<text same-height="twee" style="tekst">{{ twee }}</text>
<text style="tekst">einde</text>
</stack></card>
"""


def card(first: int, second: int, high: int = 220, line: int = 4) -> dict[str, object]:
    """Return the data of a card with so many lines in each of two boxes."""
    texts = ("aaaa " * (8 * first), "bbbb " * (8 * second))
    return {"een": tekst(texts[0], "een", line), "twee": tekst(texts[1], "twee", line + 1), "hoog": high}


def at(frame: Frame, word: str) -> float:
    """Return the baseline of the first line that begins with `word`, in points."""
    return round(next(run.baseline for run in frame.texts() if run.text.startswith(word)), 3)


def places(found: SetFaces, word: str) -> list[float]:
    return [at(frames[0], word) for frames in found.frames]


def test_what_stands_under_a_box_stands_equally_low_on_every_card(set_kind: Kind) -> None:
    found = set_kind(CARD, [card(1, 3), card(4, 1), card(2, 2)])
    first = at(found.frames[0][0], "aaaa")
    assert places(found, "bbbb") == [first + 4 * 12] * 3
    assert places(found, "einde") == [first + 4 * 12 + 3 * 12] * 3


def test_without_the_name_each_card_stands_as_its_own_texts_ask(set_kind: Kind) -> None:
    loose = CARD.replace(' same-height="een"', "").replace(' same-height="twee"', "")
    found = set_kind(loose, [card(1, 3), card(4, 1), card(2, 2)])
    assert len(set(places(found, "bbbb"))) == 3


def test_the_white_of_a_box_stands_at_its_end_and_its_ground_reaches_down(set_kind: Kind) -> None:
    layout = CARD.replace('<stack same-height="een"', '<stack same-height="een" fill="lijn" padding="5pt 0pt"')
    found = set_kind(layout, [card(1, 1), card(3, 1)])
    for frames in found.frames:
        ground = next(item for item in frames[0].items if isinstance(item, Shape))
        tops = [point.y for point in ground.path.points]
        assert max(tops) - min(tops) == pytest.approx(3 * 12 + 10)
    assert len(set(places(found, "aaaa"))) == 1


def test_room_is_shared_inside_a_box_as_it_is_in_any_stack(set_kind: Kind) -> None:
    foot = "<spacer/><text>voet</text></stack>"
    found = set_kind(CARD.replace("</stack>\n<text same", foot + "\n<text same"), [card(1, 1), card(3, 1)])
    assert len(set(places(found, "voet"))) == 1


def test_boxes_beside_each_other_on_one_face_share_their_height_too(set_kind: Kind) -> None:
    column = '<stack><text same-height="kop">{{ t }}</text><text>onder</text></stack>'
    layout = (
        '<card w="220pt" h="220pt" title="x"><row x="10pt" y="10pt" w="200pt">'
        + column
        + column.replace("{{ t }}", "kort")
        + "</row></card>"
    )
    (frames,) = set_kind(layout, [{"t": tekst("aaaa " * 16)}]).frames
    assert len({run.baseline for run in frames[0].texts() if run.text == "onder"}) == 1


def test_on_a_paper_boxes_of_one_name_share_their_height_as_well(set_kind: Kind) -> None:
    box = '<stack same-height="vak" fill="lijn"><text>{}</text></stack>'
    long = box.format("aaaa " * 16)
    layout = f'<document w="220pt" h="220pt" margin="20pt" title="x"><h1>Kop</h1>{long}{box.format("kort")}</document>'
    (frames,) = set_kind(layout, [{}]).frames
    tall = [
        max(point.y for point in item.path.points) - min(point.y for point in item.path.points)
        for item in frames[0].items
        if isinstance(item, Shape)
    ]
    assert len(tall) == 2
    assert tall[0] == pytest.approx(tall[1])


def test_a_box_in_a_box_of_another_name_counts_with_the_height_it_gets(set_kind: Kind) -> None:
    layout = (
        '<card w="220pt" h="220pt" title="x"><stack x="10pt" y="10pt" w="200pt">'
        '<stack same-height="buiten" padding="3pt 0pt"><text same-height="binnen">{{ een }}</text>'
        "<text>{{ twee }}</text></stack><text>einde</text></stack></card>"
    )
    found = set_kind(layout, [card(1, 3), card(4, 1)])
    first = at(found.frames[0][0], "aaaa")
    # The highest inner box has 4 lines, and then 3 more lines follow: no card has both by itself.
    assert places(found, "bbbb") == [first + 4 * 12] * 2
    assert places(found, "einde") == [first + (4 + 3) * 12 + 3] * 2


# Two boxes of 3 lines fit in 84 points, and a line for the end: exactly, and one point less not.
@pytest.mark.parametrize(("room", "fits"), [(84, True), (83, False)])
def test_a_step_fits_only_if_the_highest_boxes_of_all_cards_fit_together(set_kind: Kind, room: int, fits: bool) -> None:
    cards = [card(1, 3, room + 20), card(3, 1, room + 20)]
    if fits:
        set_kind(CARD, cards)
    else:
        with pytest.raises(AuthorError):
            set_kind(CARD, cards)


def test_a_smaller_step_is_taken_where_the_cards_fit_but_not_with_equal_heights(set_kind: Kind) -> None:
    layout = CARD.replace('style="tekst">{{', 'style="trap">{{')
    # At 14 points a line holds five words and is 16.8 points high; at 12 points six and 14.4; at 10 eight and 12. The
    # boxes have four lines and two; those of both cards together are 8 lines, at 10 points 6.
    cards = [{**card(1, 1, 146), name: tekst("aaaa " * 20)} for name in ("een", "twee")]
    alone = [set_kind(layout, [one]).step for one in cards]
    together = set_kind(layout, cards)
    assert alone == [0, 0]
    assert together.step == 2
    assert len(set(places(together, "einde"))) == 1


def test_the_text_that_fewest_cards_have_to_change_is_named_with_its_card(set_kind: Kind) -> None:
    # Five lines fit; the highest boxes and the end take six. Of the first box two cards have two lines, and one card
    # has three of the second.
    cards = [card(2, 1, 80), card(1, 3, 80, line=14), card(2, 1, 80, line=24)]
    with pytest.raises(AuthorError) as caught:
        set_kind(CARD, cards)
    (problem,) = caught.value.problems
    assert problem.source == Source("casus.yaml", 15, 3)
    assert re.match(r"kaart 2, veld 'twee': de tekst is 4,2 mm te lang \(ongeveer \d+ tekens\)", problem.message)
    text = str(cards[1]["twee"]).strip()[: -int(re.findall(r"ongeveer (\d+)", problem.message)[0])]
    set_kind(CARD, [cards[0], {**cards[1], "twee": tekst(text)}, cards[2]])


def test_every_card_that_has_to_lose_something_is_named(set_kind: Kind) -> None:
    with pytest.raises(AuthorError) as caught:
        set_kind(CARD, [card(2, 1, 80), card(1, 3, 80, line=14), card(2, 3, 92, line=24), card(2, 1, 80)])
    assert [problem.source.line for problem in caught.value.problems if problem.source] == [15, 25]


def test_where_no_box_is_enough_the_longest_text_of_each_is_named(set_kind: Kind) -> None:
    layout = (
        '<card w="220pt" h="68pt" title="x"><stack x="10pt" y="10pt" w="200pt" h="48pt">'
        '{% for naam in teksten %}<stack same-height="{{ naam }}">{% if teksten[naam] %}'
        "<text>{{ teksten[naam] }}</text>{% endif %}</stack>{% endfor %}</stack></card>"
    )
    names = ("een", "twee", "drie")
    cards = [
        {"teksten": {name: tekst("aaaa " * 32, name, line) if name == own else "" for name in names}}
        for line, own in enumerate(names, 4)
    ]
    with pytest.raises(AuthorError) as caught:
        set_kind(layout, cards)
    assert [problem.source.line for problem in caught.value.problems if problem.source] == [4, 5, 6]
    assert all("zijn samen 33,9 mm te hoog" in problem.message for problem in caught.value.problems)


def test_a_card_that_does_not_fit_by_itself_is_told_as_it_always_was(set_kind: Kind) -> None:
    with pytest.raises(AuthorError, match=r"kaart 2, veld '(een|twee)': de tekst is .* te lang"):
        set_kind(CARD, [card(1, 1, 92), card(4, 4, 92)])


def test_boxes_of_the_layout_itself_that_are_too_high_together_are_the_fault_of_the_layout(set_kind: Kind) -> None:
    layout = CARD
    for name in ("een", "twee"):
        line = f"{name} " * (8 if name == "twee" else 10)
        layout = layout.replace(f"{{{{ {name} }}}}", f"{{% for _ in range({name}) %}}{line}{{% endfor %}}")
    with pytest.raises(KitError, match=r"even hoog zijn, zijn samen 4,2 mm te hoog"):
        set_kind(layout, [{"een": 1, "twee": 3, "hoog": 80}, {"een": 2, "twee": 1, "hoog": 80}])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ('same-height=" "', "kenmerk 'same-height' is leeg"),
        ('same-height="een" h="20pt"', "'h' en 'same-height' gaan niet samen"),
        ('fit=""', "kenmerk 'fit' is leeg"),
    ],
)
def test_a_name_that_is_none_and_a_height_that_is_two_are_mistakes(set_kind: Kind, wrong: str, message: str) -> None:
    with pytest.raises(KitError, match=message):
        set_kind(CARD.replace('same-height="een"', wrong), [card(1, 1)])


def test_a_box_in_a_box_of_its_own_name_is_a_mistake_and_no_endless_work(set_kind: Kind) -> None:
    inner = '<stack same-height="een"><text style="tekst">{{ een }}</text></stack>'
    layout = CARD.replace(inner, f'<stack same-height="een" padding="1pt">{inner}</stack>')
    with pytest.raises(KitError, match="er staan vakken van dezelfde naam in elkaar"):
        set_kind(layout, [card(1, 1)])


def test_trees_are_made_once_for_all_steps(tree: Callable[..., Node]) -> None:
    layout = CARD.replace('style="tekst">{{', 'style="trap">{{')
    made: list[int] = []

    def jobs() -> Iterator[FilledFace]:
        for number in range(3):
            made.append(number)
            yield FilledFace(tree(layout, een=tekst("aaaa " * 20), twee="", hoog=60 + 20), str(number))

    assert typeset_kind(jobs, lambda step: Layout(theme(), HalfEm(), NoPictures(), step), 3).step > 0
    assert made == [0, 1, 2]


@pytest.mark.parametrize("named", [(0,), (1,), (0, 1), (2,)])
def test_faces_without_such_boxes_lie_among_those_that_have_them(set_kind: Kind, named: Sequence[int]) -> None:
    layout = f"{{% if naam %}}{CARD}{{% else %}}{CARD.replace(' same-height', ' lang')}{{% endif %}}"
    layout = layout.replace(' lang="een"', "").replace(' lang="twee"', "")
    found = set_kind(layout, [{**card(1 + number, 1), "naam": number in named} for number in range(3)])
    high = 1 + max(named)
    first = at(found.frames[0][0], "aaaa")
    lines = [high if number in named else number + 1 for number in range(3)]
    assert places(found, "bbbb") == [first + 12 * line for line in lines]


WORD = st.sampled_from(["een", "gemeente", "mogelijkheden", "op", "straat", "kant-en-klaar"])
TEXT = st.lists(WORD, max_size=24).map(" ".join)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_whatever_is_written_fields_stand_equally_high_and_no_word_is_lost(
    set_kind: Kind, texts: list[tuple[str, str]]
) -> None:
    layout = (
        '<card w="220pt" h="500pt" title="x"><stack x="10pt" y="10pt" w="150pt" h="480pt">'
        '<text>A</text><stack same-height="een"><text style="trap">{{ een }}</text></stack>'
        '<text>B</text><row same-height="twee" fill="lijn" padding="2pt"><text style="trap">{{ twee }}</text></row>'
        "<text>C</text></stack></card>"
    )
    found = set_kind(layout, [{"een": tekst(one), "twee": tekst(two)} for one, two in texts])
    for label in "ABC":
        assert len(set(places(found, label))) == 1
    for frames, (one, two) in zip(found.frames, texts, strict=True):
        said = "".join(run.text for run in frames[0].texts()).replace("\N{SOFT HYPHEN}", "")
        assert said.replace(" ", "") == f"A{one}B{two}C".replace(" ", "")
    # The white is no more than the highest asks for: some card fills each of its boxes.
    tops = places(found, "B")[0] - places(found, "A")[0]
    alone = [set_kind(layout, [{"een": tekst(one), "twee": tekst(two)}]) for one, two in texts]
    if all(one.step == found.step for one in alone):
        assert max(at(one.frames[0][0], "B") - at(one.frames[0][0], "A") for one in alone) == pytest.approx(tops)
