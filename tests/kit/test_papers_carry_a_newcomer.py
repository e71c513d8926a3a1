"""Somebody who never led this game has every paper, for any number of tables and both lengths, and it adds up."""

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from speelveld.build.pipeline import build, load
from speelveld.geometry import HERE, Matrix
from speelveld.options import Options
from speelveld.typeset.frame import Frame, Group, Item, Shape, TextRun
from speelveld.units import mm

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC))
PAPERS = (
    "casusblad", "spelregels", "kaartenoverzicht", "resultaatblad", "uitleg", "evaluatieformulier", "draaiboek",
    "openingstekst", "spiekkaart", "wat-als", "nagesprek", "zaalopstelling", "materiaallijst", "printwijzer",
    "uitnodiging", "voor-wie-twijfelt", "telblad", "beurtblad", "klokblad", "oefenpotje", "antwoordbrief",
    "zes-weken-later",
)  # fmt: skip
EVENING = '  datum: 2026-12-03\n  tijd: "19:30"\n  plaats: Gemeentehuis, raadzaal\n  contact: naam@gemeente.nl\n'


def frames(folder: Path, options: Options) -> list[Frame]:
    built = build(load(folder, "casus.yaml"), options, lambda _: None)
    return [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]


def words(folder: Path, *names: str, options: Options = OPTIONS) -> str:
    found = frames(folder, replace(options, only=names))
    return " ".join(" ".join(run.text for frame in found for run in frame.texts()).split())


@cache
def kit(casus: str) -> list[Frame]:
    return frames(ROOT / "decks" / casus, OPTIONS)


def with_length(folder: Path, minutes: int) -> Path:
    path = folder / "casus"
    shutil.copytree(ROOT / "decks" / "zutphen-dementie", path)
    text = (path / "casus.yaml").read_text(encoding="utf-8")
    assert "duur: 120" in text
    (path / "casus.yaml").write_text(text.replace("duur: 120", f"duur: {minutes}"), encoding="utf-8")
    return path


def test_every_paper_is_in_the_kit() -> None:
    kit_file = yaml.safe_load((ROOT / "layouts" / "kit.yaml").read_text(encoding="utf-8"))
    papers = {part["naam"] for part in kit_file["onderdelen"] if part["opdracht"] in ("papieren", "spelleider")}
    assert papers == set(PAPERS)


# ── The minutes ──


