"""What can be printed and nobody means: what is still to be filled in, folded, cut off, or of another organisation."""

from pathlib import Path

import pytest

from speelveld import resources
from speelveld.casus import left_over, load_casus, warnings
from speelveld.errors import AuthorError, Source
from tests.casus.test_pasted_texts import STARTER, line_of, remarked

TITLE = "titel: Veilig naar school"
MERKT = "merkt: Na school blijft u nog even staan."


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("TODO", "TODO"),
        ('"[vul in]"', "[vul in]"),
        ('"Dat [naam invullen] het weet."', "[naam invullen]"),
        ('"U belt [naam]."', "[naam]"),
        ("U belt <naam wethouder>.", "<naam wethouder>"),
        ("Dit nog invullen.", "nog invullen"),
        ("Wat dan ???", "???"),
        ("Lorem ipsum en zo.", ""),
        ("lorem ipsum dolor", "lorem ipsum"),
        ("Wie weet het? Niemand!", ""),
        ('"U leest [sic] en [1] en 3 < 4 en 5 > 2."', ""),
        ('"Een [fy: goed plak] voor elk."', ""),
        ("Hier vult u in ___ en ____", ""),
    ],
)
def test_what_has_yet_to_be_written_is_named(tmp_path: Path, text: str, mark: str) -> None:
    said = [each for each in remarked(tmp_path, MERKT, f"merkt: {text}") if "staat nog '" in each]
    column = 12 + text.find(mark) if mark else 0
    wanted = f"in 'merkt' staat nog '{mark}', en dat komt zo op papier → vul het in, of haal het weg"
    assert said == ([f"{line_of(MERKT)}:{column}: {wanted}"] if mark else [])


def test_no_casus_of_ours_has_something_to_fill_in() -> None:
    for name, path in resources.examples().items():
        assert warnings(load_casus(path, name)) == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("5000", 'schrijf: fiche: "€ 5.000"'),
        ("10.000", 'schrijf: fiche: "€ 10.000"'),
        ("10 000,-", 'schrijf: fiche: "€ 10.000"'),
        ('"€ 5.000"', ""),
        ("5000 euro", ""),
        ("1 miljoen", ""),
    ],
)
def test_the_worth_of_a_fiche_is_seen_to_be_money(tmp_path: Path, typed: str, hint: str) -> None:
    said = remarked(tmp_path, 'fiche: "€ 5.000"', f"fiche: {typed}")
    assert [each.partition(" → ")[2] for each in said] == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (
            "Waterschap Rijn en IJssel",
            "alleen de naam, Rijn en IJssel; schrijf onder 'woorden:' dan gemeente: waterschap",
        ),
        ("Provincie Utrecht", "alleen de naam, Utrecht; schrijf onder 'woorden:' dan gemeente: provincie"),
        (
            "de omgevingsdienst Achterhoek",
            "alleen de naam, Achterhoek; schrijf onder 'woorden:' dan gemeente: omgevingsdienst",
        ),
        ("GGD Zuid", "dan gemeente: {woord: GGD, lidwoord: de, meervoud: GGD’en}"),
        (
            "Hoogheemraadschap van Delfland",
            "van Delfland; schrijf onder 'woorden:' dan gemeente: "
            "{woord: hoogheemraadschap, lidwoord: het, meervoud: hoogheemraadschappen}",
        ),
        ("Schoolmeesterdam", ""),
        ("Zutphen", ""),
    ],
)
def test_another_organisation_than_a_gemeente_is_shown_its_word(tmp_path: Path, typed: str, hint: str) -> None:
    said = remarked(tmp_path, "gemeente: Voorbeeldstad\n", f"gemeente: {typed}\n")
    assert [each for each in said if hint and hint in each] == said
    assert len(said) == bool(hint)


@pytest.mark.parametrize("typed", ["Waterschap Rijn en IJssel", "GGD Zuid", "Ministerie", "Wetterskip Fryslân"])
def test_who_follows_that_hint_is_right(tmp_path: Path, typed: str) -> None:
    (said,) = remarked(tmp_path, "gemeente: Voorbeeldstad\n", f"gemeente: {typed}\n")
    hint = said.partition(" → ")[2]
    word = hint.partition("dan gemeente: ")[2]
    name = hint.partition("alleen de naam, ")[2].partition(";")[0] or "Rijn"
    text = STARTER.replace("gemeente: Voorbeeldstad\n", f"gemeente: {name}\nwoorden:\n  gemeente: {word}\n", 1)
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    assert warnings(load_casus(tmp_path, "x")) == []


def test_what_is_left_of_the_casus_to_start_from_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "casus.yaml").write_text(STARTER.replace(TITLE, "titel: Rust op het plein"), encoding="utf-8")
    (said,) = left_over(load_casus(tmp_path, "x"))
    assert said.message.startswith("hier staat nog de tekst van de casus om mee te beginnen: gemeente, vraag, verhaal,")
    assert said.source == Source("x/casus.yaml", line_of("gemeente: V"), 11)
    (tmp_path / "casus.yaml").write_text(STARTER, encoding="utf-8")
    assert list(left_over(load_casus(tmp_path, "x"))) == []


