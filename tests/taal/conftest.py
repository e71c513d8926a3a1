"""What is remarked on a casus."""

from collections.abc import Callable
from pathlib import Path

import pytest

from speelveld.build.checking import WordCheck, check_words
from speelveld.build.pipeline import load
from tests.makers.casussen import write_casus

Check = Callable[[str], WordCheck]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    def check_text(text: str) -> WordCheck:
        return check_words(load(write_casus(tmp_path, text), "x.yaml"))

    return check_text


@pytest.fixture
def remarks(check: Check) -> Callable[[str], list[str]]:
    """Return what tells each remark on the casus as its place and message."""
    return lambda text: [f"{each.problem.source}: {each.problem.message}" for each in check(text).casus]
