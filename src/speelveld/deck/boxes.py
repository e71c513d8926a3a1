"""The kinds of card of a kit → a box for each: which cards go in, how many, and its net."""

from collections.abc import Iterable
from dataclasses import dataclass

from speelveld.deck.kit import Onderdeel
from speelveld.paper import OFFICE_PAPERS, PAPERS, THICKNESS
from speelveld.sheet.box import Net, boxes
from speelveld.sheet.fold import folding
from speelveld.sheet.imposition import card_sheet

PAPER = PAPERS[OFFICE_PAPERS[0]]


@dataclass(frozen=True, slots=True)
class Doosje:
    """One box: for which kind of card, which one of how many, and its net.

    `aantal` cards lie in this one; `kaarten` and `lege` are those of the kind in all its boxes, with text and blank.
    """

    titel: str
    soort: str
    letter: str
    deel: int
    delen: int
    aantal: int
    kaarten: int
    lege: int
    net: Net


def boxed(
    kinds: Iterable[tuple[Onderdeel, int]], paper: str, thickness: float | None, *, folded: bool
) -> tuple[list[Doosje], list[str]]:
    """Return the boxes for the kinds of card with their numbers, and what to say of a kind that gets none.

    `paper` is what the cards are printed on: blank cards fill its last sheet. A card that is `folded` is twice as
    thick.
    """
    doosjes: list[Doosje] = []
    remarks: list[str] = []
    for onderdeel, count in kinds:
        assert onderdeel.formaat is not None
        two_layers = folded and onderdeel.achter is not None
        thick = (thickness or THICKNESS) * (2 if two_layers else 1)
        try:
            total = _with_blanks(onderdeel, count, paper, two_layers=two_layers)
            if not total:
                continue
            nets = boxes(onderdeel.formaat, total, thick, PAPER)
        except ValueError as error:
            remarks.append(f"{onderdeel.titel}: geen doosje: {error}")
            continue
        doosjes += [
            Doosje(
                onderdeel.titel,
                onderdeel.soort,
                onderdeel.letter,
                number,
                len(nets),
                net.count,
                count,
                total - count,
                net,
            )
            for number, net in enumerate(nets, 1)
        ]
    return doosjes, remarks


def _with_blanks(onderdeel: Onderdeel, count: int, paper: str, *, two_layers: bool) -> int:
    if onderdeel.leeg is None:
        return count
    assert onderdeel.formaat is not None
    if two_layers:
        places = folding(onderdeel.formaat, PAPERS[paper]).pairs
    else:
        places = card_sheet(onderdeel.formaat, PAPERS[paper]).places
    return -(-(count + onderdeel.leeg_aantal) // places) * places
