"""A card or board is shown small as it was set: whole, not stretched, and a picture for who reads with the ear."""

from collections.abc import Callable

import pytest

from speelveld.errors import KitError, SpeelveldError
from speelveld.typeset import Frame, Group, Inset, Shape
from tests.typeset.frametext import lines_of, tags

Pages = Callable[..., tuple[Frame, ...]]
Faults = Callable[..., SpeelveldError]


def card(inside: str) -> str:
    return f'<card w="300pt" h="300pt" title="x" safe="0mm">{inside}</card>'


def shown(frame: Frame) -> tuple[Group, Inset]:
    (group,) = (item for item in frame.items if isinstance(item, Group))
    (inset,) = (item for item in group.items if isinstance(item, Inset))
    return group, inset


@pytest.mark.parametrize(
    ("place", "box"),
    [
        # The card is 100 by 200 points.
        ('w="50pt"', (0.0, 0.0, 50.0, 100.0)),
        ('w="50pt" h="60pt"', (0.0, 0.0, 30.0, 60.0)),
        ('w="50pt" h="60pt" align="center"', (10.0, 0.0, 30.0, 60.0)),
        ('w="20pt" h="60pt" valign="bottom"', (0.0, 20.0, 20.0, 40.0)),
        ('x="7pt" y="9pt" w="50pt"', (7.0, 9.0, 50.0, 100.0)),
    ],
)
def test_it_is_as_large_as_fits_and_never_stretched(pages: Pages, place: str, box: tuple[float, ...]) -> None:
    (frame,) = pages(card(f'<thumbnail of="kaarten" alt="Een kaart" {place}/>'))
    _, inset = shown(frame)
    assert (inset.box.x, inset.box.y, inset.box.width, inset.box.height) == pytest.approx(box)
    assert inset.scale == pytest.approx(inset.box.width / 100)


def test_what_stands_on_it_is_no_text_of_the_layout(pages: Pages) -> None:
    (frame,) = pages(card('<thumbnail of="kaarten" alt="Een kaart" w="50pt"/>'))
    assert [run.text for run in shown(frame)[1].frame.texts()] == ["klein"]
    assert lines_of(frame) == []


def test_the_ear_hears_what_it_shows(pages: Pages) -> None:
    (frame,) = pages(card('<thumbnail of="kaarten" alt="Een kaart" w="50pt"/>'))
    assert [(tag.role, tag.alt) for tag in tags(frame.items)] == [("Figure", "Een kaart")]
    (frame,) = pages(card('<thumbnail of="kaarten" alt="Een kaart" role="Artifact" w="50pt"/>'))
    assert list(tags(frame.items)) == []


def test_it_lies_on_its_ground_and_under_its_edge(pages: Pages) -> None:
    (frame,) = pages(card('<thumbnail of="kaarten" alt="x" w="50pt" fill="wit" stroke="inkt"/>'))
    group, inset = shown(frame)
    ground, _, edge = group.items
    assert isinstance(ground, Shape)
    assert isinstance(edge, Shape)
    assert (ground.fill and ground.fill.name, ground.stroke) == ("wit", None)
    assert (edge.fill, edge.stroke and edge.stroke.name) == (None, "inkt")
    assert ground.path.bounds == edge.path.bounds == inset.box


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<thumbnail of="weg" alt="x" w="9pt"/>', "onderdeel 'weg' is er niet"),
        ('<thumbnail of="kaarten" alt="x" number="2" w="9pt"/>', "onderdeel 'kaarten' is er niet"),
        ('<thumbnail of="kaarten" alt="x" side="onder" w="9pt"/>', "kenmerk 'side' kan niet 'onder' zijn"),
        ('<thumbnail of="kaarten" w="9pt"/>', "<thumbnail> mist het kenmerk 'alt'"),
    ],
)
def test_what_is_not_there_is_named(faults: Faults, inside: str, said: str) -> None:
    error = faults(card(inside))
    assert isinstance(error, KitError)
    assert said in str(error)
