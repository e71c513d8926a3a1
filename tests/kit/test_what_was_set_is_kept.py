"""What was set before is not set again, and a kit is the same byte for byte with and without what is kept."""

import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from speelveld.build import kept, studio
from speelveld.build.kept import Kept, borrowed
from speelveld.build.pipeline import Built, build, load
from speelveld.build.writing import print_pdf
from speelveld.errors import AuthorError
from speelveld.options import Options
from speelveld.output.store import FolderStore
from speelveld.profiles import named

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("set_each_time")]

ROOT = Path(__file__).resolve().parents[2]
# Cards that share heights, a sheet with other cards on it, a board, and papers that count what there is.
SOME = ("opgavekaarten", "rolkaarten", "spelwijzer", "speelbord", "casusblad", "materiaallijst")
OPTIONS = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=SOME, previews=False)
# Where it is no matter what is set: cards, and a paper.
FEW = replace(OPTIONS, only=("opgavekaarten", "casusblad"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder of a casus to change."""
    return Path(shutil.copytree(ROOT / "decks" / "zutphen-dementie", tmp_path / "casus"))


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "gezet")


@pytest.fixture
def set_anew(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return of how many faces each kind is that is set from now on."""
    counts: list[int] = []
    usual = studio.typeset_kind

    def counted(filled: Callable[[], Iterable[Any]], *others: Any) -> Any:
        found = usual(filled, *others)
        counts.append(len(found.frames))
        return found

    monkeypatch.setattr(studio, "typeset_kind", counted)
    return counts


def built(place: Path, memory: Kept | None = None, options: Options = OPTIONS) -> Built:
    names = ("kantoor", "web", "drukker") if len(options.only) > 1 else ("kantoor", "web")
    return build(load(place, "casus.yaml"), options, lambda _: None, named(*names), memory)


def pdfs(place: Path, memory: Kept | None = None, options: Options = OPTIONS) -> dict[str, bytes]:
    made = built(place, memory, options)
    return {f"{each.profile}/{each.bestand}": print_pdf(made, each, options) for each in made.prints}


def change(place: Path, old: str, new: str) -> None:
    """Change the casus, and leave its clock as it was."""
    path = place / "casus.yaml"
    before, text = path.stat(), path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_kit_is_the_same_without_from_memory_and_from_a_store(
    place: Path, store: FolderStore, set_anew: list[int]
) -> None:
    plain = pdfs(place)
    set_anew.clear()
    memory = Kept(store)
    assert pdfs(place, memory) == plain
    assert len(set_anew) > 10
    set_anew.clear()
    assert pdfs(place, memory) == plain
    assert pdfs(place, Kept(store)) == plain
    assert set_anew == []


@pytest.mark.parametrize("changes", [{"large_print": True}, {"low_ink": True}], ids=["large print", "sparing ink"])
def test_other_wishes_are_set_for_themselves(place: Path, store: FolderStore, changes: dict[str, Any]) -> None:
    pdfs(place, Kept(store))
    wished = replace(OPTIONS, **changes)
    assert pdfs(place, Kept(store), wished) == pdfs(place, None, wished)
    assert pdfs(place, Kept(store)) == pdfs(place)


def test_a_line_more_above_all_texts_sets_nothing_again(place: Path, store: FolderStore, set_anew: list[int]) -> None:
    pdfs(place, Kept(store), FEW)
    set_anew.clear()
    change(place, "formaat:", "# Een regel erbij.\n\nformaat:")
    assert pdfs(place, Kept(store), FEW) == pdfs(place, None, FEW)
    assert len(set_anew) > 0  # of the plain one
    set_anew.clear()
    built(place, Kept(store), FEW)
    assert set_anew == []


def test_one_text_changed_sets_only_what_shows_it(place: Path, store: FolderStore, set_anew: list[int]) -> None:
    all_of_it = built(place, Kept(store))
    everything = len(set_anew)
    before = pdfs(place, Kept(store))
    title = str(all_of_it.casus.opgaven[0].titel)
    change(place, title, f"{title[:-1]}x")
    set_anew.clear()
    after = pdfs(place, Kept(store))
    assert 0 < len(set_anew) < everything / 2
    assert after == pdfs(place)
    assert after != before
    changed = built(place, Kept(store)).settings
    told = {naam for naam, key in changed.items() if key != all_of_it.settings[naam]}
    assert "opgavekaarten" in told
    assert told.isdisjoint({"rolkaarten", "speelbord"})


def test_a_text_that_does_not_fit_is_named_each_time(place: Path, store: FolderStore) -> None:
    pdfs(place, Kept(store))
    title = str(built(place).casus.opgaven[0].titel)
    change(place, title, f"{title} {'en nog veel langer ' * 12}")
    said = []
    for memory in (None, Kept(store), Kept(store)):
        with pytest.raises(AuthorError) as caught:
            built(place, memory)
        said.append(list(map(str, caught.value.problems)))
    assert said[0] == said[1] == said[2]


def test_an_own_layout_changed_within_the_second_is_seen(place: Path, store: FolderStore) -> None:
    own = place / "casusblad.xml.j2"
    text = '<document w="210mm" h="297mm" margin="20mm" title="Blad"><h1>{}</h1></document>'
    made = []
    for word in ("een", "nul", "een"):
        own.write_text(text.format(word), encoding="utf-8")
        os.utime(own, (1_000_000_000, 1_000_000_000))
        made.append(pdfs(place, Kept(store), FEW))
        assert made[-1] == pdfs(place, None, FEW)
    assert made[0] == made[2] != made[1]


@pytest.mark.parametrize("spoil", ["cut off", "changed", "deleted", "closed"])
def test_a_store_that_loses_things_costs_time_alone(
    place: Path, store: FolderStore, tmp_path: Path, spoil: str
) -> None:
    plain = pdfs(place, Kept(store), FEW)
    for number, path in enumerate(sorted((tmp_path / "gezet").iterdir())):
        match spoil:
            case "cut off":
                path.write_bytes(path.read_bytes()[: 7 * number])
            case "changed":
                path.write_bytes(path.read_bytes()[:-1] + b"x")
            case "deleted" if number % 2:
                path.unlink()
    if spoil == "closed":
        (tmp_path / "gezet").chmod(0o000)
    try:
        assert pdfs(place, Kept(store), FEW) == plain
    finally:
        (tmp_path / "gezet").chmod(0o700)


class Other:
    """A store of another version: whatever is asked for, it has something that is no frame of ours."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def get(self, key: str) -> bytes | None:
        del key
        return self._data

    def put(self, key: str, data: bytes) -> None:
        del key, data


@pytest.mark.parametrize(
    "told", [b"", b"{}", b"[]", b"[0]", b"[0,[[],[[7]]]]", b'[0,[[],[[[[1,1],[[0]],"",null]]]]]', b"\xff"]
)
def test_data_of_another_shape_is_no_frame(place: Path, told: bytes) -> None:
    import zlib

    only = replace(OPTIONS, only=("casusblad",))
    assert pdfs(place, Kept(Other(zlib.compress(told))), only) == pdfs(place, None, only)
    assert pdfs(place, Kept(Other(told)), only) == pdfs(place, None, only)


def test_another_program_finds_nothing_of_this_one(
    place: Path, store: FolderStore, set_anew: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    built(place, Kept(store), FEW)
    first = len(set_anew)
    monkeypatch.setattr(kept, "_program", lambda: "another")
    built(place, Kept(store), FEW)
    assert len(set_anew) == 2 * first


def test_what_is_kept_is_plain_data(place: Path, tmp_path: Path) -> None:
    import zlib

    class Seen:
        def __init__(self) -> None:
            self.data: list[bytes] = []

        def get(self, key: str) -> bytes | None:
            del key

        def put(self, key: str, data: bytes) -> None:
            del key
            self.data.append(data)

    seen = Seen()
    built(place, Kept(seen))
    assert len(seen.data) > 10
    for data in seen.data:
        step, frames = json.loads(zlib.decompress(data))
        assert isinstance(step, int)
        assert len(frames) == 2


@pytest.mark.parametrize(
    "text",
    [
        '<image src="a&amp;b" alt="x"/>',
        "<image src='logo' alt='x'/>",
        '<image alt="zonder"/>',
        '<thumbnail of="a" alt="x"/><thumbnail number="2" alt="x"/>',
        '<thumbnail\nalt="<image src=x"/>',
    ],
)
def test_what_is_borrowed_in_an_odd_way_is_not_kept(text: str) -> None:
    with pytest.raises(LookupError):
        borrowed(text)


def test_what_is_borrowed_is_read_from_the_text() -> None:
    text = '<image _at="1:2"\n src="logo" alt="Logo van A > B"/><thumbnail alt=" of=x " of="rolkaarten"></thumbnail>'
    assert borrowed(text) == {"image": ["logo"], "thumbnail": ["rolkaarten"]}
    assert borrowed("<text>niets</text>") == {}
