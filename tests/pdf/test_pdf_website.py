"""A kit for the web: what is in it, in which order it is read, and that hand-outs are those of the office printer."""

import hashlib
import re
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import yaml

from speelveld import profiles
from speelveld.build.pipeline import Built, build, load
from speelveld.build.writing import write
from speelveld.errors import KitError
from speelveld.options import Options
from tests.makers.kits import DATE, ROOT, bundled_kit, make_kit
from tests.oracles.spoken import poor
from tests.oracles.tagtree import faults, tree_text
from tests.pdf.accept import ACCEPTED, CASUS, NAMES, SHOWN, STANDING, read, where

pytestmark = pytest.mark.slow

CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
HANDOUTS = {"web/papieren.pdf": "kantoor/4-papieren-a4.pdf", "web/spelleider.pdf": "kantoor/5-spelleider-a4.pdf"}
Tool = Callable[[str], str]
OPGAVEN = [
    opgave["titel"]
    for opgave in yaml.safe_load((ROOT / "decks" / CASUS / "casus.yaml").read_text(encoding="utf-8"))["opgaven"]
]


def files(casus: str = CASUS) -> Mapping[str, bytes]:
    return {made.name: made.pdf for made in bundled_kit(casus)}


def only(folder: Path, *names: str, **options: object) -> dict[str, bytes]:
    """Return the files for the web of some components of a casus."""
    made = make_kit(folder, only=names, profiles=("web",), **options)
    return {one.name: one.pdf for one in made}


def headings(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return level, text and page of each heading, in the order they are read."""
    lines = tree_text(pdf).splitlines()
    found = []
    for line, said in pairwise(lines):
        if match := re.match(r" *H(\d)\b", line):
            page, _, text = said.strip().partition(": ")
            found.append((int(match[1]), text, int(page.partition("+")[0])))
    return found


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return depth, title and page of each line of the list of contents."""
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}

        def listed(items: list[pikepdf.OutlineItem], depth: int) -> list[tuple[int, str, int]]:
            found = []
            for item in items:
                found.append((depth, item.title, pages[item.destination[0].objgen]))
                found += listed(item.children, depth + 1)
            return found

        return listed(outline.root, 1)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_aloud_is_accepted(name: str, tool: Tool) -> None:
    """Read the difference aloud; if it is right, run `python -m tests.pdf.accept`."""
    said = read(files()[f"web/{name}.pdf"], tool("pdfinfo"))
    assert said == (ACCEPTED / f"{name}.txt").read_text(encoding="utf-8")


