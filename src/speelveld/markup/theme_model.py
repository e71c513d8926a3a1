"""What stands in a `stijl.yaml`, as its author writes it: colours, text styles, and what they become to save ink."""

from collections.abc import Sequence
from typing import Annotated

from speelveld.markup.style import FACES, HYPHENS, LAST_WORDS, SMALLEST
from speelveld.units import mm
from speelveld.written.element import Written
from speelveld.written.extending import BreidtUitVeld
from speelveld.written.fields import (
    JaNeeVeld,
    KleurVeld,
    Klopt,
    Namen,
    TekstVeld,
    genoemd,
    keuze,
    kommagetal,
    maat,
    veld,
)
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

KLEUR = "kleur"
"""The noun of the names that `genoemd` looks up: the colours of the file."""

LARGEST = 400.0
# Lines closer than this lie over each other; farther apart they are no text any more.
_LEAST_LEADING, _MOST_LEADING = 0.8, 4.0
_INKS = 4
_WIDEST_LINE = mm(10)

KleurNaam = Annotated[Tekst, genoemd(KLEUR)]
Punten = Annotated[float, kommagetal(0, LARGEST, "punt")]


def _four(inks: Sequence[float]) -> None:
    if len(inks) != _INKS:
        raise RefusedError(
            "'cmyk' zijn vier getallen, en hier " + ("staat er een" if len(inks) == 1 else f"staan er {len(inks)}"),
            "schrijf cyaan, magenta, geel en zwart in procenten, zoals [100, 48, 0, 12]",
        )


def _descending(sizes: Sequence[float]) -> None:
    if list(sizes) != sorted(sizes, reverse=True):
        raise RefusedError(
            "'maten' lopen van groot naar klein", "zet de maat die u wilt vooraan en de kleinste achteraan"
        )


class KleurRegel(Written):
    """A colour: on a screen and an office printer, and in the inks of a press."""

    rgb: KleurVeld = veld("De kleur voor scherm en kantoorprinter.", '"#0063a3"')
    cmyk: Annotated[tuple[Annotated[float, kommagetal(0, 100, "procent")], ...], Klopt(_four)] = veld(
        "De kleur voor de drukpers, in procenten.", "[100, 48, 0, 12]"
    )


class StijlRegel(Written):
    """How a text looks."""

    letter: Annotated[str, keuze(*FACES)] = veld("Het soort letter.", "vet", default=FACES[0])
    maten: Annotated[tuple[Annotated[float, kommagetal(SMALLEST, LARGEST, "punt")], ...], Klopt(_descending)] = veld(
        "De grootte in punten, van gewenst naar kleinst.", "[14, 13, 12]", min_length=1
    )
    regel: Annotated[float, kommagetal(_LEAST_LEADING, _MOST_LEADING, "keer de maat")] | None = veld(
        "De afstand van de regels, als deel van de grootte.", "1.2", default=None
    )
    kleur: KleurNaam | None = veld("De kleur.", "grijs", default=None)
    afbreken: Annotated[str, keuze(*HYPHENS)] = veld("Hoe woorden worden afgebroken.", "nood", default=HYPHENS[0])
    evenwicht: JaNeeVeld = veld("Of de regels ongeveer even lang zijn.", "true", default=False)
    laatste_woord: Annotated[str, keuze(*LAST_WORDS)] = veld(
        "Of het laatste woord alleen op een regel mag staan.", "niet_alleen", default=LAST_WORDS[0]
    )
    hangend: JaNeeVeld = veld(
        "Of een aanhalingsteken aan het begin links buiten de tekst staat.", "true", default=False
    )
    voor: Punten = veld("Wit erboven, in punten.", "6", default=0.0)
    na: Punten = veld("Wit eronder, in punten.", "6", default=0.0)


class VlakkenRegel(Written):
    """What some colours become where they fill a shape, to save ink."""

    kleuren: tuple[KleurNaam, ...] = veld("De kleuren waar dit voor geldt.", "[opgave, rol]", min_length=1)
    vlak: KleurNaam = veld("De kleur die het vlak dan heeft.", "wit")
    rand: KleurNaam | None = veld("De kleur van de rand eromheen.", "inkt", default=None)
    dikte: Annotated[float, maat(0, _WIDEST_LINE)] | None = veld("Hoe dik die rand is.", "0.5 mm", default=None)

    def _agree(self) -> None:
        """Refuse an edge that is not said how thick it is."""
        if self.rand is not None and self.dikte is None:
            raise RefusedError("bij 'rand' ontbreekt 'dikte'", "schrijf bijvoorbeeld: dikte: 0.5 mm")


class Inktarm(Written):
    """What becomes of colours to save ink."""

    vlakken: tuple[VlakkenRegel, ...] = veld("Wat gevulde vlakken worden.", default=())
    lijnen: Annotated[dict[KleurNaam, KleurNaam], Namen] = veld("Wat lijnen worden.", "{wit: inkt}", default={})
    grond: KleurNaam | None = veld("Wat elk ander vlak wordt.", "wit", default=None)
    inkt: KleurNaam | None = veld("Wat een tekst wordt die niet te lezen is.", "inkt", default=None)


class StijlBestand(Written):
    """A whole `stijl.yaml`."""

    breidt_uit: BreidtUitVeld | None = veld("Dat dit dat van het programma uitbreidt.", "standaard", default=None)
    kleuren: Annotated[dict[TekstVeld, KleurRegel], Namen] = veld("De kleuren.", '{inkt: {rgb: "#16191d", cmyk: …}}')
    inktarm: Inktarm | None = veld("Wat de kleuren worden met --inktarm.", default=None)
    stijlen: Annotated[dict[TekstVeld, StijlRegel], Namen] = veld("De stijlen van teksten.", "{tekst: {maten: [14]}}")
