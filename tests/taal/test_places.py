"""A remark points at the word itself, however YAML lets the text be written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speelveld.casus import Casus, Places, load_casus
from speelveld.errors import Source
from speelveld.written.tekst import Tekst
from tests.makers.casussen import PLAIN

Remarks = Callable[[str], list[str]]
STORY = "verhaal: De meesten wonen thuis.\n"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("verhaal: Dit is een pilot.\n", "5:21"),
        ("verhaal:   'Het is zo''n ''fijne'' pilot.'\n", "5:36"),
        ('verhaal: "Een \\"fijne\\" \\u00e9n\\tleuke pilot."\n', "5:40"),
        ('verhaal: "Een \\x65n pilot, een\\\n  \\ pilot."\n', "5:21 6:5"),
        ('verhaal: "Een \\\npilot."\n', "6:1"),
        ("verhaal: |\n  Dit is\n  een pilot.\n\n  Nog een pilot.\n", "7:7 9:11"),
        ("verhaal: |2-\n    Een pilot.\n\n   De pilot.\n", "6:9 8:7"),
        ("verhaal: >\n  Dit is\n  een pilot\n\n  en een pilot.\n", "7:7 9:10"),
        ("verhaal: Dit is\n  een\n  pilot\n  van ons.\n", "7:3"),
        ("verhaal:\n  Dit is een\n  pilot.\n", "7:3"),
        ("verhaal: 'Dit is\n\n  een pilot.'\n", "7:7"),
        ("verhaal: Een é€😀 pilot.\n", "5:18"),
        ("verhaal: Een cafe\u0301 met een pilot.\n", "5:28"),
        ("verhaal: |\r\n  Een regel\r\n  met een pilot.\r\n", "7:11"),
        ("verhaal: |  # uitleg\n  Een pilot.\n", "6:7"),
    ],
)
def test_a_remark_has_the_line_and_column_of_the_word(remarks: Remarks, written: str, place: str) -> None:
    assert remarks(PLAIN.replace(STORY, written)) == [
        f"x.yaml:{each}: jargon in 'verhaal': 'pilot' is vaktaal" for each in place.split()
    ]


def test_a_long_sentence_is_pointed_at_where_it_begins(remarks: Remarks) -> None:
    story = "verhaal: |\n  Dit is kort. " + "Deze zin is veel te lang en\n  gaat door" + " en door" * 6 + ".\n"
    assert remarks(PLAIN.replace(STORY, story)) == [
        "x.yaml:6:16: lange-zin in 'verhaal': de zin 'Deze zin is veel te lang …' heeft 21 woorden"
    ]


def test_words_in_lists_and_brackets_are_found_too(remarks: Remarks) -> None:
    text = PLAIN.replace("    - De zorg thuis blijft.", "    - De zorg blijft.\n    - Een pilot blijft.")
    text += "verloop: {titel: Het verloop, stappen: [{naam: Begin, tekst: Er is een pilot.}]}\n"
    assert remarks(text) == [
        "x.yaml:11:11: jargon in 'vast': 'pilot' is vaktaal",
        "x.yaml:20:72: jargon in 'tekst': 'pilot' is vaktaal",
    ]


def places(casus: Casus, path: Path) -> Callable[[Tekst, int], Source]:
    return Places({casus.source.name: path}).at


def test_a_file_that_was_changed_since_gives_the_place_of_the_field(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    casus = load_casus(path, "x.yaml")
    assert places(casus, path)(casus.verhaal, 3) == Source("x.yaml", 5, 13)
    path.write_text(PLAIN.replace("De meesten", "Veel mensen"), encoding="utf-8")
    assert places(casus, path)(casus.verhaal, 3) == Source("x.yaml", 5, 10)
    path.write_text("", encoding="utf-8")
    assert places(casus, path)(casus.verhaal, 3) == Source("x.yaml", 5, 10)
    path.unlink()
    assert places(casus, path)(casus.verhaal, 3) == Source("x.yaml", 5, 10)
    assert places(casus, path)(casus.verhaal, 10_000) == Source("x.yaml", 5, 10)


WORDS = st.text(st.sampled_from("abé€ü’“-'\"\\:#,.?😀ë"), min_size=1, max_size=6)


def double(words: list[str]) -> str:
    return '"' + " ".join(words).replace("\\", "\\\\").replace('"', '\\"') + '"'


def single(words: list[str]) -> str:
    return "'" + " ".join(words).replace("'", "''") + "'"


def literal(words: list[str]) -> str:
    return "|\n  " + "\n  ".join(words)


def folded(words: list[str]) -> str:
    return ">\n  " + "\n  ".join(words)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=8), write=st.sampled_from([double, single, literal, folded]))
def test_every_character_of_any_text_is_found_where_it_is_written(
    tmp_path: Path, words: list[str], write: object
) -> None:
    assert callable(write)
    file = PLAIN.replace(STORY, f"verhaal: {write(words)}\n")
    path = tmp_path / "x.yaml"
    path.write_text(file, encoding="utf-8")
    casus = load_casus(path, "x.yaml")
    lines, at = file.split("\n"), places(casus, path)
    for index, char in enumerate(casus.verhaal):
        if not char.isspace():
            found = at(casus.verhaal, index)
            written = lines[found.line - 1][found.column - 1 :]
            assert written.startswith((char, "\\" + char)), (found, char)
