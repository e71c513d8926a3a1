"""The faults that are put in are faults of one line that can run; nothing but a copy is touched."""

import ast
from itertools import islice
from pathlib import Path

import pytest

from tests.tools.faults import Fault, chosen, faults
from tests.tools.mutants import PACKAGE, ROOT, TESTS, copy_tree, verdict

pytestmark = pytest.mark.long

HERE = Path("a.py")


def changed(source: str) -> list[tuple[str, str]]:
    """Return the kind of each fault of one line of source, with what it becomes."""
    return [(fault.kind, fault.put_in(source).strip()) for fault in faults(HERE, source)]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("low < wide <= high", [("edge", "low <= wide <= high"), ("edge", "low < wide < high")]),
        ("wide > high", [("edge", "wide >= high")]),
        ("a or b", [("and/or", "a and b")]),
        ("a and not b", [("and/or", "a or not b"), ("not dropped", "a and b")]),
        ("min(a, b)", [("min/max", "max(a, b)")]),
        ("é * 2", [("sign", "é / 2"), ("number", "é * 3")]),
        ("2.5", [("number", "2.75")]),
        ("box.left", [("side", "box.right")]),
        ("size.width - b", [("side", "size.height - b"), ("term dropped", "size.width"), ("sign", "size.width + b")]),
        ("(a - b) / c", [("term dropped", "(a) / c"), ("sign", "(a + b) / c"), ("sign", "(a - b) * c")]),
    ],
)  # fmt: skip
def test_a_line_has_the_faults_that_a_tired_person_makes(source: str, wanted: list[tuple[str, str]]) -> None:
    assert sorted(changed(source)) == sorted(wanted)


@pytest.mark.parametrize(
    "source",
    [
        "assert a < b",
        "def f(a: Literal[1] = 'x') -> Literal[2]: ...",
        "'een ' + naam",
        "f'{a + 1}'",
        "folder / name",
        "rows[0]",
        "@lru_cache(maxsize=8)\ndef f(): ...",
        "dataclass(slots=1)",
        "a == b",
        "a = True",
        "a = '1 < 2'  # 3 < 4",
    ],
)
def test_what_would_not_run_or_does_not_matter_is_left_alone(source: str) -> None:
    assert changed(source) == []


def test_every_fault_of_the_program_changes_one_line_and_can_be_read() -> None:
    number = 0
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for fault in islice(faults(path, source), 0, None, 9):
            spoiled = fault.put_in(source)
            ast.parse(spoiled)
            pairs = zip(source.splitlines(), spoiled.splitlines(), strict=True)
            assert [line for line, (old, new) in enumerate(pairs, 1) if old != new] == [fault.line]
            number += 1
    assert number > 500


def test_a_seed_gives_the_same_faults_and_another_seed_others() -> None:
    found = [Fault(Path(f"{name}.py"), line, 0, 1, "x", kind) for name in "abc" for line in range(9) for kind in "kl"]
    first, again, other = (list(chosen(found, seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert sorted(first) == sorted(found)
    assert {fault.kind for fault in first[:2]} == {"k", "l"}
    assert len({fault.path for fault in first[:3]}) == 3


def test_every_room_has_its_tests_and_they_are_there() -> None:
    rooms = {path.parent.name for path in (ROOT / PACKAGE).glob("*/__init__.py")}
    assert set(TESTS) == {*rooms, ""}
    assert [name for names in TESTS.values() for name in names if not (ROOT / "tests" / name).exists()] == []


def test_the_copy_holds_the_program_as_it_is(tmp_path: Path) -> None:
    copy_tree(ROOT, tmp_path)
    files = [path.relative_to(ROOT) for path in (ROOT / PACKAGE).rglob("*.py")]
    assert len(files) > 200
    assert all((tmp_path / file).read_bytes() == (ROOT / file).read_bytes() for file in files)


SOURCE = "def more(a, b):\n    return a + b\n"
TEST = """from speelveld.units import more

def test_more():
    assert more({}, 2) == {}
"""


@pytest.mark.parametrize(
    ("first", "total", "wanted"), [(1, 3, ("killed", "tests/sheet/test_more.py::test_more")), (4, 2, ("survived", ""))]
)
def test_a_fault_is_judged_by_the_tests_and_taken_out_again(
    tmp_path: Path, first: int, total: int, wanted: tuple[str, str]
) -> None:
    for name in TESTS[""]:
        (tmp_path / "tests" / name).mkdir(parents=True)
        (tmp_path / "tests" / name / f"test_nothing_{name}.py").write_text("def test_nothing(): pass\n")
    (tmp_path / "tests" / "sheet" / "test_more.py").write_text(TEST.format(first, total))
    module = PACKAGE / "units.py"
    (tmp_path / PACKAGE).mkdir(parents=True)
    (tmp_path / PACKAGE / "__init__.py").touch()
    (tmp_path / module).write_text(SOURCE)
    (fault,) = [fault for fault in faults(module, SOURCE) if fault.new == "-"]
    assert verdict(tmp_path, fault, 60) == wanted
    assert (tmp_path / module).read_text() == SOURCE
