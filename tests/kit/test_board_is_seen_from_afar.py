"""The question of the casus is read from the far side of the table: no long text elsewhere on the board shrinks it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.options import Options

pytestmark = pytest.mark.slow

DECKS = Path(__file__).resolve().parents[2] / "decks"
CASUSSEN = sorted(path.parent.name for path in DECKS.glob("*/casus.yaml"))


@pytest.mark.parametrize(("board", "least"), [("a1", 57), ("a0", 78), ("a2", 40)])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_question_on_the_board_is_large(casus: str, board: str, least: float) -> None:
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), board=board, only=("speelbord",))
    built = build(load(DECKS / casus, casus), options, lambda _: None)
    (frame,) = {id(laid.frame): laid.frame for laid in built.prints[-1].pages[0].laid}.values()
    first = next(run for run in frame.texts() if run.text.startswith("Hoe zorgen"))
    assert first.size >= least
