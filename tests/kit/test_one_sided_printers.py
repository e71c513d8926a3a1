"""Kits for a printer without duplex, and the boxes for their cards."""

from pathlib import Path

import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.options import Options
from speelveld.pages import Print
from speelveld.sheet.duplex import Duplex
from speelveld.units import mm, to_mm
from tests.makers.kits import DATE, ROOT

CASUS = ROOT / "decks" / "zutphen-dementie"


def made(casus: Path = CASUS, **options: object) -> Built:
    return build(load(casus, casus.name), Options(DATE, **options), lambda _: None)  # type: ignore[arg-type]


def job(built: Built, name: str) -> Print:
    (found,) = [print_ for print_ in built.prints if print_.naam == name]
    return found


def titles(print_: Print) -> list[str]:
    return [laid.frame.title for page in print_.pages for laid in page.laid if laid.box.width < page.size.width - 1]


def test_a_printer_without_duplex_gets_fold_sheets_and_the_fronts_apart() -> None:
    built = made(duplex=Duplex.GEEN, only=("rolkaarten", "spelregels"))
    names = ["1-kaarten-a4.pdf", "2-kaarten-voorkant-a4.pdf", "3-papieren-a4.pdf"]
    assert [print_.bestand for print_ in built.prints] == names
    assert not any(print_.two_sided for print_ in built.prints)
    folded, fronts = titles(job(built, "kaarten")), titles(job(built, "kaarten-voorkant"))
    for title in set(fronts) - {"Lege rolkaart"}:
        assert folded.count(title) == fronts.count(title)
    # Two cards with their backs on a sheet, against four.
    assert len(folded) == 4 * job(built, "kaarten").sheets
    assert len(fronts) == 4 * job(built, "kaarten-voorkant").sheets


def test_a_printer_with_duplex_gets_neither() -> None:
    assert [print_.naam for print_ in made(only=("rolkaarten",)).prints] == ["kaarten"]


def test_every_kind_of_card_has_a_box_as_deep_as_its_pile() -> None:
    built = made(only=("doosjes",))
    titles_ = [page.laid[0].frame.title for page in job(built, "doosjes").pages]
    kinds = ("opgavekaarten", "rolkaarten", "kanskaarten", "uitdagingkaarten", "aanpakkaarten")
    assert titles_ == [f"Doosje voor {kind}" for kind in kinds]
    assert built.warnings == ()


def test_thick_paper_takes_a_second_box() -> None:
    assert len(job(made(only=("doosjes",), thickness=mm(1)), "doosjes").pages) > 5


@pytest.mark.parametrize(("thickness", "depth"), [(None, 8.0), (mm(0.5), 15.0)])
def test_the_box_follows_the_thickness_of_a_card(thickness: float | None, depth: float) -> None:
    from speelveld.deck import load_kit
    from speelveld.deck.boxes import boxed

    kit = load_kit(ROOT / "layouts" / "kit.yaml")
    (rollen,) = [onderdeel for onderdeel in kit.onderdelen if onderdeel.naam == "rolkaarten"]
    # 24 cards and two blank ones take seven sheets of four.
    (box,), remarks = boxed([(rollen, 24)], "a4", thickness, folded=False)
    assert box.aantal == 28
    assert to_mm(box.net.depth) == pytest.approx(depth)
    assert not remarks
    (folded,), _ = boxed([(rollen, 24)], "a4", None, folded=True)
    assert folded.aantal == 26
    assert to_mm(folded.net.depth) == pytest.approx(14)


def test_a_card_too_large_for_a_box_is_told_and_stops_nothing(new_casus: Path) -> None:
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as casus:
        casus.write("\nkaartsoorten:\n")
        casus.write('  - {naam: platen, layout: plaat.xml.j2, formaat: "190 mm x 134 mm", kaarten: [{titel: een}]}\n')
    text = '<text style="kop1" x="9mm" y="9mm" w="90mm">{{ naam }}</text>'
    layout = f'<card w="190mm" h="134mm" title="{{{{ naam }}}}">{text}</card>'
    (new_casus / "plaat.xml.j2").write_text(layout, encoding="utf-8")
    built = made(new_casus, only=("doosjes", "platen"))
    (warning,) = [problem for problem in built.warnings if "doosje" in problem.message]
    assert warning.message.startswith("Platen: geen doosje: ")
    assert len(job(built, "doosjes").pages) == 5
