"""Runs of the command line: in this process, which is quick, or in one of its own, as a person starts it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from speelveld.cli import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it said."""

    status: int | str | None
    out: str
    err: str


Speelveld = Callable[..., Outcome]


def speelveld(folder: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Outcome:
    """Run a command in a process of its own."""
    clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, "-m", "speelveld", *arguments],
        cwd=folder,
        env={**clean, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8", **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Speelveld:
    """Go to `tmp_path/hier` and return what runs a command there, with settings in `tmp_path/instellingen`."""
    here = tmp_path / "hier"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("SPEELVELD_CONFIG", str(tmp_path / "instellingen"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    def run(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        said = capsys.readouterr()
        return Outcome(ended.value.code, said.out, said.err)

    return run


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its name from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
