"""A trial → a compact table for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from speelveld.proefspeel.bands import GEDRAGEN, GEHAALD, NAMEN, OPGAVEN_POTJES, opgaven_verschil
from speelveld.proefspeel.tally import Kaartgebruik, Uitslag
from speelveld.proefspeel.told import unused
from speelveld.proefspeel.trial import ENOUGH, GEWEIGERD, Trial
from speelveld.proefspeel.words import advice, conclusion, number, percent, points, remarks

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
        words = GEHAALD[key].oordeel(uitslag.gehaald), GEDRAGEN[key].oordeel(uitslag.gedragen)
        won, carried = words if trial.potjes >= ENOUGH else ("", "")
        first, second = f"{percent(uitslag.gehaald):>6}  {won}", f"{percent(uitslag.gedragen):>6}  {carried}"
        yield f"{NAMEN[key]:<{_FIRST}}{first:<24}{second}"


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
    words, varianten = _words(trial), trial.varianten
    yield f"{'Samen, maar dan':<{_FIRST}}{'gehaald':>7}{'gedragen':>11}   (verschil in punten)"
    for group, uitslag in varianten.zonder.items():
        said = dict.fromkeys(words[f"zonder-{group}-{what}"] for what in ("gehaald", "gedragen"))
        told = ", ".join(word for word in said if word != "goed") or next(iter(said))
        yield _changed(f"zonder {group}", uitslag, trial, told)
    choices = (
        ("zonder oog voor de opgave", varianten.zonder_opgave, "keuze-opgave"),
        ("met zomaar personen", varianten.elke_persoon, "keuze-personen"),
        ("met zomaar een route", varianten.elke_route, "keuze-route"),
    )
    for name, uitslag, key in choices:
        yield _changed(name, uitslag, trial, words.get(key, ""))
    always = words["altijd-gehaald"], words["altijd-gedragen"]
    told = next((word for word in always if word != "goed"), always[0])
    yield _changed("altijd de mogelijkheid", varianten.altijd_mogelijkheid, trial, told)
    yield _changed("altijd de regel", varianten.altijd_regels, trial, "")
    yield _changed(f"{percent(GEWEIGERD)} van de hulp kan niet", varianten.geweigerd, trial, "")


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


def _changed(name: str, uitslag: Uitslag, trial: Trial, word: str) -> str:
    gewoon = trial.varianten.gewoon
    changes = points(uitslag.gehaald - gewoon.gehaald), points(uitslag.gedragen - gewoon.gedragen)
    return f"{name:<{_FIRST}}{changes[0]:>7}{changes[1]:>11}   {word}"


def _cards(trial: Trial) -> Iterator[str]:
    samen = trial.teams["samen"]
    yield from _listed("Aanpakken, in % van de routes van samen", samen.aanpakken, [u.deel for u in samen.aanpakken])
    for title, uses in (("Kansen", samen.kansen), ("Uitdagingen", samen.uitdagingen)):
        there = [use for use in uses if use.gekozen is not None]
        shares = [use.gekozen or 0.0 for use in there]
        yield from _listed(f"{title}, mogelijkheid gekozen als die kon, in %", there, shares)
    never = unused(trial)
    names = ", ".join(use.naam for use in never) or "geen enkele kaart"
    yield from wrap(f"Nooit gebruikt: {names}.", _WIDTH, subsequent_indent="  ")


def _listed(title: str, uses: Sequence[Kaartgebruik], shares: Sequence[float]) -> list[str]:
    ranked = sorted(zip(shares, uses, strict=True), key=lambda pair: (-pair[0], pair[1].naam))
    told = ", ".join(f"{use.naam} {percent(share)[:-2]}" for share, use in ranked) or "geen"
    return wrap(f"{title}: {told}.", _WIDTH, subsequent_indent="  ")
