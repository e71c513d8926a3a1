"""A part of a kit: what was asked of it, and where it may not come."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from speelveld.build.pipeline import Built
from speelveld.build.place import other_in
from speelveld.errors import Problem
from speelveld.options import Options
from speelveld.output.failures import ELSEWHERE
from speelveld.output.manifest import Earlier


def part_of(options: Options) -> dict[str, object]:
    """Return what was asked, as `kit.json` says it; nothing of a whole kit."""
    return {
        **({"alleen": list(options.only)} if options.only else {}),
        **({"kaarten": list(options.cards)} if options.cards else {}),
        **({"sinds": options.since.name} if options.since else {}),
    }


def refusals(built: Built, folder: Path, options: Options, earlier: Mapping[str, Earlier]) -> Iterator[Problem]:
    """Yield why a kit may not come in `folder`, where `earlier` manifests are."""
    top = earlier.get("")
    if top and built.origin and (other := other_in(top.facts, folder, built.origin.path)):
        yield Problem(f"in '{folder}' ligt de kit van een andere casus: {other}", hint=f"{ELSEWHERE}, of gooi die weg")
    if not part_of(options):
        return
    for at, manifest in earlier.items():
        if at and manifest.facts and "deel" not in manifest.facts:
            message = f"in '{folder / at}' ligt een hele kit, en dit is een deel: dan raakt u de rest kwijt"
            yield Problem(message, hint=ELSEWHERE)
