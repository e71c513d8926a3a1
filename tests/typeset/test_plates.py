"""A text in a colour that can be read in large letters alone stands on a white plate where it is small."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from speelveld.colors import Color
from speelveld.geometry import Rect
from speelveld.markup import Node
from speelveld.typeset import FilledFace, Frame, Layout, typeset_kind
from speelveld.typeset.frame import Group, Item, Shape, TextRun
from tests.typeset.halfem import HalfEm, NoPictures, style, theme

WEAK = Color("op-huis", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0), large=True)
STYLES = {
    "klein": style("klein", 17.9),
    "groot": style("groot", 18),
    "klein-vet": style("klein-vet", 13.9, face="vet"),
    "groot-vet": style("groot-vet", 14, face="vet"),
    "halfvet": style("halfvet", 17.9, face="halfvet"),
}


def items(found: tuple[Item, ...]) -> list[Item]:
    return [each for item in found for each in (items(item.items) if isinstance(item, Group) else [item])]


def made(tree: Callable[..., Node], text: str) -> list[Item]:
    usual = theme()
    own = replace(usual, colors={**usual.colors, "op-huis": WEAK}, styles={**usual.styles, **STYLES})
    root = tree(f'<card w="300pt" h="200pt" title="x">{text}</card>')
    found = typeset_kind(lambda: [FilledFace(root, "kaart")], lambda step: Layout(own, HalfEm(), NoPictures(), step), 1)
    frame: Frame = found.frames[0][0]
    return items(frame.items)


@pytest.mark.parametrize(
    ("name", "plated"),
    [("klein", True), ("groot", False), ("klein-vet", True), ("groot-vet", False), ("halfvet", True)],
)
def test_a_small_text_gets_a_plate_and_a_large_one_keeps_its_colour(
    tree: Callable[..., Node], name: str, plated: bool
) -> None:
    """WCAG 2.1, 1.4.3: a text is large from 18 points, or from 14 in bold."""
    found = made(tree, f'<text style="{name}" color="op-huis" x="20pt" y="20pt" w="200pt">Kort</text>')
    assert [type(item) for item in found] == ([Shape, TextRun] if plated else [TextRun])
    *plates, run = found
    assert isinstance(run, TextRun)
    assert run.color.name == ("inkt" if plated else "op-huis")
    for plate in plates:
        assert isinstance(plate, Shape)
        assert plate.fill is not None
        assert plate.fill.name == "wit"


def test_a_plate_lies_behind_its_line_and_not_on_the_one_above(tree: Callable[..., Node]) -> None:
    found = made(tree, '<text color="op-huis" x="20pt" y="20pt" w="70pt">Twaalf tekens op twee</text>')
    plates = [item.path.bounds for item in found if isinstance(item, Shape)]
    runs = [item for item in found if isinstance(item, TextRun)]
    assert len(plates) == len(runs) == 2
    # In ten points: letters reach 7 up and 2 down, and a line is 12 high.
    for box, run in zip(plates, runs, strict=True):
        assert box.contains(Rect(run.x, run.baseline - 7, run.width, 9), 0)
    assert plates[0].bottom <= runs[1].baseline - 7
    assert plates[1].y >= runs[0].baseline + 2


def test_other_colours_get_no_plate(tree: Callable[..., Node]) -> None:
    found = made(tree, '<text x="20pt" y="20pt" w="200pt">Kort</text>')
    assert [type(item) for item in found] == [TextRun]
