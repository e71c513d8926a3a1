"""Each text of a bundled casus keeps to the lines of the handleiding; a longer one makes its kind of card smaller."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.deck import Cards, choose_cards
from speelveld.options import Options
from speelveld.typeset.frame import Frame

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
CARDS = ("rolkaarten", "aanpakkaarten", "kanskaarten", "uitdagingkaarten", "opgavekaarten")
ROL = 13.0
"""The points of a field of a rolkaart."""


def guideline() -> dict[str, int]:
    """Return how many lines the handleiding gives a text, by its name there."""
    text = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w[^|]*) \| (\d) \| \d+ \|$", text, re.MULTILINE)
    return {name.strip(): int(lines) for name, lines in rows}


def set_cards(folder: Path, *names: str) -> tuple[Cards, dict[str, Frame]]:
    """Return the cards of a casus, and each as it is set, by its title."""
    loaded = load(folder, folder.name)
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=names, large_print=False)
    laid = [
        each for print_ in build(loaded, options, lambda _: None).prints for page in print_.pages for each in page.laid
    ]
    return choose_cards(loaded.casus, loaded.deck), {each.frame.title: each.frame for each in laid}


def bare(text: str) -> str:
    """Return a text without what setting it may add or leave out: white and hyphens."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def set_lines(frame: Frame, text: str) -> tuple[int, set[float]]:
    """Return on how many lines a text stands on a card, and in which sizes."""
    runs = [run for run in frame.texts() if bare(run.text)]
    wanted = bare(text)
    for first in range(len(runs)):
        said = ""
        for last in range(first, len(runs)):
            said += bare(runs[last].text)
            if said == wanted:
                found = runs[first : last + 1]
                return len({round(run.baseline, 1) for run in found}), {run.size for run in found}
            if not wanted.startswith(said):
                break
    raise AssertionError(f"{text!r} is not on {frame.title!r}")


def texts_of(cards: Cards) -> list[tuple[str, str, str]]:
    """Return each text of a card with the title of the card and its name in the handleiding."""
    found = [
        *(
            (rol.naam, "veld van een rol", text)
            for rol in cards.rollen
            for text in (rol.wil, rol.brengt, rol.niet_alleen)
        ),
        *((card.titel, "aanpak", card.tekst) for card in cards.aanpakken),
    ]
    for card in (*cards.kansen, *cards.uitdagingen):
        found += [
            (card.titel, "uitweg van een kans of uitdaging", way.tekst) for way in (card.regels, card.mogelijkheid)
        ]
    for opgave in cards.opgaven:
        found.append((opgave.titel, "titel van een opgave", opgave.titel))
        found.append((opgave.titel, "vraag van een opgave", opgave.vraag))
        fields = (opgave.voor_wie, opgave.schuurt, opgave.merkt)
        found += [(opgave.titel, "voor wie, schuurt en merkt", text) for text in fields]
    return [(str(title), name, str(text)) for title, name, text in found]


@pytest.mark.parametrize("casus", CASUSSEN)
def test_a_bundled_text_keeps_to_its_lines(casus: str) -> None:
    cards, frames = set_cards(ROOT / "decks" / casus, *CARDS)
    texts, given = texts_of(cards), guideline()
    assert len(texts) > 150
    assert {name for _, name, _ in texts} == set(given)
    over = []
    for title, name, text in texts:
        lines, sizes = set_lines(frames[title], text)
        if lines > given[name] or (name == "veld van een rol" and sizes != {ROL}):
            over.append((title, name, lines, sizes))
    assert over == []


def test_a_text_of_one_line_more_is_seen(new_casus: Path) -> None:
    five = (
        "Beroepskrachten en vrijwilligers huren een zaal bij het station. "
        "Daar praten zij een avond over alles wat schuurt."
    )
    card = f"  - {{titel: Zaal, tekst: {five}, geld: 1, tijd: 1, stappen: 3, bron: Bedacht}}"
    path = new_casus / "casus.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\naanpakken:\n{card}\n", encoding="utf-8")
    _, frames = set_cards(new_casus, "aanpakkaarten")
    assert set_lines(frames["Zaal"], five)[0] == guideline()["aanpak"] + 1
