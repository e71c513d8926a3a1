"""What is a table or a list to the eye is one to who listens, and the way on the board is walked step by step."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import yaml

from speelveld.errors import KitError
from tests.makers.kits import ROOT, bundled_kit, make_kit
from tests.oracles.heard import Heard, heads, heard, rows
from tests.oracles.tagtree import faults

pytestmark = pytest.mark.slow

CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
GROUPS = ["inwoners", "ondernemers", "beroepskrachten", "vrijwilligers", "gemeente"]


def file(casus: str, name: str) -> Heard:
    return heard(next(made.pdf for made in bundled_kit(casus) if made.name == f"web/{name}.pdf"))


def written(casus: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((ROOT / "decks" / casus / "casus.yaml").read_text(encoding="utf-8"))
    return found


def part(file: Heard, title: str) -> Heard:
    """Return the section whose heading is `title`."""
    return next(
        one for one in file.all("Sect") if any(kid.words == title for kid in one.kids if kid.role in ("H1", "H2"))
    )


@pytest.mark.parametrize("casus", [name for name in CASUSSEN if written(name).get("gebieden")])
def test_the_gebiedenblad_is_a_table_with_a_row_for_each_gebied(casus: str) -> None:
    (table,) = part(file(casus, "bladen"), "Wat speelt waar?").all("Table")
    gebieden = written(casus)["gebieden"]
    assert isinstance(gebieden, list)
    assert gebieden
    assert heads(table, "Column") == [
        "Gebied",
        "Opgaven",
        "Wat u wilt bereiken",
        "Waarmee",
        "Wat mist er? Wat stopt er?",
    ]
    for head, gebied in zip(heads(table, "Row"), gebieden, strict=True):
        assert head.startswith(gebied["naam"])
    assert {len(row) for row in rows(table)} == {5}
    for row, gebied in zip(rows(table)[1:], gebieden, strict=True):
        for result in gebied["resultaten"]:
            assert " ".join(result.split()) in row[2]


@pytest.mark.parametrize("casus", [name for name in CASUSSEN if written(name).get("verloop")])
def test_the_verloopblad_is_a_table_with_a_column_for_each_step(casus: str) -> None:
    verloop = written(casus)["verloop"]
    assert isinstance(verloop, dict)
    (table,) = part(file(casus, "bladen"), verloop["titel"]).all("Table")
    names = [step["naam"] for step in verloop["stappen"]]
    heard_heads = heads(table, "Column")
    assert heard_heads[: len(names)] == names
    assert len(heard_heads) % 2 == 0
    found = rows(table)
    assert {len(row) for row in found} == {len(heard_heads)}
    for step, said in zip(verloop["stappen"], found[1], strict=False):
        assert " ".join(step["tekst"].split()) in said
    assert [row[0] for row in found[2:]] == ["Wat gebeurt er?", "Wie helpt?", "Waar schuurt het?"]


def test_the_routeblad_adds_up_in_tables_and_lists_what_is_chosen() -> None:
    sheet = part(file("zutphen-dementie", "bladen"), "Onze route")
    fits, again = sheet.all("Table")
    for table in (fits, again):
        assert heads(table, "Column") == ["geld", "tijd", "stappen"]
    assert heads(fits, "Row") == ["U hebt", "De hele route", "Dan houdt u over"]
    assert rows(fits)[1][1:] == ["19", "8", ""]
    places, groups = sheet.all("L")
    assert [one.kids[0].words for one in places.all("LI")] == ["1", "2", "3", "4", "5"]
    assert [one.words for one in groups.all("LI")] == GROUPS


def test_the_vergelijkblad_is_a_table_with_a_row_for_each_table() -> None:
    (table,) = part(file("zutphen-dementie", "bladen"), "De tafels naast elkaar").all("Table")
    assert heads(table, "Column") == [
        "Tafel",
        "Onze opgave",
        "Uitkomst",
        "Wat doet de gemeente niet meer zelf?",
    ]
    assert heads(table, "Row") == ["1", "2"]
    assert {len(row) for row in rows(table)} == {4}


def test_an_answer_names_its_rule_and_not_a_bare_number() -> None:
    rules = part(file("zutphen-dementie", "papieren"), "Spelregels")
    *_, answers = rules.all("L")
    said = [one.words.replace("\N{NO-BREAK SPACE}", " ") for one in answers.all("LI")]
    assert said[0] == "Mag onze eigen rol eruit? Ja. regel 6"
    assert len(said) == 8
    assert all(" regel " in one for one in said)


@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_way_on_the_board_is_a_list_to_step_through(casus: str) -> None:
    board = file(casus, "speelbord")
    way = next(one for one in board.all("Figure") if one.words.startswith("De weg"))
    said = [item.words for item in next(board.all("L")).all("LI")]
    stations, spaces = said[:4], said[4:]
    assert [one.split()[0] for one in stations] == ["Luisteren", "Opgave", "Dreamteam", "Route"]
    assert f"daarna {len(spaces)} vakken" in way.words
    minutes = written(casus).get("bijeenkomst", {})
    assert isinstance(minutes, dict)
    rules = yaml.safe_load((ROOT / "decks" / "basis" / "spel.yaml").read_text(encoding="utf-8"))
    length = rules["lengtes"][minutes.get("minuten", 120)]
    kinds = {space: kind for kind, placed in length["vakken"].items() for space in placed}
    expected = [f"Vak {space}: {kinds.get(space, 'leeg')}." for space in range(1, len(spaces))]
    assert spaces[:-1] == expected
    assert spaces[-1] == f"Vak {len(spaces)}, het laatste. Resultaat Wat merkt een inwoner?"


CARD = (
    '<card w="95mm" h="134mm" title="Blad"><group x="5mm" y="5mm" w="80mm" h="80mm" role="ROLE">INSIDE</group></card>'
)
ITEM = '<stack x="0mm" y="0mm" w="70mm" role="LI"><text role="LBody">Een</text></stack>'


def own(casus: Path, inside: str, role: str = "L") -> bytes:
    (casus / "blad.xml.j2").write_text(CARD.replace("ROLE", role).replace("INSIDE", inside), encoding="utf-8")
    entry = "{naam: blad, titel: Blad, opdracht: bladen, layout: blad.xml.j2, per: tafel}"
    kit = f"breidt_uit: standaard\nonderdelen:\n  - {entry}\n"
    (casus / "kit.yaml").write_text(kit, encoding="utf-8")
    (made,) = make_kit(casus, only=("blad",), profiles=("web",))
    return made.pdf


def test_a_layout_of_one_s_own_may_make_a_list_of_drawings(new_casus: Path) -> None:
    pdf = own(new_casus, ITEM)
    assert [one.words for one in heard(pdf).all("LI")] == ["Een"]
    assert faults(pdf) == []


@pytest.mark.parametrize(
    ("role", "inside", "said"),
    [
        ("Div", ITEM, "rol 'LI' staat alleen in een element met rol 'L'"),
        ("Table", ITEM, "rol 'LI' staat alleen in een element met rol 'L'"),
        ("L", '<text x="0mm" y="0mm">Los</text>', "in rol 'L' staat alleen rol LI, en niet 'P'"),
        ("TR", '<text x="0mm" y="0mm" role="TD">Los</text>', "rol 'TR' staat alleen in een element met rol 'Table'"),
        ("Sect", '<text x="0mm" y="0mm" scope="row">Los</text>', "kenmerk 'scope' hoort bij een kop van een tabel"),
    ],
)
def test_a_part_of_a_list_or_table_that_stands_elsewhere_is_named(
    new_casus: Path, role: str, inside: str, said: str
) -> None:
    with pytest.raises(KitError, match=said):
        own(new_casus, inside, role)


def labels(pdf: bytes) -> list[str]:
    """Return what a reader's program calls each page; nothing if it has only numbers for them."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [page.label for page in file.pages] if "/PageLabels" in file.Root else []


