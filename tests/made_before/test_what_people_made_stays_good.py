"""What was made with an earlier version is still good: it builds, and what its maker wrote is on the paper.

The folders beside this file were made, and built, with the first version. They stay as they are: they stand for what
lies on the computers of gemeenten. Where a change of the program asks for a change in one of them, the program says so
in one message; then a test here tells that message, and the folder still stays as it is.

`alles` is a casus with every key there was. `opmaak` has layouts that extend, replace and use those of the program in
every way that `docs/opmaak.md` shows, whole copies of kit.yaml and stijl.yaml, and the wishes of a print shop.
"""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from speelveld.resources import font_files, press_profile
from tests.makers.commands import speelveld as run
from tests.makers.once import folder_once, once

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
DATE = "2026-11-29"
# Files that are too large to keep; they came from elsewhere then too.
LETTERS = {
    "letter-gewoon.ttf": "gewoon",
    "letter-vet.ttf": "vet",
    "letter-halfvet.ttf": "halfvet",
    "letter-cursief.ttf": "cursief",
    "letter-vet-cursief.ttf": "vet_cursief",
}

# What each maker wrote of their own, by the file in which it is printed.
OF_ALLES = {
    "kantoor/1-kaarten-a4.pdf": [
        "De vroege rit",
        "Ik rijd graag, maar niet leeg.",
        "Meerijders",
        "Een busje over",
        "De chauffeur is ziek",
        "Wie mist u in deze bus?",
        "Halte Kerkplein",
        "Uw reis",
    ],
    "kantoor/3-fiches-a4.pdf": ["€ 2.500"],
    "kantoor/4-bladen-a4.pdf": ["Van halte tot halte", "Hier wonen veel jonge gezinnen.", "Onze kring"],
    "kantoor/5-papieren-a4.pdf": ["De laatste bus gaat om 19:05 uur.", "De spoorlijn blijft."],
    "kantoor/6-begeleider-a4.pdf": ["donderdag 3 december 2026", "Dorpshuis, grote zaal", "bus@voorbeeldstad.nl"],
    "kantoor/8-bord-heel-a1.pdf": ["Hoe zorgen we samen dat iedereen in het dorp"],
    "web/*-kaarten.pdf": ["Gesprek met twee chauffeurs, 2025"],
    "drukker/*-haltekaarten-70x120mm.pdf": ["Heen 7:40, terug 16:10"],
}
OF_OPMAAK = {
    "kantoor/1-kaarten-a4.pdf": ["Straks ziet u", "Buur inwoners", "U zoekt", "Alles uit de delen", "Deel rol"],
    "kantoor/3-bladen-a4.pdf": ["Het plein van nu"],
    "kantoor/4-brieven-a4.pdf": ["Dank u wel voor uw hulp.", "Mijn naam"],
    "kantoor/5-papieren-a4.pdf": [
        "Vragen? Bel de gemeente Voorbeeldstad.",
        "Wat vond u van het plein?",
        "Gemeente Voorbeeldstad, team plein",
        "Vul dit in voor u naar huis gaat.",
        "Doe dit blad in de doos bij de deur.",
        "Van het team plein.",
    ],
    "kantoor/6-spelleider-a4.pdf": [
        "Welkom op het plein.",
        "Pleinblad: 2 keer A4",
        "Uit de map van het huis.",
        "Uit de map waar iemand werkt.",
    ],
    "kantoor/8-bord-heel-a1.pdf": ["Wat u hebt gespeeld op het plein"],
    "web/*-papieren.pdf": ["delen over het plein."],
    "web/*-kaarten.pdf": ["Dit zijn 6 kaarten.", "Dit zijn 31 kaarten."],
    "drukker/04-rolkaarten-100x141mm-voorkant.pdf": ["Mantelzorger"],
}


@dataclass(frozen=True)
class Made:
    """A folder of files, and what the program said while making them."""

    folder: Path
    said: str

    def words(self, file: str) -> str:
        """Return the texts of a PDF, with each space and end of a line as one space; '*' is any number of a file."""
        (path,) = self.folder.glob(file)
        document = pypdfium2.PdfDocument(path)
        found = " ".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        # pypdfium2 gives the hyphen at the end of a line as U+FFFE.
        return " ".join(found.replace("\ufffe", "").split())


def speelveld(where: Path, *arguments: str) -> str:
    """Run the program in the folder `where`, as a person does, with the printers that are kept in `alles`."""
    done = run(where, *arguments, env={"SPEELVELD_CONFIG": str(HERE / "alles")})
    assert done.status == 0, done.err
    return done.out


def copy(name: str, folder: Path) -> Path:
    """Return a copy of a folder as its maker has it, in `folder`."""
    own = folder / name
    shutil.copytree(HERE / name, own)
    return own


