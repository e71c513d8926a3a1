"""What the program is held against imports nothing of it: only its own kind and packages that others made."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ORACLES = sorted(path for path in HERE.glob("*.py") if not path.name.startswith(("test_", "__init__")))
OURS = ("speelveld", "tests")


def imported(source: str) -> Iterator[str]:
    """Yield every module that a source imports, wherever it does so: relative with its dots, by a call with its ()."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                yield from (name.name for name in node.names)
            case ast.ImportFrom():
                yield from (f"{'.' * node.level}{node.module or ''}.{name.name}" for name in node.names)
            case ast.Call(func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module")):
                yield ast.unparse(node)


def ours(source: str) -> list[str]:
    """Return what a source imports of the program or its tests; another oracle is allowed.

    As oracles import nothing of ours but oracles, nothing of the program comes in by a detour either.
    """
    return [
        name
        for name in imported(source)
        if name.partition(".")[0] in (*OURS, "") or name.endswith(")")
        if not name.startswith("tests.oracles.")
    ]


def test_the_oracles_were_found() -> None:
    assert len(ORACLES) >= 13
    assert {"game", "inkmeter", "lighttable", "pdfx", "ruler", "tagtree", "verapdf"} <= {path.stem for path in ORACLES}


@pytest.mark.parametrize("path", [*ORACLES, HERE / "VeraPdf.java"], ids=lambda path: path.name)
def test_an_oracle_does_not_even_name_the_program(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "import" in text
    assert "speelveld" not in text


@pytest.mark.parametrize("path", ORACLES, ids=lambda path: path.name)
def test_an_oracle_imports_nothing_of_what_it_judges(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert list(imported(source))
    assert ours(source) == []


@pytest.mark.parametrize(
    "line",
    [
        "import speelveld",
        "import speelveld.units as units",
        "def f():\n    from speelveld.sheet import grid",
        "from tests.makers.kits import make_kit",
        "from tests import conftest",
        "from ..makers import kits",
        "from . import test_oracles_are_apart",
        "import_module('speelveld')",
        "importlib.import_module('speelveld')",
        "__import__('speelveld')",
    ],
)
def test_an_import_of_the_program_is_seen(line: str) -> None:
    assert len(ours(line)) == 1


def test_what_others_made_and_another_oracle_are_allowed() -> None:
    assert ours("import re\nfrom PIL import Image\nfrom tests.oracles.boxes import Box") == []
