"""What a casus may have besides its opgaven: figures, the meeting, the game, verloop, gebieden, huisstijl."""

from typing import Annotated, ClassVar

from speelveld.casus.fields import (
    CursiefVeld,
    DatumVeld,
    DuurVeld,
    GewoonVeld,
    HalfvetVeld,
    JaarVeld,
    KaartmaatVeld,
    KaartVeld,
    LogoVeld,
    OpmaakVeld,
    PlaatjeVeld,
    UrlVeld,
    VetCursiefVeld,
    VetVeld,
)
from speelveld.written.element import Written
from speelveld.written.fields import IdVeld, KleurVeld, TekstVeld, getal, veld


class Cijfer(Written):
    """A figure with its source."""

    tekst: TekstVeld = veld("Het cijfer, in een zin.", "Een op de vijf mensen krijgt dementie.")
    getal: TekstVeld | None = veld("Welk getal groot op het casusblad komt, of geen.", "37 uur", default=None)
    bron: TekstVeld = veld("Wie dit heeft gemeten.", "Alzheimer Nederland")
    jaar: JaarVeld = veld("Het jaar waar het cijfer over gaat.", "2024")
    url: UrlVeld | None = veld("Waar dit op het web staat.", "https://www.cbs.nl", default=None)
    nagezocht: TekstVeld | None = veld(
        "Of de bron is nagezocht en gevonden; dit wordt niet gedrukt.", "niet gevonden", default=None
    )


class Bijeenkomst(Written):
    """When and where the workshop is, and with how many."""

    datum: DatumVeld | None = veld("De dag: jaar-maand-dag, of in woorden.", "2026-12-03", default=None)
    tijd: TekstVeld | None = veld("Hoe laat het begint.", "19:30", default=None)
    plaats: TekstVeld | None = veld("Waar het is.", "Gemeentehuis, raadzaal", default=None)
    contact: TekstVeld | None = veld("Bij wie mensen terechtkunnen.", "naam@voorbeeld.nl", default=None)
    spelleider: TekstVeld | None = veld("Wie het spel leidt.", "de gebiedsmanager", default=None)
    duur: DuurVeld = veld("Hoeveel minuten het duurt: 120 of 90.", "120", default=120)
    tafels: Annotated[int, getal(1, 12)] | None = veld("Aantal tafels.", "2", default=None)
    deelnemers: Annotated[int, getal(1, 84)] | None = veld("Aantal deelnemers.", "12", default=None)


class Spel(Written):
    """What the game starts with; what the author leaves out, the rules of the game say."""

    geld: Annotated[int, getal(1, 60)] | None = veld("Geldfiches aan het begin.", "15", default=None)
    tijd: Annotated[int, getal(1, 20)] | None = veld("Kwartalen aan het begin.", "8", default=None)
    steun: Annotated[int, getal(0, 10)] | None = veld("Steun aan het begin.", "4", default=None)
    regie: Annotated[int, getal(0, 6)] | None = veld("Regie aan het begin.", "1", default=None)
    pad: Annotated[int, getal(12, 40)] | None = veld("Stappen tot het resultaat.", "24", default=None)
    fiche: TekstVeld | None = veld("Wat één geldfiche waard is.", '"€ 10.000"', default=None)


class Stap(Written):
    """A stage of how a life or a process runs."""

    naam: TekstVeld = veld("Hoe deze stap heet.", "De eerste signalen")
    tekst: TekstVeld = veld("Wat er dan gebeurt.", "Iemand vergeet steeds vaker iets.")
    vraag: TekstVeld | None = veld("Een vraag voor aan tafel.", "Wie merkt dit als eerste?", default=None)


class Verloop(Written):
    """How it goes, stage by stage."""

    titel: TekstVeld = veld("Waarvan dit het verloop is.", "Het verloop van dementie")
    uitleg: TekstVeld | None = veld("Hoe u dit blad leest.", "Lees van links naar rechts.", default=None)
    stappen: tuple[Stap, ...] = veld("De stappen, op volgorde.", min_length=1)


class Gebied(Written):
    """Which opgaven are at play somewhere, and what is wanted there."""

    naam: TekstVeld = veld("Hoe dit gebied heet.", "Noord")
    tekst: TekstVeld | None = veld("Wat hier speelt.", "Hier wonen veel jonge gezinnen.", default=None)
    opgaven: tuple[TekstVeld, ...] = veld("De ids van de opgaven die hier spelen.", "[vrije-dag]", min_length=1)
    resultaten: tuple[TekstVeld, ...] = veld("Wat hier straks beter is.", "[Meer rust in de straat.]", default=())
    middelen: tuple[TekstVeld, ...] = veld(
        "Wat daarbij helpt, zoals een subsidie.", "[Een subsidie van de provincie.]", default=()
    )


class Lettertype(Written):
    """The fonts of a gemeente, as files beside the casus."""

    as_one: ClassVar[bool] = True

    gewoon: GewoonVeld = veld("Het gewone lettertype: ttf, otf of woff2, naast de casus.", "letter-gewoon.ttf")
    vet: VetVeld | None = veld("Vet; bij een variabel lettertype niet nodig.", "letter-vet.ttf", default=None)
    halfvet: HalfvetVeld | None = veld("Halfvet.", "letter-halfvet.ttf", default=None)
    cursief: CursiefVeld | None = veld("Cursief.", "letter-cursief.ttf", default=None)
    vet_cursief: VetCursiefVeld | None = veld("Vet en cursief.", "letter-vet-cursief.ttf", default=None)


class Huisstijl(Written):
    """What the kit takes from the gemeente's own style."""

    kleur: KleurVeld | None = veld("De kleur van de gemeente.", '"#005ca9"', default=None)
    logo: LogoVeld | None = veld("Het logo: png, jpg of svg, naast de casus.", "logo.png", default=None)
    logo_tekst: TekstVeld | None = veld(
        "Wat iemand hoort die het logo niet ziet.", "Logo gemeente Zutphen", default=None
    )
    lettertype: Lettertype | None = veld(
        "De lettertypen van de gemeente.", "{gewoon: letter-gewoon.ttf, vet: letter-vet.ttf}", default=None
    )


class Afbeelding(Written):
    """A picture for the casusblad."""

    bestand: PlaatjeVeld = veld("Het plaatje: png of jpg, naast de casus.", "foto.jpg")
    alt: TekstVeld = veld("Wat iemand hoort die het plaatje niet ziet.", "Een lege stoel bij het raam")
    bron: TekstVeld | None = veld("Van wie het plaatje is.", "Gemeente Zutphen", default=None)


class Kaartsoort(Written):
    """A kind of card of the author's own, drawn by a layout of the author's own."""

    naam: IdVeld = veld("Hoe deze kaarten heten.", "vraagkaarten")
    layout: OpmaakVeld = veld("De opmaak van de voorkant.", "vraagkaart.xml.j2")
    keerzijde: OpmaakVeld | None = veld("De opmaak van de achterkant.", "vraagkaart-achter.xml.j2", default=None)
    formaat: KaartmaatVeld = veld("groot, klein of een maat.", '"70 mm x 120 mm"', default="groot")
    kaarten: tuple[KaartVeld, ...] = veld("De kaarten, met sleutels naar keuze.", min_length=1)
