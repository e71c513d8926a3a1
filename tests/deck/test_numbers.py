"""A number in an author's sentence that the rules say otherwise is told, with both numbers; what is right is not."""

from pathlib import Path

import pytest

from speelveld.build.pipeline import load
from speelveld.deck import choose_cards, unplayable

ROOT = Path(__file__).resolve().parents[2]
NEW = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
HINT = "laat het getal weg: de papieren noemen het zelf, en altijd goed"


def told(folder: Path, text: str) -> list[tuple[int, str]]:
    """Return the line and the message of each number that is told."""
    (folder / "casus.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder, "casus.yaml")
    found = unplayable(choose_cards(loaded.casus, loaded.deck), loaded.rules, loaded.casus)
    assert all(problem.hint == HINT for problem in found)
    return [(problem.source.line if problem.source else 0, problem.message) for problem in found]


def with_geld(sentence: str) -> str:
    """Return the new casus with a sentence in its kader."""
    (line,) = [line for line in NEW.splitlines() if line.startswith("  geld: ")]
    return NEW.replace(line, f'  geld: "{sentence}"')


def test_the_new_casus_says_no_number_otherwise(tmp_path: Path) -> None:
    assert told(tmp_path, NEW) == []


@pytest.mark.parametrize(
    ("sentence", "said", "printed"),
    [
        ("Er zijn 6 geldfiches.", "6 geldfiches", "19"),
        ("Er zijn zes geldfiches.", "zes geldfiches", "19"),
        ("U begint met 6 fiches.", "6 fiches", "19 of 3"),
        ("U begint met 18 geldfiches.", "18 geldfiches", "19"),
        ("U begint met 20 geldfiches.", "20 geldfiches", "19"),
        ("U hebt 6\u00a0 GELDFICHES.", "6 GELDFICHES", "19"),
        ("Dat zijn 60.000 geldfiches.", "60.000 geldfiches", "19"),
        ("Dat zijn 19,5 geldfiches.", "19,5 geldfiches", "19"),
        ("Dat zijn vijfentwintig geldfiches.", "vijfentwintig geldfiches", "19"),
        ("Dat zijn tweeëntwintig geldfiches.", "tweeëntwintig geldfiches", "19"),
        ("Dat zijn dertig geldfiches.", "dertig geldfiches", "19"),
        ("Wij hebben zeven kwartalen.", "zeven kwartalen", "8"),
        ("Wij leggen zeven aanpakken.", "zeven aanpakken", "5 of 10"),
        ("U krijgt 2 stemfiches.", "2 stemfiches", "3"),
    ],
)
def test_a_number_in_the_kader_that_the_rules_say_otherwise_is_told(
    tmp_path: Path, sentence: str, said: str, printed: str
) -> None:
    text = with_geld(sentence)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith("  geld: "))
    message = f"hier staat '{said}', maar in dit spel van 120 minuten zijn het er {printed}"
    assert told(tmp_path, text) == [(line, message)]


@pytest.mark.parametrize(
    "sentence",
    [
        "U begint met 19 geldfiches en acht kwartalen.",
        "U begint met negentien fiches.",
        "Eén geldfiche is € 10.000 waard.",
        "Wij leggen vijf aanpakken, en er liggen 10 aanpakken open.",
        "Iedereen krijgt drie stemfiches, en met drie fiches stemt u.",
        "Er zijn weinig geldfiches. Wij tellen 16 van de 19 geldfiches.",
    ],
)
def test_a_number_that_is_right_or_counts_something_else_is_not_told(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, with_geld(sentence)) == []


@pytest.mark.parametrize("key", ["vraag", "verhaal", "tijd", "beslist", "uitkomst", "titel", "schuurt", "merkt"])
def test_it_is_told_wherever_it_stands(tmp_path: Path, key: str) -> None:
    line = next(line for line in NEW.splitlines() if line.lstrip(" -").startswith(f"{key}: "))
    before = line[: len(line) - len(line.lstrip(" -"))]
    text = NEW.replace(line, f"{before}{key}: Er zijn zes geldfiches." + (" |" if line.endswith("|") else ""), 1)
    if line.endswith("|"):
        text = NEW.replace(line, f"{line}\n  Er zijn zes geldfiches.\n", 1)
    text += "\nlet_op: Er zijn 7 geldfiches.\n"
    assert [message[:28] for _, message in told(tmp_path, text)] == [
        "hier staat 'zes geldfiches',",
        "hier staat '7 geldfiches', m",
    ]


def test_what_may_be_counted_outside_the_game_is_told_in_the_kader_alone(tmp_path: Path) -> None:
    (line,) = [line for line in NEW.splitlines() if line.startswith("    schuurt: ")][:1]
    assert (
        told(tmp_path, NEW.replace(line, "    schuurt: Al drie kwartalen wacht de buurt op zeven aanpakken.", 1)) == []
    )


def test_the_numbers_are_those_of_this_casus_and_its_length(tmp_path: Path) -> None:
    assert NEW.count("\nspel:\n") == 1
    text = with_geld("Er zijn 12 geldfiches.")
    assert told(tmp_path, text.replace("\nspel:\n", "\nspel:\n  geld: 12\n")) == []
    (found,) = told(tmp_path, with_geld("Er zijn 19 geldfiches.").replace("duur: 120", "duur: 90"))
    assert found[1] == "hier staat '19 geldfiches', maar in dit spel van 90 minuten zijn het er 18"


def test_an_aanpak_with_another_name_is_counted_by_that(tmp_path: Path) -> None:
    text = with_geld("Er zijn zeven plannen en zeven aanpakken.") + "\nwoorden: {aanpak: plan}\n"
    assert [message[:25] for _, message in told(tmp_path, text)] == ["hier staat 'zeven plannen"]
