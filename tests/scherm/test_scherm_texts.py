"""A drawing holds its texts as text and no more, and each that is written in a file says where."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from speelveld import resources
from speelveld.build.pipeline import build, load
from speelveld.casus import Casus
from speelveld.colors import Color
from speelveld.geometry import Matrix, Rect, Size
from speelveld.options import Options
from speelveld.pages import Laid, Page
from speelveld.profiles import named
from speelveld.scherm import Beyond, Letters, drawn_frame, drawn_page, shown_fields
from speelveld.typeset import Field, FontFiles, Frame, Group, Inset, Quote, TextRun
from speelveld.written.editing import EditableFile
from speelveld.written.kind import FileKind
from tests.makers.drawing import DATE
from tests.oracles import chromium
from tests.scherm.conftest import show
from tests.typeset.halfem import HalfEm

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
INK = Color("inkt", (0.1, 0.1, 0.12), (0.0, 0.0, 0.0, 1.0))
LETTERS = Letters(resources.fonts())
TITLE = Field("", "opgaven[3].titel")
HOSTILE = [
    "<script>alert(1)</script>",
    "</text></svg><img src=x onerror=alert(1)>",
    "&lt;b&gt; & <b>",
    "]]> <!-- x --> <?x?>",
    '" onload="alert(1)" \'',
    "a\x00b\x0bc\ufffe",
    "{{ 7 * 7 }} ${x}",
]


def run(text: str, *quotes: Quote, x: float = 10.0, y: float = 40.0) -> TextRun:
    return TextRun(x, y, text, (), "gewoon", 10.0, INK, 5.0 * len(text), quotes)


def framed(*items: TextRun | Group | Inset, title: str = "Proef") -> Frame:
    return Frame(Size(200, 80), items, title)


def parts(frame: Frame, value: str | None = None) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield each text that is written in a file: its words, its path and where in its value it begins."""
    svg = ElementTree.fromstring(drawn_frame(frame, LETTERS, value=lambda _: value))
    for element in svg.iter():
        if "data-pad" in element.attrib:
            yield "".join(element.itertext()), element.get("data-pad"), element.get("data-vanaf")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_text(text: str) -> None:
    shown = re.sub("[\x00\x0b\ufffe]", "\N{REPLACEMENT CHARACTER}", text)
    frame = framed(run(text, Quote(0, len(text), Field(text, f'a["{text}"]'))), title=text)
    svg = ElementTree.fromstring(drawn_frame(frame, LETTERS, value=lambda _: text))
    assert [element.tag for element in svg.iter()] == [f"{SVG}svg", f"{SVG}text"]
    assert "".join(svg.itertext()) == shown
    assert svg.get("aria-label") == shown
    names = {name for element in svg.iter() for name in element.attrib}
    assert not any(name.startswith("on") or name == "style" for name in names)


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\x00" not in text])
def test_a_browser_shows_a_hostile_text_and_does_nothing(browser: chromium.Browser, tmp_path: Path, text: str) -> None:
    frame = framed(run(text, Quote(0, len(text), Field(text, text))), title=text)
    show(browser, tmp_path, LETTERS, drawn_frame(frame, LETTERS), (300, 120))
    assert browser.evaluate("document.querySelector('svg text').textContent") == text
    assert browser.evaluate("document.querySelectorAll('svg, svg *, img, script').length") == 2


def test_words_of_the_layout_beside_a_value_are_not_of_it() -> None:
    frame = framed(run("Kaart: “Een vrije dag”, 3", Quote(8, 21, TITLE)))
    assert list(parts(frame, "Een vrije dag")) == [("Een vrije dag", "opgaven[3].titel", "0")]


def test_two_values_on_one_line_are_two_parts_and_all_words_stay() -> None:
    other = Field("deck/rollen.yaml", "rollen[0].naam")
    text = "Een en ander"
    svg = ElementTree.fromstring(drawn_frame(framed(run(text, Quote(0, 3, TITLE), Quote(7, 12, other))), LETTERS))
    assert "".join(svg.itertext()) == text
    found = [(part.get("data-pad"), part.get("data-bestand")) for part in svg.iter(f"{SVG}tspan")]
    assert found == [("opgaven[3].titel", None), ("rollen[0].naam", "deck/rollen.yaml")]


