"""Pictures drawn by a layout, with the bundled theme."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from speelveld.errors import SpeelveldError
from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.markup import Layouts
from speelveld.markup.huisstijl import huisstijl_colors
from speelveld.markup.theme import load_theme
from speelveld.resources import bundled, fonts
from speelveld.typeset import FilledFace, FontFiles, Frame, Layout, typeset_kind
from tests.makers.fixtures import family, make

__all__ = ["draw", "family", "make", "refused"]

Draw = Callable[..., Frame]
Refused = Callable[[str], list[str]]


class NoPictures:
    """A casus without pictures."""

    def image(self, name: str) -> tuple[ReadFile, Size]:
        """Refuse any picture."""
        raise LookupError(name)


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Return the frame of a layout of 200 by 60 mm with these elements."""
    metrics = FontFiles(fonts())

    def drawn(inside: str, *, huis: str | None = None, low_ink: bool = False, before: str = "", **data: Any) -> Frame:
        (tmp_path / "vel.xml.j2").write_text(
            f'{before}<card w="200mm" h="60mm" title="Vel">{inside}</card>', encoding="utf-8"
        )
        theme = load_theme(bundled("layouts") / "stijl.yaml")
        if huis:
            theme = theme.with_colors(huisstijl_colors(theme, huis))
        if low_ink:
            theme = theme.sparing_ink()
        layouts = Layouts([tmp_path], bundled("layouts"))

        def faces() -> list[FilledFace]:
            return [FilledFace(layouts.render("vel.xml.j2", data), "vel")]

        return typeset_kind(faces, lambda step: Layout(theme, metrics, NoPictures(), step), 1).frames[0][0]

    return drawn


@pytest.fixture
def refused(draw: Draw) -> Refused:
    """Return what is said of elements that are not accepted: each message with its hint."""

    def said(inside: str) -> list[str]:
        with pytest.raises(SpeelveldError) as caught:
            draw(inside)
        return [f"{problem.message} ({problem.hint})" for problem in caught.value.problems]

    return said
