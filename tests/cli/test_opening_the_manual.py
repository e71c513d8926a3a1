"""`speelveld handleiding` opens a page, or says which file to open."""

import webbrowser
from pathlib import Path

import pytest

from speelveld import resources
from tests.makers.commands import ROOT, Speelveld


@pytest.mark.parametrize(("works", "said"), [(True, "is open in uw browser"), (False, "Open dit bestand")])
def test_the_page_is_opened_or_named(
    speelveld: Speelveld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, works: bool, said: str
) -> None:
    page = tmp_path / "handleiding.html"
    asked: list[str] = []
    monkeypatch.setattr(resources, "manual", lambda: page)
    monkeypatch.setattr(webbrowser, "open", lambda address: asked.append(address) or works)
    shown = speelveld("handleiding")
    assert shown.status == 0
    assert asked == [page.as_uri()]
    assert said in shown.out
    assert str(page) in shown.out


def test_in_a_checkout_the_text_itself_is_named(speelveld: Speelveld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: pytest.fail("a browser shows no Markdown"))
    assert str(ROOT / "docs" / "handleiding.md") in speelveld("handleiding").out
