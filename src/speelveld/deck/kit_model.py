"""What stands in a `kit.yaml`, as its author writes it: print jobs and components."""

from typing import Annotated, get_args

from speelveld.casus import CASUS_KEYS, card_format
from speelveld.deck.kit import OpdrachtSoort, Sides
from speelveld.geometry import Size
from speelveld.paper import PAPERS
from speelveld.units import mm
from speelveld.written.element import Written
from speelveld.written.extending import BreidtUitVeld
from speelveld.written.fields import EenOfMeer, IdVeld, JaNeeVeld, TekstVeld, genoemd, getal, keuze, lees, veld
from speelveld.written.hints import quote
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

OPDRACHT, BRON = "opdracht", "bron"
"""The nouns of the names that `genoemd` looks up: print jobs, and what cards come from."""

# What is made only beside cards in large print shows this.
LARGE_PRINT = "grootletter"
_CHOSEN = ("keuze", "bord")  # as asked on the command line
_PER = ("tafel", "speler", "spelleider", "avond")
_MOST_BLANKS = 100
_MOST_TABLES = 12
_SMALLEST = 10  # millimetres: what is smaller cannot be held, nor cut


def _size(tekst: Tekst) -> Size:
    """Return the size of a card, or of a fiche, which is smaller than any card of a casus may be."""
    size = card_format(tekst)
    if min(size.width, size.height) < mm(_SMALLEST):
        raise RefusedError(f"een kaart van {quote(tekst)} kan niet", f"kies een maat van {_SMALLEST} mm of meer")
    return size


class OpdrachtRegel(Written):
    """One PDF to print."""

    naam: IdVeld = veld("Hoe de opdracht heet; ook in de namen van bestanden.", "brieven")
    titel: TekstVeld = veld("Hoe hij heet op papier.", "Brieven voor thuis")
    soort: Annotated[OpdrachtSoort, keuze(*get_args(OpdrachtSoort))] = veld("Hoe hij wordt geprint.", "bladzijden")
    papier: Annotated[str, keuze(*_CHOSEN, *PAPERS)] = veld("Het papier, of 'keuze'.", "a4")
    gewicht: TekstVeld = veld("Hoe zwaar het papier is.", "80 gram")
    zijden: Annotated[Sides, keuze(*get_args(Sides))] = veld("Hoeveel zijden.", "enkel")
    eerst: JaNeeVeld = veld("Of hij nummer 0 krijgt en voor alle andere komt.", "true", default=False)
    na: TekstVeld | None = veld("Na welke opdracht deze komt.", "papieren", default=None)


class OnderdeelRegel(Written):
    """A component of the kit."""

    naam: IdVeld = veld("Hoe het onderdeel heet; ook voor --alleen.", "bedankbrief")
    titel: TekstVeld = veld("Hoe het heet op papier.", "Bedankbrief")
    layout: TekstVeld = veld("De opmaak.", "bedankbrief.xml.j2")
    opdracht: Annotated[tuple[Annotated[Tekst, genoemd(OPDRACHT)], ...], EenOfMeer] = veld(
        "In welke opdracht het komt, of een lijst daarvan.", "papieren", min_length=1
    )
    per: Annotated[str, keuze(*_PER)] = veld("Voor wie er een nodig is.", "tafel", default="tafel")
    soort: TekstVeld | None = veld("Een woord dat de opmaak kan lezen.", "opgave", default=None)
    letter: TekstVeld | None = veld("De letter voor het nummer van een kaart.", "O", default=None)
    van: Annotated[Tekst, genoemd(BRON)] | None = veld("Waar de kaarten vandaan komen.", "opgaven", default=None)
    formaat: Annotated[Size, lees(_size)] | None = veld("Het formaat van een kaart.", "groot", default=None)
    achter: TekstVeld | None = veld("De opmaak van de achterkant.", "opgavekaart-achter.xml.j2", default=None)
    achter_per: Annotated[str, keuze("soort", "groep", "kaart")] = veld(
        "Waarvoor de achterkant verschilt.", "groep", default="soort"
    )
    leeg: TekstVeld | None = veld("De opmaak van een lege kaart.", "opgavekaart-leeg.xml.j2", default=None)
    leeg_aantal: Annotated[int, getal(0, _MOST_BLANKS)] = veld("Hoeveel lege kaarten ten minste.", "2", default=0)
    toont: Annotated[str, keuze(*CASUS_KEYS, LARGE_PRINT)] | None = veld(
        "Alleen maken als de casus dit heeft, of bij grote letters.", "verloop", default=None
    )
    vanaf_tafels: Annotated[int, getal(1, _MOST_TABLES)] = veld(
        "Alleen maken als er zoveel tafels zijn, of meer.", "2", default=1
    )
    laat: JaNeeVeld = veld("Of het aantallen vellen noemt en het laatst komt.", "true", default=False)
    achterop: JaNeeVeld = veld("Of het begint op de achterkant van wat ervoor komt.", "true", default=False)
    na: TekstVeld | None = veld("Na welk onderdeel dit komt.", "casusblad", default=None)


class KitBestand(Written):
    """A whole `kit.yaml`."""

    breidt_uit: BreidtUitVeld | None = veld(
        "Dat dit bestand dat van het programma uitbreidt.", "standaard", default=None
    )
    opdrachten: tuple[OpdrachtRegel, ...] = veld("De opdrachten, op volgorde van printen.", min_length=1)
    onderdelen: tuple[OnderdeelRegel, ...] = veld("De onderdelen.", min_length=1)
    weglaten: tuple[TekstVeld, ...] = veld("Onderdelen die er niet meer bij horen.", "[doosjes]", default=())
