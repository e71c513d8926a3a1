"""What is kept of a frame is the whole frame: each thing that can be drawn, each field of it set."""

import json
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from speelveld.colors import Color
from speelveld.files import ReadFile
from speelveld.geometry import Matrix, Point, Rect, Size
from speelveld.geometry import Path as Outlined
from speelveld.typeset.frame import (
    ARTIFACT,
    Ends,
    Field,
    Frame,
    Group,
    Inset,
    Item,
    Outline,
    Picture,
    Quote,
    Shade,
    Shape,
    Tag,
    TextRun,
)  # fmt: skip
from speelveld.typeset.gradient import Circle, Gradient, Stop
from speelveld.typeset.stored import Packer, Unpacker

RED = Color("rood", (0.8, 0.1, 0.2), (0.0, 0.9, 0.8, 0.1), True, True)
BLUE = Color("blauw", (0.1, 0.1, 0.9), (0.9, 0.8, 0.0, 0.0), False, False)
ROOF = Outlined("MLLZ", (Point(0.5, 1.25), Point(3, 4), Point(5, 6)))
TURNED = Matrix(0, 1, -1, 0, 12.5, 7)
PHOTO = ReadFile(Path("foto.png"), b"\x89PNG")
FLOW = Gradient(
    (Stop(0.0, RED, 0.4), Stop(0.75, BLUE)), Circle(Point(1, 2), 3.5), Circle(Point(4, 5), 6.5), True, TURNED
)
QUOTES = (Quote(0, 1, Field("", "opgaven[1].titel")), Quote(1, 2, Field("deck/rollen.yaml", "rollen[0].naam")))
SIGNS = TextRun(1, 2, "é\N{HEAVY CHECK MARK}", ((0, -12.5),), "vet", 12, RED, 33.25, QUOTES)
FRAMED = Frame(Size(100, 50), (SIGNS,), "binnen")
EDGE = Shape(ROOF, RED, BLUE, 0.75, (1.0, 2.5), True, True, "a6", Ends(1, 2, 4.5, 0.25))
EVERYTHING: tuple[Item, ...] = (
    *FRAMED.items,
    EDGE,
    Shade(EDGE, FLOW),
    Picture(PHOTO, Rect(1, 2, 3, 4), BLUE),
    Inset(FRAMED, Rect(5, 6, 50, 25)),
    Group(Tag("H1", "een kop", "fy", "Row", 2, "#opgave"), (EDGE,), TURNED, (Outline(ROOF, True),), 0.5, True),
    Group(ARTIFACT, (EDGE,)),
    Group(None, ()),
)
WHOLE = Frame(Size(200, 100), EVERYTHING, "buiten", "fy", BLUE, Rect(9, 8, 7, 6))


def kept(frame: Frame) -> Frame:
    """Return a frame as it comes back from a file."""
    data = Packer(lambda file: [file.path.name], lambda inner: [inner.title]).frames([[frame]])
    back = Unpacker(lambda name: {"foto.png": PHOTO}[name[0]], lambda name: {"binnen": FRAMED}[name[0]])
    ((found,),) = back.frames(json.loads(json.dumps(data)))
    return found


def test_a_frame_with_everything_in_it_comes_back_as_it_was() -> None:
    assert kept(WHOLE) == WHOLE


def test_decoration_comes_back_as_decoration() -> None:
    assert [item.tag is ARTIFACT for item in kept(WHOLE).items if isinstance(item, Group)] == [False, True, False]


@pytest.mark.parametrize("kind", [*get_args(Item), Frame], ids=lambda kind: kind.__name__)
def test_the_frame_above_has_each_field_of_each_thing(kind: type) -> None:
    """A field that someone adds to what can be drawn is asked for here before it can be lost."""
    assert is_dataclass(kind)
    of_its_kind: list[Any] = [item for item in [*EVERYTHING, WHOLE] if type(item) is kind]
    for field in fields(kind):
        if field.default is not MISSING:
            assert any(getattr(item, field.name) != field.default for item in of_its_kind), field.name
    assert of_its_kind
