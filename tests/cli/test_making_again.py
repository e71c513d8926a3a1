"""Making again loses nothing: each profile, each part of a kit and each casus has a folder of its own."""

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest

from tests.makers.commands import Speelveld, files
from tests.oracles.kitfolder import faults

pytestmark = pytest.mark.slow

FEW = ("--zonder-voorbeelden", "--datum", "2026-12-03")
PART = ("--alleen", "opgavekaarten,casusblad", *FEW)


def kit_json(folder: str) -> dict[str, object]:
    told: dict[str, object] = json.loads(Path(folder, "kit.json").read_bytes())
    return told


def pages(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().replace("\ufffe", "").split()) for page in document]


def changed(casus: Path, old: str, new: str) -> None:
    file = casus / "casus.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def whole(speelveld: Speelveld, new_casus: Path) -> Path:
    """Return the folder of a whole kit of the new casus."""
    made = speelveld("maak", str(new_casus), *FEW, "--stil")
    assert (made.status, made.out, made.err) == (0, "", "")
    return Path("out", "mijn-casus")


def test_one_profile_made_again_leaves_the_others(speelveld: Speelveld, new_casus: Path) -> None:
    assert (
        speelveld("maak", str(new_casus), *PART, "--profiel", "web", "--profiel", "drukker", "--uit", "kit").status == 0
    )
    before = files(Path("kit"))
    shown = speelveld("maak", str(new_casus), *PART, "--uit", "kit")
    assert (shown.status, shown.err) == (0, "")
    assert "Weg uit de vorige kit" not in shown.out
    after = files(Path("kit"))
    assert {name: after[name] for name in before if name != "kit.json"} == {
        name: data for name, data in before.items() if name != "kit.json"
    }
    assert faults(Path("kit"), {"kantoor": {"1-kaarten-a4.pdf", "2-papieren-a4.pdf"}}) == []


def test_a_manifest_says_what_it_is_made_of_and_what_stands_on_each_card(speelveld: Speelveld, new_casus: Path) -> None:
    speelveld("maak", str(new_casus), *PART, "--uit", "kit")
    told = kit_json("kit/kantoor")
    casus = (new_casus / "casus.yaml").read_bytes()
    assert told["casus"] == {
        "titel": "Veilig naar school",
        "gemeente": "Voorbeeldstad",
        "sha256": sha256(casus).hexdigest(),
    }
    cards = told["kaarten"]
    assert isinstance(cards, list)
    assert [card["nummer"] for card in cards] == [f"O{number}" for number in range(1, len(cards) + 1)]
    (second,) = (card for card in cards if card["nummer"] == "O2")
    assert (second["onderdeel"], second["id"], second["titel"]) == (
        "opgavekaarten",
        "samen-op-de-fiets",
        "Samen op de fiets",
    )
    assert "Samen op de fiets" in second["teksten"]["voor"]
    question = next(line.strip() for line in casus.decode().splitlines() if "kinderen kunnen fietsen" in line)
    assert question.partition(": ")[2] in second["teksten"]["voor"]
    assert "Is dit een opgave?" in second["teksten"]["achter"]
    entries = told["bestanden"]
    assert isinstance(entries, list)
    for entry in entries:
        marks = [mark for part in entry["onderdelen"] for mark in part["sha256"]]
        assert len(marks) == entry["bladzijden"] == len(pages(Path("kit/kantoor", entry["bestand"])))


def test_a_part_has_a_folder_of_its_own_and_the_whole_kit_stays(
    speelveld: Speelveld, new_casus: Path, whole: Path
) -> None:
    before = files(whole)
    for option, name in (
        (("--alleen", "opgavekaarten"), "mijn-casus-alleen-opgavekaarten"),
        (("--kaarten", "O2,k3"), "mijn-casus-kaarten-o2-k3"),
    ):
        assert speelveld("maak", str(new_casus), *FEW, *option).status == 0
        assert faults(Path("out", name)) == []
    assert files(whole) == before
    refused = speelveld("maak", str(new_casus), *FEW, "--kaarten", "O2", "--uit", str(whole))
    assert refused.status == 5
    assert "ligt een hele kit, en dit is een deel" in refused.err
    assert files(whole) == before


def test_many_names_give_a_folder_that_every_system_can_make(speelveld: Speelveld, new_casus: Path) -> None:
    cards = [f"A{number}" for number in range(1, 24)]
    made = speelveld("maak", str(new_casus), *FEW, "--kaarten", ",".join(cards))
    assert (made.status, made.err) == (0, "")
    speelveld("maak", str(new_casus), *FEW, "--kaarten", ",".join(cards[:-1]))
    names = sorted(path.name for path in Path("out").iterdir())
    assert len(names) == 2, "another choice, another folder"
    assert all(len(name) < 100 for name in names)


