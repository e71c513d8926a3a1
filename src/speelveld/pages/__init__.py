"""Frames and sheet plans in, the pages of each print job out, with words and marks in the margins; draws nothing."""

from speelveld.pages.cards import card_pages, numbered_cards
from speelveld.pages.correct import Corrector
from speelveld.pages.folded import folded_pages
from speelveld.pages.imprint import Imprint
from speelveld.pages.large import behind, paper_pages, tile_pages
from speelveld.pages.page import Laid, Page, Part, Print, Section, SetOnderdeel
from speelveld.pages.single import single_pages
from speelveld.pages.tableau import tableau

__all__ = [
    "Corrector",
    "Imprint",
    "Laid",
    "Page",
    "Part",
    "Print",
    "Section",
    "SetOnderdeel",
    "behind",
    "card_pages",
    "folded_pages",
    "numbered_cards",
    "paper_pages",
    "single_pages",
    "tableau",
    "tile_pages",
]
