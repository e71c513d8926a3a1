"""Whole faces, as text, look as they were accepted; the comparison sees every change that a reader would see."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from speelveld import geometry
from speelveld.colors import Color
from speelveld.typeset import Frame, Group, Item, Shape, Tag, TextRun
from tests.typeset.frametext import frame_text
from tests.typeset.halfem import tekst

GOLDEN = Path(__file__).with_name("golden")
VERHAAL = (
    "Na de diagnose begint het zoeken. De _mantelzorger_ belt, en belt nog eens. Wie weet **waar** zij terechtkan?"
)
DATA: dict[str, dict[str, Any]] = {
    "kaart": {
        "kaart": {"titel": tekst("Een vrije dag voor wie voor een ander zorgt"), "vraag": tekst("Hoe **samen**?")}
    },
    "papier": {"titel": tekst("Leven met dementie"), "verhaal": tekst(VERHAAL), "fiches": 15},
}


def made(pages: Callable[..., tuple[Frame, ...]], name: str) -> tuple[Frame, ...]:
    return pages((GOLDEN / f"{name}.xml.j2").read_text(encoding="utf-8"), **DATA[name])


@pytest.mark.parametrize("name", DATA)
def test_a_face_is_as_accepted(pages: Callable[..., tuple[Frame, ...]], name: str) -> None:
    """Look at the difference; if it is right, write the new text into the file."""
    text = "\n".join(map(frame_text, made(pages, name)))
    assert text == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def changed(items: tuple[Item, ...], kind: type[Item], changes: dict[str, Any]) -> tuple[Item, ...]:
    """Return `items` in which the first of a kind, however deep, is changed."""
    for index, item in enumerate(items):
        if type(item) is kind:
            return (*items[:index], replace(item, **changes), *items[index + 1 :])
        if isinstance(item, Group) and (inside := changed(item.items, kind, changes)) != item.items:
            return (*items[:index], replace(item, items=inside), *items[index + 1 :])
    return items


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (TextRun, {"x": 999.0}),
        (TextRun, {"text": "iets anders"}),
        (TextRun, {"size": 8.0}),
        (TextRun, {"color": Color("rood", (1, 0, 0), (0, 1, 1, 0))}),
        (Shape, {"fill": None}),
        (Shape, {"path": geometry.Path("m", (geometry.Point(0.0, 0.0),))}),
        (Group, {"tag": Tag("Div")}),
    ],
)
def test_the_comparison_sees_a_change(
    pages: Callable[..., tuple[Frame, ...]], kind: type[Item], changes: dict[str, Any]
) -> None:
    (frame,) = made(pages, "kaart")
    other = replace(frame, items=changed(frame.items, kind, changes))
    assert other != frame
    assert frame_text(other) != frame_text(frame)
