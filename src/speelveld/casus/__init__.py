"""A casus.yaml in, a frozen and checked `Casus` out, of which every text knows its line and column.

Whatever an author can get wrong is an AuthorError with all mistakes at once.
"""

from speelveld.casus.advice import warnings
from speelveld.casus.cards import (
    Aanpak,
    Basisdeck,
    Gebeurtenis,
    Mogelijkheid,
    Rol,
    Speelkaart,
    Uitweg,
    Voorwaarde,
)
from speelveld.casus.deck_files import FOLDER as DECK_FOLDER
from speelveld.casus.deck_files import DeckFiles
from speelveld.casus.deck_loading import load_deck
from speelveld.casus.every_key import every_key
from speelveld.casus.extras import (
    Afbeelding,
    Bijeenkomst,
    Cijfer,
    Gebied,
    Huisstijl,
    Kaartsoort,
    Lettertype,
    Spel,
    Stap,
    Verloop,
)
from speelveld.casus.fields import GROEPEN, KRACHTEN, Controle, Groep, Kracht
from speelveld.casus.files import Bestand, picture_file
from speelveld.casus.kaart import Kaart, card_source
from speelveld.casus.language import Negeer, Taal, Taallijst
from speelveld.casus.loading import Rest, load_casus, load_words, rest_of_casus
from speelveld.casus.model import CASUS_KEYS, Casus, Kader, Opgave
from speelveld.casus.portret import Portret
from speelveld.casus.schema import json_schema
from speelveld.casus.unfinished import left_over
from speelveld.casus.values import card_format
from speelveld.casus.woorden import NieuwWoord, Woorden
from speelveld.casus.wordlist import Woord
from speelveld.written.element import Written
from speelveld.written.places import Places

__all__ = [
    "CASUS_KEYS",
    "DECK_FOLDER",
    "GROEPEN",
    "KRACHTEN",
    "Aanpak",
    "Afbeelding",
    "Basisdeck",
    "Bestand",
    "Bijeenkomst",
    "Casus",
    "Cijfer",
    "Controle",
    "DeckFiles",
    "Gebeurtenis",
    "Gebied",
    "Groep",
    "Huisstijl",
    "Kaart",
    "Kaartsoort",
    "Kader",
    "Kracht",
    "Lettertype",
    "Mogelijkheid",
    "Negeer",
    "NieuwWoord",
    "Opgave",
    "Places",
    "Portret",
    "Rest",
    "Rol",
    "Speelkaart",
    "Spel",
    "Stap",
    "Taal",
    "Taallijst",
    "Uitweg",
    "Verloop",
    "Voorwaarde",
    "Woord",
    "Woorden",
    "Written",
    "card_format",
    "card_source",
    "every_key",
    "json_schema",
    "left_over",
    "load_casus",
    "load_deck",
    "load_words",
    "picture_file",
    "rest_of_casus",
    "warnings",
]
