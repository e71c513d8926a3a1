"""Every mistake in a layout is named in Dutch with the right file and line; never a traceback."""

import re
from pathlib import Path
from typing import Any

import pytest

from speelveld.errors import KitError
from speelveld.markup import Layouts

HEAD = '<card w="95mm" h="134mm" title="x">\n'
TAIL = "\n</card>"


def card(inside: str) -> str:
    return f"{HEAD}{inside}{TAIL}"


MISTAKES = [
    # what stands from line 2 of the layout, the line of the mistake, what is said, and the hint
    ("<txt>a</txt>", 2, "<txt> is geen element", "bedoelt u <text>?"),
    ("<p>\n<zzzz/></p>", 3, "<zzzz> is geen element", "kies uit"),
    ('<rect x="0mm" y="0mm" w="1mm" h="1mm" kleur="x"/>', 2, "heeft geen kenmerk 'kleur'", "kies uit"),
    ('<rect filll="inkt"/>', 2, "heeft geen kenmerk 'filll'", "bedoelt u 'fill'?"),
    ("<icon/>", 2, "<icon> mist het kenmerk 'name'", 'schrijf <icon name="…">'),
    ('<image src="logo" alt=" "/>', 2, "<image> mist het kenmerk 'alt'", None),
    (
        '<image src="foto.png" alt="foto.png"/>',
        2,
        "'alt' is de naam van een bestand",
        "zeg in één zin wat er te zien is",
    ),
    ('<image src="foto.png" alt="Foto"/>', 2, "'alt' is de naam van een bestand", "zeg in één zin wat er te zien is"),
    ('<group alt="img_1.JPG"/>', 2, "'alt' is de naam van een bestand", None),
    ("<text><a>x</a></text>", 2, "<a> mist het kenmerk 'href'", 'schrijf <a href="…">'),
    ('<stack><a href="#x">x</a></stack>', 2, "<a> kan niet in <stack> staan", "zet een link in een <text>"),
    ('<text>\n<a href="#x">x <a href="#y">y</a></a></text>', 3, "<a> kan niet in <a> staan", "in een andere link"),
    ('<text>x <a href="#x"> </a></text>', 2, "deze link heeft geen tekst", 'schrijf <a href="…">waarheen</a>'),
    ("<stack>\n  losse woorden\n</stack>", 2, "geen losse tekst staan: 'losse woorden'", "zet de tekst in een <text>"),
    ("<li>x</li>", 2, "<li> kan niet in <card> staan", None),
    ("<text><rect/></text>", 2, "<rect> kan niet in <text> staan", None),
    ("<stack><b>x</b></stack>", 2, "<b> kan niet in <stack> staan", "zet het in een <text>"),
    ("<ul><text>x</text></ul>", 2, "<text> kan niet in <ul> staan", None),
    ('<table columns="1fr"><tr><text>x</text></tr></table>', 2, "<text> kan niet in <tr> staan", None),
    ("<page-break/>", 2, "<page-break> kan niet in <card> staan", "hoort in <document>"),
    ("<spacer/>", 2, "<spacer> kan niet in <card> staan", "hoort in <stack> of <row>"),
    ("<text><page-number/></text>", 2, "<page-number> kan niet in <text> staan", "<header> of <footer>"),
    ('<header h="5mm"/>', 2, "<header> kan niet in <card> staan", "hoort in <document>"),
    ('<stack>\n<text y="3mm">x</text></stack>', 3, "heeft in <stack> geen kenmerk 'y'", "volgorde"),
    ('<card w="1mm" h="1mm" title="y"/>', 2, "<card> kan niet in <card> staan", None),
    ("<stack>\n<text>x</stack>", 3, "<text> wordt niet, of door iets anders, gesloten", "schrijf <text>…</text>"),
    ("<text>een<br>twee</text>", 2, "<br> wordt niet, of door iets anders, gesloten", "schrijf <br/>"),
    ("<text>R&B</text>", 2, "teken dat in XML niet kan", None),
    ("<text>&eacute;</text>", 2, "schrijf het teken zelf", None),
    ('<text x="1mm" x="2mm">a</text>', 2, "staat twee keer", None),
    ("<text>{{ naam }}</text>", 2, "'naam' bestaat hier niet", None),
    ("\n<text>{{ kaart.titl }}</text>", 3, "heeft geen 'titl'; bedoelt u 'titel'?", None),
    ("<text>{{ kaart.titel.vraag.nog }}</text>", 2, "heeft geen 'vraag'", None),
    ("<text>{{ lijst[7] }}</text>", 2, "een lijst heeft geen 7", None),
    ("<text>{{ 'a'|uper }}</text>", 2, "het filter 'uper' bestaat niet", "bedoelt u 'upper'?"),
    ("{% if 1 is definedd %}{% endif %}", 2, "de test 'definedd' bestaat niet", "bedoelt u 'defined'?"),
    ("{% for x in lijst %}\n{% if x %}{% endif %}", 2, "'{% for %}' wordt niet afgesloten", None),
    ("{% als x %}", 2, "'{% als %}' bestaat niet", None),
    ("<text>{{ 1 + }}</text>", 2, "kan hier niet staan", None),
    ("<text>{{ 1\n</text>\n<text>{{ 2 }}</text>", 2, "dit '{{' wordt niet afgesloten", "schrijf '}}'"),
    ("<text>{{ 1 }}\n{# {{ #}{{ 2 }</text>", 3, "dit '{{' wordt niet afgesloten", "schrijf '}}'"),
    ("<text>a</text>\n{% if 1 <text>b</text>{% endif %}", 3, "dit '{%' wordt niet afgesloten", "schrijf '%}'"),
    ("<text>{{ 'a' ? }}</text>", 2, "het teken '?' kan hier niet staan", None),
    ("<text>{{ a b }}</text>", 2, "dit 'b' hoort niet in {{ … }}", None),
    ("<text>{{ 1 / 0 }}</text>", 2, "deelt hier door nul", None),
    ("<text>{{ 'a' - 1 }}</text>", 2, "waar die niet voor is", None),
    ("<text>{{ lijst() }}</text>", 2, "", None),
    ("{% include 'weg.xml.j2' %}", 2, "layout 'weg.xml.j2' bestaat niet", None),
    ("{% import 'kaart.xml' as k %}", 2, "layout 'kaart.xml' bestaat niet", "bedoelt u 'kaart.xml.j2'?"),
    ("{% include '../../../../etc/passwd' %}", 2, "bestaat niet", None),
    ("{% include '/etc/passwd' %}", 2, "bestaat niet", None),
    ("{% include 7 %}", 2, "", None),
    ("{% block x %}{{ super() }}{% endblock %}", 2, "er is geen eerder blok 'x'", None),
    ("{% macro m(a) %}{{ a }}{% endmacro %}\n{{ m() }}", 2, "de macro vraagt ook om 'a'", None),
    ("{% for x in lijst %}\n{{ loop.nextitem }}{% endfor %}", 3, "heeft geen volgend punt", None),
    ("{{ []|first }}", 2, "deze lijst is leeg", None),
    ("{{ 'roll'|woord }}", 2, "'roll' is geen woord van het spel; bedoelt u 'rol'?", None),
    ("{{ 'abc'.index('b') }}", 2, "'index' mag niet in een layout", None),
    ("{{ 'abc'.length }}", 2, "een tekst heeft geen 'length'", None),
    ("{{ '\\ud800' }}", 0, "het teken '\\ud800' bestaat niet", None),
]
# Each makes Jinja or Python say something in English.
FOREIGN = [
    "{{ 'a'.split('') }}",
    "{{ [1]|dictsort }}",
    "{{ {}|dictsort(false, 'x') }}",
    "{{ 1|round(1, 'x') }}",
    "{{ [1]|map|list }}",
    "{{ [1]|sum('x') }}",
    "{{ [1, 'a']|sort }}",
    "{{ 1e400|int }}",
    "{{ none|voorwaarde }}",
    "{{ [1]|alineas }}",
    "{{ 'x'|teken }}",
    "{{ cycler() }}",
    "{{ range(1, 2, 3, 4) }}",
    "{{ loop.index }}",
    "{{ namespace().x }}",
    "{{ self.weg() }}",
    "{% set a, b = [1] %}",
    "{% set q.x = 1 %}",
    "{% for x in 5 %}{% endfor %}",
    "{% include %}",
    "{{ 'a }}",
    "{{ a..b }}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}",
    "{% macro m(a, a) %}{% endmacro %}",
    "{% from 'kaart.xml.j2' import weg %}{{ weg }}",
    "{% extends 'kaart.xml.j2' %}{% extends 'kaart.xml.j2' %}",
    "<?xml version='1.0'?>",
    "<![CDATA[ x",
    "<!-- x",
    "<a:b/>",
]
ENGLISH = re.compile(
    r"\b(the|not|no|object|attribute|expected|got|given|sequence|argument|name|defined|item|items|"
    r"must|can|cannot|only|tried|unknown|unclosed|invalid|error|undefined|block called)\b|\bNone\b|0x"
)


