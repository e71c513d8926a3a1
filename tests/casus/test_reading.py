"""What can be wrong with a file before it is YAML, and files too large, too deep or too clever."""

import codecs
import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from speelveld.casus import Casus, load_casus
from speelveld.errors import AuthorError, ExitCode

pytestmark = pytest.mark.slow

Load = Callable[[str | bytes], Casus]
Said = Callable[[str | bytes], list[tuple[str, str | None]]]

BEGIN = "een casus is een bestand casus.yaml; begin met: speelveld nieuw mijn-casus, en kopieer uw teksten daarin"
UTF_8 = "sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)"


def refusal(path: Path, name: str) -> tuple[str, str | None]:
    with pytest.raises(AuthorError) as caught:
        load_casus(path, name)
    assert caught.value.exit_code == ExitCode.AUTHOR
    (problem,) = caught.value.problems
    return f"{problem.source}: {problem.message}", problem.hint


def test_a_file_that_does_not_exist(tmp_path: Path) -> None:
    said = refusal(tmp_path / "weg.yaml", "map/weg.yaml")
    assert said == ("map/weg.yaml: dit bestand bestaat niet", "controleer de naam en de map")
    assert refusal(tmp_path / "weg" / "x.yaml", "weg/x.yaml")[0] == "weg/x.yaml: dit bestand bestaat niet"


def test_a_file_taken_for_a_folder(tmp_path: Path, base: str) -> None:
    (tmp_path / "x.yaml").write_text(base, encoding="utf-8")
    assert refusal(tmp_path / "x.yaml" / "casus.yaml", "x")[0] == "x: dit bestand bestaat niet"


def test_a_folder_without_a_casus(tmp_path: Path) -> None:
    assert refusal(tmp_path, "map") == (
        "map: in deze map staat geen casus.yaml",
        "maak er een met: speelveld nieuw map",
    )
    (tmp_path / "mijn.yaml").touch()
    hint = "geef het bestand zelf op, zoals map/mijn.yaml"
    assert refusal(tmp_path, "map/") == ("map/: in deze map staat geen casus.yaml", hint)


def test_a_folder_where_a_file_is_meant(tmp_path: Path) -> None:
    (tmp_path / "casus.yaml").mkdir()
    assert refusal(tmp_path, "map") == ("map/casus.yaml: dit is een map, geen bestand", "geef een YAML-bestand op")


def test_a_file_that_may_not_be_read(tmp_path: Path, base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(base, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    hint = "vraag de eigenaar van het bestand om leesrecht"
    assert refusal(path, "x.yaml") == ("x.yaml: u mag dit bestand niet lezen", hint)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    assert refusal(tmp_path / "pijp", "pijp") == ("pijp: dit is geen gewoon bestand", "geef een YAML-bestand op")


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refusal(tmp_path / "a", "a")[0] == "a: deze snelkoppeling verwijst naar zichzelf"
    (tmp_path / "casus.yaml").symlink_to(tmp_path / "weg")
    assert refusal(tmp_path, "map")[0] == "map/casus.yaml: dit bestand bestaat niet"


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("a" * 300), "lang")[0] == "lang: deze naam is te lang voor een bestand"
    assert refusal(tmp_path / "a\0b", "nul")[0] == "nul: dit is geen naam van een bestand"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "een Word-, Excel- of zip-bestand"),
        (b"%PDF-1.7\n", "een PDF-bestand"),
        (b"\x89PNG\r\n", "een plaatje"),
    ],
)
def test_a_file_of_another_kind(said: Said, data: bytes, kind: str) -> None:
    assert said(data) == [(f"x.yaml: dit is {kind}, geen tekstbestand", BEGIN)]


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "UTF-32"),
        ("utf-32-be", codecs.BOM_UTF32_BE, "UTF-32"),
    ],
)
def test_another_unicode(base: str, said: Said, encoding: str, mark: bytes, name: str) -> None:
    assert said(mark + base.encode(encoding)) == [(f"x.yaml: dit bestand is opgeslagen als {name}", UTF_8)]


def test_a_file_that_is_not_utf_8(base: str, said: Said) -> None:
    data = base.replace("gemeente: Zutphen", "gemeente: € Één").encode("cp1252")
    at = data.index(b"\x80") + 1
    message = f"x.yaml:3:11: dit bestand is niet opgeslagen als UTF-8: byte {at} is geen leesbaar teken"
    assert said(data) == [(message, UTF_8)]
    message = "x.yaml:2:9: dit bestand is niet opgeslagen als UTF-8: byte 20 is geen leesbaar teken (misschien 'é')"
    assert said(b"formaat: 1\ntitel: C\xe9") == [(message, UTF_8)]


