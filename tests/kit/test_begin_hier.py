"""What people open first: a cover to glue on a box, and what to print, in order and how often."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.build.writing import print_pdf
from speelveld.options import Options
from speelveld.pages import Print
from speelveld.profiles import named
from speelveld.sheet.duplex import Duplex
from speelveld.typeset.frame import Frame
from tests.oracles.tagtree import tree_text

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)
FIRST = ("omslag", "begin-hier")


@cache
def built(casus: str = "zutphen-dementie", options: Options = OPTIONS) -> Built:
    return build(load(ROOT / "decks" / casus, casus), options, lambda _: None)


def names(kit: Built) -> list[str]:
    return [print_.bestand for print_ in kit.prints]


def first(kit: Built) -> Print:
    return next(print_ for print_ in kit.prints if print_.bestand.startswith("0"))


def texts(print_: Print, part: str) -> str:
    frames = [laid.frame for each in print_.parts if each.naam == part for page in each.pages for laid in page.laid]
    return " ".join(" ".join(run.text for frame in frames for run in frame.texts()).replace("\u00ad ", "").split())


def cover(folder: Path, **options: object) -> Frame:
    chosen = replace(OPTIONS, only=("omslag",), **options)  # type: ignore[arg-type]
    (print_,) = build(load(folder, "casus.yaml"), chosen, lambda _: None).prints
    (page,) = print_.pages
    return page.laid[0].frame


def test_it_is_number_nought_and_the_others_keep_their_numbers(new_casus: Path) -> None:
    whole = names(built())
    assert whole[0] == "0-begin-hier.pdf"
    assert [name.split("-")[0] for name in whole[1:]] == [str(number) for number in range(1, len(whole))]
    layouts = new_casus / "layouts"
    layouts.mkdir()
    (layouts / "kit.yaml").write_text("breidt_uit: standaard\nweglaten: [omslag, begin-hier]\n", encoding="utf-8")
    without = build(load(new_casus, "casus.yaml"), OPTIONS, lambda _: None)
    assert names(without)[0] == "1-kaarten-a4.pdf"


def test_it_comes_first_wherever_its_print_job_stands(new_casus: Path) -> None:
    layouts = new_casus / "layouts"
    layouts.mkdir()
    job = "{naam: begin-hier, na: bord-heel}"
    (layouts / "kit.yaml").write_text(f"breidt_uit: standaard\nopdrachten: [{job}]\n", encoding="utf-8")
    assert names(build(load(new_casus, "casus.yaml"), OPTIONS, lambda _: None))[:2] == [
        "0-begin-hier.pdf",
        "1-kaarten-a4.pdf",
    ]


@pytest.mark.parametrize(
    ("casus", "options"),
    [
        ("zutphen-dementie", OPTIONS),
        ("amsterdam-subsidies", replace(OPTIONS, tables=1)),
        ("nieuw", replace(OPTIONS, tables=6, duplex=Duplex.GEEN, large_print=True)),
        ("leefbare-dorpskern", replace(OPTIONS, tables=4, paper="a3", board="a0")),
    ],
)
def test_it_says_of_every_file_what_paper_and_how_many_sheets(casus: str, options: Options) -> None:
    kit = built(casus, options)
    said = texts(first(kit), "begin-hier")
    spelleiders = -(-kit.tables // 3)
    times = {"tafel": kit.tables, "speler": kit.participants, "spelleider": spelleiders, "avond": 1}
    for print_ in kit.prints:
        own = re.split(r"\S+\.pdf op ", said.partition(f"{print_.bestand} op ")[2])[0]
        paper = f"{print_.paper.upper()}, {print_.weight}, {'dubbel' if print_.two_sided else 'enkel'}zijdig"
        assert own.startswith(paper), print_.bestand
        counts = [tuple(map(int, row)) for row in re.findall(r"(\d+) (\d+) (\d+)(?= |$)", own)]
        assert all(sheets * copies == total for sheets, copies, total in counts)
        large = print_.naam.endswith("-grootletter")
        needed = sum(part.sheets * (1 if large else times[part.per]) for part in print_.parts)
        assert sum(total for *_, total in counts) == needed, print_.bestand
    places = [said.index(f"{name} op ") for name in names(kit) if name not in said.partition("Alleen als u wilt")[2]]
    assert places == sorted(places)


def test_what_to_print_is_told_in_one_place() -> None:
    guide = next(print_ for print_ in built().prints if print_.naam == "spelleider")
    said = texts(guide, "printwijzer")
    assert "dat staat in 0-begin-hier.pdf" in said
    assert "1-kaarten-a4.pdf op" not in said
    alone = build(
        load(ROOT / "decks" / "zutphen-dementie", "zutphen-dementie"),
        replace(OPTIONS, only=("printwijzer", "opgavekaarten")),
        lambda _: None,
    )
    said = texts(next(print_ for print_ in alone.prints if print_.naam == "spelleider"), "printwijzer")
    assert "1-kaarten-a4.pdf op A4" in said


def test_the_cover_names_casus_gemeente_and_question_the_title_largest() -> None:
    frame = cover(ROOT / "decks" / "zutphen-dementie")
    runs = list(frame.texts())
    said = " ".join(run.text.strip() for run in runs)
    for text in ("Speelveld", "Leven met dementie in Zutphen", "Gemeente Zutphen", "4–7 spelers", "120 minuten"):
        assert text in said
    assert "Hoe zorgen we samen dat mensen met dementie en hun mantelzorgers zo gewoon mogelijk leven?" in said
    largest = max(run.size for run in runs)
    assert "".join(run.text for run in runs if run.size == largest).startswith("Leven met dementie")


def test_each_casus_has_a_cover_of_its_own() -> None:
    casussen = sorted(path.parent for path in (ROOT / "decks").glob("*/casus.yaml"))
    assert len(casussen) >= 9
    drawn = {str([item for item in cover(casus).items if not hasattr(item, "text")]) for casus in casussen}
    assert len(drawn) == len(casussen)


def test_a_cover_without_a_casus_leaves_room_for_the_question() -> None:
    from speelveld import resources

    frame = cover(resources.blank_casus())
    said = " ".join(run.text.strip() for run in frame.texts())
    assert "Onze vraag" in said
    assert "Gemeente" not in said


def test_a_casus_may_call_the_game_otherwise(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    own = "\nwoorden:\n  speelveld: {woord: ontmoetingsplein, lidwoord: het, meervoud: ontmoetingspleinen}\n"
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    said = [run.text.strip() for run in cover(new_casus).texts()]
    assert "Ontmoetingsplein" in said
    assert "Speelveld" not in said


@pytest.mark.parametrize("profile", ["kantoor", "web"])
def test_the_cover_is_the_title_of_the_file_and_no_list_comes_before_it(profile: str, tmp_path: Path) -> None:
    folder = tmp_path / "casus"
    shutil.copytree(ROOT / "decks" / "nieuw", folder)
    options = replace(OPTIONS, only=FIRST)
    kit = build(load(folder, "casus.yaml"), options, lambda _: None, named(profile))
    (print_,) = kit.prints
    pdf = print_pdf(kit, print_, options)
    with pikepdf.open(BytesIO(pdf)) as file:
        assert len(file.pages) == 2
    tree = tree_text(pdf)
    assert re.findall(r"^\s*(H\d)$", tree, re.MULTILINE)[:2] == ["H1", "H2"]
    assert tree.index("H1") < tree.index("Begin hier")
