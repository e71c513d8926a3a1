"""Fixtures that draw: small PDFs made on the spot, and the files of the standard family."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from speelveld.colors import Color
from speelveld.files import ReadFile, read_file
from speelveld.pdf import Facts, Surface, make_pdf
from tests.makers.drawing import DATE, Ink, MakePdf, Sheet

_FACTS: dict[str, Any] = {
    "title": "Proef",
    "lang": "nl-NL",
    "author": "Gemeente Proef",
    "subject": "Een proef",
    "creator": "speelveld",
    "tagged": False,
}


@pytest.fixture(scope="session")
def family() -> dict[str, ReadFile]:
    """Return the standard family by the names of its faces."""
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "files"
    names = {"gewoon": "Regular", "halfvet": "Semibold", "vet": "Bold", "cursief": "It", "vet_cursief": "BoldIt"}
    return {face: read_file(folder / f"SourceSansPro-{name}.ttf") for face, name in names.items()}


@pytest.fixture(scope="session")
def make(family: dict[str, ReadFile]) -> MakePdf:
    """Draw pages, in one part with the title "Deel", and return the PDF; keywords change the facts."""

    def made(pages: Sequence[Sheet], **facts: Any) -> bytes:
        def draw(surface: Surface) -> None:
            surface.start_part("Deel")
            for page in pages:
                surface.start_page(page.size)
                for on in page.on:
                    surface.draw(on.frame, on.at, on.turn, clip=on.clip, shared=on.shared)
                surface.end_page()

        return make_pdf(draw, first=pages[0].size, fonts=family, facts=Facts(**{**_FACTS, **facts}), date=DATE)

    return made


@pytest.fixture(scope="session")
def ink() -> Ink:
    """Return a colour by its hexadecimal value."""

    def of(value: str) -> Color:
        red, green, blue = (int(value[index : index + 2], 16) / 255 for index in (0, 2, 4))
        return Color(value, (red, green, blue), (0.0, 0.0, 0.0, 1.0))

    return of