@pytest.mark.parametrize(("inside", "line", "said", "hint"), MISTAKES, ids=[entry[0][:40] for entry in MISTAKES])
def test_a_mistake_is_named_at_its_line(wrong: Any, inside: str, line: int, said: str, hint: str | None) -> None:
    (problem, *_) = wrong(card(inside), kaart={"titel": {"a": 1}}, lijst=[1])
    assert problem.source is not None
    assert (Path(problem.source.name).name, problem.source.line) == ("kaart.xml.j2", line)
    assert said in problem.message
    assert hint is None or hint in (problem.hint or "")


@pytest.mark.parametrize("inside", FOREIGN)
def test_what_jinja_or_python_says_in_english_is_not_said(wrong: Any, inside: str) -> None:
    for problem in wrong(card(inside), kaart={}, lijst=[1]):
        said = re.sub(r"'[^']*'|<[^>]*>", "", f"{problem.message} {problem.hint or ''}")
        assert ENGLISH.findall(said) == []
        assert problem.source is not None


def test_english_would_be_seen() -> None:
    assert ENGLISH.search("not enough values to unpack (expected 2, got 1)")
    assert ENGLISH.search("No first item, sequence was empty.".lower())
    assert ENGLISH.search("name 'inf' is not defined")


def test_all_mistakes_in_elements_are_named_at_once(wrong: Any) -> None:
    problems = wrong(card('<txt/>\n<rect kleur="a" maat="b"/>\n<icon/>\nlos\n<li/>'))
    assert [problem.source.line for problem in problems] == [2, 3, 3, 4, 4, 6]