def test_no_accepted_text_is_left_over() -> None:
    assert sorted(path.stem for path in ACCEPTED.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize(("casus", "name"), SHOWN)
def test_everything_stands_where_it_was_accepted(casus: str, name: str) -> None:
    """Look at the pages that differ; if they are right, run `python -m tests.pdf.accept`."""
    for page, stands in where(casus, name).items():
        assert stands == (STANDING / f"{page}.txt").read_text(encoding="utf-8"), page


def test_no_accepted_page_is_left_over() -> None:
    assert {path.stem for path in STANDING.iterdir()} == {page for shown in SHOWN for page in where(*shown)}


def test_every_component_is_in_one_file_for_the_web() -> None:
    office = {part for made in bundled_kit(CASUS) if made.name.startswith("kantoor/") for part in made.parts}
    web = [part for made in bundled_kit(CASUS) if made.name.startswith("web/") for part in made.parts]
    assert sorted(name for name in web if name != "inhoud") == sorted(office - {"inhoud"})


@pytest.mark.parametrize("casus", CASUSSEN)
def test_hand_outs_are_the_same_bytes_for_the_office_printer_and_the_web(casus: str) -> None:
    made = files(casus)
    for web, office in HANDOUTS.items():
        assert hashlib.sha256(made[web]).hexdigest() == hashlib.sha256(made[office]).hexdigest()
    assert made["web/bladen.pdf"] != made["kantoor/3-bladen-a4.pdf"]


def test_a_kit_for_the_web_is_the_same_bytes_twice() -> None:
    again = {made.name: made.pdf for made in make_kit(ROOT / "decks" / CASUS, profiles=("web",))}
    assert again == {name: pdf for name, pdf in files().items() if name.startswith("web/")}


def test_a_list_of_contents_names_the_page_and_leads_to_it() -> None:
    for name in ("web/papieren.pdf", "web/spelleider.pdf", "web/kaarten.pdf", "web/bladen.pdf", "web/fiches.pdf"):
        pdf = files()[name]
        parts = [page for level, _, page in headings(pdf) if level == 2]
        first = tree_text(pdf).split("\n  Sect\n")[1]
        links = [int(number) for number in re.findall(r"link: .*, bladzijde (\d+)$", first, re.MULTILINE)]
        rows = first.split("TR\n")[2:]
        told = [int(re.findall(r"1: (?:vanaf )?(\d+)$", row, re.MULTILINE)[-1]) for row in rows]
        assert links == told == parts
        assert len(parts) > 2
        with pikepdf.open(BytesIO(pdf)) as file:
            pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
            assert [pages[link.Dest[0].objgen] for link in file.pages[0].Annots] == parts


def test_papers_for_two_sides_begin_on_a_front() -> None:
    starts = {title: page for level, title, page in headings(files()["web/spelleider.pdf"]) if level <= 2}
    assert len(starts) == 18
    backs = {"Een beurt"}
    assert {title for title, page in starts.items() if page % 2 == 0} == backs


def test_what_to_print_names_the_pages_of_the_files() -> None:
    said = tree_text(files()["web/begin-hier.pdf"])
    for name in HANDOUTS.values():
        with pikepdf.open(BytesIO(files()[name])) as file:
            pages = len(file.pages)
        own = said.partition(f": {name.removeprefix('kantoor/')} op ")[2].partition(".pdf op ")[0]
        assert max(int(last or only) for only, last in re.findall(r"PDF-bladzijde (\d+)(?:–(\d+))?", own)) == pages


def test_cards_are_sections_under_the_heading_of_their_kind() -> None:
    pdf = files()["web/kaarten.pdf"]
    found = headings(pdf)
    assert found[0] == (1, "Kaarten", 1)
    kinds = [text for level, text, _ in found if level == 2]
    # Of the hulpkaart there is one: it has no list, and its own head is that of its kind.
    assert kinds == ["Opgavekaarten", "Rolkaarten", "Kanskaarten", "Uitdagingkaarten", "Aanpakkaarten", "Een beurt"]
    casus = yaml.safe_load((ROOT / "decks" / CASUS / "casus.yaml").read_text(encoding="utf-8"))
    cards = [text for level, text, _ in found if level == 3 and text != "Is dit een opgave?"]
    assert cards[: len(casus["opgaven"])] == [opgave["titel"] for opgave in casus["opgaven"]]
    assert len(cards) > 90


def test_every_card_and_every_part_has_a_bookmark() -> None:
    pdf = files()["web/kaarten.pdf"]
    marks = bookmarks(pdf)
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = range(1, len(file.pages) + 1)
    # The back of an opgave, with its own figure, follows its front and is found with it.
    backs = {page + 1 for _, title, page in marks if title in OPGAVEN}
    assert len(backs) == len(OPGAVEN)
    # So does that of the one hulpkaart.
    backs.add(max(pages))
    assert sorted({page for _, _, page in marks} | backs) == list(pages)
    assert marks[0] == (1, "Kaarten", 1)
    assert marks[1:3] == [(2, "Opgavekaarten", 2), (3, "Terechtkunnen bij de eerste twijfel", 3)]
    assert [title for _, title, _ in marks].count("Achterkant van een opgavekaart: twee vragen") == 1


def test_a_back_that_cards_share_is_read_once_behind_them() -> None:
    shared = [title for _, title, _ in bookmarks(files()["web/kaarten.pdf"]) if title.startswith("Achterkant")]
    assert len(shared) > 4
    assert len(set(shared)) == len(shared)


def test_equal_cards_are_shown_once_with_their_number() -> None:
    assert [text for _, text, _ in headings(files()["web/fiches.pdf"])].count("stem") == 1


def test_the_meters_on_the_board_are_told_in_words() -> None:
    said = tree_text(files()["web/speelbord.pdf"])
    for track in ("Tijd", "Steun", "Regie"):
        assert re.search(rf"Figure Alt='{track}: een schaal van 0.*U begint op \d", said)


def test_one_component_has_no_list_of_contents_and_keeps_its_own_title(new_casus: Path) -> None:
    ((name, pdf),) = only(new_casus, "spelregels").items()
    assert name == "web/spelregels.pdf"
    assert headings(pdf)[0] == (1, "Spelregels", 1)
    assert poor(pdf) == []


def test_one_kind_of_card_has_the_kind_as_title(new_casus: Path) -> None:
    ((name, pdf),) = only(new_casus, "opgavekaarten").items()
    assert name == "web/opgavekaarten.pdf"
    assert headings(pdf)[0] == (1, "Opgavekaarten", 1)
    assert {level for level, _, _ in headings(pdf)} == {1, 2, 3}
    assert poor(pdf) == []


OWN = """
kaartsoorten:
  - naam: buurtvragen
    layout: vraag.xml.j2
    keerzijde: vraag-achter.xml.j2
    formaat: 70 mm x 120 mm
    kaarten: [{titel: Wie komt hier?}, {titel: Wat mist u?}]
"""
FRONT = """<card w="70mm" h="120mm" title="{{ naam }}" lang="fy-NL">
  <text x="6mm" y="8mm" w="58mm" style="label-klein">Vraag {{ nummer }}</text>
  <text x="6mm" y="40mm" w="58mm" style="kaartkop-klein">{{ kaart.titel }}</text>
  <h3 x="6mm" y="90mm" w="58mm" style="label">HEAD</h3>
</card>"""
BACK = '<card w="70mm" h="120mm" title="Achter"><text x="6mm" y="40mm" w="58mm" style="tekst">Antwoord</text></card>'


@pytest.fixture
def own(new_casus: Path) -> Path:
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(OWN)
    (new_casus / "vraag.xml.j2").write_text(FRONT, encoding="utf-8")
    (new_casus / "vraag-achter.xml.j2").write_text(BACK, encoding="utf-8")
    return new_casus


def test_own_cards_with_headings_too_low_get_a_place_among_the_others(own: Path) -> None:
    ((_, pdf),) = only(own, "buurtvragen").items()
    assert [heading[:2] for heading in headings(pdf)] == [(1, "Buurtvragen"), (2, "HEAD"), (2, "HEAD"), (2, "Antwoord")]
    assert bookmarks(pdf)[1:] == [(2, "Wie komt hier?", 2), (2, "Wat mist u?", 3), (2, "Achter", 4)]
    assert poor(pdf) == []
    assert faults(pdf) == []


def test_without_a_heading_the_largest_text_of_a_card_is_one_and_is_read_first(own: Path) -> None:
    (own / "vraag.xml.j2").write_text(re.sub(r"  <h3.*\n", "", FRONT), encoding="utf-8")
    ((_, pdf),) = only(own, "buurtvragen").items()
    assert [heading[:2] for heading in headings(pdf)][1:3] == [(2, "Wie komt hier?"), (2, "Wat mist u?")]
    card = tree_text(pdf).partition("Sect Lang='fy-NL'\n")[2]
    assert re.findall(r"2: (.*)", card)[:2] == ["Wie komt hier?", "Vraag E1"]


def test_a_card_in_another_language_says_so(own: Path) -> None:
    ((_, pdf),) = only(own, "buurtvragen").items()
    assert tree_text(pdf).count("    Sect Lang='fy-NL'\n") == 2


def test_a_back_of_its_own_follows_its_card(own: Path) -> None:
    kit = (ROOT / "layouts" / "kit.yaml").read_text(encoding="utf-8")
    mine = kit.replace("achter: opgavekaart-achter.xml.j2", "achter: eigen.xml.j2")
    (own / "kit.yaml").write_text(mine, encoding="utf-8")
    back = BACK.replace("Antwoord", "Bij {{ nummer }}").replace("70mm", "95mm").replace("120mm", "134mm")
    (own / "eigen.xml.j2").write_text(back, encoding="utf-8")
    ((_, pdf),) = only(own, "opgavekaarten").items()
    first = tree_text(pdf).split("\n    Sect\n")[1]
    assert first.rstrip().endswith("3: Bij O1")
    assert poor(pdf) == []


def test_a_list_of_contents_of_one_s_own_may_take_more_pages(new_casus: Path) -> None:
    own = """{% extends "standaard/inhoud.xml.j2" %}
{% block opening %}<h1>Wat u krijgt</h1><p>Vooraf.</p><page-break/>{% endblock %}"""
    (new_casus / "inhoud.xml.j2").write_text(own, encoding="utf-8")
    ((_, pdf),) = only(new_casus, "openingstekst", "wat-als", "zaalopstelling").items()
    found = headings(pdf)
    assert found[0] == (1, "Wat u krijgt", 1)
    parts = [page for level, _, page in found if level == 2]
    assert parts[0] == 3
    links = re.findall(r"link: .*, bladzijde (\d+)$", tree_text(pdf), re.MULTILINE)
    assert list(map(int, links)) == parts
    assert poor(pdf) == []


def test_a_mistake_in_a_list_of_contents_of_one_s_own_is_named(new_casus: Path) -> None:
    (new_casus / "inhoud.xml.j2").write_text("<document>\n{{ weg }}</document>", encoding="utf-8")
    with pytest.raises(KitError, match=r"inhoud.xml.j2:2: 'weg' bestaat hier niet"):
        only(new_casus, "wat-als", "nagesprek")


def built(folder: Path, *names: str) -> tuple[Built, Options]:
    options = Options(DATE, only=names, previews=False)
    return build(load(folder, folder.name), options, lambda _: None, profiles.named("kantoor", "web")), options


def test_the_manifest_names_every_file_with_its_profile(new_casus: Path, tmp_path: Path) -> None:
    _, manifest = write(*_arguments(new_casus, tmp_path))
    entries = manifest["bestanden"]
    assert isinstance(entries, list)
    named = {entry["bestand"]: entry for entry in entries}
    office = ["1-kaarten-a4", "2-papieren-a4"]
    web = ["veilig-naar-school-casusblad", "veilig-naar-school-opgavekaarten"]
    assert sorted(named) == [*(f"kantoor/{name}.pdf" for name in office), *(f"web/{name}.pdf" for name in web)]
    assert all(entry["profiel"] == name.partition("/")[0] for name, entry in named.items())
    assert "papier" not in named["web/veilig-naar-school-opgavekaarten.pdf"]
    assert named["kantoor/1-kaarten-a4.pdf"]["papier"] == "a4"
    assert all((tmp_path / "uit" / name).is_file() for name in named)


def _arguments(folder: Path, out: Path) -> tuple[Built, Path, Options, Callable[[str], None]]:
    made, options = built(folder, "opgavekaarten", "casusblad")
    return made, out / "uit", options, lambda _: None
