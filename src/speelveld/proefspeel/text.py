"""A trial → a compact table for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from speelveld.proefspeel.bands import (
    AANPAK,
    GEDRAGEN,
    GEHAALD,
    MOGELIJKHEID,
    NAMEN,
    OPGAVEN_POTJES,
    Band,
    Oordeel,
    opgaven_verschil,
)
from speelveld.proefspeel.numbers import number, percent, points
from speelveld.proefspeel.tally import Kaartgebruik, Uitslag
from speelveld.proefspeel.told import never_laid, unused
from speelveld.proefspeel.trial import ENOUGH, Trial
from speelveld.proefspeel.words import REFUSED, advice, conclusion, refused, remarks

_WIDTH = 100
_FIRST = 27
_UNITS = {"tijd": "tijd over, in kwartalen", "geld": "geld over, in fiches", "steun": "steun", "regie": "regie"}


def report(trial: Trial, titel: str) -> str:
    """Return the outcome as lines of at most a hundred characters."""
    games = "potje" if trial.potjes == 1 else "potjes"
    lines = [
        titel,
        f"{number(trial.potjes)} {games} per soort team, {trial.table.rules.duur} minuten, zaad {trial.zaad}",
        "",
        *_teams(trial),
        "",
        *_ends(trial),
        "",
        *_groups(trial),
        "",
        *_opgaven(trial),
        *_cards(trial),
        "",
        conclusion(trial),
        *(line for remark in remarks(trial) for line in wrap(remark, _WIDTH, subsequent_indent="  ")),
        *advice(trial),
    ]
    return "\n".join(line.rstrip() for line in lines)


def _teams(trial: Trial) -> Iterator[str]:
    yield f"{'Soort team':<{_FIRST}}{'gehaald':<24}gehaald en gedragen"
    for key, uitslag in trial.teams.items():
        first, second = (
            f"{percent(share, judged):>6}  {band.oordeel(share) if judged else ''}"
            for share, band in ((uitslag.gehaald, GEHAALD[key]), (uitslag.gedragen, GEDRAGEN[key]))
            for judged in [band if trial.potjes >= ENOUGH else None]
        )
        yield f"{NAMEN[key]:<{_FIRST}}{first:<24}{second}"
    less = trial.varianten.geweigerd
    yield f"{REFUSED:<{_FIRST}}{percent(less.gehaald):>6}{'':18}{percent(less.gedragen):>6}"
    yield from wrap(refused(), _WIDTH)


def _ends(trial: Trial) -> Iterator[str]:
    samen = trial.teams["samen"]
    words = _words(trial)
    yield f"{'Samen, aan het eind':<{_FIRST}}{'laag':>6}{'midden':>9}{'hoog':>7}"
    for name, unit in _UNITS.items():
        spread = samen.sporen[name]
        yield f"{unit:<{_FIRST}}{number(spread.p5):>6}{number(spread.p50):>9}{number(spread.p95):>7}"
    spread, fit = samen.minuten, f"{percent(samen.op_tijd)} in {trial.table.rules.speeltijd} minuten"
    yield (
        f"{'minuten fase 4 en 5':<{_FIRST}}{spread.p5:>6.0f}{spread.p50:>9.0f}{spread.p95:>7.0f}"
        f"   {fit}{words['op-tijd'] and ': '}{words['op-tijd']}"
    )
    yield f"{'herlegt de route':<{_FIRST}}{percent(samen.herlegd):>6}{'':19}{words['herleggen']}"
    yield "Laag en hoog: 5 van de 100 potjes liggen eronder, en 5 erboven."


def _groups(trial: Trial) -> Iterator[str]:
    varianten = trial.varianten
    yield f"{'Samen, maar dan':<{_FIRST}}{'gehaald':>7}{'gedragen':>11}   (verschil in punten)"
    for group, uitslag in varianten.zonder.items():
        yield _changed(f"zonder {group}", uitslag, trial, f"zonder-{group}-gehaald", f"zonder-{group}-gedragen")
    yield _changed("zonder oog voor de opgave", varianten.zonder_opgave, trial, "", "keuze-opgave")
    yield _changed("met zomaar personen", varianten.elke_persoon, trial, "", "keuze-personen")
    yield _changed("met zomaar een route", varianten.elke_route, trial, "", "keuze-route")
    always = varianten.altijd_mogelijkheid
    yield _changed("altijd de mogelijkheid", always, trial, "altijd-gehaald", "altijd-gedragen")
    yield _changed("altijd de regel", varianten.altijd_regels, trial)


def _opgaven(trial: Trial) -> Iterator[str]:
    """Yield how often each opgave is reached, from often to seldom."""
    samen = trial.teams["samen"]
    if not samen.opgaven:
        return
    ranked = sorted(samen.opgaven, key=lambda each: (-each.gehaald, each.naam))
    told = ", ".join(f"{each.naam} {percent(each.gehaald)[:-2]}" for each in ranked)
    yield from wrap(f"Opgaven, gehaald door samen, in %: {told}.", _WIDTH, subsequent_indent="  ")
    word = _words(trial).get("opgaven")
    chance = "" if word else f" (onder {number(OPGAVEN_POTJES)} potjes telt het toeval mee)"
    most = points(opgaven_verschil(samen)).removeprefix("+")
    yield f"Verschil tussen de opgaven: {most} punten{chance}{f': {word}' if word else ''}"
    yield ""


def _words(trial: Trial) -> dict[str, str]:
    """Return the word for each measure by its name; of too few games nothing is said."""
    return {verdict.naam: verdict.woord if trial.potjes >= ENOUGH else "" for verdict in trial.oordelen}


def _changed(name: str, uitslag: Uitslag, trial: Trial, gehaald: str = "", gedragen: str = "") -> str:
    """Return how much more or less a variant makes of it; `gehaald` and `gedragen` are the measures that judge that."""
    gewoon = trial.varianten.gewoon
    judged = {verdict.naam: verdict for verdict in trial.oordelen if trial.potjes >= ENOUGH}
    found = judged.get(gehaald), judged.get(gedragen)
    changes = uitslag.gehaald - gewoon.gehaald, uitslag.gedragen - gewoon.gedragen
    first, second = (_points(change, verdict) for change, verdict in zip(changes, found, strict=True))
    words = dict.fromkeys(verdict.woord for verdict in found if verdict)
    told = ", ".join(word for word in words if word != "goed") or "".join(words)
    return f"{name:<{_FIRST}}{first:>7}{second:>11}   {told}"


def _points(change: float, verdict: Oordeel | None) -> str:
    if verdict is None:
        return points(change)
    # Some measures are of what is lost, and their bands too.
    lost = verdict.waarde != change
    return points(change, Band(-verdict.band.hoog, -verdict.band.laag) if lost else verdict.band)


def _cards(trial: Trial) -> Iterator[str]:
    samen, judged = trial.teams["samen"], trial.potjes >= ENOUGH
    shares, title = [use.deel for use in samen.aanpakken], "Aanpakken, in % van de routes van samen"
    yield from _listed(title, samen.aanpakken, shares, AANPAK if judged else None)
    for title, uses in (("Kansen", samen.kansen), ("Uitdagingen", samen.uitdagingen)):
        there = [use for use in uses if use.gekozen is not None]
        shares = [use.gekozen or 0.0 for use in there]
        title = f"{title}, mogelijkheid gekozen als die kon, in %"
        yield from _listed(title, there, shares, MOGELIJKHEID if judged else None)
    never = unused(trial)
    closed = never_laid(trial)
    names = ", ".join(use.naam for use in never if use not in closed) or "geen enkele kaart"
    yield from wrap(f"Nooit gebruikt: {names}.", _WIDTH, subsequent_indent="  ")
    if closed:
        names = ", ".join(use.naam for use in closed)
        yield from wrap(f"Nooit open op tafel, dus niet te kiezen: {names}.", _WIDTH, subsequent_indent="  ")


def _listed(title: str, uses: Sequence[Kaartgebruik], shares: Sequence[float], band: Band | None) -> list[str]:
    """Return cards from often to seldom, with a word at each that lies outside `band`."""
    ranked = sorted(zip(shares, uses, strict=True), key=lambda pair: (-pair[0], pair[1].naam))
    told = ", ".join(
        f"{use.naam} {percent(share, band)[:-2]}{f' ({band.oordeel(share)})' if band and band.ernaast(share) else ''}"
        for share, use in ranked
    )
    return wrap(f"{title}: {told or 'geen'}.", _WIDTH, subsequent_indent="  ")
