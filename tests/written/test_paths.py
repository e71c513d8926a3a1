"""A path leads to one value of a file, and is read back as it was made; every text of a file has the right one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from speelveld.written.kind import FileKind
from speelveld.written.parser import parse
from speelveld.written.paths import parts_of, spelled
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Leeg, Rij, Waarde

ROOT = Path(__file__).resolve().parents[2]
FILES = [*ROOT.glob("decks/*/casus.yaml"), *ROOT.glob("decks/basis/*.yaml"), *ROOT.glob("layouts/**/*.yaml")]
KIND = FileKind(most_bytes=8 * 1024 * 1024, most_values=1_000_000)


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ((), ""),
        (("titel",), "titel"),
        (("opgaven", 3, "titel"), "opgaven[3].titel"),
        (("huisstijl", "logo", "alt"), "huisstijl.logo.alt"),
        (("kaartsoorten", 0, "kaarten", 12, "een veld"), 'kaartsoorten[0].kaarten[12]["een veld"]'),
        (("a.b", "[0]", '"', ""), '["a.b"]["[0]"]["\\""][""]'),
        (("überzicht", "x-y"), "überzicht.x-y"),
    ],
)
def test_a_path_is_written_as_people_read_it(parts: tuple[int | str, ...], path: str) -> None:
    assert spelled(parts) == path
    assert parts_of(path) == parts


@given(st.lists(st.one_of(st.integers(0, 99_999), st.text())))
def test_a_path_is_read_back_as_it_was(parts: list[int | str]) -> None:
    assert list(parts_of(spelled(parts))) == parts


@pytest.mark.parametrize("path", [".titel", "titel.", "a..b", "a[", "a[x]", "a[-1]", "a]", "a b", '["a]', "a[0]b", "0"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="geen pad"):
        parts_of(path)


def texts(value: Waarde) -> Iterator[Tekst]:
    if isinstance(value, Blok):
        for inner in [*value.values(), *value.blanks.values()]:
            yield from texts(inner)
    elif isinstance(value, Rij):
        for inner in value:
            yield from texts(inner)
    elif not isinstance(value, Leeg):
        assert isinstance(value, Tekst)
        yield value


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_text_of_a_file_says_where_it_stands(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    plain = yaml.load(text, yaml.BaseLoader)
    found = list(texts(parse(text, "bestand.yaml", KIND).root))
    assert found
    assert len({each.path for each in found}) == len(found)
    for each in found:
        value: Any = plain
        for part in parts_of(each.path):
            value = value[part]
        assert value.strip() == each