def test_a_file_that_is_cut_inside_a_character(said: Said) -> None:
    assert said("titel: é".encode()[:-1])[0][0].startswith("x.yaml:1:8: dit bestand is niet opgeslagen als UTF-8")


def test_a_file_of_more_than_8_mb(said: Said) -> None:
    assert said(b"#" * (8 * 1024 * 1024 + 1)) == [
        ("x.yaml: dit bestand is groter dan 8 MB", "verdeel de casus over meer bestanden")
    ]
    assert said(b"#" * (8 * 1024 * 1024)) == [("x.yaml: dit bestand is leeg", "begin met: speelveld nieuw mijn-casus")]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_ten_thousand_levels_are_refused_at_the_thirty_third(said: Said, opening: str) -> None:
    ((message, _),) = said(opening * 10_000)
    assert message.startswith(("x.yaml:1:", "x.yaml:33:"))
    assert "meer dan 32 lagen diep" in message or "kan geen sleutel zijn" in message


def test_thirty_two_levels_are_read(base: str, said: Said) -> None:
    inside = "[" * 29 + "a" + "]" * 29
    card = "kaartsoorten: [{naam: a, layout: x.xml.j2, kaarten: [{a: %s}]}]\n"
    assert "lagen diep" in said(base + card % inside)[0][0]
    assert said(base + card % inside[2:-2]) == []


def test_references_to_references_are_never_followed(said: Said) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{key}: &{key} [*{last}, *{last}]\n" for last, key in pairwise("abcdefghij"))
    messages = [message for message, _ in said(bomb)]
    assert messages[0] == "x.yaml:1:4: een woord met & vooraan mag hier niet"
    assert messages[2] == "x.yaml:2:8: een woord met * vooraan mag hier niet"
    assert len(messages) == 10 + 2 * 9


@pytest.mark.parametrize(
    "text",
    ["a: [" + "*a, " * 100_000, "- &a b\n" * 100_000, "a: b\n" * 100_000, "a: b #c\n" * 100_000],
    ids=["references", "anchors", "the same key", "words after a hash"],
)
def test_a_hundred_mistakes_that_make_a_file_unreadable_are_enough(said: Said, text: str) -> None:
    assert len(said(text)) == 100


@pytest.mark.parametrize(
    "text",
    [
        "%TAG !a! tag:x\n" * 200_000,
        "a: b\n...\n" + "%TAG !a! tag:x\n" * 200_000,
        "kaartsoorten: [{naam: a, layout: x.xml.j2, formaat: '70 mm" + " " * 200_000 + "x', kaarten: [{a: b}]}]\n",
        "cijfers: [{tekst: a, bron: b, jaar: 1, url: 'https://" + "a." * 200_000 + " '}]\n",
        'gemeente: "' + "\\u0301\\u0323" * 200_000 + '"\n',
        "gemeente: " + "\u0301\u0323" * 500_000 + "\n",
        "a:" + " " * 1_000_000 + "#\n",
    ],
    ids=["directives", "directives behind", "spaces", "dots", "escaped accents", "accents", "spaces and a hash"],
)
def test_no_file_takes_quadratic_time(said: Said, text: str) -> None:
    """Each of these takes minutes if the guard against it goes."""
    assert said(text)


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ("weglaten: [" + "a, " * 201 + "]\n", "x.yaml:23:11: deze lijst heeft meer dan 200 punten"),
        ("".join(f"k{number}: a\n" for number in range(200)), "x.yaml:1:1: dit blok heeft meer dan 200 sleutels"),
    ],
)
def test_lists_and_blocks_have_an_end(base: str, said: Said, items: str, message: str) -> None:
    assert said(base + items)[0][0] == message


def test_more_values_than_any_casus_needs_are_refused(base: str, said: Said) -> None:
    many = base + "  - {titel: [" + "a, " * 150 + "]}\n" + ("  - {titel: [" + "a, " * 150 + "]}\n") * 6_600
    assert said(many) == [("x.yaml: dit bestand is te groot voor één casus", "maak er meer casussen van")]


OPGAVE = "  - {titel: t, vraag: v, voor_wie: w, schuurt: s, merkt: m}\n"


def test_twenty_thousand_opgaven_are_read_and_not_one_more(base: str, load: Load, said: Said) -> None:
    casus = load(base + OPGAVE * 19_998)
    assert len(casus.opgaven) == 20_000
    assert casus.opgaven[-1].id == "t-19998"
    assert casus.opgaven[-1].merkt.source.line == 20_020
    assert said(base + OPGAVE * 19_999)[0][0] == "x.yaml:17:3: deze lijst heeft meer dan 20000 punten"
