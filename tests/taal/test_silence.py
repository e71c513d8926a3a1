"""What an author settles: own words, and remarks that may stay; and what does nothing is said."""

import re
from collections.abc import Callable

import pytest

from speelveld.build.checking import WordCheck
from tests.makers.casussen import PLAIN
from tests.taal.plain import ROOT

Remarks = Callable[[str], list[str]]
BASE = PLAIN.replace("De meesten wonen thuis.", "De pilot loopt. Er wordt besloten. De GGD belt.").replace(
    "De opvang sluit om vijf uur.", "De pilot loopt."
)
ALL = [
    "jargon in 'verhaal': 'pilot' is vaktaal",
    "lijdende-vorm in 'verhaal': 'wordt besloten' zegt niet wie dat doet",
    "afkorting in 'verhaal': de afkorting 'GGD' heeft nergens uitleg",
    "jargon in 'schuurt': 'pilot' is vaktaal",
]


def messages(said: list[str]) -> list[str]:
    return [line.partition(": ")[2] for line in said]


def test_without_entries_everything_is_said(remarks: Remarks) -> None:
    assert messages(remarks(BASE)) == ALL


@pytest.mark.parametrize(
    ("entry", "gone"),
    [
        ("{controle: jargon, tekst: pilot}", [0, 3]),
        ("{controle: jargon, tekst: PILOT}", [0, 3]),
        ("{controle: jargon, tekst: pilot, veld: schuurt}", [3]),
        ("{controle: lijdende-vorm, tekst: wordt besloten}", [1]),
        ("{controle: lijdende-vorm, tekst: wordt besloten., veld: verhaal}", [1]),
        ("{controle: afkorting, tekst: GGD}", [2]),
    ],
)
def test_an_entry_silences_what_it_names_and_no_more(remarks: Remarks, entry: str, gone: list[int]) -> None:
    said = messages(remarks(f"{BASE}taal: {{negeer: [{entry}]}}\n"))
    assert said == [message for index, message in enumerate(ALL) if index not in gone]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{controle: jargon, tekst: pilots}", "jargon meldt 'pilots' niet"),
        ("{controle: afkorting, tekst: pilot}", "afkorting meldt 'pilot' niet"),
        ("{controle: jargon, tekst: pilot, veld: merkt}", "jargon meldt 'pilot' in 'merkt' niet"),
        ("{controle: lijdende-vorm, tekst: wordt}", "lijdende-vorm meldt 'wordt' niet"),
        ("{controle: jargon, tekst: '...'}", "jargon meldt '...' niet"),
        ("{controle: lange-zin, tekst: '...'}", "lange-zin meldt '...' niet"),
    ],
)
def test_an_entry_that_silences_nothing_is_reported(remarks: Remarks, entry: str, told: str) -> None:
    said = remarks(f"{BASE}taal: {{negeer: [{entry}]}}\n")
    assert messages(said) == [*ALL, f"dit punt van 'negeer' doet niets: {told}"]
    assert said[-1].startswith("x.yaml:19:17: ")


def test_a_long_sentence_is_named_by_its_first_words(remarks: Remarks) -> None:
    long = "Het plan van de gemeente" + ", de buurt" * 6 + "."
    text = PLAIN.replace("De meesten wonen thuis.", long)
    assert len(remarks(text)) == 1
    silenced = "taal: {{negeer: [{{controle: lange-zin, tekst: '{}'}}]}}\n"
    assert remarks(text + silenced.format("Het plan van")) == []
    assert remarks(text + silenced.format("Het plan van de gemeente, de")) == []
    assert len(remarks(text + silenced.format("Het pla"))) == 2
    assert len(remarks(text + silenced.format("plan van de gemeente"))) == 2


def test_a_question_without_the_formula_can_stay(remarks: Remarks) -> None:
    text = PLAIN.replace("Hoe zorgen we samen dat er rust is?", "Waar is rust?")
    assert remarks(text) == ["x.yaml:15:12: vraag in 'vraag': deze vraag begint niet met 'Hoe zorgen we samen dat'"]
    assert remarks(text + "taal: {negeer: [{controle: vraag, tekst: Waar is rust}]}\n") == []


def test_words_of_ones_own_go_before_the_standard_list(check: Callable[[str], WordCheck]) -> None:
    text = PLAIN.replace("De meesten wonen thuis.", "Onze buurtcirkels tuigen op, opgetuigd. Een pilot.")
    own = "taal:\n  jargon:\n    buurtcirkel: kring\n    pilot: eerste keer\n  werkwoorden: {op|tuigen: beginnen}\n"
    found = check(text + own).casus
    assert [(each.woorden, each.problem.hint) for each in found] == [
        ("buurtcirkels", "schrijf liever: kring"),
        ("opgetuigd", "schrijf liever: beginnen"),
        ("pilot", "schrijf liever: eerste keer"),
    ]


def test_the_example_in_the_handleiding_is_read(remarks: Remarks) -> None:
    text = (ROOT / "docs/handleiding.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(taal:.*?)```", text, re.DOTALL)
    said = remarks(f"{PLAIN}{example}")
    assert messages(said) == [
        "dit punt van 'negeer' doet niets: jargon meldt 'participatie' niet",
        "dit punt van 'negeer' doet niets: lange-zin meldt 'Hoe zorgen we samen dat iedereen' in 'vraag' niet",
    ]


def test_the_example_in_a_new_casus_is_read(remarks: Remarks) -> None:
    lines = (ROOT / "decks/nieuw/casus.yaml").read_text(encoding="utf-8").splitlines()
    start = lines.index("#taal:")
    example = "\n".join(line[1:] for line in lines[start : lines.index("", start)])
    assert "jargon:" in example
    assert messages(remarks(f"{PLAIN}{example}\n")) == [
        "dit punt van 'negeer' doet niets: jargon meldt 'participatie' niet"
    ]


def test_source_lines_names_and_addresses_are_no_sentences(remarks: Remarks) -> None:
    text = PLAIN.replace("gemeente: Zutphen", "gemeente: Pilot").replace(
        "kader:\n",
        "cijfers: [{tekst: Het zijn er drie., bron: Pilot van de GGD, jaar: 2024, url: 'https://pilot.nl', "
        "nagezocht: de pilot is klaar}]\nkader:\n",
    )
    text += "bijeenkomst: {contact: pilot@ggd.nl, tijd: na de pilot}\nspel: {fiche: een pilot}\n"
    assert remarks(text) == []


def test_cards_of_ones_own_kind_are_read_too(remarks: Remarks) -> None:
    card = "{vraag: Waar is de pilot?, bron: Een pilot, meer: {regel: [De pilot loopt.]}}"
    text = f"{PLAIN}kaartsoorten: [{{naam: pilots, layout: a.xml.j2, kaarten: [{card}]}}]\n"
    assert messages(remarks(text)) == [
        "jargon in 'vraag': 'pilot' is vaktaal",
        "jargon in 'regel': 'pilot' is vaktaal",
    ]
