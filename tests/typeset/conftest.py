"""Typesetting with a small theme and letters of half an em, so that expected numbers can be worked out."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from speelveld.errors import SpeelveldError
from speelveld.markup import Layouts, Node
from speelveld.typeset import FilledFace, Frame, Layout, Metrics, SetFaces, typeset_kind
from tests.typeset.halfem import HalfEm, NoPictures, theme


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., Node]:
    """Return the tree of a layout given as text, filled with data."""

    def made(source: str, **data: Any) -> Node:
        (tmp_path / "layout.xml.j2").write_text(source, encoding="utf-8")
        return Layouts([tmp_path], tmp_path).render("layout.xml.j2", data)

    return made


@pytest.fixture
def set_kind(tree: Callable[..., Node]) -> Callable[..., SetFaces]:
    """Return the faces of one kind: a layout filled with each of a list of data."""

    def made(source: str, cards: list[Mapping[str, Any]], metrics: Metrics | None = None, kit: str = "") -> SetFaces:
        def jobs() -> list[FilledFace]:
            return [FilledFace(tree(source, **data), f"kaart {number}") for number, data in enumerate(cards, 1)]

        def layout(step: int) -> Layout:
            return Layout(theme(), metrics or HalfEm(), NoPictures(), step, kit_files=frozenset({kit}))

        return typeset_kind(jobs, layout, 3)

    return made


@pytest.fixture
def pages(set_kind: Callable[..., SetFaces]) -> Callable[..., tuple[Frame, ...]]:
    """Return the frames of one layout."""

    def made(source: str, **data: Any) -> tuple[Frame, ...]:
        return set_kind(source, [data]).frames[0]

    return made


@pytest.fixture
def faults(set_kind: Callable[..., SetFaces]) -> Callable[..., SpeelveldError]:
    """Return the error of a layout that must not be accepted."""

    def made(source: str, kit: str = "", **data: Any) -> SpeelveldError:
        with pytest.raises(SpeelveldError) as caught:
            set_kind(source, [data], kit=kit)
        return caught.value

    return made
