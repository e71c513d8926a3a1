"""What the handleiding says an author may write is what the program takes: keys, numbers, and its own example."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from speelveld.build.checking import check_words
from speelveld.build.pipeline import Built, build, load
from speelveld.casus import Aanpak, Casus, Gebeurtenis, Opgave, Rol
from speelveld.deck import choose_cards
from speelveld.deck.rules import load_rules
from speelveld.markup.filters.texts import NUMERALS
from speelveld.options import Options
from speelveld.proefspeel.bands import GEDRAGEN, GEHAALD, MAIN, OPGAVEN, OPGAVEN_POTJES, main_verdicts
from speelveld.proefspeel.many import TEAMS, play_team
from speelveld.proefspeel.numbers import range_words
from speelveld.proefspeel.playing import table_of
from speelveld.proefspeel.trial import run_trial
from speelveld.proefspeel.words import REFUSED
from tests.docs.test_opmaak import type_of
from tests.proefspeel.worlds import standard

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
STARTER = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
RULES = {duur: load_rules(ROOT / "decks" / "basis" / "spel.yaml", duur, {}) for duur in (120, 90)}
CARDS = ("rollen", "aanpakken", "kansen", "uitdagingen")


def table(*heads: str) -> list[list[str]]:
    """Return the rows of the one table with these headings."""
    found = []
    for block in re.findall(r"(?:^\|.*\|\n)+", TEXT, re.MULTILINE):
        rows = [line.strip("| ").split(" | ") for line in block.splitlines()]
        if rows[0] == list(heads):
            found.append(rows[2:])
    assert len(found) == 1, heads
    return found[0]


def codes(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def own_cards() -> str:
    """Return the example of own cards."""
    (example,) = re.findall(r"```yaml\n(aanpakken:\n.*?)```", TEXT, re.DOTALL)
    return str(example)


def uncommented() -> str:
    """Return the casus to start from with every key in use that has a # before it."""
    head, begin, rest = STARTER.partition("formaat: 1\n")
    # Explanation stands behind one space or three; what is YAML, behind none or an even number.
    return head + begin + re.sub(r"(?m)^#(?=[a-z_]+:|(?:  )+\S|$)", "", rest)


def made(folder: Path, text: str) -> Built:
    (folder / "casus.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder, "casus.yaml")
    assert [melding.problem.message for melding in check_words(loaded).casus] == []
    return build(loaded, Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False), lambda _: None)


def test_every_key_of_a_casus_that_may_be_left_out_is_told() -> None:
    told = [key for row in table("sleutel", "waarvoor") for key in codes(row[0])]
    assert sorted(told) == sorted(name for name, field in Casus.model_fields.items() if not field.is_required())


def test_every_key_below_them_that_does_something_in_the_game_is_told() -> None:
    told: dict[str, list[str]] = {}
    for where, keys, _ in table("waar", "sleutel", "wat u invult"):
        for place in where.replace("`", "").split(", "):
            told.setdefault(place, []).extend(codes(keys))
    every = told.pop("elke kaart")
    models: Mapping[str, Any] = {
        "opgave": Opgave,
        "rol": Rol,
        "aanpak": Aanpak,
        "kans": Gebeurtenis,
        "uitdaging": Gebeurtenis,
        "uitweg": type_of(Gebeurtenis, "mogelijkheid"),
        "spel": type_of(Casus, "spel"),
        "bijeenkomst": type_of(Casus, "bijeenkomst"),
    }
    shared = {name: every if is_card(name) else [] for name in models}
    assert {name: sorted([*keys, *shared[name]]) for name, keys in told.items()} == {
        name: sorted(model.model_fields) for name, model in models.items()
    }


def is_card(name: str) -> bool:
    return name in ("rol", "aanpak", "kans", "uitdaging")


@pytest.mark.parametrize("duur", [120, 90])
def test_what_hart_and_past_do_is_told_with_the_numbers_of_the_rules(duur: int) -> None:
    rules = RULES[duur]
    rows = {codes(row[1])[0]: row[2] for row in table("waar", "sleutel", "wat u invult") if row[0] == "opgave"}
    assert f"zitten er {NUMERALS[rules.hart_mensen]} mensen" in rows["hart"]
    assert f"steun {rules.hart_steun} omlaag" in rows["hart"]
    assert "hoogstens drie aanpakken" in rows["past"]
    assert f"{rules.past_stappen} stap meer" in rows["past"]
    assert f"Er is plaats voor {NUMERALS[rules.open_rollen]}." in TEXT