def test_no_casus_of_ours_is_taken_for_the_one_to_start_from() -> None:
    for name, path in resources.examples().items():
        assert list(left_over(load_casus(path, name))) == []


def test_words_behind_a_hash_are_no_part_of_a_text_and_that_is_said(tmp_path: Path) -> None:
    old = "beslist: De wethouder beslist, na een gesprek met de buurt."
    (said,) = remarked(tmp_path, old, "beslist: Het college beslist.  # nog navragen")
    assert said.startswith(
        f"{line_of(old)}:34: achter deze tekst staat een opmerking, '# nog navragen'; die komt nergens"
    )
    assert remarked(tmp_path, "  duur: 120", "  duur: 120  # minuten") == []
    assert remarked(tmp_path, old, 'beslist: "Het college # beslist."') == []
    assert remarked(tmp_path, old, "# een gewone opmerking # hier\n  beslist: De raad beslist.") == []


@pytest.mark.parametrize("begin", ["", " >", " |", " >-", " |-"])
def test_an_empty_line_begins_a_new_paragraph_however_a_text_is_written(tmp_path: Path, begin: str) -> None:
    text = STARTER.replace("verhaal: |", f"verhaal:{begin}", 1)
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    assert len(str(load_casus(tmp_path, "x").verhaal).split("\n\n")) == 3


@pytest.mark.parametrize(("sign", "paragraphs"), [("'", 2), ('"', 2)])
def test_so_it_does_between_quotation_marks(tmp_path: Path, sign: str, paragraphs: int) -> None:
    text = STARTER.replace("vraag: Hoe", f"opening: {sign}Een zin.\n  Nog een.\n\n  De tweede.{sign}\nvraag: Hoe", 1)
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    assert str(load_casus(tmp_path, "x").opening).split("\n\n") == ["Een zin. Nog een.", "De tweede."][:paragraphs]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            TITLE,
            "titel: *Rust in* de straat",
            "met * beginnen → zet de hele tekst tussen dubbele aanhalingstekens; voor",
        ),
        (
            TITLE,
            "titel: *Rust* in de straat",
            "met * beginnen → zet de hele tekst tussen dubbele aanhalingstekens; voor",
        ),
        (TITLE, "titel: !Let op dit", "met ! "),
        ("hart: [gemeente, ondernemers]", "hart: [winkeliers, bewoners]", "'winkeliers' → bedoelt u 'ondernemers'?"),
        (
            "hart: [gemeente, ondernemers]",
            "hart: [gemeente, ridders]",
            "'ridders' → kies uit: 'inwoners', 'ondernemers',",
        ),
        (
            "hart: [gemeente, ondernemers]",
            "hart: ondernemers",
            "→ schrijf bijvoorbeeld: hart: [inwoners, vrijwilligers]",
        ),
        (
            "    - De school blijft waar hij staat.\n    - De",
            "    -De school blijft.\n    -De",
            "achter elk streepje: - De school",
        ),
        (
            "# Kleur en logo van uw",
            "huisstijl:\n  lettertype: DejaVu Sans\n#",
            "lettertype: {gewoon: letter-gewoon.ttf, vet:",
        ),
        (
            "# Kleur en logo van uw",
            "huisstijl:\n  lettertype: {gewoon: Arial}\n#",
            "'Arial' is geen naam van een bestand → noem een bestand naast de casus dat eindigt op .ttf, .otf",
        ),
        ("# Kleur en logo van uw", 'huisstijl:\n  logo: "C:\\Users\\jan\\l.svg"\n#', "schrijf alleen de naam: l.svg"),
        ("# Kleur en logo van uw", "huisstijl:\n  logo: C:\\Users\\jan\\l.svg\n#", "schrijf alleen de naam: l.svg"),
        ("# Kleur en logo van uw", "huisstijl:\n  logo: /home/jan/l.svg\n#", "schrijf alleen de naam: l.svg"),
        ("formaat: 1", "formaat: 2", "veranderde u dit getal zelf? Schrijf dan: formaat: 1"),
        ("#  datum: 2026-12-03", "  datum: 31 november 2026", "bestaat niet → november heeft 30 dagen"),
    ],
)
def test_the_hint_is_what_mends_it(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in STARTER
    (tmp_path / "casus.yaml").write_text(STARTER.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AuthorError) as caught:
        load_casus(tmp_path, "x")
    assert any(said in f"{each.message} → {each.hint}" for each in caught.value.problems), caught.value.problems


def test_a_day_without_a_year_is_said(tmp_path: Path) -> None:
    old = "#  datum: 2026-12-03"
    for typed, named in (
        ("3 december", "3 december"),
        ("donderdag 3 dec", "3 december"),
        ("in december", ""),
        ("in overleg", ""),
    ):
        said = remarked(tmp_path, old, f"  datum: {typed}")
        assert [f"bij '{named}' staat geen jaar" in each for each in said] == ([True] if named else [])
