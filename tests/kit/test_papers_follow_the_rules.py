"""Every number of the rules that is said in words comes from `spel.yaml`: change it, and what says it changes."""

import re
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from speelveld.build.pipeline import build, load
from speelveld.deck.rules import Fase, Rules
from speelveld.markup import Node
from speelveld.options import Options
from tests.makers.filled import looking_at_layouts

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC))
ACCEPTED = Path(__file__).with_name("numbers_of_the_layouts.txt")

# Per number of the rules: another value, and what is then said where.
FOLLOWS: dict[str, tuple[Any, dict[str, str]]] = {
    "duur": (100, {"draaiboek": "duurt 100 minuten", "openingstekst": "en 100 minuten"}),
    "geld": (
        17,
        {
            "casusblad": "17 geldfiches van",
            "spelregels": "Leg 17 geldfiches neer",
            "draaiboek": "17 geldfiches",
            "speelbord": "17 fiches",
        },
    ),
    "tijd": (7, {"casusblad": "7 kwartalen", "spelregels": "Zet tijd op 7", "openingstekst": "7 kwartalen"}),
    "steun": (3, {"spelregels": "steun op 3", "draaiboek": "steun op 3"}),
    "regie": (3, {"spelregels": "regie op 3", "draaiboek": "regie op 3"}),
    "pad": (22, {"spelregels": "Vak 22 is Resultaat", "draaiboek": "Het pad heeft er 22"}),
    "aanpakken": (
        4,
        {"spelregels": "hooguit vier aanpakken", "routeblad": "Leg er 1 tot 4", "speelbord": "1 tot 4 aanpak"},
    ),
    "dreamteam": (
        5,
        {"spelregels": "dreamteam van vijf rollen", "dreamteamblad": "Kies samen vijf", "wat-als": "tot 5."},
    ),
    "open_rollen": (11, {"spelregels": "aan tot 11 rolkaarten", "draaiboek": "vul aan tot 11"}),
    "open_aanpakken": (9, {"spelregels": "aan tot 9 aanpakkaarten", "draaiboek": "vul aan tot 9"}),
    "steun_hoogst": (11, {"spelregels": "willen, van 0 tot 11"}),
    "regie_hoogst": (7, {"spelregels": "Van 0 tot 7"}),
    "gedragen_steun": (
        6,
        {
            "spelwijzer": "Steun 6 of meer",
            "hulpkaarten": "Met steun 6",
            "spelregels": "Met steun 6 of meer",
            "beurtblad": "Met steun 6",
            "nagesprek": "Minder dan 6",
        },
    ),
    "gedragen_regie": (
        3,
        {
            "spelwijzer": "regie 3 of meer",
            "hulpkaarten": "regie 3 of meer",
            "spelregels": "regie 3 of meer",
            "nagesprek": "Minder dan 3",
        },
    ),
    "weinig_steun": (
        1,
        {
            "spelwijzer": "Steun 1 of lager",
            "hulpkaarten": "Steun 1 of lager",
            "spelregels": "steun op 1 of lager",
            "beurtblad": "Steun 1 of lager",
        },
    ),
    "weinig_steun_tijd": (
        2,
        {
            "spelwijzer": "kost 2 tijd meer",
            "spelregels": "aanpak 2 tijd meer",
            "beurtblad": "kost 2 tijd meer",
            "speelbord": "2 tijd extra",
        },
    ),
    "veel_steun": (
        9,
        {
            "spelwijzer": "Steun 9 of hoger",
            "hulpkaarten": "Steun 9 of hoger",
            "spelregels": "steun op 9 of hoger",
            "beurtblad": "Steun 9 of hoger",
        },
    ),
    "veel_steun_stappen": (
        2,
        {
            "spelwijzer": "hoger: 2 stappen meer",
            "spelregels": "2 stappen meer. Verandert",
            "beurtblad": "2 stappen meer",
            "speelbord": "2 stappen extra",
        },
    ),
    "groep_ontbreekt_steun": (
        2,
        {"spelregels": "steun 2 omlaag", "draaiboek": "steun 2 omlaag", "dreamteamblad": "kost 2 steun"},
    ),
    "fiche_tekort_tijd": (
        3,
        {
            "spelwijzer": "mist, kost 3 tijd",
            "hulpkaarten": "−3",
            "spelregels": "mist, kost 3 tijd",
            "beurtblad": "mist, kost 3 tijd",
        },
    ),
    "herleggen": (
        2,
        {
            "spelwijzer": "Twee keer per spel",
            "hulpkaarten": "Twee keer per spel",
            "spelregels": "twee keer per spel, en",
            "beurtblad": "Twee keer per spel",
            "routeblad": "twee keer per spel",
        },
    ),
    "herleggen_tijd": (
        2,
        {
            "spelwijzer": "voor 2 tijd",
            "hulpkaarten": "−2",
            "spelregels": "Dat kost 2 tijd, en",
            "beurtblad": "Kost 2 tijd",
            "routeblad": "Dat kost 2 tijd",
        },
    ),
    "zandloper": (
        1,
        {
            "spelwijzer": "Na 1 minuut kiest",
            "spelregels": "Na één minuut kiest u",
            "beurtblad": "Na 1 minuut",
            "draaiboek": "Praat één minuut",
            "materiaallijst": "van één minuut",
        },
    ),
    "opgave_woorden": (
        12,
        {
            "spelregels": "dan hooguit twaalf woorden",
            "draaiboek": "hooguit twaalf woorden",
            "resultaatblad": "hooguit twaalf",
            "opgavekaarten": "in 12 woorden",
        },
    ),
    "stemfiches": (1, {"spelregels": "1 stemfiche over", "draaiboek": "U hebt 1 stemfiche."}),
    "hart_mensen": (
        3,
        {
            "spelregels": "ten minste drie mensen",
            "draaiboek": "er drie mensen nodig",
            "dreamteamblad": "ten minste drie mensen",
            "opgavekaarten": "drie mensen uit",
        },
    ),
    "hart_steun": (
        2,
        {"spelregels": "nog 2 omlaag", "draaiboek": "steun ook 2 omlaag", "dreamteamblad": "ook 2 steun"},
    ),
    "past_stappen": (
        2,
        {
            "spelwijzer": "2 stappen erbij",
            "hulpkaarten": "+2",
            "spelregels": "er dan 2 stappen bij",
            "beurtblad": "Dan 2 stappen erbij",
            "draaiboek": "komt er 2 stappen bij",
            "routeblad": "er 2 meer",
            "opgavekaarten": "2 stappen meer met",
        },
    ),
    "eigen_bovenop": (1, {"spelregels": "bovenop de stapel", "draaiboek": "eigen kans bovenop de stapel"}),
    "vlug": (3, {"draaiboek": "Er zijn dan nog drie minuten"}),
    "spelers_van": (5, {"spelregels": "met 5 tot", "wat-als": "er minder dan 5"}),
    "spelers_tot": (8, {"spelregels": "tot 8 mensen", "wat-als": "meer dan 8"}),
    "spelers_gewoon": (5, {"draaiboek": "5 deelnemers", "printwijzer": "5 deelnemers"}),
}
# Not a number but a list: their counts are said, and tested below.
# Minutes are said as the hours of the draaiboek, which another test adds up; those of talk are for proefspeel.
LISTS = {
    "vakken", "krachten", "groepen", "fasen", "praattijd", "buiten_spel", "lezen", "vergelijken",
    "vergelijken_per_tafel", "vergelijken_tafels", "later", "vlug_keer",
}  # fmt: skip

