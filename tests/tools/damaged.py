"""Files damaged in every way, one after the other: what becomes of each, and how much memory that took at most."""

import random
import resource
from collections import Counter
from collections.abc import Callable, Sequence


def try_all(
    sound: Sequence[tuple[str, bytes]],
    damaged: Callable[[bytes, random.Random], bytes],
    outcome: Callable[[bytes], str],
    count: int,
    seed: int,
) -> None:
    """Print how many were drawn and refused, and every fault; exit with 1 if there is one."""
    chance, counts = random.Random(seed), Counter[str]()
    for number in range(count):
        name, data = chance.choice(sound)
        found = outcome(damaged(data, chance))
        counts[found.partition(":")[0]] += 1
        if found.startswith("fout"):
            print(f"{number} {name}: {found}")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{dict(counts)}; ten hoogste {most} MB")
    raise SystemExit(1 if counts["fout"] else 0)