def test_the_example_of_own_cards_builds_without_a_remark(tmp_path: Path) -> None:
    built = made(tmp_path, f"{STARTER}\n{own_cards()}")
    assert built.warnings == ()
    casus = built.casus
    assert [len(getattr(casus, kind)) for kind in CARDS] == [0, 1, 1, 1]
    assert "`de-straat-een-week-dicht`" in TEXT
    assert [str(card.id) for card in casus.aanpakken] == ["de-straat-een-week-dicht"]


@pytest.mark.parametrize("duur", [120, 90])
def test_the_example_of_own_cards_leaves_the_game_in_balance(tmp_path: Path, duur: int) -> None:
    assert "Met de drie\n  kaarten hierboven is het spel in balans." in TEXT
    (tmp_path / "casus.yaml").write_text(f"{STARTER}\n{own_cards()}", encoding="utf-8")
    loaded = load(tmp_path, "casus.yaml", duur=duur)
    table_ = table_of(loaded.casus, choose_cards(loaded.casus, loaded.deck), loaded.rules)
    teams = {key: play_team(table_, team, 4000, 2026) for key, team in TEAMS.items()}
    assert [(verdict.wat, verdict.waarde) for verdict in main_verdicts(teams) if not verdict.goed] == []


def test_the_casus_to_start_from_has_the_same_example() -> None:
    keys = yaml.safe_load(own_cards())
    there = yaml.safe_load(uncommented())
    assert {kind: there[kind] for kind in keys} == keys


def test_all_that_has_a_hash_before_it_in_the_casus_to_start_from_may_be_used(tmp_path: Path) -> None:
    text = uncommented()
    keys = yaml.safe_load(text)
    # What the handleiding tells and the file does not show, has a chapter or a page of its own.
    assert set(Casus.model_fields) - set(keys) == {"verloop", "gebieden", "afbeelding", "kaartsoorten"}
    assert keys["spel"].keys() >= {"fiche", "geld", "tijd"}
    # No picture lies beside it, and 'woorden' would change the texts that follow.
    text = re.sub(r"(?m)^  logo(?:_tekst)?: .*\n", "", text)
    text = re.sub(r"(?m)^  negeer:\n.*\n", "", text)
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    loaded = load(tmp_path, "casus.yaml")
    assert loaded.casus.aan_tafel
    assert build(
        loaded, Options(datetime(2026, 1, 1, tzinfo=UTC), only=("aanpakkaarten",), previews=False), lambda _: None
    ).prints


def test_the_bands_of_proefspeel_are_those_it_judges_by() -> None:
    rows = table("soort team", "wat het doet", "hoe vaak het Resultaat haalt", "en gedragen")
    names = {"willekeurig": "willekeurig", "volgens de regels": "regels", "samen": "samen"}

    def told(key: str, bands: Mapping[str, Any]) -> str:
        return range_words(bands[key].laag, bands[key].hoog).replace("\N{NO-BREAK SPACE}", " ")

    def short(words: str) -> str:
        return re.sub(r"^(\d+) % tot", r"\1 tot", words)

    judged: Sequence[list[str]] = [row for row in rows if row[0] in names]
    assert len(judged) == 3
    for name, _, first, second in judged:
        key = names[name]
        assert [first, second] == [short(told(key, GEHAALD)), short(told(key, GEDRAGEN))]
    assert REFUSED.replace("\N{NO-BREAK SPACE}", " ") in TEXT


def test_for_all_that_proefspeel_remarks_on_there_is_something_to_try() -> None:
    told = ", ".join(row[0] for row in table("wat opvalt", "wat u kunt proberen"))
    trial = run_trial(lambda _: standard(120, "nieuw"), 1000, 1, lambda _: None)
    bands = [OPGAVEN, *(verdict.band for verdict in trial.oordelen[MAIN:])]
    words = {band.onder for band in bands if band.laag > 0} | {band.boven for band in bands if band.hoog < 1}
    assert len(words) > 8
    assert [word for word in sorted(words) if word not in told] == []
    assert f"`--potjes {OPGAVEN_POTJES}`" in TEXT


@pytest.mark.parametrize(("duur", "tables", "heard"), [(120, 2, True), (90, 2, False), (90, 4, False), (90, 5, True)])
def test_when_tables_hear_of_each_other_is_as_it_is_told(duur: int, tables: int, heard: bool) -> None:
    paper = build(
        load(ROOT / "decks" / "nieuw", "nieuw", duur=duur),
        Options(datetime(2026, 1, 1, tzinfo=UTC), tables=tables, only=("nagesprek",), previews=False),
        lambda _: None,
    )
    said = " ".join(run.text for page in paper.prints[0].pages for laid in page.laid for run in laid.frame.texts())
    assert ("Wat deden de andere tafels?" in said) == heard
    assert "met twee tot en met vier tafels geen tijd\nvoor" in TEXT
    assert "Met vijf tafels of meer horen zij elkaar ook dan." in TEXT
