"""What measures sheets imports nothing of the program: only its own kind, Pillow, pdfium, the standard library."""

import ast
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ORACLES = ("boxes", "inkspots", "ruler", "sheet_words")
ALLOWED = {"PIL", "pypdfium2", *ORACLES, *sys.stdlib_module_names}


def imported(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module).partition(".")[0])
    return found


@pytest.mark.parametrize("name", ORACLES)
def test_a_measurement_imports_nothing_of_what_it_measures(name: str) -> None:
    found = imported((HERE / f"{name}.py").read_text(encoding="utf-8"))
    assert found
    assert found - ALLOWED == set()


def test_an_import_of_the_program_would_be_seen() -> None:
    assert imported("def f():\n    from speelveld.sheet import grid\n") - ALLOWED == {"speelveld"}


def test_tests_of_geometry_reach_the_program_by_its_command_line_alone() -> None:
    ours = {
        path.name: [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("from speelveld")]
        for path in HERE.glob("*.py")
    }
    assert {name: lines for name, lines in ours.items() if lines} == {"conftest.py": ["from speelveld.cli import main"]}
