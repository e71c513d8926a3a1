"""A trial → plain data: what `--json` prints and what the page draws."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from speelveld.proefspeel.bands import AANPAK, GEDRAGEN, GEHAALD, MOGELIJKHEID, NAMEN, Band, Oordeel, opgaven_verschil
from speelveld.proefspeel.numbers import percent
from speelveld.proefspeel.tally import Kaartgebruik, Uitslag, Verdeling
from speelveld.proefspeel.trial import ENOUGH, GEWEIGERD, Trial
from speelveld.proefspeel.words import REFUSED, refused

Data = dict[str, Any]


def told(trial: Trial) -> Data:
    """Return all that was measured; shares are from 0 to 1, with four decimals. Of too few games nothing is judged."""
    rules, varianten = trial.table.rules, trial.varianten
    samen, gewoon = trial.teams["samen"], varianten.gewoon
    less = {
        "opgave": varianten.zonder_opgave,
        "personen": varianten.elke_persoon,
        "route": varianten.elke_route,
        "geweigerd": varianten.geweigerd,
    }
    enough = trial.potjes >= ENOUGH
    return {
        "duur": rules.duur,
        "potjes": trial.potjes,
        "zaad": trial.zaad,
        "start": {"geld": rules.geld, "tijd": rules.tijd, "steun": rules.steun, "regie": rules.regie, "pad": rules.pad},
        "schalen": {"steun": rules.steun_hoogst, "regie": rules.regie_hoogst},
        "gedragen": {"steun": rules.gedragen_steun, "regie": rules.gedragen_regie},
        "teams": {key: _team(key, uitslag, judged=enough) for key, uitslag in trial.teams.items()},
        "geweigerd": _refused(varianten.geweigerd),
        "minuten": {"tot": rules.speeltijd},
        "banden": {"aanpak": _band(AANPAK), "mogelijkheid": _band(MOGELIJKHEID)},
        "opgaven": [
            {
                "id": each.id,
                "naam": each.naam,
                "potjes": each.potjes,
                "gehaald": _round(each.gehaald),
                "gedragen": _round(each.gedragen),
            }
            for each in samen.opgaven
        ],
        "opgaven_verschil": _round(opgaven_verschil(samen)) if samen.opgaven else None,
        "zonder": {group: _less(uitslag, gewoon) for group, uitslag in varianten.zonder.items()},
        "minder": {name: _less(uitslag, gewoon) for name, uitslag in less.items()},
        "altijd": {
            "mogelijkheid": _less(varianten.altijd_mogelijkheid, gewoon),
            "regels": _less(varianten.altijd_regels, gewoon),
        },
        "nooit_gebruikt": [use.naam for use in unused(trial)],
        "nooit_open": [use.naam for use in never_laid(trial)],
        "oordelen": [_verdict(verdict) for verdict in trial.oordelen] if enough else [],
        "in_balans": trial.in_balans if enough else None,
        "draai": _knob(trial),
        "verstoort": _cards(trial),
    }


def unused(trial: Trial) -> list[Kaartgebruik]:
    """Return the cards that no team of any kind ever used: chose, laid or drew."""
    found = []
    for kind in ("rollen", "aanpakken", "kansen", "uitdagingen"):
        for uses in zip(*(getattr(uitslag, kind) for uitslag in trial.teams.values()), strict=True):
            if all(use.deel == 0 for use in uses):
                found.append(uses[0])
    return found


def never_laid(trial: Trial) -> list[Kaartgebruik]:
    """Return the roles that nobody could choose: those that always lie open are all that is laid."""
    table = trial.table
    named = {str(rol.id) for rol, always in zip(table.rollen, table.genoemd, strict=True) if always}
    if len(named) < table.rules.open_rollen:
        return []
    roles = {str(rol.id) for rol in table.rollen}
    return [use for use in unused(trial) if use.id in roles - named]


def _result(uitslag: Uitslag) -> Data:
    return {"gehaald": _round(uitslag.gehaald), "gedragen": _round(uitslag.gedragen)}


def _less(uitslag: Uitslag, gewoon: Uitslag) -> Data:
    return {**_result(uitslag), "verschil": _drop(uitslag, gewoon)}


def _band(band: Band) -> Data:
    return {"van": band.laag, "tot": band.hoog}


def _drop(uitslag: Uitslag, gewoon: Uitslag) -> Data:
    return {
        "gehaald": _round(uitslag.gehaald - gewoon.gehaald),
        "gedragen": _round(uitslag.gedragen - gewoon.gedragen),
    }


def _team(key: str, uitslag: Uitslag, *, judged: bool) -> Data:
    return {
        "naam": NAMEN[key],
        **_result(uitslag),
        "oordeel": {
            "gehaald": _judged(GEHAALD[key], uitslag.gehaald, judged=judged),
            "gedragen": _judged(GEDRAGEN[key], uitslag.gedragen, judged=judged),
        },
        "herlegd": _round(uitslag.herlegd),
        "minuten": {**_spread(uitslag.minuten), "binnen": _round(uitslag.op_tijd)},
        "sporen": {name: _spread(spread) for name, spread in uitslag.sporen.items()},
        "rollen": _uses(uitslag.rollen),
        "aanpakken": _uses(uitslag.aanpakken, lambda use: use.deel, AANPAK if judged else None),
        "kansen": _uses(uitslag.kansen, lambda use: use.gekozen, MOGELIJKHEID if judged else None),
        "uitdagingen": _uses(uitslag.uitdagingen, lambda use: use.gekozen, MOGELIJKHEID if judged else None),
    }


def _refused(uitslag: Uitslag) -> Data:
    """Return the outcome where a part of the help is refused, with what that means; it has no band."""
    shown = {"gehaald": percent(uitslag.gehaald), "gedragen": percent(uitslag.gedragen)}
    return {"naam": REFUSED, "deel": GEWEIGERD, **_result(uitslag), "toont": shown, "zin": refused()}


def _judged(band: Band, value: float, *, judged: bool) -> Data:
    word = band.oordeel(value) if judged else ""
    return {"van": band.laag, "tot": band.hoog, "woord": word, "toont": percent(value, band if judged else None)}


def _spread(spread: Verdeling) -> Data:
    return {
        "p5": round(spread.p5, 1),
        "p50": round(spread.p50, 1),
        "p95": round(spread.p95, 1),
        "aantallen": list(spread.aantallen),
    }


def _uses(
    uses: Iterable[Kaartgebruik],
    share: Callable[[Kaartgebruik], float | None] = lambda _: None,
    band: Band | None = None,
) -> list[Mapping[str, Any]]:
    """Return what is told of cards; `share` is what a card is judged by, as `toont` shows it, where there is a band."""
    return [
        {
            "id": use.id,
            "naam": use.naam,
            "deel": _round(use.deel),
            **({} if use.open is None else {"open": _round(use.open)}),
            **({} if use.gekozen is None else {"gekozen": _round(use.gekozen)}),
            **({} if (value := share(use)) is None else _shown(value, band)),
        }
        for use in uses
    ]


def _shown(value: float, band: Band | None) -> Data:
    return {"toont": percent(value, band), "oordeel": band.oordeel(value) if band else ""}


def _verdict(verdict: Oordeel) -> Data:
    return {
        "naam": verdict.naam,
        "wat": verdict.wat,
        "waarde": _round(verdict.waarde),
        "van": verdict.band.laag,
        "tot": verdict.band.hoog,
        "oordeel": verdict.woord,
        "kaarten": list(verdict.kaarten),
    }


def _knob(trial: Trial) -> Data | None:
    knop = trial.knop
    return (
        None
        if knop is None
        else {
            "wat": knop.naam,
            "nu": knop.nu,
            "beter": knop.beter,
            "team": knop.team,
            "maat": knop.maat,
            "was": _round(knop.was),
            "wordt": _round(knop.wordt),
            "gehaald_nu": _round(knop.gehaald_nu),
            "gehaald_beter": _round(knop.gehaald_beter),
            "gedragen_beter": _round(knop.gedragen_beter),
            "genoeg": knop.binnen,
        }
    )


def _cards(trial: Trial) -> Data | None:
    found = trial.verstoring
    return (
        None
        if found is None
        else {
            "kaarten": [
                {"soort": card.soort, "id": card.id, "naam": card.naam, "te": "makkelijk" if easy else "moeilijk"}
                for card, easy in zip(found.kaarten, found.te_gul, strict=True)
            ],
            "team": found.team,
            "wat": found.wat,
            "met": _round(found.met),
            "zonder": _round(found.zonder),
        }
    )


def _round(value: float) -> float:
    return round(value, 4)