def at(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


# With more than four tables the meeting ends later: half a minute for each, of which 120 minutes have two.
LATER = {(120, 6): 1, (120, 12): 4, (90, 6): 3, (90, 12): 6}


@pytest.mark.parametrize("tables", [1, 2, 4, 6, 12])
@pytest.mark.parametrize("minutes", [120, 90])
def test_the_minutes_of_the_draaiboek_add_up(minutes: int, tables: int, tmp_path: Path) -> None:
    casus, options = with_length(tmp_path, minutes), replace(OPTIONS, tables=tables)
    glance, text = (words(casus, paper, options=options) for paper in ("spiekkaart", "draaiboek"))
    end = minutes + LATER.get((minutes, tables), 0)
    phases = [
        (at(a), int(b)) for a, b in re.findall(r"(\d:\d\d) (?:\d\. )?[A-Z].*?(\d+) minu", glance.split("Einde")[0])
    ]
    assert len(phases) == 8
    ends = [start + length for start, length in phases]
    assert [0, *ends] == [*(start for start, _ in phases), end]
    assert f"{end // 60}:{end % 60:02} Einde" in glance
    for (_, length), until in zip(phases, ends, strict=True):
        assert f"{length} minuten, klaar na {until // 60}:{until % 60:02}" in text
    steps = [(at(a), int(b)) for a, b in re.findall(r"(?<![–\d:])(\d:\d\d) (\d+) minu", text)]
    pause = [(start, length) for start, length in phases if f"{length} minuten. Wat er ligt, blijft liggen" in text]
    assert [start for start, _ in pause] == [{120: 35, 90: 25}[minutes]]
    whole = sorted({*steps, *pause})
    assert len(whole) > 30
    for (start, length), (following, _) in zip(whole, [*whole[1:], (end, 0)], strict=True):
        assert length > 0
        assert start + length == following
    assert (f"Het einde is daarom {end - minutes} minu" in text) == (end > minutes)


@pytest.mark.parametrize("minutes", [120, 90])
def test_the_opening_can_be_read_in_its_minutes(minutes: int, tmp_path: Path) -> None:
    casus = with_length(tmp_path, minutes)
    takes = re.search(r"Dat duurt ongeveer (\d+) minu", words(casus, "openingstekst"))
    given = re.search(r"(\d) minuten Lees de openingstekst voor", words(casus, "draaiboek"))
    assert takes is not None
    assert given is not None
    assert int(takes[1]) <= int(given[1])


# ── The room ──


def flat(items: Iterable[Item], matrix: Matrix = HERE) -> Iterator[Item]:
    """Yield every text and shape, shapes where they are on the page."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items, item.matrix.before(matrix) if item.matrix else matrix)
        elif isinstance(item, Shape):
            yield replace(item, path=item.path.through(matrix))
        else:
            yield item


Box = tuple[float, float, float, float]


def box(shape: Shape) -> Box:
    points = [points[-1] for _, points in shape.path if points]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def room(tables: int, board: str) -> tuple[list[Shape], list[str]]:
    """Return the shapes and the texts of the first page: the room."""
    options = replace(OPTIONS, tables=tables, board=board, only=("zaalopstelling",))
    first = frames(ROOT / "decks" / "zutphen-dementie", options)[0]
    items = list(flat(first.items))
    return [i for i in items if isinstance(i, Shape)], [i.text.strip() for i in items if isinstance(i, TextRun)]


def is_round(shape: Shape, around: Box, wide: float) -> bool:
    left, top, right, bottom = around
    return set(shape.path.steps) <= set("mch") and all(
        abs(side - wide) < mm(0.1) for side in (right - left, bottom - top)
    )


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] - 0.1 and other[0] < one[2] - 0.1 and one[1] < other[3] - 0.1 and other[1] < one[3] - 0.1


@pytest.mark.parametrize(
    ("tables", "board"),
    [
        *((tables, "a1") for tables in range(1, 13)),
        *((tables, board) for board in ("a0", "a2") for tables in (1, 5, 12)),
    ],
)
def test_the_room_has_every_table_and_a_seat_for_everybody(tables: int, board: str) -> None:
    shapes, texts = room(tables, board)
    assert [number for number in texts if number.isdigit()] == [str(number + 1) for number in range(tables)]
    # A chair of 460 mm, on the scale of the drawing: who sits there is drawn on a round ground.
    (scale,) = re.findall(r"schaal 1 : (\d+)", " ".join(texts))
    chair = mm(460 / int(scale))
    # A disc has its rim over it: the same place.
    chairs = {box(shape) for shape in shapes if shape.fill and is_round(shape, box(shape), chair)}
    edged = [(box(shape), shape.fill.name, shape.stroke.name) for shape in shapes if shape.fill and shape.stroke]
    boards = [around for around, fill, stroke in edged if (fill, stroke) == ("wit", "grijs")]
    wheelchair = [around for around, fill, stroke in edged if (fill, stroke) == ("wit", "huis-tekst")]
    assert (len(boards), len(chairs), len(wheelchair)) == (tables, 6 * tables - 1, 1)
    tops = [
        around
        for around, fill, stroke in edged
        if (fill, stroke) == ("muur-3", "inkt") and any(overlap(around, one) for one in boards)
    ]
    assert len(tops) == tables
    seats = [*chairs, *wheelchair]
    assert not any(overlap(one, other) for n, one in enumerate(seats) for other in [*tops, *seats[:n]])
    walls = max(
        (box(shape) for shape in shapes if shape.fill and shape.fill.name == "licht"), key=lambda b: b[2] - b[0]
    )
    assert all(walls[0] < b[0] and walls[1] < b[1] and b[2] < walls[2] and b[3] < walls[3] for b in [*tops, *seats])


def test_the_room_names_walls_ways_and_what_is_seen() -> None:
    _, texts = room(6, "a1")
    said = " ".join(texts)
    for word in ("muur", "spelleider", "ingang", "looproute", "zicht op de muur", "rolstoel", "1 m", "spullen"):
        assert word in said


# ── The form, and how it is counted ──


@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_form_is_one_page_without_a_name(casus: str) -> None:
    form = [frame for frame in kit(casus) if frame.title == "Evaluatieformulier"]
    assert len(form) == 1
    said = " ".join(run.text for run in form[0].texts())
    assert "Schrijf uw naam er niet op" in said
    assert "anoniem" in said
    assert not re.search(r"\b(Naam|Handtekening|E-mail|Telefoon)\b", said)


def test_before_and_after_ask_the_same_and_the_sheet_counts_it() -> None:
    form = words(ROOT / "decks" / "zutphen-dementie", "evaluatieformulier")
    sheet = words(ROOT / "decks" / "zutphen-dementie", "telblad")
    asked = re.findall(r"\d (Ik [^.]+\.)", form)
    assert len(asked) == 2 * len(set(asked)) == 10
    assert all(sentence in sheet for sentence in asked)
    assert "Dit was mijn tijd waard." in form
    assert "Dit was mijn tijd waard." in sheet


# ── The invitation ──


def test_the_invitation_says_what_is_known(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("  tafels: 1\n", f"  tafels: 2\n{EVENING}"), encoding="utf-8"
    )
    said = words(new_casus, "uitnodiging")
    for known in (
        "Veilig naar school", "lopend of fietsend naar school durven", "donderdag 3 december 2026",
        "van 19:30 tot 21:30 uur", "120 minuten", "Gemeentehuis, raadzaal", "naam@gemeente.nl", "12 mensen",
        "Het resultaatblad gaat naar de wethouder", "De wethouder beslist", "rolstoel", "ringleiding", "zonder naam",
        "niet van mensen", "5 anderen",
    ):  # fmt: skip
        assert known in said
    assert "Nog niet bekend" not in said


def test_the_invitation_reads_well_when_nothing_is_known_yet(new_casus: Path) -> None:
    said = words(new_casus, "uitnodiging")
    assert "Nog niet bekend: de dag, de tijd, de plaats en bij wie men zich meldt." in said
    assert "Wanneer: dat hoort u nog van ons. Het duurt 120 minuten" in said
    assert "Waar: de plaats hoort u nog van ons." in said
    assert "Antwoord op dit bericht." in said


@pytest.mark.parametrize("known", EVENING.splitlines(keepends=True))
def test_one_thing_that_is_known_leaves_no_gap(known: str, new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("  tafels: 1\n", f"  tafels: 1\n{known}"), encoding="utf-8"
    )
    said = words(new_casus, "uitnodiging", "draaiboek", "resultaatblad", "nagesprek")
    assert GAPS.search(said) is None


@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_invitation_is_one_page_of_whole_words(casus: str) -> None:
    """A hyphen at the end of a line would go along into the mail."""
    pages = [frame for frame in kit(casus) if frame.title == "Uitnodiging"]
    assert len(pages) == 1
    assert not any("\u00ad" in run.text for run in pages[0].texts())


# ── All papers ──

GAPS = re.compile(
    r"\b(?:None|nan|Undefined|TODO)\b|[{}\[\]<>]|\b(?:PM|n\.v\.t\.|xxx)\b|[,:;] ?[.?!]| [,.;:?!](?! )|\.\.|\( ?\)"
)


@pytest.mark.parametrize("casus", CASUSSEN)
def test_no_paper_has_a_gap_in_its_text(casus: str) -> None:
    titles = {frame.title for frame in kit(casus)}
    assert {"Draaiboek", "Uitnodiging", "Voor wie twijfelt", "Telblad", "Print- en snijwijzer"} <= titles
    for frame in kit(casus):
        said = " ".join(" ".join(run.text for run in frame.texts()).split())
        assert (frame.title, GAPS.findall(said)) == (frame.title, [])


@pytest.mark.parametrize(
    "text", ["Waar: None", "op [datum] in", "Waar: .", "Meld u aan: ,", "van  tot .", "bij {{ contact }}"]
)
def test_a_gap_is_found(text: str) -> None:
    assert GAPS.search(" ".join(text.split()))
    assert GAPS.search("Wanneer: dat hoort u nog. Hoe zorgen we samen dat … (hooguit twintig woorden)") is None


def test_what_the_sceptic_reads_is_what_the_print_guide_counts() -> None:
    options = replace(OPTIONS, tables=3)
    folder = ROOT / "decks" / "zutphen-dementie"
    found = frames(folder, options)
    said = {}
    for frame in found:
        said[frame.title] = said.get(frame.title, "") + " " + " ".join(run.text.strip() for run in frame.texts())
    guide = re.search(r"Papier samen: (.+?)\. ", said["Begin hier"])
    doubt = re.search(r"Papier: (\d+) vellen voor 3 tafels", said["Voor wie twijfelt"])
    assert guide is not None
    assert doubt is not None
    assert sum(map(int, re.findall(r"(\d+) vel", guide[1]))) == int(doubt[1])
    hours = re.findall(r"(?:minuten\.|antwoorden\.|plakken\.|klaar\.) (\d+(?:,5)?)", said["Voor wie twijfelt"])
    *parts, total = (float(hour.replace(",", ".")) for hour in hours)
    assert len(parts) == 3
    assert sum(parts) == total
    assert parts[0] == 18 * 120 / 60


@pytest.mark.parametrize("tables", [1, 2, 5])
@pytest.mark.parametrize("folder", [ROOT / "decks" / "zutphen-dementie", ROOT / "decks" / "blanco.yaml"], ids=str)
def test_the_sceptic_reads_the_hours_of_the_print_guide(folder: Path, tables: int) -> None:
    said: dict[str, str] = {}
    for frame in frames(folder, replace(OPTIONS, tables=tables)):
        said[frame.title] = said.get(frame.title, "") + " " + " ".join(run.text.strip() for run in frame.texts())
    guide = said["Print- en snijwijzer"].partition("Tijd en plaats")[2]
    cutting, pasting, *once, printing = (int(each) for each in re.findall(r"Ongeveer (\d+) minuten", guide))
    total = re.search(r"Ongeveer ([\d,]+) uur voor één persoon", guide)
    doubt = re.search(r"plakken\. ([\d,]+) ", said["Voor wie twijfelt"])
    assert total is not None
    assert doubt is not None
    assert total[1] == doubt[1]
    # Whoever adds up gets there too, but for the half hour that it is rounded up to.
    assert 0 <= float(total[1].replace(",", ".")) * 60 - (printing + sum(once) + tables * (cutting + pasting)) < 30


@pytest.mark.parametrize("tables", [1, 2, 5])
@pytest.mark.parametrize("casus", ["nieuw", "zutphen-dementie"])
def test_the_papers_on_what_to_do_fill_their_sheets(casus: str, tables: int) -> None:
    """Two sheets on both sides, and one: no page with a few lines and a white back."""
    titles = Counter(frame.title for frame in frames(ROOT / "decks" / casus, replace(OPTIONS, tables=tables)))
    assert (titles["Wat als"], titles["Print- en snijwijzer"]) == (4, 2)


# ── Blank cards ──


@pytest.mark.parametrize("name", ["opgavekaarten", "rolkaarten", "kanskaarten", "uitdagingkaarten", "aanpakkaarten"])
def test_blank_cards_have_a_line_every_eight_millimetres(name: str) -> None:
    options = replace(OPTIONS, only=(name,), large_print=False)
    blanks = [frame for frame in frames(ROOT / "decks" / "nieuw", options) if frame.title.startswith("Lege")]
    for frame in {frame.title: frame for frame in blanks}.values():
        drawn = Counter(round(height, 2) for height in writing_lines(frame))
        # Two beside each other are for one word each.
        lines = sorted(height for height, beside in drawn.items() if beside == 1)
        assert len(lines) >= 4
        gaps = [round(below - above, 1) for above, below in pairwise(lines)]
        assert min(gaps) >= round(mm(8), 1) - 0.1


def writing_lines(frame: Frame) -> Iterator[float]:
    """Yield the height of every level line of at least 20 mm that is no edge of a box."""
    for item in flat(frame.items):
        if isinstance(item, Shape) and item.fill is None and item.stroke is not None:
            left, top, right, bottom = box(item)
            if bottom - top < 0.1 and right - left > mm(20):
                yield bottom
