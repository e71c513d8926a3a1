"""What can never happen at the table is said before anyone prints: with the place, and how to mend it."""

from pathlib import Path

import pytest

from speelveld.build.pipeline import load
from speelveld.deck import choose_cards, unplayable

ROOT = Path(__file__).resolve().parents[2]
AANPAK = """
aanpakken:
  - titel: Een eigen aanpak
    tekst: U begint gewoon.
    geld: {geld}
    tijd: {tijd}
    stappen: {stappen}
    regie: {regie}
    vraagt: [{vraagt}]
"""


def said(folder: Path, more: str, spel: str = "spel:") -> list[str]:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    assert text.count("\nspel:\n") == 1
    (folder / "casus.yaml").write_text(text.replace("\nspel:\n", f"\n{spel}\n") + more, encoding="utf-8")
    loaded = load(folder, "casus.yaml")
    return [str(problem) for problem in unplayable(choose_cards(loaded.casus, loaded.deck), loaded.rules, loaded.casus)]


def aanpak(geld: int = 1, tijd: int = 1, stappen: int = 2, regie: int = 0, vraagt: str = "") -> str:
    return AANPAK.format(geld=geld, tijd=tijd, stappen=stappen, regie=regie, vraagt=vraagt)


def without(kind: str, value: str) -> str:
    deck = load(ROOT / "decks" / "nieuw", "casus.yaml").deck
    names = [str(rol.id) for rol in deck.rollen if getattr(rol, kind) == value]
    assert names
    return f"\nweglaten: [{', '.join(names)}]\n"


def test_a_card_like_the_others_is_fine(tmp_path: Path) -> None:
    assert said(tmp_path, aanpak()) == []


@pytest.mark.parametrize("card", [aanpak(geld=15), aanpak(tijd=8), aanpak(regie=6), aanpak(regie=-6)])
def test_all_that_there_is_can_be_paid_and_reached(tmp_path: Path, card: str) -> None:
    assert said(tmp_path, card) == []


@pytest.mark.parametrize(("pad", "words"), [(13, []), (12, ["gaat 12 stappen vooruit, en het pad is 12 lang"])])
def test_an_aanpak_that_walks_the_whole_pad_is_named(tmp_path: Path, pad: int, words: list[str]) -> None:
    found = said(tmp_path, aanpak(stappen=12), f"spel:\n  pad: {pad}")
    assert len(found) == len(words)
    assert all(each in text for each, text in zip(words, found, strict=True))


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (aanpak(geld=20), "kost 20 geld, en het spel begint met 19 fiches"),
        (aanpak(tijd=9), "kost 9 tijd, en het spel begint met 8 kwartalen"),
        (aanpak(regie=7), "verandert regie met +7, maar die schaal loopt van 0 tot 6"),
        (aanpak(regie=-7), "verandert regie met -7"),
    ],
)
def test_a_number_that_cannot_work_is_named_at_its_card(tmp_path: Path, card: str, words: str) -> None:
    (found,) = said(tmp_path, card)
    assert words in found
    lines = (tmp_path / "casus.yaml").read_text(encoding="utf-8").splitlines()
    line = int(found.split(":")[1])
    assert "Een eigen aanpak" in lines[line - 1]
    assert "hint: " in found


def test_an_aanpak_that_asks_for_a_group_without_roles_is_named(tmp_path: Path) -> None:
    found = said(tmp_path, aanpak(vraagt="ondernemers") + without("groep", "ondernemers"))
    assert len(found) == 1
    assert "om groep 'ondernemers', maar geen enkele rol in deze kit heeft die groep" in found[0]
    assert "hint: maak een rol met groep: ondernemers" in found[0]


def test_a_mogelijkheid_that_asks_for_a_kracht_nobody_has_is_named_where_roles_are_left_out(tmp_path: Path) -> None:
    found = said(tmp_path, without("kracht", "kennis"))
    assert len(found) == 1
    assert "kaarten vragen om kracht 'kennis'" in found[0]
    line = int(found[0].split(":")[1])
    lines = (tmp_path / "casus.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[line - 1].startswith("weglaten:")


def own_roles(number: int, kracht: str = "geld") -> str:
    """Return so many roles of one group, which lie open in every game, as two of each other group do."""
    role = f"groep: gemeente, kracht: {kracht}, uitspraak: Ja., wil: Rust., brengt: Thee., niet_alleen: Alles."
    return "rollen:\n" + "".join(f"  - {{naam: Eigen rol {n}, {role}}}\n" for n in range(1, number + 1))


def test_roles_that_never_come_to_the_table_are_named_with_how_to_leave_them_out(tmp_path: Path) -> None:
    # Twelve lie open. With three own ones there is a place for one that is drawn; with four there is none.
    assert said(tmp_path, own_roles(3)) == []
    (found,) = said(tmp_path, own_roles(4))
    assert "in elk spel liggen dezelfde 12 rolkaarten open; 16 andere rolkaarten komen nooit op tafel" in found
    advised = found.partition("hint: wilt u ze niet printen, schrijf: ")[2]
    assert advised.startswith("weglaten: [")
    # Who does what it says, prints what can lie open, and is not warned again.
    assert said(tmp_path, f"{own_roles(4)}\n{advised}\n") == []
    assert len(choose_cards((loaded := load(tmp_path, "x")).casus, loaded.deck).rollen) == 12


def test_who_leaves_out_cards_already_is_told_to_add_to_them(tmp_path: Path) -> None:
    (found,) = said(tmp_path, f"{own_roles(4)}\nweglaten: [strenger-toezicht]\n")
    assert "hint: wilt u ze niet printen, zet ze erbij bij 'weglaten': " in found


def test_a_kracht_that_only_roles_have_that_never_lie_open_is_named(tmp_path: Path) -> None:
    assert said(tmp_path, own_roles(3, "tijd")) == []
    closed, _ = said(tmp_path, own_roles(4, "tijd"))
    assert "kaarten vragen om kracht 'geld', maar geen enkele rol die open kan liggen heeft die kracht" in closed
    assert "hint: maak een rol met kracht: geld, of zet er een bij 'aan_tafel'" in closed
    # The standard role that has it, laid open as the hint says.
    open_ = f"{own_roles(4, 'tijd')}\naan_tafel: [directeur-van-een-groot-bedrijf]\n"
    assert not [each for each in said(tmp_path, open_) if "kracht 'geld'" in each]