_SENTENCE = re.compile(r"(?<=[.?!”])\s+|\s*\n\s*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MORE = {"stap": "stappen", "minuut": "minuten", "woord": "woorden", "stemfiche": "stemfiches", "kans": "kansen"}
_ONE = re.compile(rf"\b(?:{'|'.join(_MORE)})\b")
# The papers that say rules; the others count cards, sheets and tables.
SPEAKING = (
    "spelregels", "spelwijzer", "speelbord", "routeblad", "dreamteamblad", "resultaatblad", "opgavekaarten",
    "hulpkaarten", "draaiboek", "beurtblad", "spiekkaart", "openingstekst", "nagesprek", "wat-als", "uitleg",
    "materiaallijst", "casusblad",
)  # fmt: skip
_NUMBER = re.compile(
    r"\d+|\b(?:nul|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien"
    r"|zeventien|achttien|negentien|twintig|helft|half|halve|dubbel\w*|halveer\w*)\b",
    re.IGNORECASE,
)


def said(rules: dict[str, Any], monkeypatch: pytest.MonkeyPatch, *only: str) -> dict[str, str]:
    """Return what the layouts say by themselves with these rules, per layout; '§' is where an author's text stands."""
    found: dict[str, list[str]] = {}

    def look(naam: str, part: Node) -> None:
        words = "".join("§" if piece.origin else piece.text for piece in part.pieces)
        texts = (text for text in (words, part.attributes.get("alt", "")) if text)
        found.setdefault(naam, []).extend(text.replace("\N{NO-BREAK SPACE}", " ") for text in texts)

    with looking_at_layouts(monkeypatch, look):
        loaded = load(ROOT / "decks" / "zutphen-dementie", "zutphen-dementie")
        # How many come is then for the rules to say.
        meeting = loaded.casus.bijeenkomst.model_copy(update={"tafels": None, "deelnemers": None})
        casus = loaded.casus.model_copy(update={"bijeenkomst": meeting})
        changed = replace(loaded, casus=casus, rules=replace(loaded.rules, **rules))
        build(changed, replace(OPTIONS, only=only), lambda _: None)
    return {name: "\n".join(dict.fromkeys(texts)) for name, texts in found.items()}


def test_every_number_of_the_rules_is_looked_at() -> None:
    assert {field.name for field in fields(Rules)} == FOLLOWS.keys() | LISTS


@pytest.mark.long
@pytest.mark.parametrize("field", FOLLOWS)
def test_what_says_a_number_follows_it(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value, places = FOLLOWS[field]
    before, after = said({}, monkeypatch, *places), said({field: value}, monkeypatch, *places)
    assert {name: text for name, text in places.items() if text not in after[name]} == {}
    assert {name: text for name, text in places.items() if text in before[name]} == {}


def test_the_counts_of_groups_and_spaces_follow_too(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = {"groepen": ("inwoners", "gemeente"), "vakken": {2: "kans", 4: "uitdaging", 5: "uitdaging"}}
    found = said(lists, monkeypatch, "spelregels", "draaiboek")
    assert "Er zijn twee groepen" in found["spelregels"]
    assert "Er zijn 2 groepen: inwoners en gemeente" in found["draaiboek"]
    assert "liggen 1 kans en 2 uitdagingen" in found["draaiboek"]


def all_changed() -> dict[str, Any]:
    """Return rules of which no number is as it was, with a phase more at the beginning."""
    rules = load(ROOT / "decks" / "zutphen-dementie", "zutphen-dementie").rules
    first = Fase("kennismaken", "Kennismaken", "Wie zijn we?", 0, 1, 0)
    fasen = [
        replace(fase, start=1 + 2 * fase.start, minuten=2 * fase.minuten, station=fase.station and fase.station + 1)
        for fase in rules.fasen
    ]
    lists = {
        "fasen": (first, *fasen),
        "groepen": rules.groepen[:4],
        "krachten": rules.krachten[:4],
        "vakken": {2: "kans"},
    }
    return {**{field: value for field, (value, _) in FOLLOWS.items()}, **lists}


def frame(sentence: str) -> tuple[str, tuple[str, ...]]:
    """Return a sentence without its numbers, in which one is said as more are, and the numbers."""
    numbers = tuple(number.lower() for number in _NUMBER.findall(sentence))
    return _ONE.sub(lambda match: _MORE[match[0]], _NUMBER.sub("#", sentence)), numbers


def unchanged(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the sentences of the game's papers in which a number is the same before and after."""
    found = set()
    for name in SPEAKING:
        others: dict[str, list[tuple[str, ...]]] = {}
        for sentence in _SENTENCE.split(after[name]):
            words, numbers = frame(sentence)
            others.setdefault(words, []).append(numbers)
        for sentence in _SENTENCE.split(before[name]):
            words, numbers = frame(sentence)
            same = (
                number
                for other in others.get(words, ())
                for number, now in zip(numbers, other, strict=True)
                if number == now
            )
            if len(_WORD.findall(sentence)) > 1 and "licentie" not in sentence and any(same):
                found.add(f"{name}: {sentence}")
    return sorted(found)


def test_no_layout_says_a_number_of_the_rules_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers that stay as they are when every rule changes are few, read by hand, and no rule."""
    found = unchanged(said({}, monkeypatch), said(all_changed(), monkeypatch))
    assert found == ACCEPTED.read_text(encoding="utf-8").splitlines()


def test_a_number_that_a_layout_says_itself_is_found() -> None:
    before = dict.fromkeys(SPEAKING, "") | {
        "spelregels": "Steun 2 of minder? Dan kost het 1 tijd.\nSteun 2: 1 stap meer."
    }
    after = dict.fromkeys(SPEAKING, "") | {
        "spelregels": "Steun 3 of minder? Dan kost het 1 tijd.\nSteun 3: 1 stap meer."
    }
    assert unchanged(before, after) == ["spelregels: Dan kost het 1 tijd.", "spelregels: Steun 2: 1 stap meer."]
