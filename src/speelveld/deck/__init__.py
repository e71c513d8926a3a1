"""Casus, standard deck and rules in; components with their faces out."""

from speelveld.deck.build import Component, Face, Kaart, components, own_components, with_data
from speelveld.deck.cards import Cards, choose_cards
from speelveld.deck.kit import Kit, Onderdeel, PrintJob, load_kit
from speelveld.deck.words import FILTERS

__all__ = [
    "FILTERS",
    "Cards",
    "Component",
    "Face",
    "Kaart",
    "Kit",
    "Onderdeel",
    "PrintJob",
    "choose_cards",
    "components",
    "load_kit",
    "own_components",
    "with_data",
]
