"""The command line as a person uses it: in a process of its own, in a folder of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from speelveld.cli.main import cli
from tests.makers.commands import ROOT, files, speelveld

pytestmark = pytest.mark.slow

# What a newcomer may type after `speelveld`; one that is added comes along by itself.
COMMANDS = tuple(cli.commands)
ENGLISH = ("Usage", "Options", "Commands", "Show this", "default", "required", "Example")


def test_the_commands_are_found() -> None:
    assert {"nieuw", "controleer", "maak", "proefspeel"} <= set(COMMANDS)


def test_help_is_dutch_and_names_every_command(tmp_path: Path) -> None:
    shown = speelveld(tmp_path, "--help")
    assert shown.status == 0
    for word in ("Gebruik:", "Opties:", "Opdrachten:", "Toon deze uitleg"):
        assert word in shown.out
    listed = shown.out.partition("Opdrachten:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert all(len(line.split()) > 3 for line in listed), "a command that says not what it does"
    assert [english for english in ENGLISH if english in shown.out] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_an_example_or_needs_none(tmp_path: Path, command: str) -> None:
    shown = speelveld(tmp_path, command, "--help")
    assert shown.status == 0
    assert "Voorbeeld" in shown.out or command == "voorbeelden"
    assert [english for english in ENGLISH if english in shown.out] == []


def test_help_does_not_wait_for_the_engine(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom speelveld.cli import main\n"
        "try: main(['maak', '--help'])\nexcept SystemExit: pass\nprint(sorted(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    loaded = done.stdout.rsplit("[", 1)[1]
    for heavy in ("reportlab", "pikepdf", "pydantic", "jinja2", "yaml", "uharfbuzz"):
        assert f"'{heavy}'" not in loaded
    assert "'click'" in loaded


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["maak"], "er ontbreekt een casus.\nBegin een casus: speelveld nieuw mijn-casus. Of neem een voorbeeld:"),
        (["maak", "--blanco", "zutphen-dementie"], "met --blanco maakt u een kit zonder casus, en u noemt er ook een"),
        (["maak", "--blanco", ""], "de naam van de casus is leeg\n  hint: kies: speelveld maak --blanco"),
        (["controleer", "zutphen-dementie", "--blanco"], "de optie '--blanco' bestaat niet"),
        (["mak"], "de opdracht 'mak' bestaat niet"),
        (["maak", "x", "--papier", "a5"], "'a5' kan niet; kies uit: 'a4', 'a3'"),
        (["maak", "x", "--papir", "a4"], "de optie '--papir' bestaat niet"),
        (["maak", "x", "--tafels", "0"], "kies een heel getal van 1 tot en met 12"),
        (["maak", "x", "--tafels", "40"], "kies een heel getal van 1 tot en met 12"),
        (["maak", "x", "--datum", "3 december"], "is geen datum"),
        (["nieuw", "x", "--van", "zutphen"], "bedoelt u 'zutphen-dementie'?"),
        (["maak", "zutphen-dementie", "--alleen", "opgavekaart"], "bedoelt u 'opgavekaarten'?"),
    ],
)
def test_a_wrong_command_line_exits_with_2_and_says_why(tmp_path: Path, arguments: list[str], said: str) -> None:
    shown = speelveld(tmp_path, *arguments)
    assert shown.status == 2
    assert said in shown.err
    assert "Traceback" not in shown.err
    assert not files(tmp_path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("zutphen-dementi", "bedoelt u zutphen-dementie?"),
        ("weg/casus.yaml", "bestaat niet"),
        (".", "geen casus.yaml"),
        ("blanco", "een kit zonder casus maakt u met --blanco"),
    ],
)
def test_a_casus_that_is_not_there_exits_with_3(tmp_path: Path, name: str, said: str) -> None:
    shown = speelveld(tmp_path, "maak", name)
    assert shown.status == 3
    assert said in shown.err
    assert not files(tmp_path)


def test_a_new_casus_builds_as_it_stands_in_an_empty_folder(tmp_path: Path) -> None:
    assert speelveld(tmp_path, "nieuw", "mijn-casus").status == 0
    checked = speelveld(tmp_path, "controleer", "mijn-casus")
    assert (checked.status, checked.err) == (0, "")
    made = speelveld(tmp_path, "maak", "mijn-casus", "--alleen", "opgavekaarten", "--zonder-voorbeelden")
    assert (made.status, made.err) == (0, "")
    assert (
        (tmp_path / "out" / "mijn-casus-alleen-opgavekaarten" / "kantoor" / "1-kaarten-a4.pdf")
        .read_bytes()
        .startswith(b"%PDF-1.7")
    )
    assert "1-kaarten-a4.pdf" in made.out


def test_a_kit_without_a_casus_is_asked_for_without_one(tmp_path: Path) -> None:
    assert "speelveld maak --blanco" in speelveld(tmp_path, "voorbeelden").out
    made = speelveld(tmp_path, "maak", "--blanco", "--alleen", "casusblad", "--zonder-voorbeelden")
    assert (made.status, made.err) == (0, "")
    assert list((tmp_path / "out" / "blanco-alleen-casusblad" / "kantoor").glob("*-papieren-a4.pdf"))
    assert "blanco" not in json.loads(speelveld(tmp_path, "voorbeelden", "--json").out)[0]["naam"]
    shown = speelveld(tmp_path, "maak", "--blanco", "--alleen", "casusblad", "--zonder-voorbeelden", "--json")
    assert json.loads(shown.out)["goed"] is True


QUICK = ("--alleen", "casusblad", "--zonder-voorbeelden")


def in_our_style(folder: Path) -> None:
    assert speelveld(folder, "nieuw", "huis").status == 0
    with (folder / "huis" / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write('\nhuisstijl: {kleur: "#8a1538"}\n')


def test_a_kit_without_a_casus_can_be_short_and_in_the_style_of_a_casus(tmp_path: Path) -> None:
    in_our_style(tmp_path)
    kinds = {"gewoon": (), "kort": ("--duur", "90"), "eigen": ("--huisstijl", "huis")}
    for name, options in kinds.items():
        made = speelveld(tmp_path, "maak", "--blanco", *options, *QUICK, "--uit", name)
        assert (made.status, made.err) == (0, "")
    sheets = {name: next((tmp_path / name / "kantoor").glob("*.pdf")).read_bytes() for name in kinds}
    assert len(set(sheets.values())) == 3


def test_who_names_a_casus_and_also_none_is_told_what_may_be_meant(tmp_path: Path) -> None:
    shown = speelveld(tmp_path, "maak", "eenzaamheid", "--blanco")
    assert shown.status == 2
    assert "een kit zonder casus, en u noemt er ook een: eenzaamheid" in shown.err
    assert "speelveld maak --blanco --huisstijl eenzaamheid" in shown.err


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("eenzaamheid", "deze casus heeft geen huisstijl om over te nemen"),
        ("eenzamheid", "'eenzamheid' is geen bestand, geen map en geen voorbeeld"),
    ],
)
def test_a_style_that_is_not_there_is_named(tmp_path: Path, named: str, said: str) -> None:
    shown = speelveld(tmp_path, "maak", "--blanco", "--huisstijl", named, *QUICK)
    assert shown.status == 3
    assert said in shown.err
    assert "hint: " in shown.err
    data = json.loads(speelveld(tmp_path, "maak", "--blanco", "--huisstijl", named, *QUICK, "--json").out)
    assert said in data["fouten"][0]["melding"]


def test_a_length_that_is_none_is_refused_with_those_there_are(tmp_path: Path) -> None:
    shown = speelveld(tmp_path, "maak", "--blanco", "--duur", "60")
    assert shown.status == 2
    assert "'60' kan niet; kies uit: '120', '90'" in shown.err


def test_numbers_that_were_chosen_for_another_length_are_warned_about(tmp_path: Path) -> None:
    assert speelveld(tmp_path, "nieuw", "mijn").status == 0
    file = tmp_path / "mijn" / "casus.yaml"
    text = file.read_text(encoding="utf-8")
    assert speelveld(tmp_path, "controleer", "mijn", "--duur", "90").out == "mijn: geen fouten. Alle teksten passen.\n"
    file.write_text(text.replace("#  geld: 15", "  geld: 15"), encoding="utf-8")
    assert "onder 'spel'" not in speelveld(tmp_path, "controleer", "mijn", "--duur", "120").out
    shown = speelveld(tmp_path, "controleer", "mijn", "--duur", "90")
    assert shown.status == 0
    assert "onder 'spel' staan getallen voor 120 minuten (geld), en dit spel duurt er 90" in shown.out


@pytest.mark.parametrize("example", ["zutphen-dementie", "amsterdam-subsidies"])
def test_a_new_casus_can_start_from_an_example(tmp_path: Path, example: str) -> None:
    assert speelveld(tmp_path, "nieuw", "eigen", "--van", example).status == 0
    assert (tmp_path / "eigen" / "casus.yaml").read_bytes() == (ROOT / "decks" / example / "casus.yaml").read_bytes()
    assert example in speelveld(tmp_path, "voorbeelden").out


def test_a_new_casus_never_overwrites_one_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "casus.yaml").write_text("van mij", encoding="utf-8")
    shown = speelveld(tmp_path, "nieuw", ".")
    assert shown.status == 5
    assert shown.err.count("fout:") == 1
    assert "in '.' staat al een casus; die blijft zoals zij is" in shown.err
    assert files(tmp_path) == {"casus.yaml": b"van mij"}


def test_a_typo_is_named_with_its_place_and_an_earlier_kit_stays(tmp_path: Path) -> None:
    speelveld(tmp_path, "nieuw", "mijn")
    only = ("--alleen", "opgavekaarten", "--zonder-voorbeelden", "--datum", "2026-01-01")
    assert speelveld(tmp_path, "maak", "mijn", *only).status == 0
    before = files(tmp_path / "out")
    path = tmp_path / "mijn" / "casus.yaml"
    text = path.read_text(encoding="utf-8").replace("opgaven:\n", "opgavn:\n", 1)
    path.write_text(text, encoding="utf-8")
    shown = speelveld(tmp_path, "maak", "mijn", *only)
    line = text[: text.index("opgavn:")].count("\n") + 1
    assert shown.status == 3
    assert f"mijn/casus.yaml:{line}:1:" in shown.err
    assert "bedoelt u 'opgaven'?" in shown.err
    assert files(tmp_path / "out") == before


def test_a_text_that_does_not_fit_is_named_with_place_field_and_measure(tmp_path: Path) -> None:
    speelveld(tmp_path, "nieuw", "mijn")
    path = tmp_path / "mijn" / "casus.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "merkt: Na school blijft u nog even staan.", "merkt: " + "Na school blijft u nog even staan. " * 40
    )
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("merkt: Na school")].count("\n") + 1
    shown = speelveld(tmp_path, "controleer", "mijn")
    assert shown.status == 3
    assert f"mijn/casus.yaml:{line}:12: " in shown.err
    for word in ("De straat als plein", "'merkt'", "mm te lang", "tekens"):
        assert word in shown.err
    assert not (tmp_path / "out").exists()


def test_a_wrong_layout_exits_with_4_and_names_file_and_line(tmp_path: Path) -> None:
    speelveld(tmp_path, "nieuw", "mijn")
    folder = tmp_path / "mijn" / "layouts"
    folder.mkdir()
    (folder / "opgavekaart.xml.j2").write_text(
        '<card w="95mm" h="134mm" title="x">\n  <txt>fout</txt>\n</card>\n', encoding="utf-8"
    )
    shown = speelveld(tmp_path, "maak", "mijn", "--alleen", "opgavekaarten")
    assert shown.status == 4
    assert "opgavekaart.xml.j2:2: <txt> is geen element" in shown.err
    assert "bedoelt u <text>?" in shown.err


def test_an_output_folder_that_cannot_be_written_exits_with_5(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("een bestand", encoding="utf-8")
    shown = speelveld(
        tmp_path, "maak", "zutphen-dementie", "--alleen", "kanskaarten", "--zonder-voorbeelden", "--uit", "vol"
    )
    assert shown.status == 5
    assert files(tmp_path) == {"vol": b"een bestand"}


def test_json_tells_programs_what_people_read(tmp_path: Path) -> None:
    speelveld(tmp_path, "nieuw", "mijn")
    good = json.loads(
        speelveld(tmp_path, "maak", "mijn", "--alleen", "kanskaarten", "--zonder-voorbeelden", "--json").out
    )
    assert good["goed"] is True
    assert good["kit"]["bestanden"][0]["onderdelen"][0]["onderdeel"] == "kanskaarten"
    path = tmp_path / "mijn" / "casus.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("gemeente: Voorbeeldstad\n", ""), encoding="utf-8")
    shown = speelveld(tmp_path, "controleer", "mijn", "--json")
    bad = json.loads(shown.out)
    assert shown.status == 3
    assert bad["goed"] is False
    assert {"bestand", "regel", "kolom", "melding", "hint"} == set(bad["fouten"][0])


def test_quiet_says_nothing_when_all_is_well(tmp_path: Path) -> None:
    shown = speelveld(tmp_path, "maak", "zutphen-dementie", "--alleen", "kanskaarten", "--zonder-voorbeelden", "--stil")
    assert (shown.status, shown.out, shown.err) == (0, "", "")


def test_two_casussen_get_a_folder_each(tmp_path: Path) -> None:
    shown = speelveld(
        tmp_path,
        "maak",
        "zutphen-dementie",
        "amsterdam-subsidies",
        "--alleen",
        "kanskaarten",
        "--zonder-voorbeelden",
        "--uit",
        "kits",
    )
    assert shown.status == 0
    assert {path.name for path in (tmp_path / "kits").iterdir()} == {"zutphen-dementie", "amsterdam-subsidies"}


def test_a_folder_of_that_name_does_not_hide_an_example(tmp_path: Path) -> None:
    only = ("--alleen", "kanskaarten", "--zonder-voorbeelden", "--papier", "A3")
    for _ in range(2):
        shown = speelveld(tmp_path, "maak", "zutphen-dementie", "--uit", "zutphen-dementie", *only)
        assert (shown.status, shown.err) == (0, "")
    assert (tmp_path / "zutphen-dementie" / "kantoor" / "1-kaarten-a3.pdf").exists()


def test_the_shell_can_complete_commands(tmp_path: Path) -> None:
    shown = speelveld(
        tmp_path, env={"_SPEELVELD_COMPLETE": "bash_complete", "COMP_WORDS": "speelveld ma", "COMP_CWORD": "1"}
    )
    assert "maak" in shown.out


def test_the_same_input_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    made = []
    for number, env in enumerate(
        [
            {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
            {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
        ]
    ):
        folder = tmp_path / f"map{number}" / ("diep" * number or "hier")
        folder.mkdir(parents=True)
        shown = speelveld(
            folder,
            "maak",
            "zutphen-dementie",
            "--alleen",
            "opgavekaarten,casusblad",
            env={**env, "SOURCE_DATE_EPOCH": "1700000000"},
        )
        assert shown.status == 0, shown.err
        made.append(files(folder / "out"))
    assert made[0] == made[1]
    assert len(made[0]) > 4


def test_another_date_changes_the_bytes(tmp_path: Path) -> None:
    for date in ("2026-01-01", "2026-01-02"):
        speelveld(
            tmp_path,
            "maak",
            "zutphen-dementie",
            "--alleen",
            "kanskaarten",
            "--zonder-voorbeelden",
            "--datum",
            date,
            "--uit",
            date,
        )
    one, other = files(tmp_path / "2026-01-01"), files(tmp_path / "2026-01-02")
    assert one.keys() == other.keys()
    assert one != other


def test_a_kit_that_saves_ink_lies_in_a_folder_of_its_own_and_says_so(tmp_path: Path) -> None:
    asked = ("maak", "zutphen-dementie", "--inktarm", "--alleen", "stemfiches", "--zonder-voorbeelden")
    made = speelveld(tmp_path, *asked)
    assert made.status == 0
    kit = tmp_path / "out" / "zutphen-dementie-inktarm-alleen-stemfiches" / "kantoor"
    manifest = json.loads((kit / "kit.json").read_text(encoding="utf-8"))
    assert manifest["inktarm"] is True


@pytest.mark.parametrize("dikte", ["3mm", "dik", "0,3"])
def test_a_thickness_that_no_card_has_is_refused(tmp_path: Path, dikte: str) -> None:
    refused = speelveld(tmp_path, "maak", "zutphen-dementie", "--dikte", dikte)
    assert refused.status == 2
    assert "--dikte" in refused.err
