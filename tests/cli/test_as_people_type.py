"""A command line as people type it is understood, or the hint is what they should have typed."""

import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from speelveld.cli.typed import as_meant
from tests.makers.commands import ROOT, Speelveld

COMMANDS = ("nieuw", "controleer", "maak", "kaarten", "proefspeel")
QUICK = ("--alleen", "stemfiches")


@pytest.fixture
def here(tmp_path: Path, speelveld: Speelveld) -> Path:
    """Return the folder in which commands are typed, with a casus in `mijn-casus` and in 'Mijn map/de school'."""
    del speelveld  # it makes the folder
    folder = tmp_path / "hier"
    for name in ("mijn-casus", "Mijn map/de school"):
        (folder / name).mkdir(parents=True)
        shutil.copy(ROOT / "decks" / "nieuw" / "casus.yaml", folder / name)
    return folder


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("help", "--help"),
        ("hulp maak", "maak --help"),
        ("help check", "controleer --help"),
        ("-help", "--help"),
        ("maak -help", "maak --help"),
        ("maak x --hulp", "maak x --help"),
        ("--version", "--versie"),
        ("version", "--versie"),
        ("MAAK x", "maak x"),
        ("maak x --alleen opgavekaarten, spelregels", "maak x --alleen opgavekaarten,spelregels"),
        ("maak x -- help", "maak x -- help"),
        ("maak\N{NO-BREAK SPACE}x --tafels\N{NO-BREAK SPACE}3", "maak x --tafels 3"),
    ],
)
def test_what_is_meant_needs_no_asking(typed: str, meant: str) -> None:
    assert as_meant(typed.split(" "), COMMANDS) == meant.split()


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("build mijn-casus", "Bedoelt u: speelveld maak mijn-casus?"),
        ("make mijn-casus --tafels 3", "Bedoelt u: speelveld maak mijn-casus --tafels 3?"),
        ("print mijn-casus", "Bedoelt u: speelveld maak mijn-casus?"),
        ("check mijn-casus", "Bedoelt u: speelveld controleer mijn-casus?"),
        ("controle mijn-casus", "Bedoelt u: speelveld controleer mijn-casus?"),
        ("test mijn-casus", "Bedoelt u: speelveld controleer mijn-casus?"),
        ("new mijn-casus", "Bedoelt u: speelveld nieuw mijn-casus?"),
        ("kaart", "Bedoelt u: speelveld kaarten?"),
        ("play mijn-casus", "Bedoelt u: speelveld proefspeel mijn-casus?"),
        ("examples", "Bedoelt u: speelveld voorbeelden?"),
        ("mak mijn-casus", "Bedoelt u: speelveld maak mijn-casus?"),
        ("mijn-casus", "Wilt u hier een kit van maken? Typ: speelveld maak mijn-casus"),
        ("zutphen-dementie --tafels 2", "Typ: speelveld maak zutphen-dementie --tafels 2"),
        ("kopieer", "Kies uit: nieuw, kijk, controleer, maak,"),
        ("maak mijn-casus -uit x", "Bedoelt u '--uit'?"),
        ("maak mijn-casus --profile web", "Bedoelt u '--profiel'?"),
        ("maak mijn-casus --tafel 3", "Bedoelt u '--tafels'?"),
        ("maak mijn-casus --output x", "Bedoelt u '--uit'?"),
        ("maak mijn-casus --papir a4", "Bedoelt u '--papier'?"),
        ("maak mijn-casus --uit", "achter de optie --uit hoort een waarde"),
        ("maak mijn-casus --dikte 0,3", "schrijf een getal met mm, zoals '0,3 mm'"),
        ("nieuw de school", 'Typ dan: speelveld nieuw "de school"'),
        ("nieuw casus.yaml", "typ: speelveld nieuw mijn-casus"),
        ("maak", "Typ bijvoorbeeld: speelveld maak mijn-casus"),
        ("maak mijn-casus tafels 3", "typ: speelveld maak mijn-casus --tafels 3"),
        ("maak mijn-casus --tafels", "Zoals: --tafels 3"),
        ("maak mijn-casus --kaarten O1;O2", "zet er komma's tussen: --kaarten O1,O2"),
        ("nieuw --ons-dorp", "Typ de naam zonder streepje: speelveld nieuw ons-dorp"),
        ("kaarten aanpakken", "typ: speelveld kaarten --soort aanpakken"),
        ("kalibreer balie", "Bedoelt u: speelveld kalibreer --printer balie?"),
        ("kalibreer de balie", 'Bedoelt u: speelveld kalibreer --printer "de balie"?'),
        ("handleiding onzin", "Typ alleen: speelveld handleiding"),
        ("voorbeelden zutphen-dementie", "Typ: speelveld maak zutphen-dementie"),
        ("controleer mijn-casus zutphen-dementie", "Dit gaat één voor één. Typ: speelveld controleer mijn-casus"),
        ("proefspeel zutphen dementie --potjes 100", "Bedoelt u: speelveld proefspeel zutphen-dementie?"),
        ("nieuw de school --van eenzaamheid", 'Typ dan: speelveld nieuw "de school"'),
        ("maak zutphen dementie", "typ: speelveld maak zutphen-dementie"),
        ("maak mijn-casus --kaarten 3", "noem ook de letter: O3, R3, K3, U3, A3,"),
        ("maak mijn-casus --kaarten rolkaarten", "alle rolkaarten krijgt u met: --alleen rolkaarten"),
        ("maak mijn-casus --alleen kaart", "bedoelt u 'kaarten'?"),
        ("maak mijn-casus --profiel kantoor,webb", "'webb' kan niet; kies uit: 'kantoor', 'drukker', 'web'"),
        ("maak mijn-casus --sinds mijn-casu", "bedoelt u mijn-casus?"),
        ("maak mijn-casus --datum 31-11-2026", "'31-11-2026' bestaat niet: november heeft 30 dagen"),
        ("maak mijn-casus --datum 2027-02-29", "bestaat niet: februari heeft in 2027 28 dagen"),
        ("maak mijn-casus --uit mijn-casus", "kies een eigen map, zoals --uit mijn-casus/kit, of laat --uit weg"),
        ("proefspeel mijn-casus --uit mijn-casus", "kies een eigen map, zoals --uit mijn-casus/kit, of laat --uit weg"),
        ("controleer", "Typ bijvoorbeeld: speelveld controleer mijn-casus"),
    ],
)
@pytest.mark.usefixtures("here")
def test_the_hint_is_what_should_have_been_typed(speelveld: Speelveld, typed: str, hint: str) -> None:
    shown = speelveld(*typed.split())
    assert shown.status == 2
    assert hint in shown.err


