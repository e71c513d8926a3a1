"""An author who writes cards that break the balance is told which ones and how, also if none does it alone."""

import json
from pathlib import Path

import pytest

from speelveld.build.pipeline import load
from speelveld.deck import choose_cards
from speelveld.proefspeel.own import EigenKaart, Verstoring, find_cards
from speelveld.proefspeel.playing import own_cards, table_of
from speelveld.proefspeel.words import about_cards
from tests.makers.commands import ROOT, speelveld

pytestmark = pytest.mark.long

ZUTPHEN = (ROOT / "decks" / "zutphen-dementie" / "casus.yaml").read_text(encoding="utf-8")
GENEROUS = "{tekst: We doen dit., geld: 3, tijd: 2, steun: 2, stappen: 3}"
CRUEL = "{tekst: We doen dit., geld: -4, tijd: -3, steun: -4, regie: -2}"
ALL, NOTHING = (f"{{tekst: We doen dit., geld: {n}, tijd: {n}, steun: {n}, stappen: {max(n, 0)}}}" for n in (10, -10))


def cards(kind: str, number: int, does: str) -> str:
    return "".join(
        f"  - {{id: {kind}-{n}, titel: Kaart {n} van {kind}, tekst: Er gebeurt iets., regels: {does},"
        f" mogelijkheid: {does[:-1]}, als: {{regie: 0}}}}}}\n"
        for n in range(number)
    )


def write(folder: Path, kansen: str = "", uitdagingen: str = "") -> Path:
    text = ZUTPHEN
    for kind, own in (("kansen", kansen), ("uitdagingen", uitdagingen)):
        assert text.count(f"\n{kind}:\n") == 1
        text = text.replace(f"\n{kind}:\n", f"\n{kind}:\n{own}")
    path = folder / "casus.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def found(folder: Path, **own: str) -> Verstoring | None:
    loaded = load(write(folder, **own), "casus.yaml")
    table = table_of(loaded.casus, choose_cards(loaded.casus, loaded.deck), loaded.rules)
    return find_cards(table, own_cards(loaded), 1)


def named(broken: Verstoring | None) -> list[tuple[str, bool]]:
    assert broken is not None
    return [(card.id, easy) for card, easy in zip(broken.kaarten, broken.te_gul, strict=True)]


def test_of_a_casus_in_balance_no_card_is_named(tmp_path: Path) -> None:
    assert found(tmp_path) is None


def test_one_card_that_breaks_it_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, uitdagingen=cards("uitdaging", 1, NOTHING))
    said = speelveld(tmp_path, "proefspeel", path.name, "--potjes", "1000", "--json")
    assert said.status == 0, said.err
    data = json.loads(said.out)
    assert data["in_balans"] is False
    (card,) = data["verstoort"]["kaarten"]
    assert (card["id"], card["te"]) == ("uitdaging-0", "moeilijk")
    first, then = data["zinnen"][1:3]
    assert first.startswith("Zonder uw uitdaging ‘Kaart 0 van uitdaging’ haalt ")
    assert then == "Maak wat die kaart kost kleiner, of wat die brengt groter."
    assert len(data["zinnen"]) == 3, "to turn a number would not mend it"


@pytest.mark.parametrize(
    ("own", "does", "easy", "then"),
    [
        ("kansen", GENEROUS, True, "Maak wat die kaarten kosten groter, of wat zij brengen kleiner."),
        ("uitdagingen", CRUEL, False, "Maak wat die kaarten kosten kleiner, of wat zij brengen groter."),
    ],
)
def test_cards_that_only_break_it_together_are_all_named_and_no_other(
    tmp_path: Path, own: str, does: str, easy: bool, then: str
) -> None:
    broken = found(tmp_path, **{own: cards("eigen", 4, does)})
    assert sorted(named(broken)) == [(f"eigen-{n}", easy) for n in range(4)]
    assert broken is not None
    first, second = about_cards(broken)
    assert f"Zonder uw {own} ‘Kaart 0 van eigen’, ‘Kaart 1 van eigen’, ‘Kaart 2 van eigen’ en " in first
    assert second.startswith(then)


def test_cards_that_hide_each_other_are_both_named_with_their_side(tmp_path: Path) -> None:
    broken = found(tmp_path, kansen=cards("kans", 1, ALL), uitdagingen=cards("uitdaging", 1, NOTHING))
    assert named(broken) == [("kans-0", True), ("uitdaging-0", False)]
    assert broken is not None
    assert list(about_cards(broken))[1] == (
        "Het wordt makkelijker door uw kans ‘Kaart 0 van kans’, en moeilijker door uw uitdaging "
        "‘Kaart 0 van uitdaging’."
    )


@pytest.mark.parametrize(("number", "end"), [(6, "‘k4’ en ‘k5’ haalt"), (7, "‘k5’ en nog 1 haalt")])
def test_a_sentence_names_no_more_cards_than_anyone_reads(number: int, end: str) -> None:
    kaarten = tuple(EigenKaart("kans", f"k{n}", f"k{n}") for n in range(number))
    first, _ = about_cards(Verstoring(kaarten, (True,) * number, "samen", "gehaald", 0.9, 0.7))
    assert end in first


def test_who_has_one_aanpak_in_all_is_not_asked_to_do_without(tmp_path: Path) -> None:
    (deck := tmp_path / "deck").mkdir()
    (deck / "aanpakken.yaml").write_text(
        "aanpakken: [{id: los, titel: Los, tekst: a, geld: 0, tijd: 0, stappen: 1}]\n", encoding="utf-8"
    )
    text = ZUTPHEN[: ZUTPHEN.index("\nopgaven:")] + (
        "\nopgaven: [{titel: a, vraag: b, voor_wie: c, schuurt: d, merkt: e}]\n"
        "aanpakken: [{id: eigen, titel: Eigen, tekst: a, geld: 60, tijd: 20, stappen: 0, vervangt: los}]\n"
    )
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    said = speelveld(tmp_path, "proefspeel", "casus.yaml", "--potjes", "1000")
    assert (said.status, said.err) == (0, "")
