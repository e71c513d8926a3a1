"""What stands in a `spel.yaml`, as its author writes it: the rules of the game in numbers."""

from collections.abc import Mapping
from typing import Annotated

from speelveld.written.element import Written
from speelveld.written.extending import BreidtUitVeld
from speelveld.written.fields import Klopt, Namen, TekstVeld, genoemd, getal, kommagetal, veld
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

FASE, LENGTE = "fase", "lengte"
"""The nouns of the names that `genoemd` looks up: phases of the meeting, and how long it may be."""

# As a casus may set them itself.
Geld = Annotated[int, getal(0, 60)]
Tijd = Annotated[int, getal(1, 20)]
Steun = Annotated[int, getal(0, 10)]
Regie = Annotated[int, getal(0, 6)]
# Shorter scales have no place on the board for the words beneath them, and what is said of one number alone neither.
SteunTot = Annotated[int, getal(5, 10)]
RegieTot = Annotated[int, getal(4, 6)]
Pad = Annotated[int, getal(12, 40)]
Vak = Annotated[int, getal(1, 39)]
Aantal = Annotated[int, getal(1, 40)]
# As many as the board, the routeblad and the dreamteamblad have places for.
Aanpakken = Annotated[int, getal(4, 6)]
Dreamteam = Annotated[int, getal(5, 8)]
Stappen = Annotated[int, getal(0, 10)]
Minuten = Annotated[int, getal(1, 120)]
Duurt = Annotated[float, kommagetal(0, 60, "minuten")]
Deel = Annotated[float, kommagetal(0, 1, "keer het getal")]


class SchalenRegel(Written):
    """Where the scales on the board end."""

    steun: SteunTot = veld("De hoogste steun.", "10")
    regie: RegieTot = veld("De hoogste regie.", "6")


class GedragenRegel(Written):
    """How much of both makes a plan carried."""

    steun: Annotated[int, getal(1, 9)] = veld("Hoeveel steun.", "5")
    regie: Annotated[int, getal(1, 5)] = veld("Hoeveel regie.", "4")


class RouteRegel(Written):
    """How many minutes the phase route takes."""

    uitleg: Duurt = veld("Uitleggen.", "3")
    lezen: Duurt = veld("Een open kaart lezen.", "0.35")
    leggen: Duurt = veld("Een kaart leggen.", "1.8")
    nakijken: Duurt = veld("Nakijken.", "2")


class OnderwegRegel(Written):
    """How many minutes what happens in the phase onderweg takes each time."""

    aanpak: Duurt = veld("Een aanpak.", "1")
    gebeurtenis: Duurt = veld("Een kans of uitdaging.", "2.2")
    thematafel: Duurt = veld("Een thematafel.", "2")
    herleggen: Duurt = veld("De route opnieuw leggen.", "3")


class SpreidingRegel(Written):
    """How much minutes differ, as a part of them."""

    keer: Deel = veld("Hoeveel het per keer verschilt.", "0.3")
    tafel: Deel = veld("Hoeveel het per tafel verschilt.", "0.09")


class PraattijdRegel(Written):
    """How many minutes things take."""

    route: RouteRegel = veld("In de fase route.")
    onderweg: OnderwegRegel = veld("In de fase onderweg.")
    spreiding: SpreidingRegel = veld("Hoeveel het verschilt.")


class VlugRegel(Written):
    """How the rest is played when the real time of onderweg is nearly up (rule 27)."""

    minuten: Annotated[int, getal(1, 20)] = veld(
        "Zoveel minuten voor het eind speelt de tafel vlug verder.", "5", default=5
    )
    keer: Duurt = veld("Minuten van een aanpak of een kaart als de tafel vlug speelt.", "0.5", default=0.5)


class SpelersRegel(Written):
    """How many people sit at a table."""

    van: Annotated[int, getal(1, 20)] = veld("Ten minste.", "4")
    tot: Annotated[int, getal(1, 20)] = veld("Ten hoogste.", "7")
    gewoon: Annotated[int, getal(1, 20)] = veld("Gewoonlijk.", "6")

    def _agree(self) -> None:
        """Refuse fewer at most than at least, and a usual number outside these."""
        if not self.van <= self.gewoon <= self.tot:
            message = f"{self.gewoon} spelers is niet van {self.van} tot en met {self.tot}"
            raise RefusedError(message, "kies bij 'gewoon' een getal van 'van' tot en met 'tot'")


class StartRegel(Written):
    """What the game starts with."""

    geld: Geld = veld("Geldfiches.", "15")
    tijd: Tijd = veld("Kwartalen.", "8")
    steun: Steun = veld("Steun.", "4")
    regie: Regie = veld("Regie.", "1")


class VakkenRegel(Written):
    """The special spaces of the path, by their numbers."""

    kans: tuple[Vak, ...] = veld("Waar een kans ligt.", "[3, 9, 14, 20]", default=())
    uitdaging: tuple[Vak, ...] = veld("Waar een uitdaging ligt.", "[5, 11, 18, 22]", default=())
    thematafel: tuple[Vak, ...] = veld("Waar een thematafel ligt.", "[7, 16]", default=())

    def numbers(self) -> dict[str, tuple[int, ...]]:
        """Return the numbers of the spaces of each kind."""
        return {"kans": self.kans, "uitdaging": self.uitdaging, "thematafel": self.thematafel}

    def _agree(self) -> None:
        """Refuse a space of two kinds."""
        every = [number for numbers in self.numbers().values() for number in numbers]
        if twice := sorted({number for number in every if every.count(number) > 1}):
            raise RefusedError(f"vak {twice[0]} staat er twee keer", "geef elk vak één soort")


