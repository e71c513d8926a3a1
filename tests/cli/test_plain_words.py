"""What `controleer` and `maak` tell of the words, on a terminal and as data, and what `--streng` makes of it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from speelveld import resources
from speelveld.cli.main import cli
from speelveld.errors import AuthorError, ExitCode, KitError, UsageError
from tests.makers.commands import speelveld

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
FEW = ["--alleen", "kanskaarten"]


@pytest.fixture
def casus(new_casus: Path) -> Path:
    """Return a casus with one passive, one piece of jargon, and one question without the formula."""
    return change(
        new_casus,
        ("merkt: In groep vijf fietst iedereen.", "merkt: Er wordt gefietst. De pilot loopt."),
        ("vraag: Hoe zorgen we samen dat kinderen kunnen fietsen", "vraag: Hoe zorgen we dat kinderen kunnen fietsen"),
    )


def change(folder: Path, *changes: tuple[str, str]) -> Path:
    path = folder / "casus.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return folder


def line_of(folder: Path, words: str) -> int:
    lines = (folder / "casus.yaml").read_text(encoding="utf-8").splitlines()
    (found,) = [number for number, line in enumerate(lines, start=1) if words in line]
    return found


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], standalone_mode=False)


def test_remarks_are_warnings_with_a_place_and_a_suggestion(casus: Path) -> None:
    shown = run("controleer", casus, *FEW)
    assert shown.return_value == 0
    asked, told = line_of(casus, "Hoe zorgen we dat"), line_of(casus, "Er wordt gefietst")
    lines = shown.output.replace(str(casus), "mijn").splitlines()
    assert lines == [
        f"let op: mijn/casus.yaml:{asked}:12: vraag in 'vraag': deze vraag begint niet met 'Hoe zorgen we samen dat'",
        "  hint: schrijf: Hoe zorgen we samen dat kinderen kunnen fietsen als hun ouders vroeg werken?",
        f"let op: mijn/casus.yaml:{told}:15: lijdende-vorm in 'merkt': 'wordt gefietst' zegt niet wie dat doet",
        "  hint: noem wie het doet, zoals: 'de gemeente beslist' in plaats van 'er wordt beslist'",
        f"let op: mijn/casus.yaml:{told}:34: jargon in 'merkt': 'pilot' is vaktaal",
        "  hint: schrijf liever: proef",
        "mijn: geen fouten, 3 waarschuwingen. Alle teksten passen.",
    ]


def test_mistakes_and_warnings_look_different_and_come_apart(casus: Path) -> None:
    change(casus, ("titel: Iedereen kan fietsen", "titel: " + "Iedereen kan fietsen " * 30))
    shown = speelveld(casus.parent, "controleer", "mijn-casus", "--alleen", "opgavekaarten")
    assert shown.status == ExitCode.AUTHOR
    lines = [line for line in shown.out.splitlines() if line and not line.startswith("  hint:")]
    assert len(lines) == 5
    assert all(line.startswith("let op: mijn-casus/casus.yaml:") for line in lines[:-1])
    assert lines[-1] == "4 waarschuwingen. De fouten staan hieronder."
    wrong = [line for line in shown.err.splitlines() if ":" in line and not line.startswith("  hint:")]
    assert wrong[0].startswith("fout: mijn-casus/casus.yaml:")
    assert "1 fout gevonden. Er is niets gemaakt." in shown.err
    assert "let op" not in shown.err
    assert "fout:" not in shown.out


def test_streng_makes_them_mistakes_of_the_author(casus: Path) -> None:
    shown = run("controleer", casus, *FEW, "--streng")
    assert shown.output == ""
    assert isinstance(shown.exception, AuthorError)
    told = line_of(casus, "Er wordt gefietst")
    lines = [problem.source.line for problem in shown.exception.problems if problem.source]
    assert lines == [line_of(casus, "Hoe zorgen we dat"), told, told]


def test_streng_is_content_with_plain_words(new_casus: Path) -> None:
    shown = run("controleer", new_casus, *FEW, "--streng")
    assert shown.return_value == 0
    assert shown.output.endswith("geen fouten. Alle teksten passen.\n")


def test_remarks_are_data_too(casus: Path) -> None:
    data = json.loads(run("controleer", casus, *FEW, "--json").output)
    assert (data["goed"], data["fouten"]) == (True, [])
    keys = {"bestand", "regel", "kolom", "melding", "hint", "controle", "veld", "woorden"}
    assert all(set(each) == keys for each in data["waarschuwingen"])
    told = [(each["controle"], each["regel"], each["kolom"], each["woorden"]) for each in data["waarschuwingen"]]
    line = line_of(casus, "Er wordt gefietst")
    assert told[1:] == [("lijdende-vorm", line, 15, "wordt gefietst"), ("jargon", line, 34, "pilot")]


def test_streng_as_data_has_them_among_the_mistakes(casus: Path) -> None:
    shown = run("controleer", casus, *FEW, "--streng", "--json")
    data = json.loads(shown.output)
    assert shown.return_value == ExitCode.AUTHOR
    assert (data["goed"], data["waarschuwingen"]) == (False, [])
    assert [each["controle"] for each in data["fouten"]] == ["vraag", "lijdende-vorm", "jargon"]


def test_how_the_story_reads_is_told(tmp_path: Path) -> None:
    shown = run("controleer", "zutphen-dementie", *FEW)
    assert "\nLeesbaarheid van 'verhaal': " in "\n" + shown.output
    data = json.loads(run("controleer", "zutphen-dementie", *FEW, "--json").output)
    read = [(each["veld"], each["oordeel"]) for each in data["leesbaarheid"]]
    assert read == [("verhaal", "vrij makkelijk"), ("let_op", "makkelijk")]
    assert data["leesbaarheid"][0]["woorden"] >= 100


def test_a_text_that_does_not_fit_comes_after_the_remarks(casus: Path) -> None:
    change(casus, ("titel: Iedereen kan fietsen", "titel: " + "Iedereen kan fietsen " * 30))
    shown = run("controleer", casus, "--alleen", "opgavekaarten")
    assert shown.output.count("hint:") == 4
    assert isinstance(shown.exception, AuthorError)
    assert "te lang" in str(shown.exception)
    strict = run("controleer", casus, "--alleen", "opgavekaarten", "--streng")
    assert isinstance(strict.exception, AuthorError)
    assert len(strict.exception.problems) == 4 + len(shown.exception.problems)


def test_an_unknown_option_stays_a_matter_of_usage(casus: Path) -> None:
    shown = run("controleer", casus, "--alleen", "kaart", "--streng", "--json")
    assert shown.return_value == ExitCode.USAGE


def test_maak_has_one_line_for_all_remarks(casus: Path, tmp_path: Path) -> None:
    out = ["--uit", tmp_path / "uit", "--zonder-voorbeelden"]
    shown = run("maak", casus, *FEW, *out)
    about = [line for line in shown.output.splitlines() if "taal" in line]
    assert about == [f"Over de taal zijn er 3 meldingen. U leest ze met: speelveld controleer {casus}"]
    assert json.loads(run("maak", casus, *FEW, *out, "--json").output)["taal"] == 3


def test_maak_is_silent_about_plain_words(new_casus: Path, tmp_path: Path) -> None:
    shown = run("maak", new_casus, *FEW, "--uit", tmp_path / "uit", "--zonder-voorbeelden")
    assert "taal" not in shown.output


@pytest.fixture
def spoilt_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the decks with jargon in the standard deck, which the program then takes for its own."""
    decks = tmp_path / "decks"
    shutil.copytree(ROOT / "decks", decks)
    path = decks / "basis" / "rollen.yaml"
    text = path.read_text(encoding="utf-8")
    assert "uitspraak: Mijn buren doen al mee." in text
    path.write_text(text.replace("uitspraak: Mijn buren doen al mee.", "uitspraak: De pilot loopt."), encoding="utf-8")
    bundled = resources.bundled

    def spoilt(name: str) -> Path:
        return decks if name == "decks" else bundled(name)

    monkeypatch.setattr(resources, "bundled", spoilt)
    return path


