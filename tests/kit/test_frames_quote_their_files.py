"""What stands on a card and was written in a file says of which value it is, by a path that lines do not change."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from speelveld.build.pipeline import build, load
from speelveld.options import Options
from speelveld.typeset import Frame, Quote, TextRun
from speelveld.written.paths import parts_of
from tests.makers.kits import CASUSSEN

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)


def frames(folder: Path, name: str = "casus.yaml") -> list[Frame]:
    """Return what lies on the pages of a kit, each once."""
    prints = build(load(folder, name), OPTIONS, lambda _: None).prints
    laid = [each.frame for print_ in prints for page in print_.pages for each in page.laid]
    return list({id(frame): frame for frame in laid}.values())


def quotes(found: list[Frame]) -> Iterator[tuple[TextRun, Quote]]:
    for frame in found:
        for run in frame.texts():
            yield from ((run, quote) for quote in run.quotes)


def spoken(frame: Frame) -> dict[str, list[str]]:
    """Return what a frame says of each value, in pieces."""
    found: dict[str, list[str]] = {}
    for run, quote in quotes([frame]):
        found.setdefault(quote.field.path, []).append(run.text[quote.start : quote.end])
    return found


def bare(text: str) -> str:
    """Return the letters of a text: setting it leaves out marks, adds hyphens, and may begin with a capital."""
    return re.sub(r"[\W_]", "", re.sub(r"\[[a-z]{2,3}:", "", text)).casefold()


def value(files: dict[Path, Any], path: Path, way: str) -> str:
    if path not in files:
        files[path] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    here = files[path]
    for part in parts_of(way):
        here = here[part]
    assert isinstance(here, str)
    return here


@pytest.mark.parametrize("casus", CASUSSEN[:3])
def test_each_quote_is_part_of_the_value_that_it_names(casus: str) -> None:
    folder, files = ROOT / "decks" / casus, dict[Path, Any]()
    said = list(quotes(frames(folder)))
    assert len(said) > 1000
    assert {quote.field.file for _, quote in said} > {""}
    for run, quote in said:
        assert 0 <= quote.start < quote.end <= len(run.text)
        path = Path(quote.field.file) if quote.field.file else folder / "casus.yaml"
        assert bare(run.text[quote.start : quote.end]) in bare(value(files, path, quote.field.path)), run.text


@pytest.mark.parametrize("casus", CASUSSEN[:3])
def test_the_texts_of_opgaven_can_be_found_on_the_cards_whole(casus: str) -> None:
    folder = ROOT / "decks" / casus
    plain = yaml.load((folder / "casus.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    shown = [{way: bare("".join(text)) for way, text in spoken(frame).items()} for frame in frames(folder)]
    for number, opgave in enumerate(plain["opgaven"]):
        for key in ("titel", "vraag"):
            assert any(bare(opgave[key]) in said.get(f"opgaven[{number}].{key}", "") for said in shown), opgave[key]


def test_words_of_the_layout_around_a_text_are_not_of_it() -> None:
    said = [(run.text, quote) for run, quote in quotes(frames(ROOT / "decks" / CASUSSEN[0]))]
    beside = [text for text, quote in said if text.strip() != text[quote.start : quote.end]]
    assert beside
    assert any(text.startswith("“") and quote.start == 1 for text, quote in said)


def test_a_frame_does_not_say_what_its_file_is_called_or_on_which_line_a_value_is(tmp_path: Path) -> None:
    text = (ROOT / "decks" / CASUSSEN[0] / "casus.yaml").read_text(encoding="utf-8")
    for name, start in (("een", ""), ("twee", "# Een regel erbij.\n\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "casus.yaml").write_text(start + text, encoding="utf-8")
    one, other = (frames(tmp_path / name, f"{name}.yaml") for name in ("een", "twee"))
    assert one == other
