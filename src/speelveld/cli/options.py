"""The options that `maak` and `controleer` share."""

import os
import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from speelveld.cli.find import build_date
from speelveld.cli.profiles import profile_options
from speelveld.cli.typed import typed
from speelveld.paper import BOARDS, OFFICE_PAPERS, THICKNESS
from speelveld.sheet.duplex import Duplex
from speelveld.units import mm, parse_length, spoken, to_mm
from speelveld.written.hints import PLAIN, nearest, perhaps

if TYPE_CHECKING:
    from speelveld.options import Options
    from speelveld.sheet.correction import Correction

_F = TypeVar("_F", bound=Callable[..., Any])


# As people write a large number: '10.000'.
_THOUSANDS = re.compile(r"\d{1,3}(?:[. ]\d{3})+", re.ASCII)


# What people put behind a number.
_UNIT = re.compile(r" *(?:tafels?|deelnemers|mensen|personen|spelers|potjes|minuten|min\.?)$", re.IGNORECASE)


class Minutes(click.Choice[str]):
    """One of a few lengths, with or without the word 'minuten' behind it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the number of minutes; anything else is refused."""
        return super().convert(_UNIT.sub("", str(value)), param, ctx)


class Between(click.ParamType[int]):
    """A whole number within bounds, explained in Dutch."""

    name = "getal"

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; anything else is refused with the bounds."""
        text = _UNIT.sub("", str(value))
        if _THOUSANDS.fullmatch(text):
            text = re.sub("[. ]", "", text)
        if not (text.isascii() and text.isdigit() and self._low <= int(text) <= self._high):
            self.fail(f"{text!r}; kies een heel getal van {self._low} tot en met {self._high}", param, ctx)
        return int(text)


class Thickness(click.ParamType[float]):
    """How thick a card is: a length between a sheet of thin paper and thick cardboard, in points."""

    name = "maat"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the length in points; anything else is refused with the bounds."""
        if isinstance(value, float):
            return value
        try:
            found = parse_length(str(value))
        except ValueError:
            self.fail(f"{value!r} is geen dikte; schrijf een getal met mm, zoals '0,3 mm'", param, ctx)
        if not mm(0.05) <= found <= mm(2):
            self.fail(f"{value!r}; kies een maat van 0,05 mm tot en met 2 mm", param, ctx)
        return found


