"""What the tests of PDF share."""

import shutil
from pathlib import Path

import pytest

from tests.makers.fixtures import family, ink, make
from tests.makers.kits import ROOT, make_kit

__all__ = ["family", "ink", "make", "paper"]


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a tagged PDF with everything a paper may hold: the one in `paper/`, made with a kit of its own."""
    folder = tmp_path_factory.mktemp("papier") / "casus"
    shutil.copytree(Path(__file__).with_name("paper"), folder)
    shutil.copy(ROOT / "decks" / "nieuw" / "casus.yaml", folder)
    (made,) = make_kit(folder)
    return made.pdf
