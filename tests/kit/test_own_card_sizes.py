"""A kind of card of someone's own is drawn as large as it is cut."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.errors import KitError
from speelveld.options import Options
from speelveld.pipeline import build, load

ROOT = Path(__file__).resolve().parents[2]
OWN = """
kaartsoorten:
  - naam: vragen
    layout: vraag.xml.j2
    formaat: 70 mm x 120 mm
    kaarten: [{titel: A}]
"""


def build_with(folder: Path, layout: str, kit: str | None = None) -> None:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text(text + OWN, encoding="utf-8")
    (folder / "vraag.xml.j2").write_text(layout, encoding="utf-8")
    if kit is not None:
        (folder / "kit.yaml").write_text(kit, encoding="utf-8")
    options = Options(date=datetime(2026, 12, 3, tzinfo=UTC), only=("vragen",))
    build(load(folder, "school"), options, lambda _: None)


def test_a_card_of_its_own_format_is_set(tmp_path: Path) -> None:
    build_with(tmp_path, '<card w="70 mm" h="120 mm" title="Vraag"/>')


def test_a_layout_larger_than_the_cut_would_print_on_the_next_card_and_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=r"vraag\.xml\.j2.*95 mm x 134 mm, maar het formaat is 70 mm x 120 mm"):
        build_with(tmp_path, '<card w="95 mm" h="134 mm" title="Vraag"/>')


def test_own_cards_do_not_vanish_from_a_kit_without_a_job_for_them(tmp_path: Path) -> None:
    job = "{naam: b, titel: B, soort: bladzijden, papier: a4, gewicht: licht, zijden: enkel}"
    part = "{naam: spelregels, titel: Spelregels, opdracht: b, layout: spelregels.xml.j2}"
    with pytest.raises(KitError, match="geen opdracht 'kaarten'"):
        build_with(
            tmp_path, '<card w="70 mm" h="120 mm" title="Vraag"/>', f"opdrachten: [{job}]\nonderdelen: [{part}]\n"
        )
