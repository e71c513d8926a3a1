"""What comes along with a text from Word, a mail or a web page is read as what it is, or named where it stands."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from speelveld.casus import load_casus, warnings

ROOT = Path(__file__).resolve().parents[2]
STARTER = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
TITLE = "titel: Veilig naar school"

Said = Callable[[str | bytes], list[tuple[str, str | None]]]


def remarked(folder: Path, old: str, new: str) -> list[str]:
    """Return what is said of the casus to start from with one change: line, column and message."""
    assert STARTER.count(old) == 1
    (folder / "casus.yaml").write_text(STARTER.replace(old, new), encoding="utf-8")
    found = warnings(load_casus(folder, "x"))
    return [f"{each.source.line}:{each.source.column}: {each.message} → {each.hint}" for each in found if each.source]


def line_of(text: str) -> int:
    return STARTER[: STARTER.index(text)].count("\n") + 1


# ── Taken as what it is ──


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("een\u2003wijde spatie", "een wijde spatie"),
        ("met\u3000spatie", "met spatie"),
        ("week\u2010einde", "week-einde"),
        ("gemeente\u200bhuis", "gemeentehuis"),
        ("ge\u2060meente\u200bhuis", "gemeentehuis"),
        ("a\u200eb\u200fc\u202ad\u202ce\u2066f\u2069", "abcdef"),
        ("e\u200dn\u200c", "en"),
        ("120\u00a0euro", "120\u00a0euro"),
        ("hard einde\u00a0", "hard einde"),
    ],
)
def test_what_shows_nothing_is_left_out_and_what_looks_the_same_is_the_same(
    tmp_path: Path, typed: str, read: str
) -> None:
    (tmp_path / "casus.yaml").write_text(STARTER.replace(TITLE, f"titel: {typed}"), encoding="utf-8")
    casus = load_casus(tmp_path, "x")
    assert casus.titel == read
    assert warnings(casus) == []


def test_a_joiner_between_letters_of_another_script_stays(tmp_path: Path) -> None:
    persian = "می\u200cخواهم"
    (tmp_path / "casus.yaml").write_text(STARTER.replace(TITLE, f"titel: {persian}"), encoding="utf-8")
    assert load_casus(tmp_path, "x").titel == persian


def test_hard_spaces_before_a_line_are_read_and_named_once(tmp_path: Path) -> None:
    new = STARTER.replace("\n  beslist: De", "\n\u00a0\u00a0beslist:\u00a0De").replace(
        "\n  uitkomst:", "\n\u00a0 uitkomst:"
    )
    (tmp_path / "casus.yaml").write_text(new, encoding="utf-8")
    casus = load_casus(tmp_path, "x")
    assert casus.kader.beslist.startswith("De wethouder beslist")
    (said,) = warnings(casus)
    assert said.source is not None
    assert said.source.line == line_of("  beslist: De")
    assert "een harde spatie waar een gewone hoort (en op nog 1 regel)" in said.message


def test_a_place_behind_what_is_left_out_is_the_authors(said: Said, base: str) -> None:
    spoilt = base.replace("gemeente: Zutphen", "gemeente: Zut\u200bphen\nka\u200bder\u200b2: a")
    assert said(spoilt)[0][0] == "x.yaml:4:1: onbekende sleutel 'kader2'"
    behind = base.replace("titel: Leven", "titel: \u200b\u200bLeven: a")
    assert said(behind)[0][0] == "x.yaml:2:15: in deze tekst staat een dubbele punt met een spatie erachter"


def test_a_remark_on_words_points_behind_what_is_left_out(tmp_path: Path) -> None:
    (found,) = remarked(tmp_path, TITLE, "titel: \u200bNaar\u200b school voor â‚¬ 5")
    assert found.startswith(f"{line_of(TITLE)}:27: een teken ging verloren: hier staat 'â‚¬'")


# ── Named, with what to type ──


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "hint"),
    [
        (
            "titel: Leven met dementie",
            "titel: “Casus: wonen”",
            "2:8",
            "dit aanhalingsteken (“) is krullend",
            'typ rechte aanhalingstekens om de hele tekst: "…"',
        ),
        (
            "titel: Leven met dementie",
            'titel: "Casus: wonen”',
            "2:21",
            "dit aanhalingsteken (”) is krullend",
            'typ rechte aanhalingstekens om de hele tekst: "…"',
        ),
        (
            "    - De zorg thuis blijft.",
            "    – De zorg thuis blijft.",
            "13:5",
            "'vast' moet een lijst zijn, maar hier staat een lange streep (–)",
            "begin elk punt van een lijst met een gewoon streepje en een spatie: '- '",
        ),
        (
            "    - De zorg thuis blijft.",
            "    • De zorg thuis blijft.",
            "13:5",
            "'vast' moet een lijst zijn, maar hier staat een opsommingsteken (•)",
            "begin elk punt van een lijst met een gewoon streepje en een spatie: '- '",
        ),
        (
            "    - De zorg thuis blijft.",
            "    - De zorg thuis blijft.\n    — De bus ook.",
            "14:5",
            "hier staat een lange streep (—)",
            "begin elk punt van een lijst met een gewoon streepje en een spatie: '- '",
        ),
        (
            "titel: Leven met dementie",
            "titel: [concept] Wonen",
            "2:8",
            "een tekst kan niet zomaar met [ beginnen",
            "zet de hele tekst tussen dubbele aanhalingstekens",
        ),
        (
            "titel: Leven met dementie",
            "titel: Leven met d\ufffdmentie",
            "2:19",
            "hier staat \ufffd: op deze plek ging een letter verloren",
            "typ die letter opnieuw",
        ),
        (
            "    - De zorg thuis blijft.",
            "    \uf0b7 De zorg thuis blijft.",
            "13:5",
            "hier staat een opsommingsteken van Word (U+F0B7), en dat kan niet worden gedrukt",
            "begin elk punt van een lijst met een gewoon streepje en een spatie: '- '",
        ),
    ],
)
def test_a_sign_that_only_looks_right_is_named(
    said: Said, base: str, old: str, new: str, place: str, message: str, hint: str
) -> None:
    assert base.count(old) == 1
    assert said(base.replace(old, new)) == [(f"x.yaml:{place}: {message}", hint)]


def test_a_list_of_opgaven_with_long_dashes_is_named(tmp_path: Path, said: Said) -> None:
    text = STARTER.replace("  - titel: De laatste", "  – titel: De laatste")
    found = said(text)
    assert found[0][0] == f"x.yaml:{line_of('  - titel: De laatste')}:3: hier staat een lange streep (–)"


def test_a_story_may_begin_a_line_with_a_long_dash(tmp_path: Path) -> None:
    assert remarked(tmp_path, "  Haar vader fietst", "  – Haar vader fietst") == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{\\rtf1\\ansi titel: x}", "dit is opgemaakte tekst (RTF), geen platte tekst"),
        (b"<!DOCTYPE html>\n<html>titel: x</html>", "dit is een webpagina (HTML), geen platte tekst"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "dit is een oud Word- of Excel-bestand, geen tekstbestand"),
        ("é: titel\n".encode("utf-16-le"), "dit bestand is opgeslagen als UTF-16"),
        ("titel: Brûlée — €\n".encode("utf-16-be"), "dit bestand is opgeslagen als UTF-16"),
        (codecs.BOM_UTF16_LE + "titel: x\n".encode("utf-16-le"), "dit bestand is opgeslagen als UTF-16"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(said: Said, content: bytes, message: str) -> None:
    ((found, hint),) = said(content)
    assert found == f"x.yaml: {message}"
    assert hint


def test_a_file_of_windows_is_named_at_its_first_letter(said: Said) -> None:
    ((found, hint),) = said("titel: Café\n".encode("cp1252"))
    assert (
        found == "x.yaml:1:11: dit bestand is niet opgeslagen als UTF-8: byte 11 is geen leesbaar teken (misschien 'é')"
    )
    assert hint == "sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)"


# ── Printed, but not without a word ──


@pytest.mark.parametrize(
    ("typed", "column", "shown", "hint"),
    [
        ("Voor â‚¬ 75.000", 13, "'â‚¬'", "typ: €"),
        ("Brugge en â€™s avonds", 18, "'â€™'", "typ: ’"),
        ("Een cafÃ© open", 15, "'Ã©'", "typ: é"),
        ("Voor &euro; 75", 13, "'&euro;',", "typ: €"),
        ("Kat &amp; hond", 12, "'&amp;',", "typ: &"),
        ("Een&nbsp;huis", 11, "'&nbsp;',", "typ een gewone spatie"),
        ("Een <b>huis</b>", 12, "'<b>',", "voor vet schrijft u **zo**"),
        ("Een<br/>huis", 11, "'<br/>',", "voor een nieuwe alinea laat u een regel leeg"),
    ],
)
def test_a_text_that_went_wrong_before_is_said_with_what_to_type(
    tmp_path: Path, typed: str, column: int, shown: str, hint: str
) -> None:
    (found,) = remarked(tmp_path, TITLE, f"titel: {typed}")
    assert found.startswith(f"{line_of(TITLE)}:{column}: ")
    assert shown in found
    assert found.endswith(f"in 'titel' → {hint}")


def test_curly_quotes_around_a_whole_text_are_said(tmp_path: Path) -> None:
    (found,) = remarked(tmp_path, TITLE, "titel: “Waterveen”")
    assert "om de tekst '“Waterveen”' staan krullende aanhalingstekens; die komen op papier te staan" in found


@pytest.mark.parametrize(
    "typed",
    ["CAFÉ’s in de buurt", "Een “goed” huis", "R&D", "Minder < meer > evenveel", "Ë’ en Å’s", "Kat & hond; muis"],
)
def test_a_text_that_is_right_is_not_taken_for_a_wrong_one(tmp_path: Path, typed: str) -> None:
    assert remarked(tmp_path, TITLE, f"titel: {typed}") == []


def test_values_between_curly_quotes_are_the_values(tmp_path: Path) -> None:
    text = f"{STARTER}\nhuisstijl: {{kleur: “#005ca9”}}\n".replace("landschap: wijk", "landschap: “wijk”")
    (tmp_path / "casus.yaml").write_text(text, encoding="utf-8")
    casus = load_casus(tmp_path, "x")
    assert (casus.huisstijl.kleur, casus.landschap) == ("#005ca9", "wijk")


# ── All at once ──


def test_mistakes_of_syntax_are_told_together_and_with_wrong_values(said: Said, base: str) -> None:
    spoilt = (
        base.replace("titel: Leven met dementie", "titel: A: b")
        .replace("gemeente: Zutphen", "gemeente:Zutphen")
        .replace("  - De zorg", "\t- De zorg")
        + "spel: {geld: veel}\nbijeenkomst:\n  duur: 120\n  plaats: 'Zaal\n"
    )
    places = [message.split(": ")[0].removeprefix("x.yaml:") for message, _ in said(spoilt)]
    assert places == ["2:9", "3:10", "13:3", "23:14", "26:11"]


def test_a_line_before_the_casus_is_one_mistake(said: Said, base: str) -> None:
    assert [message for message, _ in said("Beste collega, hier is mijn casus.\n" + base)] == [
        "x.yaml:1:1: deze regel heeft geen sleutel"
    ]


def test_what_could_not_be_read_is_not_said_to_be_missing(said: Said, base: str) -> None:
    spoilt = base.replace("opgaven:\n", "opgaven: [\n") + "gebieden: [{naam: Noord, opgaven: [een-vrije-dag]}]\n"
    assert all("ontbreekt" not in message and "bestaat niet" not in message for message, _ in said(spoilt))
