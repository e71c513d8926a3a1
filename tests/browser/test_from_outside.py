"""Another program, another page: what changes the casus while somebody looks."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Opened
from tests.browser.looking import Window, bare, until
from tests.makers.served import Kijk, copied, kijk

FACE, TITLE, QUESTION = "opgavekaarten/voor/2", "opgaven[2].titel", "opgaven[2].vraag"
HERE, THERE = "Wat hier getypt is", "Wat daar bewaard is"


def put(running: Kijk, before: str, after: str) -> None:
    text = running.file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    running.file.write_text(text.replace(before, after), encoding="utf-8")


def changed_both(window: Window) -> None:
    """Type a text, while another program saves another one before the page heard of it."""
    window.go(FACE)
    before = window.running.values[QUESTION]
    field = window.field("Vraag")
    field.fill(HERE)
    put(window.running, f"vraag: {before}", f"vraag: {THERE}")
    window.page.locator("#werk-kop").click()
    expect(window.page.locator("#botsing")).to_be_visible()
    expect(window.page.locator("#botsing-hier")).to_have_text(HERE)
    expect(window.page.locator("#botsing-daar")).to_have_text(THERE)
    assert window.running.values[QUESTION] == THERE


def test_a_text_that_another_program_saves_is_seen(window: Window) -> None:
    window.go(FACE)
    put(window.running, "vraag: Hoe zorgen we samen dat mensen met dementie blijven", f"vraag: {THERE} en blijven")
    until(lambda: bare(THERE) in window.drawn)
    expect(window.field("Vraag")).to_have_value(re.compile(THERE))


def test_of_two_texts_the_one_that_was_typed_can_stay(window: Window) -> None:
    changed_both(window)
    window.page.get_by_role("button", name="Houd wat u typte").click()
    until(lambda: window.running.values[QUESTION] == HERE)
    until(lambda: bare(HERE) in window.drawn)


def test_of_two_texts_the_one_of_the_file_can_stay(window: Window) -> None:
    changed_both(window)
    window.page.get_by_role("button", name="Houd de tekst uit het bestand").click()
    expect(window.field("Vraag")).to_have_value(THERE)
    until(lambda: bare(THERE) in window.drawn)
    assert window.running.values[QUESTION] == THERE


def test_who_does_not_choose_keeps_both(window: Window) -> None:
    changed_both(window)
    window.page.keyboard.press("Escape")
    expect(window.page.locator("#botsing")).to_be_hidden()
    expect(window.field("Vraag")).to_have_value(HERE)
    expect(window.page.locator("#onbewaard")).to_contain_text("Vraag")
    assert window.running.values[QUESTION] == THERE
    window.overview()
    window.page.locator("#botsing").get_by_role("button", name="Houd wat u typte").click()
    until(lambda: window.running.values[QUESTION] == HERE)
    expect(window.page.locator("#onbewaard")).to_be_hidden()


def test_a_broken_file_is_told_of_and_nothing_is_written_over_it(window: Window) -> None:
    page, running = window.page, window.running
    window.go(FACE)
    good = running.file.read_bytes()
    broken = good.replace(b"gemeente: Zutphen", b'gemeente: "Zutphen')
    running.file.write_bytes(broken)
    expect(page.locator("#alarm")).to_contain_text(re.compile(r"casus\.yaml:\d+"))
    expect(page.locator("#alarm")).to_contain_text("laatste goede kaarten")
    assert bare("Blijven doen wat u graag doet") in window.drawn
    window.field("Vraag").fill(HERE)
    page.locator("#werk-kop").click()
    expect(page.locator("#onbewaard")).to_contain_text("Vraag")
    assert running.file.read_bytes() == broken
    expect(window.field("Vraag")).to_have_value(HERE)
    running.file.write_bytes(good)
    expect(page.locator("#alarm")).to_be_hidden()
    # What waited is saved by itself.
    until(lambda: running.values[QUESTION] == HERE)
    expect(page.locator("#onbewaard")).to_be_hidden()


def test_a_casus_that_is_taken_away_and_put_back(window: Window) -> None:
    page, running = window.page, window.running
    good = running.file.read_bytes()
    running.file.unlink()
    expect(page.locator("#alarm")).to_contain_text("is er niet meer")
    assert page.locator(".card").count() > 100
    running.file.write_bytes(good)
    expect(page.locator("#alarm")).to_be_hidden()


def test_two_pages_on_one_casus_see_the_same(opened: Opened, zutphen: Kijk, window: Window) -> None:
    other = opened(zutphen)
    window.go(FACE)
    other.go(FACE)
    window.write(TITLE, "Van het ene venster")
    until(lambda: bare("Van het ene venster") in other.drawn)
    expect(other.field("Titel")).to_have_value("Van het ene venster")
    expect(other.page.locator("#werk-kop")).to_have_text("Van het ene venster")
    other.write(TITLE, "Van het andere venster")
    until(lambda: bare("Van het andere venster") in window.drawn)
    expect(window.field("Titel")).to_have_value("Van het andere venster")


def test_a_card_that_goes_away_while_it_is_open(window: Window) -> None:
    window.go("opgavekaarten/voor/7")
    text = window.running.file.read_text(encoding="utf-8")
    last = text.index("  - id: jong-en-aan-het-werk")
    window.running.file.write_text(text[:last] + text[text.index("\nrollen:", last) + 1 :], encoding="utf-8")
    expect(window.page.locator("#overzicht")).to_be_visible()
    expect(window.page.locator('.card a[href*="opgavekaarten%2Fvoor%2F7"]')).to_have_count(0)


@pytest.mark.parametrize("end", ["interrupt", "button"])
def test_it_ends_as_it_should(chromium: Browser, tmp_path: Path, end: str) -> None:
    with kijk(copied("nieuw", tmp_path), tmp_path / "cache") as running:
        window = Window(chromium, running, 1200, 800)
        if end == "button":
            window.page.get_by_role("button", name="Stop het programma").click()
            assert running.ended() == 0
        else:
            assert running.interrupt() == 0
        expect(window.page.locator("#stand")).to_contain_text("Het programma is gestopt.")
        assert "Gestopt" in running.printed[-1]
        window.close()


def test_when_the_program_has_gone_the_page_says_so_and_keeps_what_is_typed(chromium: Browser, tmp_path: Path) -> None:
    folder, cache = copied("nieuw", tmp_path), tmp_path / "cache"
    with kijk(folder, cache) as running:
        window = Window(chromium, running, 1200, 800)
        window.go("opgavekaarten/voor/0")
        before = running.file.read_bytes()
        running.kill()
        expect(window.page.locator("#stand")).to_contain_text("geen antwoord")
        window.field("Vraag").fill(HERE)
        window.page.locator("#werk-kop").click()
        expect(window.page.locator("#onbewaard")).to_contain_text("Vraag")
        window.overview()
        window.page.locator("#onbewaard a").click()
        expect(window.page.locator("#onbewaard")).to_contain_text("Vraag")
        assert running.file.read_bytes() == before
        window.close()


def test_a_casus_that_gives_no_cards_yet_says_why(chromium: Browser, tmp_path: Path) -> None:
    folder = copied("nieuw", tmp_path)
    good = (folder / "casus.yaml").read_text(encoding="utf-8")
    (folder / "casus.yaml").write_text(good.replace("landschap: ", "landschapp: "), encoding="utf-8")
    with kijk(folder, tmp_path / "cache") as running:
        window = Window(chromium, running, 1200, 800, cards=False)
        window.page.get_by_role("link", name="Bekijk wat er moet veranderen").click()
        expect(window.page.locator("#meldingen-lijst")).to_contain_text("landschapp")
        running.file.write_text(good, encoding="utf-8")
        until(lambda: window.page.locator(".card").count() > 40)
        window.close()
