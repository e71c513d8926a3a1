"""Texts that fit by themselves: a part of a face with `fit` takes its own step, whatever the rest takes."""

from collections.abc import Callable

import pytest

from speelveld.errors import AuthorError
from speelveld.typeset import SetFaces
from tests.typeset.halfem import tekst

Kind = Callable[..., SetFaces]

# In `trap`, at 14, 12 and 10 points, 200 points hold 28, 33 and 40 characters; the lines are 16.8, 14.4 and 12 high.
BOARD = """
<card w="220pt" h="220pt" title="x">
<text fit="vraag" style="trap" x="10pt" y="10pt" w="200pt" h="34pt">{{ vraag }}</text>
<text style="trap" x="10pt" y="60pt" w="200pt" h="34pt">{{ rest }}</text>
<stack fit="titel" x="10pt" y="110pt" w="200pt" h="34pt"><text style="trap">{{ titel }}</text></stack>
</card>
"""


def sizes(found: SetFaces, card: int = 0) -> dict[str, float]:
    """Return the size of the texts by their first letter."""
    return {run.text[0]: run.size for run in found.frames[card][0].texts()}


def board(question: int, rest: int, title: int) -> dict[str, object]:
    """Return texts of so many characters."""
    lengths = {"vraag": question, "rest": rest, "titel": title}
    return {name: tekst(f"{name[0]}aaa " * (length // 5), name) for name, length in lengths.items()}


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ((20, 20, 20), (14, 14, 14)),
        # Two lines of 12 points hold 60 characters, two of 14 hold 50.
        ((20, 60, 20), (14, 12, 14)),
        ((60, 20, 20), (12, 14, 14)),
        ((20, 60, 70), (14, 12, 10)),
        ((60, 60, 60), (12, 12, 12)),
    ],
)
def test_each_part_takes_the_largest_letters_at_which_it_fits(
    set_kind: Kind, lengths: tuple[int, int, int], expected: tuple[float, float, float]
) -> None:
    found = set_kind(BOARD, [board(*lengths)])
    assert sizes(found) == dict(zip("vrt", expected, strict=True))
    # What is reported is the smallest that any part had to become.
    assert found.step == (14, 12, 10).index(min(expected))


def test_a_part_is_one_size_on_every_card_of_a_kind(set_kind: Kind) -> None:
    found = set_kind(BOARD, [board(20, 60, 20), board(70, 20, 20)])
    assert sizes(found, 0) == sizes(found, 1) == {"v": 10, "r": 12, "t": 14}


def test_a_part_that_does_not_fit_at_its_smallest_is_named(set_kind: Kind) -> None:
    with pytest.raises(AuthorError) as caught:
        set_kind(BOARD, [board(100, 20, 20)])
    assert "kaart 1, veld 'vraag': de tekst is" in str(caught.value)
    assert len(caught.value.problems) == 1


def test_parts_of_one_name_are_one_size_on_one_face(set_kind: Kind) -> None:
    found = set_kind(BOARD.replace('"titel"', '"vraag"', 1), [board(20, 60, 70)])
    assert sizes(found) == {"v": 10, "r": 12, "t": 10}


def test_a_part_without_a_height_makes_room_when_the_rest_is_at_its_smallest(set_kind: Kind) -> None:
    layout = (
        '<card w="220pt" h="220pt" title="x"><stack x="10pt" y="10pt" w="200pt" h="63pt">'
        '<text fit="vraag" style="trap">{{ vraag }}</text><text style="trap">{{ rest }}</text></stack></card>'
    )
    # Three lines at 10 points beside two at 14 are too much by 6.6 points; beside two at 12 by 1.8; at 10 they fit.
    assert sizes(set_kind(layout, [board(50, 120, 0)])) == {"v": 10, "r": 10}


def test_a_text_in_a_row_is_as_wide_as_its_own_letters_ask(set_kind: Kind) -> None:
    row = '<row x="10pt" y="150pt" w="200pt"><text fit="titel" style="trap">{{ titel }}</text><text>einde</text></row>'
    layout = BOARD.partition("<stack fit")[0] + row + "</card>"
    found = set_kind(layout, [board(20, 60, 10)])
    runs = {run.text[0]: run for run in found.frames[0][0].texts()}
    assert runs["t"].size == 14
    assert runs["e"].x == pytest.approx(10 + 9 * 7, abs=0.2)
