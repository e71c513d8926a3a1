"""All cards on one sheet, printed on both sides: tables in which each figure stands under its sign, as on the card."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.deck import choose_cards
from speelveld.options import Options
from tests.oracles.tagtree import tree_text

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False, only=("kaartenoverzicht",))
COUNTED = ("geld", "tijd", "steun", "regie", "stappen")


def made(folder: Path) -> tuple[int, str]:
    """Return how many pages it is, and what a screen reader gets of it."""
    built = build(load(folder, folder.name), OPTIONS, lambda _: None)
    (print_,) = built.prints
    pages = [page for page in print_.pages if page.laid]
    return len(pages), tree_text(print_pdf(built, print_, OPTIONS))


@cache
def bundled(casus: str) -> tuple[int, str]:
    return made(ROOT / "decks" / casus)


def rows(tree: str) -> Iterator[list[str]]:
    """Yield the cells of each row, with the words or what is said in place of pictures."""
    cells: list[list[str]] | None = None
    inside = 0
    for line in [*tree.splitlines(), "end"]:
        depth, name = len(line) - len(line.lstrip()), (line.split() or [""])[0]
        if cells is not None and depth <= inside:
            yield [" ".join(cell) for cell in cells]
            cells = None
        if name == "TR":
            cells, inside = [], depth
        elif cells is not None and name in ("TD", "TH"):
            cells.append([])
        elif cells:
            cells[-1] += told(line)


def told(cell: str) -> list[str]:
    return [text or alt for text, alt in re.findall(r"\d+: (\S.*)$|Alt='(.*?)'", cell, re.MULTILINE)]


def signed(number: int) -> str:
    return f"+{number}" if number > 0 else f"\N{MINUS SIGN}{-number}" if number else ""


def effects(way: Any) -> list[str]:
    return [signed(getattr(way, name)) for name in COUNTED]


@pytest.mark.parametrize("casus", CASUSSEN)
def test_it_is_one_sheet_printed_on_both_sides(casus: str) -> None:
    pages, _ = bundled(casus)
    assert pages == 2


@pytest.mark.parametrize("casus", ["zutphen-dementie", "amsterdam-subsidies", "leefbare-dorpskern"])
def test_each_card_has_a_row_with_its_own_figures_under_their_heads(casus: str) -> None:
    loaded = load(ROOT / "decks" / casus, casus)
    cards = choose_cards(loaded.casus, loaded.deck)
    found = {row[0]: row[1:] for row in rows(bundled(casus)[1]) if row and re.fullmatch(r"[ORAKU]\d+", row[0])}
    counts = [("O", cards.opgaven), ("R", cards.rollen), ("A", cards.aanpakken), ("K", cards.kansen),
              ("U", cards.uitdagingen)]  # fmt: skip
    assert len(found) == sum(len(kind) for _, kind in counts)
    for number, opgave in enumerate(cards.opgaven, 1):
        assert found[f"O{number}"][:2] == [str(opgave.titel), " ".join(map(str, opgave.hart or ()))]
    for number, rol in enumerate(cards.rollen, 1):
        assert found[f"R{number}"] == [str(rol.groep), str(rol.naam), str(rol.kracht)]
    for number, aanpak in enumerate(cards.aanpakken, 1):
        figures = [str(aanpak.geld), str(aanpak.tijd), signed(aanpak.steun), signed(aanpak.regie), str(aanpak.stappen)]
        assert found[f"A{number}"] == [str(aanpak.titel), " ".join(map(str, aanpak.vraagt)), *figures]
    for letter, kind in counts[3:]:
        for number, card in enumerate(kind, 1):
            way = card.mogelijkheid
            needs = str(way.als.groep or way.als.kracht or f"regie {way.als.regie}")
            assert found[f"{letter}{number}"] == [str(card.titel), *effects(card.regels), needs, *effects(way)]


def test_the_heads_say_what_is_counted() -> None:
    heads = [row for row in rows(bundled("nieuw")[1]) if row[0] == "Nr." and "geld" in row]
    counted = ["geld", "tijd", "steun", "regie", "stap"]
    assert heads == [["Nr.", "Aanpak", "Vraagt", *counted], *[["Nr.", "Kaart", *counted, "met", *counted]] * 2]


def test_own_kinds_of_cards_have_a_table_too(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    cards = "[{titel: Begin klein}, {titel: Bel terug}]"
    own = f"kaartsoorten:\n  - naam: tips\n    layout: tip.xml.j2\n    kaarten: {cards}\n"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{own}", encoding="utf-8")
    (new_casus / "tip.xml.j2").write_text('<card w="95mm" h="134mm" title="Tip"/>', encoding="utf-8")
    _, tree = made(new_casus)
    assert [row for row in rows(tree) if row[:1] and row[0].startswith("E")] == [
        ["E1", "Begin klein"],
        ["E2", "Bel terug"],
    ]


def test_more_roles_than_a_page_holds_still_fit(new_casus: Path) -> None:
    deck = new_casus / "deck"
    deck.mkdir()
    role = "groep: inwoners, kracht: tijd, uitspraak: Ik.., wil: Iets., brengt: Iets., niet_alleen: Iets., bron: B"
    lines = "\n".join(f"  - {{id: rol-{n}, naam: Buur nummer {n}, {role}}}" for n in range(80))
    (deck / "rollen.yaml").write_text(f"breidt_uit: standaard\nrollen:\n{lines}\n", encoding="utf-8")
    pages, tree = made(new_casus)
    assert pages > 2
    assert "Buur nummer 79" in tree


@pytest.mark.parametrize("part", ["kaartenoverzicht", "spelwijzer"])
@pytest.mark.parametrize("gemeente", ["waterschap", "woningcorporatie"])
def test_the_name_of_a_group_is_whole_in_the_legend(tmp_path: Path, gemeente: str, part: str) -> None:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    plural = "waterschappen" if gemeente == "waterschap" else "woningcorporaties"
    article = "het" if gemeente == "waterschap" else "de"
    swapped = f"\nwoorden:\n  gemeente: {{woord: {gemeente}, lidwoord: {article}, meervoud: {plural}}}\n"
    (tmp_path / "casus.yaml").write_text(text + swapped, encoding="utf-8")
    built = build(load(tmp_path, "casus.yaml"), replace(OPTIONS, only=(part,)), lambda _: None)
    said = [run.text.strip() for print_ in built.prints for page in print_.pages for laid in page.laid
            for run in laid.frame.texts()]  # fmt: skip
    assert {"inwoners", "ondernemers", "beroepskrachten", "vrijwilligers", gemeente} <= set(said)
    assert not [text for text in said if text.endswith("\u00ad") and gemeente.startswith(text[:-1])]