def test_each_piece_says_where_in_its_value_it_begins() -> None:
    value = "De **vrij­willi­gers** van het _huis_ vragen [fy: help] en de rest vraagt niets."
    lines = [
        "De ",
        "vrijwilli\u00ad",
        "gers",
        " van het ",
        "huis",
        " vragen ",
        "help",
        " en",
        "DE REST vraagt",
        "niets.",
    ]
    frame = framed(*[run(line, Quote(0, len(line), TITLE), y=10.0 * n) for n, line in enumerate(lines)])
    starts = [int(start or -1) for *_, start in parts(frame, value)]
    found = [value[start:].lstrip()[:2].casefold() for start in starts]
    assert found == [line.strip()[:2].casefold() for line in lines]
    assert starts == sorted(starts)


def test_a_value_that_is_printed_twice_begins_anew() -> None:
    whole = run("De dag", Quote(0, 6, TITLE))
    assert [start for *_, start in parts(framed(whole, replace(whole, baseline=60.0)), "De dag")] == ["0", "0"]


def test_of_a_text_that_is_not_in_its_value_nothing_is_said() -> None:
    assert list(parts(framed(run("iets", Quote(0, 4, TITLE))), "wat anders")) == [("iets", "opgaven[3].titel", None)]


def test_a_card_that_is_shown_small_is_no_place_to_write() -> None:
    small = framed(run("klein", Quote(0, 5, TITLE)))
    around = framed(Inset(small, Rect(0, 0, 100, 40)))
    assert list(parts(around)) == []
    assert shown_fields(around, HalfEm(), lambda _: None) == []


def test_the_box_of_a_piece_is_where_its_letters_are() -> None:
    # Letters of half an em reach 0.7 em up and 0.2 em down.
    line = run("ab titel c", Quote(3, 8, TITLE), x=10, y=40)
    (found,) = shown_fields(framed(line), HalfEm(), lambda _: "titel")
    assert (found.field, found.text, found.box, found.start) == (TITLE, "titel", Rect(25, 33, 25, 9), 0)


def test_a_kern_before_a_piece_moves_it_and_one_in_it_makes_it_wider() -> None:
    line = replace(run("ab titel", Quote(3, 8, TITLE), x=10, y=40), kerns=((0, -100.0), (4, 200.0)))
    (found,) = shown_fields(framed(line), HalfEm(), lambda _: None)
    assert (found.box.x, found.box.width, found.start) == (24, 27, None)


def test_the_box_of_a_turned_piece_is_where_it_is_turned_to() -> None:
    turned = Group(None, (run("titel", Quote(0, 5, TITLE), x=10, y=40),), Matrix(0, 1, -1, 0, 100, 0))
    (found,) = shown_fields(framed(turned), HalfEm(), lambda _: None)
    assert found.box == Rect(58, 10, 9, 25)


def test_drawings_on_one_page_share_no_name() -> None:
    small = Inset(framed(run("x")), Rect(0, 0, 50, 20))
    page = Page(Size(400, 200), (Laid(framed(small), Rect(0, 0, 200, 80), clip=Rect(0, 0, 9, 9)),))
    drawn = [drawn_frame(framed(small, small), LETTERS, name="een"), drawn_page(page, LETTERS, "Vel", name="twee")]
    names = [name for svg in drawn for name in re.findall(r' id="([^"]+)"', svg)]
    assert len(names) == len(set(names)) == 4
    for svg in drawn:
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) == set(re.findall(r' id="([^"]+)"', svg))


def test_a_font_is_named_by_what_is_in_it() -> None:
    rules = LETTERS.stylesheet(lambda name: f"/letters/{name}.ttf")
    for face, file in resources.fonts().items():
        (name,) = (name for name, data in LETTERS.files.items() if data == file.data)
        assert LETTERS.family(face) == f"sv-{name}"
        assert f'src:url("/letters/{name}.ttf")' in rules


