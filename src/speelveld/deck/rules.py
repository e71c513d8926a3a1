"""`spel.yaml` and what a casus sets itself → the rules of one game."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import Any

import yaml

from speelveld.errors import KitError, Problem, Source

_NUMBERS = (
    "weinig_steun",
    "weinig_steun_tijd",
    "veel_steun",
    "veel_steun_stappen",
    "groep_ontbreekt_steun",
    "fiche_tekort_tijd",
    "herleggen",
    "herleggen_tijd",
    "zandloper",
    "opgave_woorden",
    "stemfiches",
    "hart_mensen",
    "hart_steun",
    "past_stappen",
)


@dataclass(frozen=True, slots=True)
class Fase:
    """A part of the meeting: `start` and `minuten` in minutes, `station` its number on the board (0: none)."""

    id: str
    naam: str
    vraag: str
    start: int
    minuten: int
    station: int

    @property
    def eind(self) -> int:
        """The minute at which it is over."""
        return self.start + self.minuten


@dataclass(frozen=True, slots=True)
class Praattijd:
    """How many minutes something takes in the phases route and onderweg; `per_*` is the relative spread of it."""

    uitleg: float
    lezen: float
    leggen: float
    nakijken: float
    aanpak: float
    gebeurtenis: float
    thematafel: float
    herleggen: float
    per_keer: float
    per_tafel: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of one game."""

    duur: int
    geld: int
    tijd: int
    steun: int
    regie: int
    pad: int
    vakken: Mapping[int, str]
    aanpakken: int
    dreamteam: int
    open_rollen: int
    open_aanpakken: int
    steun_hoogst: int
    regie_hoogst: int
    gedragen_steun: int
    gedragen_regie: int
    weinig_steun: int
    weinig_steun_tijd: int
    veel_steun: int
    veel_steun_stappen: int
    groep_ontbreekt_steun: int
    fiche_tekort_tijd: int
    herleggen: int
    herleggen_tijd: int
    zandloper: int
    opgave_woorden: int
    stemfiches: int
    hart_mensen: int
    """So many people of one of the groups at the heart of the opgave sit in the dreamteam …"""
    hart_steun: int
    """… or steun goes down so much."""
    past_stappen: int
    """What an aanpak that suits the opgave brings more."""
    eigen_bovenop: int
    """An own kans or uitdaging lies among so many cards on top of its pile."""
    buiten_spel: int
    """Minutes of the phase onderweg in which nobody plays: what is explained, and written down."""
    lezen: int
    """Minutes of the phase dreamteam in which the table hears the aanpakken: they count as play."""
    vergelijken: int
    """Minutes of terugkijken in which tables hear each other; 0: they compare on a sheet on the wall."""
    vergelijken_per_tafel: float
    """How many minutes it takes to hear of one table …"""
    vergelijken_tafels: int
    """… and up to how many tables the meeting ends at its own time."""
    later: int
    """How many minutes later it ends, because there are more tables."""
    spelers_van: int
    spelers_tot: int
    spelers_gewoon: int
    krachten: tuple[str, ...]
    groepen: tuple[str, ...]
    fasen: tuple[Fase, ...]
    praattijd: Praattijd

    def vak(self, number: int) -> str:
        """Return 'kans', 'uitdaging', 'thematafel' or '' for the space `number`."""
        return self.vakken.get(number, "")

    def aantal(self, kind: str) -> int:
        """Return how many spaces of `kind` there are."""
        return sum(1 for found in self.vakken.values() if found == kind)

    @property
    def speeltijd(self) -> int:
        """How many minutes there are for play: route and onderweg, and reading before people are chosen."""
        phases = sum(fase.minuten for fase in self.fasen if fase.id in ("route", "onderweg"))
        return self.lezen + phases - self.buiten_spel

    def fase(self, name: str) -> Fase | None:
        """Return the phase `name`, or None where this length has none (the pause of 90 minutes)."""
        return next((fase for fase in self.fasen if fase.id == name), None)

    def for_tables(self, tables: int) -> "Rules":
        """Return the rules of a meeting of so many tables: with many, they take longer to hear of each other."""
        needed = ceil(tables * self.vergelijken_per_tafel)
        later = needed - self.vergelijken if tables > self.vergelijken_tafels else 0
        if later <= 0:
            return self
        fasen, start = [], 0
        for fase in self.fasen:
            minutes = fase.minuten + (later if fase.id == "terugkijken" else 0)
            fasen.append(replace(fase, start=start, minuten=minutes))
            start += minutes
        return replace(self, duur=self.duur + later, later=later, vergelijken=needed, fasen=tuple(fasen))


