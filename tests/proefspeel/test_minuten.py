"""The document with the minutes says what the rules and the model say."""

from pathlib import Path

import pytest

from tests.tools import minuten

pytestmark = pytest.mark.slow

DOCUMENT = Path(__file__).parents[2] / "docs" / "minuten.md"


def test_the_document_is_what_the_model_counts() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == minuten.document()


def test_most_games_fit_the_meeting() -> None:
    rows = [row for row in DOCUMENT.read_text(encoding="utf-8").splitlines() if row.endswith("% |")]
    shares = [[int(share.strip(" %")) for share in row.rsplit("|", 3)[1:3]] for row in rows]
    assert len(shares) == 2 * len(minuten.CASUSSEN)
    assert min(fits for fits, _ in shares) >= 80
    # Who plays on without talk when the time is nearly up (rule 27) is in time.
    assert min(late for _, late in shares) >= 98
