"""The casusblad shows its figures as figures, under the street of its casus, on two pages that are full."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.options import Options
from speelveld.typeset import Frame, Group, Item, Shape
from speelveld.units import mm
from tests.makers.kits import CASUSSEN, DATE, ROOT

pytestmark = pytest.mark.slow

OPTIONS = Options(DATE, previews=False, only=("casusblad",))
LARGE = 28
# Between header and footer.
TOP, BOTTOM = mm(20), mm(276)


def pages(folder: Path, **changes: object) -> list[Frame]:
    built = build(load(folder, "casus.yaml"), replace(OPTIONS, **changes), lambda _: None)  # type: ignore[arg-type]
    return [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]


def large(folder: Path) -> list[str]:
    return [run.text.strip() for frame in pages(folder) for run in frame.texts() if run.size == LARGE]


def own(folder: Path, figure: str) -> Path:
    shutil.copytree(ROOT / "decks" / "nieuw", folder / "eigen")
    path = folder / "eigen" / "casus.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"  - tekst: Van bijna duizend[^\n]*\n", figure, text), encoding="utf-8")
    return path.parent


def test_what_is_large_stands_in_the_sentence_below_it() -> None:
    shown = large(ROOT / "decks" / "zutphen-dementie")
    assert shown[:4] == ["300.000", "37", "Een op de acht", "€ 6 miljoen"]
    for casus in CASUSSEN:
        loaded = load(ROOT / "decks" / casus, casus).casus
        said = " ".join(str(part) for each in loaded.cijfers for part in (each.tekst, each.getal or ""))
        assert all(figure in said for figure in large(ROOT / "decks" / casus))


def test_a_figure_of_ones_own_is_shown_and_none_is_too(tmp_path: Path) -> None:
    line = "  - tekst: Van bijna duizend scholen zei 88 procent dat het druk is.\n"
    assert large(own(tmp_path / "a", line)) == ["88"]
    assert large(own(tmp_path / "b", f"{line}    getal: bijna 1.000 scholen\n")) == ["1.000"]
    assert large(own(tmp_path / "c", f"{line}    getal: geen\n")) == []


def test_a_unit_of_ones_own_is_never_left_out(tmp_path: Path) -> None:
    """It may be in no sentence; one that the program found is, so it may go where it has no room."""
    unit = "mantelzorgondersteuningsvragen"
    line = "  - tekst: Van bijna duizend scholen zei 88 procent dat het druk is.\n"
    folder = own(tmp_path, f"{line}    getal: 1.234.567 {unit}\n")
    shown = "".join(run.text.strip() for frame in pages(folder) for run in frame.texts())
    assert f"1.234.567{unit}" in shown.replace("\N{SOFT HYPHEN}", "").replace(" ", "").replace("-", "")


@pytest.mark.parametrize("casus", CASUSSEN)
def test_what_is_large_stands_on_one_line(casus: str) -> None:
    for frame in pages(ROOT / "decks" / casus):
        runs = [run for run in frame.texts() if run.size == LARGE]
        columns = [(run.x > mm(105), round(run.baseline)) for run in runs]
        assert len(set(columns)) == len(columns)
        assert all(run.x + run.width <= (mm(190) if run.x > mm(105) else mm(101)) + 1 for run in runs)


@pytest.mark.parametrize("casus", sorted(set(CASUSSEN) - {"nieuw"}))
def test_it_is_two_pages_and_both_are_full(casus: str) -> None:
    frames = pages(ROOT / "decks" / casus)
    assert len(frames) == 2
    for frame in frames:
        deepest = max(bottoms(frame.items))
        assert (deepest - TOP) / (BOTTOM - TOP) > 0.8


def bottoms(items: tuple[Item, ...]) -> list[float]:
    """Return how far down each text and line reaches that is no furniture."""
    found = [0.0]
    for item in items:
        if isinstance(item, Group) and (item.tag is None or item.tag.role != "Artifact"):
            found += bottoms(item.items)
        elif isinstance(item, Shape):
            found.append(item.path.bounds.bottom)
        elif not isinstance(item, Group) and hasattr(item, "baseline"):
            found.append(item.baseline)
    return [low for low in found if low <= BOTTOM]


def test_every_casus_has_a_street_of_its_own_in_the_head() -> None:
    streets = []
    for casus in CASUSSEN[:4]:
        first = pages(ROOT / "decks" / casus)[0]
        drawn = [shape for shape in flat(first.items) if shape.fill and shape.fill.name not in ("huis", "huis-licht")]
        streets.append(tuple(str(shape.path.bounds) for shape in drawn))
    assert all(len(street) > 20 for street in streets)
    assert len(set(streets)) == len(streets)


def flat(items: tuple[Item, ...]) -> list[Shape]:
    found: list[Shape] = []
    for item in items:
        if isinstance(item, Group):
            found += flat(item.items)
        elif isinstance(item, Shape):
            found.append(item)
    return found
