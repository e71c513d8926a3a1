"""One wrong casus for every message an author can get: the place, the words and the hint, exactly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.written.wrongs import Wrong, wrongs

Said = Callable[[str | bytes], list[tuple[str, str | None]]]


HERE = Path(__file__).parent
YAML, VALUES = (wrongs(HERE / name, "x.yaml") for name in ("wrong_yaml.txt", "wrong_values.txt"))


def test_there_are_wrong_casussen_and_each_has_a_name_of_its_own() -> None:
    assert len(YAML) > 40
    assert len(VALUES) > 80
    names = [wrong.name for wrong in [*YAML, *VALUES]]
    assert len(set(names)) == len(names)


def test_the_casus_they_are_made_from_is_right(base: str, said: Said) -> None:
    assert said(base) == []


@pytest.mark.parametrize("wrong", [*YAML, *VALUES], ids=lambda wrong: wrong.name)
def test_a_wrong_casus_is_explained(wrong: Wrong, base: str, said: Said) -> None:
    assert said(wrong.spoil(base)) == wrong.said


INVISIBLE = "haal het weg; het komt vaak mee bij knippen en plakken"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("", "", "dit bestand is leeg", "begin met: speelveld nieuw mijn-casus"),
        ("# niets\n\n", "", "dit bestand is leeg", "begin met: speelveld nieuw mijn-casus"),
        ("---\n", "", "dit bestand is leeg", "begin met: speelveld nieuw mijn-casus"),
        (
            "- a\n",
            ":1:1",
            "dit bestand begint niet met een sleutel",
            "schrijf op elke regel een sleutel, een dubbele punt en een spatie, zoals: titel: …",
        ),
        (
            "zomaar\n",
            ":1:1",
            "dit bestand begint niet met een sleutel",
            "schrijf op elke regel een sleutel, een dubbele punt en een spatie, zoals: titel: …",
        ),
        (
            "... a\n",
            ":1:1",
            "vanaf hier is dit geen geldige YAML",
            "laat de sleutels van één blok even ver inspringen, met spaties",
        ),
        ("# x\n\n%YAML 1.1\n---\n", ":3:1", "een regel die met % begint, mag hier niet", "haal deze regel weg"),
        ("a: b\x0bc", ":1:5", "hier staat een onzichtbaar teken (U+000B) dat niet kan worden gedrukt", INVISIBLE),
        ("a: b\x85c", ":1:5", "hier staat een onzichtbaar teken (U+0085) dat niet kan worden gedrukt", INVISIBLE),
        (
            "a:\r\n  - \ufeffb",
            ":2:5",
            "hier staat een onzichtbaar teken (U+FEFF) dat niet kan worden gedrukt",
            INVISIBLE,
        ),
        (
            "a: \ue000",
            ":1:4",
            "het teken U+E000 bestaat alleen in één lettertype en kan niet worden gedrukt",
            "vervang het door een gewoon teken",
        ),
        ("a: e" + "\u0301" * 40, ":1:35", "hier staan te veel losse accenten op één letter", "typ de letter opnieuw"),
    ],
)
def test_a_file_that_is_no_casus_at_all_is_explained(
    said: Said, text: str, place: str, message: str, hint: str
) -> None:
    assert said(text) == [(f"x.yaml{place}: {message}", hint)]


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\u2028", "\\uFEFF", "\\uFFFE"])
def test_an_escape_cannot_bring_in_what_the_file_itself_may_not_hold(base: str, said: Said, escape: str) -> None:
    ((message, hint),) = said(base.replace("gemeente: Zutphen", f'gemeente: "Zut{escape}phen"'))
    assert message.startswith("x.yaml:3:11: hier staat een onzichtbaar teken (U+")
    assert hint == INVISIBLE


def test_a_message_never_holds_what_a_terminal_obeys(base: str, said: Said) -> None:
    messages = said(base + '"rood\\x1b[31m\\nnog een": a\nspel: {geld: "1\\u202e0"}\n')
    assert len(messages) == 3
    assert all(message.isprintable() for message, _ in messages)


def test_a_long_word_is_shortened_in_a_message(base: str, said: Said) -> None:
    assert said(base + "a" * 100 + ": 1\n")[0][0] == f"x.yaml:23:1: onbekende sleutel '{'a' * 60}…'"


def test_a_number_of_six_thousand_digits_is_no_number(base: str, said: Said) -> None:
    ((message, hint),) = said(base + f"spel: {{geld: {'9' * 6000}}}\n")
    assert message == f"x.yaml:23:14: 'geld' is '{'9' * 60}…'; hier hoort een heel getal"
    assert hint == "schrijf het in cijfers, van 1 tot en met 60"


def test_every_mistake_is_said_at_once_in_the_order_of_the_file(base: str, said: Said) -> None:
    spoilt = base.replace("gemeente: Zutphen", "gemente: Zutphen\ntitel: Weer").replace("- De zorg", "- - De zorg")
    spoilt += "gebieden: [{naam: Noord, opgaven: [weg]}]\nspel: {geld: 0, pad: x}\nhuisstijl: {logo: weg.png}\n"
    places = [message.split(": ")[0] for message, _ in said(spoilt)]
    assert places == [
        f"x.yaml:{place}" for place in ("3:1", "4:1", "14:7", "24:36", "25:14", "25:22", "26:13", "26:19")
    ]


def test_a_misspelt_key_is_not_said_to_be_missing_too(base: str, said: Said) -> None:
    assert [message for message, _ in said(base.replace("verhaal: |", "verhal: |"))] == [
        "x.yaml:5:1: onbekende sleutel 'verhal'"
    ]
    both = [message for message, _ in said(base.replace("verhaal: |", "xyz: |"))]
    assert both == ["x.yaml:1:1: hier ontbreekt 'verhaal'", "x.yaml:5:1: onbekende sleutel 'xyz'"]
