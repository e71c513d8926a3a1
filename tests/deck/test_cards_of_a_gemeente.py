"""Where a corporatie or a school asks the question, an author hears which cards of the game are about a raad."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.deck import choose_cards, only_of_a_gemeente
from speelveld.options import Options

ROOT = Path(__file__).resolve().parents[2]
CORPORATIE = "woorden: {gemeente: {woord: corporatie, lidwoord: de, meervoud: corporaties}}"


def casus(folder: Path, *more: str) -> Path:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text("\n".join([text, *more, ""]), encoding="utf-8")
    return folder


def named(folder: Path) -> list[str]:
    """Return the ids that are named, of at most one warning."""
    loaded = load(folder, "casus.yaml")
    found = list(only_of_a_gemeente(choose_cards(loaded.casus, loaded.deck), loaded.casus))
    assert len(found) <= 1
    return found[0].message.split(": ")[1].split(", ") if found else []


def test_it_is_one_warning_with_a_place_and_what_to_do(tmp_path: Path) -> None:
    options = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=("opgavekaarten",))
    (warning,) = build(load(casus(tmp_path, CORPORATIE), "casus.yaml"), options, lambda _: None).warnings
    assert re.search(r"casus.yaml:\d+:\d+: \d+ kaarten van het spel spreken over de raad", str(warning))
    assert "past niet bij 'corporatie'" in str(warning)
    assert "'weglaten'" in str(warning)


def test_every_card_that_says_raad_or_college_is_named_and_no_other(tmp_path: Path) -> None:
    found = named(casus(tmp_path, CORPORATIE))
    assert {"wethouder", "raadslid", "geld-over", "raad-geeft-ruimte", "raad-wil-cijfers", "korting"} <= set(found)
    deck = load(tmp_path, "casus.yaml").deck
    words = re.compile(r"(?i)\b(raad|college|wethouder|ambtenaar|ambtenaren|gemeentehuis|Rijk)\b")
    for card in (*deck.rollen, *deck.aanpakken, *deck.kansen, *deck.uitdagingen):
        shown = card.model_dump(exclude={"id", "bron", "url", "nagezocht", "vervangt"})
        assert (card.id, bool(words.search(str(shown)))) in ((card.id, False), (card.id, card.id in found))
    # A loket, a first shift at a street: what any of them could do.
    assert not {"een-aanspreekpunt", "regel-tijdelijk-buiten-werking", "nieuw-beleid", "wie-is-hiervan"} & set(found)


def test_what_is_left_out_is_named_no_more(tmp_path: Path) -> None:
    every = named(casus(tmp_path, CORPORATIE))
    assert named(casus(tmp_path, CORPORATIE, f"weglaten: [{', '.join(every[1:])}]")) == every[:1]
    assert named(casus(tmp_path, CORPORATIE, f"weglaten: [{', '.join(every)}]")) == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        "woorden: {gemeente: {woord: gemeente, lidwoord: de, meervoud: gemeenten}}",
        "woorden: {regie: {woord: gezag, lidwoord: het}}",
    ],
)
def test_a_gemeente_hears_nothing(words: str, tmp_path: Path) -> None:
    assert named(casus(tmp_path, words)) == []


def test_the_papers_of_a_corporatie_speak_of_no_raad_and_no_ambtenaar(tmp_path: Path) -> None:
    names = ("uitnodiging", "draaiboek", "nagesprek", "antwoordbrief")
    options = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=names)
    built = build(load(casus(tmp_path, CORPORATIE), "casus.yaml"), options, lambda _: None)
    frames = [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]
    said = " ".join(run.text for frame in frames for run in frame.texts())
    assert "mensen van de corporatie" in said
    assert not re.search(r"ambtena|\braad\b|inspraak|uit deze corporatie", said)
