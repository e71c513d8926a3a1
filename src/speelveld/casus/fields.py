"""The types of fields that only a casus has: groups and krachten, dates, addresses, files beside it, free cards."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

from speelveld.beeld import LANDSCHAPPEN, Landschap
from speelveld.casus import files, values
from speelveld.casus.files import Bestand
from speelveld.casus.kaart import Kaart, free_card
from speelveld.written.fields import Reads, blok, getal
from speelveld.written.tekst import Tekst

Groep = Literal["inwoners", "ondernemers", "beroepskrachten", "vrijwilligers", "gemeente"]
Kracht = Literal["geld", "tijd", "steun", "regie", "kennis"]
Controle = Literal["lange-zin", "jargon", "lijdende-vorm", "leesbaarheid", "afkorting", "vraag"]
GROEPEN: tuple[Groep, ...] = get_args(Groep)
KRACHTEN: tuple[Kracht, ...] = get_args(Kracht)
CONTROLES: tuple[Controle, ...] = get_args(Controle)


def _file(read: Callable[[Tekst, Path], Bestand]) -> Reads:
    """Return what reads the name of a file with a function of `files`, from the folder of the casus."""
    return Reads(
        lambda tekst, around: read(tekst, around.folder), {"type": "string"}, "de naam van een bestand", around=True
    )


def _font(face: str) -> Reads:
    """Return what reads the name of a font that can be drawn as `face`."""
    return Reads(
        lambda tekst, around: files.font(tekst, around.folder, face, around.store),
        {"type": "string"},
        "de naam van een bestand",
        around=True,
    )


GroepVeld = Annotated[Groep, Reads(values.choice("groep", *GROEPEN), {"enum": list(GROEPEN)})]
KrachtVeld = Annotated[Kracht, Reads(values.choice("kracht", *KRACHTEN), {"enum": list(KRACHTEN)})]
LandschapVeld = Annotated[
    Landschap,
    Reads(values.choice("landschap", *LANDSCHAPPEN, unknown="onbekend"), {"enum": list(LANDSCHAPPEN)}),
]
IcoonVeld = Annotated[Tekst, Reads(values.icon, {"type": "string", "pattern": "^[a-z0-9-]+$"}, "de naam van een icoon")]
ControleVeld = Annotated[Controle, Reads(values.choice("controle", *CONTROLES), {"enum": list(CONTROLES)})]
FormaatVeld = Annotated[Literal[1], Reads(values.format_number, {"enum": [1, "1"]}, "een heel getal")]
DuurVeld = Annotated[Literal[120, 90], Reads(values.duration, {"enum": [120, 90, "120", "90"]}, "een heel getal")]
JaarVeld = Annotated[int, getal(1800, 2200)]
DatumVeld = Annotated[date | Tekst, Reads(values.day)]
GemeenteVeld = Annotated[Tekst, Reads(values.municipality)]
UrlVeld = Annotated[Tekst, Reads(values.url, {"type": "string", "pattern": "^https?://"})]
OpmaakVeld = Annotated[Tekst, Reads(values.template, {"type": "string", "pattern": "\\.xml\\.j2$"})]
KaartmaatVeld = Annotated[str, Reads(values.card_size, {"type": "string"})]
LogoVeld = Annotated[Bestand, _file(files.logo)]
PlaatjeVeld = Annotated[Bestand, _file(files.picture)]
GewoonVeld = Annotated[Bestand, _font("gewoon")]
HalfvetVeld = Annotated[Bestand, _font("halfvet")]
VetVeld = Annotated[Bestand, _font("vet")]
CursiefVeld = Annotated[Bestand, _font("cursief")]
VetCursiefVeld = Annotated[Bestand, _font("vet_cursief")]
KaartVeld = Annotated[Kaart, blok(free_card, {"type": "object"})]
