"""The sheet for on the table shows this kit's own board and cards, says its rules, and can be read across a table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.build.writing import print_pdf
from speelveld.deck import choose_cards
from speelveld.errors import KitError
from speelveld.geometry import HERE, Matrix, Rect
from speelveld.options import Options
from speelveld.pages import Print
from speelveld.profiles import named
from speelveld.typeset import Frame, Group, Inset, Item, Shape, TextRun
from speelveld.units import mm
from tests.makers.kits import CASUSSEN, DATE, ROOT

pytestmark = pytest.mark.slow

OPTIONS = Options(DATE, previews=False, paper="a3", only=("spelwijzer",))
# What runs over the seam of two A4s.
SEAM = (mm(202), mm(218))


def made(folder: Path, *profiles: str, **changes: object) -> Built:
    options = replace(OPTIONS, **changes)  # type: ignore[arg-type]
    return build(load(folder, "casus.yaml"), options, lambda _: None, named(*profiles) if profiles else ())


def sheet(built: Built) -> Frame:
    (print_,) = (print_ for print_ in built.prints if any(part.naam == "spelwijzer" for part in print_.parts))
    return print_.pages[0].laid[0].frame


@cache
def bundled(casus: str) -> Frame:
    return sheet(made(ROOT / "decks" / casus))


def insets(items: Iterable[Item], matrix: Matrix = HERE) -> Iterator[tuple[Frame, Rect]]:
    for item in items:
        if isinstance(item, Group):
            yield from insets(item.items, item.matrix.before(matrix) if item.matrix else matrix)
        elif isinstance(item, Inset):
            yield item.frame, matrix.around(item.box)


def titles(frame: Frame) -> list[str]:
    return [str(shown.title) for shown, _ in insets(frame.items)]


# ── Of this kit ──


@pytest.mark.parametrize("casus", CASUSSEN)
def test_it_shows_the_board_and_the_cards_of_this_casus(casus: str) -> None:
    shown = {frame: frame.title for frame, _ in insets(bundled(casus).items)}
    every = {
        frame
        for print_ in made(ROOT / "decks" / casus, only=()).prints
        for page in print_.pages
        for frame in (laid.frame for laid in page.laid)
    }
    assert len(shown) > 15
    assert all(frame in every for frame in shown)
    loaded = load(ROOT / "decks" / casus, casus)
    cards = choose_cards(loaded.casus, loaded.deck)
    assert str(cards.opgaven[0].titel) in shown.values()
    for own in (loaded.casus.aanpakken, loaded.casus.kansen, loaded.casus.uitdagingen):
        if own:
            assert {str(card.titel) for card in own} & set(shown.values())
    assert {"Dreamteamblad", "Routeblad"} <= set(shown.values())
    assert any("Speelbord" in title for title in shown.values())


def test_another_title_of_a_card_is_on_the_sheet_at_once(new_casus: Path) -> None:
    assert "Lopen met de buren" not in titles(sheet(made(new_casus)))
    path = new_casus / "casus.yaml"
    path.write_text(path.read_text("utf-8").replace("titel: Samen op de fiets", "titel: Lopen met de buren"), "utf-8")
    assert "Lopen met de buren" in titles(sheet(made(new_casus)))


@pytest.mark.parametrize("board", ["a0", "a1", "a2"])
def test_board_and_sheets_lie_at_one_scale_and_apart(board: str) -> None:
    frame = sheet(made(ROOT / "decks" / "nieuw", board=board))
    large = [(shown, box) for shown, box in insets(frame.items) if shown.size.width > mm(400)]
    assert len(large) == 3
    assert len({round(box.width / shown.size.width, 4) for shown, box in large}) == 1
    for number, (_, one) in enumerate(large):
        assert not any(one.overlaps(other) for _, other in large[:number])


def test_a_kit_without_opgaven_shows_blank_ones() -> None:
    from speelveld.resources import blank_casus

    built = build(load(blank_casus(), "blanco"), OPTIONS, lambda _: None)
    assert "Lege opgavekaart" in titles(sheet(built))


def test_a_kit_without_a_board_still_has_the_sheet(new_casus: Path) -> None:
    (new_casus / "kit.yaml").write_text("breidt_uit: standaard\nweglaten: [speelbord, routeblad]\n", encoding="utf-8")
    shown = titles(sheet(made(new_casus)))
    assert "Dreamteamblad" in shown
    assert not any("Speelbord" in title or title == "Routeblad" for title in shown)


# ── To be read ──


def texts(frame: Frame) -> list[TextRun]:
    return [run for run in frame.texts() if run.text.strip() and "Speelveld " not in run.text]


@pytest.mark.parametrize("casus", CASUSSEN)
def test_all_it_says_is_twelve_points_or_more(casus: str) -> None:
    small = [run.text for run in texts(bundled(casus)) if run.size < 12 and run.baseline < mm(280)]
    # The letters in the signs of kinds, on the path.
    assert set(small) <= {"K", "U"}


def test_the_numbers_of_a_turn_are_those_of_the_rules() -> None:
    frame = bundled("zutphen-dementie")
    right = [run.text.strip() for run in texts(frame) if run.x > SEAM[1]]
    numbers = [text for text in right if re.fullmatch(r"1[1-6]", text)]
    assert numbers == ["11", "12", "13", "14", "15", "16"]


@pytest.mark.parametrize("casus", CASUSSEN)
def test_no_text_and_no_edge_lies_on_the_seam(casus: str) -> None:
    frame = bundled(casus)
    assert [run.text for run in frame.texts() if run.x < SEAM[1] and run.x + run.width > SEAM[0]] == []
    assert all(box.right <= SEAM[0] + 1 or box.x >= SEAM[1] - 1 for _, box in insets(frame.items))


def flat(items: Iterable[Item]) -> Iterator[Shape]:
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        elif isinstance(item, Shape):
            yield item


# ── In every file ──


def job(built: Built, name: str = "bladen") -> Print:
    return next(print_ for print_ in built.prints if print_.naam.startswith(name))


def test_two_sheets_of_a4_carry_it_too() -> None:
    built = made(ROOT / "decks" / "nieuw", paper="a4")
    assert len(job(built).pages) == 2


def test_a_shop_gets_lines_it_can_hold_in_what_is_small() -> None:
    built = made(ROOT / "decks" / "nieuw", "drukker")
    (print_,) = [each for each in built.prints if any(part.naam == "spelwijzer" for part in each.parts)]
    frame = print_.pages[0].laid[0].frame
    thin = [
        shape.line * box.width / shown.size.width
        for shown, box in insets(frame.items)
        for shape in flat(shown.items)
        if shape.stroke
    ]
    assert len(thin) > 100
    assert min(thin) >= mm(0.25) - 0.01


def test_the_ear_hears_one_picture_of_the_table(tmp_path: Path) -> None:
    import pikepdf

    built = made(ROOT / "decks" / "nieuw", "web")
    pdf = tmp_path / "spelwijzer.pdf"
    pdf.write_bytes(print_pdf(built, built.prints[0], OPTIONS))
    with pikepdf.open(pdf) as file:
        alts = [str(each.Alt) for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    assert [alt for alt in alts if alt.startswith("De tafel van boven gezien.")] == alts[:1]


# ── What cannot be shown ──

SHOWING = '<card w="80mm" h="80mm" title="x"><thumbnail x="9mm" y="9mm" w="50mm" of="{}" alt="x"{}/></card>'


@pytest.mark.parametrize(
    ("of", "more", "said"),
    [
        ("speelbort", "", "onderdeel 'speelbort' bestaat niet in deze kit | bedoelt u 'speelbord'?"),
        ("verloopblad", "", "onderdeel 'verloopblad' bestaat niet in deze kit"),
        ("kijkblad", "", "'kijkblad' zou zo zichzelf laten zien"),
        ("printwijzer", "", "'printwijzer' komt het laatst"),
        ("opgavekaarten", ' number="9"', "'opgavekaarten' heeft 4 kaarten, en hier staat nummer 9"),
        ("spelregels", ' number="9"', "'spelregels' heeft 4 bladzijden, en hier staat nummer 9"),
        ("tentkaarten", ' side="back"', "'tentkaarten' heeft geen achterkant"),
        ("speelbord", ' side="blank"', "'speelbord' heeft geen lege kaart"),
    ],
)
def test_a_layout_that_shows_what_is_not_there_is_refused(of: str, more: str, said: str, new_casus: Path) -> None:
    part = "{naam: kijkblad, titel: Kijkblad, opdracht: bladen, layout: kijkblad.xml.j2}"
    (new_casus / "kit.yaml").write_text(f"breidt_uit: standaard\nonderdelen:\n  - {part}\n", encoding="utf-8")
    (new_casus / "kijkblad.xml.j2").write_text(SHOWING.format(of, more), encoding="utf-8")
    with pytest.raises(KitError) as caught:
        made(new_casus, only=("kijkblad",))
    message, _, hint = said.partition(" | ")
    (problem,) = caught.value.problems
    assert problem.message.startswith(message)
    assert not hint or problem.hint == hint
    assert problem.source is not None


@pytest.mark.parametrize("length", [30, 34, 40, 82])
def test_a_long_title_of_a_casus_runs_through_nothing(length: int, new_casus: Path) -> None:
    """There is one line above the first head: a title that leaves no room for it stands at the foot alone."""
    title = "Elektrische fietsen en rust in de winkelstraat en de lange straten eromheen, nu dan"[:length].strip()
    text = (new_casus / "casus.yaml").read_text(encoding="utf-8")
    (new_casus / "casus.yaml").write_text(text.replace("Veilig naar school", title, 1), encoding="utf-8")
    frame = sheet(made(new_casus))
    (head,) = {run.baseline for run in frame.texts() if run.text.startswith("Zo ligt")}
    left = [run for run in frame.texts() if run.x < mm(200)]
    above = {round(run.baseline) for run in left if mm(25) < run.baseline < head}
    assert len(above) == 1
