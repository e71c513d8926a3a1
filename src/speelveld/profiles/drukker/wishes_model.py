"""What stands in the file of a print shop, as its author writes it: what that shop wants."""

from pathlib import Path
from typing import Annotated

from speelveld.casus import card_format
from speelveld.geometry import Size
from speelveld.paper import FORMATS, PRESS_INK, PRESS_STANDARDS, PressStandard, in_mm
from speelveld.profiles.drukker.icc import check_profile
from speelveld.units import mm
from speelveld.written.element import Written
from speelveld.written.fields import Around, JaNeeVeld, Reads, keuze, lees, maat, veld
from speelveld.written.hints import quote
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

# More than this is no bleed but another size of paper; and no shop keeps text farther than this from a cut.
_MOST_BLEED, _MOST_SAFE = mm(10), mm(20)
_LEAST_INK = 240
_LONGEST_NAME = 60
# Beyond this a card of the kit would be cut off, or get a border that it does not have.
_MOST_OFF = mm(1)

_BESIDE = "leg het profiel naast dit bestand, dan kunt u beide meenemen"
OF_A_PRESS = "vraag de drukker om het ICC-profiel van zijn pers, in CMYK; zonder 'icc' geldt FOGRA39"


def _word(tekst: Tekst) -> str:
    if len(tekst) > _LONGEST_NAME:
        raise RefusedError(f"'{tekst.field}': dit is langer dan {_LONGEST_NAME} tekens", "kies een kortere naam")
    return " ".join(tekst.split())


def _percentage(tekst: Tekst) -> int:
    number = tekst.removesuffix("%").strip()
    if not (number.isascii() and number.isdigit() and len(number) < 5 and _LEAST_INK <= int(number) <= PRESS_INK):
        hint = f"kies een heel getal van {_LEAST_INK} tot en met {PRESS_INK} %"
        raise RefusedError(f"'{tekst.field}': {quote(tekst)} kan hier niet", hint)
    return int(number)


def profile_file(tekst: Tekst, around: Around) -> Path:
    """Return the profile of a press that lies beside the file, or below its folder."""
    path = around.folder / tekst
    try:
        inside, there = path.resolve().is_relative_to(around.folder.resolve()), path.is_file()
    except (OSError, RuntimeError):  # a name that is too long, a link to itself
        inside, there = True, False
    if not inside:
        raise RefusedError(f"'{tekst.field}': het profiel {quote(tekst)} ligt niet in de map van dit bestand", _BESIDE)
    if not there:
        message = f"'{tekst.field}': het bestand {quote(path.name)} bestaat niet"
        raise RefusedError(message, "leg het profiel naast dit bestand")
    try:
        check_profile(path, oldest=False)
    except ValueError as error:
        raise RefusedError(f"'{tekst.field}': {error}", OF_A_PRESS) from error
    return path


def _grown(tekst: Tekst) -> Size:
    """Return the size that a card of the kit is printed at: no smaller than at home, and of its proportions."""
    card, size = FORMATS[tekst.field], card_format(tekst)
    scale = min(size.width / card.width, size.height / card.height)
    off = max(size.width - card.width * scale, size.height - card.height * scale)
    if scale < 1 or off > _MOST_OFF:
        hint = f"kies een maat met de verhouding van {in_mm(card)}, en niet kleiner"
        raise RefusedError(f"'{tekst.field}': {quote(tekst)} past niet bij deze kaart", hint)
    return size


Kaartmaat = Annotated[Size, lees(_grown)]


class Formaten(Written):
    """What the cards of the kit become."""

    refuse_blanks = True

    groot: Kaartmaat | None = veld("Wat een grote kaart wordt.", "105 mm x 148 mm", default=None)
    klein: Kaartmaat | None = veld("Wat een kleine kaart wordt.", "74 mm x 105 mm", default=None)


class DrukkerBestand(Written):
    """A whole file of a print shop; what it leaves out is as most shops want it."""

    refuse_blanks = True

    naam: Annotated[str, lees(_word)] | None = veld("Hoe de drukker heet.", "Drukkerij Jansen", default=None)
    afloop: Annotated[float, maat(0, _MOST_BLEED)] | None = veld("Hoe ver kleur doorloopt.", "3 mm", default=None)
    veilig: Annotated[float, maat(0, _MOST_SAFE)] | None = veld("Hoe ver tekst weg blijft.", "3 mm", default=None)
    pdf: Annotated[PressStandard, keuze(*PRESS_STANDARDS)] = veld("De standaard.", "x4", default="x4")
    icc: Annotated[Path, Reads(profile_file, around=True)] | None = veld("Het profiel.", "pers.icc", default=None)
    conditie: Annotated[str, lees(_word)] | None = veld("De naam van de conditie.", "FOGRA52", default=None)
    inkt: Annotated[int, lees(_percentage)] = veld("De meeste inkt op één plek.", "300 %", default=PRESS_INK)
    snijtekens: JaNeeVeld = veld("Of er snijtekens zijn.", "nee", default=False)
    bestanden: Annotated[str, keuze("samen", "apart")] = veld("Hoeveel bestanden.", "samen", default="samen")
    eerst: Annotated[str, keuze("voorkant", "achterkant")] = veld("Wat eerst komt.", "voorkant", default="voorkant")
    formaten: Formaten | None = veld("Hoe groot de kaarten worden.", "{groot: 105 mm x 148 mm}", default=None)
