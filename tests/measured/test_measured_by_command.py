"""Sheets are measured as they come out of the command line: nothing else of the program is asked."""

from pathlib import Path

HERE = Path(__file__).parent


def test_what_is_measured_reaches_the_program_by_its_command_line_alone() -> None:
    ours = {
        path.name: [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("from speelveld")]
        for path in HERE.glob("*.py")
    }
    assert {name: lines for name, lines in ours.items() if lines} == {"conftest.py": ["from speelveld.cli import main"]}
