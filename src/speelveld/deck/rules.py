"""`spel.yaml` and what a casus sets itself → the rules of one game."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from speelveld.casus import GROEPEN, KRACHTEN
from speelveld.deck.rules_agree import disagreements
from speelveld.deck.rules_model import FASE, LENGTE, LengteRegel, PraattijdRegel, SpelBestand
from speelveld.errors import KitError, in_order
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
    vlug: int
    """So many minutes before the play of onderweg ends, the table goes on without talk (rule 27) …"""
    vlug_keer: float
    """… and an aanpak or a card then takes so many minutes."""
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


def load_rules(path: Path, duur: int, own: Mapping[str, int], standard: Path | None = None) -> Rules:
    """Return the rules of a game of `duur` minutes; `own` are the numbers that the casus sets itself.

    `standard` is the spel.yaml that the one at `path` may extend.

    Raises:
        KitError: `spel.yaml` is wrong; all that is wrong in it is named, with its place.
    """
    root, problems = read_over(path, SPEL, SpelBestand, standard or path, deep=_EVERYTHING)
    problems += needed(root, _NEEDED, _FROM_THE_PROGRAM)
    names = {LENGTE: _LENGTHS, FASE: usable(root, "fasen", _PHASES)}
    try:
        file = built(SpelBestand, root, SPEL, problems, Around(path.parent, names))
    except KitError as error:
        # Of a number that is wrong in itself no more is to be said.
        told = {problem.source for problem in error.problems}
        more = [problem for problem in disagreements(root) if problem.source not in told]
        raise KitError(in_order([*error.problems, *more])) from error
    if wrong := list(disagreements(root)):
        raise KitError(in_order(wrong))
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
        eigen_bovenop=length.eigen_bovenop,
        buiten_spel=file.buiten_spel,
        vlug=file.vlug.minuten,
        vlug_keer=file.vlug.keer,
        lezen=length.lezen,
        vergelijken=length.vergelijken,
        vergelijken_per_tafel=file.vergelijken.per_tafel,
        vergelijken_tafels=file.vergelijken.tafels,
        later=0,
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
        hart_mensen=file.hart_mensen,
        hart_steun=file.hart_steun,
        past_stappen=file.past_stappen,
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