def test_cards_may_be_named_by_number_id_and_title(speelveld: Speelveld, new_casus: Path) -> None:
    changed(new_casus, "titel: De straat als plein", "titel: De straat, als plein")
    made = speelveld(
        "maak", str(new_casus), *FEW, "--uit", "kit", "--kaarten", "o1, De straat, als plein,samen-op-de-fiets"
    )
    assert (made.status, made.err) == (0, "")
    front, back = pages(Path("kit/kantoor/1-kaarten-a4.pdf"))
    for title in ("De laatste honderd meter", "Samen op de fiets", "De straat, als plein"):
        assert title in front
    assert front.count("Opgave O") == 3
    assert back.count("Is dit een opgave?") == 3
    kept = kit_json("kit/kantoor")["kaarten"]
    assert isinstance(kept, list)
    assert [card["nummer"] for card in kept] == ["O1", "O2", "O3"]


@pytest.mark.parametrize("said", ["opgave 2,rolkaart 3", "Opgavekaart 2, ROL 3", "O2,R3"])
def test_cards_may_be_named_as_one_says_them(speelveld: Speelveld, new_casus: Path, said: str) -> None:
    made = speelveld("maak", str(new_casus), *FEW, "--uit", "kit", "--kaarten", said)
    assert (made.status, made.err) == (0, "")
    kept = kit_json("kit/kantoor")["kaarten"]
    assert isinstance(kept, list)
    assert [card["nummer"] for card in kept] == ["O2", "R3"]


def test_every_card_that_is_not_there_is_named(speelveld: Speelveld, new_casus: Path) -> None:
    shown = speelveld("maak", str(new_casus), "--kaarten", "O1,O99,Samen op de fits")
    assert shown.status == 2
    assert "kaart 'O99' zit niet in deze kit" in shown.err
    assert "kaart 'Samen op de fits' zit niet in deze kit\n  hint: bedoelt u 'Samen op de fiets'?" in shown.err
    assert not Path("out").exists()


def test_two_ways_to_ask_for_a_part_are_one_too_many(speelveld: Speelveld, new_casus: Path) -> None:
    shown = speelveld("maak", str(new_casus), "--kaarten", "O1", "--alleen", "rolkaarten")
    assert shown.status == 2
    assert "--alleen en --kaarten kunnen niet samen" in shown.err


def test_a_card_looks_alone_as_it_does_among_the_others(speelveld: Speelveld, new_casus: Path) -> None:
    speelveld("maak", str(new_casus), *FEW, "--alleen", "opgavekaarten", "--uit", "alle")
    speelveld("maak", str(new_casus), *FEW, "--kaarten", "O2", "--uit", "een")
    (card,) = kit_json("een/kantoor")["kaarten"]  # type: ignore[misc]
    cards = kit_json("alle/kantoor")["kaarten"]
    assert isinstance(cards, list)
    assert card == cards[1]


def test_since_an_earlier_kit_only_what_changed_is_made(speelveld: Speelveld, new_casus: Path, whole: Path) -> None:
    before = files(whole)
    changed(new_casus, "titel: Samen op de fiets", "titel: Samen op de step")
    made = speelveld("maak", str(new_casus), *FEW, "--sinds", str(whole))
    assert (made.status, made.err) == (0, "")
    assert "Nieuw of veranderd: O2 Samen op de step." in made.out
    assert "Haal uit de kit die er al was: O2 Samen op de fiets." in made.out
    kit = Path("out", "mijn-casus-veranderd")
    front, back = pages(kit / "kantoor" / "1-kaarten-a4.pdf")
    assert "Samen op de step" in front
    assert front.count("Opgave O") == back.count("Is dit een opgave?") == 1
    assert not (kit / "kantoor" / "2-fiches-a4.pdf").exists(), "the title of an opgave is on no fiche"
    old, new = (pages(place / "kantoor" / "5-spelleider-a4.pdf") for place in (whole, kit))
    assert len(new) % 2 == 0
    assert len(new) < len(old) / 2
    for sheet in zip(new[::2], new[1::2], strict=True):
        assert "step" in " ".join(sheet), "a sheet with nothing new on it"
    assert files(whole) == before


def test_where_nothing_changed_there_is_nothing_to_make(speelveld: Speelveld, new_casus: Path, whole: Path) -> None:
    shown = speelveld("maak", str(new_casus), *FEW, "--sinds", str(whole / "kantoor"))
    assert shown.status == 2
    assert "er is niets veranderd sinds de kit in" in shown.err
    assert sorted(path.name for path in Path("out").iterdir()) == ["mijn-casus"]


@pytest.mark.parametrize("text", [None, "", "{", '{"programma": "speelveld", "profiel": "kantoor", "bestanden": []}'])
def test_what_is_no_kit_cannot_be_compared_with(speelveld: Speelveld, new_casus: Path, text: str | None) -> None:
    Path("oud").mkdir()
    if text is not None:
        Path("oud", "kit.json").write_text(text, encoding="utf-8")
    shown = speelveld("maak", str(new_casus), *FEW, "--sinds", "oud")
    assert shown.status == 2
    assert "in 'oud' ligt geen kit van kantoor om mee te vergelijken" in shown.err