class Folder(click.Path):
    """A folder, explained in Dutch; `there` is whether it must exist already."""

    def __init__(self, *, there: bool = False) -> None:
        super().__init__(path_type=Path)
        self._there = there

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path; an empty name, which would mean the current folder, is refused."""
        if not str(value).strip():
            self.fail("de naam van de map is leeg", param, ctx)
        path = Path(os.path.expanduser(value)) if str(value).startswith("~") else Path(value)  # noqa: PTH111
        try:
            missing = self._there and not path.is_dir()
        except OSError:  # a name that is too long
            missing = True
        if missing:
            near = _near(path)
            self.fail(f"de map '{path}' bestaat niet{f'; {perhaps(near, PLAIN)}' if near else ''}", param, ctx)
        return path


def _near(path: Path) -> str | None:
    """Return the folder beside one that is not there whose name is like it, as the user types it."""
    try:
        names = sorted(other.name for other in path.parent.iterdir() if other.is_dir())
    except OSError:
        return None
    begun = [name for name in names if name.startswith(path.name)]
    near = begun[0] if begun else nearest(path.name, names)
    return None if near is None else typed(str(path.parent / near))


length_option = click.option(
    "--duur",
    type=Minutes(["120", "90"]),
    help="Hoeveel minuten de bijeenkomst duurt (standaard: wat in de casus staat, of 120).",
)

_KIT_OPTIONS = {
    "papier": click.option(
        "--papier",
        type=click.Choice(OFFICE_PAPERS, case_sensitive=False),
        default=OFFICE_PAPERS[0],
        show_default=True,
        help="Het papier in uw printer voor kaarten, bladen en delen van het bord.",
    ),
    "bord": click.option(
        "--bord",
        type=click.Choice(BOARDS, case_sensitive=False),
        default=BOARDS[0],
        show_default=True,
        help="Hoe groot het speelbord is.",
    ),
    "duur": length_option,
    "tafels": click.option(
        "--tafels", type=Between(1, 12), metavar="N", help="Het aantal tafels dat speelt (1 tot en met 12)."
    ),
    "deelnemers": click.option(
        "--deelnemers",
        type=Between(1, 84),
        metavar="N",
        help="Het aantal deelnemers (1 tot en met 84); de tafels volgen daaruit.",
    ),
    "duplex": click.option(
        "--duplex",
        type=click.Choice([edge.value for edge in Duplex]),
        default=Duplex.LANGE_ZIJDE.value,
        show_default=True,
        help="Over welke zijde uw printer het papier omslaat; 'geen' geeft vouwvellen en losse voorkanten.",
    ),
    "huisstijl": click.option(
        "--huisstijl",
        metavar="CASUS",
        help="Neem kleur, logo en lettertype van deze casus, zoals bij een kit zonder casus.",
    ),
    "alleen": click.option(
        "--alleen",
        "only",
        multiple=True,
        metavar="NAAM,…",
        help="Maak alleen deze onderdelen, zoals opgavekaarten,spelregels.",
    ),
    "grootletter": click.option(
        "--grootletter",
        "large_print",
        is_flag=True,
        help="Maak ook kaarten in grote letter: alles 18 punt of meer, de bronnen op een lijst ernaast.",
    ),
    "inktarm": click.option(
        "--inktarm",
        "low_ink",
        is_flag=True,
        help="Bespaar inkt: randen en witte vlakken in plaats van kleur. De kit komt in een eigen map.",
    ),
    "dikte": click.option(
        "--dikte",
        type=Thickness(),
        metavar="MAAT",
        help="Hoe dik één kaart is, zoals '0,3 mm', voor de doosjes "
        f"(standaard: {spoken(to_mm(THICKNESS), signed=False)} mm).",
    ),
    "layouts": click.option(
        "--layouts",
        type=Folder(there=True),
        metavar="MAP",
        help="Een map met eigen layouts.",
    ),
    "deck": click.option(
        "--deck",
        type=Folder(there=True),
        metavar="MAP",
        help="Een map met een eigen standaarddeck, of een deel daarvan.",
    ),
    "datum": click.option("--datum", metavar="JJJJ-MM-DD", help="De datum in de bestanden (standaard: vandaag)."),
}


# What shows on a screen; the others are of paper, of files, or of a kit that is made.
_SEEN = ("papier", "bord", "duur", "tafels", "deelnemers", "inktarm", "layouts", "deck")


def kit_options(function: _F) -> _F:
    """Add the options that say what kit to make; `read_options` takes what `profile_options` leaves."""
    return profile_options(_with(function, _KIT_OPTIONS))


def look_options(function: _F) -> _F:
    """Add the options that say what of a kit is seen on a screen; `read_options` takes them."""
    return _with(function, _SEEN)


def _with(function: _F, names: Collection[str]) -> _F:
    for name in reversed([*names]):
        function = _KIT_OPTIONS[name](function)
    return function


def read_options(
    *,
    papier: str,
    bord: str,
    duur: str | None,
    tafels: int | None,
    deelnemers: int | None,
    low_ink: bool,
    layouts: Path | None,
    deck: Path | None,
    previews: bool,
    duplex: str = Duplex.LANGE_ZIJDE.value,
    only: Sequence[str] = (),
    large_print: bool = False,
    dikte: float | None = None,
    datum: str | None = None,
    huisstijl: str | None = None,
    printer: "Correction | None" = None,
    cards: tuple[str, ...] = (),
    since: Path | None = None,
) -> "Options":
    """Return what was asked for; the environment and the current folder are looked at here and nowhere below."""
    from speelveld.options import Options

    chosen = tuple(name.strip() for names in only for name in names.split(",") if name.strip())
    if only and not chosen:
        raise click.BadParameter("noem ten minste één onderdeel, zoals opgavekaarten", param_hint="'--alleen'")
    here = Path("layouts")
    return Options(
        date=build_date(datum, os.environ.get("SOURCE_DATE_EPOCH")),
        paper=papier,
        board=bord,
        duplex=Duplex(duplex),
        duration=None if duur is None else int(duur),
        huisstijl=huisstijl,
        tables=tafels,
        participants=deelnemers,
        only=chosen,
        cards=cards,
        since=since,
        large_print=large_print,
        low_ink=low_ink,
        thickness=dikte,
        previews=previews,
        printer=printer,
        first_layouts=(layouts,) if layouts else (),
        last_layouts=(here,) if here.is_dir() else (),
        decks=(deck,) if deck else (),
    )
