"""What happens to a text between the first key and the file."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, expect

from tests.browser.conftest import Opened
from tests.browser.looking import Window, bare, until
from tests.makers.served import Kijk, copied, kijk

FACE, TITLE, QUESTION = "opgavekaarten/voor/2", "opgaven[2].titel", "opgaven[2].vraag"
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</text></svg><script>alert(1)</script>",
    "\"dubbel\" 'enkel' &amp; & <b>",
    "{{ 7 * 7 }} ${x}",
    "# geen: commentaar - *of* [dan]",
]


def saved(window: Window, field: str, text: str) -> None:
    until(lambda: window.running.values[field] == text)


def test_a_text_that_is_typed_is_saved_without_leaving_it(window: Window) -> None:
    window.go(FACE)
    window.field("Vraag").fill("Hoe blijven we doen wat we graag doen?")
    saved(window, QUESTION, "Hoe blijven we doen wat we graag doen?")
    expect(window.page.locator("#stand")).to_contain_text("Bewaard")


def test_who_types_fast_loses_no_letter_and_the_last_one_wins(window: Window) -> None:
    text = "Zo snel typt niemand, en toch staat elke letter er straks nog: achter elkaar. "
    window.go(FACE)
    window.spot(QUESTION).click()
    editor = window.page.locator(".on-card textarea")
    editor.fill("")
    editor.press_sequentially(text * 2, delay=4)
    assert editor.input_value() == text * 2
    window.leave()
    saved(window, QUESTION, (text * 2).strip())


def test_a_space_before_a_pause_stays_before_the_next_word(window: Window) -> None:
    window.go(FACE)
    editor = window.field("Vraag")
    editor.fill("Hoe doen ")
    saved(window, QUESTION, "Hoe doen")
    editor.press_sequentially("we dat?")
    window.leave()
    saved(window, QUESTION, "Hoe doen we dat?")


def test_escape_brings_back_what_stood_there(window: Window) -> None:
    window.go(FACE)
    before = window.running.file.read_bytes()
    window.spot(QUESTION).click()
    window.page.keyboard.type(" en nog wat")
    window.page.keyboard.press("Escape")
    expect(window.page.locator(".on-card")).to_have_count(0)
    expect(window.page.locator("#stand")).to_contain_text("De tekst die er stond, is terug.")
    assert window.field("Vraag").input_value() == window.running.values[QUESTION]
    assert window.running.file.read_bytes() == before


def test_escape_brings_it_back_after_a_pause_too(window: Window) -> None:
    window.go(FACE)
    before = window.running.file.read_bytes()
    window.field("Vraag").fill("Even iets anders")
    saved(window, QUESTION, "Even iets anders")
    window.page.keyboard.press("Escape")
    until(lambda: window.running.file.read_bytes() == before)


def test_a_text_goes_back_and_forth_by_button_and_by_key(window: Window) -> None:
    before = window.running.values[TITLE]
    window.go(FACE)
    window.write(TITLE, "Een andere titel")
    saved(window, TITLE, "Een andere titel")
    window.page.get_by_role("button", name="Zet terug").click()
    saved(window, TITLE, before)
    expect(window.field("Titel")).to_have_value(before)
    window.page.get_by_role("button", name="Doe opnieuw").click()
    saved(window, TITLE, "Een andere titel")
    window.page.locator("#werk-kop").click()
    window.page.keyboard.press("Control+z")
    saved(window, TITLE, before)
    window.page.keyboard.press("Control+y")
    saved(window, TITLE, "Een andere titel")
    window.page.keyboard.press("Control+z")
    saved(window, TITLE, before)


def test_a_change_is_taken_back_tomorrow_too(chromium: Browser, tmp_path: Path) -> None:
    folder, cache = copied("nieuw", tmp_path), tmp_path / "cache"
    before = (folder / "casus.yaml").read_bytes()
    for wanted in ("Een andere vraag?", None):
        with kijk(folder, cache) as running:
            window = Window(chromium, running, 1200, 800)
            if wanted:
                window.go("opgavekaarten/voor/0")
                window.write("opgaven[0].vraag", wanted)
                saved(window, "opgaven[0].vraag", wanted)
            else:
                window.page.get_by_role("button", name="Zet terug").click()
                until(lambda: running.file.read_bytes() == before)
            window.close()


def test_a_text_that_does_not_fit_is_told_on_the_card_and_in_the_list_until_it_does(window: Window) -> None:
    page = window.page
    fits = window.running.values[TITLE]
    window.go(FACE)
    field = window.field("Titel")
    field.fill("Een titel die veel te lang is voor een kaart van deze maat " * 8)
    mistake = page.locator(".field .remark.mistake")
    expect(mistake.first).to_be_visible()
    expect(page.locator(".large.mistake")).to_have_count(1)
    expect(page.locator("#werkplek .picture > svg")).to_have_count(1)
    assert field.get_attribute("aria-invalid") == "true"
    expect(page.locator("#naar-meldingen")).to_contain_text("fout")
    saved(window, TITLE, ("Een titel die veel te lang is voor een kaart van deze maat " * 8).strip())
    until(lambda: "kaartvandezemaat" in window.drawn)
    page.locator("#naar-meldingen").click()
    expect(page.locator("#meldingen-lijst .place").first).to_have_text(re.compile(r"^casus\.yaml:\d+:\d+$"))
    page.locator("#meldingen-lijst a").first.click()
    expect(window.field("Titel")).to_be_focused()
    # Not only while one types: who comes back sees it too.
    until(lambda: "kaartvandezemaat" in window.drawn)
    window.field("Titel").fill(fits)
    expect(mistake).to_have_count(0)
    expect(page.locator(".large.mistake")).to_have_count(0)
    saved(window, TITLE, fits)
    expect(page.locator("#naar-meldingen")).not_to_contain_text("fout")


def test_what_may_not_be_empty_is_not_emptied(window: Window) -> None:
    window.go(FACE)
    window.field("Titel").fill("")
    expect(window.page.locator(".field .remark.mistake").first).to_be_visible()
    window.field("Titel").press("Escape")
    expect(window.page.locator(".field .remark.mistake")).to_have_count(0)
    saved(window, TITLE, "Blijven doen wat u graag doet")


def test_taken_back_to_what_does_not_fit_the_card_shows_that(window: Window) -> None:
    page, field = window.page, "opgaven[2].titel"
    window.go(FACE)
    good = window.field("Titel").input_value()
    long = f"{good}, {'en nog veel meer woorden ' * 12}".strip()
    for value in (long, good):
        window.field("Titel").fill(value)
        window.field("Titel").press("Tab")
        until(lambda value=value: window.running.values[field] == value)
    expect(page.locator(".large.mistake")).to_have_count(0)
    page.locator("#ongedaan").click()
    until(lambda: window.running.values[field] == long)
    expect(page.locator(".large.mistake")).to_have_count(1)
    expect(page.locator(".large .picture")).to_contain_text("nog veel")
    page.locator("#ongedaan").click()
    until(lambda: window.running.values[field] == good)
    expect(page.locator(".large.mistake")).to_have_count(0)
    expect(page.locator(".large .picture")).not_to_contain_text("nog veel")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_text_everywhere(window: Window, text: str) -> None:
    boxes: list[Dialog] = []
    window.page.on("dialog", lambda box: (boxes.append(box), box.dismiss()))
    window.go(FACE)
    window.write(QUESTION, text)
    saved(window, QUESTION, text)
    until(lambda: bare(text.replace("*", "")) in window.drawn or ("alert" in text and "alert(1)" in window.drawn))
    window.go("opgavekaarten/voor/3")
    window.overview()
    assert window.page.locator("main img, main script, svg script, svg img").count() == 0
    assert boxes == []


def test_ten_thousand_letters_are_kept_and_can_be_taken_away(window: Window) -> None:
    text = ("Dit is een lange zin. " * 500)[:10_000].strip()
    window.go(FACE)
    before = window.running.values[QUESTION]
    window.spot(QUESTION).click()
    editor = window.page.locator(".on-card textarea")
    editor.select_text()
    window.page.keyboard.insert_text(text)
    window.leave()
    saved(window, QUESTION, text)
    assert window.field("Vraag").input_value() == text
    window.page.get_by_role("button", name="Zet terug").click()
    saved(window, QUESTION, before)


def test_bold_and_italic_by_key(window: Window) -> None:
    window.go(FACE)
    field = window.field("Vraag")
    field.fill("Hoe doen we dat?")
    field.press("Home")
    for _ in range(3):
        field.press("Shift+ArrowRight")
    field.press("Control+b")
    assert field.input_value() == "**Hoe** doen we dat?"
    field.press("Control+b")
    assert field.input_value() == "Hoe doen we dat?"
    field.press("Control+i")
    window.leave()
    saved(window, QUESTION, "_Hoe_ doen we dat?")


def test_enter_saves_and_gives_no_second_paragraph(window: Window) -> None:
    window.go(FACE)
    window.spot(QUESTION).click()
    editor = window.page.locator(".on-card textarea")
    editor.fill("Hoe doen we dat?")
    editor.press("Enter")
    saved(window, QUESTION, "Hoe doen we dat?")
    expect(window.page.locator(".on-card")).to_have_count(0)
    expect(window.field("Vraag")).to_be_focused()


def test_a_key_of_an_input_method_saves_nothing(window: Window) -> None:
    window.go(FACE)
    before = window.running.file.read_bytes()
    field = window.field("Vraag")
    field.focus()
    session = window.page.context.new_cdp_session(window.page)
    session.send("Input.imeSetComposition", {"text": "かん", "selectionStart": 2, "selectionEnd": 2})
    field.evaluate(
        "e => e.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    field.evaluate("e => e.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', keyCode: 229, bubbles: true}))")
    assert window.running.file.read_bytes() == before
    session.send("Input.insertText", {"text": "kan"})
    assert "kan" in field.input_value()
    field.press("Escape")
    until(lambda: field.input_value() == window.running.values[QUESTION])


def test_a_number_goes_by_steps_and_stays_within_its_bounds(window: Window) -> None:
    key = "aanpakken[0].steun"
    window.page.get_by_label("Zoek in de teksten").fill("logeerweekend")
    window.page.locator(".card:visible a", has_text="Logeerweekend").first.click()
    stepper = window.page.locator(".field", has=window.page.get_by_label("Steun die het brengt")).locator(".stepper")
    for wanted in range(2, 11):
        stepper.get_by_role("button", name="1 meer").click()
        expect(stepper.locator("input")).to_have_value(str(wanted))
    stepper.get_by_role("button", name="1 meer").click()
    expect(window.page.locator("#whisper")).to_have_text("Steun die het brengt: ten hoogste 10.")
    saved(window, key, "10")
    stepper.locator("input").fill("3")
    window.page.locator("#werk-kop").click()
    saved(window, key, "3")


def test_a_text_of_the_deck_is_not_to_be_changed(window: Window) -> None:
    before = window.running.file.read_bytes()
    window.go("kanskaarten/voor/0")
    window.page.locator(".spot.deck").first.click()
    expect(window.page.locator(".note")).to_contain_text("hoort bij de standaardkaarten")
    expect(window.page.locator(".on-card")).to_have_count(0)
    assert window.page.locator(".fields textarea").count() == 0
    expect(window.page.get_by_role("heading", name="Van de standaardkaarten")).to_be_visible()
    assert window.running.file.read_bytes() == before


def test_what_is_typed_when_the_page_is_closed_is_in_the_file(opened: Opened, zutphen: Kijk) -> None:
    window = opened(zutphen)
    before = zutphen.values[QUESTION]
    window.go(FACE)
    window.field("Vraag").fill("Getypt, en weg")
    window.page.close()
    saved(window, QUESTION, "Getypt, en weg")
    other = opened(zutphen)
    other.page.get_by_role("button", name="Zet terug").click()
    saved(other, QUESTION, before)


def test_back_and_forward_go_from_card_to_card_and_save(window: Window) -> None:
    window.overview()
    window.go(FACE)
    window.field("Vraag").fill("Getypt, en terug")
    window.page.go_back()
    expect(window.page.locator("#overzicht")).to_be_visible()
    saved(window, QUESTION, "Getypt, en terug")
    window.page.go_forward()
    expect(window.page.locator("#werk-kop")).to_have_text("Blijven doen wat u graag doet")
    expect(window.field("Vraag")).to_have_value("Getypt, en terug")


def test_a_field_on_the_card_lies_at_its_text_and_under_no_header(window: Window) -> None:
    page = window.page
    window.go(FACE)
    for spot in window.page.locator(".spot:not(.deck)").all():
        where = spot.bounding_box()
        spot.click()
        field, top = page.locator(".on-card").bounding_box(), page.locator(".top").bounding_box()
        assert where
        assert field
        assert top
        assert field["y"] >= top["y"] + top["height"]
        assert field["y"] + field["height"] <= 900
        now = spot.bounding_box()
        assert now
        assert abs(field["x"] - now["x"]) < 40
        assert field["y"] < now["y"] + now["height"]
        assert field["y"] + field["height"] > now["y"]
        page.keyboard.press("Escape")


def test_who_types_goes_on_while_another_program_saves(window: Window) -> None:
    window.go(FACE)
    field = window.field("Vraag")
    field.fill("")
    field.press_sequentially("Half ge")
    text = window.running.file.read_text(encoding="utf-8")
    window.running.file.write_text(text.replace("gemeente: Zutphen", "gemeente: Zutfen"), encoding="utf-8")
    expect(window.page.locator("h1")).to_have_text("Leven met dementie in Zutphen")
    until(lambda: "Zutfen" in window.page.evaluate("() => fetch('/api/kit').then(k => k.text())"))
    expect(field).to_be_focused()
    field.press_sequentially("typt")
    assert field.input_value() == "Half getypt"
    window.leave()
    saved(window, QUESTION, "Half getypt")
    assert window.running.values["gemeente"] == "Zutfen"
