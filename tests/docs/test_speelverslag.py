"""What the log of the games played from paper says is printed now, is printed now."""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.options import Options

ROOT = Path(__file__).resolve().parents[2]
LOG = ROOT / "docs" / "speelverslag.md"
# With one own kans and one own uitdaging nothing is chosen: another test looks at that.
ELSEWHERE = "Welke eigen kaart bovenop komt, pakt u blind"


def rows() -> list[tuple[str, str]]:
    """Return each sentence of the last table with the paper it stands on."""
    table = LOG.read_text(encoding="utf-8").split("## Wat er sindsdien op papier staat")[1]
    found = re.findall(r"^\|[^|]*\| ([a-z-]+)[^|]*\| “([^”]+)” \|$", table, re.MULTILINE)
    return [(paper, sentence) for paper, sentence in found if sentence != ELSEWHERE]


@cache
def said(paper: str) -> str:
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=(paper,), previews=False)
    built = build(load(ROOT / "decks" / "leefbare-dorpskern", "leefbare-dorpskern"), options, lambda _: None)
    frames = [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]
    return " ".join(" ".join(run.text for frame in frames for run in frame.texts()).replace("\u00ad ", "").split())


def test_the_log_answers_every_ruling() -> None:
    text = LOG.read_text(encoding="utf-8")
    readings = re.findall(r"^\| (?:eerste|tweede|derde|vierde) \| [^|]+ \| (\d), (\d) en (\d) \|$", text, re.MULTILINE)
    made = [sum(map(int, counts)) for counts in readings]
    answered = [len(re.findall(rf"^\| [^|]+\(lezing {number}\) \|", text, re.MULTILINE)) for number in (1, 2, 3, 4)]
    assert made == answered == [7, 6, 4, 1]
    assert len(rows()) > 20


@pytest.mark.parametrize(("paper", "sentence"), rows())
def test_a_sentence_of_the_log_is_on_its_paper(paper: str, sentence: str) -> None:
    assert sentence in said(paper)
