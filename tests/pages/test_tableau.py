"""The picture of the game in play: the board of this kit with its own cards on their places, each at its own size."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.geometry import Matrix, Rect
from speelveld.options import Options
from speelveld.pages import Laid, Page
from speelveld.profiles import named
from speelveld.typeset.frame import Frame, Group, Item, Shape
from speelveld.units import mm, to_mm

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
DATE = datetime(2026, 1, 1, tzinfo=UTC)
HERE = Matrix(1, 0, 0, 1, 0, 0)


@cache
def kit(casus: str = "zutphen-dementie", board: str = "a1", profile: str = "kantoor", *only: str) -> Built:
    options = Options(DATE, board=board, only=only)
    return build(load(ROOT / "decks" / casus, casus), options, lambda _: None, named(profile))


def shown(built: Built) -> Page:
    assert built.tableau is not None
    return built.tableau


def papers(page: Page) -> Iterator[tuple[Matrix, Rect, tuple[Item, ...]]]:
    """Yield every loose card: how it lies, its paper, and what is on it."""
    for laid in page.laid:
        for item in laid.frame.items if laid.frame.title == "Spel op tafel" else ():
            if isinstance(item, Group):
                _, card = item.items
                assert isinstance(card, Group)
                assert card.matrix is not None
                assert isinstance(card.items[0], Shape)
                yield card.matrix, card.items[0].path.bounds, card.items[1:]


def board_of(page: Page) -> Laid:
    return next(laid for laid in page.laid if laid.frame.title.startswith("Speelbord"))


def corners(items: tuple[Item, ...], matrix: Matrix = HERE) -> Iterator[tuple[Shape, Rect]]:
    for item in items:
        if isinstance(item, Shape) and item.path:
            yield item, matrix.around(item.path.bounds)
        elif isinstance(item, Group):
            yield from corners(item.items, item.matrix.before(matrix) if item.matrix else matrix)


@pytest.mark.parametrize("board", ["a1", "a0", "a2"])
def test_cards_of_every_kind_lie_on_the_table_at_their_own_size(board: str) -> None:
    sizes = [(round(to_mm(box.width)), round(to_mm(box.height))) for _, box, _ in papers(shown(kit(board=board)))]
    assert sizes.count((95, 134)) >= 12
    assert sizes.count((67, 95)) >= 5
    assert all(abs(matrix.scale - 1) < 1e-9 for matrix, _, _ in papers(shown(kit(board=board))))


@pytest.mark.parametrize(("board", "least"), [("a1", 6), ("a0", 10), ("a2", 3)])
def test_cards_lie_on_the_places_of_the_board(board: str, least: int) -> None:
    page = shown(kit(board=board))
    laid = board_of(page)
    places = [
        box.moved(laid.box.x, laid.box.y)
        for shape, box in corners(laid.frame.items)
        if (shape.stroke is not None and shape.fill is not None
        and (97, 136) in [(round(to_mm(box.width)), round(to_mm(box.height)))])
        or (shape.stroke is not None and (round(to_mm(box.width)), round(to_mm(box.height))) == (69, 97))
    ]  # fmt: skip
    assert len(places) >= least
    middles = [matrix.around(box) for matrix, box, _ in papers(page)]
    covered = sum(
        any(
            abs(place.x + place.width / 2 - card.x - card.width / 2) < mm(3)
            and abs(place.y + place.height / 2 - card.y - card.height / 2) < mm(3)
            for card in middles
        )
        for place in places
    )
    assert covered >= least


def test_the_pawn_stands_on_the_way_and_people_sit_at_the_table() -> None:
    page = shown(kit())
    board = board_of(page)
    assert board.clip is not None
    stands = [laid for laid in page.laid if laid.frame.title == "Pion"]
    assert len(stands) == 1
    assert stands[0].clip is not None
    assert board.clip.contains(stands[0].clip)
    tents = [laid for laid in page.laid if laid.frame.title.startswith("Tentkaart")]
    assert len(tents) == 3
    assert all(laid.clip is not None and laid.clip.y > board.clip.bottom for laid in tents)


def test_each_casus_shows_its_own_cards() -> None:
    def drawn(casus: str) -> set[tuple[Item, ...]]:
        return {items for _, _, items in papers(shown(kit(casus)))}

    assert len(drawn("zutphen-dementie") - drawn("amsterdam-subsidies")) >= 8


@pytest.mark.parametrize("profile", ["kantoor", "web", "drukker"])
def test_whatever_the_kit_is_for_the_game_is_shown(profile: str) -> None:
    assert len(list(papers(shown(kit("nieuw", "a1", profile))))) > 15


def test_without_a_board_there_is_none_and_with_it_alone_there_is() -> None:
    assert kit("nieuw", "a1", "kantoor", "opgavekaarten").tableau is None
    alone = shown(kit("nieuw", "a1", "kantoor", "speelbord"))
    assert list(papers(alone)) == []
    assert isinstance(board_of(alone).frame, Frame)


def test_a_kit_without_pictures_does_not_make_one() -> None:
    options = Options(DATE, previews=False, only=("speelbord",))
    assert build(load(ROOT / "decks" / "nieuw", "nieuw"), options, lambda _: None).tableau is None
