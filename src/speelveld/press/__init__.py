"""Frames and sheet plans in, the pages of each print job out, with words and marks in the margins; draws nothing."""

from speelveld.press.cards import card_pages, numbered_cards
from speelveld.press.correct import Corrector
from speelveld.press.folded import folded_pages
from speelveld.press.imprint import Imprint
from speelveld.press.large import paper_pages, tile_pages
from speelveld.press.page import Laid, Page, Part, Print, Section, Setting
from speelveld.press.single import single_pages

__all__ = [
    "Corrector",
    "Imprint",
    "Laid",
    "Page",
    "Part",
    "Print",
    "Section",
    "Setting",
    "card_pages",
    "folded_pages",
    "numbered_cards",
    "paper_pages",
    "single_pages",
    "tile_pages",
]
