"""What the seams of a board in tiles run through, counted in the PDF of the board."""

import pytest

from tests.measured.kits import MakeKit
from tests.oracles.boxes import Box
from tests.oracles.ruler import Document
from tests.oracles.seams import Seams, fields, seams, words

pytestmark = pytest.mark.slow

# A board of A1 and how it was cut in equal tiles, in mm on its sheet.
EVEN = {"a4": Seams((287.33, 547.67), (203.83, 384.17)), "a3": Seams((417.5,), (294.0,))}
TILES = {"a4": 9, "a3": 4}


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("casus", ["zutphen-dementie", "eenzaamheid"])
def test_seams_spare_words_and_fields_and_take_no_page_more(kit: MakeKit, casus: str, paper: str) -> None:
    found = kit(casus) if paper == "a4" else kit(casus, "--papier", "a3", "--alleen", "speelbord")
    board, tiles = found["bord-heel"], found["bord-delen"]
    assert Document(tiles).count == TILES[paper]
    cut, even = seams(tiles), EVEN[paper]
    assert (len(cut.xs), len(cut.ys)) == (len(even.xs), len(even.ys))
    texts, spaces = words(board), fields(board)
    assert len(texts) > 100
    assert len(spaces) > 60
    # Of every four words that equal tiles cut, no more than two; and no field more.
    assert len(cut.cut(texts)) <= len(even.cut(texts)) / 2
    assert len(cut.cut(spaces)) <= len(even.cut(spaces))


def test_what_a_seam_only_touches_is_not_cut() -> None:
    cell = Box(10, 10, 20, 20)
    assert Seams((10.0, 20.05), (9.9,)).cut([cell]) == []
    assert Seams((15.0,), ()).cut([cell]) == [cell]
    assert Seams((), (10.2,)).cut([cell]) == [cell]
