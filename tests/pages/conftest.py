"""What sets the words in the margins: the bundled theme and fonts."""

import pytest

from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.markup.theme import load_theme
from speelveld.pages import Imprint
from speelveld.typeset import FontFiles, Layout
from tests.makers.fixtures import family, ink, make
from tests.makers.kits import ROOT

__all__ = ["family", "imprint", "ink", "make"]


class NoPictures:
    """There are no pictures in a margin."""

    def image(self, name: str) -> tuple[ReadFile, Size]:
        raise LookupError(name)


@pytest.fixture(scope="session")
def imprint(family: dict[str, ReadFile]) -> Imprint:
    theme = load_theme(ROOT / "layouts" / "stijl.yaml")
    return Imprint(Layout(theme, FontFiles(family), NoPictures(), 0))
