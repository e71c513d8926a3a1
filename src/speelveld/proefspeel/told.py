"""A trial → plain data: what `--json` prints and what the page draws."""

from collections.abc import Iterable, Mapping
from typing import Any

from speelveld.proefspeel.bands import AANPAK, GEDRAGEN, GEHAALD, MOGELIJKHEID, NAMEN, Band, Oordeel, opgaven_verschil
from speelveld.proefspeel.tally import Kaartgebruik, Uitslag, Verdeling
from speelveld.proefspeel.trial import ENOUGH, Trial

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
            "gehaald": _judged(GEHAALD[key], uitslag.gehaald if judged else None),
            "gedragen": _judged(GEDRAGEN[key], uitslag.gedragen if judged else None),
        },
        "herlegd": _round(uitslag.herlegd),
        "minuten": {**_spread(uitslag.minuten), "binnen": _round(uitslag.op_tijd)},
        "sporen": {name: _spread(spread) for name, spread in uitslag.sporen.items()},
        "rollen": _uses(uitslag.rollen),
        "aanpakken": _uses(uitslag.aanpakken),
        "kansen": _uses(uitslag.kansen),
        "uitdagingen": _uses(uitslag.uitdagingen),
    }


def _judged(band: Band, value: float | None) -> Data:
    return {"van": band.laag, "tot": band.hoog, "woord": "" if value is None else band.oordeel(value)}


def _spread(spread: Verdeling) -> Data:
    return {
        "p5": round(spread.p5, 1),
        "p50": round(spread.p50, 1),
        "p95": round(spread.p95, 1),
        "aantallen": list(spread.aantallen),
    }


def _uses(uses: Iterable[Kaartgebruik]) -> list[Mapping[str, Any]]:
    return [
        {
            "id": use.id,
            "naam": use.naam,
            "deel": _round(use.deel),
            **({} if use.open is None else {"open": _round(use.open)}),
            **({} if use.gekozen is None else {"gekozen": _round(use.gekozen)}),
        }
        for use in uses
    ]


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
