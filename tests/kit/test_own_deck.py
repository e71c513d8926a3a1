"""A deck, rules and kinds of cards of a region's own: files beside the casus or in a folder, and no Python."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from speelveld.build.pipeline import load
from speelveld.deck import choose_cards
from speelveld.errors import KitError
from speelveld.paper import BOARDS
from tests.makers.commands import speelveld

pytestmark = pytest.mark.slow

KIT = """
breidt_uit: standaard
onderdelen:
  - {naam: tipkaarten, titel: Tipkaarten, soort: tip, letter: T, van: tips, opdracht: kaarten, formaat: klein, layout: tipkaart.xml.j2, na: aanpakkaarten}
"""  # noqa: E501
LAYOUT = """
<card w="67mm" h="95mm" title="{{ naam }}">
  <h2 x="6mm" y="8mm" w="55mm" style="kaartkop-klein">{{ nummer }} {{ kaart.titel }}</h2>
  <text x="6mm" y="40mm" w="55mm" style="tekst">{{ kaart.tekst }}</text>
</card>
"""
TIPS = """
tips:
  - {titel: Begin klein, tekst: Vraag één straat wat daar beter kan.}
  - {titel: Bel terug, tekst: "Wie iets vraagt, hoort binnen een week iets."}
  - {titel: Deel de sleutel, tekst: "Wie het pand gebruikt, sluit het ook af."}
"""
NEW_ROLE = """
breidt_uit: standaard
rollen:
  - id: mantelzorger
    naam: Mantelzorger uit de streek
  - id: boer
    naam: Boer aan de rand van het dorp
    groep: ondernemers
    kracht: tijd
    uitspraak: Mijn trekker is breder dan dat fietspad.
    wil: Een pad waar fietsers en trekkers elkaar niet raken.
    brengt: Een schuur die in de winter leegstaat.
    niet_alleen: Een vergunning voor ander gebruik geeft alleen de gemeente.
