"""The bundled layouts as Python, made once in a run: half of the time of a kit would go to compiling them each time."""

from pathlib import Path

import pytest

from speelveld import resources
from speelveld.markup.shipping import write_compiled
from tests.makers.once import folder_once


def keep_compiled(patch: pytest.MonkeyPatch, elsewhere: Path) -> None:
    """Let all tests find what is made of the bundled layouts now; `elsewhere` is for a process by itself."""
    layouts = resources.bundled("layouts")
    folder = folder_once(lambda made: write_compiled(layouts, made), elsewhere, "compiled")
    patch.setattr(resources, "compiled_layouts", lambda: folder)
