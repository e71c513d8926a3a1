"""`speelveld proefspeel` as a person uses it: what it says, what it writes, and what it leaves alone."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from tests.makers.commands import ROOT, files, speelveld
from tests.makers.once import folder_once
from tests.oracles.spoken import poor
from tests.oracles.tagtree import faults, tree_text
from tests.oracles.verapdf import check

pytestmark = pytest.mark.slow

FEW = ("--potjes", "1000", "--datum", "2026-12-03")
# Where nothing is judged: a number to turn is sought from 1000 games.
FEWEST = ("--potjes", "100", "--datum", "2026-12-03")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which Zutphen has been played."""

    def play(folder: Path) -> None:
        shown = speelveld(folder, "proefspeel", "zutphen-dementie", *FEW)
        assert (shown.status, shown.err) == (0, "")
        (folder / "gezegd.txt").write_text(shown.out, encoding="utf-8")

    return folder_once(play, tmp_path_factory.getbasetemp(), "played")


def own(folder: Path, old: str = "", new: str = "") -> Path:
    casus = folder / "mijn"
    casus.mkdir()
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    assert old in text
    (casus / "casus.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return casus


def data(folder: Path, *arguments: str) -> dict[str, Any]:
    shown = speelveld(folder, "proefspeel", *arguments, "--json")
    assert shown.status == 0, shown.err
    found: dict[str, Any] = json.loads(shown.out)
    return found


def test_it_says_how_each_kind_of_team_does_and_where_the_page_lies(played: Path) -> None:
    said = (played / "gezegd.txt").read_text(encoding="utf-8")
    for words in (
        "Leven met dementie in Zutphen",
        "1.000 potjes per soort team, 120 minuten, zaad 1",
        "willekeurig",
        "volgens de regels",
        "samen",
        "zonder gemeente",
        "altijd de mogelijkheid",
        "Nooit gebruikt: geen enkele kaart.",
        "Deze casus is in balans",
        "proefspeel.png",
    ):
        assert words in said
    assert max(map(len, said.splitlines())) <= 100


def test_a_casus_is_played_at_another_length_without_changing_it(tmp_path: Path) -> None:
    shown = speelveld(tmp_path, "proefspeel", "eenzaamheid", *FEWEST, "--duur", "90")
    assert (shown.status, shown.err) == (0, "")
    assert "100 potjes per soort team, 90 minuten, zaad 1" in shown.out
    assert "in 35 minuten" in shown.out.replace("\N{NO-BREAK SPACE}", " ")


def test_the_page_is_one_sheet_for_everyone_to_read(played: Path) -> None:
    folder = played / "out" / "zutphen-dementie-proefspeel"
    pdf = folder / "proefspeel.pdf"
    with pikepdf.open(pdf) as opened:
        assert len(opened.pages) == 1
        assert [round(float(side) * 25.4 / 72) for side in opened.pages[0].MediaBox[2:]] == [210, 297]
    assert faults(pdf.read_bytes()) == []
    assert poor(pdf.read_bytes()) == []
    (heading,) = re.findall(r"^ +H1\n +(.*)", tree_text(pdf.read_bytes()), re.MULTILINE)
    assert heading.endswith("Proefspeel")
    with Image.open(folder / "proefspeel.png") as picture:
        assert picture.size == (1241, 1754)
        assert len(picture.convert("RGB").resize((60, 85)).getcolors(9999) or ()) > 20
    assert {key: broken for key, broken in check([("ua1", pdf), ("2a", pdf)]).items() if broken} == {}


def test_each_plot_tells_its_numbers_to_who_cannot_see_it(played: Path) -> None:
    folder = played / "out" / "zutphen-dementie-proefspeel"
    proef = json.loads((folder / "proefspeel.json").read_text(encoding="utf-8"))["uitkomst"]
    with pikepdf.open(folder / "proefspeel.pdf") as opened:
        found = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
        alts = [str(item.Alt) for item in found if item.S == "/Figure"]
    assert len(alts) == 5
    share = round(100 * proef["teams"]["samen"]["gehaald"])
    assert any(f"Samen: {share}" in alt.replace("\xa0", " ") for alt in alts)
    assert any("Minuten in fase 4 en 5" in alt for alt in alts)


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    for name, seed in (("een", "7"), ("twee", "7"), ("drie", "8")):
        assert speelveld(tmp_path, "proefspeel", "eenzaamheid", *FEWEST, "--zaad", seed, "--uit", name).status == 0
    assert files(tmp_path / "een") == files(tmp_path / "twee")
    assert files(tmp_path / "een") != files(tmp_path / "drie")


def test_the_data_hold_what_the_table_says(tmp_path: Path) -> None:
    found = data(tmp_path, "zutphen-dementie", *FEW)
    assert found["potjes"] == 1000
    assert set(found["teams"]) == {"willekeurig", "regels", "samen"}
    assert len(found["teams"]["samen"]["aanpakken"]) == 24
    assert set(found["zonder"]) == {"inwoners", "ondernemers", "beroepskrachten", "vrijwilligers", "gemeente"}
    assert sum(found["teams"]["samen"]["sporen"]["steun"]["aantallen"]) == 1000
    assert all((tmp_path / path).is_file() for path in found["bestanden"])


@pytest.mark.parametrize(
    "option", [("--potjes", "0"), ("--potjes", "abc"), ("--potjes", "-3"), ("--zaad", "x"), ("--zaad", "1.5")]
)
def test_a_number_that_is_none_is_refused_in_dutch(tmp_path: Path, option: tuple[str, str]) -> None:
    shown = speelveld(tmp_path, "proefspeel", "eenzaamheid", *option)
    assert shown.status == 2
    assert "kies een heel getal" in shown.err
    assert files(tmp_path) == {}


def test_a_casus_that_cannot_be_won_is_told_so(tmp_path: Path) -> None:
    own(tmp_path, "#  geld: 15\n#  tijd: 8", "  geld: 1\n  tijd: 1")
    shown = speelveld(tmp_path, "proefspeel", "mijn", *FEW)
    assert shown.status == 0
    assert "niet te winnen" in shown.out
    assert "helpt hier niet genoeg" in shown.out


def test_a_casus_that_is_always_won_is_told_so(tmp_path: Path) -> None:
    own(tmp_path, "#  geld: 15\n#  tijd: 8", "  geld: 60\n  tijd: 20\n  pad: 12")
    shown = speelveld(tmp_path, "proefspeel", "mijn", *FEW)
    assert shown.status == 0
    assert "Bij deze casus haalt iedereen het" in shown.out


def test_the_number_to_turn_is_told_with_what_it_does(tmp_path: Path) -> None:
    own(tmp_path, "#  geld: 15", "  geld: 9")
    found = data(tmp_path, "mijn", *FEW)
    turn = found["draai"]
    assert (turn["wat"], turn["nu"]) == ("geld", 9)
    before, after = (round(100 * turn[key]) for key in ("gehaald_nu", "gehaald_beter"))
    assert after >= before + 20
    sentence = f"Met 9 geldfiches haalt {before} % van de teams ‘samen’ het; met {turn['beter']} is dat {after} %."
    assert sentence in [words.replace("\xa0", " ") for words in found["zinnen"]]


def test_a_card_that_hardly_anyone_lays_is_named(tmp_path: Path) -> None:
    casus = own(tmp_path)
    card = "  - {titel: Een dure omweg, tekst: U huurt een bureau in., geld: 9, tijd: 6, stappen: 1}"
    with (casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\naanpakken:\n{card}\n")
    found = data(tmp_path, "mijn", "--potjes", "5000", "--datum", "2026-12-03")
    (use,) = (use for use in found["teams"]["samen"]["aanpakken"] if use["naam"] == "Een dure omweg")
    assert use["deel"] < 0.05
    assert any("te weinig gekozen: Een dure omweg (" in words for words in found["zinnen"])
    assert found["in_balans"]


def test_too_few_games_to_judge_by_are_told_so(tmp_path: Path) -> None:
    shown = speelveld(tmp_path, "proefspeel", "eenzaamheid", "--potjes", "1")
    assert shown.status == 0
    assert "Zo weinig potjes zeggen nog niets" in shown.out
    assert "1 potje per soort team" in shown.out
    assert not re.search(
        r"\b(goed|te (veel|weinig|moeilijk|makkelijk|zwaar|licht))\b", shown.out.partition("Aanpakken")[0]
    )


def test_of_too_few_games_data_holds_no_judgement(tmp_path: Path) -> None:
    few, many = (data(tmp_path, "eenzaamheid", "--potjes", count) for count in ("999", "1000"))
    assert (few["oordelen"], few["in_balans"]) == ([], None)
    assert many["oordelen"]
    assert many["in_balans"] is not None
    words = [[team["oordeel"]["gehaald"]["woord"] for team in found["teams"].values()] for found in (few, many)]
    assert words[0] == ["", "", ""]
    assert all(words[1])


@pytest.mark.parametrize("kind", ["rollen", "aanpakken"])
def test_a_casus_without_a_kind_of_cards_cannot_be_played(tmp_path: Path, kind: str) -> None:
    casus = own(tmp_path)
    deck = (ROOT / "decks" / "basis" / f"{kind}.yaml").read_text(encoding="utf-8")
    names = [line.split(":")[1].strip() for line in deck.splitlines() if line.startswith("  - id:")]
    with (casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nweglaten: [{', '.join(names)}]\n")
    shown = speelveld(tmp_path, "proefspeel", "mijn", *FEWEST)
    assert shown.status == 3
    assert f"er zijn geen {kind}" in shown.err
    assert "mijn/casus.yaml:" in shown.err.replace("\\", "/")


def test_a_casus_without_events_is_played_without_them(tmp_path: Path) -> None:
    casus = own(tmp_path)
    names = []
    for kind in ("kansen", "uitdagingen"):
        deck = (ROOT / "decks" / "basis" / f"{kind}.yaml").read_text(encoding="utf-8")
        names += [line.split(":")[1].strip() for line in deck.splitlines() if line.startswith("  - id:")]
    with (casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nweglaten: [{', '.join(names)}]\n")
    shown = speelveld(tmp_path, "proefspeel", "mijn", *FEWEST)
    assert shown.status == 0, shown.err
    assert "van 'kansen' zijn er 0" in shown.out


def test_a_file_of_the_user_is_never_overwritten(tmp_path: Path) -> None:
    place = tmp_path / "uit"
    place.mkdir()
    (place / "proefspeel.png").write_bytes(b"een eigen tekening")
    shown = speelveld(tmp_path, "proefspeel", "eenzaamheid", *FEWEST, "--uit", "uit")
    assert shown.status == 5
    assert "proefspeel.png" in shown.err
    assert files(place) == {"proefspeel.png": b"een eigen tekening"}


def test_a_kit_and_its_trial_leave_each_other_alone(tmp_path: Path) -> None:
    make = ("maak", "eenzaamheid", "--alleen", "opgavekaarten", "--zonder-voorbeelden", "--datum", "2026-12-03")
    assert speelveld(tmp_path, *make, "--uit", "kit").status == 0
    kit = files(tmp_path / "kit")
    assert speelveld(tmp_path, "proefspeel", "eenzaamheid", *FEWEST, "--uit", "kit").status == 0
    both = files(tmp_path / "kit")
    assert {name: content for name, content in both.items() if name in kit} == kit
    assert set(both) - set(kit) == {"proefspeel.pdf", "proefspeel.png", "proefspeel.json"}
    assert speelveld(tmp_path, *make, "--uit", "kit").status == 0
    assert files(tmp_path / "kit") == both


def test_a_mistake_in_an_own_layout_is_one_of_the_layout(tmp_path: Path) -> None:
    casus = own(tmp_path)
    (casus / "layouts").mkdir()
    shutil.copy(ROOT / "layouts" / "proefspeel" / "proefspeel.xml.j2", casus / "layouts")
    path = casus / "layouts" / "proefspeel.xml.j2"
    path.write_text(path.read_text(encoding="utf-8").replace("proef.potjes", "proef.potje"), encoding="utf-8")
    shown = speelveld(tmp_path, "proefspeel", "mijn", *FEWEST)
    assert shown.status == 4
    assert "proefspeel.xml.j2:" in shown.err
    assert "bedoelt u 'potjes'?" in shown.err
    assert not (tmp_path / "out").exists()


def test_numpy_is_loaded_for_playing_alone(tmp_path: Path) -> None:
    shown = speelveld(tmp_path, "controleer", "eenzaamheid", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert shown.status == 0
    assert "speelveld.deck.rules" in shown.err
    assert " numpy" not in shown.err
