"""A kit.yaml of someone's own: every mistake in it is named with its line, and none is our bug."""

from pathlib import Path

import pytest

from speelveld.deck import load_kit
from speelveld.errors import KitError

JOB = "{naam: kaarten, titel: Kaarten, soort: kaarten, papier: keuze, gewicht: 160 gram, zijden: dubbel}"
PART = "{naam: rollen, titel: Rollen, opdracht: kaarten, van: rollen, formaat: groot, layout: rolkaart.xml.j2}"


def refused(folder: Path, text: str | bytes) -> str:
    path = folder / "kit.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(KitError) as caught:
        load_kit(path)
    return str(caught.value)


def kit(job: str = JOB, part: str = PART) -> str:
    return f"opdrachten:\n  - {job}\nonderdelen:\n  - {part}\n"


def test_the_smallest_kit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kit.yaml"
    path.write_text(kit(), encoding="utf-8")
    assert [onderdeel.naam for onderdeel in load_kit(path).onderdelen] == ["rollen"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "kit.yaml: dit bestand is leeg\n  hint: schrijf bovenaan: breidt_uit: standaard"),
        ("- a", "kit.yaml:1:1: dit bestand begint niet met een sleutel"),
        (b"\xff", "kit.yaml:1:1: dit bestand is niet opgeslagen als UTF-8"),
        ("a: [\n", "kit.yaml:1:4: wat met [ begint, wordt niet goed gesloten"),
        ("opdrachten: x\n", "kit.yaml:1:13: 'opdrachten' moet een lijst zijn"),
        (kit() + "opdracht: 1\n", "kit.yaml:5:1: onbekende sleutel 'opdracht'\n  hint: bedoelt u 'opdrachten'?"),
        (kit(job="los"), "kit.yaml:2:5: een punt van 'opdrachten' moet een blok"),
        (kit(job=JOB.replace("soort: kaarten", "soort: karten")), "'soort': 'karten' kan hier niet"),
        (kit(job=JOB.replace("keuze", "a5")), "'papier': 'a5' kan hier niet"),
        (kit(job=JOB.replace("naam: kaarten", "naam: ../kaarten")), "dat mag alleen kleine letters"),
        (kit(part=PART.replace("van: rollen", "van: rolen")), "bedoelt u 'rollen'?"),
        (kit(part=PART.replace("groot", "70")), "'formaat' is '70'; dat is geen formaat van een kaart"),
        (kit(part=PART.replace("groot", "enorm")), "'formaat' is 'enorm'; dat is geen formaat van een kaart"),
        (kit(part=PART.replace(", formaat: groot", "")), "heeft dan 'van' en 'formaat' nodig"),
        (
            kit(part=PART.replace("opdracht: kaarten", "opdracht: kaart")),
            "kit.yaml:4:45: opdracht 'kaart' bestaat niet",
        ),
        (kit(part=PART[:-1] + ", toont: gebied}"), "bedoelt u 'gebieden'?"),
        (kit(part=PART[:-1] + ", vanaf_tafels: 0}"), "'vanaf_tafels' is 0; dat moet van 1 tot en met 12 zijn"),
        (kit(part=PART[:-1] + ", vanaf_tafels: 13}"), "'vanaf_tafels' is 13; dat moet van 1 tot en met 12 zijn"),
        (kit(part=PART[:-1] + ", laat: soms}"), "'laat': 'soms' kan hier niet\n  hint: kies uit: 'ja', 'nee'"),
        (kit(part=PART[:-1] + ", leeg_aantal: -1}"), "'leeg_aantal' is -1; dat moet van 0 tot en met 100 zijn"),
        (kit(part=PART.replace("titel: Rollen, ", "")), "kit.yaml:4:5: hier ontbreekt 'titel'"),
        (kit(part=f"{PART}\n  - {PART}"), "kit.yaml:5:12: de naam 'rollen' staat er voor de tweede keer"),
        ("opdrachten: &a [*a]\nonderdelen: *a\n", "kit.yaml:1:13: een woord met & vooraan mag hier niet"),
        ("opdrachten: " + "[" * 50_000, "dit blok ligt meer dan 32 lagen diep"),
    ],
)
def test_a_mistake_is_named_in_dutch_with_its_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in refused(tmp_path, text)
