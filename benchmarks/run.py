"""How fast and how large: cold processes of speelveld beside others, on the same cards.

Time is the median of whole processes, start of Python included; the programs take turns, so that a busy moment of the
machine hits all. Of the time of the processor the least counts: that of others adds to it and takes nothing away.
`--schrijf` puts the tables into the README beside this file. `--doelen` measures whole commands and a casus that stays
open beside what was aimed at, and `--stappen` where the time of a command goes; both go into the README as well.
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

import live
import stages
from content import cards, casus

HERE = Path(__file__).resolve().parent
DATE = "2026-12-03"
AGAIN = "again"
"""In place of an argument: measured when one text was changed, with what was kept of the run before."""
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


def measure(command: Sequence[str | Path], kept: Path | str = "") -> Run:
    """Run a command that has to succeed; in the folder `kept` it finds what the one before it set, or nothing."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["SPEELVELD_CACHE"] = str(kept)
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


AIMS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("maak zutphen-dementie", ("maak",), 1.5),
    ("maak, made again after one text changed", ("maak", AGAIN), 0.8),
    ("maak --profiel web", ("maak", "--profiel", "web"), 2.0),
    ("maak --profiel drukker", ("maak", "--profiel", "drukker"), 1.6),
    ("controleer zutphen-dementie", ("controleer",), 0.9),
    ("controleer, again after one text changed", ("controleer", AGAIN), 0.45),
    ("proefspeel zutphen-dementie", ("proefspeel",), 2.5),
)
"""What a person waits for, the command, and the seconds aimed at; of `controleer` these are of the processor."""


def aims(times: int, say: Callable[[str], None]) -> list[str]:
    """Return the lines of a table of what was aimed at and what was measured."""
    lines: list[str] = []

    def add(*cells: str) -> None:
        lines.append(f"| {' | '.join(cells)} |")
        say(lines[-1])

    add("work", "aim", "time", "processor")
    add("---", "---:", "---:", "---:")
    for name, (command, *rest), aim in AIMS:
        runs = [_alone(command, [each for each in rest if each != AGAIN], again=AGAIN in rest) for _ in range(times)]
        of = " of the processor" if command == "controleer" else ""
        wall, worked = median(run.seconds for run in runs), min(run.worked for run in runs)
        add(name, f"{aim:g} s{of}", f"{wall:.2f} s", f"{worked:.2f} s")
    for name, make in (("zutphen-dementie", live.zutphen), ("60 opgaven, 60 own cards", live.large)):
        found = live.measure(make)
        add(f"one text changed while it stays open ({name}): its card as a picture", "30 ms", "", _ms(found.picture))
        add(f"all that changes by that ({name})", "150 ms", "", _ms(found.everything))
    return lines


def _alone(command: str, rest: Sequence[str], *, again: bool) -> Run:
    """Run a command on a copy of a casus; `again` once more, when one text is another."""
    with tempfile.TemporaryDirectory() as name:
        place = live.zutphen(Path(name))
        into = () if command == "controleer" else ("--uit", str(Path(name) / "kit"))
        line = [sys.executable, "-m", "speelveld", command, str(place), *rest, "--datum", DATE, *into]
        if not again:
            return measure(line)
        kept = Path(name) / "bewaard"
        measure(line, kept)
        file = place / "casus.yaml"
        text = file.read_text(encoding="utf-8")
        row = next(row for row in text.splitlines() if row.lstrip().startswith("schuurt:"))
        file.write_text(text.replace(row, f"{row} Soms.", 1), encoding="utf-8")
        return measure(line, kept)


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.0f} ms"


def main() -> None:
    """Measure, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aantallen", default="1,100,1000,10000", help="numbers of cards")
    parser.add_argument("--keer", type=int, default=5, help="how many times each, up to 1000 cards")
    parser.add_argument("--schrijf", action="store_true", help="write the tables into benchmarks/README.md")
    parser.add_argument("--doelen", action="store_true", help="what a person waits for, beside what was aimed at")
    parser.add_argument("--stappen", action="store_true", help="where the time of a command goes, stage by stage")
    parser.add_argument("--zonder-kaarten", action="store_true", help="without the table beside other programs")
    asked = parser.parse_args()
    counts = [int(part) for part in asked.aantallen.split(",")]

    def say(line: str) -> None:
        print(line, flush=True)

    found: dict[str, list[str]] = {}
    if asked.doelen:
        found["aims"] = aims(asked.keer, say)
    if asked.stappen:
        found["stages"] = stages.table(asked.keer)
        say("\n".join(found["stages"]))
    if not asked.zonder_kaarten:
        found["table"] = table(counts, asked.keer, say)
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    beside = "" if asked.zonder_kaarten else f", Typst {version('typst')}"
    about = f"Medians of {asked.keer} runs (one run for 10 000 cards) on {machine}{beside}."
    print(f"\n{about}")
    if asked.schrijf:
        write(found, about)


def write(found: dict[str, list[str]], about: str) -> None:
    """Put tables into the README, each between its marks; the others stay as they are."""
    path = HERE / "README.md"
    text = path.read_text(encoding="utf-8")
    for name, lines in found.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, _, rest = text.partition(begin)
        assert end in rest, f"the README has no place for '{name}'"
        told = "\n".join(lines)
        text = f"{before}{begin}\n\n{about}\n\n{told}\n\n{end}{rest.partition(end)[2]}"
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
