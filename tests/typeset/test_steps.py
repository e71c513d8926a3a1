"""One step of the sizes for a whole kind of card: the largest at which every card fits."""

from collections.abc import Callable, Iterator

import pytest

from speelveld.errors import AuthorError, KitError
from speelveld.markup import Node
from speelveld.typeset import FilledFace, Layout, SetFaces, typeset_kind
from tests.typeset.halfem import HalfEm, NoPictures, tekst, theme

CARD = (
    '<card w="220pt" h="120pt" title="x"><text style="trap" x="10pt" y="10pt" w="200pt" h="60pt">{{ t }}</text></card>'
)


def text(characters: int) -> dict[str, str]:
    return {"t": tekst("abcd " * (characters // 5))}


# At 14, 12 and 10 points: 28, 33 and 40 characters a line on 3, 4 and 5 lines.
@pytest.mark.parametrize(
    ("lengths", "step"), [([20], 0), ([75], 0), ([90], 1), ([150], 2), ([20, 150, 75], 2), ([20, 90], 1)]
)
def test_the_largest_step_that_fits_all_cards_is_taken(
    set_kind: Callable[..., SetFaces], lengths: list[int], step: int
) -> None:
    found = set_kind(CARD, [text(length) for length in lengths])
    assert found.step == step
    assert {run.size for frames in found.frames for frame in frames for run in frame.texts()} == {(14, 12, 10)[step]}


def test_what_does_not_fit_at_the_smallest_step_is_refused_not_shrunk(set_kind: Callable[..., SetFaces]) -> None:
    with pytest.raises(AuthorError, match=r"kaart 2, veld 'vraag'.*ook in de kleinste"):
        set_kind(CARD, [text(20), text(220)])


def test_a_wrong_layout_is_told_whatever_the_step(set_kind: Callable[..., SetFaces]) -> None:
    with pytest.raises(KitError, match="kleur 'rood' bestaat niet"):
        set_kind(CARD.replace("<text ", '<rect fill="rood" h="1pt"/><text '), [text(90)])


def test_a_step_is_tried_on_the_card_that_failed_before_all_are_set_again(tree: Callable[..., Node]) -> None:
    roots = [tree(CARD, **text(length)) for length in (20, 20, 150, 20)]
    made: list[int] = []

    def jobs() -> Iterator[FilledFace]:
        for number, root in enumerate(roots):
            made.append(number)
            yield FilledFace(root, str(number))

    assert typeset_kind(jobs, lambda step: Layout(theme(), HalfEm(), NoPictures(), step), 3).step == 2
    assert made == [0, 1, 2, 0, 1, 2, 3]


def test_a_kind_without_cards_is_a_set_without_frames(set_kind: Callable[..., SetFaces]) -> None:
    assert set_kind(CARD, []).frames == ()