@pytest.mark.parametrize(
    ("typed", "said", "instead"),
    [
        ("maak mijn-casus –profiel web", "vóór 'profiel' staat een lange streep (–)", "maak mijn-casus --profiel web"),
        ("maak mijn-casus —tafels 3", "vóór 'tafels' staat een lange streep (—)", "maak mijn-casus --tafels 3"),
        ("maak mijn-casus -–stil", "vóór 'stil' staat een lange streep (–)", "maak mijn-casus --stil"),
        ("maak –h", "vóór 'h' staat een lange streep (–)", "maak -h"),
        ("maak “mijn-casus”", "in '“mijn-casus”' staat een krullend aanhalingsteken", 'maak "mijn-casus"'),
    ],
)
def test_what_a_program_for_texts_made_of_hyphens_stops_all(
    speelveld: Speelveld, here: Path, typed: str, said: str, instead: str
) -> None:
    shown = speelveld(*typed.split())
    assert (shown.status, shown.out) == (2, "")
    assert said in shown.err
    assert shown.err.rstrip().endswith(f": speelveld {instead}")
    assert not (here / "out").exists()


@pytest.mark.usefixtures("here")
def test_a_long_dash_is_a_minus_where_a_number_is_asked(speelveld: Speelveld) -> None:
    assert speelveld("kalibreer", "--printer", "balie", "--x", "−0,5", "--y", "–1").status == 0


