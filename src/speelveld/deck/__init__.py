"""Casus, standard deck and rules in; components with their faces out."""

from speelveld.deck.build import OWN_CARDS, Component, Face, Kaart, components, own_components, with_data
from speelveld.deck.cards import Cards, choose_cards, shortages
from speelveld.deck.kit import Kit, Onderdeel, PrintJob
from speelveld.deck.kit_file import load_kit
from speelveld.deck.naming import FILTERS, filters, named, wording_of
from speelveld.deck.playable import unplayable

__all__ = [
    "FILTERS",
    "OWN_CARDS",
    "Cards",
    "Component",
    "Face",
    "Kaart",
    "Kit",
    "Onderdeel",
    "PrintJob",
    "choose_cards",
    "components",
    "filters",
    "load_kit",
    "named",
    "own_components",
    "shortages",
    "unplayable",
    "with_data",
    "wording_of",
]
