"""No layout hangs the program, fills the memory or reaches what it should not."""

from typing import Any

import pytest

HEAVY = [
    "{{ 'a' * 10**9 }}",
    "{{ [0] * 10**9 }}",
    "{{ 2 ** 10**9 }}",
    "{{ 9 ** 64 ** 2 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ '{0:>1000000000}'['format'](1) }}",
    "{{ 'a'.center(10**9) }}",
    "{{ 'a'.ljust(10**9) }}",
    "{{ 'a'.join(range(9)) }}",
    "{{ (5).to_bytes(10**9, 'big') }}",
    "{{ 'a'|center(10**9) }}",
    "{{ 'a'|indent(10**9) }}",
    "{{ 'a'|format(1) }}",
    "{{ lipsum(1000) }}",
    "{{ range(10**9)|list }}",
    "{% for i in range(10**7) %}x{% endfor %}",
    "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
    "{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}",
    "{% set n = namespace(s='aaaaaaaa') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
    "{% set n = namespace(s='aaaaaaaa') %}{% for i in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
    "{% set n = namespace(s=[1]) %}{% for i in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
    "{% set n = namespace(s=9) %}{% for i in range(60) %}{% set n.s = n.s * n.s %}{% endfor %}",
    "{% set n = namespace(s='a' ~ range(9999)|join) %}{{ n.s|replace('1', n.s)|replace('2', n.s) }}",
    "{{ range(9999)|join(range(9999)|join) }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% include 'kaart.xml.j2' %}",
    "{% set s %}{% for i in range(9999) %}{{ groot }}{% endfor %}{% endset %}",
    "{% for i in range(9999) %}{{ groot }}{% endfor %}",
    "{{ 1.5|round(10**9, 'floor') }}{{ [1]|batch(10**9, 'x')|list }}{{ 'klaar'.weg }}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{% for a in [1] %}" * 40 + "{% endfor %}" * 40,
]


@pytest.mark.parametrize("inside", HEAVY, ids=[layout[:50] for layout in HEAVY])
def test_a_layout_that_asks_too_much_is_refused(wrong: Any, inside: str) -> None:
    (problem, *_) = wrong(f'<card w="1mm" h="1mm" title="x"><text>{inside}</text></card>', groot="x" * 50_000)
    assert problem.source is not None


SNEAKY = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ kaart.__init__.__globals__ }}",
    "{{ lijst.append(1) }}",
    "{{ lijst|attr('append') }}",
    "{{ cycler.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{% set lijst[0] = 2 %}",
]


@pytest.mark.parametrize("inside", SNEAKY)
def test_a_layout_cannot_get_behind_its_data(wrong: Any, inside: str) -> None:
    lijst = [1]
    wrong(f'<card w="1mm" h="1mm" title="x"><text>{inside}</text></card>', kaart=object(), lijst=lijst)
    assert lijst == [1]


def test_a_layout_that_extends_itself_is_refused(wrong: Any) -> None:
    (problem,) = wrong('{% extends "kaart.xml.j2" %}')
    assert "komt geen einde aan" in problem.message or "komt niet klaar" in problem.message


@pytest.mark.parametrize("name", ["stack", "group", "b", "row", "span"])
def test_elements_thousands_deep_are_refused(wrong: Any, name: str) -> None:
    inside = f"<{name}>" * 10_000 + f"</{name}>" * 10_000
    layout = f'<card w="1mm" h="1mm" title="x">{f"<text>{inside}</text>" if name in "b span" else inside}</card>'
    (problem,) = wrong(layout)
    assert "diep in elkaar" in problem.message


def test_entities_that_blow_up_are_refused(wrong: Any) -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    layout = f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{entities}]><card w="1mm" h="1mm" title="&a9;"/>'
    assert "DOCTYPE" in wrong(layout)[0].message


def test_a_busy_but_honest_layout_is_fine(fill: Any) -> None:
    rows = "{% for i in range(200) %}{% for j in range(20) %}<text>{{ i ~ '-' ~ j }}</text>{% endfor %}{% endfor %}"
    assert len(fill(f'<card w="1mm" h="1mm" title="x">{rows}</card>').children) == 4000


def test_the_allowance_is_renewed_for_every_card(fill: Any) -> None:
    loops = "{% for i in range(9999) %}{% for j in [1, 2] %}{% endfor %}{% endfor %}"
    for _ in range(6):
        fill(f'<card w="1mm" h="1mm" title="x">{loops}</card>')
