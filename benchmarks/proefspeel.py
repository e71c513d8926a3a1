"""How long playing takes, in time of the processor: three kinds of teams, the variants, and the search for a number.

Warm, in one process: imports and reading the casus are not counted. Others may use the machine meanwhile.
"""

import argparse
import time
from collections.abc import Callable, Mapping
from statistics import median

from speelveld.build.pipeline import load, rules_of
from speelveld.deck import choose_cards
from speelveld.proefspeel.knob import find_knob
from speelveld.proefspeel.many import TEAMS, play_team
from speelveld.proefspeel.table import Table
from speelveld.proefspeel.trial import run_trial
from speelveld.resources import examples

GAMES = 10_000


def measured(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keer", type=int, default=3, help="how many times each")
    asked = parser.parse_args()
    loaded = load(examples()["zutphen-dementie"], "zutphen-dementie")
    cards = choose_cards(loaded.casus, loaded.deck)

    def make(changed: Mapping[str, int]) -> Table:
        rules = rules_of(loaded.casus, loaded.files, changed)
        return Table(rules, cards.rollen, cards.aanpakken, cards.kansen, cards.uitdagingen)

    table = make({})
    poor = {team: play_team(make({"geld": 9}), kind, GAMES, 1) for team, kind in TEAMS.items()}
    works: dict[str, Callable[[], object]] = {
        f"{GAMES} games of the three kinds": lambda: [play_team(table, kind, GAMES, 1) for kind in TEAMS.values()],
        "the same, with the seven variants": lambda: run_trial(lambda _: table, GAMES, 1, lambda _: None),
        "the search for a number": lambda: find_knob(lambda n: make({"geld": 9, **n}), poor, 1),
    }
    print("| work | time |\n| --- | ---: |")
    for name, work in works.items():
        print(f"| {name} | {median(measured(work) for _ in range(asked.keer)):.1f} s |")


if __name__ == "__main__":
    main()