def test_what_a_font_lacks_is_drawn_by_its_spare_one() -> None:
    files = resources.fonts()
    letters = Letters({"gewoon": files["gewoon"], "gewoon reserve": files["vet"], "gewoon tabel": files["halfvet"]})
    own, spare, tabular = (letters.family(face).split(",") for face in ("gewoon", "gewoon reserve", "gewoon tabel"))
    assert own[1:] == spare == tabular[1:]
    assert own[0] != tabular[0]


def test_a_kern_behind_a_sign_of_a_higher_plane_shifts_what_comes_next(
    browser: chromium.Browser, tmp_path: Path
) -> None:
    line = replace(run("a\U0001f600bc"), kerns=((2, 5000.0),))
    show(browser, tmp_path, LETTERS, drawn_frame(framed(line), LETTERS), (300, 120))
    starts = browser.evaluate(
        "(t => [...Array(t.getNumberOfChars()).keys()].map(i => t.getStartPositionOfChar(i).x / 32))"
        "(document.querySelector('svg text'))"
    )
    # A browser tells of this sign twice; five em, of ten points each, come before the last letter alone.
    assert starts[4] - starts[3] > 50 > starts[3] - starts[0]


@pytest.mark.slow
def test_every_text_of_a_card_leads_to_its_value_in_the_file() -> None:
    path = ROOT / "decks" / "zutphen-dementie" / "casus.yaml"
    values = EditableFile(path.read_bytes(), "casus.yaml", FileKind()).values
    made = build(load(path, "casus.yaml"), Options(DATE, previews=False), lambda _: None, named())
    assert isinstance(made.casus, Casus)
    metrics, seen, untold = FontFiles(made.fonts), set[str](), []
    frames = {id(each.frame): each.frame for print_ in made.prints for page in print_.pages for each in page.laid}
    for frame in frames.values():
        for shown in shown_fields(frame, metrics, lambda field: None if field.file else values[field.path]):
            if shown.field.file:
                continue
            seen.add(shown.field.path)
            first = next((letter for letter in shown.text if letter.isalnum()), None)
            if first is None:
                continue
            if shown.start is None:
                untold.append((shown.field.path, shown.text))
            else:
                assert (
                    values[shown.field.path][shown.start :].casefold().lstrip(" *_“(‘")[:1]
                    == shown.text.casefold().lstrip(" *_“(‘")[:1]
                )
            assert frame.size.box.contains(shown.box, 0.01)
    assert untold == []
    assert len(seen) > 100


RED = "#d4001a"


@pytest.mark.parametrize(
    ("start", "red"),
    [
        (0, ["Een lange", "tekst op", "een kaart"]),
        (4, ["lange", "tekst op", "een kaart"]),
        (14, ["t op", "een kaart"]),
        (28, []),
    ],
)
def test_what_has_no_room_is_red_from_its_first_character_on(start: int, red: list[str]) -> None:
    value = "Een lange tekst op een kaart"
    field = Field("", "vraag")
    lines = ["Een lange", "tekst op", "een kaart"]
    runs = [run(line, Quote(0, len(line), field), y=40.0 + 12 * at) for at, line in enumerate(lines)]
    beside = run("Voor wie", y=100.0)
    svg = drawn_frame(framed(*runs, beside), LETTERS, value={field: value}.get, beyond=Beyond(field, start))
    found = [(part.get("fill"), part.text) for part in ElementTree.fromstring(svg).iter() if part.get("fill") == RED]
    assert [text for _, text in found] == red
    said = "".join(ElementTree.fromstring(svg).itertext())
    assert said == "".join([*lines, "Voor wie"])


def test_another_value_is_never_red() -> None:
    field, other = Field("", "vraag"), Field("", "titel")
    frame = framed(run("Een titel", Quote(0, 9, other)))
    svg = drawn_frame(frame, LETTERS, value={other: "Een titel"}.get, beyond=Beyond(field, 0))
    assert RED not in svg
