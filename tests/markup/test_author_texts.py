"""What an author writes arrives in the tree as that text, with its place, and is never run."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.errors import Source
from speelveld.markup import LINE_BREAK, Node, Origin
from speelveld.markup.inline import author_runs, plain
from speelveld.written.tekst import CLOSE, MIDDLE, OPEN, Tekst, stretches

PLACE = Source("casus.yaml", 12, 7)


def tekst(text: str, field: str = "vraag") -> Tekst:
    return Tekst(text, PLACE, field)


def in_card(inside: str) -> str:
    return f'<card w="95mm" h="134mm" title="x">{inside}</card>'


def shown(node: Node) -> list[tuple[str, bool, bool]]:
    return [(piece.text, piece.inline.bold, piece.inline.italic) for piece in node.pieces]


def runs(text: str) -> list[tuple[str, str]]:
    return [(run, "b" * bold + "i" * italic) for run, bold, italic in author_runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewoon", [("gewoon", "")]),
        ("een **vet** woord", [("een ", ""), ("vet", "b"), (" woord", "")]),
        ("een _cursief_ woord", [("een ", ""), ("cursief", "i"), (" woord", "")]),
        ("**vet en _ook cursief_ hier**", [("vet en ", "b"), ("ook cursief", "bi"), (" hier", "b")]),
        ("_**beide**_", [("beide", "bi")]),
        ("**ge**meente", [("ge", "b"), ("meente", "")]),
        ("(**vet**, en _schuin_.)", [("(", ""), ("vet", "b"), (", en ", ""), ("schuin", "i"), (".)", "")]),
        ("2 ** 3 ** 4", [("2 ** 3 ** 4", "")]),
        ("snake_case_naam", [("snake_case_naam", "")]),
        ("**niet gesloten", [("**niet gesloten", "")]),
        ("_niet gesloten en **vet**", [("_niet gesloten en ", ""), ("vet", "b")]),
        ("**een** en **twee**", [("een", "b"), (" en ", ""), ("twee", "b")]),
        ("****", [("****", "")]),
        ("Naam: ___ en ______", [("Naam: ___ en ______", "")]),
        ("Wie?____", [("Wie?____", "")]),
        ("___ _schuin_ ___", [("___ ", ""), ("schuin", "i"), (" ___", "")]),
        ("__vet__ hier", [("vet", "b"), (" hier", "")]),
        ("***beide*** hier", [("beide", "bi"), (" hier", "")]),
        ("** van de *****", [("** van de *****", "")]),
        ("1_000_000", [("1_000_000", "")]),
        ("* ster *", [("* ster *", "")]),
        ("", []),
    ],
)
def test_stars_and_underscores_make_bold_and_italic(text: str, expected: list[tuple[str, str]]) -> None:
    assert runs(text) == expected


@given(st.text(alphabet="a *_\n", max_size=60))
def test_no_character_but_the_marks_is_lost(text: str) -> None:
    joined = "".join(run for run, _ in runs(text))
    assert joined.replace("*", "").replace("_", "") == text.replace("*", "").replace("_", "")


def test_many_marks_without_an_end_are_read_in_reasonable_time() -> None:
    text = "**a _b " * 20_000
    assert "".join(run for run, _ in runs(text)) == text


def test_html_and_jinja_in_a_text_are_text(fill: Any) -> None:
    evil = "<b>vet</b> & {{ 7 * 7 }} {% include 'x' %} {# weg #} &amp; ]]> \"'"
    (text,) = fill(in_card("<text>{{ t }}</text>"), t=tekst(evil)).children
    assert text.text == evil


def test_a_plain_string_is_escaped_too(fill: Any) -> None:
    (text,) = fill(in_card("<text>{{ t }}</text>"), t="Jansen & Co <3").children
    assert text.text == "Jansen & Co <3"
    assert text.pieces[0].origin is None


def test_a_text_keeps_its_place_and_field(fill: Any) -> None:
    (text,) = fill(in_card("<text>Vraag: {{ t }}</text>"), t=tekst("Hoe dan?")).children
    assert [(piece.text, piece.origin) for piece in text.pieces] == [
        ("Vraag: ", None),
        ("Hoe dan?", Origin(PLACE, "vraag")),
    ]


@pytest.mark.parametrize(
    "layout",
    [
        "{% if t %}{{ t }}{% endif %}",
        "{% for x in [t] %}{{ x }}{% endfor %}",
        "{% set y = t %}{{ y }}",
        "{% set y %}{{ t }}{% endset %}{{ y }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(t) }}",
        "{{ t|trim }}",
        "{{ t|upper|lower|capitalize }}",
        "{{ t ~ '' }}",
        "{{ [t]|join(', ') }}",
        "{{ t if true else '' }}",
        "{{ [t, t]|first }}",
        "{{ {'a': t}.a }}",
        "{{ t|default('niets') }}",
        "{{ t|blijft }}",
        "{{ (t ~ '')|replace('x', 'y') }}",
    ],
)
def test_the_place_survives_what_layouts_do(fill: Any, layout: str) -> None:
    root = fill(in_card(f"<text>{layout}</text>"), t=tekst("Hoe"))
    assert root.children[0].pieces[0].origin == Origin(PLACE, "vraag")
    assert root.children[0].text == "Hoe"


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("{{ t ~ ' en meer' }}", "Hoe & wat en meer"),
        ("{{ t|replace('H', 'Z') }}", "Zoe & wat"),
        ("{{ t + '!' }}", "Hoe & wat!"),
        ("{{ t[:3] }}", "Hoe"),
        ("{{ t|title }}", "Hoe & Wat"),
        ("{{ t|list|join }}", "Hoe & wat"),
        ("{{ (t ~ '')|striptags }}", "Hoe & wat"),
        ("{{ (t ~ '')|replace('o', '0') }}", "H0e & wat"),
        ("{{ (t ~ '')|upper }}", "HOE & WAT"),
    ],
)
def test_where_the_place_is_lost_the_text_is_not(fill: Any, layout: str, expected: str) -> None:
    assert fill(in_card(f"<text>{layout}</text>"), t=tekst("Hoe & wat")).children[0].text == expected


def test_attributes_hold_clean_texts(fill: Any) -> None:
    layout = '<card w="95mm" h="134mm" title="{{ t }}"><image src="logo" alt="Foto: {{ t }}"/></card>'
    root = fill(layout, t=tekst('Een **vet**\n  \u00ad<b> & "citaat" \' van _hier_'))
    assert root.attributes["title"] == 'Een vet <b> & "citaat" \' van hier'
    assert root.children[0].attributes["alt"] == 'Foto: Een vet <b> & "citaat" \' van hier'


def test_a_text_cannot_pretend_to_come_from_elsewhere(fill: Any) -> None:
    fake = f"{OPEN}\ue163{MIDDLE}nep{CLOSE}\ue003"
    (text,) = fill(in_card("<text>{{ t }}</text>"), t=tekst(fake)).children
    assert {piece.origin for piece in text.pieces} == {Origin(PLACE, "vraag")}
    assert text.text == "\ufffd\ufffd\ufffdnep\ufffd\ufffd"


@given(st.text(alphabet=f"a{OPEN}{MIDDLE}{CLOSE}\ue100\ue163\ue1ff", max_size=40))
def test_broken_marks_leave_no_trace(text: str) -> None:
    left = "".join(stretch for stretch, _ in stretches(text))
    assert set(left) <= {"a"}
    assert left.count("a") == text.count("a")
    assert plain(text) == left


@pytest.mark.parametrize("name", ["casus.yaml", "C:\\map met spaties\\é.yaml", "a\ue001b"])
def test_any_file_name_comes_back(name: str) -> None:
    printed = Tekst("x", Source(name, 3, 4), "veld & <naam>").__html__()
    assert list(stretches(printed)) == [("x", Origin(Source(name, 3, 4), "veld & <naam>"))]


def test_line_ends_in_a_text_are_white_space_and_br_breaks(fill: Any) -> None:
    (text,) = fill(in_card("<text>{{ t }}<br/>\n  <b>vet</b>\n  <i>schuin</i></text>"), t=tekst("een\ntwee\n")).children
    assert [piece.text for piece in text.pieces] == ["een twee", LINE_BREAK, "vet", " ", "schuin"]


def test_a_text_of_only_a_line_end_is_no_break(fill: Any) -> None:
    (text,) = fill(in_card("<text>a{{ t }}b</text>"), t=tekst("\n")).children
    assert text.text == "a b"


def test_a_line_end_between_two_bold_words_is_no_break(fill: Any) -> None:
    (text,) = fill(in_card("<text><b>a</b>\n<b>b</b></text>")).children
    assert [piece.text for piece in text.pieces] == ["a", " ", "b"]


def test_bold_of_layout_and_author_meet(fill: Any) -> None:
    (text,) = fill(
        in_card('<text><b>Nu: {{ t }}</b><span style="klein">{{ t }}</span></text>'), t=tekst("_x_")
    ).children
    assert shown(text) == [("Nu: ", True, False), ("x", True, True), ("x", False, True)]
    assert text.pieces[2].inline.style == "klein"
