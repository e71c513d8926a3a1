"""A kind of card of someone's own is drawn as large as it is cut."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.errors import AuthorError, KitError
from speelveld.options import Options

ROOT = Path(__file__).resolve().parents[2]
OWN = """
kaartsoorten:
  - naam: buurtvragen
    layout: vraag.xml.j2
    formaat: 70 mm x 120 mm
    kaarten: [{titel: A}]
"""


def build_with(folder: Path, layout: str, kit: str | None = None, *, own: str = OWN, only: str = "buurtvragen") -> None:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text(text + own, encoding="utf-8")
    (folder / "vraag.xml.j2").write_text(layout, encoding="utf-8")
    if kit is not None:
        (folder / "kit.yaml").write_text(kit, encoding="utf-8")
    options = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=(only,))
    build(load(folder, "school"), options, lambda _: None)


def test_a_card_of_its_own_format_is_set(tmp_path: Path) -> None:
    build_with(tmp_path, '<card w="70 mm" h="120 mm" title="Vraag"/>')


def test_a_layout_larger_than_the_cut_would_print_on_the_next_card_and_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=r"vraag\.xml\.j2.*95 x 134 mm, maar het formaat is 70 x 120 mm"):
        build_with(tmp_path, '<card w="95 mm" h="134 mm" title="Vraag"/>')


@pytest.mark.parametrize("size", ["250 mm x 200 mm", "8 mm x 120 mm"])
def test_a_card_that_does_not_fit_the_paper_is_named_where_its_format_is_written(tmp_path: Path, size: str) -> None:
    width, _, height = size.partition(" x ")
    layout = f'<card w="{width}" h="{height}" title="Vraag"/>'
    with pytest.raises(AuthorError) as caught:
        build_with(tmp_path, layout, own=OWN.replace("70 mm x 120 mm", size))
    (problem,) = caught.value.problems
    text = (tmp_path / "casus.yaml").read_text(encoding="utf-8")
    assert problem.source is not None
    assert text.splitlines()[problem.source.line - 1] == f"    formaat: {size}"
    assert problem.source.column == len("    formaat: ") + 1


def test_a_card_of_the_kit_that_does_not_fit_the_paper_is_named_in_kit_yaml(tmp_path: Path) -> None:
    kit = (
        "opdrachten:\n"
        "  - {naam: kaarten, titel: K, soort: kaarten, papier: a4, gewicht: 160 gram, zijden: dubbel}\n"
        "onderdelen:\n"
        "  - {naam: vraagjes, titel: Vragen, opdracht: kaarten, van: pionnen, layout: vraag.xml.j2,\n"
        "     formaat: 250 mm x 200 mm}\n"
    )
    layout = '<card w="250 mm" h="200 mm" title="Vraag"/>'
    with pytest.raises(KitError, match=r"kit\.yaml:5:6: Vragen: een kaart van 250 x 200 mm past niet op papier"):
        build_with(tmp_path, layout, kit, only="vraagjes")


def test_own_cards_do_not_vanish_from_a_kit_without_a_job_for_them(tmp_path: Path) -> None:
    job = "{naam: b, titel: B, soort: bladzijden, papier: a4, gewicht: licht, zijden: enkel}"
    part = "{naam: spelregels, titel: Spelregels, opdracht: b, layout: spelregels.xml.j2}"
    with pytest.raises(KitError, match="geen opdracht 'kaarten'"):
        build_with(
            tmp_path, '<card w="70 mm" h="120 mm" title="Vraag"/>', f"opdrachten: [{job}]\nonderdelen: [{part}]\n"
        )
