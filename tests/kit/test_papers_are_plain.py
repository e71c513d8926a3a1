"""The sentences of the papers themselves are plain too: what `controleer` asks of a casus, the layouts do."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.casus import DeckFiles, load_words
from speelveld.errors import Source
from speelveld.options import Options
from speelveld.taal import lint, vocabulary
from speelveld.typeset.frame import Frame, Group, Item, TextRun
from speelveld.written.tekst import Tekst

ROOT = Path(__file__).resolve().parents[2]
KNOWN = vocabulary(load_words(DeckFiles((), ROOT / "decks/basis")))
PAPERS = (
    *("spelregels", "resultaatblad", "uitleg", "evaluatieformulier", "casusblad", "dreamteamblad", "routeblad"),
    *(
        "spelwijzer",
        "draaiboek",
        "openingstekst",
        "spiekkaart",
        "wat-als",
        "nagesprek",
        "zaalopstelling",
        "materiaallijst",
        "printwijzer",
        "beurtblad",
        "klokblad",
        "oefenpotje",
        "uitnodiging",
        "voor-wie-twijfelt",
        "telblad",
        "antwoordbrief",
        "zes-weken-later",
        "vergelijkblad",
    ),
)
# No sentences: source lines, the line of the licence, and lists of pages and paper.
NO_SENTENCES = ("Bron", "PDF-bladzijde ", "Papier samen")
INLINE = ("Span", "Strong", "Em", "Link")


def paragraphs(frame: Frame) -> list[str]:
    """Return the text of each tagged group that is no part of a sentence."""
    found: list[str] = []

    def text_of(items: Iterable[Item]) -> Iterator[str]:
        for item in items:
            if isinstance(item, TextRun):
                yield item.text
            elif isinstance(item, Group):
                inner = list(text_of(item.items))
                if item.tag is None or item.tag.role in INLINE:
                    yield from inner
                elif inner:
                    found.append(" ".join(" ".join(inner).replace("\u00ad ", "").split()))

    found.append(" ".join(text_of(frame.items)))
    return found


@pytest.fixture(scope="module", params=["zutphen-dementie", "amsterdam-subsidies"])
def texts(request: pytest.FixtureRequest) -> list[Tekst]:
    folder = ROOT / "decks" / request.param
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=PAPERS, previews=False)
    built = build(load(folder, request.param), options, lambda _: None)
    frames = [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]
    read = {text: frame.title for frame in frames for text in paragraphs(frame)}
    return [
        Tekst(text, Source(title), title)
        for text, title in read.items()
        if not text.startswith(NO_SENTENCES) and "licentie CC BY" not in text
    ]


def test_the_papers_hold_sentences_to_look_at(texts: list[Tekst]) -> None:
    assert len(texts) > 300
    assert any(text.startswith("Welkom. We werken vandaag samen aan een vraag") for text in texts)


def test_the_sentences_of_the_papers_are_plain(texts: list[Tekst]) -> None:
    found = lint(texts, KNOWN).bevindingen
    assert [f"{each.tekst.field}: {each.controle}: {each.melding}: {each.tekst[:80]}" for each in found] == []


def test_a_paper_that_is_not_plain_would_be_noticed() -> None:
    run = TextRun(0, 0, "Er wordt een pilot gestart.", (), "gewoon", 12, None, 100)  # type: ignore[arg-type]
    frame = Frame(None, (Group(None, ()), run), "Proef")  # type: ignore[arg-type]
    (text,) = [text for text in paragraphs(frame) if text]
    assert {each.controle for each in lint([Tekst(text, Source("x"))], KNOWN).bevindingen} == {
        "jargon",
        "lijdende-vorm",
    }
