"""Pictures damaged in every way: each is read, or refused with a message; no other error, and not much memory.

    python -m tests.tools.mutated_pictures --count 500 --seed 2026

Sound pictures of every kind (`tests/makers/pictures.py`) are cut off, changed byte by byte, and their chunks left out,
repeated or swapped. Each result goes through what `controleer` and `maak` do with it. What raises anything but a
`PictureError` is printed, and how much memory the process took at most.
"""

import argparse

from tests.makers.pictures import damaged, outcome, sound_pictures
from tests.tools.damaged import try_all


def main() -> None:
    """Try as many as were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args()
    try_all(sound_pictures(), damaged, outcome, arguments.count, arguments.seed)


if __name__ == "__main__":
    main()
