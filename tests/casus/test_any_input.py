"""Whatever stands in a file, the answer is a casus or an AuthorError; and every text is where it says it is."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from speelveld.casus import Casus, load_casus
from speelveld.errors import AuthorError
from speelveld.written.tekst import Tekst

pytestmark = pytest.mark.slow

RELAXED = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])

ENGLISH = re.compile(r"\b(input|should|valid|field|required|expected|error|type|value|while|found)\b", re.IGNORECASE)


def outcome(path: Path, data: bytes) -> Casus | AuthorError:
    path.write_bytes(data)
    try:
        return load_casus(path, "x.yaml")
    except AuthorError as error:
        caught = error
    assert caught.problems
    places = [problem.source for problem in caught.problems]
    assert places == sorted(places, key=lambda place: (place.line, place.column) if place else (0, 0))
    for problem in caught.problems:
        assert not ENGLISH.search(problem.message), problem.message
        assert problem.message.isprintable()
    return caught


@RELAXED
@given(data=st.binary(max_size=200))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    outcome(tmp_path / "x.yaml", data)


@RELAXED
@given(text=st.text(max_size=200))
def test_any_text(tmp_path: Path, text: str) -> None:
    outcome(tmp_path / "x.yaml", text.encode("utf-8", "surrogatepass"))


PIECES = [
    *"\t\n:-?[]{},#&*!|>'\"%@`~=\\. ",
    "\n  ",
    ": ",
    "- ",
    "\n- ",
    "---",
    "...",
    "<<: ",
    "titel",
    "opgaven",
    "kader",
]


@RELAXED
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_heap_of_yaml_signs(tmp_path: Path, pieces: list[str]) -> None:
    outcome(tmp_path / "x.yaml", "".join(pieces).encode())


@RELAXED
@given(data=st.data())
def test_any_small_damage_to_a_casus(tmp_path: Path, base: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, min(start + 20, len(base))))
    piece = "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=3)))
    outcome(tmp_path / "x.yaml", (base[:start] + piece + base[end:]).encode())


INNER = ["geld", "tijd", "id", "logo", "kaarten", "naam", "layout", "stappen", "als", "regels", "tekst", "x"]
KEYS = st.sampled_from([*Casus.model_fields, *INNER])
SCALARS = st.sampled_from(["~", "''", "1", "-3", "012", "a", "2026-02-31", "'#aabbcc'", "groot", "x.png", "a.xml.j2"])
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(KEYS, inner, max_size=4).map(
            lambda block: "{" + ", ".join(f"{key}: {value}" for key, value in block.items()) + "}"
        )
    ),
    max_leaves=12,
)


@RELAXED
@given(block=st.dictionaries(KEYS, TREES, max_size=6))
def test_any_values_under_any_keys(tmp_path: Path, base: str, block: dict[str, str]) -> None:
    lines = "".join(f"{key}: {value}\n" for key, value in block.items())
    outcome(tmp_path / "x.yaml", lines.encode())
    outcome(tmp_path / "x.yaml", (base + lines).encode())


def write_plain(text: str) -> str:
    return text


def write_double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def write_block(text: str) -> str:
    return "|-\n      " + text


WORDS = st.text(st.sampled_from("abcé€ü ’“-'\"\\:#,.?😀"), min_size=1, max_size=30).map(str.strip).filter(bool)
PLAIN = st.from_regex(r"[a-zé€😀][a-zé€ü’“😀]*( [a-zé€ü’“😀]+){0,5}", fullmatch=True).filter(
    lambda text: text != "null"
)
WRITTEN = st.one_of(
    st.tuples(PLAIN, st.just(write_plain)),
    st.tuples(WORDS, st.sampled_from([write_double, write_single, write_block])),
)
SPACES = st.integers(1, 4).map(lambda number: " " * number)


@RELAXED
@given(
    values=st.lists(st.tuples(WRITTEN, SPACES), min_size=14, max_size=14), blanks=st.lists(st.booleans(), min_size=14)
)
def test_a_text_stands_at_its_place(tmp_path: Path, values: list[Any], blanks: list[bool]) -> None:
    keys = ["titel", "gemeente", "vraag", "verhaal", "geld", "tijd", "vast", "beslist", "uitkomst", "titel", "vraag"]
    keys += ["voor_wie", "schuurt", "merkt"]
    lines = ["formaat: 1"]
    for number, (key, ((text, write), space), blank) in enumerate(zip(keys, values, blanks, strict=False)):
        lines += ["# een opmerking", ""] if blank else []
        lines += {4: ["kader:"], 9: ["opgaven:"]}.get(number, [])
        start = "" if number < 4 else "  " if number < 9 else "  - " if number == 9 else "    "
        lines += (
            [f"{start}vast:", f"    -{space}{write(text)}"] if key == "vast" else [f"{start}{key}:{space}{write(text)}"]
        )
    file = "\n".join(lines) + "\n"
    casus = outcome(tmp_path / "x.yaml", file.encode())
    assert isinstance(casus, Casus), casus
    found = [tekst for tekst in texts(casus) if tekst.field != "id"]
    for tekst, key, ((text, write), _) in zip(found, keys, values, strict=True):
        line = file.split("\n")[tekst.source.line - 1]
        assert (tekst, tekst.field) == (text, key)
        assert line[tekst.source.column - 1 :] == write(text).split("\n")[0]
        assert line.lstrip(" -").startswith(f"{key}:") or key == "vast"


def texts(value: object) -> Any:
    if isinstance(value, Tekst):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, BaseModel):
        for _, item in value:
            yield from texts(item)


def test_the_comparison_of_places_can_fail(base: str, tmp_path: Path) -> None:
    casus = outcome(tmp_path / "x.yaml", base.encode())
    assert isinstance(casus, Casus)
    wrong = next(text for text in texts(casus) if text.field == "gemeente").source.column
    assert base.split("\n")[2][wrong:] != "Zutphen"
    assert base.split("\n")[2][wrong - 1 :] == "Zutphen"


def test_the_look_for_english_can_fail() -> None:
    assert ENGLISH.search("Input should be a valid string")


@pytest.mark.parametrize("kind", ["bijeenkomst", "spel", "verloop", "huisstijl", "afbeelding", "kader", "rollen"])
@pytest.mark.parametrize("value", ["a", "[]", "[a]", "{}", "[[]]", "[{}]", "{a: b}", "{titel: {}}", "~", "[~]"])
def test_any_kind_of_value_in_any_place_is_a_casus_or_an_explanation(
    tmp_path: Path, base: str, kind: str, value: str
) -> None:
    outcome(tmp_path / "x.yaml", (base + f"{kind}: {value}\n").encode())