class OpenRegel(Written):
    """How many cards lie open."""

    rollen: Aantal = veld("Rolkaarten.", "12")
    aanpakken: Aantal = veld("Aanpakkaarten.", "12")


class LengteRegel(Written):
    """The game of one length of the meeting."""

    start: StartRegel = veld("Waar het spel mee begint.")
    pad: Pad = veld("Stappen tot het resultaat.", "24")
    vakken: VakkenRegel = veld("De bijzondere vakken van het pad.")
    aanpakken: Aanpakken = veld("Hoeveel aanpakken een route heeft.", "6")
    dreamteam: Dreamteam = veld("Hoeveel rollen een dreamteam heeft.", "6")
    open: OpenRegel = veld("Hoeveel kaarten er open liggen.")
    eigen_bovenop: Annotated[int, getal(0, 10)] = veld("Bij hoeveel kaarten bovenop een eigen kaart ligt.", "2")
    lezen: Annotated[int, getal(0, 60)] = veld("Minuten van dreamteam waarin de tafel de aanpakken hoort.", "4")
    vergelijken: Annotated[int, getal(0, 60)] = veld("Minuten waarin tafels van elkaar horen.", "2")
    minuten: Annotated[dict[Annotated[Tekst, genoemd(FASE)], Minuten], Namen] = veld(
        "Hoeveel minuten elke fase duurt.", "{welkom: 8, luisteren: 8}"
    )

    def _agree(self) -> None:
        """Refuse a special space that is not on the path."""
        beyond = [number for numbers in self.vakken.numbers().values() for number in numbers if number >= self.pad]
        if beyond:
            message = f"vak {min(beyond)} ligt niet op een pad van {self.pad} stappen"
            raise RefusedError(message, f"kies een vak van 1 tot en met {self.pad - 1}", self.vakken.source)


class VergelijkenRegel(Written):
    """How long it takes to hear of other tables."""

    per_tafel: Duurt = veld("Minuten voor een tafel.", "0.5")
    tafels: Annotated[int, getal(1, 12)] = veld("Tot hoeveel tafels de bijeenkomst niet langer duurt.", "4")


class FaseRegel(Written):
    """A part of the meeting."""

    naam: TekstVeld = veld("Hoe de fase heet.", "Luisteren")
    vraag: TekstVeld | None = veld("De vraag van de fase.", "Wat horen we?", default=None)
    station: Annotated[int, getal(0, 9)] = veld("Het nummer op het bord.", "1", default=0)


def _as_long(lengths: Mapping[Tekst, LengteRegel]) -> None:
    for name, length in lengths.items():
        total = sum(length.minuten.values())
        if total != int(name):
            hint = "verander de minuten, zodat de fasen samen even lang zijn als de bijeenkomst"
            raise RefusedError(f"de fasen duren samen {total} minuten, niet {name}", hint, length.source)


class SpelBestand(Written):
    """A whole `spel.yaml`."""

    breidt_uit: BreidtUitVeld | None = veld("Dat dit dat van het programma uitbreidt.", "standaard", default=None)
    schalen: SchalenRegel = veld("Waar de schalen op het bord eindigen.")
    gedragen: GedragenRegel = veld("Hoeveel steun en regie een plan gedragen maakt.")
    weinig_steun: Annotated[int, getal(1, 9)] = veld("Wat weinig steun is.", "2")
    weinig_steun_tijd: Stappen = veld("Wat weinig steun aan tijd kost.", "1")
    veel_steun: Annotated[int, getal(1, 9)] = veld("Wat veel steun is.", "8")
    veel_steun_stappen: Stappen = veld("Hoeveel stappen veel steun geeft.", "1")
    groep_ontbreekt_steun: Stappen = veld("Wat een groep zonder rol aan steun kost.", "1")
    fiche_tekort_tijd: Stappen = veld("Wat een fiche te kort aan tijd kost.", "1")
    herleggen: Stappen = veld("Hoe vaak de route opnieuw mag.", "1")
    herleggen_tijd: Stappen = veld("Wat dat aan tijd kost.", "1")
    zandloper: Minuten = veld("Minuten praten per kans of uitdaging.", "2")
    opgave_woorden: Annotated[int, getal(1, 100)] = veld("Hoeveel woorden een opgave heeft.", "20")
    stemfiches: Annotated[int, getal(1, 20)] = veld("Stemfiches per speler.", "3")
    hart_mensen: Annotated[int, getal(1, 7)] = veld("Hoeveel mensen het hart van een opgave vraagt.", "2")
    hart_steun: Stappen = veld("Wat het aan steun kost als die er niet zijn.", "1")
    past_stappen: Stappen = veld("Wat een aanpak die bij de opgave past aan stappen meer brengt.", "1")
    buiten_spel: Annotated[int, getal(0, 60)] = veld("Minuten van onderweg waarin niemand speelt.", "5")
    vlug: VlugRegel = veld(
        "Hoe de tafel verder speelt als de tijd bijna om is.", default_factory=VlugRegel.model_construct
    )
    vergelijken: VergelijkenRegel = veld("Hoe lang tafels naar elkaar luisteren.")
    praattijd: PraattijdRegel = veld("Hoeveel minuten iets kost.")
    spelers: SpelersRegel = veld("Hoeveel mensen er aan een tafel zitten.")
    lengtes: Annotated[dict[Annotated[Tekst, genoemd(LENGTE)], LengteRegel], Namen, Klopt(_as_long)] = veld(
        "Het spel bij elke duur.", "{120: {pad: …}, 90: {pad: …}}"
    )
    fasen: Annotated[dict[TekstVeld, FaseRegel], Namen] = veld(
        "De fasen van de bijeenkomst.", "{welkom: {naam: Welkom}}"
    )
