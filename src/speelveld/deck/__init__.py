"""Casus, standard deck and rules in; components with their faces out."""

from speelveld.deck.build import (
    OWN_CARDS,
    Face,
    Kaart,
    OnderdeelFaces,
    is_made,
    kit_faces,
    not_made,
    own_onderdelen,
    with_data,
)
from speelveld.deck.cards import Cards, choose_cards, shortages
from speelveld.deck.kit import Kit, Onderdeel, Opdracht
from speelveld.deck.kit_file import SOURCES, load_kit
from speelveld.deck.naming import asks, named, wording_of
from speelveld.deck.playable import unplayable
from speelveld.deck.practice import practice_game
from speelveld.deck.shared import Shared
from speelveld.deck.swapped import only_of_a_gemeente

__all__ = [
    "OWN_CARDS",
    "SOURCES",
    "Cards",
    "Face",
    "Kaart",
    "Kit",
    "Onderdeel",
    "OnderdeelFaces",
    "Opdracht",
    "Shared",
    "asks",
    "choose_cards",
    "is_made",
    "kit_faces",
    "load_kit",
    "named",
    "not_made",
    "only_of_a_gemeente",
    "own_onderdelen",
    "practice_game",
    "shortages",
    "unplayable",
    "with_data",
    "wording_of",
]
