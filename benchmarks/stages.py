"""Where the time of a command goes: its stages in time of the processor, each without those that it calls.

A cold process for each run; the least of all runs counts. Pictures are drawn on other threads, and what these take
counts in whatever stage the command is in meanwhile, mostly the last of them. Modules count where they are first used.
"""

import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATE = ("--datum", "2026-12-03")
COMMANDS: dict[str, tuple[str, ...]] = {
    "controleer": ("controleer", "zutphen-dementie", *DATE),
    "maak": ("maak", "zutphen-dementie", *DATE, "--stil"),
    "web": ("maak", "zutphen-dementie", "--profiel", "web", *DATE, "--stil"),
    "drukker": ("maak", "zutphen-dementie", "--profiel", "drukker", *DATE, "--stil"),
}
STAGES = (
    ("casus, deck and rules", "build.pipeline", "load"),
    ("words", "build.checking", "check_words"),
    ("theme, kit and fonts", "build.pipeline", "open_studio"),
    ("layouts filled", "markup.render", "Layouts.fill"),
    ("layouts read", "markup.render", "Layouts.read"),
    ("set", "build.studio", "typeset_kind"),
    ("sheets", "profiles.office", "Office.prints"),
    ("lists of contents", "build.contents", "Contents.opened"),
    ("PDF", "build.writing", "print_pdf"),
    ("fingerprints", "build.fingerprint", "Fingerprints.page"),
    ("check of files for a press", "profiles.drukker", "Drukker.inspected"),
    ("pictures and overview", "build.previews", "Previews.finish"),
    ("files", "build.writing", "write_kits"),
)
START, REST = "start and modules", "rest"


def table(times: int = 5) -> list[str]:
    """Return the lines of a Markdown table: stages, and the milliseconds that each command spends in them."""
    found = {name: _least([_run(command) for _ in range(times)]) for name, command in COMMANDS.items()}
    names = [START, *(name for name, _, _ in STAGES), REST]
    lines = [f"| stage | {' | '.join(COMMANDS)} |", f"| --- |{' ---: |' * len(COMMANDS)}"]
    for name in names:
        cells = [f"{1000 * stages[name]:.0f}" if stages.get(name) else "–" for stages in found.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    sums = [f"**{1000 * sum(stages.values()):.0f}**" for stages in found.values()]
    return [*lines, f"| **sum, ms** | {' | '.join(sums)} |"]


def _least(runs: list[dict[str, float]]) -> dict[str, float]:
    return min(runs, key=lambda stages: sum(stages.values()))


def _run(command: tuple[str, ...]) -> dict[str, float]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"SPEELVELD_CACHE": "", "PYTHONPATH": str(ROOT / "src")}
    with tempfile.TemporaryDirectory() as name:
        told = Path(name) / "stages.json"
        place = ["--uit", str(Path(name) / "kit")] if command[0] == "maak" else []
        line = [sys.executable, __file__, str(told), *command, *place]
        subprocess.run(line, env=environment, check=True, stdout=subprocess.DEVNULL)
        stages: dict[str, float] = json.loads(told.read_text(encoding="utf-8"))
    return stages


def _measured(told: Path, arguments: list[str]) -> None:
    """Run a command in this process, and write down how long each stage took."""
    from speelveld.cli import main

    spent: dict[str, float] = {}
    inside: list[float] = []
    for name, module, path in STAGES:
        _watch(name, f"speelveld.{module}", path, spent, inside)
    begin = spent[START] = time.process_time()
    sys.argv = ["speelveld", *arguments]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
    finally:
        spent[REST] = time.process_time() - begin - sum(spent.values()) + spent[START]
        told.write_text(json.dumps(spent), encoding="utf-8")


def _watch(name: str, module: str, path: str, spent: dict[str, float], inside: list[float]) -> None:
    owner: Any = importlib.import_module(module)
    *classes, function = path.split(".")
    for each in classes:
        owner = getattr(owner, each)
    usual: Callable[..., Any] = getattr(owner, function)

    @wraps(usual)
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        inside.append(0.0)
        try:
            return usual(*arguments, **named)
        finally:
            took = time.process_time() - start
            spent[name] = spent.get(name, 0.0) + took - inside.pop()
            if inside:
                inside[-1] += took

    setattr(owner, function, timed)


if __name__ == "__main__":
    _measured(Path(sys.argv[1]), sys.argv[2:])