weglaten: [vrijwilligerscoordinator, raadslid]
"""


@pytest.fixture
def casus(new_casus: Path) -> Path:
    (new_casus / "deck").mkdir()
    return new_casus


@pytest.fixture
def with_tips(casus: Path) -> Path:
    (casus / "layouts").mkdir()
    (casus / "layouts" / "kit.yaml").write_text(KIT, encoding="utf-8")
    (casus / "layouts" / "tipkaart.xml.j2").write_text(LAYOUT, encoding="utf-8")
    (casus / "deck" / "tips.yaml").write_text(TIPS, encoding="utf-8")
    return casus


def roles(casus: Path, *decks: Path) -> dict[str, str]:
    loaded = load(casus, "casus.yaml", decks)
    return {str(rol.id): str(rol.naam) for rol in choose_cards(loaded.casus, loaded.deck).rollen}


def wrong(casus: Path) -> list[str]:
    with pytest.raises(KitError) as caught:
        load(casus, "casus.yaml")
    return [str(problem).replace(str(casus), "").splitlines()[0] for problem in caught.value.problems]


def test_a_kind_of_cards_is_one_entry_one_layout_and_one_file_of_the_deck(
    with_tips: Path, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    wanted = "tipkaarten,materiaallijst,kaartenoverzicht"
    out = tmp_path / "kit"
    said = speelveld(tmp_path, "maak", str(with_tips), "--alleen", wanted, "--zonder-voorbeelden", "--uit", str(out))
    assert said.status == 0, said.err

    def words(name: str) -> str:
        (path,) = out.glob(f"kantoor/*{name}*.pdf")
        done = subprocess.run([tool("pdftotext"), "-raw", path, "-"], capture_output=True, encoding="utf-8", check=True)
        return " ".join(done.stdout.split())

    for card in (
        "T1 Begin klein",
        "T2 Bel terug",
        "T3 Deel de sleutel",
        "Wie iets vraagt, hoort binnen een week iets.",
    ):
        assert card in words("kaarten-a4")
    assert "Tipkaarten" in words("spelleider")
    for card in ("T1 Begin klein", "T2 Bel terug", "T3 Deel de sleutel"):
        assert card in words("spelleider")
    entries = json.loads((out / "kantoor" / "kit.json").read_text(encoding="utf-8"))["bestanden"]
    parts = {part["onderdeel"]: part["kaarten"] for entry in entries for part in entry["onderdelen"]}
    assert parts["tipkaarten"] == 3


def test_without_its_file_the_kind_is_refused_by_name(with_tips: Path) -> None:
    (with_tips / "deck" / "tips.yaml").unlink()
    said = speelveld(with_tips, "controleer", str(with_tips))
    assert said.status == 4
    assert "kit.yaml:4:71: bron 'tips' bestaat niet" in said.err


def test_a_deck_beside_the_casus_holds_only_what_differs(casus: Path) -> None:
    before = roles(casus)
    (casus / "deck" / "rollen.yaml").write_text(NEW_ROLE.replace(", raadslid", ""), encoding="utf-8")
    assert wrong(casus) == ["/deck/rollen.yaml:14:12: kaart 'vrijwilligerscoordinator' staat niet in het standaarddeck"]
    (casus / "deck" / "rollen.yaml").write_text(NEW_ROLE.replace("vrijwilligerscoordinator, ", ""), encoding="utf-8")
    after = roles(casus)
    assert after["mantelzorger"] == "Mantelzorger uit de streek"
    assert after["boer"] == "Boer aan de rand van het dorp"
    assert "raadslid" in before
    assert "raadslid" not in after
    assert len(after) == len(before)


def test_a_folder_that_is_named_goes_before_the_one_beside_the_casus(casus: Path, tmp_path: Path) -> None:
    (casus / "deck" / "rollen.yaml").write_text(
        "breidt_uit: standaard\nrollen:\n  - {id: mantelzorger, naam: Van de casus}\n", encoding="utf-8"
    )
    region = tmp_path / "streek"
    region.mkdir()
    assert roles(casus, region)["mantelzorger"] == "Van de casus"
    (region / "rollen.yaml").write_text(
        "breidt_uit: standaard\nrollen:\n  - {id: mantelzorger, naam: Van de streek}\n", encoding="utf-8"
    )
    assert roles(casus, region)["mantelzorger"] == "Van de streek"


def test_a_whole_file_takes_the_place_of_the_bundled_one(casus: Path) -> None:
    card = NEW_ROLE.split("  - id: mantelzorger\n    naam: Mantelzorger uit de streek\n")[1].split("weglaten")[0]
    (casus / "deck" / "rollen.yaml").write_text(f"rollen:\n{card}", encoding="utf-8")
    assert roles(casus) == {"boer": "Boer aan de rand van het dorp"}


def test_mistakes_in_a_deck_are_told_in_its_own_file_all_at_once(casus: Path) -> None:
    deck = casus / "deck"
    (deck / "rollen.yaml").write_text("breidt_uit: standaard\nrolen: []\n", encoding="utf-8")
    (deck / "kansen.yaml").write_text("breidt_uit: gewoon\nkansen: []\n", encoding="utf-8")
    (deck / "aanpakken.yaml").write_text("breidt_uit:\naanpakken:\n  - {id: &a x}\n", encoding="utf-8")
    (deck / "tips.yaml").write_text("tips: [los, {titel: goed}]\nmeer: 1\n", encoding="utf-8")
    (deck / "weetjes.yaml").write_text("weetjes: niets\n", encoding="utf-8")
    said = wrong(casus)
    for place, words in {
        "/deck/rollen.yaml:2:1": "onbekende sleutel 'rolen'",
        "/deck/kansen.yaml:1:13": "'gewoon' kan hier niet",
        "/deck/aanpakken.yaml:1:1": "'breidt_uit' is leeg",
        "/deck/aanpakken.yaml:3:10": "een woord met & vooraan mag hier niet",
        "/deck/tips.yaml:1:8": "een punt van 'tips' is een blok met sleutels",
        "/deck/tips.yaml:2:1": "onbekende sleutel 'meer'",
        "/deck/weetjes.yaml:1:1": "'weetjes' is geen lijst van kaarten",
    }.items():
        assert f"{place}: {words}" in said, said


LEAST = "schalen: {steun: 5, regie: 4}\ngedragen: {steun: 3, regie: 2}\nweinig_steun: 1\nveel_steun: 4"
MOST = "gedragen: {steun: 9, regie: 5}\nweinig_steun: 8\nveel_steun: 9"


@pytest.mark.long
@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    "rules",
    [
        f"{LEAST}\nlengtes: {{120: {{aanpakken: 5, dreamteam: 5}}}}",
        f"{MOST}\nlengtes: {{120: {{aanpakken: 6, dreamteam: 8, start: {{steun: 10, regie: 6}}}}}}",
    ],
)
def test_all_that_the_rules_allow_can_be_printed(casus: Path, rules: str, board: str) -> None:
    (casus / "deck" / "spel.yaml").write_text(f"breidt_uit: standaard\n{rules}\n", encoding="utf-8")
    parts = "speelbord,routeblad,dreamteamblad,resultaatblad,spelregels,draaiboek,beurtblad,oefenpotje"
    said = speelveld(casus, "controleer", ".", "--bord", board, "--alleen", parts)
    assert (said.status, said.err) == (0, "")


def test_the_page_of_the_trial_follows_the_scales_of_the_deck(casus: Path) -> None:
    (casus / "deck" / "spel.yaml").write_text(f"breidt_uit: standaard\n{LEAST}\nbuiten_spel: 23\n", encoding="utf-8")
    said = speelveld(casus, "proefspeel", ".", "--potjes", "100", "--json")
    assert said.status == 0, said.err
    assert json.loads(said.out)["gedragen"] == {"steun": 3, "regie": 2}


def test_a_casus_that_begins_above_the_scale_of_a_deck_is_told_so(casus: Path) -> None:
    (casus / "deck" / "spel.yaml").write_text(f"breidt_uit: standaard\n{LEAST}\n", encoding="utf-8")
    text = (casus / "casus.yaml").read_text(encoding="utf-8")
    assert text.count("\nspel:\n") == 1

    def told(spel: str) -> tuple[int, str]:
        (casus / "casus.yaml").write_text(text.replace("\nspel:\n", f"\nspel:\n  {spel}\n"), encoding="utf-8")
        said = speelveld(casus, "controleer", ".", "--alleen", "spelregels")
        return said.status, said.err

    assert told("steun: 5\n  regie: 4") == (0, "")
    status, said = told("steun: 6\n  regie: 5")
    assert status == 3
    assert "'steun' is 6, maar in dit deck loopt die schaal tot 5\n  hint: kies een getal tot en met 5" in said
    assert "'regie' is 5, maar in dit deck loopt die schaal tot 4\n  hint: kies een getal tot en met 4" in said


@pytest.mark.parametrize("command", ["maak", "controleer", "proefspeel"])
def test_every_command_that_reads_a_deck_takes_a_folder(command: str, casus: Path, tmp_path: Path) -> None:
    (tmp_path / "streek").mkdir()
    (tmp_path / "streek" / "kansen.yaml").write_text("kansen: [\n", encoding="utf-8")
    said = speelveld(tmp_path, command, str(casus), "--deck", "streek")
    assert said.status == 4
    assert "streek/kansen.yaml:1:9: wat met [ begint, wordt niet goed gesloten" in said.err
    assert speelveld(tmp_path, command, str(casus), "--deck", "nergens").status == 2
