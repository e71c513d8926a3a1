"""Faces that were set before in this run: more than half of the time of a kit goes to setting what is set again.

They are kept by all they are made of, so that what is changed is set anew; that this is so has tests of its own, which
keep nothing here.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from speelveld.build import pipeline
from speelveld.build.kept import Kept
from speelveld.output.store import FolderStore
from tests.makers.once import FOLDER

_MOST_BYTES = 2_000_000_000
_in_use = True


def keep_set(patch: pytest.MonkeyPatch) -> None:
    """Let all kits of this run share what was set, also between its processes."""
    folder = Path(os.environ[FOLDER]) / "gezet"
    shared, usual = Kept(FolderStore(folder, _MOST_BYTES)), pipeline.open_studio

    def opened(loaded: Any, options: Any, presses: Any = (), kept: Kept | None = None) -> object:
        # A command keeps in the folder of this run: here it need not read what this process has in memory.
        ours = kept is None or getattr(kept._store, "_folder", None) == folder
        return usual(loaded, options, presses, shared if ours and _in_use else kept)

    patch.setattr(pipeline, "open_studio", opened)


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Set everything anew: for who looks at the setting itself."""
    global _in_use
    _in_use = False
    try:
        yield
    finally:
        _in_use = True