def test_two_casussen_of_one_folder_name_do_not_replace_each_other(speelveld: Speelveld, new_casus: Path) -> None:
    for place, title in (("een", "Veilig naar school"), ("twee", "Samen naar school")):
        shutil.copytree(new_casus, Path(place, "casus"))
        changed(Path(place, "casus"), "titel: Veilig naar school", f"titel: {title}")
    for _ in range(2):
        for place in ("een", "twee"):
            assert speelveld("maak", f"{place}/casus", *PART).status == 0
    kits = {path.name: kit_json(str(path))["casus"]["titel"] for path in Path("out").iterdir()}  # type: ignore[index]
    name = "casus-alleen-opgavekaarten-casusblad"
    assert kits == {name: "Veilig naar school", f"{name}-2": "Samen naar school"}
    before = files(Path("out"))
    refused = speelveld("maak", "twee/casus", *PART, "--uit", f"out/{name}")
    assert refused.status == 5
    assert "ligt de kit van een andere casus: 'een/casus/casus.yaml'" in refused.err
    assert files(Path("out")) == before


def test_a_casus_that_was_moved_or_edited_keeps_its_folder(speelveld: Speelveld, new_casus: Path) -> None:
    shutil.copytree(new_casus, "casus")
    speelveld("maak", "casus", *PART)
    Path("elders").mkdir()
    Path("casus").rename("elders/casus")
    changed(Path("elders/casus"), "titel: Veilig naar school", "titel: Iets heel anders")
    assert speelveld("maak", "elders/casus", *PART).status == 0
    assert [path.name for path in Path("out").iterdir()] == ["casus-alleen-opgavekaarten-casusblad"]


def test_a_file_for_the_web_says_of_which_casus_it_is(speelveld: Speelveld, new_casus: Path) -> None:
    speelveld("maak", str(new_casus), *PART, "--profiel", "web", "--uit", "kit")
    assert sorted(path.name for path in Path("kit/web").glob("*.pdf")) == [
        "veilig-naar-school-casusblad.pdf",
        "veilig-naar-school-opgavekaarten.pdf",
    ]


def test_the_end_names_files_that_are_there_how_often_and_which_of_two(speelveld: Speelveld, new_casus: Path) -> None:
    shown = speelveld("maak", str(new_casus), "--tafels", "2", "--deelnemers", "11", "--datum", "2026-12-03")
    assert (shown.status, shown.err) == (0, "")
    found = re.search(r"ligt in (\S+):", shown.out)
    assert found is not None
    folder = Path(found[1])
    assert folder == Path("out", "mijn-casus").resolve()
    named = re.findall(r"^  (kantoor/\S+\.pdf) ", shown.out, re.MULTILINE)
    assert {folder / name for name in named} == set((folder / "kantoor").glob("*.pdf"))
    assert f"Bekijk eerst {folder / 'overzicht.png'}:" in shown.out
    assert (folder / "overzicht.png").is_file()
    assert "Begin met kantoor/0-begin-hier.pdf" in shown.out
    assert re.search(r"Kies één van de twee: 6-bord-delen-a4\.pdf .* of 7-bord-heel-a1\.pdf ", shown.out)
    often = shown.out.partition("Zo vaak print u elk bestand:\n")[2].partition("\n\n")[0]
    assert re.search(r"^  2× \(voor elke tafel\): 1-kaarten-a4\.pdf, 2-fiches-a4\.pdf,", often, re.MULTILINE)
    # The casusblad is for each of those who play, and stands on the pages after the list of contents.
    assert re.search(r"^  4-papieren-a4\.pdf: blz\. 1 1×, blz\. 2–3 11× \(voor elke deelnemer\)", often, re.MULTILINE)
    assert "casusblad" in pages(folder / "kantoor" / "4-papieren-a4.pdf")[1].lower()


def test_a_pdf_with_a_note_of_the_user_is_kept_and_told(speelveld: Speelveld, new_casus: Path) -> None:
    speelveld("maak", str(new_casus), *PART, "--uit", "kit")
    pdf = Path("kit/kantoor/1-kaarten-a4.pdf")
    noted = pdf.read_bytes() + b"% met een notitie\n"
    pdf.write_bytes(noted)
    shown = speelveld("maak", str(new_casus), *PART, "--uit", "kit")
    assert (shown.status, shown.err) == (0, "")
    assert f"U had {pdf} veranderd. Uw versie heet nu '1-kaarten-a4 (uw versie).pdf'" in shown.out
    assert Path("kit/kantoor/1-kaarten-a4 (uw versie).pdf").read_bytes() == noted
    assert faults(Path("kit")) == []


def test_the_same_casus_gives_the_same_manifests_wherever_it_lies(speelveld: Speelveld, new_casus: Path) -> None:
    for place in ("a", "b/diep"):
        shutil.copytree(new_casus, Path(place, "casus"))
        speelveld("maak", f"{place}/casus", *PART, "--uit", f"{place}/kit")
    assert files(Path("a/kit")) == files(Path("b/diep/kit"))
