"""Puts faults of one line into a copy of the program, one at a time, and tells which of them the tests notice.

    python -m tests.tools.mutants --seed 2026 --count 40

The work tree is only read. The same tree and seed give the same faults. A fault that survives is a hole in the tests,
unless it changes nothing: that is for a person to say. Faults that cannot run (a text minus a text) do not count.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tools.faults import Fault, chosen, faults

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path("src", "speelveld")

# Which tests are about a room: its own first, then those of the rooms where it shows.
TESTS: Mapping[str, Sequence[str]] = {
    "beeld": ("beeld", "kit", "pdf"),
    "build": ("profiles", "kit", "cli", "deck", "pdf", "drukker", "proefspeel"),
    "casus": ("casus", "deck", "cli", "kit"),
    "cli": ("cli", "kalibratie", "drukker", "output"),
    "colors": ("drukker", "markup", "pdf"),
    "deck": ("deck", "kit", "proefspeel", "docs"),
    "errors": ("output", "cli", "casus"),
    "fonts": ("fonts", "casus/test_pictures_and_fonts.py", "kit/test_own_fonts.py", "pdf"),
    "geometry": ("geometry", "sheet", "typeset", "pages", "pdf", "drukker", "measured"),
    "kalibratie": ("kalibratie",),
    "kijk": ("kijk",),
    "markup": ("markup", "typeset", "docs", "kit"),
    "output": ("output", "cli"),
    "pages": ("pages", "drukker", "measured", "kalibratie", "kit", "pdf"),
    "pdf": ("pdf", "pages", "drukker"),
    "proefspeel": ("proefspeel", "cli/test_proefspeel.py"),
    "profiles": ("drukker", "profiles", "pages", "kit", "measured", "pdf"),
    "scherm": ("scherm", "kijk"),
    "sheet": ("sheet", "measured", "pages", "kalibratie", "kit"),
    "taal": ("taal", "cli/test_plain_words.py", "kit/test_papers_are_plain.py"),
    "typeset": ("typeset", "docs", "pdf", "kit", "pages"),
    "woorden": ("deck", "kit/test_words_of_the_casus.py", "casus", "markup"),
    "written": ("written", "casus", "markup", "drukker", "cli", "taal/test_places.py"),
    # Modules that stand in no room.
    "": ("casus", "markup", "drukker", "sheet", "output", "cli", "kit"),
}


def relevant(path: Path) -> Sequence[str]:
    """Return the folders and files of the tests for a module, in the order in which they are run."""
    inside = path.relative_to(PACKAGE).parts
    return [f"tests/{name}" for name in TESTS[inside[0] if len(inside) > 1 else ""]]


def copy_tree(root: Path, folder: Path) -> None:
    """Copy what git knows or would know of the tree into `folder`."""
    listed = ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (root / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, folder / name)


def verdict(folder: Path, fault: Fault, limit: float) -> tuple[str, str]:
    """Return what becomes of a fault in the copy in `folder`, and by which test; the file is put right again."""
    file = folder / fault.path
    source = file.read_text(encoding="utf-8")
    file.write_text(fault.put_in(source), encoding="utf-8")
    first, *others = relevant(fault.path)
    try:
        found = _run(folder, [first], limit)
        if found[0] == "survived" and others:
            found = _run(folder, ["-n", "auto", "--dist", "worksteal", *others], limit)
        return found
    finally:
        file.write_text(source, encoding="utf-8")


def _run(folder: Path, arguments: Sequence[str], limit: float) -> tuple[str, str]:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--tb=short", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip
    try:
        said, _ = run.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        return "killed", f"no end within {limit:.0f} seconds"
    if run.returncode == 0:
        return "survived", ""
    failed = re.search(r"^(?:FAILED|ERROR) (\S+)", said, re.MULTILINE)
    if re.search(r"^E\s+TypeError: (unsupported|bad) operand", said, re.MULTILINE):
        return "cannot run", ""
    return "killed", failed[1] if failed else said.strip().splitlines()[-1]


def main() -> int:
    """Try the faults, and print each with its verdict."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--only", default="", help="only modules whose path begins so, such as typeset/")
    parser.add_argument("--limit", type=float, default=1200, help="seconds for the tests of one fault")
    parser.add_argument("--show", action="store_true", help="only list the faults")
    asked = parser.parse_args()
    modules = sorted(path.relative_to(ROOT) for path in (ROOT / PACKAGE / asked.only).parent.rglob("*.py"))
    chosen_from = [path for path in modules if path.relative_to(PACKAGE).as_posix().startswith(asked.only)]
    found = [fault for path in chosen_from for fault in faults(path, (ROOT / path).read_text(encoding="utf-8"))]
    told: Counter[str] = Counter()
    with TemporaryDirectory(prefix="mutants-") as name:
        folder = Path(name).resolve()
        copy_tree(ROOT, folder)
        for fault in chosen(found, asked.seed):
            if told["killed"] + told["survived"] + told["listed"] == asked.count:
                break
            start = time.monotonic()
            outcome, by = ("listed", "") if asked.show else verdict(folder, fault, asked.limit)
            told[outcome] += 1
            print(f"{outcome:10} {fault.path.relative_to(PACKAGE)}:{fault.line} ({fault.kind})", f"by {by}" * bool(by))
            source = (ROOT / fault.path).read_text(encoding="utf-8")
            for sign, text in (("-", source), ("+", fault.put_in(source))):
                print(f"    {sign} {text.splitlines()[fault.line - 1].strip()}")
            print(f"    {time.monotonic() - start:.0f} s", flush=True)
    print(", ".join(f"{outcome}: {count}" for outcome, count in sorted(told.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