def load_rules(path: Path, duur: int, own: Mapping[str, int]) -> Rules:
    """Return the rules of a game of `duur` minutes; `own` are the numbers that the casus sets itself.

    Raises:
        KitError: `spel.yaml` is wrong.
    """
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return _rules(data, data["lengtes"][duur], duur, own)
    except (yaml.YAMLError, KeyError, TypeError, ValueError, UnicodeDecodeError) as error:
        raise KitError([Problem(f"dit zijn geen regels van het spel: {error}", Source(str(path)))]) from error


def _rules(data: Mapping[str, Any], length: Mapping[str, Any], duur: int, own: Mapping[str, int]) -> Rules:
    start = {**length["start"], **own}
    pad = own.get("pad", length["pad"])
    return Rules(
        duur=duur,
        geld=start["geld"],
        tijd=start["tijd"],
        steun=start["steun"],
        regie=start["regie"],
        pad=pad,
        vakken=_spaces(length["vakken"], length["pad"], pad),
        aanpakken=length["aanpakken"],
        dreamteam=length["dreamteam"],
        open_rollen=length["open"]["rollen"],
        open_aanpakken=length["open"]["aanpakken"],
        eigen_bovenop=length["eigen_bovenop"],
        buiten_spel=data["buiten_spel"],
        lezen=length["lezen"],
        vergelijken=length["vergelijken"],
        vergelijken_per_tafel=float(data["vergelijken"]["per_tafel"]),
        vergelijken_tafels=data["vergelijken"]["tafels"],
        later=0,
        steun_hoogst=data["schalen"]["steun"],
        regie_hoogst=data["schalen"]["regie"],
        gedragen_steun=data["gedragen"]["steun"],
        gedragen_regie=data["gedragen"]["regie"],
        **{name: int(data[name]) for name in _NUMBERS},
        spelers_van=data["spelers"]["van"],
        spelers_tot=data["spelers"]["tot"],
        spelers_gewoon=data["spelers"]["gewoon"],
        krachten=tuple(data["krachten"]),
        groepen=tuple(data["groepen"]),
        fasen=_fasen(data["fasen"], length["minuten"]),
        praattijd=_praattijd(data["praattijd"]),
    )


def _praattijd(data: Mapping[str, Mapping[str, Any]]) -> Praattijd:
    minutes = {name: float(value) for part in ("route", "onderweg") for name, value in data[part].items()}
    spread = {f"per_{name}": float(value) for name, value in data["spreiding"].items()}
    return Praattijd(**minutes, **spread)


def _spaces(spaces: Mapping[str, list[int]], standard: int, pad: int) -> dict[int, str]:
    """Return the kind of each special space, spread over a path of another length in the same proportion."""
    found: dict[int, str] = {}
    for number, kind in sorted((number, kind) for kind, numbers in spaces.items() for number in numbers):
        at = max(1, round(number * pad / standard))
        while at in found:
            at += 1
        if at < pad:
            found[at] = kind
    return found


def _fasen(named: Mapping[str, Mapping[str, Any]], minutes: Mapping[str, int]) -> tuple[Fase, ...]:
    found, start = [], 0
    for key, fase in named.items():
        if key in minutes:
            found.append(Fase(key, fase["naam"], fase["vraag"], start, minutes[key], fase.get("station", 0)))
            start += minutes[key]
    return tuple(found)
