"""A quotation mark that a text begins with stands left of its lines, where its style asks for that."""

from collections.abc import Callable

import pytest

from speelveld.markup import Node
from speelveld.markup.style import Theme
from speelveld.typeset import FilledFace, Frame, Layout, TextRun, typeset_kind
from tests.typeset.halfem import HalfEm, NoPictures, style, theme

CARD = '<card w="220pt" h="220pt" title="x"><text style="citaat" x="30pt" y="10pt" w="{}pt" {}>{}</text></card>'


def runs(tree: Callable[..., Node], text: str, width: int = 180, more: str = "", **changes: object) -> list[TextRun]:
    plain = theme()
    with_quotes = Theme(plain.colors, {**plain.styles, "citaat": style("citaat", 10, **{"hanging": True, **changes})})
    faces = [FilledFace(tree(CARD.format(width, more, text)), "kaart")]
    made = typeset_kind(lambda: faces, lambda step: Layout(with_quotes, HalfEm(), NoPictures(), step), 1)
    frame: Frame = made.frames[0][0]
    return list(frame.texts())


# A character is 5 points wide.
@pytest.mark.parametrize("mark", ["“", "‘", "„"])
def test_the_words_of_a_quotation_stand_straight_under_each_other(tree: Callable[..., Node], mark: str) -> None:
    found = runs(tree, f"{mark}een twee drie”", 50)
    assert [run.x for run in found] == [25, 30]


@pytest.mark.parametrize(
    ("text", "more", "changes", "x"),
    [
        ("een twee", "", {}, 30),
        ("“een twee”", "", {"hanging": False}, 30),
        # In the middle, half of what is left: 180 points less ten characters.
        ("“een twee”", 'align="center"', {}, 30 + 65),
    ],
)
def test_nothing_else_hangs(
    tree: Callable[..., Node], text: str, more: str, changes: dict[str, object], x: float
) -> None:
    assert runs(tree, text, 180, more, **changes)[0].x == x


def test_a_text_without_words_hangs_nowhere(tree: Callable[..., Node]) -> None:
    assert runs(tree, "") == []
