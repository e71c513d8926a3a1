"""Ctrl-C, or a system that says stop, at any moment: a message, its status, never a traceback, and all as it was."""

import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.makers.commands import ROOT, files

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process"),
]

# Python itself reads this at its start. It sends the signal when something is about to happen: a module is read (and
# then so many seconds later), or a file is renamed for the nth time.
HOOK = """
import json, os, signal, sys, threading
event, name, wait, times = json.loads(os.environ["STOP_AT"])
number = int(os.environ.get("STOP_BY", signal.SIGINT))
if number != signal.SIGINT:
    # Who runs the tests may have it ignored, as nohup does.
    signal.signal(number, signal.SIG_DFL)
def watch(happening, details):
    global times
    if times and happening == event and (name == "" or details[0] == name):
        times -= 1
        if times == 0:
            if wait:
                threading.Timer(wait, os.kill, (os.getpid(), number)).start()
            else:
                signal.raise_signal(number)
sys.addaudithook(watch)
"""
STARTS = {
    "python -m speelveld": ("-m", "speelveld"),
    "speelveld": ("-c", "import sys; from speelveld.__main__ import main; sys.exit(main())"),
}
QUICK = ("--alleen", "opgavekaarten,spelregels", "--uit", "kit")


def stopped(
    folder: Path,
    at: tuple[str, str, float, int],
    *arguments: str,
    start: str = "speelveld",
    by: signal.Signals = signal.SIGINT,
) -> tuple[int, str]:
    """Return the status of a command that is stopped, and what it said of it."""
    hooks = folder / "haken"
    hooks.mkdir(exist_ok=True)
    (hooks / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    path = f"{hooks}{os.pathsep}{ROOT / 'src'}"
    done = subprocess.run(
        [sys.executable, *STARTS[start], *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": path,
            "STOP_AT": json.dumps(at),
            "STOP_BY": str(int(by)),
            "SPEELVELD_CONFIG": str(folder / "eigen"),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=120,
        check=False,
        # Started in the background, as by `make &`, the tests would not hear of a Ctrl-C, and neither would this.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    return done.returncode, done.stderr.strip()


STOPPED = (130, "Gestopt; er is niets half gemaakt.")


def test_the_command_that_is_installed_is_the_one_that_looks_after_ctrl_c() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"speelveld": "speelveld.__main__:main"}


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("module", ["speelveld.cli", "click.core", "speelveld.cli.main", "speelveld.profiles"])
def test_while_the_command_line_itself_is_read(tmp_path: Path, module: str, start: str) -> None:
    assert stopped(tmp_path, ("import", module, 0, 1), "--help", start=start) == STOPPED


# The last of these swallows an exception in what it imports.
@pytest.mark.parametrize(
    "module", ["speelveld.build.pipeline", "pydantic", "uharfbuzz", "pikepdf", "reportlab.pdfgen.canvas", "platform"]
)
def test_while_libraries_are_read(tmp_path: Path, new_casus: Path, module: str) -> None:
    # pikepdf is read for a print shop alone.
    profile = ("--profiel", "drukker") if module == "pikepdf" else ()
    assert stopped(tmp_path, ("import", module, 0, 1), "maak", str(new_casus), *QUICK, *profile) == STOPPED
    assert not (tmp_path / "kit").exists()


@pytest.mark.parametrize("wait", [0.01, 0.03, 0.1, 0.2, 0.5, 1.0])
def test_so_many_seconds_after_it_began(tmp_path: Path, new_casus: Path, wait: float) -> None:
    ended = stopped(tmp_path, ("import", "speelveld.cli", wait, 1), "maak", str(new_casus), *QUICK)
    assert ended in (STOPPED, (0, "")), "a quick machine may have been done"


@pytest.mark.parametrize("by", [each for each in signal.Signals if each.name in ("SIGINT", "SIGTERM", "SIGHUP")])
@pytest.mark.parametrize("times", [1, 2, 4])
def test_while_a_kit_is_put_on_the_disk_the_last_one_comes_back(
    tmp_path: Path, new_casus: Path, times: int, by: signal.Signals
) -> None:
    never = ("import", "nooit", 0, 1)
    assert stopped(tmp_path, never, "maak", str(new_casus), *QUICK) == (0, "")
    before = files(tmp_path / "kit")
    changed = (new_casus / "casus.yaml").read_text(encoding="utf-8").replace("Veilig naar school", "Samen naar school")
    (new_casus / "casus.yaml").write_text(changed, encoding="utf-8")
    ended = stopped(tmp_path, ("os.rename", "", 0, times), "maak", str(new_casus), *QUICK, by=by)
    assert ended == (128 + by, STOPPED[1])
    assert files(tmp_path / "kit") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["haken", "kit", "mijn-casus"]


@pytest.mark.parametrize(
    "command",
    [
        ("nieuw", "school"),
        ("kalibreer",),
        ("kalibreer", "--printer", "balie", "--x", "1"),
        ("proefspeel", "zutphen-dementie", "--potjes", "10"),
    ],
)
def test_while_another_command_writes_nothing_of_it_is_left(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert stopped(tmp_path, ("os.rename", "", 0, 1), *command) == STOPPED
    assert [path.name for path in tmp_path.iterdir() if path.name != "eigen"] == ["haken"]
    assert not list((tmp_path / "eigen").glob("*"))


def test_who_has_ctrl_c_ignored_is_not_stopped(tmp_path: Path) -> None:
    script = f"trap '' INT; {sys.executable} -m speelveld --versie"
    path = f"{tmp_path}{os.pathsep}{ROOT / 'src'}"
    (tmp_path / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    at = json.dumps(("import", "speelveld.cli.main", 0, 1))
    done = subprocess.run(
        ["/bin/bash", "-c", script],
        env={**os.environ, "PYTHONPATH": path, "STOP_AT": at},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("speelveld ")
