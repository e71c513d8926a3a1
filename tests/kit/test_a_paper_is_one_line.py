"""A paper that is not bundled is a line in one file, and a kit is made on it."""

import json
from pathlib import Path

import pikepdf
import pytest

from tests.makers.commands import ROOT, Outcome, files
from tests.makers.commands import speelveld as run
from tests.makers.programs import copied, replaced

pytestmark = pytest.mark.slow

# What is laid in printers in America, and a sheet that holds one large card.
SIZES = {"tabloid": (279.4, 431.8), "a5": (148.0, 210.0)}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the code of a program whose office printers take two papers more."""
    code = copied(tmp_path_factory.mktemp("programma"))
    lines = "".join(f'    "{name}": Size(mm({wide}), mm({high})),\n' for name, (wide, high) in SIZES.items())
    replaced(code / "paper.py", "PAPERS: Mapping[str, Size] = {\n", f"PAPERS: Mapping[str, Size] = {{\n{lines}")
    replaced(code / "paper.py", 'OFFICE_PAPERS = ("a4", "a3")', 'OFFICE_PAPERS = ("a4", "a3", "tabloid", "a5")')
    return code


def speelveld(program: Path, folder: Path, *arguments: str) -> Outcome:
    return run(folder, *arguments, env={"PYTHONPATH": str(program.parent), "SOURCE_DATE_EPOCH": "1700000000"})


def size(pdf: Path) -> tuple[float, float]:
    with pikepdf.open(pdf) as document:
        _, _, wide, high = (float(side) / 72 * 25.4 for side in document.pages[0].mediabox)
        return round(wide, 1), round(high, 1)


def test_one_file_differs(program: Path) -> None:
    now, before = files(program), files(ROOT / "src" / "speelveld")
    assert {name for name in now if now[name] != before.get(name) and "__pycache__" not in name} == {"paper.py"}


@pytest.mark.parametrize("paper", SIZES)
def test_cards_and_the_board_are_printed_on_it(program: Path, new_casus: Path, paper: str) -> None:
    chosen = ("--papier", paper, "--alleen", "opgavekaarten,dreamteamblad,printwijzer", "--zonder-voorbeelden")
    shown = speelveld(program, new_casus.parent, "maak", str(new_casus), *chosen, "--uit", "kit")
    assert (shown.status, shown.err) == (0, "")
    kit = new_casus.parent / "kit"
    assert size(kit / "kantoor" / f"1-kaarten-{paper}.pdf") == SIZES[paper]
    assert sorted(size(kit / "kantoor" / f"2-bladen-{paper}.pdf")) == sorted(SIZES[paper])
    entries = json.loads((kit / "kantoor" / "kit.json").read_text(encoding="utf-8"))["bestanden"]
    assert [entry["papier"] for entry in entries] == [paper, paper, "a4"]


def test_it_may_be_named_in_kit_yaml(program: Path, new_casus: Path) -> None:
    kit = (ROOT / "layouts" / "kit.yaml").read_text(encoding="utf-8")
    (new_casus / "kit.yaml").write_text(
        kit.replace("soort: bladzijden, papier: a4", "soort: bladzijden, papier: tabloid"), encoding="utf-8"
    )
    chosen = ("--alleen", "casusblad", "--zonder-voorbeelden", "--uit", "kit")
    assert speelveld(program, new_casus.parent, "maak", str(new_casus), *chosen).status == 0
    assert (new_casus.parent / "kit" / "kantoor" / "1-papieren-tabloid.pdf").is_file()


def test_a_printer_is_measured_on_it_where_the_measuring_sheet_fits(program: Path, tmp_path: Path) -> None:
    assert speelveld(program, tmp_path, "kalibreer", "--papier", "tabloid").status == 0
    assert size(tmp_path / "kalibratie-tabloid.pdf") == SIZES["tabloid"]
    refused = speelveld(program, tmp_path, "kalibreer", "--papier", "a5")
    assert refused.status == 2
    assert "het meetvel past niet op papier van 148 x 210 mm" in refused.err
    assert not (tmp_path / "kalibratie-a5.pdf").exists()


def test_help_offers_it(program: Path, tmp_path: Path) -> None:
    assert "--papier [a4|a3|tabloid|a5]" in speelveld(program, tmp_path, "maak", "--help").out
    assert "--papier [a4|a3|tabloid|a5]" in speelveld(program, tmp_path, "kalibreer", "--help").out
