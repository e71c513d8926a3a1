"""Every card fits the place that is made for it, for whatever a kit is made: on each board and on each sheet."""

from io import BytesIO
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest

from speelveld.build.pipeline import build, load
from speelveld.errors import KitError
from speelveld.options import Options
from tests.makers.kits import DATE, ROOT, SHOPS, Made, make_kit, shop_files
from tests.makers.once import once
from tests.oracles.boxes import Box
from tests.oracles.places import places
from tests.oracles.ruler import Document

pytestmark = pytest.mark.slow

CASUS = ROOT / "decks" / "zutphen-dementie"
ONLY = ("opgavekaarten", "aanpakkaarten", "dreamteamblad", "routeblad", "speelbord")
MM = 72 / 25.4
# How much larger than a card its place is at least; a path has three digits of a point.
ROOM, ROUNDED = 2, 0.005
# The casus plays with six people and five aanpakken. What does not fit on the board lies on the sheets.
LARGE = {"a0": 10, "a1": 4, "a2": 3}
SMALL = {"a0": 5, "a1": 5, "a2": 0}
# A card has one place: what lies on the board is written on the sheets.
ON_DREAMTEAMBLAD = {"a0": 0, "a1": 6, "a2": 6}
ON_ROUTEBLAD = {"a0": 0, "a1": 0, "a2": 5}
Size = tuple[float, float]


def kit(profile: str, board: str) -> list[Made]:
    options = {"board": board, "paper": "a3", "only": ONLY}
    return once(lambda: make_kit(CASUS, (profile,), **options), "places", profile, board)


def pages(made: list[Made], word: str) -> list[tuple[bytes, int]]:
    found = [one for one in made if word in one.name]
    return [(one.pdf, number) for one in found for number in range(_count(one.pdf))]


