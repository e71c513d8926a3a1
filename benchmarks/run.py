"""How fast and how large: cold processes of speelveld beside others, on the same cards.

Time is the median of whole processes, start of Python included; the programs take turns, so that a busy moment of the
machine hits all. Of the time of the processor the least counts: that of others adds to it and takes nothing away.
`--schrijf` puts the table into the README beside this file.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from content import cards, casus

HERE = Path(__file__).resolve().parent
DATE = "2026-12-03"
MOST_PARAGRAPHS, MOST_WEASYPRINT = 1000, 100
TYPST = """
import sys, typst
typst.compile(sys.argv[1], sys.argv[2], root=sys.argv[3], font_paths=[sys.argv[4]], ignore_system_fonts=True, **{tags})
"""


@dataclass(frozen=True)
class Run:
    """One process: how long it took and how long the processor worked, in seconds; and its memory at most in MB."""

    seconds: float
    worked: float
    megabytes: float


def measure(command: Sequence[str | Path]) -> Run:
    """Run a command that has to succeed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["SPEELVELD_CACHE"] = ""  # a run must not find what the one before it set
    environment["PYTHONPATH"] = os.pathsep.join([str(HERE.parent / "src"), environment.get("PYTHONPATH", "")])
    start = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} stopped with {process.returncode}")
    # Linux counts in kilobytes, macOS in bytes.
    return Run(
        seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    )


def speelveld(count: int, folder: Path) -> list[str | Path]:
    """Return the command that makes the sheets of `count` cards."""
    place = folder / f"casus-{count}"
    place.mkdir(exist_ok=True)
    (place / "casus.yaml").write_text(casus(cards(count)), encoding="utf-8")
    only = ("--alleen", "opgavekaarten", "--zonder-voorbeelden", "--stil", "--datum", DATE)
    return [sys.executable, "-m", "speelveld", "maak", place, *only, "--uit", folder / f"kit-{count}"]


def typst(count: int, folder: Path) -> list[str | Path]:
    """Return the command that makes the same sheets with Typst; without tags, as ours are."""
    place = folder / f"typst-{count}"
    place.mkdir(exist_ok=True)
    shutil.copy(HERE / "kaarten.typ", place)
    (place / "kaarten.json").write_text(json.dumps([asdict(card) for card in cards(count)]), encoding="utf-8")
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    fonts = Path(spec.origin).parent / "files"
    code = TYPST.format(tags={"pdf_tags": False})
    return [sys.executable, "-c", code, place / "kaarten.typ", place / "kaarten.pdf", place, fonts]


def others(count: int, folder: Path) -> dict[str, list[str | Path]]:
    """Return the commands of other programs that are there, by name; each gives up where it takes minutes."""
    place = folder / f"andere-{count}.json"
    place.write_text(json.dumps([asdict(card) for card in cards(count)]), encoding="utf-8")
    found: dict[str, list[str | Path]] = {"Typst": typst(count, folder)}
    if count <= MOST_PARAGRAPHS:
        found["ReportLab Paragraph"] = [sys.executable, HERE / "paragraph.py", place, folder / f"paragraph-{count}.pdf"]
    if count <= MOST_WEASYPRINT and find_spec("weasyprint"):
        found["WeasyPrint"] = [sys.executable, HERE / "weasy.py", place, folder / f"weasy-{count}.pdf"]
    return found


def rounds(commands: Sequence[Sequence[str | Path]], times: int) -> list[list[Run]]:
    """Run the commands in turn, `times` times and once before that to warm the disk, and return the runs of each."""
    for command in commands:
        measure(command)
    turns = [[measure(command) for command in commands] for _ in range(times)]
    return [list(column) for column in zip(*turns, strict=True)]


def row(name: str, runs: Sequence[Run], beside: Sequence[Run] = ()) -> list[str]:
    """Return the cells of one program on one line of the table; `beside` are the runs it is compared with."""
    wall, worked = median(run.seconds for run in runs), min(run.worked for run in runs)
    memory = max(run.megabytes for run in runs)
    cells = [name, f"{wall:.2f} s", f"{worked:.2f} s", f"{memory:.0f} MB"]
    if not beside:
        return [*cells, "", "", ""]
    other = median(run.seconds for run in beside), min(run.worked for run in beside)
    lean = max(run.megabytes for run in beside)
    return [*cells, f"{wall / other[0]:.2f} ×", f"{worked / other[1]:.2f} ×", f"{memory / lean:.2f} ×"]


def table(counts: Sequence[int], times: int, say: Callable[[str], None]) -> list[str]:
    """Return the lines of a Markdown table, each told to `say` as soon as it is known."""
    lines: list[str] = []

    def add(cells: Sequence[str]) -> None:
        lines.append(f"| {' | '.join(cells)} |")
        say(lines[-1])

    add(["cards", "program", "time", "processor", "memory", "time ÷ Typst", "processor ÷ Typst", "memory ÷ Typst"])
    add(["---:", "---", *["---:"] * 6])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ((start),) = rounds([[sys.executable, "-m", "speelveld", "--help"]], times)
        add(["–", *row("speelveld --help", start)])
        for count in counts:
            # Ten thousand cards take long enough for one run to be like the next.
            commands = {"speelveld": speelveld(count, folder), **others(count, folder)}
            found = rounds(list(commands.values()), times if count < 5000 else 1)
            runs = dict(zip(commands, found, strict=True))
            for program in commands:
                add([f"{count}", *row(program, runs[program], runs["Typst"])])
    return lines


def main() -> None:
    """Measure, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aantallen", default="1,100,1000,10000", help="numbers of cards")
    parser.add_argument("--keer", type=int, default=5, help="how many times each, up to 1000 cards")
    parser.add_argument("--schrijf", action="store_true", help="write the table into benchmarks/README.md")
    asked = parser.parse_args()
    counts = [int(part) for part in asked.aantallen.split(",")]
    lines = table(counts, asked.keer, lambda line: print(line, flush=True))
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    about = f"Medians of {asked.keer} runs (one run for 10 000 cards) on {machine}, Typst {version('typst')}."
    print(f"\n{about}")
    if asked.schrijf:
        text = (HERE / "README.md").read_text(encoding="utf-8")
        head = text.partition("<!-- table -->")[0]
        (HERE / "README.md").write_text(
            f"{head}<!-- table -->\n\n{about}\n\n" + "\n".join(lines) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
