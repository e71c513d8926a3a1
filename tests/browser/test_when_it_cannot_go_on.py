"""An old browser, no scripts, a drive that goes away, far too long a text: the page says what to do, and keeps all."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Opened
from tests.browser.looking import Window, until
from tests.makers.served import Kijk, copied, kijk

FACE, QUESTION = "opgavekaarten/voor/0", "opgaven[0].vraag"
TYPED = "Hoe houden we wat hier getypt is?"
OLD = "Deze browser is te oud voor deze bladzijde."
# What a browser lacks that cannot show the page, and how a page is that it cannot read.
LACKS = {
    "no dialogs": "delete HTMLDialogElement.prototype.showModal;",
    "no replaceChildren": "delete Element.prototype.replaceChildren;",
    "no news": "delete window.EventSource;",
    "no observers": "delete window.ResizeObserver;",
}


@pytest.fixture(scope="module")
def casus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kijk]:
    """Look at a copy of the casus to begin with; each test leaves it as it was."""
    folder = tmp_path_factory.mktemp("kijk")
    with kijk(copied("nieuw", folder), folder / "cache") as running:
        yield running


@pytest.mark.parametrize("lacking", LACKS)
def test_an_old_browser_is_told_which_one_is_needed(opened: Opened, casus: Kijk, lacking: str) -> None:
    window = opened(casus, cards=False, script=LACKS[lacking])
    expect(window.page.locator("#te-oud")).to_contain_text(OLD)
    expect(window.page.locator("#te-oud")).to_contain_text("casus.yaml")
    expect(window.page.locator("#bezig")).to_be_hidden()
    assert window.wrong
    window.wrong.clear()


def test_a_browser_that_cannot_read_the_page_is_told_too(opened: Opened, casus: Kijk) -> None:
    def unread(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body="let x = later words;")

    window = opened(casus, cards=False, instead={"**/page/main.js": unread})
    expect(window.page.locator("#te-oud")).to_contain_text(OLD)
    window.wrong.clear()


def test_a_browser_of_now_is_told_nothing(opened: Opened, casus: Kijk) -> None:
    window = opened(casus)
    expect(window.page.locator("#te-oud")).to_be_hidden()
    assert not window.page.locator("noscript p").is_visible()


def test_without_scripts_the_page_says_what_to_do(opened: Opened, casus: Kijk) -> None:
    window = opened(casus, cards=False, java_script_enabled=False)
    told = window.page.locator("main").inner_text()
    assert "Deze bladzijde werkt met JavaScript." in told
    assert "casus.yaml" in told
    assert "De kaarten worden gemaakt" not in told


def typed(window: Window) -> None:
    window.go(FACE)
    window.field("Vraag").fill(TYPED)
    window.page.locator("#werk-kop").click()


def test_a_drive_that_goes_away_and_comes_back(opened: Opened, casus: Kijk) -> None:
    window = opened(casus)
    before = casus.file.read_bytes()
    window.go(FACE)
    away = casus.folder.rename(casus.folder.with_name("weg"))
    try:
        typed(window)
        expect(window.page.locator("#onbewaard")).to_contain_text("Vraag")
        expect(window.page.locator("#alarm")).to_contain_text("is er niet meer")
        expect(window.field("Vraag")).to_have_value(TYPED)
        assert (away / "casus.yaml").read_bytes() == before
    finally:
        away.rename(casus.folder)
    # It is saved by itself when the drive is back.
    until(lambda: casus.values[QUESTION] == TYPED)
    expect(window.page.locator("#onbewaard")).to_be_hidden()
    expect(window.page.locator("#alarm")).to_be_hidden()
    casus.file.write_bytes(before)


def test_a_folder_that_may_not_be_written_in(opened: Opened, casus: Kijk) -> None:
    window = opened(casus)
    before = casus.file.read_bytes()
    why = "casus.yaml is niet geschreven: u mag daar niet schrijven. Wat u typte, staat nog hier."
    window.page.route("**/api/save", lambda route: route.fulfill(status=422, json={"message": why, "remarks": []}))
    typed(window)
    expect(window.page.locator("#onbewaard")).to_contain_text("Vraag")
    expect(window.page.locator("#onbewaard")).to_contain_text(why)
    expect(window.field("Vraag")).to_have_value(TYPED)
    again = window.page.get_by_role("button", name="Probeer opnieuw te bewaren")
    again.focus()
    again.press("Enter")
    expect(again).to_be_focused()
    assert casus.file.read_bytes() == before
    window.page.unroute("**/api/save")
    again.press("Enter")
    until(lambda: casus.values[QUESTION] == TYPED)
    expect(window.page.locator("#onbewaard")).to_be_hidden()
    casus.file.write_bytes(before)


def test_a_text_that_no_card_can_hold_is_told_of_and_kept_on_the_page(opened: Opened, casus: Kijk) -> None:
    window = opened(casus)
    before, text = casus.file.read_bytes(), "Dit is een zin. " * 1251
    window.go(FACE)
    window.field("Vraag").fill(text)
    mistake = window.page.locator(".field .remark.mistake").first
    expect(mistake).to_contain_text("deze tekst heeft 20.016 tekens, en meer dan 20.000 kan niet")
    window.page.locator("#werk-kop").click()
    expect(window.page.locator("#onbewaard")).to_contain_text("Vraag")
    assert window.field("Vraag").input_value() == text
    assert casus.file.read_bytes() == before
    window.field("Vraag").fill(text[:19_999].strip())
    window.page.locator("#werk-kop").click()
    until(lambda: casus.values[QUESTION] == text[:19_999].strip())
    expect(window.page.locator("#onbewaard")).to_be_hidden()
    said = window.page.locator(".field .remark.mistake").first
    expect(said).to_contain_text("te lang")
    casus.file.write_bytes(before)