def _count(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def sides(box: object) -> Size:
    left, bottom, right, top = (float(side) for side in box)  # type: ignore[attr-defined]
    return (right - left) / MM, (top - bottom) / MM


def cards(profile: str, made: list[Made]) -> tuple[Size, Size]:
    """Return the large and the small card as they are when they are cut."""
    if profile == "kantoor":
        (sheets,) = [Document(one.pdf) for one in made if "kaarten" in one.name]
        cut = {tuple(sorted((round(cell.width), round(cell.height)))) for cell in _cells(sheets)}
    else:
        cut = set()
        for one in made:
            if "kaarten" in one.name:
                with pikepdf.open(BytesIO(one.pdf)) as document:
                    found = (sides(page.trimbox if profile == "drukker" else page.mediabox) for page in document.pages)
                    cut |= {tuple(sorted(round(side, 1) for side in size)) for size in found}
    # The web has a list of contents before its cards.
    small, large = sorted(size for size in cut if 50 < size[0] < 200)
    return (large[0], large[1]), (small[0], small[1])


def _cells(sheets: Document) -> list[Box]:
    return [cell for number in (0, sheets.count - 2) for cell in sheets.sheet(number).marks.cells]


@pytest.mark.parametrize("board", ["a0", "a1", "a2"])
@pytest.mark.parametrize("profile", ["kantoor", "web", "drukker"])
def test_every_place_is_2_mm_larger_than_the_card_that_lies_on_it(profile: str, board: str) -> None:
    made = kit(profile, board)
    large, small = cards(profile, made)
    assert (large, small) == ((95, 134), (67, 95))
    words = {"kantoor": ("bord-heel", "bladen", "bladen"), "web": ("bord", "bladen", "bladen")}
    on_board, on_team, on_route = words.get(profile, ("speelbord", "dreamteam", "routeblad"))
    wanted = [
        (on_board, large, LARGE[board]),
        (on_board, small, SMALL[board]),
        (on_team, large, ON_DREAMTEAMBLAD[board]),
        (on_route, small, ON_ROUTEBLAD[board]),
    ]
    for word, card, number in wanted:
        of_pages = [places(pdf, card, page) for pdf, page in pages(made, word)]
        found = [place for of_page in of_pages for place in of_page]
        assert len(found) == number, (word, card)
        for place in found:
            short, long = sorted((place.width, place.height))
            assert short >= min(card) + ROOM - ROUNDED, (word, card)
            assert long >= max(card) + ROOM - ROUNDED, (word, card)
        assert not any(one.meets(other) for of_page in of_pages for one, other in combinations(of_page, 2)), word


def warnings(made: list[Made], word: str) -> list[str]:
    return [warning for one in made if word in one.name for warning in one.warnings if "past niet" in warning]


def test_cards_of_a6_and_a7_are_told_not_to_fit_with_the_places_they_lie_on() -> None:
    made = shop_files(CASUS, SHOPS / "a6.yaml", ONLY)
    assert {one.file.rpartition("-")[2] for one in made if "kaarten" in one.name} == {"a6.pdf", "a7.pdf"}
    large, small = warnings(made, "speelbord")
    hint = "\n  hint: zonder 'formaten' wordt een kaart {}, en dan past zij"
    assert large == (
        "Speelbord: een kaart van 105 x 148 mm past niet op de 4 plekken van 97 x 136 mm die ervoor gemaakt zijn"
        + hint.format("95 x 134 mm")
    )
    assert small == (
        "Speelbord: een kaart van 74 x 105 mm past niet op de 5 plekken van 69 x 97 mm die ervoor gemaakt zijn"
        + hint.format("67 x 95 mm")
    )
    (sheet,) = warnings(made, "dreamteamblad")
    assert "105 x 148 mm past niet op de 6 plekken van 97 x 136 mm" in sheet
    assert warnings(made, "kaarten") == warnings(made, "routeblad") == []


@pytest.mark.parametrize(
    ("size", "told"),
    [("95 mm x 134 mm", 0), ("96,4 mm x 136 mm", 0), ("96,6 mm x 136,2 mm", 2), ("110 mm x 155 mm", 2)],
)
def test_other_sizes_are_told_from_where_they_no_longer_fit(size: str, told: int, tmp_path: Path) -> None:
    shop = tmp_path / "jansen.yaml"
    shop.write_text(f'formaten: {{groot: "{size}"}}\n', encoding="utf-8")
    made = shop_files(CASUS, shop, ("dreamteamblad", "speelbord"))
    assert len([warning for one in made for warning in one.warnings]) == told


def draw(folder: Path, place: str) -> None:
    (folder / "casus.yaml").write_text((ROOT / "decks/nieuw/casus.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "dreamteamblad.xml.j2").write_text(
        f'<card w="420mm" h="297mm" title="Blad">{place}</card>', encoding="utf-8"
    )
    build(load(folder, "casus.yaml"), Options(DATE, only=("dreamteamblad",)), lambda _: None)


def test_a_layout_of_ones_own_reads_the_size_of_places(tmp_path: Path) -> None:
    draw(tmp_path, '<rect place="klein" x="9mm" y="9mm" w="{{ plekmaat.klein.w }}mm" h="{{ plekmaat.klein.h }}mm"/>')
    draw(tmp_path, '<rect place="groot" x="9mm" y="9mm" w="136mm" h="97mm"/>')


@pytest.mark.parametrize("size", ['w="96.9mm" h="136mm"', 'w="97mm" h="135.9mm"', 'w="95mm" h="134mm"'])
def test_a_place_that_is_too_small_for_its_card_is_refused(tmp_path: Path, size: str) -> None:
    with pytest.raises(
        KitError, match="een plek voor een kaart 'groot' is ten minste 97 x 136 mm, en deze is"
    ) as caught:
        draw(tmp_path, f'<rect place="groot" x="9mm" y="9mm" {size}/>')
    assert caught.value.problems[0].hint == "neem de maten uit plekmaat.groot"


def test_a_place_is_for_a_card_of_the_kit(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="kenmerk 'place' kan niet 'reus' zijn; kies uit: groot, klein"):
        draw(tmp_path, '<rect place="reus" x="9mm" y="9mm" w="99mm" h="140mm"/>')
