"""A picture is drawn again when its page changed, when someone changed the picture, or when other means drew it."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from speelveld.build import previews, writing
from speelveld.build.pipeline import build, load
from speelveld.build.writing import write
from speelveld.options import Options
from speelveld.output.previews import Drawn

ROOT = Path(__file__).resolve().parents[2]
CASUS = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
OPTIONS = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=("rolkaarten", "casusblad"))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many pages of each file were drawn, as that happens."""
    counts: list[int] = []
    usual = previews.draw_pages

    def noted(pdf: bytes, dpi: int, longest: int, numbers: Sequence[int] | None = None) -> Iterator[Drawn]:
        counts.append(0)
        for page in usual(pdf, dpi, longest, numbers):
            counts[-1] += 1
            yield page

    monkeypatch.setattr(previews, "draw_pages", noted)
    return counts


def make(folder: Path, old: str = "", new: str = "") -> dict[str, bytes]:
    """Write the kit of a casus with `new` for the first `old`, and return what stands in the folder."""
    place = folder.parent / "casus"
    place.mkdir(exist_ok=True)
    (place / "casus.yaml").write_text(CASUS.replace(old, new, 1), encoding="utf-8")
    write(build(load(place, place.name), OPTIONS, lambda _: None), folder, OPTIONS, lambda _: None)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_kit_again_draws_nothing_and_is_the_same(tmp_path: Path, drawn: list[int]) -> None:
    first = make(tmp_path / "kit")
    assert len(drawn) >= 2
    drawn.clear()
    assert make(tmp_path / "kit") == first
    assert drawn == []


def test_a_changed_kit_is_as_one_in_a_new_folder(tmp_path: Path, drawn: list[int]) -> None:
    make(tmp_path / "kit")
    drawn.clear()
    assert make(tmp_path / "kit", "titel: ", "titel: X") == make(tmp_path / "new", "titel: ", "titel: X")
    assert len(drawn) >= 4


def test_only_pages_that_changed_are_drawn(tmp_path: Path, drawn: list[int]) -> None:
    first = make(tmp_path / "kit")
    drawn.clear()
    # One line of the casusblad: its page is another, and so is the overview.
    change = "blijft waar hij staat", "blijft waar hij stond"
    again = make(tmp_path / "kit", *change)
    changed = {name for name in first if name.endswith(".png") and first[name] != again[name]}
    assert len(changed) == 2
    assert "overzicht.png" in changed
    assert drawn == [1]
    drawn.clear()
    assert again == make(tmp_path / "new", *change)
    assert sum(drawn) > 5


@pytest.mark.parametrize("spoil", ["picture", "gone", "means", "overview"])
def test_what_is_not_as_it_was_written_is_made_anew(
    tmp_path: Path, spoil: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kit"
    if spoil == "means":
        with monkeypatch.context() as other:
            other.setattr(writing, "drawing_key", lambda fonts: "of before")
            make(folder)
        for path in folder.glob("voorbeelden/*.png"):
            spoilt = Image.open(path).rotate(180)
            spoilt.save(path)
        _list_as_they_are(folder)
        first = make(tmp_path / "new")
    else:
        first = make(folder)
    names = sorted(name for name in first if name.startswith("voorbeelden/"))
    match spoil:
        case "picture":
            (folder / names[0]).write_bytes(first[names[1]])
        case "gone":
            (folder / names[0]).unlink()
        case "overview":
            (folder / "overzicht.png").unlink()
    found = make(folder)
    if spoil == "picture":
        # It is of the user now, and stays beside ours.
        found.pop(names[0].replace(".png", " (uw versie).png"))
    assert found == first


def _list_as_they_are(folder: Path) -> None:
    """Have the manifest of a folder list what its pictures hold now."""
    manifest = json.loads((folder / "kit.json").read_text(encoding="utf-8"))
    for entry in manifest["bestanden"]:
        entry["sha256"] = sha256((folder / entry["bestand"]).read_bytes()).hexdigest()
    (folder / "kit.json").write_text(json.dumps(manifest), encoding="utf-8")
