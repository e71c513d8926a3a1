"""Layouts written by a test, filled as the program fills its own."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from speelveld.errors import KitError, Problem
from speelveld.markup import Layouts, Node

Fill = Callable[..., Node]
Wrong = Callable[..., list[Problem]]


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Return the tree of a layout given as text; `files` are others beside it, `bundled` those of the program."""

    def made(
        source: str,
        files: Mapping[str, str] | None = None,
        bundled: Mapping[str, str] | None = None,
        **data: Any,
    ) -> Node:
        own, standard = tmp_path / "eigen", tmp_path / "standaard"
        for folder, layouts in ((own, {"kaart.xml.j2": source, **(files or {})}), (standard, bundled or {})):
            folder.mkdir(exist_ok=True)
            for name, text in layouts.items():
                (folder / name).write_text(text, encoding="utf-8")
        return Layouts([own], standard).render("kaart.xml.j2", data)

    return made


@pytest.fixture
def wrong(fill: Fill) -> Wrong:
    """Return the problems of a layout that must not be accepted."""

    def made(source: str, *args: Any, **data: Any) -> list[Problem]:
        with pytest.raises(KitError) as caught:
            fill(source, *args, **data)
        return list(caught.value.problems)

    return made
