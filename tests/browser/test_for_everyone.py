"""The page is for who sees little, uses no mouse, has a small screen or a beamer, and no network."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.looking import Window, until
from tests.makers.served import Kijk

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# WCAG 2.2 on levels A and AA, and what is good beside it.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FACE = "opgavekaarten/voor/2"
SIZES = [(320, 640), (1920, 1080)]


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong on the page as it is now."""
    page.evaluate(f"() => {{ if (!window.axe) {{ {AXE} }} }}")
    found = page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)
    assert len(found["passes"]) > 15
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_axe_finds_nothing_on_any_view(opened: Opened, zutphen: Kijk, wide: int, high: int) -> None:
    window = opened(zutphen, wide, high, bypass_csp=True)
    page = window.page
    found = {"overview": violations(page)}
    for face in (FACE, "kanskaarten/voor/0", "draaiboek/bladzijde/3", "speelbord/bladzijde/0"):
        window.go(face)
        found[face] = violations(page)
    window.go(FACE)
    before = window.field("Titel").input_value()
    window.spot("opgaven[2].titel").click()
    found["a field on the card"] = violations(page)
    page.keyboard.insert_text("Een titel die veel te lang is voor een kaart van deze maat " * 8)
    expect(page.locator(".field .remark.mistake").first).to_be_visible()
    found["a mistake"] = violations(page)
    page.locator("#naar-meldingen").click()
    expect(page.locator("#meldingen-lijst li").first).to_be_visible()
    found["remarks"] = violations(page)
    window.go(FACE)
    window.field("Titel").fill(before)
    until(lambda: zutphen.values["opgaven[2].titel"] == before)
    for name in ("hulp", "ijken"):
        page.evaluate("() => { document.getElementById('kijken').open = true; }")
        page.locator(f"#{name}").click()
        found[name] = violations(page)
        page.keyboard.press("Escape")
    page.evaluate("() => document.getElementById('botsing').showModal()")
    found["both changed"] = violations(page)
    page.keyboard.press("Escape")
    good = zutphen.file.read_bytes()
    zutphen.file.write_bytes(good + b'x: "')
    expect(page.locator("#alarm")).to_be_visible()
    found["a broken file"] = violations(page)
    zutphen.file.write_bytes(good)
    expect(page.locator("#alarm")).to_be_hidden()
    assert {view: wrong for view, wrong in found.items() if wrong} == {}


def test_axe_sees_what_is_wrong(opened: Opened, zutphen: Kijk) -> None:
    window = opened(zutphen, bypass_csp=True)
    window.page.evaluate("() => document.querySelector('label[for=zoek]').remove()")
    assert any(each.startswith("label") for each in violations(window.page))


@pytest.mark.parametrize("wide", [320, 1920])
def test_nothing_falls_off_the_page(opened: Opened, zutphen: Kijk, wide: int) -> None:
    window = opened(zutphen, wide, 800)
    for face in (None, FACE, "speelbord/bladzijde/0", "draaiboek/bladzijde/0"):
        if face:
            window.go(face)
        assert window.page.evaluate("() => document.documentElement.scrollWidth") <= wide
    window.go(FACE)
    window.spot("opgaven[2].vraag").click()
    assert window.page.evaluate("() => document.documentElement.scrollWidth") <= wide


def test_by_keyboard_alone_from_the_first_tab_to_a_saved_text(window: Window) -> None:
    page, keys = window.page, window.page.keyboard

    def on() -> str:
        return str(page.evaluate("() => document.activeElement.id || document.activeElement.textContent"))

    def tab_to(wanted: str, most: int) -> None:
        for _ in range(most):
            keys.press("Tab")
            seen = page.evaluate(
                "() => { const b = document.activeElement.getBoundingClientRect();"
                "return document.activeElement.className === 'skip' || b.top < innerHeight && b.bottom > 0; }"
            )
            assert seen, f"what has the focus is not in view: {on()}"
            if wanted in on():
                return
        raise AssertionError(f"{wanted} is no stop within {most} tabs; now on {on()}")

    tab_to("Ga naar de kaarten", 1)
    keys.press("Enter")
    tab_to("Terechtkunnen bij de eerste twijfel", 12)
    keys.press("Enter")
    expect(page.locator("#werk-kop")).to_be_focused()
    tab_to("veld-", 6)
    label = page.evaluate("() => document.activeElement.labels[0].textContent")
    assert label.startswith("Titel")
    keys.press("Control+a")
    keys.type("Met de toetsen")
    keys.press("Tab")
    until(lambda: window.running.values["opgaven[0].titel"] == "Met de toetsen")
    keys.press("Alt+PageDown")
    expect(page.locator("#werk-kop")).to_have_text("Op adem komen als u zorgt")
    expect(page.locator("#werk-kop")).to_be_focused()
    # Back to the card one comes from.
    keys.press("Tab")
    page.evaluate("() => document.querySelector('.desk-head a').focus()")
    keys.press("Enter")
    expect(page.locator("#overzicht")).to_be_visible()
    assert "Op adem komen als u zorgt" in on()


def test_a_screen_reader_hears_the_words_of_each_card(window: Window) -> None:
    window.go(FACE)
    heard = window.page.locator("main").aria_snapshot()
    assert "Hoe zorgen we samen dat mensen met dementie blijven doen wat ze graag doen?" in heard
    assert "textbox" in heard
    assert "Titel – Opgave ‘Blijven doen wat u graag doet’" in heard
    window.overview()
    heard = window.page.locator("#overzicht").aria_snapshot()
    assert "Hoe zorgen we samen dat mensen met dementie blijven doen wat ze graag doen?" in heard


def test_nobody_else_is_asked_for_anything(window: Window) -> None:
    for face in (FACE, "speelbord/bladzijde/0", "casusblad/bladzijde/0"):
        window.go(face)
    window.field("Titel")
    home = window.running.address.partition("://")[2].partition("/")[0]
    assert window.hosts == {home}
    assert len(window.asked) > 20
