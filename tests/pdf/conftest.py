"""What the tests of PDF share."""

import pytest
from fixtures import family, ink, make
from kits import make_paper

__all__ = ["family", "ink", "make", "paper"]


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a tagged PDF with everything a paper may hold."""
    return make_paper(tmp_path_factory.mktemp("papier") / "casus")
