"""Two people, or two windows, write in one casus: by one program, or each by a program of its own."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Opened
from tests.browser.looking import Window, bare, until
from tests.makers.served import copied, kijk

FACE, TITLE, QUESTION = "opgavekaarten/voor/0", "opgaven[0].titel", "opgaven[0].vraag"
HERE, THERE = "Wat hier getypt is", "Wat daar bewaard is"
# Saves these texts as fast as the browser sends them, and tells how each ended.
_SAVE_ALL = """texts => { window.saved = Promise.all(texts.map(async ([field, before, value]) => {
  const body = JSON.stringify({field, before, value});
  const headers = {'Content-Type': 'application/json'};
  return (await fetch('/api/save', {method: 'POST', headers, body})).status;
})); }"""
Two = tuple[Window, Window]


@pytest.fixture(params=[1, 2], ids=["one program", "two programs"])
def two(request: pytest.FixtureRequest, opened: Opened, tmp_path: Path) -> Iterator[Two]:
    """Return two windows on one casus, with the first opgave open in both."""
    folder, cache = copied("nieuw", tmp_path), tmp_path / "cache"
    with ExitStack() as stack:
        running = [stack.enter_context(kijk(folder, cache)) for _ in range(request.param)]
        assert len({each.address for each in running}) == request.param
        one, other = opened(running[0]), opened(running[-1])
        for window in (one, other):
            window.go(FACE)
        yield one, other


def saved(window: Window, field: str, text: str) -> None:
    until(lambda: window.running.values[field] == text)


def test_what_one_writes_the_other_sees(two: Two) -> None:
    for window, elsewhere, text in (*[(*two, HERE)], (*two[::-1], THERE)):
        window.write(TITLE, text)
        saved(window, TITLE, text)
        until(lambda elsewhere=elsewhere, text=text: bare(text) in elsewhere.drawn)
        expect(elsewhere.field("Titel")).to_have_value(text)
        expect(elsewhere.page.locator("#werk-kop")).to_have_text(text)


@pytest.mark.parametrize(("choice", "stays"), [("Houd wat u typte", HERE), ("Houd de tekst uit het bestand", THERE)])
def test_who_writes_the_same_text_later_is_asked_and_both_see_what_stays(two: Two, choice: str, stays: str) -> None:
    one, other = two
    held: list[Route] = []
    one.page.route("**/api/save", lambda route: held.append(route))
    one.field("Vraag").fill(HERE)
    other.write(QUESTION, THERE)
    saved(other, QUESTION, THERE)
    one.page.locator("#werk-kop").click()
    until(lambda: one.page.evaluate("() => true") and bool(held))
    for route in held:
        route.continue_()
    expect(one.page.locator("#botsing")).to_be_visible()
    one.page.unroute("**/api/save")
    expect(one.page.locator("#botsing-hier")).to_have_text(HERE)
    expect(one.page.locator("#botsing-daar")).to_have_text(THERE)
    assert one.running.values[QUESTION] == THERE
    one.page.get_by_role("button", name=choice).click()
    saved(one, QUESTION, stays)
    for window in two:
        expect(window.field("Vraag")).to_have_value(stays)
        until(lambda window=window: bare(stays) in window.drawn)
    expect(other.page.locator("#botsing")).to_be_hidden()


def test_who_types_goes_on_while_the_other_writes_elsewhere_on_the_card(two: Two) -> None:
    one, other = two
    field = one.field("Vraag")
    field.fill("Half ge")
    other.write(TITLE, THERE)
    expect(one.page.locator("#werk-kop")).to_have_text(THERE)
    expect(field).to_be_focused()
    field.press_sequentially("typt")
    one.leave()
    saved(one, QUESTION, "Half getypt")
    assert one.running.values[TITLE] == THERE
    expect(other.field("Vraag")).to_have_value("Half getypt")


def test_of_many_texts_at_the_same_moment_none_is_lost(two: Two) -> None:
    before = dict(two[0].running.values)
    kinds = two[0].page.evaluate("async () => (await (await fetch('/api/kit')).json()).fields")
    # What names a card must stay what it is, or there is no kit to see.
    own = (path for path, field in kinds.items() if field["kind"] == "text" and not field["fixed"])
    texts = [path for path in own if ".past[" not in path][:24]
    assert len(texts) == 24
    for window, some in zip(two, (texts[::2], texts[1::2]), strict=True):
        window.page.evaluate(_SAVE_ALL, [[path, before[path], f"{before[path]} ja"] for path in some])
    for window in two:
        assert set(window.page.evaluate("() => window.saved")) == {200}
    now = two[0].running.values
    assert [path for path in texts if now[path] != f"{before[path]} ja"] == []
    assert {path for path in now if now[path] != before[path]} == set(texts)
    assert QUESTION in texts
    for window in two:
        expect(window.field("Vraag")).to_have_value(now[QUESTION])
        until(lambda window=window: bare(now[QUESTION]) in window.drawn)


def test_when_one_program_stops_the_other_goes_on(opened: Opened, tmp_path: Path) -> None:
    folder, cache = copied("nieuw", tmp_path), tmp_path / "cache"
    with kijk(folder, cache) as running:
        window = opened(running)
        with kijk(folder, cache) as second:
            other = opened(second)
            other.go(FACE)
            other.write(TITLE, THERE)
            saved(other, TITLE, THERE)
            other.page.get_by_role("button", name="Stop het programma").click()
            assert second.ended() == 0
        window.go(FACE)
        expect(window.field("Titel")).to_have_value(THERE)
        window.write(QUESTION, HERE)
        saved(window, QUESTION, HERE)