def test_pages_of_a_file_of_more_parts_are_called_by_their_part() -> None:
    every = {made.name: made for made in bundled_kit("zutphen-dementie")}
    for made in every.values():
        found = labels(made.pdf)
        assert bool(found) is (len(made.parts) > 1), made.name
        assert len(set(found)) == len(found), made.name
    papers = labels(every["web/papieren.pdf"].pdf)
    assert [name for name in papers if name.startswith("Spelregels")] == [f"Spelregels {n}" for n in range(1, 5)]
    assert "Draaiboek 3" in labels(every["kantoor/5-spelleider-a4.pdf"].pdf)
    sheets = labels(every["web/bladen.pdf"].pdf)
    assert sheets[1:] == ["Spelwijzer", "Dreamteamblad", "Routeblad", "Verloopblad", "Vergelijkblad"]


def test_the_number_in_a_label_is_the_one_on_the_page(tool: Callable[[str], str], tmp_path: Path) -> None:
    pdf = next(made.pdf for made in bundled_kit("zutphen-dementie") if made.name == "web/spelleider.pdf")
    (tmp_path / "a.pdf").write_bytes(pdf)
    run = [tool("pdftotext"), "-layout", str(tmp_path / "a.pdf"), "-"]
    pages = subprocess.run(run, capture_output=True, encoding="utf-8", check=True).stdout.split("\f")
    compared = 0
    for label, text in zip(labels(pdf), pages, strict=False):
        printed = re.search(r"bladzijde (\d+) van \d+", text)
        number = re.search(r" (\d+)$", label)
        if printed and number:
            assert printed[1] == number[1], label
            compared += 1
    assert compared > 20
