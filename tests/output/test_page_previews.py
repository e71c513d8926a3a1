import os
import random
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

import speelveld
from speelveld.files import ReadFile, read_file
from speelveld.geometry import Rect, Size
from speelveld.output import overview as of_a_kit
from speelveld.output.overview import Overview, Shown
from speelveld.output.previews import draw_pages, render_previews, unpack
from speelveld.units import mm

A4, A1, A0 = Size(mm(210), mm(297)), Size(mm(841), mm(594)), Size(mm(1189), mm(841))


@pytest.fixture(scope="session")
def font() -> ReadFile:
    package = import_module("font_source_sans_pro").__file__
    assert package
    return read_file(Path(package).parent / "files" / "SourceSansPro-Semibold.ttf")


def pdf_of(pages: Iterable[Size]) -> bytes:
    """Return a PDF whose page n has a grey of 10 n all over, but for a red square of 20 mm in its top left corner."""
    data = BytesIO()
    canvas = Canvas(data, invariant=1)
    for number, size in enumerate(pages):
        canvas.setPageSize((size.width, size.height))
        canvas.setFillGray(number * 10 / 255)
        canvas.rect(0, 0, size.width, size.height, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, size.height - mm(20), mm(20), mm(20), stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def picture(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def test_every_page_gives_a_picture_in_order() -> None:
    pngs = list(render_previews(pdf_of([A4] * 9), 30))
    middles = [picture(png).getpixel((100, 200)) for png in pngs]
    assert middles == [(10 * n, 10 * n, 10 * n) for n in range(9)]


def test_the_picture_stands_upright_and_in_its_colours() -> None:
    (png,) = render_previews(pdf_of([A4]), 100)
    assert picture(png).getpixel((20, 20)) == (255, 0, 0)
    assert picture(png).getpixel((20, 1149)) == (0, 0, 0)


def test_the_resolution_is_that_asked_for() -> None:
    (png,) = render_previews(pdf_of([A4]), 100)
    assert picture(png).size == (827, 1170)
    assert picture(png).info["dpi"] == pytest.approx((100, 100), abs=0.1)


@pytest.mark.parametrize("size", [A1, A0, A0.turned()])
def test_a_large_page_is_capped_at_its_long_side(size: Size) -> None:
    (png,) = render_previews(pdf_of([size]), 100)
    assert max(picture(png).size) == 1600
    assert picture(png).info["dpi"][0] == pytest.approx(1600 / max(size.width, size.height) * 72, abs=0.1)


def test_the_cap_may_be_chosen() -> None:
    (png,) = render_previews(pdf_of([A4]), 300, longest=500)
    assert picture(png).size[1] == 500


def test_the_same_pdf_gives_the_same_bytes() -> None:
    pdf = pdf_of([A4] * 6)
    assert list(render_previews(pdf, 60)) == list(render_previews(pdf, 60))


def test_one_may_stop_after_the_first_page() -> None:
    assert picture(next(render_previews(pdf_of([A4] * 20), 30))).format == "PNG"


def test_importing_loads_no_library() -> None:
    code = "import sys, speelveld.output.previews; print(sorted({'PIL', 'pypdfium2'} & set(sys.modules)))"
    source = str(Path(speelveld.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": source}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip() == "[]"


def test_chosen_pages_are_drawn_and_no_others() -> None:
    drawn = [page.picture.getpixel((100, 200)) for page in draw_pages(pdf_of([A4] * 9), 30, numbers=[7, 2])]
    assert drawn == [(70, 70, 70), (20, 20, 20)]


def test_what_was_packed_is_unpacked_as_it_was() -> None:
    pdf = pdf_of([A4, A1])
    for drawn, png in zip(draw_pages(pdf, 100), render_previews(pdf, 100), strict=True):
        again = unpack(png)
        assert again.picture.tobytes() == drawn.picture.tobytes()
        assert again.dpi == pytest.approx(drawn.dpi, abs=0.1)


Pages = list[tuple[str, Size, Image.Image]]


def kit_pages() -> Pages:
    kit = {"1 Kaarten": [A4] * 5, "2 Bladen": [A4.turned()] * 3, "3 Speelbord": [A1]}
    return [
        (name, size, drawn.picture)
        for name, sizes in kit.items()
        for size, drawn in zip(sizes, draw_pages(pdf_of(sizes), 50), strict=True)
    ]


def overview(pages: Pages, font: ReadFile, hero: Image.Image | None = None, width: int = 2400) -> bytes:
    """Return the overview of whole pages."""
    above = None if hero is None else Size(hero.width, hero.height)
    whole = Overview([Shown(caption, size) for caption, size, _ in pages], font, above, width)
    for number, (_, _, drawn) in enumerate(pages):
        whole.show(number, drawn)
    if hero is not None:
        whole.show_above(hero)
    return whole.png()


def test_the_overview_shows_each_page_in_its_own_size(font: ReadFile) -> None:
    sheet = picture(overview(kit_pages(), font)).convert("RGB")
    assert sheet.width <= 2400
    red = sum(count for count, colour in sheet.getcolors(sheet.width * sheet.height) or () if colour == (255, 0, 0))
    # Nine squares of 20 mm: one scale for all pages makes their area nine times that of one.
    side = next(x for x in range(1, 400) if sheet.getpixel((56 + x, 56 + 70)) != (255, 0, 0))
    assert red == pytest.approx(9 * side**2, rel=0.12)


def test_pages_may_come_in_any_order(font: ReadFile) -> None:
    pages = kit_pages()
    whole = Overview([Shown(caption, size) for caption, size, _ in pages], font)
    for number in reversed(range(len(pages))):
        whole.show(number, pages[number][2])
    assert whole.png() == overview(pages, font)


def test_the_overview_is_the_same_each_time(font: ReadFile) -> None:
    assert overview(kit_pages(), font) == overview(kit_pages(), font)


def test_a_caption_is_written_above_its_pages(font: ReadFile) -> None:
    page = kit_pages()[0][1:]
    without = picture(overview([("", *page)], font))
    written = picture(overview([("Kaarten", *page)], font))
    assert written.size == without.size
    top = (0, 0, written.width, 100)
    assert len(set(written.crop(top).convert("L").tobytes())) > len(set(without.crop(top).convert("L").tobytes()))


def test_an_overview_of_photographs_stays_small(font: ReadFile) -> None:
    rustle = random.Random(1)
    noise = Image.frombytes("RGB", (900, 1200), rustle.randbytes(900 * 1200 * 3))
    sheet = overview([("Ruis", Size(590, 785), noise)] * 12, font)
    assert len(sheet) < 1_500_000
    assert picture(sheet).format == "PNG"


def test_the_width_of_the_overview_may_be_chosen(font: ReadFile) -> None:
    assert picture(overview(kit_pages(), font, width=1000)).width <= 1000


def test_the_game_in_play_stands_above_all_pages_and_is_half_of_the_picture(font: ReadFile) -> None:
    (hero,) = draw_pages(pdf_of([A1]), 300, 2400)
    drawn = list(draw_pages(pdf_of([A4] * 20), 50))
    pages = [(f"deel {number}", A4, page.picture) for number in range(6) for page in drawn]
    whole = picture(overview(pages, font, hero.picture)).convert("RGB")
    assert whole.width == 2400
    high = 2400 * A1.height / A1.width
    assert high / whole.height >= 0.49
    assert whole.getpixel((10, 10)) == (255, 0, 0)
    assert whole.getpixel((1200, round(high) - 3)) == (0, 0, 0)
    assert whole.getpixel((10, round(high) + 10)) not in ((0, 0, 0), (255, 0, 0))


def alone(part: Shown, page: Image.Image, font: ReadFile) -> Image.Image:
    """Return an overview of one thing, cropped to what is red or black on it."""
    whole = Overview([part], font)
    whole.show(0, page)
    sheet = picture(whole.png()).convert("RGB")
    # Ground and border of an overview have much of all three colours.
    return sheet.crop(sheet.getchannel("B").point(lambda blue: 255 if blue < 100 else 0).getbbox())


def test_a_part_of_a_page_is_cut_out_and_turned_back(font: ReadFile) -> None:
    (page,) = draw_pages(pdf_of([A4]), 144)
    square, empty = Rect(0, 0, mm(20), mm(40)), Rect(mm(30), mm(30), mm(20), mm(40))
    upright, turned, black = (
        alone(Shown("", A4, part, turn), page.picture, font) for part, turn in ((square, 0), (square, 90), (empty, 0))
    )
    assert upright.size == pytest.approx((turned.height, turned.width), abs=1)
    assert upright.height == pytest.approx(2 * upright.width, abs=2)
    assert black.size == upright.size
    # What is red lies above; turned a quarter clockwise on the page, that side was its left.
    across, down = upright.width // 2, upright.height // 4
    assert (upright.getpixel((across, down)), upright.getpixel((across, 3 * down))) == ((255, 0, 0), (0, 0, 0))
    assert (turned.getpixel((down, across)), turned.getpixel((3 * down, across))) == ((255, 0, 0), (0, 0, 0))
    assert black.getcolors() == [(black.width * black.height, (0, 0, 0))]


def test_what_is_shown_larger_stands_on_another_scale() -> None:
    part = Rect(0, 0, mm(20), mm(40))
    assert Shown("", A4, part, larger=2.0).size == Size(mm(40), mm(80))
    assert Shown("", A4, part, 270, 2.0).size == Size(mm(80), mm(40))
    assert Shown("", A4).size == A4


def test_a_packed_overview_keeps_small_colours_apart(font: ReadFile, monkeypatch: pytest.MonkeyPatch) -> None:
    bars = ((0, 99, 163), (0, 102, 79), (125, 70, 0), (229, 168, 0), (169, 52, 0))
    # Every grey there is, much of it, as in the soft edges of small letters; the bars are few pixels beside it.
    page = Image.linear_gradient("L").resize((1200, 1600)).convert("RGB")
    for number, bar in enumerate(bars):
        page.paste(bar, (200, 100 * number, 216, 100 * number + 2))
    pages = [("Kaarten", Size(1200, 1600), page)]
    monkeypatch.setattr(of_a_kit, "_MOST_BYTES", len(overview(pages, font)) - 1)
    shown = picture(overview(pages, font))
    assert shown.mode == "P", "the test needs an overview that has to be packed"
    colours = [colour for _, colour in shown.convert("RGB").getcolors(1 << 24) or []]
    for bar in bars:
        assert min(max(abs(one - other) for one, other in zip(bar, colour, strict=True)) for colour in colours) <= 12
