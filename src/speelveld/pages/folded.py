"""Cards → the pages of fold sheets, for a printer that prints on one side: each card beside its back."""

from functools import partial

from speelveld.geometry import Size
from speelveld.pages.cards import numbered_cards
from speelveld.pages.imprint import Imprint
from speelveld.pages.page import Laid, Page, Part, SetOnderdeel
from speelveld.pages.words import fold_words, sheet_title
from speelveld.sheet.fold import fold_sheets


def folded_pages(setting: SetOnderdeel, card: Size, paper: Size, weight: str, imprint: Imprint) -> Part:
    """Return the sheets to fold, glue and cut.

    Raises:
        ValueError: the card does not fit the paper with its back beside it.
    """
    faces, cards, fill = numbered_cards(setting)
    laid = [partial(Laid, face, shared=number >= len(setting.fronts)) for number, face in enumerate(faces)]
    found = fold_sheets(card, cards, paper, fill)
    pages = []
    for number, fold in enumerate(found, 1):
        title = sheet_title(setting.titel, number, len(found))
        side, words = fold.sheet.front, fold_words(title, weight)
        cells = (laid[spot.face](spot.box, spot.turn) for spot in side.placements)
        pages.append(Page(fold.sheet.paper, (*cells, *imprint.side(fold.sheet.paper, side, words, title, fold.folds))))
    return Part(
        setting.naam, setting.titel, tuple(pages), len(pages), setting.per, len(cards), setting.step, folded=True
    )