def test_a_kit_never_comes_among_the_files_of_an_author(speelveld: Speelveld, here: Path) -> None:
    refused = speelveld("maak", "mijn-casus", "--uit", "./mijn-casus/", *QUICK)
    assert (refused.status, [path.name for path in (here / "mijn-casus").iterdir()]) == (2, ["casus.yaml"])
    assert speelveld("maak", "mijn-casus", "--uit", "mijn-casus/kit", *QUICK, "--zonder-voorbeelden").status == 0


def test_a_card_is_named_as_people_write_its_number(speelveld: Speelveld, here: Path) -> None:
    made = speelveld("maak", "mijn-casus", "--kaarten", "o 3,hulpkaart 3", "--zonder-voorbeelden", "--uit", "k")
    assert (made.status, made.err) == (0, "")
    told = json.loads((here / "k" / "kantoor" / "kit.json").read_text(encoding="utf-8"))
    assert [(card["onderdeel"], card["nummer"]) for card in told["kaarten"]] == [
        ("opgavekaarten", "O3"),
        ("hulpkaarten", "3"),
    ]


def test_a_print_job_is_as_good_as_what_is_in_it(speelveld: Speelveld, here: Path) -> None:
    made = speelveld("maak", "mijn-casus", "--alleen", "fiches", "--zonder-voorbeelden", "--uit", "k")
    assert (made.status, made.err) == (0, "")
    told = json.loads((here / "k" / "kantoor" / "kit.json").read_text(encoding="utf-8"))
    (file,) = told["bestanden"]
    assert [part["onderdeel"] for part in file["onderdelen"]] == ["tentkaarten", "geldfiches", "stemfiches", "pionnen"]


def test_profiles_may_have_a_comma_between_them(speelveld: Speelveld, here: Path) -> None:
    made = speelveld("maak", "mijn-casus", "--profiel", "Kantoor,web", *QUICK, "--zonder-voorbeelden", "--uit", "k")
    assert (made.status, made.err) == (0, "")
    assert {path.name for path in (here / "k").iterdir()} == {"kantoor", "web", "kit.json"}


def test_a_date_is_read_as_it_is_in_a_casus(speelveld: Speelveld, here: Path) -> None:
    for said in ("3-12-2026", "donderdag 3 december 2026", "2026-12-03"):
        made = speelveld("maak", "mijn-casus", *QUICK, "--zonder-voorbeelden", "--uit", "k", "--datum", said)
        assert (made.status, made.err) == (0, "")
        assert json.loads((here / "k" / "kit.json").read_text(encoding="utf-8"))["datum"] == "2026-12-03"


def test_a_number_may_have_its_word_and_a_folder_its_slash(speelveld: Speelveld, here: Path) -> None:
    asked = ("controleer", "mijn-casus/", *QUICK, "--tafels", "3 tafels", "--deelnemers", "18 mensen")
    assert (speelveld(*asked, "--duur", "90 minuten").status, here.is_dir()) == (0, True)
    assert speelveld("controleer", "eenzaamheid/", *QUICK).status == 0


def test_in_an_empty_folder_the_hint_is_what_is_there(speelveld: Speelveld) -> None:
    for command in ("maak", "controleer", "proefspeel"):
        shown = speelveld(command)
        assert shown.status == 2
        assert f"speelveld nieuw mijn-casus. Of neem een voorbeeld: speelveld {command} zutphen-dementie" in shown.err


def test_what_is_asked_and_not_there_has_nothing_to_look_at_again(speelveld: Speelveld, here: Path) -> None:
    assert "opnieuw" not in speelveld("controleer", "iets-anders").err
    (here / "mijn-casus" / "casus.yaml").write_text("titel: x\n", encoding="utf-8")
    assert "Los dit op en controleer opnieuw" in speelveld("controleer", "mijn-casus").err