@pytest.fixture(scope="module")
def alles(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return the kit of the casus with every key, for every profile, for a printer that was measured."""

    def make() -> Made:
        folder = folder_once(lambda _: None, elsewhere, "made before", "alles")
        own = copy("alles", folder)
        for file, face in LETTERS.items():
            shutil.copy(font_files()[face], own / file)
        profiles = ("--profiel", "kantoor", "--profiel", "web", "--profiel", "drukker", "--grootletter")
        kept = ("--printer", "balie", "--datum", DATE, "--zonder-voorbeelden", "--uit", "kit")
        return Made(folder / "kit", speelveld(folder, "maak", "alles", *profiles, *kept))

    elsewhere = tmp_path_factory.mktemp("alles")
    return once(make, "made before", "alles", "kit")


@pytest.fixture(scope="module")
def opmaak(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return the kit with layouts of its own, made where there are more of them, and the page of `proefspeel`."""

    def make() -> Made:
        folder = folder_once(lambda _: None, elsewhere, "made before", "opmaak")
        own = copy("opmaak", folder)
        shutil.copy(press_profile("FOGRA39L_coated.icc"), own / "papier.icc")
        profiles = ("--profiel", "kantoor", "--profiel", "web", "--drukker", "../drukker-in-de-buurt.yaml")
        chosen = ("--layouts", "../huis", "--datum", DATE, "--uit", "../../kit")
        said = speelveld(own / "werkmap", "maak", "..", *profiles, *chosen, "--zonder-voorbeelden")
        # Of one profile alone all is told; of more only what each asks.
        alone = ("--alleen", "rolkaarten", "--layouts", "../huis", "--datum", DATE, "--uit", "../../drukker")
        said += speelveld(own / "werkmap", "maak", "..", *profiles[-2:], *alone, "--zonder-voorbeelden")
        said += speelveld(own, "proefspeel", ".", "--potjes", "200", "--datum", DATE, "--uit", "../kit/proef")
        return Made(folder / "kit", said)

    elsewhere = tmp_path_factory.mktemp("opmaak")
    return once(make, "made before", "opmaak", "kit")


def keys(schema: Mapping[str, Any], data: object, part: Mapping[str, Any], name: str) -> Iterator[str]:
    """Yield the keys in `data`, each as the model it is in and its own name: 'Cijfer.url'."""
    for choice in [part, *part.get("anyOf", ())]:
        if "items" in choice and isinstance(data, list):
            for item in data:
                yield from keys(schema, item, choice["items"], name)
        if "$ref" in choice and isinstance(data, dict):
            name = choice["$ref"].rpartition("/")[2]
            choice = schema["$defs"][name]
        if "anyOf" in choice and choice is not part:
            yield from keys(schema, data, choice, name)
        if "properties" in choice and isinstance(data, dict):
            for key, value in data.items():
                yield f"{name}.{key}"
                yield from keys(schema, value, choice["properties"][key], name)


def unused(casus: Mapping[str, Any]) -> list[str]:
    """Return the keys there were, that a casus does not have."""
    schema = json.loads(speelveld(HERE, "schema"))
    used = set(keys(schema, casus, schema, "casus"))
    assert used
    return [key for key in (HERE / "keys_then.txt").read_text(encoding="utf-8").split() if key not in used]


def test_the_casus_has_every_key_there_was() -> None:
    # What the program has always read: libyaml, which takes a `?` before a comma for a part of the text.
    casus = yaml.load((HERE / "alles" / "casus.yaml").read_bytes(), yaml.CSafeLoader)
    assert unused(casus) == []
    del casus["taal"], casus["cijfers"][0]["url"], casus["opgaven"][0]["cijfer"]["url"]
    assert unused(casus) == [
        "Cijfer.url",
        "Negeer.controle",
        "Negeer.tekst",
        "Negeer.veld",
        "Taal.jargon",
        "Taal.negeer",
        "Taal.werkwoorden",
        "casus.taal",
    ]


@pytest.mark.parametrize("file", OF_ALLES)
def test_a_casus_with_every_key_still_says_what_its_author_wrote(alles: Made, file: str) -> None:
    words = alles.words(file)
    assert [text for text in OF_ALLES[file] if text not in words] == []


def test_a_printer_that_was_measured_is_still_known(alles: Made) -> None:
    assert "Deze kit is alleen voor printer 'balie'." in alles.said
    assert re.search(r"Zaal 2 .*100,4 mm .*99,7 mm", speelveld(HERE, "kalibreer", "--lijst"))


@pytest.mark.parametrize("file", OF_OPMAAK)
def test_layouts_of_ones_own_still_draw_what_they_drew(opmaak: Made, file: str) -> None:
    words = opmaak.words(file)
    assert [text for text in OF_OPMAAK[file] if text not in words] == []


def test_what_a_copied_kit_file_leaves_out_is_still_left_out(opmaak: Made) -> None:
    assert "Uitleg opgavegericht werken" not in opmaak.words("kantoor/5-papieren-a4.pdf")


def test_the_page_of_proefspeel_is_still_drawn_by_a_layout_of_ones_own(opmaak: Made) -> None:
    assert "Gespeeld voor het plein." in opmaak.words("proef/proefspeel.pdf")


def test_the_wishes_of_a_print_shop_still_count(opmaak: Made) -> None:
    assert "PDF/X-1a:2003; drukprofiel FOGRA39" in opmaak.said
    assert re.search(r"afloop +2 mm .* met snijtekens", opmaak.said)
    assert re.search(r"veilig +tekst blijft 3,5 mm", opmaak.said)
    assert "ten hoogste 280 % inkt" in opmaak.said


def test_every_layout_that_was_made_is_still_used(opmaak: Made) -> None:
    listed = json.loads((opmaak.folder / "kantoor" / "kit.json").read_text(encoding="utf-8"))["layouts"]
    used = {layout["sha256"] for layout in listed}
    own = {path.name: sha256(path.read_bytes()).hexdigest() for path in (HERE / "opmaak").rglob("*.j2")}
    assert len(own) >= 15
    assert {name for name, digest in own.items() if digest not in used} == {"proefspeel.xml.j2"}
