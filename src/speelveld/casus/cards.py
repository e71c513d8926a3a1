"""The cards of the game as data: rollen, aanpakken, kansen and uitdagingen, of the standard deck or of a casus."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import PrivateAttr

from speelveld.casus.fields import GroepVeld, IcoonVeld, KrachtVeld, UrlVeld
from speelveld.casus.kaart import Kaart
from speelveld.casus.portret import Portret
from speelveld.written.element import Written
from speelveld.written.fields import IdVeld, TekstVeld, getal, veld
from speelveld.written.hints import quote
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

# No card ever moves the pawn back.
Stappen = Annotated[int, getal(0, 12)]
Effect = Annotated[int, getal(-10, 10)]


class Speelkaart(Written):
    """What all cards have; a card of a casus may replace one of the standard deck."""

    id: IdVeld = veld("Korte naam van de kaart; zonder id wordt hij van de titel gemaakt.", "vrije-dag")
    vervangt: TekstVeld | None = veld(
        "De id van de standaardkaart die deze kaart vervangt.", "mantelzorger", default=None
    )
    icoon: IcoonVeld | None = veld("Het teken van deze kaart: een icoon van lucide.dev.", "sprout", default=None)
    bron: TekstVeld | None = veld("Waar dit in de praktijk vandaan komt.", "Wie dit deed, waar, 2024", default=None)
    url: UrlVeld | None = veld("Waar dit op het web staat.", "https://www.cbs.nl", default=None)
    nagezocht: TekstVeld | None = veld(
        "Of de bron is nagezocht en gevonden; dit wordt niet gedrukt.", "niet gevonden", default=None
    )


class Rol(Speelkaart):
    """Someone at the table."""

    naam: TekstVeld = veld("Wie dit is.", "Mantelzorger")
    groep: GroepVeld = veld("De groep waar deze rol bij hoort.", "inwoners")
    kracht: KrachtVeld = veld("Waar deze rol mee kan helpen.", "kennis")
    uitspraak: TekstVeld = veld("Wat deze rol zegt, in de ik-vorm.", "Ik zorg graag, maar niet elke dag.")
    wil: TekstVeld = veld("Wat deze rol wil.", "Eén vaste dag per week vrij zijn.")
    brengt: TekstVeld = veld("Wat deze rol inbrengt.", "Ervaring met wat thuis wel en niet werkt.")
    niet_alleen: TekstVeld = veld("Wat deze rol niet alleen kan.", "U kunt de zorg niet alleen regelen.")
    portret: Portret | None = veld("Hoe deze persoon eruitziet; de rest kiest het programma.", default=None)


class Aanpak(Speelkaart):
    """A step of a route: what it costs and brings."""

    titel: TekstVeld = veld("Hoe deze aanpak heet.", "Gesprek aan de keukentafel")
    tekst: TekstVeld = veld("Wat u doet, heel concreet.", "Wij praten met acht mensen aan één tafel.")
    geld: Annotated[int, getal(0, 60)] = veld("Wat dit kost in geldfiches.", "1")
    tijd: Annotated[int, getal(0, 20)] = veld("Wat dit kost in kwartalen.", "1")
    stappen: Stappen = veld("Hoeveel stappen de pion vooruit gaat.", "2")
    steun: Effect = veld("Hoeveel steun erbij komt of eraf gaat.", "1", default=0)
    regie: Effect = veld("Hoeveel regie erbij komt of eraf gaat.", "1", default=0)
    vraagt: tuple[GroepVeld, ...] = veld("De groepen die hiervoor nodig zijn.", "[inwoners]", default=())

    def _agree(self) -> None:
        """Refuse a group that is named twice."""
        for number, groep in enumerate(self.vraagt):
            if groep in self.vraagt[:number]:
                place = groep.source if isinstance(groep, Tekst) else None
                raise RefusedError(f"groep {quote(groep)} staat twee keer bij 'vraagt'", "haal er een weg", place)


class Voorwaarde(Written):
    """What a mogelijkheid asks for: a group, a kracht or an amount of regie."""

    groep: GroepVeld | None = veld("Een rol uit deze groep moet helpen.", "inwoners", default=None)
    kracht: KrachtVeld | None = veld("Een rol met deze kracht moet helpen.", "kennis", default=None)
    regie: Annotated[int, getal(0, 6)] | None = veld("Zoveel regie is nodig.", "3", default=None)

    def _agree(self) -> None:
        """Refuse another number of conditions than one."""
        given = [name for name in ("groep", "kracht", "regie") if getattr(self, name) is not None]
        if len(given) != 1:
            found = " en ".join(f"'{name}'" for name in given) or "niets"
            message = f"onder 'als' hoort één van groep, kracht en regie; hier staat {found}"
            raise RefusedError(message, "schrijf bijvoorbeeld: als: {groep: inwoners}")


class Uitweg(Written):
    """A way out of a kans or uitdaging, with what it costs and brings."""

    tekst: TekstVeld = veld("Wat u doet.", "Wij huren het pand voor een jaar.")
    geld: Effect = veld("Geldfiches erbij of eraf.", "-1", default=0)
    tijd: Effect = veld("Kwartalen erbij of eraf.", "-1", default=0)
    steun: Effect = veld("Steun erbij of eraf.", "1", default=0)
    regie: Effect = veld("Regie erbij of eraf.", "1", default=0)
    stappen: Annotated[int, getal(0, 10)] = veld("Stappen vooruit.", "1", default=0)


class Mogelijkheid(Uitweg):
    """The way out that is open only under a condition."""

    als: Voorwaarde = veld("Wanneer dit kan: één van groep, kracht en regie.", "{groep: inwoners}")


class Gebeurtenis(Speelkaart):
    """A kans or an uitdaging: a situation and two ways out."""

    titel: TekstVeld = veld("Wat er gebeurt, in een paar woorden.", "Een leeg winkelpand")
    tekst: TekstVeld = veld("De situatie.", "In de winkelstraat staat een pand leeg.")
    regels: Uitweg = veld("De uitweg volgens de regels; die kan altijd.")
    mogelijkheid: Mogelijkheid = veld("De uitweg vanuit mogelijkheden; die kan onder een voorwaarde.")


class Basisdeck(Written):
    """The standard deck: cards that any casus can be played with."""

    rollen: tuple[Rol, ...] = veld("Rolkaarten.", min_length=1)
    aanpakken: tuple[Aanpak, ...] = veld("Aanpakkaarten.", min_length=1)
    kansen: tuple[Gebeurtenis, ...] = veld("Kanskaarten.", min_length=1)
    uitdagingen: tuple[Gebeurtenis, ...] = veld("Uitdagingkaarten.", min_length=1)

    _vrij: Mapping[str, tuple[Kaart, ...]] = PrivateAttr(default_factory=dict)

    @property
    def vrij(self) -> Mapping[str, tuple[Kaart, ...]]:
        """The cards of kinds that the program does not know, by the name of their file."""
        return self._vrij

    def with_free(self, vrij: Mapping[str, tuple[Kaart, ...]]) -> Self:
        """Return the deck with these beside its own."""
        deck = self.model_copy()
        deck._vrij = vrij
        return deck
