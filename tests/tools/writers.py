"""Many processes that write kits in one folder at once: is it whole after each, and did all of them get their turn?

python -m tests.tools.writers --writers 4 --rounds 40
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from speelveld.errors import SpeelveldError
from speelveld.kalibratie.printers import load_printers
from speelveld.output.folder import write_kit
from speelveld.sheet.correction import Correction
from tests.oracles.kitfolder import faults

Write = Callable[[Path, int], None]


def write_one(folder: Path, writer: int) -> None:
    """Put the kit of one writer in a folder: its own names, and names that all of them have."""
    files = {f"deel-{number}.pdf": b"van %d" % writer for number in range(8)}
    files |= {f"eigen-{writer}-{number}.pdf": b"van %d" % writer for number in range(4)}
    entries = [{"bestand": name} for name in files]
    write_kit(folder, files, {"programma": "speelveld", "schrijver": writer, "bestanden": entries})


def keep_one(folder: Path, writer: int) -> None:
    """Keep a printer of the writer's own."""
    load_printers(folder).keep(Correction(f"printer {writer}", 1.0, 0.0, 1.0, 1.0))


def at_once(folder: Path, numbers: list[int], write: Write) -> int:
    """Let a process for each of `numbers` write in a folder, all at once; return how many of these failed."""
    ready, go = os.pipe()
    processes = []
    for number in numbers:
        process = os.fork()
        if process == 0:
            status = 1
            try:
                os.close(go)
                os.read(ready, 1)  # returns when the parent closes its end
                write(folder, number)
                status = 0
            except SpeelveldError as error:
                print(error, file=sys.stderr)
            finally:
                os._exit(status)
        processes.append(process)
    os.close(ready)
    os.close(go)
    return sum(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) != 0 for process in processes)


def mixtures(folder: Path) -> Iterator[str]:
    """Yield what is wrong in a folder after several writers: files that are not of the one that wrote last."""
    yield from faults(folder)
    held = {path.read_bytes() for path in folder.rglob("*.pdf")}
    if len(held) != 1 or len(list(folder.rglob("*.pdf"))) != 12:
        yield f"files of {len(held)} writers"


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=40)
    asked = parser.parse_args()
    failed = mixed = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(asked.rounds):
            failed += at_once(Path(name, "kit"), list(range(asked.writers)), write_one)
            found = list(mixtures(Path(name, "kit")))
            mixed += bool(found)
            print(*(f"round {number}: {fault}" for fault in found), sep="\n", end="\n" if found else "")
        everyone = [*range(asked.writers * 10)]
        failed += at_once(Path(name, "printers"), everyone, keep_one)
        kept = len(load_printers(Path(name, "printers")).known)
    print(f"{asked.rounds} rounds of {asked.writers} writers: {mixed} mixtures, {failed} writers refused")
    print(f"{len(everyone)} printers kept at once: {kept} are there")
    return int(bool(mixed or failed or kept < len(everyone)))


if __name__ == "__main__":
    sys.exit(_main())
