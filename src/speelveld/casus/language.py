"""What an author settles about the check of the words: own jargon, and what may stand as it is."""

from typing import Annotated

from speelveld.casus.fields import ControleVeld
from speelveld.casus.wordlist import LISTED, Woord, word_list
from speelveld.written.element import Written
from speelveld.written.extending import BreidtUitVeld
from speelveld.written.fields import TaalcodeVeld, TekstVeld, blok, veld

WoordenVeld = Annotated[tuple[Woord, ...], blok(word_list, LISTED)]


class Negeer(Written):
    """A warning about the words that the author does not want."""

    controle: ControleVeld = veld("Welke controle dit is: het woord vóór de melding.", "jargon")
    tekst: TekstVeld = veld(
        "Het woord uit de melding; bij een zin, vraag of tekst de eerste woorden.", "burgerparticipatie"
    )
    veld: TekstVeld | None = veld("Alleen in dit veld.", "schuurt", default=None)


class Taal(Written):
    """The language of the casus, and the author's own words beside the standard list."""

    casus: TaalcodeVeld | None = veld(
        "De taal van de teksten van deze casus, als dat geen Nederlands is.", "fy", default=None
    )
    jargon: WoordenVeld = veld("Eigen vaktaal, met wat u liever leest.", "{cliënt: bewoner}", default=())
    werkwoorden: WoordenVeld = veld(
        "Eigen vaktaal in werkwoorden; | staat achter een deel dat loslaat.", '{"op|tuigen": beginnen}', default=()
    )
    negeer: tuple[Negeer, ...] = veld("Meldingen over de taal die mogen blijven.", default=())


class Taallijst(Written):
    """The standard list: words of gemeenten with plain ones, and what abbreviations mean."""

    breidt_uit: BreidtUitVeld | None = veld("Dat dit dat van het programma uitbreidt.", "standaard", default=None)
    jargon: WoordenVeld = veld("Woorden, met wat u liever leest.", "{cliënt: bewoner}")
    werkwoorden: WoordenVeld = veld("Werkwoorden, met wat u liever leest.", '{"op|tuigen": beginnen}')
    uitdrukkingen: WoordenVeld = veld("Uitdrukkingen, met wat u liever leest.", "{aan de slag gaan: beginnen}")
    afkortingen: WoordenVeld = veld("Afkortingen, met wat ze betekenen.", "{Wmo: de wet voor hulp thuis}")
    bekend: tuple[TekstVeld, ...] = veld("Afkortingen die iedereen kent.")
