"""Print docs/minuten.md: the minutes of each phase in the draaiboek, and those that the model counts for 4 and 5.

python -m tests.tools.minuten > docs/minuten.md
"""

from collections.abc import Iterator

import numpy as np

from speelveld.deck.rules import Rules
from speelveld.proefspeel.arrays import Floats
from speelveld.proefspeel.chance import Chance
from speelveld.proefspeel.deal import deal
from speelveld.proefspeel.game import play
from speelveld.proefspeel.minutes import by_phase, quickly
from speelveld.proefspeel.samen import Samen
from speelveld.resources import examples
from tests.proefspeel.worlds import standard

GAMES, SEED = 2500, 2026
LENGTHS = (120, 90)
CASUSSEN = sorted([*examples(), "nieuw"])

TEXT = """\
# Minuten: het draaiboek en het model

Past een avond in de tijd? Het draaiboek geeft minuten per fase. Het programma rekent na hoelang fase 4 en 5 duren,
met de minuten onder `praattijd` in `decks/basis/spel.yaml`. Dat is een schatting: nog niemand heeft een avond gemeten.

Dit blad is gemaakt met `python -m tests.tools.minuten`: {games} potjes van het team *samen*, met zaad {seed}.

## Wat het draaiboek geeft
Van fase 5 gaan er {buiten_spel} minuten naar uitleg, de tussenstand en opschrijven. Wat overblijft, is om te spelen.

{phases}

## Wat het model telt
Wat de tafel van de aanpakken hoort, telt het model bij de route. In het draaiboek staan
die {lezen} minuten bij het dreamteam.

In elk vak staan twee getallen: na zoveel minuten is de helft van de tafels klaar, en na zoveel acht van de tien tafels.
De fasen 4 en 5 samen moeten passen in de minuten om te spelen. Wie lang legt, heeft onderweg minder tijd.

Zijn er nog {vlug} minuten om te spelen? Dan speelt de tafel de rest vlug (regel 27): met alle kaarten, zonder gesprek.
Wij rekenen dan {keer} minuut voor elke aanpak en elke kaart. De uitkomst van het spel verandert daar niet van. In de
laatste kolom staat hoeveel potjes er dan passen.

{model}
"""


def main() -> None:
    """Print the document."""
    print(document(), end="")


def document() -> str:
    """Return the document as it should be."""
    rules = {duur: standard(duur).rules for duur in LENGTHS}
    return TEXT.format(
        games=f"{GAMES:,}".replace(",", "."),
        seed=SEED,
        buiten_spel=rules[LENGTHS[0]].buiten_spel,
        vlug=rules[LENGTHS[0]].vlug,
        keer=str(rules[LENGTHS[0]].vlug_keer).replace(".", ","),
        lezen=" of ".join(str(rules[duur].lezen) for duur in LENGTHS),
        phases="\n".join(_phases(rules)),
        model="\n".join(_model(rules)),
    )


def _phases(rules: dict[int, Rules]) -> Iterator[str]:
    yield "| fase | " + " | ".join(f"{duur} minuten" for duur in LENGTHS) + " |"
    yield "| --- |" + " ---: |" * len(LENGTHS)
    for fase in rules[LENGTHS[0]].fasen:
        there = [rules[duur].fase(fase.id) for duur in LENGTHS]
        yield f"| {fase.naam} | " + " | ".join(str(each.minuten) if each else "–" for each in there) + " |"
    yield "| alle fasen | " + " | ".join(str(rules[duur].fasen[-1].eind) for duur in LENGTHS) + " |"
    yield "| om te spelen, in Route en Onderweg | " + " | ".join(str(rules[duur].speeltijd) for duur in LENGTHS) + " |"


def _model(rules: dict[int, Rules]) -> Iterator[str]:
    yield "| casus | duur | 4: Route | 5: Onderweg | 4 en 5 samen | om te spelen | potjes die passen | vlug gespeeld |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for casus in CASUSSEN:
        for duur in LENGTHS:
            route, onderweg, quick = _played(casus, duur)
            both, room = route + onderweg, rules[duur].speeltijd
            cells = " | ".join(f"{_part(times, 50)} / {_part(times, 80)}" for times in (route, onderweg, both))
            fits, late = (round(100 * float((times <= room).mean())) for times in (both, quick))
            yield f"| {casus} | {duur} | {cells} | {room} | {fits} % | {late} % |"


def _played(casus: str, duur: int) -> tuple[Floats, Floats, Floats]:
    table = standard(duur, casus)
    games = play(table, deal(table, Chance(SEED, 0, 0), GAMES), Samen(Chance(SEED, 0, 1)))
    route, onderweg = by_phase(games, Chance(SEED, 0, 2))
    return route, onderweg, quickly(games, route, onderweg)


def _part(times: Floats, percent: int) -> str:
    return f"{float(np.percentile(times, percent)):.1f}".replace(".", ",")


if __name__ == "__main__":
    main()
