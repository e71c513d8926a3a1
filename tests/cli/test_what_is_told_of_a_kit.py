"""What a person reads when a kit is made: where it lies and why, what went, how much to order; and no more."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.makers.commands import ROOT, Speelveld, speelveld

pytestmark = pytest.mark.slow

FEW = ("--datum", "2026-12-03")
QUICK = (*FEW, "--zonder-voorbeelden", "--alleen", "opgavekaarten,spelregels")
SETS = (*FEW, "--zonder-voorbeelden", "--profiel", "drukker", "--alleen", "opgavekaarten,vergelijkblad")


@pytest.fixture
def school(tmp_path: Path, speelveld: Speelveld) -> Path:
    """Return the folder in which commands are typed, with a casus in `school` and another in `ergens/school`."""
    del speelveld  # it makes the folder
    here = tmp_path / "hier"
    for name in ("school", "ergens/school"):
        (here / name).mkdir(parents=True)
        shutil.copy(ROOT / "decks" / "nieuw" / "casus.yaml", here / name)
    return here


def _swap(casus: Path, old: str, new: str) -> None:
    file = casus / "casus.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_folder_with_a_number_is_explained(speelveld: Speelveld, school: Path) -> None:
    assert "andere casus" not in speelveld("maak", "school", *QUICK).out
    name = "school-alleen-opgavekaarten-spelregels"
    told = speelveld("maak", "ergens/school", *QUICK).out
    assert (
        f"In out/{name} ligt de kit van een andere casus: 'school/casus.yaml'. Daarom ligt deze in out/{name}-2."
        in told
    )
    assert "andere casus" not in speelveld("maak", "school", *QUICK).out
    assert (school / "out" / f"{name}-2").is_dir()


@pytest.mark.parametrize("inside", ["", "/kantoor"])
def test_a_kit_of_another_casus_is_not_compared_with(speelveld: Speelveld, school: Path, inside: str) -> None:
    assert speelveld("maak", "school", *FEW, "--zonder-voorbeelden", "--uit", "kit").status == 0
    _swap(school / "ergens" / "school", "titel: Veilig naar school", "titel: Rust op het plein")
    told = speelveld("maak", "ergens/school", *FEW, "--zonder-voorbeelden", "--sinds", f"kit{inside}")
    assert told.status == 2
    assert f"de kit in 'kit{inside}' is van een andere casus: 'school/casus.yaml'" in told.err
    assert "noem achter --sinds de map met een eerdere kit van deze casus" in told.err
    assert not (school / "out").exists()
    _swap(school / "school", "titel: Veilig naar school", "titel: Veilig naar huis")
    assert speelveld("maak", "school", *FEW, "--zonder-voorbeelden", "--sinds", f"kit{inside}").status == 0


def test_what_was_asked_otherwise_is_no_change_of_the_casus(speelveld: Speelveld, school: Path) -> None:
    few = (*FEW, "--zonder-voorbeelden")
    assert speelveld("maak", "school", *few, "--uit", "kit", "--tafels", "3", "--papier", "a3").status == 0
    _swap(school / "school", "titel: Samen op de fiets", "titel: Samen fietsen")
    told = speelveld("maak", "school", *few, "--sinds", "kit").out
    assert "de kit in 'kit' is met andere opties gemaakt; daardoor verschilt er meer" in told
    assert "Geef dezelfde opties: --tafels 3 --papier a3" in told
    told = speelveld("maak", "school", *few, "--sinds", "kit", "--tafels", "3", "--papier", "a3").out
    assert "andere opties" not in told
    assert "Nieuw of veranderd: O2 Samen fietsen." in told


def test_as_many_sets_are_ordered_as_there_are_tables_and_one_sheet_once(speelveld: Speelveld, school: Path) -> None:
    told = speelveld("maak", "school", *SETS, "--tafels", "3").out
    assert "Bestel 3 sets van elke PDF, één voor elke tafel. Alleen van deze niet: 02-vergelijkblad-a3.pdf: 1." in told
    told = speelveld("maak", "school", *SETS[:-1], "opgavekaarten", "--tafels", "3").out
    assert "Bestel 3 sets van elke PDF, één voor elke tafel.\n" in told
    assert "Bestel" not in speelveld("maak", "school", *SETS[:-1], "opgavekaarten").out
    assert school.is_dir()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("vergelijkblad", "schrijf erbij: --tafels 2"),
        ("verloopblad", "zet 'verloop' in de casus, of laat dit onderdeel weg"),
        ("spelregel", "bedoelt u 'spelregels'?"),
    ],
)
def test_what_this_kit_has_not_is_told_with_when_it_has(
    speelveld: Speelveld, school: Path, name: str, hint: str
) -> None:
    told = speelveld("maak", "school", *FEW, "--alleen", name)
    assert (told.status, school.is_dir()) == (2, True)
    assert hint in told.err


def test_what_goes_is_named_and_pictures_are_no_files_that_one_misses(speelveld: Speelveld, school: Path) -> None:
    def made(only: str, *more: str) -> list[str]:
        told = speelveld("maak", "school", *FEW, "--alleen", only, "--uit", "kit", *more)
        assert (told.status, told.err) == (0, "")
        return [line for line in told.out.splitlines() if "vorige kit" in line]

    assert made("opgavekaarten,spelregels") == []
    assert made("opgavekaarten") == [
        "Weg uit de vorige kit, want deze heeft ze niet: kantoor/2-papieren-a4.pdf.",
        "Weg uit de vorige kit: 4 plaatjes van bladzijden die er niet meer zijn.",
    ]
    assert made("opgavekaarten", "--zonder-voorbeelden") == [
        "De plaatjes van de vorige kit zijn weg, want die zagen er anders uit. Deze kit maakte u zonder plaatjes."
    ]


def test_warnings_of_a_kit_look_like_those_of_the_check(speelveld: Speelveld, school: Path) -> None:
    _swap(school / "school", "gemeente: Voorbeeldstad", "gemeente: Gemeente Voorbeeldstad")
    (said,) = (line for line in speelveld("controleer", "school").out.splitlines() if "Gemeente" in line)
    assert said.startswith("let op: school/casus.yaml:19:11: 'gemeente' is 'Gemeente Voorbeeldstad'")
    assert speelveld("maak", "school", *QUICK).out.startswith(f"{said}\n  hint: ")


def test_a_kit_for_three_things_is_told_on_one_screen(speelveld: Speelveld, school: Path) -> None:
    told = speelveld("maak", "school", *FEW, "--zonder-voorbeelden", "--profiel", "kantoor,web,drukker")
    assert (told.status, told.err) == (0, "")
    lines = told.out.splitlines()
    assert len(lines) <= 30
    assert sum(line.startswith("  kantoor/") for line in lines) == 9
    for said in ("  drukker/  ", "  web/  ", "12 bestanden", "8 bestanden", "11 van de 11 goed"):
        assert said in told.out


def test_the_files_for_the_web_end_no_word_halfway(speelveld: Speelveld, school: Path) -> None:
    title = "Hoe een heel lange titel van een casus over de verkeersveiligheid eruitziet"
    _swap(school / "school", "titel: Veilig naar school", f"titel: {title}")
    speelveld("maak", "school", *QUICK[:-1], "opgavekaarten", "--profiel", "web", "--uit", "kit")
    names = [path.name for path in (school / "kit" / "web").glob("*.pdf")]
    assert names == ["hoe-een-heel-lange-titel-van-een-casus-over-de-opgavekaarten.pdf"]


def test_the_overview_names_the_files(speelveld: Speelveld, school: Path) -> None:
    # What it says can be seen, and not read: a name takes room behind the title of the papers.
    def height(name: str) -> int:
        with Image.open(school / name / "overzicht.png") as picture:
            found = picture.convert("L").crop((0, 0, picture.width, 120)).point(lambda grey: 255 * (grey < 100))
            box = found.getbbox()
            assert box is not None
            return box[2] - box[0]

    assert speelveld("maak", "school", *FEW, "--alleen", "spelregels", "--uit", "kit").status == 0
    # 'Spelregels' alone is some 130 pixels wide in letters of 30.
    assert height("kit") > 250


@pytest.mark.parametrize("utf8", ["0", "1"])
def test_a_name_with_an_accent_is_told_as_it_is_also_without_a_language(school: Path, utf8: str) -> None:
    shutil.copytree(school / "school", school / "café")
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": utf8, "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    told = speelveld(school, "controleer", "café", "--alleen", "stemfiches", env=plain)
    assert (told.status, told.out) == (0, "café: geen fouten. Alle teksten passen.\n")
    told = speelveld(school, "controleer", "cafe", env=plain)
    assert "bedoelt u café?" in told.err
    told = speelveld(school, "maak", "café", *QUICK, env=plain)
    assert f"ligt in {school}/out/café-alleen-" in told.out
    assert "160–200 gram" in told.out
