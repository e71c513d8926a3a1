"""Fonts damaged in every way: each is drawn, or refused with a message; no other error, and not much memory.

    python -m tests.tools.mutated_fonts --count 500 --seed 2026 [FILE …]

Sound fonts of every kind (`tests/makers/fonts.py`), or the files that are named, are cut off, changed byte by byte, and
their tables mixed up. Each result goes through what `controleer` and `maak` do with it. What raises anything but a
`FontError` is printed, and how much memory the process took at most.
"""

import argparse
import random
import resource
from collections import Counter
from pathlib import Path

from tests.makers.fonts import damaged, outcome, sound_fonts


def main() -> None:
    """Print how many were drawn and refused, and every fault; exit with 1 if there is one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    fonts = [(path.name, path.read_bytes()) for path in arguments.files] or sound_fonts()
    counts: Counter[str] = Counter()
    for number in range(arguments.count):
        name, data = chance.choice(fonts)
        found = outcome(damaged(data, chance))
        counts[found.partition(":")[0]] += 1
        if found.startswith("fout"):
            print(f"{number} {name}: {found}")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{dict(counts)}; ten hoogste {most} MB")
    raise SystemExit(1 if counts["fout"] else 0)


if __name__ == "__main__":
    main()
