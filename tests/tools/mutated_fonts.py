"""Fonts damaged in every way: each is drawn, or refused with a message; no other error, and not much memory.

    python -m tests.tools.mutated_fonts --count 500 --seed 2026 [FILE …]

Sound fonts of every kind (`tests/makers/fonts.py`), or the files that are named, are cut off, changed byte by byte, and
their tables mixed up. Each result goes through what `controleer` and `maak` do with it. What raises anything but a
`FontError` is printed, and how much memory the process took at most.
"""

import argparse
from pathlib import Path

from tests.makers.fonts import damaged, outcome, sound_fonts
from tests.tools.damaged import try_all


def main() -> None:
    """Try as many as were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args()
    sound = [(path.name, path.read_bytes()) for path in arguments.files] or sound_fonts()
    try_all(sound, damaged, outcome, arguments.count, arguments.seed)


if __name__ == "__main__":
    main()
