"""The question of the casus is read from the far side of the table: no long text elsewhere on the board shrinks it."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.options import Options
from speelveld.resources import font_files
from tests.kit.widefont import write_wide

pytestmark = pytest.mark.slow

DECKS = Path(__file__).resolve().parents[2] / "decks"
CASUSSEN = sorted(path.parent.name for path in DECKS.glob("*/casus.yaml"))


@pytest.mark.parametrize(("board", "least"), [("a1", 57), ("a0", 78), ("a2", 40)])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_question_on_the_board_is_large(casus: str, board: str, least: float) -> None:
    assert question_size(DECKS / casus, board) >= least


def question_size(folder: Path, board: str) -> float:
    """Return the size of the letters of the question on the board of a casus."""
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), board=board, only=("speelbord",))
    built = build(load(folder, folder.name), options, lambda _: None)
    (frame,) = {id(laid.frame): laid.frame for laid in built.prints[-1].pages[0].laid}.values()
    return next(run for run in frame.texts() if run.text.startswith("Hoe zorgen")).size


@pytest.mark.parametrize(("larger", "wider"), [(1.04, 1.06), (1.1, 1.15)])
def test_a_font_of_the_gemeente_leaves_the_question_large(tmp_path: Path, larger: float, wider: float) -> None:
    # Fixed words elsewhere on the board do not fit in such a font, and become smaller; the question has room.
    folder = tmp_path / "zutphen-dementie"
    shutil.copytree(DECKS / "zutphen-dementie", folder)
    for face in ("gewoon", "vet"):
        write_wide(font_files()[face], folder / f"{face}.ttf", larger, wider)
    with (folder / "casus.yaml").open("a", encoding="utf-8") as casus:
        casus.write("\nhuisstijl:\n  lettertype: {gewoon: gewoon.ttf, vet: vet.ttf}\n")
    assert question_size(folder, "a1") >= 52