def test_a_standard_deck_at_fault_is_no_mistake_of_the_author(spoilt_deck: Path, new_casus: Path) -> None:
    shown = run("controleer", new_casus, *FEW)
    assert shown.return_value == 0
    assert f"{spoilt_deck}:21:19: jargon in 'uitspraak': 'pilot' is vaktaal" in shown.output
    strict = run("controleer", new_casus, *FEW, "--streng")
    assert isinstance(strict.exception, KitError)
    assert strict.exception.exit_code == ExitCode.KIT


def test_a_casus_at_fault_beside_the_deck_is_the_authors(spoilt_deck: Path, casus: Path) -> None:
    strict = run("controleer", casus, *FEW, "--streng")
    assert isinstance(strict.exception, AuthorError)
    assert len(strict.exception.problems) == 4
    assert str(spoilt_deck) in str(strict.exception)


def test_a_terminal_shows_a_hundred_remarks_and_data_all(new_casus: Path) -> None:
    change(new_casus, ("merkt: In groep vijf fietst iedereen.", "merkt: " + "pilot " * 130))
    shown = run("controleer", new_casus, "--alleen", "spelregels")
    assert shown.output.count("is vaktaal") == 98  # and one long sentence, and that it reads hard
    assert "er zijn nog 32 meldingen over de taal\n  hint: met --json krijgt u ze allemaal" in shown.output
    data: dict[str, Any] = json.loads(run("controleer", new_casus, "--alleen", "spelregels", "--json").output)
    assert len(data["waarschuwingen"]) == 132
    strict = json.loads(run("controleer", new_casus, "--alleen", "spelregels", "--json", "--streng").output)
    assert len(strict["fouten"]) == 132