def test_a_folder_without_a_casus_names_what_is_in_it(speelveld: Speelveld, here: Path) -> None:
    shown = speelveld("controleer", "Mijn map")
    assert "bedoelt u Mijn map/de school?" in shown.err
    (here / "leeg").mkdir()
    assert "maak er een met: speelveld nieuw leeg" in speelveld("controleer", "leeg").err
    (here / "leeg" / "casus 2026.docx").write_bytes(b"PK")
    assert "maar wel 'casus 2026.docx'" in speelveld("controleer", "leeg").err


@pytest.mark.parametrize("option", ["--open", "--force", "--zomaar"])
@pytest.mark.usefixtures("here")
def test_an_option_is_not_guessed_from_a_few_letters(speelveld: Speelveld, option: str) -> None:
    assert "Bedoelt u" not in speelveld("maak", "mijn-casus", option).err


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("mijn", "bedoelt u mijn-casus?"),
        ("mijn casus", "bedoelt u mijn-casus?"),
        ("zutphen dementie", "bedoelt u zutphen-dementie?"),
        ("iets heel anders", 'begin een casus: speelveld nieuw "iets heel anders"'),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_casus_that_is_not_there_is_looked_for(speelveld: Speelveld, name: str, hint: str) -> None:
    shown = speelveld("controleer", name)
    assert shown.status == 3
    assert hint in shown.err.replace("'", "")


@pytest.mark.parametrize("words", [(), (".",), ("mijn-casus",)])
@pytest.mark.parametrize("command", ["controleer", "maak"])
def test_in_the_folder_of_a_casus_it_needs_no_name(
    speelveld: Speelveld, here: Path, monkeypatch: pytest.MonkeyPatch, command: str, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(here / "mijn-casus")
    more = ("--uit", "uit", "--zonder-voorbeelden") if command == "maak" else ()
    shown = speelveld(command, *words, *QUICK, *more)
    assert (shown.status, shown.err) == (0, "")


@pytest.mark.usefixtures("here")
def test_a_path_with_spaces_needs_no_quotes_where_it_is_there(speelveld: Speelveld) -> None:
    shown = speelveld("controleer", *["Mijn", "map/de", "school"], *QUICK)
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith("Mijn map/de school: geen fouten")


def test_a_folder_with_an_accent_is_found_however_it_is_kept(speelveld: Speelveld, here: Path) -> None:
    apart = unicodedata.normalize("NFD", "Súdwest")
    (here / "mijn-casus").rename(here / apart)
    shown = speelveld("controleer", unicodedata.normalize("NFC", "Súdwest"), *QUICK)
    assert (shown.status, shown.err) == (0, "")


@pytest.mark.parametrize("name", ["casus.yaml.txt", "casus.txt", "Casus.yaml.TXT"])
def test_a_file_that_a_program_gave_another_end_is_named(speelveld: Speelveld, here: Path, name: str) -> None:
    (here / "mijn-casus" / "casus.yaml").rename(here / "mijn-casus" / name)
    shown = speelveld("controleer", "mijn-casus")
    assert shown.status == 3
    assert f"in deze map staat geen casus.yaml, maar wel '{name}'" in shown.err
    assert "geef het de naam casus.yaml" in shown.err


def test_bare_speelveld_is_help_and_no_mistake(speelveld: Speelveld) -> None:
    shown = speelveld()
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith("Gebruik: speelveld")


@pytest.mark.usefixtures("here")
def test_too_many_people_for_the_tables_that_are_asked_for_is_said(speelveld: Speelveld) -> None:
    asked = ("controleer", "mijn-casus", *QUICK, "--tafels", "3", "--deelnemers")
    assert "40 deelnemers passen niet goed aan 3 tafels" in speelveld(*asked, "40").out
    assert "passen niet" not in speelveld(*asked, "21").out


@pytest.mark.usefixtures("here")
def test_a_large_number_may_have_its_point(speelveld: Speelveld) -> None:
    shown = speelveld("proefspeel", "mijn-casus", "--potjes", "1.00")
    assert "kies een heel getal" in shown.err
    assert speelveld("proefspeel", "mijn-casus", "--potjes", "200.000").err.startswith("Fout: bij '--potjes': '200000'")
