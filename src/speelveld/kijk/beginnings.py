"""What a new card, figure or step begins with: it can be printed as it is, and says what is to be written there."""

from collections.abc import Mapping
from datetime import date

from speelveld.written.nodes import Plain
from speelveld.written.paths import parts_of

_WEG: Plain = {"tekst": "Wat doen we volgens de regels?", "steun": "1"}
_KANS: Plain = {"tekst": "Wat doen we als we het anders aanpakken?", "als": {"groep": "inwoners"}, "stappen": "2"}

BEGINNINGS: Mapping[tuple[str, ...], Plain] = {
    ("opgaven",): {
        "titel": "Nieuwe opgave",
        "vraag": "Hoe zorgen we samen dat …?",
        "voor_wie": "Voor wie is dit?",
        "schuurt": "Waar schuurt het?",
        "merkt": "Wat merken mensen straks?",
    },
    ("rollen",): {
        "naam": "Nieuwe rol",
        "groep": "inwoners",
        "kracht": "kennis",
        "uitspraak": "Wat zegt deze persoon?",
        "wil": "Wat wilt u?",
        "brengt": "Wat brengt u in?",
        "niet_alleen": "Wat kunt u niet alleen?",
    },
    ("aanpakken",): {
        "titel": "Nieuwe aanpak",
        "tekst": "Wat doen we, heel concreet?",
        "geld": "1",
        "tijd": "1",
        "stappen": "2",
    },
    ("kansen",): {"titel": "Nieuwe kans", "tekst": "Wat gebeurt er?", "regels": _WEG, "mogelijkheid": _KANS},
    ("uitdagingen",): {"titel": "Nieuwe uitdaging", "tekst": "Wat gebeurt er?", "regels": _WEG, "mogelijkheid": _KANS},
    ("cijfers",): {"tekst": "Wat is het cijfer, in één zin?", "bron": "Wie heeft dit gemeten?", "jaar": "{jaar}"},
    ("verloop", "stappen"): {"naam": "Nieuwe stap", "tekst": "Wat gebeurt er?", "vraag": "Wat vraagt u aan tafel?"},
    ("gebieden",): {
        "naam": "Nieuw gebied",
        "tekst": "Wat is dit voor gebied?",
        "opgaven": ["{opgave}"],
        "resultaten": ["Wat wilt u hier bereiken?"],
        "middelen": ["Waarmee doet u dat?"],
    },
    ("kader", "vast"): "Wat ligt al vast?",
}
"""By the keys on the way to a list what an item of it begins with; `{jaar}` and `{opgave}` are filled in."""

HOLDERS: Mapping[str, Plain] = {
    "verloop": {"titel": "Hoe het gaat", "uitleg": "Schrijf per stap op wat er gebeurt en wie helpt."},
}
"""What a block that holds a list has besides, where that is new."""


def beginning(path: str, day: date, opgave: str) -> "Plain | None":
    """Return what a new item of the list at `path` begins with; None: that list gets none here.

    `day` is today, `opgave` the first opgave of the casus.
    """
    keys = tuple(str(part) for part in parts_of(path))
    return _filled(BEGINNINGS[keys], {"{jaar}": str(day.year), "{opgave}": opgave}) if keys in BEGINNINGS else None


def _filled(value: Plain, words: Mapping[str, str]) -> Plain:
    match value:
        case str():
            return words.get(value, value)
        case list():
            return [_filled(each, words) for each in value]
        case dict():
            return {key: _filled(each, words) for key, each in value.items()}