def test_no_sign_that_turns_a_line_round_is_printed_raw(new_casus: Path) -> None:
    typed, name = '- titel: "Plein \\u202elooc\\u202c"', "gemeente: Voor\u202ebeeldstad"
    change(new_casus, ("- titel: De straat als plein", typed), ("gemeente: Voorbeeldstad", name))
    shown = speelveld(new_casus.parent, "controleer", "mijn-casus", "--alleen", "opgavekaarten")
    listed = speelveld(new_casus.parent, "kaarten", "mijn-casus")
    data = speelveld(new_casus.parent, "kaarten", "mijn-casus", "--json").out
    assert "Plein \u202elooc\u202c" in [row["naam"] for row in json.loads(data)["opgaven"]]
    for text in (shown.out, shown.err, listed.out, data):
        assert not set(text) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def swapping(folder: Path, key: str, word: str, more: str = "") -> Path:
    with (folder / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nwoorden:\n  {key}: {{woord: {word}, lidwoord: de{more}}}\n")
    return folder


@pytest.mark.parametrize("word", ["inspraak", "zelfbeheer"])
def test_a_word_for_regie_that_is_short_enough_is_taken_by_every_paper(new_casus: Path, word: str) -> None:
    assert len(word) <= 10
    assert run("controleer", swapping(new_casus, "regie", word)).return_value == 0


def test_a_word_for_regie_that_is_too_long_is_told_how_long_it_may_be(new_casus: Path) -> None:
    refused = run("controleer", swapping(new_casus, "regie", "zeggenschap")).exception
    assert isinstance(refused, AuthorError)
    (problem,) = refused.problems
    assert problem.hint == "kies voor 'regie' een woord van hoogstens 10 letters, en minder met veel brede als m en w"


def test_who_leads_the_game_is_called_as_in_the_casus(new_casus: Path, tmp_path: Path) -> None:
    casus = swapping(new_casus, "spelleider", "gespreksbegeleider", ", meervoud: gespreksbegeleiders")
    shown = run("maak", casus, "--alleen", "klokblad", "--zonder-voorbeelden", "--uit", tmp_path / "kit")
    assert "  voor elke gespreksbegeleider: 1-gespreksbegeleider-a4.pdf" in shown.output
    assert "elke spelleider" not in shown.output


@pytest.mark.parametrize(
    ("part", "message", "hint"),
    [
        ("vergelijkblad", "komt pas bij 2 tafels of meer, en u speelt met 1 tafel", "schrijf erbij: --tafels 2"),
        ("bronnen", "komt alleen bij kaarten in grote letter", "schrijf erbij: --grootletter"),
        (
            "verloopblad",
            "komt alleen bij een casus met 'verloop', en die van u heeft dat niet",
            "zet 'verloop' in de casus, of laat dit onderdeel weg",
        ),
        ("vergelijkblat", "bestaat niet in deze kit", "bedoelt u 'vergelijkblad'?"),
    ],
)
def test_a_part_that_is_not_made_now_is_told_when_it_is(new_casus: Path, part: str, message: str, hint: str) -> None:
    refused = run("maak", new_casus, "--alleen", part, "--tafels", "1").exception
    assert isinstance(refused, UsageError)
    (problem,) = refused.problems
    assert (problem.message, problem.hint) == (f"onderdeel '{part}' {message}", hint)


def test_with_two_tables_the_sheet_for_two_tables_is_made(new_casus: Path, tmp_path: Path) -> None:
    asked = ("--alleen", "vergelijkblad", "--tafels", "2", "--zonder-voorbeelden")
    assert run("maak", new_casus, *asked, "--uit", tmp_path / "kit").return_value == 0


def test_who_names_a_bundled_shop_is_told_of_another_and_not_of_its_file(new_casus: Path, tmp_path: Path) -> None:
    part = ("--alleen", "dreamteamblad", "--zonder-voorbeelden")
    shown = run("maak", new_casus, "--drukker", "a6", *part, "--uit", tmp_path / "kit")
    assert "hint: met '--drukker x4' wordt een kaart 95 x 134 mm, en dan past zij" in shown.output
    assert "formaten" not in shown.output
    own = tmp_path / "eigen.yaml"
    own.write_text("formaten: {groot: 105 mm x 148 mm}\n", encoding="utf-8")
    shown = run("maak", new_casus, "--drukker", own, *part, "--uit", tmp_path / "kit")
    assert "hint: zonder 'formaten' wordt een kaart 95 x 134 mm, en dan past zij" in shown.output
