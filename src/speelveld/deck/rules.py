"""`spel.yaml` and what a casus sets itself → the rules of one game."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from speelveld.casus import GROEPEN, KRACHTEN
from speelveld.deck.rules_model import FASE, LENGTE, LengteRegel, PraattijdRegel, SpelBestand
from speelveld.written.fields import Around
from speelveld.written.kind import FileKind
from speelveld.written.loading import built, read_over
from speelveld.written.needed import needed, usable

SPEL = FileKind(begin="neem de spel.yaml van het programma als voorbeeld", example="stemfiches: 3")
# Also what the game of one length starts with.
_EVERYTHING = 4
_LENGTHS = ("120", "90")
# What layouts and `proefspeel` name.
_PHASES = ("welkom", "luisteren", "opgave", "dreamteam", "route", "onderweg", "terugkijken")
_NEEDED = {"lengtes": _LENGTHS, "fasen": _PHASES}
_FROM_THE_PROGRAM = "neem het over uit de spel.yaml van het programma"


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
    spelers_van: int
    spelers_tot: int
    spelers_gewoon: int
    fasen: tuple[Fase, ...]
    praattijd: Praattijd
    krachten: tuple[str, ...] = KRACHTEN
    groepen: tuple[str, ...] = GROEPEN

    def vak(self, number: int) -> str:
        """Return 'kans', 'uitdaging', 'thematafel' or '' for the space `number`."""
        return self.vakken.get(number, "")

    def aantal(self, kind: str) -> int:
        """Return how many spaces of `kind` there are."""
        return sum(1 for found in self.vakken.values() if found == kind)

    def fase(self, name: str) -> Fase | None:
        """Return the phase `name`, or None where this length has none (the pause of 90 minutes)."""
        return next((fase for fase in self.fasen if fase.id == name), None)


def load_rules(path: Path, duur: int, own: Mapping[str, int], standard: Path | None = None) -> Rules:
    """Return the rules of a game of `duur` minutes; `own` are the numbers that the casus sets itself.

    `standard` is the spel.yaml that the one at `path` may extend.

    Raises:
        KitError: `spel.yaml` is wrong; all that is wrong in it is named, with its place.
    """
    root, problems = read_over(path, SPEL, SpelBestand, standard or path, deep=_EVERYTHING)
    problems += needed(root, _NEEDED, _FROM_THE_PROGRAM)
    names = {LENGTE: _LENGTHS, FASE: usable(root, "fasen", _PHASES)}
    file = built(SpelBestand, root, SPEL, problems, Around(path.parent, names))
    length = next(length for name, length in file.lengtes.items() if name == str(duur))
    return _rules(file, length, duur, own)


def _rules(file: SpelBestand, length: LengteRegel, duur: int, own: Mapping[str, int]) -> Rules:
    pad = own.get("pad", length.pad)
    return Rules(
        duur=duur,
        geld=own.get("geld", length.start.geld),
        tijd=own.get("tijd", length.start.tijd),
        steun=own.get("steun", length.start.steun),
        regie=own.get("regie", length.start.regie),
        pad=pad,
        vakken=_spaces(length.vakken.numbers(), length.pad, pad),
        aanpakken=length.aanpakken,
        dreamteam=length.dreamteam,
        open_rollen=length.open.rollen,
        open_aanpakken=length.open.aanpakken,
        steun_hoogst=file.schalen.steun,
        regie_hoogst=file.schalen.regie,
        gedragen_steun=file.gedragen.steun,
        gedragen_regie=file.gedragen.regie,
        weinig_steun=file.weinig_steun,
        weinig_steun_tijd=file.weinig_steun_tijd,
        veel_steun=file.veel_steun,
        veel_steun_stappen=file.veel_steun_stappen,
        groep_ontbreekt_steun=file.groep_ontbreekt_steun,
        fiche_tekort_tijd=file.fiche_tekort_tijd,
        herleggen=file.herleggen,
        herleggen_tijd=file.herleggen_tijd,
        zandloper=file.zandloper,
        opgave_woorden=file.opgave_woorden,
        stemfiches=file.stemfiches,
        spelers_van=file.spelers.van,
        spelers_tot=file.spelers.tot,
        spelers_gewoon=file.spelers.gewoon,
        fasen=_fasen(file, length),
        praattijd=_praattijd(file.praattijd),
    )


def _praattijd(regel: PraattijdRegel) -> Praattijd:
    route, onderweg, spreiding = regel.route, regel.onderweg, regel.spreiding
    return Praattijd(
        route.uitleg,
        route.lezen,
        route.leggen,
        route.nakijken,
        onderweg.aanpak,
        onderweg.gebeurtenis,
        onderweg.thematafel,
        onderweg.herleggen,
        spreiding.keer,
        spreiding.tafel,
    )


def _spaces(spaces: Mapping[str, tuple[int, ...]], standard: int, pad: int) -> dict[int, str]:
    """Return the kind of each special space, spread over a path of another length in the same proportion."""
    found: dict[int, str] = {}
    for number, kind in sorted((number, kind) for kind, numbers in spaces.items() for number in numbers):
        at = max(1, round(number * pad / standard))
        while at in found:
            at += 1
        if at < pad:
            found[at] = kind
    return found


def _fasen(file: SpelBestand, length: LengteRegel) -> tuple[Fase, ...]:
    """Return the phases of one length; their texts are the program's, not the author's, so they lose their places."""
    found, start = [], 0
    minutes = {str(name): minutes for name, minutes in length.minuten.items()}
    for name, fase in file.fasen.items():
        if name in minutes:
            taken = minutes[name]
            found.append(Fase(str(name), str(fase.naam), str(fase.vraag or ""), start, taken, fase.station))
            start += taken
    return tuple(found)
