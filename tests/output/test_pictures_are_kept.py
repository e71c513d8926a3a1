"""A picture is drawn again when its file changed, when someone changed the picture, or when other means drew it."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from speelveld.build.pipeline import build, load
from speelveld.build.writing import write
from speelveld.options import Options
from speelveld.output import previews

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=("rolkaarten", "casusblad"))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the sizes of the files that were drawn, as that happens."""
    files: list[int] = []
    usual = previews.render_previews

    def noted(pdf: bytes, *others: Any) -> Iterator[bytes]:
        files.append(len(pdf))
        return usual(pdf, *others)

    monkeypatch.setattr(previews, "render_previews", noted)
    return files


def make(folder: Path, text: str = "") -> dict[str, bytes]:
    """Write the kit of a casus whose title is changed, and return what stands in the folder."""
    place = folder.parent / "casus"
    place.mkdir(exist_ok=True)
    source = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (place / "casus.yaml").write_text(source.replace("titel: ", f"titel: {text}", 1), encoding="utf-8")
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
    assert make(tmp_path / "kit", "X") == make(tmp_path / "new", "X")
    assert len(drawn) >= 4


@pytest.mark.parametrize("spoil", ["picture", "gone", "pdf", "means"])
def test_what_is_not_as_it_was_written_is_made_anew(tmp_path: Path, spoil: str) -> None:
    folder = tmp_path / "kit"
    first = make(folder)
    names: Sequence[str] = sorted(name for name in first if name.startswith("voorbeelden/"))
    # The folder lists the pictures, and that of a profile what they are of and what drew them.
    shown, manifest = json.loads(first["kit.json"]), json.loads(first["kantoor/kit.json"])
    match spoil:
        case "picture":
            (folder / names[0]).write_bytes(first[names[1]])
        case "gone":
            (folder / names[0]).unlink()
        case "pdf":
            pdf = next(entry for entry in manifest["bestanden"] if entry["bestand"].endswith(".pdf"))
            pdf["sha256"] = "0" * 64
        case "means":
            # As other means drew it, and as a manifest of theirs has it.
            other = next(entry for entry in shown["bestanden"] if entry["bestand"] == names[0])
            other |= {"sha256": sha256(first[names[1]]).hexdigest()}
            (folder / names[0]).write_bytes(first[names[1]])
            manifest["voorbeelden_door"] += " of before"
    if spoil in ("pdf", "means"):
        (folder / "kit.json").write_text(json.dumps(shown), encoding="utf-8")
        (folder / "kantoor" / "kit.json").write_text(json.dumps(manifest), encoding="utf-8")
    found = make(folder)
    if spoil == "picture":
        # It is of the user now, and stays beside ours.
        found.pop(names[0].replace(".png", " (uw versie).png"))
    assert found == first
