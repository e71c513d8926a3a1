"""The casus: what its author writes, checked and frozen."""

from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import ModelWrapValidatorHandler, PrivateAttr, model_validator

from speelveld.casus.cards import Aanpak, Gebeurtenis, Rol
from speelveld.casus.extras import Afbeelding, Bijeenkomst, Cijfer, Gebied, Huisstijl, Kaartsoort, Spel, Verloop
from speelveld.casus.fields import FormaatVeld, GemeenteVeld, GroepVeld, IcoonVeld, LandschapVeld
from speelveld.casus.language import Taal
from speelveld.casus.woorden import Woorden
from speelveld.errors import Problem, in_order
from speelveld.written.element import Written
from speelveld.written.fields import IdVeld, Ontbreekt, TekstVeld, veld


class Kader(Written):
    """Within what the casus must stay."""

    geld: TekstVeld = veld("Hoeveel geld er is, in woorden.", "Er is 150.000 euro per jaar.")
    tijd: TekstVeld = veld("Hoeveel tijd er is.", "Het plan moet voor de zomer klaar zijn.")
    vast: tuple[TekstVeld, ...] = veld("Wat al vastligt, punt voor punt.", "[De zorg thuis blijft.]", min_length=1)
    beslist: TekstVeld = veld("Wie beslist.", "De gemeenteraad beslist in juni.")
    uitkomst: TekstVeld = veld("Wat er met de uitkomst gebeurt.", "De wethouder antwoordt binnen zes weken.")


class Opgave(Written):
    """What lives among inwoners and asks for work."""

    id: IdVeld = veld("Korte naam van de opgave; zonder id wordt hij van de titel gemaakt.", "vrije-dag")
    titel: TekstVeld = veld("Hoe de opgave heet.", "Een vrije dag voor wie zorgt")
    vraag: TekstVeld = veld("De vraag van de opgave.", "Hoe zorgen we samen dat …?")
    voor_wie: TekstVeld = veld("Voor wie dit is.", "Voor mensen die thuis voor iemand zorgen.")
    schuurt: TekstVeld = veld("Waar het schuurt.", "De opvang sluit om vijf uur.")
    merkt: TekstVeld = veld("Wat mensen straks merken.", "U hebt één vaste dag per week vrij.")
    icoon: IcoonVeld | None = veld("Het teken van deze kaart: een icoon van lucide.dev.", "sprout", default=None)
    cijfer: Cijfer | None = veld("Een cijfer bij deze opgave, met bron en jaar.", default=None)
    hart: tuple[GroepVeld, ...] = veld(
        "De twee groepen om wie deze opgave draait.", "[inwoners, vrijwilligers]", default=()
    )
    past: tuple[TekstVeld, ...] = veld(
        "De ids van hoogstens drie aanpakken die bij deze opgave passen.", "[inloop]", default=()
    )


_NO_OPGAVE = Ontbreekt(
    "deze casus heeft nog geen opgave",
    "zet onder 'opgaven:' voor elke opgave een streepje, met titel, vraag, voor_wie, schuurt en merkt",
)


class Casus(Written):
    """One casus of one gemeente."""

    formaat: FormaatVeld = veld("De versie van dit soort bestand.", "1")
    titel: TekstVeld = veld("Hoe de casus heet, kort.", "Leven met dementie in Zutphen")
    gemeente: GemeenteVeld = veld("De naam van de gemeente.", "Zutphen")
    vraag: TekstVeld = veld("De vraag van de casus.", "Hoe zorgen we samen dat …?")
    verhaal: TekstVeld = veld("Het verhaal; laat een regel leeg tussen twee alinea's.", "Een op de vijf mensen …")
    let_op: TekstVeld | None = veld(
        "Wat de spelleider vooraf moet weten, zoals wat u niet belooft.", "Beloof geen huis.", default=None
    )
    opening: TekstVeld | None = veld(
        "Wat de spelleider aan het begin hardop zegt over dit onderwerp.",
        "Niemand hoeft een eigen verhaal te vertellen.",
        default=None,
    )
    slot: TekstVeld | None = veld(
        "Wat de spelleider aan het eind hardop zegt.", "Wilt u verder praten? Bel de huisarts.", default=None
    )
    cijfers: tuple[Cijfer, ...] = veld("Cijfers met bron en jaar.", default=())
    kader: Kader = veld("Waarbinnen het plan moet blijven.")
    opgaven: Annotated[tuple[Opgave, ...], _NO_OPGAVE] = veld("De opgaven, minstens één.", min_length=1)
    rollen: tuple[Rol, ...] = veld("Eigen rolkaarten.", default=())
    aanpakken: tuple[Aanpak, ...] = veld("Eigen aanpakkaarten.", default=())
    kansen: tuple[Gebeurtenis, ...] = veld("Eigen kanskaarten.", default=())
    uitdagingen: tuple[Gebeurtenis, ...] = veld("Eigen uitdagingkaarten.", default=())
    aan_tafel: tuple[TekstVeld, ...] = veld(
        "De ids van de rolkaarten die in elk spel open liggen.", "[mantelzorger]", default=()
    )
    weglaten: tuple[TekstVeld, ...] = veld("De ids van standaardkaarten die niet meedoen.", "[krant-belt]", default=())
    bijeenkomst: Bijeenkomst = veld("De bijeenkomst.", default_factory=Bijeenkomst.model_construct)
    spel: Spel = veld("Waar het spel mee begint.", default_factory=Spel.model_construct)
    woorden: Woorden = veld("Andere woorden voor die van het spel.", default_factory=Woorden.model_construct)
    verloop: Verloop | None = veld("Hoe een leven of proces verloopt.", default=None)
    gebieden: tuple[Gebied, ...] = veld("Welke opgaven waar spelen.", default=())
    huisstijl: Huisstijl = veld("Kleur, logo en lettertype van de gemeente.", default_factory=Huisstijl.model_construct)
    landschap: LandschapVeld = veld("In welke omgeving de straat van deze casus ligt.", "dorp", default="stad")
    afbeelding: Afbeelding | None = veld("Een plaatje voor het casusblad.", default=None)
    kaartsoorten: tuple[Kaartsoort, ...] = veld("Eigen soorten kaarten.", default=())
    taal: Taal = veld(
        "De taal van de casus, en eigen woorden voor de controle van de taal.", default_factory=Taal.model_construct
    )

    _remarks: tuple[Problem, ...] = PrivateAttr(default=())

    @property
    def opgemerkt(self) -> tuple[Problem, ...]:
        """What was odd about the file, and no mistake."""
        return self._remarks

    def with_remarks(self, remarks: Iterable[Problem]) -> Self:
        """Return the casus with what was odd about its file."""
        casus = self.model_copy()
        casus._remarks = tuple(in_order(remarks))
        return casus

    @model_validator(mode="wrap")
    @classmethod
    def _place_defaults(cls, value: Any, build: ModelWrapValidatorHandler[Self]) -> Self:
        """Give the parts that the author left out the place of the casus."""
        casus = build(value)
        for part in (casus.bijeenkomst, casus.spel, casus.huisstijl, casus.woorden):
            part._source = part.source if part.source.name else casus.source
        return casus


CASUS_KEYS = tuple(Casus.model_fields)
"""The keys that a casus may have."""
