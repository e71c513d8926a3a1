"""The game's own words, and of which other words Dutch itself says the article and the plural."""

from dataclasses import dataclass
from typing import Literal

from speelveld.errors import Source

Lidwoord = Literal["de", "het"]


@dataclass(frozen=True, slots=True)
class Woord:
    """A noun with what a sentence needs of it; `meervoud` is None for what cannot be counted.

    `samenstelling` is how it begins a longer word: mogelijkheids in mogelijkheidskaart.
    """

    enkelvoud: str
    lidwoord: Lidwoord
    meervoud: str | None
    samenstelling: str
    letter: str = ""
    """The mark of its kind of card or space, if it has one."""
    source: Source | None = None
    """Where a casus names it; nowhere for the game's own."""


# In the order in which a letter is given where words are swapped.
WOORDEN = {
    "dreamteam": Woord("dreamteam", "het", "dreamteams", "dreamteam"),
    "opgave": Woord("opgave", "de", "opgaven", "opgave", "O"),
    "casus": Woord("casus", "de", "casussen", "casus"),
    "speelveld": Woord("speelveld", "het", "speelvelden", "speelveld"),
    "rol": Woord("rol", "de", "rollen", "rol", "R"),
    "aanpak": Woord("aanpak", "de", "aanpakken", "aanpak", "A"),
    "kans": Woord("kans", "de", "kansen", "kans", "K"),
    "uitdaging": Woord("uitdaging", "de", "uitdagingen", "uitdaging", "U"),
    "thematafel": Woord("thematafel", "de", "thematafels", "thematafel", "T"),
    "spelleider": Woord("spelleider", "de", "spelleiders", "spelleider"),
    "route": Woord("route", "de", "routes", "route"),
    "steun": Woord("steun", "de", None, "steun"),
    "regie": Woord("regie", "de", None, "regie"),
    "kracht": Woord("kracht", "de", "krachten", "kracht"),
    # Who asks the question, and the group of roles that work there.
    "gemeente": Woord("gemeente", "de", "gemeenten", "gemeente"),
}

# Words that stand alone or end a longer one, which then has their article and plural: 'buurtkring' is as 'kring'.
_HEADS: dict[str, tuple[Lidwoord, str]] = {
    "bedrijf": ("het", "bedrijven"),
    "begeleider": ("de", "begeleiders"),
    "bibliotheek": ("de", "bibliotheken"),
    "bord": ("het", "borden"),
    "dienst": ("de", "diensten"),
    "doel": ("het", "doelen"),
    "dossier": ("het", "dossiers"),
    "gesprek": ("het", "gesprekken"),
    "gemeenschap": ("de", "gemeenschappen"),
    "groep": ("de", "groepen"),
    "hindernis": ("de", "hindernissen"),
    "instelling": ("de", "instellingen"),
    "kring": ("de", "kringen"),
    "leider": ("de", "leiders"),
    "obstakel": ("het", "obstakels"),
    "plan": ("het", "plannen"),
    "ploeg": ("de", "ploegen"),
    "provincie": ("de", "provincies"),
    "regio": ("de", "regio’s"),
    "regisseur": ("de", "regisseurs"),
    "route": ("de", "routes"),
    "school": ("de", "scholen"),
    "stap": ("de", "stappen"),
    "stichting": ("de", "stichtingen"),
    "tafel": ("de", "tafels"),
    "taak": ("de", "taken"),
    "team": ("het", "teams"),
    "veld": ("het", "velden"),
    "vereniging": ("de", "verenigingen"),
    "verhaal": ("het", "verhalen"),
    "vraag": ("de", "vragen"),
    "waterschap": ("het", "waterschappen"),
}
# Ends that always have this article, with what stands in their place in the plural.
_ENDS: dict[str, tuple[Lidwoord, str]] = {
    "heid": ("de", "heden"),
    "teit": ("de", "teiten"),
    "tie": ("de", "ties"),
    "aging": ("de", "agingen"),
    "eling": ("de", "elingen"),
    "ening": ("de", "eningen"),
    "ering": ("de", "eringen"),
    "gaving": ("de", "gavingen"),
}
_SHORTEST_PART = 3


def known_forms(word: str) -> tuple[Lidwoord, str] | None:
    """Return the article and the plural of `word` where its end leaves no doubt, or None."""
    for head, (article, plural) in _HEADS.items():
        part = word.removesuffix(head)
        if word == head or (part != word and len(part) >= _SHORTEST_PART):
            return article, part + plural if part != word else plural
    for end, (article, plural) in _ENDS.items():
        if word.endswith(end) and len(word) >= len(end) + _SHORTEST_PART:
            return article, word.removesuffix(end) + plural
    return None