def test_the_same_mistake_on_one_line_is_named_once(wrong: Any) -> None:
    assert len(wrong(card("{% for k in range(30) %}<txt/>{% endfor %}"))) == 1


def test_hundreds_of_mistakes_are_not_all_named(wrong: Any) -> None:
    problems = wrong(card("".join(f"<txt{number}/>\n" for number in range(500))))
    assert len(problems) < 60
    assert "los eerst dit op" in problems[-1].message


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("", "de layout is leeg"),
        ("  \n {# niets #}", "de layout is leeg"),
        ("{% set x = 1 %}", "de layout is leeg"),
        ("zomaar tekst", "begint met een element"),
        ("<text>x</text>", "begint met <card> of <document>, niet met <text>"),
        ("<b>x</b>", "niet met <b>"),
        ('<card w="1mm" h="1mm" title="x"/><card w="1mm" h="1mm" title="x"/>', "er is er maar één"),
        ('<card w="1mm" h="1mm" title="x">', "<card> wordt niet"),
        ('<card w="1mm" h="1mm" title="x"', "niet afgemaakt"),
        ('<card w="1mm" h="1mm" title=" "/>', "mist het kenmerk 'title'"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]><card w="1mm" h="1mm" title="&a;"/>', "een DOCTYPE mag niet"),
    ],
)
def test_what_is_no_layout_is_said(wrong: Any, layout: str, said: str) -> None:
    assert any(said in problem.message for problem in wrong(layout))


def test_a_mistake_in_a_macro_is_placed_in_its_own_file(wrong: Any) -> None:
    macros = (
        "{% macro een(x) %}\n<text>\n{{ x.weg }}</text>\n{% endmacro %}\n{% macro twee() %}\n\n<txt/>{% endmacro %}"
    )
    (problem,) = wrong(card('{% import "delen.xml.j2" as d %}{{ d.een({}) }}'), {"delen.xml.j2": macros})
    assert (Path(problem.source.name).name, problem.source.line) == ("delen.xml.j2", 3)
    (problem,) = wrong(card('{% import "delen.xml.j2" as d %}{{ d.twee() }}'), {"delen.xml.j2": macros})
    assert (Path(problem.source.name).name, problem.source.line) == ("delen.xml.j2", 7)


def test_a_mistake_in_an_included_or_extended_layout_is_placed_there(wrong: Any) -> None:
    base = card("{% block a %}{% endblock %}\n{% block b %}<txt/>{% endblock %}")
    (problem,) = wrong('{% extends "basis.xml.j2" %}', {"basis.xml.j2": base})
    assert (Path(problem.source.name).name, problem.source.line) == ("basis.xml.j2", 3)
    own = '{% extends "basis.xml.j2" %}\n{% block b %}\n<fout/>{{ weg }}{% endblock %}'
    (problem,) = wrong(own, {"basis.xml.j2": base})
    assert (Path(problem.source.name).name, problem.source.line) == ("kaart.xml.j2", 3)
    assert problem.message == "'weg' bestaat hier niet"
    (problem,) = wrong(card('{% include "deel.xml.j2" %}'), {"deel.xml.j2": "<text>\n{{ weg }}</text>"})
    assert (Path(problem.source.name).name, problem.source.line) == ("deel.xml.j2", 2)
    (problem,) = wrong(card('{% include "deel.xml.j2" %}'), {"deel.xml.j2": "<text>\n{% if %}</text>"})
    assert (Path(problem.source.name).name, problem.source.line) == ("deel.xml.j2", 2)


