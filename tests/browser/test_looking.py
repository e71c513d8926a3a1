"""Finding a card, and looking at it as one wants."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import Window, until

FACE = "opgavekaarten/voor/2"


def test_a_word_is_found_on_every_card_that_has_it_and_on_no_other(window: Window) -> None:
    page = window.page
    window.whole()
    page.get_by_label("Zoek in de teksten").fill("logeerweekend")
    expect(page.locator("#whisper")).to_contain_text("gevonden")
    found = page.locator(".card:visible")
    assert found.count() > 1
    for card in found.all():
        assert (
            "logeerweekend"
            in card.inner_text().casefold() + (card.locator(".for-ears").text_content() or "").casefold()
        )
    expect(page.locator("#whisper")).to_contain_text(f"{found.count()} kaarten en bladzijden gevonden")
    page.get_by_label("Zoek in de teksten").fill("zoiets staat nergens")
    expect(page.get_by_text("Er is niets gevonden.")).to_be_visible()
    page.get_by_label("Zoek in de teksten").fill("")
    until(lambda: page.locator(".card:visible").count() > 200)


def test_one_kind_is_seen_alone(window: Window) -> None:
    page = window.page
    window.whole()
    page.locator("#soorten").get_by_role("link", name="Opgavekaarten").click()
    expect(page.get_by_role("heading", name="Opgavekaarten")).to_be_focused()
    assert page.locator(".card:visible").count() == 16 + 2
    page.go_back()
    until(lambda: page.locator(".card:visible").count() > 200)


def test_what_has_a_remark_is_seen_alone(window: Window) -> None:
    page, running = window.page, window.running
    window.whole()
    text = running.file.read_text(encoding="utf-8")
    long = "Blijven doen wat u graag doet " * 12
    running.file.write_text(text.replace("titel: Blijven doen wat u graag doet", f"titel: {long}"), encoding="utf-8")
    expect(page.locator(".card.mistake").first).to_be_attached()
    page.get_by_label("alleen met een melding").check()
    until(lambda: page.locator(".card:visible").count() == page.locator(".card.mistake, .card.warning").count())
    expect(page.locator('.card:visible a[href*="opgavekaarten%2Fvoor%2F2"]')).to_have_count(1)
    running.file.write_text(text, encoding="utf-8")
    expect(page.get_by_text("Er is niets gevonden.")).to_be_visible()


@pytest.mark.parametrize("pass_in_pixels", [323, 450])
def test_a_card_in_true_size_is_as_large_beside_a_bank_card_as_on_paper(window: Window, pass_in_pixels: int) -> None:
    page = window.page
    window.whole()
    window.go(FACE)
    page.get_by_role("button", name="Stel de ware grootte in").click()
    page.locator("#ijk").fill(str(pass_in_pixels))
    assert round(page.locator("#ijkpas").bounding_box()["width"]) == pass_in_pixels  # type: ignore[index]
    page.get_by_role("button", name="Klaar").click()
    page.get_by_label("Grootte", exact=True).select_option("ware grootte")
    box = page.locator("#werkplek .picture").bounding_box()
    assert box
    wide, high = (side * 85.6 / pass_in_pixels for side in (box["width"], box["height"]))
    # A large card is so many millimetres in docs/handleiding.md.
    assert (round(wide), round(high)) == (95, 134)
    page.reload()
    page.get_by_role("button", name="Stel de ware grootte in").click()
    assert page.locator("#ijk").input_value() == str(pass_in_pixels)


def test_in_black_and_white_no_colour_is_left(window: Window) -> None:
    window.whole()
    window.go(FACE)
    window.page.get_by_label("in zwart-wit").check()
    filters = window.page.evaluate(
        "() => [...document.querySelectorAll('.picture > svg')].map(s => getComputedStyle(s).filter)"
    )
    assert set(filters) == {"grayscale(1)"}


def test_with_little_ink_and_back(window: Window) -> None:
    page = window.page
    window.whole()
    page.locator("#soorten").get_by_role("link", name="Opgavekaarten").click()
    card = page.locator('.card:has(a[href*="opgavekaarten%2Fvoor%2F2"]) .picture svg')
    usual = card.inner_html()
    page.get_by_label("met weinig inkt").check()
    until(lambda: card.count() == 1 and len(card.inner_html()) > 500 and card.inner_html() != usual)
    window.go(FACE)
    assert window.field("Titel").input_value() == "Blijven doen wat u graag doet"
    page.get_by_label("met weinig inkt").uncheck()
    until(lambda: page.locator(".card").count() > 200)


def test_as_sheets_with_cut_lines_and_back(window: Window) -> None:
    page = window.page
    window.whole()
    page.get_by_label("als vellen met snijlijnen").check()
    expect(page.locator('.card a[href*="vel%2F"]').first).to_be_visible()
    until(lambda: page.locator(".card:visible .picture > svg").count() > 0)
    page.locator('.card a[href*="vel%2F"]').first.click()
    expect(page.locator("#werkplek .picture > svg")).to_be_visible()
    expect(page.get_by_text("Dit is een vel zoals het uit de printer komt.")).to_be_visible()
    page.get_by_label("als vellen met snijlijnen").uncheck()
    until(lambda: page.locator('.card a[href*="opgavekaarten%2Fvoor%2F0"]').count() == 1)
