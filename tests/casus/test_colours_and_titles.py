"""A colour is read as people have it, and a card is found by its title wherever its id is asked for."""

from pathlib import Path

import pytest

from speelveld.casus import Casus, DeckFiles, load_casus, load_deck
from speelveld.errors import AuthorError

ROOT = Path(__file__).resolve().parents[2]
STARTER = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
DECK = load_deck(DeckFiles((), ROOT / "decks" / "basis"))


def loaded(folder: Path, added: str) -> Casus:
    (folder / "casus.yaml").write_text(f"{STARTER}\n{added}\n", encoding="utf-8")
    return load_casus(folder, "x", DECK)


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ('"#005ca9"', "#005ca9"),
        ('"#05a"', "#0055aa"),
        ('"#05A"', "#0055aa"),
        ("rgb(0, 92, 169)", "#005ca9"),
        ("rgb(0 92 169)", "#005ca9"),
        ("rgb(0%, 36%, 66%)", "#005ca8"),
        ("hsl(207, 100%, 33%)", "#005da8"),
        ("0, 92, 169", "#005ca9"),
        ("RGB 0/92/169", "#005ca9"),
        ("005ca9", "#005ca9"),
        ("darkblue", "#00008b"),
        ("RebeccaPurple", "#663399"),
        ('"#005ca9ff"', "#005ca9"),
        ("“#005ca9”", "#005ca9"),
    ],
)
def test_a_colour_is_read_in_every_notation_of_the_web(tmp_path: Path, typed: str, colour: str) -> None:
    assert loaded(tmp_path, f"huisstijl:\n  kleur: {typed}").huisstijl.kleur == colour


@pytest.mark.parametrize(
    "typed", ["blauw", '"#05"', "rgb(0, 92)", "rgb(300, 0, 0)", '"#005ca980"', "PMS 300", "decade"]
)
def test_what_is_no_colour_or_one_to_look_through_is_refused(tmp_path: Path, typed: str) -> None:
    with pytest.raises(AuthorError, match="dat is geen kleur"):
        loaded(tmp_path, f"huisstijl:\n  kleur: {typed}")


def test_a_title_is_as_good_as_an_id(tmp_path: Path) -> None:
    own = "aanpakken:\n  - {titel: Een proef, tekst: a, geld: 1, tijd: 1, stappen: 3, vervangt: Wijkbudget}\n"
    change = STARTER.replace("past: [wijkbudget, ", 'past: ["Een proef", ', 1)
    assert change != STARTER
    text = change.replace("wijkbudget, ", "").replace(", wijkbudget", "")
    (tmp_path / "casus.yaml").write_text(
        f"{text}\n{own}weglaten: [De krant belt]\naan_tafel: [mantelzorger, Raadslid]\n", encoding="utf-8"
    )
    casus = load_casus(tmp_path, "x", DECK)
    assert casus.aanpakken[0].vervangt == "wijkbudget"
    assert "een-proef" in [name for opgave in casus.opgaven for name in opgave.past]
    assert casus.weglaten == ("krant-belt",)
    assert casus.aan_tafel == ("mantelzorger", "raadslid")


def test_a_title_keeps_the_place_where_it_is_written(tmp_path: Path) -> None:
    with pytest.raises(AuthorError) as caught:
        loaded(tmp_path, "weglaten: [De krant belt, krant-belt]")
    (problem,) = caught.value.problems
    assert problem.message == "kaart 'krant-belt' staat twee keer bij 'weglaten'"
    assert problem.source is not None
    assert problem.source.column == 27


@pytest.mark.parametrize("word", ["Inwoners", "INWONERS"])
def test_capitals_of_a_group_make_no_difference(tmp_path: Path, word: str) -> None:
    text = STARTER.replace("hart: [gemeente, inwoners]", f"hart: [gemeente, {word}]", 1)
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    assert load_casus(tmp_path, "x", DECK).opgaven[0].hart == ("gemeente", "inwoners")


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", "[[x]]"])
def test_a_list_or_block_where_an_id_belongs_is_a_mistake_of_the_author(tmp_path: Path, value: str) -> None:
    """Every place that others refer to, or that is held against something else."""
    opgave = f"  - id: {value}\n    titel: {value}\n    vraag: {value}\n    hart: {value}\n    past: {value}\n"
    own = f"rollen: [{{naam: {value}, id: {value}, vervangt: {value}}}]\nweglaten: {value}\naan_tafel: {value}\n"
    more = f"gebieden: [{{naam: {value}, opgaven: {value}}}]\nwoorden: {{gemeente: {value}}}\ngemeente: {value}\n"
    kinds = f"kaartsoorten: [{{naam: {value}}}]\nhuisstijl: {{logo: {value}, logo_tekst: {value}, kleur: {value}}}\n"
    rest = f"afbeelding: {{bestand: {value}, alt: {value}}}\nbijeenkomst: {{datum: {value}, tijd: {value}}}\n"
    text = f"formaat: 1\nopgaven:\n{opgave}{own}{more}{kinds}{rest}slot: {value}\ntaal: {{negeer: {value}}}\n"
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(AuthorError) as caught:
        load_casus(tmp_path, "x", DECK)
    assert len(caught.value.problems) > 15
