"""Tent cards, pawns and chips: found across the table by their colour, sign and size, all alike in their places."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.colors import Color, contrast
from speelveld.deck import choose_cards
from speelveld.options import Options
from speelveld.typeset.frame import Frame, Group, Shape, TextRun
from speelveld.units import to_mm

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False, only=("tentkaarten", "geldfiches", "pionnen"))
WHITE = Color("wit", (1, 1, 1), (0, 0, 0, 0))


@cache
def frames(casus: str, start: str) -> list[Frame]:
    """Return the cards on the sheets whose title begins so, as often as they are printed."""
    built = build(load(ROOT / "decks" / casus, casus), OPTIONS, lambda _: None)
    found = [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]
    return [frame for frame in found if frame.title.startswith(start)]


def of(items: object, kind: type[Shape] | type[TextRun]) -> Iterator[Shape | TextRun]:
    for item in items:  # type: ignore[attr-defined]
        if isinstance(item, kind):
            yield item
        elif isinstance(item, Group):
            yield from of(item.items, kind)


def texts(frame: Frame) -> list[TextRun]:
    return [item for item in of(frame.items, TextRun) if isinstance(item, TextRun)]


def fills(frame: Frame) -> list[Color]:
    return [item.fill for item in of(frame.items, Shape) if isinstance(item, Shape) and item.fill is not None]


@pytest.mark.parametrize("casus", CASUSSEN)
def test_every_name_stands_on_the_same_line_and_most_are_sixty_points(casus: str) -> None:
    sizes: Counter[float] = Counter()
    for frame in frames(casus, "Tentkaart "):
        large = [run for run in texts(frame) if run.size > 22]
        assert len({run.size for run in large}) == 1
        assert max(to_mm(run.baseline) for run in large) == pytest.approx(67 + 45, abs=0.05)
        sizes[large[0].size] += 1
    assert min(sizes) >= 42
    assert sizes[60] >= sum(sizes.values()) / 2


@pytest.mark.parametrize("casus", ["zutphen-dementie", "amsterdam-subsidies"])
def test_both_sides_say_who_it_is_in_the_colour_of_the_group(casus: str) -> None:
    loaded = load(ROOT / "decks" / casus, casus)
    roles = {f"Tentkaart {rol.naam}": rol for rol in choose_cards(loaded.casus, loaded.deck).rollen}
    found = frames(casus, "Tentkaart ")
    assert {frame.title for frame in found} == set(roles)
    for frame in found:
        said = Counter(run.text.strip() for run in texts(frame))
        assert set(said.values()) <= {2, 4}
        assert said[f"kracht: {roles[frame.title].kracht}"] == 2
        assert said[roles[frame.title].groep] == 2
        assert [color.name for color in fills(frame)].count(roles[frame.title].groep) >= 4  # band and dress, twice


def test_each_scale_has_a_pawn_of_its_own_colour_and_the_sheet_is_full() -> None:
    sheet = [*frames("zutphen-dementie", "Pion"), *frames("zutphen-dementie", "Schuif"),
             *frames("zutphen-dementie", "Lege pion")]  # fmt: skip
    counts = Counter(frame.title for frame in sheet if frame.title != "Pionnen, vel 1 van 1")
    assert counts == {"Pion": 2, "Schuif Tijd": 2, "Schuif Steun": 2, "Schuif Regie": 2, "Lege pion": 2}
    faces = {
        frame.title: fills(frame)[0] for frame in sheet if frame.title.startswith(("Pion", "Schuif")) and fills(frame)
    }
    assert len(faces) == 4
    for one, other in combinations(faces.values(), 2):
        assert max(abs(a - b) for a, b in zip(one.rgb, other.rgb, strict=True)) > 0.15
    for color in faces.values():
        assert contrast(color, WHITE) >= 4.5


def test_money_is_gold_and_says_what_it_is_worth() -> None:
    chips = frames("zutphen-dementie", "Geldfiche")
    chips = [frame for frame in chips if "vel" not in frame.title]
    assert len(chips) == 40
    assert {fills(frame)[0].name for frame in chips} == {"accent"}
    assert all("€ 10.000" in " ".join(run.text for run in texts(frame)) for frame in chips)
