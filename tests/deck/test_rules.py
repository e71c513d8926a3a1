"""The rules as data: what a casus sets replaces the standard, and the minutes of the phases make the meeting."""

from pathlib import Path

import pytest

from speelveld.casus import GROEPEN, KRACHTEN
from speelveld.deck.rules import load_rules
from speelveld.errors import KitError
from speelveld.markup.theme import load_theme

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"
RULES = Path(__file__).resolve().parents[2] / "decks" / "basis" / "spel.yaml"


@pytest.mark.parametrize("duur", [120, 90])
def test_the_minutes_of_the_phases_are_those_of_the_meeting(duur: int) -> None:
    rules = load_rules(RULES, duur, {})
    assert sum(fase.minuten for fase in rules.fasen) == duur
    assert [fase.start for fase in rules.fasen] == [0, *[fase.eind for fase in rules.fasen[:-1]]]


def test_both_meetings_have_a_break_after_the_opgave() -> None:
    for duur, minutes in ((120, 5), (90, 3)):
        rules = load_rules(RULES, duur, {})
        pauze, opgave = rules.fase("pauze"), rules.fase("opgave")
        assert pauze is not None
        assert opgave is not None
        assert (pauze.minuten, pauze.start) == (minutes, opgave.eind)


def test_the_long_game_has_the_spaces_it_was_tuned_with() -> None:
    rules = load_rules(RULES, 120, {})
    assert {number: kind for number, kind in rules.vakken.items() if kind == "kans"}.keys() == {3, 10, 17}
    assert {number for number, kind in rules.vakken.items() if kind == "uitdaging"} == {6, 12, 20}
    assert {number for number, kind in rules.vakken.items() if kind == "thematafel"} == {7, 15}
    assert (rules.geld, rules.tijd, rules.steun, rules.regie, rules.pad) == (19, 8, 4, 2, 24)


def test_what_the_casus_sets_goes_before_the_standard() -> None:
    rules = load_rules(RULES, 120, {"geld": 9, "pad": 30})
    assert (rules.geld, rules.tijd, rules.pad) == (9, 8, 30)


@pytest.mark.parametrize("pad", range(12, 41))
def test_a_path_of_another_length_keeps_its_special_spaces(pad: int) -> None:
    rules = load_rules(RULES, 120, {"pad": pad})
    assert (rules.aantal("kans"), rules.aantal("uitdaging"), rules.aantal("thematafel")) == (3, 3, 2)
    assert all(0 < number < pad for number in rules.vakken)
    assert rules.vak(pad) == ""


def test_a_file_that_is_no_rules_is_a_mistake_of_the_kit(tmp_path: Path) -> None:
    (tmp_path / "spel.yaml").write_text("lengtes: {120: {}}\n", encoding="utf-8")
    with pytest.raises(KitError, match=r"spel\.yaml:1:1: hier ontbreekt 'schalen'"):
        load_rules(tmp_path / "spel.yaml", 120, {})


@pytest.mark.parametrize("duur", [120, 90])
def test_groups_and_krachten_are_those_that_a_card_may_have(duur: int) -> None:
    rules = load_rules(RULES, duur, {})
    assert (rules.groepen, rules.krachten) == (GROEPEN, KRACHTEN)
    text = RULES.read_text(encoding="utf-8")
    assert "groepen:" not in text
    assert "krachten:" not in text


def test_every_group_has_a_colour_and_an_icon() -> None:
    theme = load_theme(LAYOUTS / "stijl.yaml")
    assert {*GROEPEN} <= theme.colors.keys()
    icons = (LAYOUTS / "delen" / "beelden.xml.j2").read_text(encoding="utf-8")
    assert [groep for groep in GROEPEN if f'"{groep}":' not in icons] == []
