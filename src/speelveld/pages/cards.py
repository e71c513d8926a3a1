"""Cards → the pages of sheets to cut: fronts and backs in turn, with marks, ruler and words around them."""

from collections.abc import Sequence
from functools import partial
from itertools import cycle, islice

from speelveld.geometry import Size
from speelveld.pages.imprint import Imprint
from speelveld.pages.page import Laid, Page, Part, SetOnderdeel
from speelveld.pages.words import back_words, front_words, sheet_title
from speelveld.sheet.duplex import Duplex
from speelveld.sheet.imposition import Card, impose
from speelveld.typeset import Frame


def card_pages(setting: SetOnderdeel, card: Size, paper: Size, duplex: Duplex, weight: str, imprint: Imprint) -> Part:
    """Return the sheets of cards; a `card` larger than its frames enlarges them.

    Raises:
        ValueError: the card does not fit the paper.
    """
    faces, cards, fill = numbered_cards(setting)
    # A front is printed once; backs and blank cards come again.
    laid = [partial(Laid, face, shared=number >= len(setting.fronts)) for number, face in enumerate(faces)]
    sheets = impose(card, cards, paper, duplex, fill)
    pages = []
    for number, sheet in enumerate(sheets, 1):
        title = sheet_title(setting.titel, number, len(sheets))
        words = front_words(title, weight, duplex, backed=sheet.back is not None)
        for side, said in ((sheet.front, words), (sheet.back, back_words(title))):
            if side is not None:
                cells = (laid[spot.face](spot.box, spot.turn) for spot in side.placements)
                laid_out = (*cells, *imprint.side(sheet.paper, side, said, title))
                pages.append(Page(sheet.paper, laid_out, back=side is sheet.back))
        if sheet.back is None and duplex is not Duplex.GEEN:
            # In a file that is printed on both sides, the next front would else come behind this one.
            pages.append(Page(sheet.paper, (), back=True))
    return Part(setting.naam, setting.titel, tuple(pages), len(sheets), setting.per, len(cards), setting.step)


def numbered_cards(setting: SetOnderdeel) -> tuple[Sequence[Frame], list[Card], list[Card]]:
    """Return all faces, fronts first, the cards by the numbers of theirs, and blank cards for places that are left."""
    backs = [*setting.back_of, *(back for _, back in setting.blanks)]
    first_back = len(setting.fronts)
    faces = [*setting.fronts, *setting.backs, *(frame for frame, _ in setting.blanks)]
    fronts = [*range(first_back), *range(first_back + len(setting.backs), len(faces))]
    found = [
        Card(front, None if back is None else first_back + back) for front, back in zip(fronts, backs, strict=True)
    ]
    cards, blanks = found[:first_back], found[first_back:]
    return faces, [*cards, *islice(cycle(blanks), setting.blank_count)], blanks