def test_a_block_that_the_extended_layout_lacks_is_refused(wrong: Any) -> None:
    middle = '{% extends "basis.xml.j2" %}{% block kop %}{% block titel %}x{% endblock %}{% endblock %}'
    files = {
        "basis.xml.j2": card("{% block kop %}{% endblock %}{% block voet %}{% endblock %}"),
        "midden.xml.j2": middle,
    }
    own = '{% extends "midden.xml.j2" %}\n{% block voett %}{% endblock %}\n\n{% block zzz %}{% endblock %}'
    first, second = wrong(own, files)
    assert first.message == "het blok 'voett' bestaat niet in 'midden.xml.j2', en zou nergens te zien zijn"
    assert (Path(first.source.name).name, first.source.line, first.hint) == ("kaart.xml.j2", 2, "bedoelt u 'voet'?")
    assert (second.source.line, second.hint) == (4, "kies uit: kop, titel, voet")
    (bare,) = wrong('{% extends "b.xml.j2" %}{% block a %}{% endblock %}', {"b.xml.j2": card("")})
    assert bare.hint == "die layout heeft geen blokken om te vervangen"


def test_a_block_of_ones_own_within_another_is_good(fill: Any) -> None:
    base = card("{% block a %}{% endblock %}")
    inner = "{% block b %}<text>x</text>{% endblock %}"
    own = '{% extends "basis.xml.j2" %}{# {% block weg %} #}{% block a %}' + inner + "{% endblock %}"
    assert fill(own, {"basis.xml.j2": base}).children[0].text == "x"


def test_a_layout_to_extend_that_is_not_there_is_named_where_it_is_asked_for(wrong: Any) -> None:
    (problem,) = wrong('{# x #}\n{% extends "bassis.xml.j2" %}{% block a %}{% endblock %}', {"basis.xml.j2": card("")})
    assert (problem.source.line, problem.hint) == (2, "bedoelt u 'basis.xml.j2'?")


def test_standaard_is_always_the_bundled_layout(fill: Any) -> None:
    own = '{% extends "standaard/kaart.xml.j2" %}{% block a %}<text>eigen</text>{% endblock %}'
    bundled = card("{% block a %}{% endblock %}<text>gewoon</text>")
    root = fill(own, bundled={"kaart.xml.j2": bundled})
    assert [child.text for child in root.children] == ["eigen", "gewoon"]


def test_comments_are_left_out_whatever_they_hold(fill: Any) -> None:
    root = fill(card("<!-- <txt/>\n-- {{ weg }} -->\n<text>{# <fout/> #}a</text>"))
    assert (root.children[0].text, root.children[0].source.line) == ("a", 4)


def test_a_layout_that_is_no_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.xml.j2").write_bytes(b"<card>\n\n<text>caf\xe9</text></card>")
    with pytest.raises(KitError) as caught:
        Layouts([tmp_path], tmp_path).render("a.xml.j2", {})
    (problem,) = caught.value.problems
    assert problem.message == "deze layout is geen UTF-8"
    assert problem.source is not None
    assert problem.source.line == 3


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    (tmp_path / "a.xml.j2").write_bytes(b'\xef\xbb\xbf<card w="1mm" h="1mm" title="x">\r\n<text>a</text>\r\n</card>')
    root = Layouts([tmp_path], tmp_path).render("a.xml.j2", {})
    assert root.children[0].source.line == 2


def test_a_layout_that_is_not_there_is_named_with_what_looks_like_it(tmp_path: Path) -> None:
    (tmp_path / "opgavekaart.xml.j2").write_text("x")
    with pytest.raises(KitError) as caught:
        Layouts([tmp_path], tmp_path).render("opgavenkaart.xml.j2", {})
    (problem,) = caught.value.problems
    assert problem.message == "layout 'opgavenkaart.xml.j2' bestaat niet"
    assert problem.hint == "bedoelt u 'opgavekaart.xml.j2'?"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "buiten.j2", tmp_path / "in"
    inside.mkdir()
    outside.write_text(card(""))
    (inside / "link.j2").symlink_to(outside)
    with pytest.raises(KitError, match="bestaat niet"):
        Layouts([inside], inside).render("link.j2", {})
