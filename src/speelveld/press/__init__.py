"""Frames and sheet plans in, the pages of each print job out, with words and marks in the margins; nothing is drawn here."""

from speelveld.press.assemble import Setting, card_pages, paper_pages, plate_pages, tile_pages
from speelveld.press.imprint import Imprint
from speelveld.press.page import Laid, Page, Part, Print

__all__ = ["Imprint", "Laid", "Page", "Part", "Print", "Setting", "card_pages", "paper_pages", "plate_pages", "tile_pages"]
